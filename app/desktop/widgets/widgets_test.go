package widgets

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/desktop/theme"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// perRune measures text at ten a character, hanzi at twenty.
func perRune(s string) float32 {
	w := float32(0)
	for _, r := range s {
		if wide(r) {
			w += 10
		}
		w += 10
	}
	return w
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		max   int
		want  []string
	}{
		{"the quick brown fox", 100, 0, []string{"the quick", "brown fox"}},
		{"数字外交，机会不均", 80, 0, []string{"数字外", "交，机会", "不均"}},
		{"他说“好”。", 60, 0, []string{"他说", "“好”。"}},
		{"共2030年前完成", 100, 0, []string{"共2030年前", "完成"}},
		{"one\ntwo", 100, 0, []string{"one", "two"}},
		{"the quick brown fox", 100, 1, []string{"the quick…"}},
		{"", 100, 0, []string{""}},
		{"so techno-nationalism is", 110, 0, []string{"so techno-", "nationalism", "is"}},
		{"in 2019-2024 now", 90, 0, []string{"in", "2019-2024", "now"}},
		{"it isn’t so", 60, 0, []string{"it", "isn’t", "so"}},
	} {
		got := wrap(c.text, c.width, c.max, perRune)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q, %g, %d) = %q, want %q", c.text, c.width, c.max, got, c.want)
		}
	}
}

