package brief

import (
	"math/rand/v2"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

// someEdit returns an edit of b drawn by r; some of them cannot be made.
func someEdit(r *rand.Rand, b *Brief) Edit {
	section := func() string {
		if len(b.Sections) == 0 || r.IntN(20) == 0 {
			return "s999"
		}
		return b.Sections[r.IntN(len(b.Sections))].ID
	}
	block := func() Block {
		for range 20 {
			if len(b.Sections) == 0 {
				break
			}
			if s := b.Sections[r.IntN(len(b.Sections))]; len(s.Blocks) > 0 {
				return s.Blocks[r.IntN(len(s.Blocks))].Clone()
			}
		}
		return Block{ID: "b999", Kind: Paragraph}
	}
	index := func() *int {
		n := r.IntN(4) - 1
		if n < 0 {
			return nil
		}
		return &n
	}
	text := func() string {
		return []string{"", "新的文字", "new text", "**强** [^han]", Blank(language.ZH, "日期")}[r.IntN(5)]
	}
	lang := func() language.Language {
		return []language.Language{language.ZH, language.EN, ""}[r.IntN(3)]
	}
	switch r.IntN(19) {
	case 0, 1:
		var all []Address
		for at := range b.Addresses() {
			all = append(all, at)
		}
		at := all[r.IntN(len(all))]
		if r.IntN(3) == 0 {
			at.Language = lang()
		}
		return SetText{At: at, Text: text()}
	case 2:
		cell := Cell{Same: text()}
		if r.IntN(2) == 0 {
			cell = Cell{Text: language.Text{ZH: text(), EN: text()}}
		}
		return SetCell{At: Address{Block: block().ID, Slot: CellSlot(r.IntN(3), r.IntN(3))}, Cell: cell}
	case 3, 4:
		blk := block()
		if r.IntN(5) > 0 {
			blk.ID = b.Clone().NewBlockID()
		}
		return InsertBlock{Section: section(), Index: r.IntN(4), Block: blk}
	case 5:
		return RemoveBlock{ID: block().ID}
	case 6:
		return MoveBlock{ID: block().ID, Section: section(), Index: r.IntN(6)}
	case 7:
		blk := Block{ID: block().ID, Kind: Kinds()[r.IntN(len(Kinds()))], Level: r.IntN(5), Text: language.Text{ZH: text()}}
		if r.IntN(2) == 0 {
			blk.Table = &Grid{Header: 1, Rows: [][]Cell{{{Same: "1"}}, {{}}}}
		}
		return ReplaceBlock{Block: blk}
	case 8:
		s := Section{ID: b.Clone().NewSectionID(), Heading: language.Text{ZH: text()}, Blocks: []Block{{ID: b.Clone().NewBlockID(), Kind: Paragraph}}}
		return InsertSection{Index: r.IntN(6), Section: s}
	case 9:
		return RemoveSection{ID: section()}
	case 10:
		return MoveSection{ID: section(), Index: r.IntN(6)}
	case 11:
		return SetMeta{Meta: Meta{Date: text(), Lead: lang()}}
	case 13:
		return AddComment{Block: block().ID, Comment: Comment{ID: text(), Language: lang(), Text: text()}, Index: index()}
	case 14:
		at, id := block(), "none"
		if len(at.Comments) > 0 {
			id = at.Comments[0].ID
		}
		if r.IntN(2) == 0 {
			return RemoveComment{Block: at.ID, ID: id}
		}
		return ResolveComment{Block: at.ID, ID: id, Done: r.IntN(2) == 0}
	case 15:
		return AddWaiver{Waiver: Waiver{Code: text(), Block: block().ID, Language: lang(), Reason: text()}, Index: index()}
	case 16:
		for _, w := range b.Waivers {
			if r.IntN(2) == 0 {
				return RemoveWaiver{Waiver: w}
			}
		}
		return RemoveWaiver{Waiver: Waiver{Code: text()}}
	case 17:
		return SetMedia{Name: []string{"media/a.png", "media/map.png", "media/z.png", "a.png"}[r.IntN(4)], Data: [][]byte{nil, picture(2, 2), picture(3, 3), []byte("no picture")}[r.IntN(4)]}
	case 12:
		return SetState{ID: block().ID, States: States{ZH: Stale, EN: Reviewed}}
	}
	if r.IntN(2) == 0 {
		return SetSources{Sources: []argument.Source{{ID: text()}}}
	}
	return Batch{Edits: []Edit{someEdit(r, b), someEdit(r, b), RemoveBlock{ID: block().ID}}}
}

// Whatever is done can be undone to the letter; what fails changes nothing;
// and no snapshot taken on the way ever changes. Edits are sent through their
// JSON on the way, as a journal does.
func TestEditsInvert(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		b := rich()
		type snapshot struct {
			b    Brief
			json string
		}
		var snapshots []snapshot
		var inverses []Edit
		made := 0
		for range 60 {
			before := whole(t, b)
			snapshots = append(snapshots, snapshot{*b, before})
			e := throughJSON(t, someEdit(r, b))
			inverse, err := e.Apply(b)
			if err != nil {
				if after := whole(t, b); after != before {
					t.Fatalf("seed %d: %T failed with %v and changed the brief\n%s", seed, e, err, cmp.Diff(before, after))
				}
				snapshots = snapshots[:len(snapshots)-1]
				continue
			}
			if err := b.Validate(); err != nil {
				t.Fatalf("seed %d: %#v leaves a brief that breaks the rules: %v", seed, e, err)
			}
			made++
			inverses = append(inverses, throughJSON(t, inverse))
		}
		if made < 20 {
			t.Fatalf("seed %d: only %d edits could be made", seed, made)
		}
		for i := len(inverses) - 1; i >= 0; i-- {
			if _, err := inverses[i].Apply(b); err != nil {
				t.Fatalf("seed %d: the inverse %#v fails: %v", seed, inverses[i], err)
			}
			if got := whole(t, b); got != snapshots[i].json {
				t.Fatalf("seed %d: %#v does not restore the brief\n%s", seed, inverses[i], cmp.Diff(snapshots[i].json, got))
			}
		}
		for i := range snapshots {
			if got := whole(t, &snapshots[i].b); got != snapshots[i].json {
				t.Fatalf("seed %d: a snapshot changed\n%s", seed, cmp.Diff(snapshots[i].json, got))
			}
		}
	}
}

