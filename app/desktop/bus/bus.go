// Package bus tells whether the desktop can be asked for things over D-Bus.
package bus

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
)

// IsThere reports whether there is a session bus. Without one the library for
// D-Bus would start one of its own, with nobody on it.
func IsThere() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	if runtime.GOOS == "windows" {
		return false
	}
	_, err := os.Stat(filepath.Join("/run/user", strconv.Itoa(os.Getuid()), "bus"))
	return err == nil
}
