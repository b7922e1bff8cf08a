package desktop

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	fynedesktop "fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestAMonkeyAtTheWindow presses keys, runs commands, clicks, drags and turns
// the wheel without any sense. Nothing may end the program or be refused; the
// brief stays sound and shows what it has; the edits that the journal was told
// of lead to the brief; undo leads back to the very start, and redo to the end.
//
// CELUN_MONKEY="FIRST LAST STEPS" has it go on for other seeds, and longer.
func TestAMonkeyAtTheWindow(t *testing.T) {
	first, last, steps := uint64(1), uint64(2), 80
	if long := os.Getenv("CELUN_MONKEY"); long != "" {
		if _, err := fmt.Sscan(long, &first, &last, &steps); err != nil {
			t.Fatal(err)
		}
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Chdir(home) // files that it names without a folder
	for seed := first; seed <= last; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			m := newMonkey(t, seed)
			for range steps {
				m.act()
			}
			m.thereAndBack()
		})
	}
}

// A monkey works at a window on a copy of the sample.
type monkey struct {
	*stage
	r       *rand.Rand
	actions []string // that it runs
	did     []string
	start   *brief.Brief
	replay  *brief.Brief // the start with all that the journal was told of
}

// notForMonkeys are commands that end the program, take the brief away or
// leave the window.
var notForMonkeys = []string{"quit", "close", "new", "open", "sample", "next issue", "lesson", "log", "export again"}

func newMonkey(t *testing.T, seed uint64) *monkey {
	m := &monkey{stage: withSample(t, language.EN), r: rand.New(rand.NewPCG(seed, 11))}
	m.write(filepath.Join(t.TempDir(), "brief.celun"), nil)
	m.until("it is saved", func() bool { return !m.doc.saving && !m.dirty() })
	t.Cleanup(func() { m.retire(m.doc) })
	m.doc.guard.known = false // no other program is at the file
	m.start = m.brief().Clone()
	m.replay = m.start.Clone()
	m.doc.history.OnEdit = func(e brief.Edit) {
		if _, err := e.Apply(m.replay); err != nil {
			m.fatal("an edit does not follow from the ones before: %v", err)
		}
		m.replay.Weigh()
	}
	for _, a := range m.Desk.actions {
		if !slices.Contains(notForMonkeys, a.ID) {
			m.actions = append(m.actions, a.ID)
		}
	}
	return m
}

func (m *monkey) fatal(format string, args ...any) {
	m.t.Helper()
	m.t.Fatalf(format+"\nafter %s", append(args, strings.Join(m.did[max(0, len(m.did)-25):], ", "))...)
}

// act does one thing, and looks whether all is well.
func (m *monkey) act() {
	defer func() {
		if why := recover(); why != nil {
			m.did = append(m.did, "PANIC")
			m.t.Errorf("after %s", strings.Join(m.did[max(0, len(m.did)-25):], ", "))
			panic(why)
		}
	}()
	m.did = append(m.did, m.step())
	for len(m.queue) > 0 && m.r.IntN(4) > 0 {
		(<-m.queue)()
	}
	if m.doc == nil {
		m.fatal("the brief is gone")
	}
	if err := m.brief().Validate(); err != nil {
		m.fatal("the brief is not sound: %v", err)
	}
	if o := m.dialog(); o != nil {
		if said := written(o); strings.Contains(said, catalogue.ThatFailed.EN) && !m.expected(said) {
			m.fatal("it says %q", said)
		}
	}
	if f, at := m.editor.Field(); f != nil {
		if want, has := m.brief().Text(at); has && f.Text != want {
			m.fatal("%v shows %.60q and has %.60q", at, f.Text, want)
		}
	}
}

// expected reports whether a refusal is one that a monkey has earned: files
// that are none, and forms that are not filled.
func (m *monkey) expected(said string) bool {
	for _, word := range []string{"file", "folder", "worksheets are", "Correct", "template", "there is no"} {
		if strings.Contains(said, word) {
			return true
		}
	}
	return false
}

var monkeyKeys = []fyne.KeyName{
	fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
	fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyEscape, fyne.KeyF3, fyne.KeyF8,
}

