package desktop

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"celun/app"
	"celun/app/store"
)

// mostLog is how large the log grows before a new one begins, in bytes.
const mostLog = 1 << 20

// StartLog has what the program logs written to a file in the folder dir too,
// and a crash noted there. It returns the report of a crash of the run before,
// or nothing. A folder that cannot be written costs the log, not the program.
func StartLog(dir string, now time.Time) (crash string) {
	path := filepath.Join(dir, "crash.txt")
	kept := filepath.Join(dir, "crash-"+now.Format("2006-01-02-150405")+".txt")
	if found, err := store.TakeReport(path, kept); found && err == nil {
		crash = kept
	}
	if f, err := store.OpenLog(path, mostLog); err == nil {
		_ = debug.SetCrashOutput(f, debug.CrashOptions{}) // which keeps a copy of the file
		_ = f.Close()
	}
	f, err := store.OpenLog(filepath.Join(dir, "celun.log"), mostLog)
	if err != nil {
		return crash
	}
	logger := log.New(f, "", log.LstdFlags)
	logger.Printf("celun %s", app.Version())
	log.SetOutput(io.MultiWriter(os.Stderr, f))
	return crash
}
