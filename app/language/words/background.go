package words

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// Words is the dictionary of a running program. It is there at once, knows no
// word until one is built in the background, and changes to a newer one as a
// whole when the terms at hand change. It is safe for concurrent use.
type Words struct {
	current atomic.Pointer[Dictionary]
	ready   chan struct{}

	mu      sync.Mutex
	started int // loads begun
	shown   int // the load whose outcome counts now
	err     error
}

// New returns Words whose dictionary knows no word yet.
func New() *Words {
	w := &Words{ready: make(chan struct{})}
	w.current.Store(new(Dictionary))
	return w
}

// Dictionary returns the newest dictionary; never nil. Keep it for one piece
// of work, not for longer.
func (w *Words) Dictionary() *Dictionary { return w.current.Load() }

// Ready is closed when the first load is done, well or not ([Words.Err]).
func (w *Words) Ready() <-chan struct{} { return w.ready }

// Err returns why the last load failed, or nil. The dictionary before it
// stays in use.
func (w *Words) Err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}

// Load builds a dictionary in the background and puts it in use. Of several
// loads under way the one begun last wins, whichever is done last.
func (w *Words) Load(build func() (*Dictionary, error)) {
	w.mu.Lock()
	w.started++
	number := w.started
	w.mu.Unlock()
	go func() {
		d, err := safely(build)
		w.mu.Lock()
		defer w.mu.Unlock()
		if number < w.shown {
			return
		}
		if w.shown == 0 {
			defer close(w.ready)
		}
		w.shown, w.err = number, err
		if err == nil {
			w.current.Store(d)
		}
	}()
}

// safely turns a panic of the build into an error: a bad dictionary must cost
// the words, not the document that is open.
func safely(build func() (*Dictionary, error)) (d *Dictionary, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("words: the dictionary cannot be built: %v", r)
		}
	}()
	d, err = build()
	if err == nil && d == nil {
		err = fmt.Errorf("words: no dictionary was built")
	}
	return d, err
}
