package review

import (
	"testing"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/review"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func open(t *testing.T) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a.Settings().SetTheme(look)
	return a
}

func faulty() *brief.Brief {
	t := func(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }
	return &brief.Brief{
		Format: brief.Format, ID: "x", Title: t("港口", "The port"),
		Sections: []brief.Section{{ID: "s1", Heading: t("论据", "Evidence"), Blocks: []brief.Block{
			{ID: "b1", Kind: brief.Paragraph, Text: t("覆盖8.5亿人。", "It reaches 85 million people.")},
			{ID: "b2", Kind: brief.Paragraph, Text: t("疏浚,清淤。", "Dredge and clear.")},
			{ID: "b3", Kind: brief.Paragraph, Text: t("说明。", "")},
		}}},
	}
}

func TestTheListGoesFromErrorsToHints(t *testing.T) {
	open(t)
	b := faulty()
	b.Waivers = []brief.Waiver{{Code: "S10", Reason: "a draft"}}
	var went []brief.Address
	v := New(Params{Language: language.EN, Go: func(at brief.Address, _ core.Range) { went = append(went, at) }})
	v.InFront(true)
	v.Show(b, core.NewReviewer(nil).Review(b, core.Options{}))
	last := Errors
	for i := range v.shown {
		level := LevelOf(&v.shown[i])
		if level < last || level == WaivedLevel {
			t.Errorf("a finding of level %d stands after one of level %d", level, last)
		}
		last = level
	}
	if len(v.shown) != 3 {
		t.Fatalf("%d findings are shown: %+v", len(v.shown), v.shown)
	}
	v.filter.Only[WaivedLevel] = true
	v.refresh()
	if len(v.shown) == 0 || v.shown[0].Waiver == nil {
		t.Errorf("of what is waived there is %+v", v.shown)
	}
	v.filter.Only[WaivedLevel] = false
	v.Pass('B')
	v.SetMode(Advice)
	v.Step(1)
	if v.State().Mode != Findings {
		t.Error("the finding gone to is not shown")
	}
	v.Step(1)
	v.Step(-1)
	if len(went) != 3 || went[0] != went[2] || went[0] == went[1] {
		t.Errorf("went to %+v", went)
	}
}

func TestAfterOneIsMendedTheNextIsChosen(t *testing.T) {
	open(t)
	b := faulty()
	reviewer := core.NewReviewer(nil)
	var at brief.Address
	v := New(Params{Language: language.ZH, Go: func(a brief.Address, _ core.Range) { at = a }})
	v.InFront(true)
	v.Show(b, reviewer.Review(b, core.Options{}))
	v.Step(1)
	first, ok := v.Chosen()
	if !ok || first.Edit == nil {
		t.Fatalf("chosen is %+v", first)
	}
	second := v.shown[1].Address
	h := brief.NewHistory(b)
	if err := h.Do(first.Edit); err != nil {
		t.Fatal(err)
	}
	v.Show(h.Brief(), reviewer.Review(h.Brief(), core.Options{}))
	if _, ok := v.Chosen(); ok {
		t.Error("what was mended is still chosen")
	}
	v.Step(1)
	if at != second {
		t.Errorf("went to %+v, not to %+v", at, second)
	}
}

// What is filtered for and is there no more does not hide the rest, for its
// chip is gone as well.
func TestAFilterForWhatIsGoneHidesNothing(t *testing.T) {
	open(t)
	b := faulty()
	v := New(Params{Language: language.EN, Go: func(brief.Address, core.Range) {}})
	v.InFront(true)
	v.filter.Only[WaivedLevel] = true
	v.Show(b, core.NewReviewer(nil).Review(b, core.Options{}))
	if len(v.shown) == 0 {
		t.Error("nothing is shown")
	}
}

func TestWordsAroundAFinding(t *testing.T) {
	for _, c := range []struct {
		text     string
		from, to int
		want     string
		at       int
	}{
		{"短句", 0, 1, "短句", 0},
		{"一二三四五六七八九十一二三四五六七八九十一二三四五", 22, 23, "…五六七八九十一二三四五六七八九十一二三四五", 19},
		{"a\nb", 2, 3, "a b", 2},
		{"**甲**说“乙”[^han-wu]。", 7, 8, "甲说“乙”。", 3}, // around it, no markup
	} {
		if got, at := cut([]rune(c.text), c.from, c.to); got != c.want || at != c.at {
			t.Errorf("%q is cut to %q at %d", c.text, got, at)
		}
	}
}

func TestEveryModeIsBuilt(t *testing.T) {
	a := open(t)
	b := faulty()
	b.Sections[0].Blocks[0].Text.ZH += "[^lin]"
	for _, l := range language.Both() {
		v := New(Params{Language: l, Go: func(brief.Address, core.Range) {}, Mend: func(core.Finding) {}, Waive: func(core.Finding) {}, NoClaim: func(string, int) {}, Request: func(string, string) {}})
		w := a.NewWindow("")
		w.SetContent(v.View())
		w.Resize(v.View().MinSize().AddWidthHeight(300, 400))
		v.InFront(true)
		v.Show(b, core.NewReviewer(nil).Review(b, core.Options{}))
		for _, m := range []Mode{Findings, Outline, Citations, Advice} {
			v.SetMode(m)
			if v.column.MinSize().IsZero() {
				t.Errorf("mode %d is empty", m)
			}
		}
	}
}

// An earlier waiver says that it holds for everything and can be limited; one
// that has nothing to let pass any more can still be seen and withdrawn.
func TestWaiversAreShownWithWhatTheyLetPass(t *testing.T) {
	open(t)
	b := faulty()
	gone := brief.Waiver{Code: "B7", Block: "b1", Language: language.ZH, Reason: "as printed", Digest: "0", What: language.Text{ZH: "半角逗号", EN: "A half-width comma"}}
	b.Waivers = []brief.Waiver{{Code: "B1", Block: "b3", Language: language.EN, Reason: "for the annex"}, gone}
	var limited, withdrawn brief.Waiver
	v := New(Params{
		Language: language.EN, Go: func(brief.Address, core.Range) {},
		Limit: func(w brief.Waiver) { limited = w }, Withdraw: func(w brief.Waiver) { withdrawn = w },
	})
	v.InFront(true)
	v.Show(b, core.NewReviewer(nil).Review(b, core.Options{}))
	if n := v.count(WaivedLevel); n != 2 {
		t.Errorf("%d are counted as waived", n)
	}
	v.filter.Only[WaivedLevel] = true
	v.refresh()
	if len(v.shown) != 1 || len(v.list()) != 3 {
		t.Fatalf("%d findings and %d rows are shown", len(v.shown), len(v.list()))
	}
	press := func(card fyne.CanvasObject, label string) {
		t.Helper()
		pressed := false
		var look func(o fyne.CanvasObject)
		look = func(o fyne.CanvasObject) {
			if k, ok := o.(*widgets.Button); ok && k.Label() == label {
				test.Tap(k)
				pressed = true
			}
			if k, ok := o.(fyne.Widget); ok {
				for _, c := range test.WidgetRenderer(k).Objects() {
					look(c)
				}
			}
			if k, ok := o.(*fyne.Container); ok {
				for _, c := range k.Objects {
					look(c)
				}
			}
		}
		if look(card); !pressed {
			t.Errorf("there is no button %q", label)
		}
	}
	press(v.card(v.shown[0]), catalogue.WaiverLimit.EN)
	press(v.idleCard(gone), catalogue.WaiverBack.EN)
	if limited != b.Waivers[0] || withdrawn != gone {
		t.Errorf("limited %+v, withdrawn %+v", limited, withdrawn)
	}
}
