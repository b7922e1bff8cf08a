package review

import (
	"slices"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// waived returns a brief in which the first finding of a code is let pass.
func waived(t *testing.T, b *brief.Brief, lib *library.Library, code string) *brief.Brief {
	t.Helper()
	for _, f := range Run(b, lib, Options{}) {
		if f.Code == code {
			w := f.Waives()
			w.Reason = "meant"
			b = b.Clone()
			b.Waivers = append(b.Waivers, w)
			return b
		}
	}
	t.Fatalf("%s is not found", code)
	return nil
}

func open(b *brief.Brief, lib *library.Library, code string) []Finding {
	return slices.DeleteFunc(Run(b, lib, Options{}), func(f Finding) bool { return f.Code != code })
}

func TestAWaiverHoldsForWhatWasFoundAlone(t *testing.T) {
	set := func(zh, en string) func(b *brief.Brief) {
		return func(b *brief.Brief) { block(b, "b10").Text = text(zh, en) }
	}
	for _, c := range []struct {
		name  string
		code  string
		first func(b *brief.Brief)
		then  func(b *brief.Brief)
		left  int // open findings after the change
	}{
		{"another figure", "B3", set("覆盖8.5亿人。", "It reaches 85 million."), set("覆盖8.5亿人。", "It reaches 95 million."), 1},
		{"a second figure", "B3", set("覆盖8.5亿人。", "It reaches 85 million."), set("覆盖8.5亿人，占66%。", "It reaches 85 million, 56% of all."), 1},
		{"the other side revised", "B3", set("覆盖8.5亿人。", "It reaches 85 million."), func(b *brief.Brief) { block(b, "b10").State.ZH = brief.Stale }, 0},
		{"other words around", "B3", set("覆盖8.5亿人。", "It reaches 85 million."), set("共覆盖8.5亿人。", "In all it reaches 85 million."), 0},
		{"over the limit, not only long", "S2", func(b *brief.Brief) { b.Sections[1].LimitZH = brief.Limit{Soft: 5, Hard: 200} }, func(b *brief.Brief) { b.Sections[1].LimitZH.Hard = 6 }, 1},
		{"longer still", "S2", func(b *brief.Brief) { b.Sections[1].LimitZH.Soft = 5 }, func(b *brief.Brief) { block(b, "b4").Text.ZH += "又及。" }, 0},
		{"the date, then the version", "S10", func(b *brief.Brief) { b.Meta.Date = "" }, func(b *brief.Brief) { b.Meta.Version = "" }, 1},
		{"another blank", "S1", set("【待填：甲】", "[to fill: A]"), set("【待填：乙】", "[to fill: B]"), 1},
		{"another source", "E9", func(b *brief.Brief) { block(b, "b4").Text = text("见[^wu]。", "See.[^wu]") }, func(b *brief.Brief) { block(b, "b4").Text = text("见[^he]。", "See.[^he]") }, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := sound()
			c.first(b)
			b = waived(t, b, nil, c.code)
			if found := open(b, nil, c.code); len(found) != 0 {
				t.Errorf("though waived: %+v", found)
			}
			c.then(b)
			if found := open(b, nil, c.code); len(found) != c.left {
				t.Errorf("%d are open after the change, want %d: %+v", len(found), c.left, found)
			}
		})
	}
}

// Two words to avoid in one block are two findings, and each is waived by
// itself.
func TestEachWordToAvoidIsWaivedByItself(t *testing.T) {
	lib := library.New(builtIn(t))
	var avoid []string
	for _, term := range lib.Lexicon().Terms() {
		for _, w := range term.EN {
			if w.Status == "avoid" {
				avoid = append(avoid, w.Text)
			}
		}
	}
	if len(avoid) < 2 {
		t.Fatal("the pack has no two words to avoid")
	}
	b := sound()
	block(b, "b10").Text = text("说明。", "A note on "+avoid[0]+" and on "+avoid[1]+".")
	if found := open(b, lib, "B6"); len(found) != 2 {
		t.Fatalf("found %+v", found)
	}
	b = waived(t, b, lib, "B6")
	if found := open(b, lib, "B6"); len(found) != 1 {
		t.Errorf("open is %+v", found)
	}
}

// What is waived in a draft is waived when the brief goes out.
func TestAWaivedBlankStaysWaivedWhenTheBriefGoesOut(t *testing.T) {
	b := sound()
	block(b, "b10").Text = text("【待填：复核】", "[to fill: review]")
	b = waived(t, b, nil, "S1")
	if found := Run(b, nil, Options{Final: true}); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
}

// A waiver of a brief of an earlier version says nothing of what was found: it
// holds for all of its check at its place, until it is limited.
func TestAnEarlierWaiverHoldsUntilItIsLimited(t *testing.T) {
	b := sound()
	block(b, "b10").Text = text("覆盖8.5亿人，占66%。", "It reaches 85 million, 56% of all.")
	old := brief.Waiver{Code: "B3", Block: "b10", Language: language.EN, Reason: "meant", By: "Li", Date: "2026-01-02"}
	b.Waivers = []brief.Waiver{old}
	if found := open(b, nil, "B3"); len(found) != 0 {
		t.Fatalf("found %+v", found)
	}
	h := brief.NewHistory(b)
	if err := h.Do(Narrowed(old, NewReviewer(nil).Review(b, Options{}))); err != nil {
		t.Fatal(err)
	}
	now := h.Brief()
	if len(now.Waivers) != 2 || now.Waivers[0].Digest == "" || now.Waivers[0].By != "Li" || now.Waivers[0].What.IsEmpty() {
		t.Fatalf("waivers %+v", now.Waivers)
	}
	if found := open(now, nil, "B3"); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	if err := h.Do(brief.SetText{At: brief.Address{Block: "b10", Language: language.EN}, Text: "It reaches 85 million, 46% of all."}); err != nil {
		t.Fatal(err)
	}
	if found := open(h.Brief(), nil, "B3"); len(found) != 1 {
		t.Errorf("found %+v", found)
	}
	for h.CanUndo() {
		h.Undo()
	}
	if w := h.Brief().Waivers; len(w) != 1 || w[0] != old {
		t.Errorf("taken back to %+v", w)
	}
}

// Findings that say different things at one place are told apart, whatever
// check they are of: else a waiver of one would hide the other.
func TestFindingsAtOnePlaceAreToldApart(t *testing.T) {
	lib := library.New(builtIn(t))
	v := NewReviewer(lib)
	all := drafts(t, lib)
	all["sample"] = sampleBrief(t)
	var briefs []*brief.Brief
	for _, name := range slices.Sorted(keysOf(all)) {
		for _, x := range faults() {
			if b := all[name].Clone(); x.plant(b, lib) {
				briefs = append(briefs, b)
			}
		}
	}
	for _, s := range corpus(t) {
		briefs = append(briefs, alone(s.pair))
		if s.code != "" {
			briefs = append(briefs, alone(s.planted))
		}
	}
	checked := 0
	for _, b := range briefs {
		said := map[brief.Waiver]string{}
		for _, f := range v.Review(b, Options{}) {
			w := f.Waives()
			w.What = language.Text{}
			if before, ok := said[w]; ok && before != f.Message.EN {
				t.Errorf("one waiver lets pass both\n\t%s %s\n\t%s", f.Code, before, f.Message.EN)
			}
			said[w] = f.Message.EN
			checked++
		}
	}
	if checked < 1000 {
		t.Errorf("only %d findings were looked at", checked)
	}
}
