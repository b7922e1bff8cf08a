package export

import (
	"sync/atomic"
	"time"
)

// beat is the least time between two things that a gauge shows.
const beat = 100 * time.Millisecond

// A gauge shows how far an export is, which is told hundreds of times a
// second: the latest whole percent only, no more often than the beat, and
// never while the main thread has not yet shown the one before.
type gauge struct {
	post    func(func())
	show    func(percent int) // on the main thread
	latest  atomic.Int64
	pending atomic.Bool
	shown   int       // percent that was posted last
	next    time.Time // nothing is posted before it
}

// progress is told how far the export is, by one goroutine at a time.
func (g *gauge) progress(done, total int) {
	if total <= 0 {
		return
	}
	percent := max(1, 100*done/total)
	g.latest.Store(int64(percent))
	now := time.Now()
	if percent == g.shown || now.Before(g.next) || !g.pending.CompareAndSwap(false, true) {
		return
	}
	g.shown, g.next = percent, now.Add(beat)
	g.post(func() {
		g.pending.Store(false)
		g.show(int(g.latest.Load()))
	})
}
