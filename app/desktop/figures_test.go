package desktop

import (
	"context"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

func TestFiguresFromTheLibrary(t *testing.T) {
	s := withSample(t, language.EN)
	all := proposals(s.lib, usedIn(s.brief()), raisedIn(s.brief()))
	forms := map[brief.Form]int{}
	for _, p := range all {
		if p.name.ZH == "" || p.name.EN == "" {
			t.Errorf("a figure is called %v", p.name)
		}
		if p.block.Figure != nil {
			forms[p.block.Figure.Form]++
		}
		m, err := s.picture(context.Background(), p.block)
		if err != nil || m.Bounds().Dx() < 100 {
			t.Errorf("%s has no picture: %v", p.name.EN, err)
		}
	}
	if forms[brief.BarForm] != 1 || forms[brief.MapForm] < 4 || forms[brief.CoverageForm] != 1 {
		t.Errorf("%v", forms)
	}
	before := len(s.brief().Sections[1].Blocks)
	s.editor.Reveal(s.first(language.EN), false)
	s.putFigure(all[0])
	blocks := s.brief().Sections[1].Blocks
	if len(blocks) != before+1 || blocks[1].Figure == nil || s.editor.Selected().Block != blocks[1].ID {
		t.Fatal("the figure does not stand after the block that was chosen")
	}
	if err := s.brief().Validate(); err != nil {
		t.Error(err)
	}
	s.undo()
	if len(s.brief().Sections[1].Blocks) != before {
		t.Error("it cannot be undone")
	}
}