func FuzzWrapLosesNothing(f *testing.F) {
	f.Add("论者指出，the 95% gap（见图1）……", float32(70))
	f.Add("——“”", float32(1))
	f.Fuzz(func(t *testing.T, text string, width float32) {
		if !utf8.ValidString(text) || width < 0 || width > 1e4 {
			t.Skip()
		}
		bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if got := strings.Join(wrap(text, width, 0, perRune), ""); bare(got) != bare(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

// dress starts an application in the light look.
func dress(t testing.TB) {
	t.Helper()
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
}

// block is a row of a fixed height that can be changed.
type block struct {
	*canvas.Rectangle
	height float32
}

func (b *block) HeightFor(float32) float32 { return b.height }

func columnOf(n int, built map[int]*block) *Column {
	c := NewColumn(0, 0)
	rows := make([]Row, n)
	for i := range rows {
		rows[i] = Row{
			Key:      fmt.Sprint(i),
			Estimate: func(float32) float32 { return 50 },
			Build: func() fyne.CanvasObject {
				built[i] = &block{canvas.NewRectangle(nil), 50}
				return built[i]
			},
		}
	}
	c.Resize(fyne.NewSize(200, 300))
	c.SetRows(rows)
	return c
}

func TestColumnBuildsWhatIsNear(t *testing.T) {
	dress(t)
	built := map[int]*block{}
	c := columnOf(1000, built)
	if len(built) == 0 || len(built) > 20 {
		t.Fatalf("%d of 1000 rows were built for a view of six", len(built))
	}
	c.Reveal("900")
	top, _, _ := c.Bounds("900")
	if built[900] == nil || c.Offset() > top || c.Offset()+300 < top+50 {
		t.Errorf("row 900 at %g is not in the view from %g", top, c.Offset())
	}
	if _, ok := c.Built("0"); ok {
		t.Error("the first row is still built far away")
	}
}

func TestColumnKeepsItsPlaceWhenARowAboveGrows(t *testing.T) {
	dress(t)
	built := map[int]*block{}
	c := columnOf(100, built)
	c.ScrollTo(220) // row 4, 20 below its top
	built[2].height = 150
	c.Remeasure("2")
	if top, _, _ := c.Bounds("4"); c.Offset()-top != 20 {
		t.Errorf("row 4 begins at %g and the view at %g", top, c.Offset())
	}
}

func TestColumnKeepsRowsThatStay(t *testing.T) {
	dress(t)
	built := map[int]*block{}
	c := columnOf(5, built)
	old := built[3]
	c.SetRows(append([]Row{}, c.rows[1:]...))
	if o, _ := c.Built("3"); o != fyne.CanvasObject(old) {
		t.Error("a row that stays was built anew")
	}
	if _, ok := c.Built("0"); ok {
		t.Error("a row that is gone is still there")
	}
}

func field(t *testing.T, text string) (*Field, fyne.Window) {
	t.Helper()
	dress(t)
	f := NewField(text, "")
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(200, 400))
	return f, w
}

func TestFieldGrowsWithItsText(t *testing.T) {
	f, _ := field(t, "one")
	one := f.HeightFor(180)
	grown := 0
	f.OnGrown = func() { grown++ }
	edited := ""
	f.OnEdited = func(s string) { edited = s }
	test.Type(f, strings.Repeat("word ", 20))
	if h := f.HeightFor(180); h < 3*one/2 || grown == 0 {
		t.Errorf("height %g after %g, told %d times", h, one, grown)
	}
	if edited != f.Text {
		t.Errorf("OnEdited was told %q of %q", edited, f.Text)
	}
	edited = "unchanged"
	f.ShowText("two")
	if f.Text != "two" || edited != "unchanged" {
		t.Errorf("ShowText: %q, OnEdited %q", f.Text, edited)
	}
}

// byTwo moves by two characters.
func byTwo(s string, at int) int   { return min(len([]rune(s)), at+2) }
func backTwo(_ string, at int) int { return max(0, at-2) }

func TestFieldMovesByWords(t *testing.T) {
	f, w := field(t, "数字外交的能力差距在扩大而不是缩小因此需要行动")
	f.NextWord, f.PreviousWord = byTwo, backTwo
	w.Canvas().Focus(f)
	ctrl := func(k fyne.KeyName) {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	for i := range 11 { // over soft line ends
		ctrl(fyne.KeyRight)
		if at := f.CursorTextOffset(); at != 2*(i+1) {
			t.Fatalf("after %d steps the caret is at %d", i+1, at)
		}
	}
	ctrl(fyne.KeyLeft)
	if at := f.CursorTextOffset(); at != 20 {
		t.Errorf("one step back the caret is at %d", at)
	}
	click := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	click.Position = f.CaretPosition().AddXY(1, 4)
	for i, want := range []int{0, 2, utf8.RuneCountInString(f.Text)} { // nothing, a word, all
		f.MouseDown(click)
		f.MouseUp(click)
		if s := f.SelectedText(); utf8.RuneCountInString(s) != want {
			t.Errorf("click %d selects %q", i+1, s)
		}
	}
}

func TestFieldTakesOnlyWhatAPageCanShow(t *testing.T) {
	f, _ := field(t, "")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted("a\r\nb\x00\ufeff\x1bc")})
	if f.Text != "a\nbc" {
		t.Errorf("pasted: %q", f.Text)
	}
	f.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text != "a\nbc" {
		t.Error("the field undoes by itself; undo belongs to the document")
	}
}

func TestCardSelectsOnceAndActsOnTheSecondClick(t *testing.T) {
	dress(t)
	c := NewCard(canvas.NewRectangle(nil), 4)
	selected, acted := 0, 0
	c.OnTapped = func() { selected++ }
	c.OnDoubleTapped = func() { acted++ }
	test.Tap(c)
	test.Tap(c)
	if selected != 1 || acted != 1 {
		t.Errorf("selected %d times, acted %d times", selected, acted)
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if acted != 2 {
		t.Error("Enter does not act")
	}
}

func TestPanesGiveWayAtTheSides(t *testing.T) {
	dress(t)
	p := NewPanes(canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), 300, 400)
	for _, c := range []struct{ total, left, right float32 }{
		{1600, 300, 400}, {1000, 300, 280}, {900, 216, 264}, {884, 200, 264}, {883, 300, 0}, {640, 220, 0},
	} {
		if l, r := p.widths(c.total); l != c.left || r != c.right {
			t.Errorf("in %g: %g and %g, want %g and %g", c.total, l, r, c.left, c.right)
		}
	}
}

func TestAButtonMadeWiderShowsItsTextInTheMiddle(t *testing.T) {
	test.NewTempApp(t)
	b := NewButton(Plain, "OK", nil, nil)
	b.Resize(fyne.NewSize(200, 30))
	left := b.content.Position().X
	right := 200 - left - b.content.Size().Width
	if left < 50 || left-right > 1 || right-left > 1 {
		t.Errorf("%v to the left of the text, %v to the right", left, right)
	}
}

func TestHiddenPanesGiveTheirRoom(t *testing.T) {
	test.NewTempApp(t)
	left, middle, right := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	p := NewPanes(left, middle, right, 300, 400)
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 600))
	for _, c := range []struct {
		left, middle, right bool
		middleWidth, side   float32
	}{
		{true, true, true, 498, 400},
		{false, true, true, 799, 400},
		{true, true, false, 899, 0},
		{false, false, true, 0, 1199},
	} {
		p.ShowPanes(c.left, c.middle, c.right)
		if c.middle && middle.Size().Width != c.middleWidth {
			t.Errorf("%+v: the middle is %g wide", c, middle.Size().Width)
		}
		if c.right && right.Size().Width != c.side {
			t.Errorf("%+v: the right one is %g wide", c, right.Size().Width)
		}
		if left.Visible() != c.left || middle.Visible() != c.middle || right.Visible() != c.right {
			t.Errorf("%+v: shown %v %v %v", c, left.Visible(), middle.Visible(), right.Visible())
		}
	}
	p.ShowPanes(true, true, true)
	if middle.Size().Width != 498 {
		t.Errorf("shown again the middle is %g wide", middle.Size().Width)
	}
	w.Resize(fyne.NewSize(700, 600))
	if !p.Crowded() || right.Visible() || middle.Size().Width != 419 {
		t.Errorf("in a narrow window: crowded %v, the middle is %g wide, the right one is shown: %v", p.Crowded(), middle.Size().Width, right.Visible())
	}
	w.Resize(fyne.NewSize(1200, 600))
	if p.Crowded() || !right.Visible() || middle.Size().Width != 498 {
		t.Errorf("in a wide window again: crowded %v, the middle is %g wide, the right one is shown: %v", p.Crowded(), middle.Size().Width, right.Visible())
	}
}