// step does one thing and returns its name.
func (m *monkey) step() string {
	c := m.window.Canvas()
	at := fyne.NewPos(m.r.Float32()*c.Size().Width, m.r.Float32()*c.Size().Height)
	switch n := m.r.IntN(100); {
	case n < 25:
		k := monkeyKeys[m.r.IntN(len(monkeyKeys))]
		m.typed(k)
		return string(k)
	case n < 42:
		text := []string{"字", "a b ", "/gz", "8.5亿", "**", "[^", "“", "\u0301", "👩‍👩‍👧", "　", "\u200b", "1. ", "%"}[m.r.IntN(13)]
		if f := c.Focused(); f != nil {
			test.Type(f, text)
		}
		return "type " + text
	case n < 62:
		id := m.actions[m.r.IntN(len(m.actions))]
		if a := m.Desk.actions.Find(id); a.CanRun() {
			a.Do()
			return id
		}
		return id + " (not now)"
	case n < 70:
		test.TapCanvas(c, at)
		return fmt.Sprint("click ", at)
	case n < 78:
		return m.mouse()
	case n < 82:
		test.Drag(c, at, m.r.Float32()*400-200, m.r.Float32()*400-200)
		return fmt.Sprint("drag ", at)
	case n < 85:
		test.Scroll(c, at, 0, m.r.Float32()*800-400)
		return "wheel"
	case n < 88:
		c.FocusNext()
		return "tab"
	case n < 90:
		m.window.Resize(fyne.NewSize(500+m.r.Float32()*1000, 400+m.r.Float32()*600))
		return "resize"
	case n < 93:
		all := m.lib.All()
		e := all[m.r.IntN(len(all))]
		m.insertArgument(e, []argument.Length{argument.Title, argument.Line, argument.Statement}[m.r.IntN(3)])
		return "insert " + e.ID
	case n < 95:
		all := m.lib.All()
		e := all[m.r.IntN(len(all))]
		m.dragArgument(at)
		m.dropArgument(e)
		return "drop " + e.ID
	case n < 97:
		m.writeDocument(m.doc, saving{path: m.doc.path, quiet: true})
		return "autosave"
	default:
		for range 2 { // a form that was filled asks, and stays
			if m.dialog() != nil {
				m.typed(fyne.KeyEscape)
			}
		}
		for o := m.dialog(); o != nil; o = m.dialog() {
			c.Overlays().Remove(o)
		}
		m.backToText()
		return "to the text"
	}
}

// mouse selects in a text that is on the screen.
func (m *monkey) mouse() string {
	fields := everything[*widgets.Field](m.window.Content())
	if m.dialog() != nil || len(fields) == 0 {
		return "no text"
	}
	f := fields[m.r.IntN(len(fields))]
	where := func() fyne.Position {
		return fyne.NewPos(m.r.Float32()*f.Size().Width, m.r.Float32()*f.Size().Height)
	}
	down := &fynedesktop.MouseEvent{Button: fynedesktop.MouseButtonPrimary}
	down.Position = where()
	f.MouseDown(down)
	switch m.r.IntN(3) {
	case 0:
		f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: where()}})
	case 1:
		f.MouseDown(down)
	}
	f.DragEnd()
	f.MouseUp(down)
	return "mouse"
}

// thereAndBack undoes all to the start and makes it all again.
func (m *monkey) thereAndBack() {
	for o := m.dialog(); o != nil; o = m.dialog() {
		m.window.Canvas().Overlays().Remove(o)
	}
	bytes := func(b *brief.Brief) string {
		data, err := json.Marshal(withoutIDs(b))
		if err != nil {
			m.t.Fatal(err)
		}
		return string(data)
	}
	for m.doc.history.CanRedo() {
		m.redo()
	}
	end, count := bytes(m.brief()), 0
	for range 2 {
		if got := bytes(m.replay); got != bytes(m.brief()) {
			m.fatal("the journal leads elsewhere: %s", apart(got, bytes(m.brief())))
		}
		for count = 0; m.doc.history.CanUndo(); count++ {
			m.undo()
		}
		if got, want := bytes(m.brief()), bytes(m.start); got != want {
			m.fatal("undone %d steps, it is not the start: %s", count, apart(got, want))
		}
		for range count {
			m.redo()
		}
		if m.doc.history.CanRedo() {
			m.fatal("there is more to make again than was undone")
		}
		if got := bytes(m.brief()); got != end {
			m.fatal("made again, it is not the end: %s", apart(got, end))
		}
	}
	deadline := time.Now().Add(20 * time.Second)
	for m.doc.saving && time.Now().Before(deadline) {
		m.lull()
	}
	if count == 0 { // how many there are hangs on what was drawn in time
		m.t.Error("nothing was changed")
	}
}

// apart shows where two texts begin to differ.
func apart(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-80):min(len(s), i+120)] }
	return fmt.Sprintf("\n%q\n%q", cut(a), cut(b))
}

// withoutIDs returns a brief but for what counts the ids that were given out,
// which is not undone.
func withoutIDs(b *brief.Brief) *brief.Brief {
	c := *b
	c.LastBlock, c.LastSection = 0, 0
	return &c
}
