package settings

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"
)

// HomeVariable names the environment variable that, when set, is the folder of
// everything the program keeps.
const HomeVariable = "CELUN_HOME"

// PortableDir is the name of the folder beside the program that makes it
// portable: where it exists, everything is kept in it and nothing elsewhere.
const PortableDir = "celun-data"

// Dir returns the folder in which settings are kept: that of [HomeVariable],
// or the portable one, or the user's folder for configuration. It need not
// exist yet.
func Dir() string {
	if home, ok := home(); ok {
		return home
	}
	return filepath.Join(xdg.ConfigHome, "celun")
}

// DataDir returns the folder for what the program keeps of the user's work
// beside the files that the user saves: journals of edits and snapshots. It
// need not exist yet.
func DataDir() string {
	if home, ok := home(); ok {
		return home
	}
	return filepath.Join(xdg.DataHome, "celun")
}

// PacksDir returns the folder of the analyst's own packs of arguments and of
// those received from others. It need not exist yet.
func PacksDir() string {
	return filepath.Join(DataDir(), "packs")
}

// TemplatesDir returns the folder of the analyst's own templates. It need not
// exist yet.
func TemplatesDir() string {
	return filepath.Join(DataDir(), "templates")
}

// LogDir returns the folder of the log and of reports of crashes. It need not
// exist yet.
func LogDir() string {
	if home, ok := home(); ok {
		return filepath.Join(home, "log")
	}
	return filepath.Join(xdg.StateHome, "celun")
}

// CacheDir returns the folder for what can be made again and may be deleted at
// any time.
func CacheDir() string {
	if home, ok := home(); ok {
		return filepath.Join(home, "cache")
	}
	if runtime.GOOS == "windows" {
		return filepath.Join(DataDir(), "cache") // there one folder holds what is local to a user
	}
	return filepath.Join(xdg.CacheHome, "celun")
}

// DocumentsDir returns the folder in which this user keeps documents: as the
// desktop has it, else the user's home. It exists.
func DocumentsDir() string {
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return "."
}

// FontDirs returns the folders in which this system installs fonts. They need
// not exist.
func FontDirs() []string { return xdg.FontDirs }

// home returns the one folder that holds everything, if there is one.
func home() (string, bool) {
	if dir := os.Getenv(HomeVariable); dir != "" {
		return dir, true
	}
	program, err := os.Executable()
	if err != nil {
		return "", false
	}
	return portable(program)
}

// PortableFile is the name of a file beside the program that makes it portable
// too, for those who unpack it and do not want to make a folder.
const PortableFile = "portable"

// portable returns the portable folder beside a program, if it is portable: it
// has that folder, or the file that asks for it. A link to the program does not
// count: the folder lies where the program lies.
func portable(program string) (string, bool) {
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	beside := filepath.Dir(program)
	dir := filepath.Join(beside, PortableDir)
	if info, err := os.Stat(dir); err == nil {
		return dir, info.IsDir()
	}
	for _, name := range []string{PortableFile, PortableFile + ".txt"} {
		if _, err := os.Stat(filepath.Join(beside, name)); err == nil {
			return dir, true
		}
	}
	return dir, false
}
