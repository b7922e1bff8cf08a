package desktop

import (
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// quietLook is how often it is looked whether the program is at rest.
	quietLook = 2 * time.Second
	// quietWork is how much is made between two looks by a program at rest: a
	// pointer that is moved, a caret. In bytes.
	quietWork = 2 << 20
	// worthIt is how much must have been made since the last time for the
	// memory to be gone through again. In bytes.
	worthIt = 24 << 20
)

// keepSmall gives memory back to the system whenever the program comes to
// rest: opening a brief, drawing pictures of pages and building the dictionary
// need far more than what stays. By itself Go keeps all that it once had for
// what may come next.
func keepSmall() {
	var q quiet
	made := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	for {
		time.Sleep(quietLook)
		metrics.Read(made)
		if q.look(made[0].Value.Uint64()) {
			debug.FreeOSMemory()
		}
	}
}

// A quiet decides when it is worth while to go through the memory.
type quiet struct {
	seen  uint64 // made up to the last look, in bytes
	given uint64 // made up to the last time that memory was given back
}

// look takes how much was made since the program began, and reports whether it
// is at rest after work that was worth it.
func (q *quiet) look(made uint64) bool {
	rests := made-q.seen < quietWork
	q.seen = made
	if !rests || made-q.given < worthIt {
		return false
	}
	q.given = made
	return true
}
