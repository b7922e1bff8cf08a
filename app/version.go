package app

import "runtime/debug"

// Version returns the version of the program: the release's, or "devel" for a
// build of a working tree.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
