package widgets

import (
	"strings"
	"testing"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// starred reads **strong**, and [x] as a chip.
func starred(text string) []Run {
	var runs []Run
	runes := []rune(text)
	strong, begun := false, 0
	flush := func(to int) {
		if to > begun {
			runs = append(runs, Run{Text: string(runes[begun:to]), At: begun, Length: to - begun, Bold: strong})
		}
	}
	for i := 0; i < len(runes); i++ {
		switch {
		case strings.HasPrefix(string(runes[i:]), "**"):
			flush(i)
			strong = !strong
			i++
			begun = i + 1
		case strings.HasPrefix(string(runes[i:]), "[x]"):
			flush(i)
			runs = append(runs, Run{Text: "cited", At: i, Length: 3, Chip: true})
			i += 2
			begun = i + 1
		}
	}
	flush(len(runes))
	return runs
}

// shown returns the lines of a field as they are seen.
func shown(f *Field) []string {
	var lines []string
	for _, l := range f.face.lines {
		line := ""
		for _, p := range l.parts {
			line += p.text
		}
		lines = append(lines, line)
	}
	return lines
}

func keyed(f *Field, names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func shifted(f *Field, do func()) {
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	do()
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// While it is typed too, no line begins with a closing mark or ends with an
// opening one.
func TestTheFocusedTextBreaksItsLinesByTheRules(t *testing.T) {
	f, w := field(t, "")
	w.Canvas().Focus(f)
	for _, r := range "各国在网络治理上意见分歧，数据泄露频发。有人说“规则先行”，也有人说《公约》（草案）已够；能力差距仍在扩大，技术应用并不均衡。" {
		f.TypedRune(r)
		for i, line := range shown(f) {
			runes := []rune(line)
			if i > 0 && strings.ContainsRune("，。；”》）、", runes[0]) {
				t.Fatalf("a line begins so: %q", line)
			}
			if i < len(f.face.lines)-1 && strings.ContainsRune("“《（", runes[len(runes)-1]) {
				t.Fatalf("a line ends so: %q", line)
			}
		}
	}
	if len(f.face.lines) < 3 {
		t.Fatalf("%q", shown(f))
	}
}

// Markup is seen where the caret is, dimmed, and nowhere else.
func TestMarkupIsShownOnlyAtTheCaret(t *testing.T) {
	f, w := field(t, "一**二三**四五[x]六")
	f.Reads = starred
	f.Reread()
	for _, c := range []struct {
		caret int
		want  string
	}{{0, "一二三四五cited六"}, {1, "一**二三**四五cited六"}, {4, "一**二三**四五cited六"}, {7, "一**二三**四五cited六"}, {8, "一二三四五cited六"}, {9, "一二三四五[x]六"}, {12, "一二三四五[x]六"}, {13, "一二三四五cited六"}} {
		w.Canvas().Focus(f)
		f.SetCaret(c.caret)
		if got := strings.Join(shown(f), ""); got != c.want {
			t.Errorf("at %d: %q, want %q", c.caret, got, c.want)
		}
	}
	f.SetCaret(4)
	dim := 0
	for _, o := range f.face.objects {
		if text, ok := o.(*canvas.Text); ok && text.Text == "**" && text.Color == colorOf(theme.Muted) {
			dim++
		}
	}
	if dim != 2 {
		t.Errorf("%d marks are dimmed", dim)
	}
	w.Canvas().Unfocus()
	if got := strings.Join(shown(f), ""); got != "一二三四五cited六" {
		t.Errorf("without the focus: %q", got)
	}
}

// Each step of the caret is seen, and none leads into what is hidden.
func TestTheCaretIsSeenAtEveryOffset(t *testing.T) {
	f, w := field(t, "一**二三**四五[x]六\n七八，九十")
	f.Reads = starred
	w.Canvas().Focus(f)
	f.SetCaret(0)
	last := f.CaretPosition()
	for want := 1; want <= len([]rune(f.Text)); want++ {
		keyed(f, fyne.KeyRight)
		if f.CursorTextOffset() != want {
			t.Fatalf("the caret is at %d, want %d", f.CursorTextOffset(), want)
		}
		now := f.CaretPosition()
		if want != 1 && now == last { // the first step reveals marks
			t.Errorf("at %d the caret has not moved from %v", want, now)
		}
		if c := f.face.around(want); c != f.face.caret {
			t.Errorf("at %d %v is shown, not %v", want, f.face.caret, c)
		}
		last = now
	}
}

// What is typed, erased and selected is what the text says, in whatever order.
func TestTypingErasingAndSelecting(t *testing.T) {
	f, w := field(t, "")
	w.Canvas().Focus(f)
	edited := ""
	f.OnEdited = func(s string) { edited = s }
	test.Type(f, "数字外交")
	keyed(f, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace)
	test.Type(f, "据")
	keyed(f, fyne.KeyDelete)
	if f.Text != "数据交" || edited != f.Text || f.CursorTextOffset() != 2 {
		t.Fatalf("%q, told %q, caret at %d", f.Text, edited, f.CursorTextOffset())
	}
	shifted(f, func() { keyed(f, fyne.KeyLeft, fyne.KeyLeft) })
	if f.SelectedText() != "数据" {
		t.Fatalf("selected %q", f.SelectedText())
	}
	clip := test.NewClipboard()
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	keyed(f, fyne.KeyEnd)
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if f.Text != "交数据" || clip.Content() != "数据" {
		t.Fatalf("%q, on the clipboard %q", f.Text, clip.Content())
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	keyed(f, fyne.KeyRight)
	if lo, hi := f.Selection(); lo != 3 || hi != 3 {
		t.Errorf("an arrow leaves %d to %d selected", lo, hi)
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(f, "x")
	keyed(f, fyne.KeyReturn)
	if f.Text != "x\n" || f.CursorTextOffset() != 2 {
		t.Errorf("%q", f.Text)
	}
}

// Up and down keep to a column, End stays on its line, also where the line
// goes on.
func TestTheCaretGoesByLines(t *testing.T) {
	f, w := field(t, strings.Repeat("数字外交的能力差距", 6)+"\n短\n"+strings.Repeat("规则", 12))
	w.Canvas().Focus(f)
	f.SetCaret(0)
	keyed(f, fyne.KeyEnd)
	first := f.CursorTextOffset()
	if y := f.CaretPosition().Y; y != f.face.top() || first < 8 {
		t.Fatalf("End leads to %d at %v", first, f.CaretPosition())
	}
	test.Type(f, "") // nothing
	keyed(f, fyne.KeyHome)
	if f.CursorTextOffset() != 0 {
		t.Fatalf("Home leads to %d", f.CursorTextOffset())
	}
	f.SetCaret(5)
	x := f.CaretPosition().X
	for range len(f.face.lines) - 1 {
		keyed(f, fyne.KeyDown)
	}
	if got := f.CaretPosition().X; got < x-8 || got > x+8 {
		t.Errorf("down over a short line leads from %g to %g", x, got)
	}
	for range len(f.face.lines) - 1 {
		keyed(f, fyne.KeyUp)
	}
	if f.CursorTextOffset() != 5 {
		t.Errorf("and up again to %d", f.CursorTextOffset())
	}
	left := 0
	f.OnLeave = func(down bool) { left++ }
	keyed(f, fyne.KeyUp)
	if left != 1 {
		t.Error("up from the first line does not leave")
	}
}

// The place of an offset and the offset at a place are one.
func TestPlacesAndOffsetsAgree(t *testing.T) {
	f, w := field(t, "一**二三**四五[x]六 and some words\n\n七八，“九十”"+strings.Repeat("字", 30))
	f.Reads = starred
	w.Canvas().Focus(f)
	for at := range len([]rune(f.Text)) + 1 {
		f.SetCaret(at)
		p := f.CaretPosition()
		got, _ := f.face.offset(p.AddXY(0.5, f.face.pitch()-1))
		if got != at {
			t.Errorf("%d stands at %v, where %d is", at, p, got)
		}
	}
}

func TestTheMouseSelects(t *testing.T) {
	f, w := field(t, "一**二三**四五六七八九十")
	f.Reads = starred
	f.Reread()
	hanzi := fyne.MeasureText("字", 13, fyne.TextStyle{}).Width
	at := func(n float32) fyne.Position { return fyne.NewPos(8+n*hanzi, 14) }
	down := func(n float32) {
		f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: at(n)}})
	}
	down(2) // between 二 and 三, as they are seen
	if !f.HasFocus() || f.CursorTextOffset() != 4 {
		t.Fatalf("the caret is at %d", f.CursorTextOffset())
	}
	if got := strings.Join(shown(f), ""); strings.Contains(got, "*") {
		t.Errorf("the text moves under the mouse: %q", got)
	}
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(5)}})
	f.DragEnd()
	f.MouseUp(&desktop.MouseEvent{})
	if f.SelectedText() != "三**四五" {
		t.Errorf("selected %q", f.SelectedText())
	}
	w.Canvas().Unfocus()
	down(2)
	f.MouseUp(&desktop.MouseEvent{})
	if got := strings.Join(shown(f), ""); !strings.Contains(got, "**二三**") {
		t.Errorf("the marks at the caret are not seen: %q", got)
	}
}

