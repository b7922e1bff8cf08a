package editor

import (
	"testing"

	"celun/app/brief"
	"celun/app/desktop/paste"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

func TestPiecesBecomeBlocks(t *testing.T) {
	x := newBench(t, paragraph("b1", "前后", "Before and after"))
	f := x.caret("b1", language.ZH, 1)
	_, at := x.Field()
	x.Paste(f, at, []paste.Piece{
		{Kind: brief.Paragraph, Text: "一"},
		{Kind: brief.List, Text: "二\n三"},
		{Kind: brief.Table, Rows: [][]string{{"地区", "%"}, {"非洲", "35"}}},
	})
	x.want("前一", "二\n三", "", "后")
	blocks := x.history.Brief().Sections[0].Blocks
	if g := blocks[2].Table; g == nil || g.Rows[1][0].ZH != "非洲" || g.Rows[1][1].Same != "35" {
		t.Fatalf("the table is %+v", g)
	}
	if err := x.history.Brief().Validate(); err != nil {
		t.Fatal(err)
	}
	x.history.Undo()
	x.Show(x.history.Brief())
	x.want("前后")
}

func TestAnEmptyBlockGivesWay(t *testing.T) {
	x := newBench(t, brief.Block{ID: "b1", Kind: brief.Paragraph})
	f := x.caret("b1", language.EN, 0)
	_, at := x.Field()
	x.Paste(f, at, []paste.Piece{{Kind: brief.Heading, Level: 2, Text: "Head"}, {Kind: brief.Paragraph, Text: "Text"}})
	b := x.history.Brief().Sections[0].Blocks
	if len(b) != 2 || b[0].Kind != brief.Heading || b[1].Text.EN != "Text" || b[1].State.EN != brief.Draft {
		t.Fatalf("%+v", b)
	}
}

func TestOneParagraphIsWordsOfTheText(t *testing.T) {
	x := newBench(t, paragraph("b1", "前后", ""))
	f := x.caret("b1", language.ZH, 1)
	_, at := x.Field()
	x.Paste(f, at, []paste.Piece{{Kind: brief.Paragraph, Text: "**中**"}})
	x.want("前**中**后")
	// Copied from a text of the window itself, markup is as it was.
	x.Paste(f, at, paste.Text("[^a]"))
	x.want("前**中**[^a]后")
}

func TestABlockIsDroppedWhereTheLineIs(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"), paragraph("b2", "乙", "Two"), paragraph("b3", "丙", "Three"))
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.column)
	middle := func(key string) float32 {
		top, h, _ := x.column.Bounds(key)
		return origin.Y + top + h/2 - x.column.Offset()
	}
	x.drag("b1", fyne.NewPos(20, middle(blockKey("b3"))+6))
	if x.dropper.line.Hidden {
		t.Error("no line shows where it would go")
	}
	x.dropped()
	x.want("乙", "丙", "甲")
	x.drag("b1", fyne.NewPos(20, middle(blockKey("b2"))-6))
	x.dropped()
	x.want("甲", "乙", "丙")
	x.drag("b2", fyne.NewPos(20, middle(sectionKey("s2"))+30))
	x.dropped()
	x.want("甲", "丙")
	if b := x.history.Brief().Sections[1].Blocks; len(b) != 1 || b[0].ID != "b2" {
		t.Errorf("%+v", b)
	}
}

func TestFoldedSectionsShowTheirHeading(t *testing.T) {
	x := newBench(t, paragraph("b1", "甲", "One"))
	x.Fold("s1", true)
	if _, ok := x.column.Built(blockKey("b1")); ok {
		t.Error("a block is shown")
	}
	x.Caret(brief.Address{Block: "b1", Language: language.ZH}, 0)
	if f, _ := x.Field(); f == nil || x.IsFolded() {
		t.Error("going to a block does not unfold its section")
	}
}