func TestEscapeAnswersADialogWhateverHasTheFocus(t *testing.T) {
	dress(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(600, 400))
	c := w.Canvas()
	plain := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { plain++ })
	said := ""
	ask := func(name string) *Options {
		o := NewOptions(0, "one", "two")
		ShowDialog(w, name, o, fyne.NewSize(300, 200),
			Answer{Label: "No", Run: func() { said += name + " no " }}, Answer{Label: "Yes", Run: func() { said += name + " yes " }})
		return o
	}
	press := func(k fyne.KeyName) {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
			return
		}
		c.OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
	ask("a")
	c.Unfocus()
	o := ask("b")
	c.Focus(o.pills[1])
	press(fyne.KeyEscape)
	c.Unfocus()
	press(fyne.KeyReturn)
	c.Unfocus()
	press(fyne.KeyF9)
	if said != "b no a yes " || plain != 1 {
		t.Errorf("said %q, %d keys came through", said, plain)
	}
}

func TestACardIsDraggedOrClicked(t *testing.T) {
	test.NewTempApp(t)
	c := NewDragCard(canvas.NewText("card", color.Black), 8)
	var at fyne.Position
	taps, drops := 0, 0
	c.OnTapped, c.OnDropped = func() { taps++ }, func() { drops++ }
	c.OnDragged = func(p fyne.Position) { at = p }
	move := func(dx float32) {
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(dx, 3)}, Dragged: fyne.NewDelta(dx, 0)})
	}
	move(3)
	c.DragEnd()
	if taps != 1 || drops != 0 || at != (fyne.Position{}) {
		t.Errorf("a hand that trembled: %d clicks, %d drops, dragged to %v", taps, drops, at)
	}
	move(40)
	move(-50)
	c.DragEnd()
	if taps != 1 || drops != 1 || at.X != -50 {
		t.Errorf("a drag: %d clicks, %d drops, dragged to %v", taps, drops, at)
	}
}

func TestACheckIsSwitchedByHandAndByKey(t *testing.T) {
	test.NewTempApp(t)
	told := []bool{}
	c := NewCheck("Landscape", true, func(on bool) { told = append(told, on) })
	w := test.NewTempWindow(t, c)
	if c.tick.Hidden {
		t.Error("it is on, and has no tick")
	}
	test.Tap(c)
	if c.Checked || !c.tick.Hidden {
		t.Errorf("a click leaves it %v, its tick hidden: %v", c.Checked, c.tick.Hidden)
	}
	w.Canvas().Focus(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !c.Checked || len(told) != 2 || told[0] || !told[1] {
		t.Errorf("after Space it is %v, and told %v", c.Checked, told)
	}
}

// A hint is as wide as its field at most, and whole where there is room again.
func TestAHintFitsItsField(t *testing.T) {
	dress(t)
	const hint = "Search arguments and terms…"
	e := NewLineEntry("")
	e.SetPlaceHolder(hint)
	e.Resize(fyne.NewSize(150, 36))
	if w := fyne.MeasureText(e.PlaceHolder, fynetheme.TextSize(), fyne.TextStyle{}).Width; w > 140 || !strings.HasSuffix(e.PlaceHolder, "…") {
		t.Errorf("%q is %g wide", e.PlaceHolder, w)
	}
	e.Resize(fyne.NewSize(400, 36))
	if e.PlaceHolder != hint {
		t.Errorf("with room it is %q", e.PlaceHolder)
	}
}