// A change from outside, such as undo, leaves the caret where the text is.
func TestTheCaretStaysInWhatIsTheSame(t *testing.T) {
	f, w := field(t, "甲乙丙丁")
	w.Canvas().Focus(f)
	f.SetCaret(3)
	f.ShowText("新甲乙丙丁")
	if f.CursorTextOffset() != 4 {
		t.Errorf("after a change before it: %d", f.CursorTextOffset())
	}
	f.ShowText("新甲乙丙丁戊己")
	if f.CursorTextOffset() != 4 {
		t.Errorf("after a change behind it: %d", f.CursorTextOffset())
	}
	f.ShowText("新丁")
	if f.CursorTextOffset() > 2 {
		t.Errorf("beyond the text: %d", f.CursorTextOffset())
	}
}

// Whatever keys come, the caret stays in the text and is seen on it.
func FuzzKeysInAText(f *testing.F) {
	f.Add("一**二**三[x]", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("a\n\n**b", []byte{9, 9, 1, 12, 5, 3})
	dress(f)
	keys := []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyPageUp, fyne.KeyPageDown,
	}
	f.Fuzz(func(t *testing.T, text string, typed []byte) {
		if len(text) > 200 || len(typed) > 60 {
			t.Skip()
		}
		e := NewField(strings.ToValidUTF8(text, ""), "")
		e.Reads = starred
		e.Resize(fyne.NewSize(120, 200))
		e.HeightFor(120)
		e.FocusGained()
		for _, k := range typed {
			switch n := int(k) % 14; {
			case n < len(keys):
				keyed(e, keys[n])
			case n == 11:
				e.TypedRune('，')
			case n == 12:
				e.TypedRune('*')
			default:
				shifted(e, func() { keyed(e, keys[int(k)/14%6]) })
			}
			if at := e.CursorTextOffset(); at < 0 || at > len([]rune(e.Text)) {
				t.Fatalf("the caret is at %d of %q", at, e.Text)
			}
			if p := e.CaretPosition(); p.Y > e.need() || p.X < 0 || p.X > 120 {
				t.Fatalf("the caret is at %v", p)
			}
		}
	})
}
