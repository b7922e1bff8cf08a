//go:build watchdog && linux

// Package watch looks, in a build with the tag watchdog, whether the main
// thread is ever kept from its work for longer than a user would notice.
//
//	watch.Begin(fyne.Do)
//
// It asks the main thread for an answer again and again. An answer that takes
// longer than [Limit] is noted in the file that the environment variable
// CELUN_WATCH names, one line of JSON each, with how long it took, how much of
// that the thread really worked, and what it was at. Without the tag nothing of
// this is in the program.
package watch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strings"
	"time"

	"celun/app/store"

	"golang.org/x/sys/unix"
)

// Limit is how long the main thread may be busy with one thing.
const Limit = 50 * time.Millisecond

// pace is how often it is asked.
const pace = 4 * time.Millisecond

// A stall is one time that it took longer.
type stall struct {
	At     string   `json:"at"`      // the time of day
	Wall   float64  `json:"wall_ms"` // until the answer
	Worked float64  `json:"cpu_ms"`  // of the thread meanwhile
	What   string   `json:"what"`    // draw: it was with the graphics driver; wait: it waited for something; show: the whole window was built; work
	Where  []string `json:"where"`   // the functions it was in, the innermost first
}

// Begin watches from now on. Post has a function called on the main thread.
func Begin(post func(func())) {
	path := os.Getenv("CELUN_WATCH")
	if path == "" {
		return
	}
	out, err := store.OpenLog(path, 1<<30)
	if err != nil {
		fmt.Fprintln(os.Stderr, "watch:", err)
		return
	}
	go func() {
		time.Sleep(2 * time.Second) // the start is measured otherwise
		before := <-answer(post)
		for {
			time.Sleep(pace)
			s, now := ask(post, before)
			before = now
			if s != nil {
				line, _ := json.Marshal(s)
				_, _ = out.Write(append(line, '\n'))
			}
		}
	}()
}

// answer asks the main thread how long it has worked so far.
func answer(post func(func())) <-chan time.Duration {
	c := make(chan time.Duration, 1)
	post(func() { c <- worked() })
	return c
}

// ask waits for an answer of the main thread, which had worked so long at its
// last answer. A stall may have begun since then, before it is asked again.
func ask(post func(func()), before time.Duration) (*stall, time.Duration) {
	begun := time.Now()
	answered := answer(post)
	late := time.NewTimer(Limit)
	defer late.Stop()
	select {
	case now := <-answered:
		return nil, now
	case <-late.C:
	}
	state, where := main()
	after := <-answered
	s := &stall{
		At: time.Now().Format("15:04:05.000"), Wall: ms(time.Since(begun)), Worked: ms(after - before),
		What: "work", Where: where,
	}
	stack := strings.Join(where, " ")
	switch {
	case strings.Contains(stack, "repaintWindow") || driver(where):
		s.What = "draw"
	case waits.MatchString(state):
		s.What = "wait"
	case strings.Contains(stack, "(*Desk).show "):
		s.What = "show"
	}
	s.Where = where[:min(len(where), 20)]
	return s, after
}

// driver reports whether the innermost of the functions is one of the graphics
// driver. What a key or the mouse has the program do is called from one, too.
func driver(where []string) bool {
	for _, f := range where {
		if !strings.HasPrefix(f, "runtime.") {
			return strings.Contains(f, "._Cfunc_")
		}
	}
	return false
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// worked returns how long the calling thread has worked so far.
func worked() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t) != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// waits is the state of a goroutine that waits for another, or for a file.
var waits = regexp.MustCompile(`\[(?:chan|select|sema|sync|IO wait|sleep)`)

var frame = regexp.MustCompile(`(?m)^([\w./*()\-]+)\(`)

// main returns the state of the main goroutine and the functions it is in.
func main() (state string, where []string) {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	at := bytes.Index(buf, []byte("goroutine 1 ["))
	if at < 0 {
		return "", nil
	}
	buf = buf[at:]
	if end := bytes.Index(buf, []byte("\n\n")); end > 0 {
		buf = buf[:end]
	}
	head, rest, _ := bytes.Cut(buf, []byte("\n"))
	for _, m := range frame.FindAllSubmatch(rest, 90) {
		where = append(where, string(m[1]))
	}
	return string(head), where
}
