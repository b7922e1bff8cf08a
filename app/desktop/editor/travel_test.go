package editor

import (
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// selects fails unless the caret is in a block's text with so much selected.
func (x *bench) selects(block string, l language.Language, text string) {
	x.t.Helper()
	f, at := x.Field()
	if f == nil || at.Block != block || at.Language != l || f.SelectedText() != text {
		got := ""
		if f != nil {
			got = f.SelectedText()
		}
		x.t.Fatalf("at %v with %q selected, want %s %s with %q", at, got, block, l, text)
	}
}

// From blank to blank, in the text and back, each selected so that typing
// fills it in.
func TestBlanksAreFilledInOneAfterTheOther(t *testing.T) {
	x := newBench(t,
		paragraph("b1", "由【待填：责任方】在【待填：时限】前完成。", "By [to fill: owner]."),
		paragraph("b2", "甲", "One"), paragraph("b3", "【待填：依据】", "Two"))
	x.caret("b1", language.ZH, 0)
	for _, want := range []struct {
		block string
		l     language.Language
		text  string
	}{
		{"b1", language.ZH, "【待填：责任方】"},
		{"b1", language.ZH, "【待填：时限】"},
		{"b1", language.EN, "[to fill: owner]"},
		{"b3", language.ZH, "【待填：依据】"},
		{"b1", language.ZH, "【待填：责任方】"}, // again from the first
	} {
		if !x.NextBlank(1) {
			t.Fatal("no blank is left")
		}
		x.selects(want.block, want.l, want.text)
	}
	x.NextBlank(-1)
	x.selects("b3", language.ZH, "【待填：依据】")
	f, _ := x.Field()
	test.Type(f, "见附件")
	x.NextBlank(-1)
	x.selects("b1", language.EN, "[to fill: owner]")
	if b, _, _ := x.history.Brief().Block("b3"); b.Text.ZH != "见附件" {
		t.Errorf("the blank reads %q", b.Text.ZH)
	}
}

func TestNoBlankIsLeft(t *testing.T) {
	if newBench(t, paragraph("b1", "甲", "One")).NextBlank(1) {
		t.Error("there is a blank")
	}
}

// A text that is nothing but a blank is selected when one comes to it, as by Tab
// from cell to cell.
func TestABlankIsTypedOver(t *testing.T) {
	x := newBench(t, paragraph("b1", "【待填：成效】", "One [to fill: cost]"))
	x.Reveal(brief.Address{Block: "b1", Language: language.ZH}, true)
	x.selects("b1", language.ZH, "【待填：成效】")
	x.Reveal(brief.Address{Block: "b1", Language: language.EN}, true)
	x.selects("b1", language.EN, "")
}

// A click takes a blank as a whole, another one puts the caret into it.
func TestAClickTakesABlankAsAWhole(t *testing.T) {
	x := newBench(t, paragraph("b1", "由【待填：责任方】完成", "[to fill: cost]"))
	click := func(l language.Language, letters float32) {
		f := x.fieldAt(brief.Address{Block: "b1", Language: l})
		at := fyne.NewPos(fynetheme.Size(fynetheme.SizeNameInnerPadding)+letters*fyne.MeasureText("字", 13, fyne.TextStyle{}).Width, 16)
		f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: at}})
		f.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	click(language.ZH, 4)
	x.selects("b1", language.ZH, "【待填：责任方】")
	click(language.ZH, 5) // elsewhere, so that it is no double click
	x.selects("b1", language.ZH, "")
	click(language.ZH, 10) // in the text after it
	x.selects("b1", language.ZH, "")
	click(language.EN, 20) // beside the text, which is nothing else
	x.selects("b1", language.EN, "[to fill: cost]")
}

func TestSectionsAreWalkedByKeys(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"), paragraph("b2", "乙", "Two"))
	x.caret("b2", language.EN, 0)
	x.NextSection(1) // which has no text yet
	if _, at := x.Field(); at.Section != "s2" || at.Language != language.EN {
		t.Fatalf("at %v", at)
	}
	x.NextSection(1) // there is none
	if _, at := x.Field(); at.Section != "s2" {
		t.Fatalf("at %v", at)
	}
	x.NextSection(-1)
	x.selects("b1", language.EN, "")
	x.NextSection(-1)
	if _, at := x.Field(); at.Slot != brief.TitleSlot {
		t.Fatalf("at %v", at)
	}
	x.ToNumber()
	if _, at := x.Field(); at.Slot != brief.NumberSlot {
		t.Fatalf("at %v", at)
	}
}

// The block tells that the caret has gone to another pane.
func TestABlockKnowsWhetherItHasTheCaret(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"))
	x.caret("b1", language.ZH, 0)
	v := x.views[blockKey("b1")].(*blockView)
	if v.frame.IsLeft() {
		t.Error("it has the caret")
	}
	fyne.CurrentApp().Driver().CanvasForObject(x.column).Unfocus()
	if !v.frame.IsLeft() {
		t.Error("the caret has gone")
	}
}

// The ground of the text with the caret does not lie on the frame around the
// chosen block, not even where nothing stands above the text.
func TestATextLeavesTheFrameToBeSeen(t *testing.T) {
	x := newBench(t, paragraph("b1", "一", "one"))
	x.caret("b1", language.EN, 0)
	f, _ := x.Field()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	frame := at(x.views[blockKey("b1")].object())
	if d := at(f).Y - frame.Y; d < frameWidth {
		t.Errorf("the text begins %v under the upper edge of the frame", d)
	}
}
