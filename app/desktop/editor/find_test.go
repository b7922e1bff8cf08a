package editor

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFindStepsThroughBothLanguages(t *testing.T) {
	x := newBench(t, paragraph("b1", "数字鸿沟与数字外交", "digital"), paragraph("b2", "外交", "digital digital"))
	x.Find(true)
	f := x.finder
	f.query.SetText("数字")
	if len(f.matches) != 2 {
		t.Fatalf("%d matches", len(f.matches))
	}
	f.step(1, false)
	f.step(1, false)
	if !strings.HasPrefix(f.count.Text, "2 / 2") || x.selected.Block != "b1" {
		t.Errorf("%q at %v", f.count.Text, x.selected)
	}
	f.query.SetText("Digital")
	f.with.SetText("x")
	f.step(1, false)
	f.replaceOne()
	if got := x.history.Brief().Sections[0].Blocks[0].Text.EN; got != "x" {
		t.Fatalf("replaced: %q", got)
	}
	f.replaceAll()
	if got := x.history.Brief().Sections[0].Blocks[1].Text.EN; got != "x x" {
		t.Fatalf("replaced: %q", got)
	}
	x.history.Undo()
	x.Show(x.history.Brief())
	if got := x.history.Brief().Sections[0].Blocks[1].Text.EN; got != "digital digital" || len(f.matches) != 2 {
		t.Errorf("undone: %q, %d matches", got, len(f.matches))
	}
}

// Going on selects each match in its text, in both languages, from where the
// caret is; typing then replaces it.
func TestGoingToAMatchSelectsIt(t *testing.T) {
	x := newBench(t, paragraph("b1", "平台与**平台**规则", "A platform"), paragraph("b2", "规则", "Platform rules for a platform"))
	x.Find(false)
	x.finder.query.SetText("平台")
	want := func(block string, l language.Language, start, end int) {
		t.Helper()
		f, at := x.Field()
		if f == nil || at != (brief.Address{Block: block, Language: l}) {
			t.Fatalf("the caret is in %v", at)
		}
		if lo, hi := f.Selection(); lo != start || hi != end {
			t.Fatalf("selected %d to %d of %q, want %d to %d", lo, hi, f.Text, start, end)
		}
	}
	x.FindNext(1)
	want("b1", language.ZH, 0, 2)
	x.FindNext(1)
	want("b1", language.ZH, 5, 7)
	x.FindNext(1) // and from the start again
	want("b1", language.ZH, 0, 2)
	x.finder.query.SetText("platform")
	x.FindNext(1)
	want("b1", language.EN, 2, 10)
	x.FindNext(1)
	want("b2", language.EN, 0, 8)
	x.FindNext(1)
	want("b2", language.EN, 21, 29)
	x.FindNext(-1)
	want("b2", language.EN, 0, 8)
	f, _ := x.Field()
	f.SetCaret(12) // from where the user went
	x.FindNext(1)
	want("b2", language.EN, 21, 29)
	test.Type(f, "service")
	if f.Text != "Platform rules for a service" {
		t.Errorf("%q", f.Text)
	}
}

// While one steps in the bar the caret stays there; closing the bar leaves the
// match selected.
func TestClosingTheBarLeavesTheMatchSelected(t *testing.T) {
	x := newBench(t, paragraph("b1", "一个平台", "One platform"))
	x.Find(false)
	x.finder.query.SetText("平台")
	x.finder.query.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f, _ := x.Field(); f != nil {
		t.Fatal("the caret has left the bar")
	}
	x.finder.query.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f, _ := x.Field()
	if f == nil || f.SelectedText() != "平台" {
		t.Fatal("the match is not selected")
	}
	if x.StopFinding() {
		t.Error("the bar was still there")
	}
}