func throughJSON(t *testing.T, e Edit) Edit {
	t.Helper()
	data, err := MarshalEdit(e)
	if err != nil {
		t.Fatal(err)
	}
	back, err := UnmarshalEdit(data)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	again, err := MarshalEdit(back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("edit changes in JSON: %s\n%s", data, again)
	}
	return back
}

func TestTypingMarksStates(t *testing.T) {
	for _, c := range []struct {
		name           string
		text           language.Text
		state          States
		at             language.Language
		typed          string
		wantZH, wantEN State
	}{
		{"first words", language.Text{}, States{Empty, Empty}, language.ZH, "新", Draft, Empty},
		{"twin goes stale", language.Text{ZH: "旧", EN: "old"}, States{Reviewed, Reviewed}, language.EN, "new", Stale, Draft},
		{"emptied", language.Text{ZH: "旧", EN: "old"}, States{Reviewed, Reviewed}, language.ZH, "", Empty, Stale},
		{"same text again", language.Text{ZH: "旧", EN: "old"}, States{Reviewed, Reviewed}, language.ZH, "旧", Reviewed, Reviewed},
	} {
		b := New("x")
		b.Sections = []Section{{ID: "s1", Blocks: []Block{{ID: "b1", Kind: Paragraph, Text: c.text, State: c.state}}}}
		inverse, err := SetText{At: Address{Block: "b1", Language: c.at}, Text: c.typed}.Apply(b)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Sections[0].Blocks[0].State; got != (States{c.wantZH, c.wantEN}) {
			t.Errorf("%s: states %v, want %v %v", c.name, got, c.wantZH, c.wantEN)
		}
		if _, err := inverse.Apply(b); err != nil || b.Sections[0].Blocks[0].State != c.state || b.Sections[0].Blocks[0].Text != c.text {
			t.Errorf("%s: the inverse gives %+v, %v", c.name, b.Sections[0].Blocks[0], err)
		}
	}
}

