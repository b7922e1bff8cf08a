package editor

import (
	"testing"

	"celun/app/brief"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A bench is an editor in a window, with the history behind it.
type bench struct {
	*Editor
	t       *testing.T
	history *brief.History
}

func newBench(t *testing.T, blocks ...brief.Block) *bench {
	t.Helper()
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	b := brief.New("")
	b.Sections = []brief.Section{{ID: "s1", Heading: language.Text{ZH: "一节", EN: "Section"}, Blocks: blocks}, {ID: "s2", Heading: language.Text{ZH: "二节", EN: "Two"}}}
	x := &bench{t: t, history: brief.NewHistory(b)}
	x.Editor = New(Params{
		Language: language.ZH,
		Do: func(e brief.Edit) error {
			err := x.history.Do(e)
			x.Show(x.history.Brief())
			return err
		},
		Seal: x.history.Seal, NewBlockID: x.history.NewBlockID, NewSectionID: x.history.NewSectionID,
	})
	w := test.NewTempWindow(t, x.View())
	w.Resize(fyne.NewSize(700, 600))
	x.Show(x.history.Brief())
	return x
}

func paragraph(id, zh, en string) brief.Block {
	return brief.Block{ID: id, Kind: brief.Paragraph, Text: language.Text{ZH: zh, EN: en}, State: brief.States{ZH: brief.Draft, EN: brief.Draft}}
}

// caret puts the caret into a block's text and returns the field.
func (x *bench) caret(block string, l language.Language, offset int) *widgets.Field {
	x.t.Helper()
	x.Caret(brief.Address{Block: block, Language: l}, offset)
	f, _ := x.Field()
	if f == nil {
		x.t.Fatalf("%s has not got the caret", block)
	}
	return f
}

func key(f *widgets.Field, names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (x *bench) texts() (zh []string) {
	for _, b := range x.history.Brief().Sections[0].Blocks {
		zh = append(zh, b.Text.ZH)
	}
	return zh
}

func (x *bench) want(zh ...string) {
	x.t.Helper()
	got := x.texts()
	for i := range max(len(got), len(zh)) {
		if i >= len(got) || i >= len(zh) || got[i] != zh[i] {
			x.t.Fatalf("blocks %q, want %q", got, zh)
		}
	}
}

func TestReturnSplitsAndBackSpaceJoins(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲。乙。", "One. Two."), paragraph("b2", "丙。", "Three."))
	f := x.caret("b1", language.ZH, 2)
	key(f, fyne.KeyReturn)
	x.want("甲。", "乙。", "丙。")
	f, at := x.Field()
	if f == nil || f.Text != "乙。" || f.CursorTextOffset() != 0 || at.Language != language.ZH {
		t.Fatalf("the caret is at %v", at)
	}
	key(f, fyne.KeyBackspace)
	x.want("甲。乙。", "丙。")
	if f, _ = x.Field(); f == nil || f.CursorTextOffset() != 2 {
		t.Fatal("the caret is not at the seam")
	}
	key(f, fyne.KeyPageDown, fyne.KeyDelete)
	x.want("甲。乙。丙。")
	f, _ = x.Field()
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(f, fyne.KeyReturn)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	x.want("甲。乙。\n丙。")
	for range 4 {
		x.history.Undo()
	}
	x.Show(x.history.Brief())
	x.want("甲。乙。", "丙。")
}

func TestAnEmptyLastItemEndsAList(t *testing.T) {
	list := paragraph("b1", "一\n二", "one\ntwo")
	list.Kind = brief.List
	x := newBench(t, list)
	f := x.caret("b1", language.ZH, -1)
	key(f, fyne.KeyReturn)
	x.want("一\n二\n")
	key(f, fyne.KeyReturn)
	x.want("一\n二", "")
	if f, at := x.Field(); f == nil || at.Block == "b1" {
		t.Errorf("the caret is at %v", at)
	}
}

func TestArrowsGoOnToTheNextText(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"), paragraph("b2", "乙", "Two"))
	f := x.caret("b1", language.EN, 0)
	key(f, fyne.KeyDown)
	if _, at := x.Field(); at != (brief.Address{Block: "b2", Language: language.EN}) {
		t.Fatalf("down leads to %v", at)
	}
	f, _ = x.Field()
	key(f, fyne.KeyUp)
	if _, at := x.Field(); at.Block != "b1" {
		t.Fatalf("up leads to %v", at)
	}
	f, _ = x.Field()
	key(f, fyne.KeyUp)
	if _, at := x.Field(); at.Section != "s1" {
		t.Fatalf("up from the first block leads to %v", at)
	}
	f, _ = x.Field()
	key(f, fyne.KeyReturn)
	if _, at := x.Field(); at != (brief.Address{Block: "b1", Language: language.EN}) {
		t.Fatalf("Return in a heading leads to %v", at)
	}
}

// What is typed into a text that is behind its twin follows it.
func TestFollowingClearsWhatIsStale(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"))
	test.Type(x.caret("b1", language.ZH, -1), "乙")
	if b := x.history.Brief().Sections[0].Blocks[0]; b.State.EN != brief.Stale {
		t.Fatalf("the English is %s", b.State.EN)
	}
	test.Type(x.caret("b1", language.EN, -1), ", two")
	if b := x.history.Brief().Sections[0].Blocks[0]; b.State != (brief.States{ZH: brief.Draft, EN: brief.Draft}) {
		t.Fatalf("the states are %v", b.State)
	}
}

func TestMarksGoAroundAndAway(t *testing.T) {
	x := newBench(t, paragraph("b1", "缩小数字差距", "Narrow it"))
	f := x.caret("b1", language.ZH, 0)
	f.Select(2, 4)
	f.Surround("**", "**")
	x.want("缩小**数字**差距")
	if start, end := f.Selection(); start != 4 || end != 6 {
		t.Errorf("selected %d to %d", start, end)
	}
	f.Surround("**", "**")
	x.want("缩小数字差距")
	if start, end := f.Selection(); start != 2 || end != 4 {
		t.Errorf("selected %d to %d", start, end)
	}
}

// A click into a text that is shown without its markup puts the caret where
// it stands in the text with it.
func TestAClickFindsItsPlaceInTheMarkup(t *testing.T) {
	x := newBench(t, paragraph("b1", "**缩小**差距[^a]。", "Narrow"))
	at := brief.Address{Block: "b1", Language: language.ZH}
	f := x.fieldAt(at)
	hanzi := fyne.MeasureText("字", 13, fyne.TextStyle{}).Width
	for _, c := range []struct {
		hanzi float32
		want  int
	}{{0.1, 2}, {1, 3}, {2.4, 6}, {3, 7}, {40, 13}} {
		x.View().Refresh()
		f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(fynetheme.Size(fynetheme.SizeNameInnerPadding)+c.hanzi*hanzi, 16)}})
		f.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		if got := f.CursorTextOffset(); got != c.want {
			t.Errorf("a click after %v hanzi puts the caret at %d, want %d", c.hanzi, got, c.want)
		}
		x.caret("b1", language.EN, 0)
	}
}

func TestAnItemGoesInAndOutInBothLanguages(t *testing.T) {
	list := paragraph("b1", "一\n二", "one\ntwo")
	list.Kind = brief.List
	x := newBench(t, list)
	f := x.caret("b1", language.ZH, -1)
	x.Indent(true)
	if got := x.history.Brief().Sections[0].Blocks[0].Text; got != (language.Text{ZH: "一\n  二", EN: "one\n  two"}) {
		t.Fatalf("%q", got)
	}
	if f.CursorTextOffset() != 5 {
		t.Errorf("the caret is at %d", f.CursorTextOffset())
	}
	x.Indent(false)
	if got := x.texts()[0]; got != "一\n二" {
		t.Errorf("%q", got)
	}
}
