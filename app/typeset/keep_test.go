package typeset

import (
	"context"
	"math/rand/v2"
	"reflect"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// change alters one thing in b, in place: nothing may rely on a section
// staying as it was when it was set.
func change(rnd *rand.Rand, b *brief.Brief) {
	s := &b.Sections[rnd.IntN(len(b.Sections))]
	words := func() language.Text {
		return language.Text{ZH: randomText(rnd, language.ZH, 30), EN: randomText(rnd, language.EN, 30)}
	}
	switch rnd.IntN(12) {
	case 11:
		b.Meta.Cover, b.Meta.Contents = rnd.IntN(2) == 0, rnd.IntN(2) == 0
	case 0:
		s.Heading = words()
	case 1:
		s.Unnumbered = !s.Unnumbered
	case 2:
		b.Sections = append(b.Sections[1:len(b.Sections):len(b.Sections)], b.Sections[0])
	case 3:
		b.Title = words()
	case 4:
		b.Meta.Date = "2026-12-0" + string(rune('1'+rnd.IntN(9)))
	case 5:
		if n := len(b.Sources); n > 1 {
			b.Sources = append(b.Sources[n-1:n:n], b.Sources[:n-1]...)
		}
	case 6, 7:
		if n := len(s.Blocks); n > 1 {
			k := rnd.IntN(n)
			s.Blocks = append(s.Blocks[:k:k], s.Blocks[k+1:]...)
		}
	default:
		if len(s.Blocks) == 0 {
			return
		}
		k := &s.Blocks[rnd.IntN(len(s.Blocks))]
		switch {
		case rnd.IntN(4) == 0:
			k.For = []brief.Reader{"", brief.Trainer, brief.Participant}[rnd.IntN(3)]
		case k.Figure != nil:
			k.Figure.Caption, k.Figure.Width = words(), rnd.Float64()
		case len(k.Events) > 0:
			k.Events[rnd.IntN(len(k.Events))].Text = words()
		case len(k.Terms) > 0:
			k.Terms[rnd.IntN(len(k.Terms))].Term = words()
		case k.Kind == brief.Question || k.Kind == brief.Exercise:
			k.Space, k.Answer, k.Minutes = float64(rnd.IntN(90)), words(), rnd.IntN(9)
		case k.Table != nil && len(k.Table.Rows) > 0:
			row := k.Table.Rows[rnd.IntN(len(k.Table.Rows))]
			row[rnd.IntN(len(row))] = brief.Cell{Text: words()}
		case k.Recommendation != nil:
			k.Recommendation.Owner = words()
		case k.Kind == brief.Heading:
			k.Level = 2 + rnd.IntN(3)
		default:
			k.Text = words()
		}
	}
}

// Whatever was set before, a brief is set as by a setter that has kept
// nothing.
func TestWhatIsKeptMakesNoDifference(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	layouts := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	for round := range 18 {
		b := randomBrief(rnd)
		for len(b.Sections) < 6 {
			b.Sections = append(b.Sections, randomBrief(rnd).Sections...)
		}
		for i := range b.Sections {
			b.Sections[i].ID = "s" + string(rune('a'+i))
		}
		if round >= 12 {
			b = specimen(t)
		}
		kept := newTestSetter(t)
		o := Options{Layout: layouts[rnd.IntN(4)], Trainer: rnd.IntN(2) == 0}
		for step := range 8 {
			if step == 5 {
				o.Layout = layouts[rnd.IntN(4)]
			}
			got, err := kept.Set(context.Background(), b, o)
			if err != nil {
				t.Fatal(err)
			}
			want, err := newTestSetter(t).Set(context.Background(), b, o)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("step %d: the pages differ from those of a fresh setter", step)
			}
			change(rnd, b)
		}
	}
}

// An edit leaves alone what it does not touch: the lines of the other
// paragraphs and the items of the other pages are the same memory.
func TestOnlyChangedPagesAreMadeAgain(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	b := &brief.Brief{Title: language.Text{ZH: "题", EN: "Title"}}
	for i := range 8 {
		s := brief.Section{ID: "s" + string(rune('a'+i)), Heading: language.Text{ZH: "节", EN: "Section"}}
		for k := range 12 {
			s.Blocks = append(s.Blocks, brief.Block{ID: s.ID + string(rune('a'+k)), Kind: brief.Paragraph, Text: language.Text{
				ZH: randomText(rnd, language.ZH, 60), EN: randomText(rnd, language.EN, 60),
			}})
		}
		b.Sections = append(b.Sections, s)
	}
	setter := newTestSetter(t)
	before, err := setter.Set(context.Background(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	next := b.Clone()
	last := &next.Sections[7].Blocks[11].Text
	last.ZH += "字"
	after, err := setter.Set(context.Background(), next, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(before.Pages) < 4 || len(after.Pages) != len(before.Pages) {
		t.Fatalf("%d and %d pages", len(before.Pages), len(after.Pages))
	}
	made := 0
	for i := range after.Pages {
		if &after.Pages[i].Items[0] != &before.Pages[i].Items[0] {
			made++
		}
	}
	if made < 1 || made > 2 {
		t.Errorf("%d of %d pages were made again for an edit at the end of the last", made, len(after.Pages))
	}
}