func TestTypingInACellForBothLanguages(t *testing.T) {
	b := rich()
	var id string
	for _, blk := range b.Sections[0].Blocks {
		if blk.Kind == Table {
			id = blk.ID
		}
	}
	at := Address{Block: id, Slot: CellSlot(1, 0)}
	before := whole(t, b)
	both, err := SetText{At: at, Text: "42%"}.Apply(b)
	if s, _ := b.Text(at); err != nil || s != "42%" {
		t.Errorf("text = %q, %v", s, err)
	}
	if blk, _, _ := b.Block(id); blk.State != (States{Draft, Draft}) {
		t.Errorf("states %v after the string for both changed", blk.State)
	}
	at.Language = language.EN
	split, err := SetText{At: at, Text: "42 per cent"}.Apply(b)
	blk, _, _ := b.Block(id)
	if c := blk.Table.Rows[1][0]; err != nil || c.Same != "" || c.ZH != "42%" || c.EN != "42 per cent" {
		t.Errorf("cell = %+v, %v", c, err)
	}
	if blk.State != (States{Stale, Draft}) {
		t.Errorf("states %v after one side was split off", blk.State)
	}
	for _, e := range []Edit{split, both} {
		if _, err := e.Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	if got := whole(t, b); got != before {
		t.Error(cmp.Diff(before, got))
	}
}

func TestEditsThatCannotBeMade(t *testing.T) {
	table := Block{ID: "b900", Kind: Table, Table: &Grid{Header: 1, Rows: [][]Cell{{{}, {}}, {{}}}}}
	for _, c := range []struct {
		name string
		edit Edit
		want string
	}{
		{"no such block", SetText{At: Address{Block: "b77", Language: language.ZH}}, "no such place"},
		{"no such slot", SetText{At: Address{Block: "b1", Slot: OwnerSlot, Language: language.ZH}}, "no such place"},
		{"no language", SetText{At: Address{Slot: TitleSlot}}, "no such place"},
		{"no such section", InsertBlock{Section: "s9", Block: Block{ID: "b99", Kind: Paragraph}}, "no such place"},
		{"index", InsertBlock{Section: "s2", Index: 5, Block: Block{ID: "b99", Kind: Paragraph}}, "position 5 is not between 0 and 1"},
		{"index of a move", MoveBlock{ID: "b1", Section: "s1", Index: 17}, "position 17 is not between 0 and 16"},
		{"id taken", InsertBlock{Section: "s2", Block: Block{ID: "b1", Kind: Paragraph}}, "already taken"},
		{"id of a section", InsertBlock{Section: "s2", Block: Block{ID: "s1", Kind: Paragraph}}, "already taken"},
		{"no id", InsertBlock{Section: "s2", Block: Block{Kind: Paragraph}}, "the id is empty"},
		{"unknown kind", InsertBlock{Section: "s2", Block: Block{ID: "b99", Kind: "hologram"}}, "not known here"},
		{"uneven table", InsertBlock{Section: "s2", Block: table}, "row 2 of the table has 1 cells and the first row 2"},
		{"not UTF-8", SetText{At: Address{Slot: TitleSlot, Language: language.ZH}, Text: "\xff"}, "not valid UTF-8"},
		{"section twice", InsertSection{Section: Section{ID: "s99", Blocks: []Block{{ID: "s99", Kind: Note}}}}, "already taken"},
		{"batch with a bad end", Batch{Edits: []Edit{RemoveSection{ID: "s1"}, RemoveSection{ID: "s1"}}}, "no such place"},
	} {
		b := rich()
		before := whole(t, b)
		_, err := c.edit.Apply(b)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want …%s…", c.name, err, c.want)
		}
		if after := whole(t, b); after != before {
			t.Errorf("%s: the brief changed\n%s", c.name, cmp.Diff(before, after))
		}
	}
}

func FuzzUnmarshalEdit(f *testing.F) {
	f.Add([]byte(`{"type":"set-text","at":{"slot":"title","language":"zh"},"text":"新"}`))
	f.Add([]byte(`{"type":"batch","edits":[{"type":"remove-block","id":"b1"},{"type":"move-section","id":"s1","index":2}]}`))
	f.Add([]byte(`{"type":"insert-block","section":"s1","block":{"id":"b99","kind":"table","table":{"header":1,"rows":[["a",{"zh":"b"}]]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := UnmarshalEdit(data)
		if err != nil {
			return
		}
		b := rich()
		before := whole(t, b)
		inverse, err := e.Apply(b)
		if err == nil {
			if err := b.Validate(); err != nil {
				t.Fatalf("%s leaves a brief that breaks the rules: %v", data, err)
			}
			if _, err := inverse.Apply(b); err != nil {
				t.Fatal(err)
			}
		}
		if after := whole(t, b); after != before {
			t.Fatal(cmp.Diff(before, after))
		}
	})
}
