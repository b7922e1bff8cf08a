package desktop

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"celun/app/language"

	"fyne.io/fyne/v2"
)

// lull lets posted work happen until none came for a while.
func (s *stage) lull() {
	for {
		select {
		case f := <-s.queue:
			f()
		case <-time.After(30 * time.Millisecond):
			return
		}
	}
}

// typed types a key as the driver does: to what has the focus, else to the
// window.
func (s *stage) typed(k fyne.KeyName) {
	c := s.window.Canvas()
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	} else if c.OnTypedKey() != nil {
		c.OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

// Whatever a command shows over the window, Escape takes it away from every
// place that Tab leads to, and the caret is where it was.
func TestEscapeLeavesEveryDialogFromEverywhere(t *testing.T) {
	s := withSample(t, language.EN)
	s.Kept, s.Log = t.TempDir(), t.TempDir()
	s.write(filepath.Join(t.TempDir(), "brief.celun"), nil)
	s.until("it is saved", func() bool { return !s.doc.saving && !s.dirty() })
	at := s.first(language.EN)
	seen := 0
	for _, a := range s.actions {
		if slices.Contains([]string{"quit", "close", "new", "sample", "next issue", "log", "lesson", "larger text", "smaller text", "normal text"}, a.ID) {
			continue
		}
		open := func() bool {
			s.backToText()
			s.editor.Reveal(at, true)
			if f, _ := s.editor.Field(); f == nil {
				t.Fatalf("before %s %T has the focus", a.ID, s.window.Canvas().Focused())
			}
			if !a.CanRun() {
				return false
			}
			a.Do()
			s.lull()
			for s.doc.history.CanUndo() { // it asked nothing
				s.undo()
			}
			return s.dialog() != nil
		}
		if !open() {
			continue
		}
		c := s.window.Canvas()
		places := 1 // that Tab leads to
		for first := c.Focused(); places < 60; places++ {
			if c.FocusNext(); c.Focused() == first {
				break
			}
		}
		tried := map[string]int{}
		for tabs := range places {
			held, over := fmt.Sprintf("%T", c.Focused()), s.dialog()
			if tried[held]++; tried[held] > 1 { // of a long list one row will do
				c.FocusNext()
				continue
			}
			s.typed(fyne.KeyEscape)
			s.lull()
			if slices.Contains(c.Overlays().List(), over) {
				t.Errorf("%s: Escape in %s (%d Tabs) leaves %.60q", a.ID, held, tabs, written(s.dialog()))
				break
			}
			for range 3 { // questions of the dialog itself
				if s.dialog() != nil {
					s.typed(fyne.KeyEscape)
				}
			}
			if f, place := s.editor.Field(); f == nil || place != at {
				t.Errorf("%s: after Escape in %s (%d Tabs) the caret is in %v (%T)", a.ID, held, tabs, place, c.Focused())
				break
			}
			seen++
			if !open() { // what it waits for may take longer than a lull
				s.until(a.ID+" opens again", func() bool { return s.dialog() != nil })
			}
			for range tabs + 1 {
				c.FocusNext()
			}
		}
		for o := s.dialog(); o != nil; o = s.dialog() {
			s.typed(fyne.KeyEscape)
			if s.dialog() == o {
				c.Overlays().Remove(o)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d places were left", seen)
	}
}
