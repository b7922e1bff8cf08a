package brief

import (
	"math/rand/v2"
	"testing"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func typing(block, text string) SetText {
	return SetText{At: Address{Block: block, Language: language.ZH}, Text: text}
}

func TestTypingIsOneStep(t *testing.T) {
	h := NewHistory(rich())
	start := whole(t, h.Brief())
	for _, text := range []string{"数", "数字", "数字外", "数字外交"} {
		if err := h.Do(typing("b1", text)); err != nil {
			t.Fatal(err)
		}
	}
	h.Seal()
	if err := h.Do(typing("b1", "数字外交的")); err != nil {
		t.Fatal(err)
	}
	text := func() string {
		s, _ := h.Brief().Text(Address{Block: "b1", Language: language.ZH})
		return s
	}
	if at, ok := h.Undo(); !ok || at.Block != "b1" || at.Language != language.ZH || text() != "数字外交" {
		t.Errorf("undo after a seal: %v, %v, %q", at, ok, text())
	}
	if _, ok := h.Undo(); !ok || whole(t, h.Brief()) != start {
		t.Errorf("undo of the run: %q", text())
	}
	if _, ok := h.Undo(); ok || h.CanUndo() {
		t.Error("there is something left to undo")
	}
	h.Redo()
	if text() != "数字外交" {
		t.Errorf("redo of the run: %q", text())
	}
	if err := h.Do(typing("b1", "数字外交论")); err != nil {
		t.Fatal(err)
	}
	if h.CanRedo() {
		t.Error("what was undone can be made again after another edit")
	}
	if h.Undo(); text() != "数字外交" {
		t.Errorf("typing after a redo joined the run before it: %q", text())
	}
}

func TestTypingElsewhereIsAnotherStep(t *testing.T) {
	h := NewHistory(rich())
	corrected := typing("b2", "丙")
	corrected.States = &States{ZH: Reviewed}
	for _, e := range []Edit{
		typing("b1", "甲"), typing("b2", "乙"),
		SetState{ID: "b1", States: States{ZH: Reviewed}},
		typing("b2", "乙乙"),
		corrected, typing("b2", "丙丙"),
	} {
		if err := h.Do(e); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for h.CanUndo() {
		h.Undo()
		n++
	}
	if n != 6 {
		t.Errorf("%d steps, want 6", n)
	}
}

func TestFailedEditLeavesHistoryAlone(t *testing.T) {
	h := NewHistory(rich())
	before, revision := h.Brief(), h.Revision()
	if err := h.Do(RemoveBlock{ID: "b999"}); err == nil {
		t.Fatal("no error")
	}
	if h.Brief() != before || h.Revision() != revision || h.CanUndo() || h.Dirty() {
		t.Error("a failed edit left a trace")
	}
}

func TestDirty(t *testing.T) {
	h := NewHistory(rich())
	steps := []struct {
		name string
		do   func()
		want bool
	}{
		{"new", func() {}, false},
		{"typed", func() { h.Do(typing("b1", "甲")) }, true},
		{"undone", func() { h.Undo() }, false},
		{"redone", func() { h.Redo() }, true},
		{"saved", h.MarkSaved, false},
		{"typed on in the same place", func() { h.Do(typing("b1", "甲乙")) }, true},
		{"undone to what was saved", func() { h.Undo() }, false},
		{"undone past what was saved", func() { h.Undo() }, true},
		{"another way", func() { h.Do(typing("b1", "甲")) }, true},
	}
	for _, s := range steps {
		s.do()
		if h.Dirty() != s.want {
			t.Errorf("%s: dirty %v, want %v", s.name, h.Dirty(), s.want)
		}
	}
}

func TestBlockIDsAreNeverUsedAgain(t *testing.T) {
	h := NewHistory(New("x"))
	if err := h.Do(InsertSection{Section: Section{ID: h.NewSectionID()}}); err != nil {
		t.Fatal(err)
	}
	first := h.NewBlockID()
	if first != "b1" {
		t.Errorf("first id %q", first)
	}
	if err := h.Do(InsertBlock{Section: "s1", Block: Block{ID: first, Kind: Paragraph}}); err != nil {
		t.Fatal(err)
	}
	h.Undo()
	data, err := Encode(h.Brief(), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Decode("b.celun", data)
	if err != nil {
		t.Fatal(err)
	}
	if id := b.NewBlockID(); id != "b2" {
		t.Errorf("after undoing, saving and opening: id %q, want b2", id)
	}
	// An id that was brought in by hand is not given out either.
	b.Sections[0].Blocks = []Block{{ID: "b40", Kind: Note}}
	if id := b.NewBlockID(); id != "b41" {
		t.Errorf("id %q, want b41", id)
	}
	if id := b.NewSectionID(); id != "s2" {
		t.Errorf("id %q, want s2", id)
	}
}

// However undo and redo are mixed with edits, the history shows the same as a
// plain list of whole copies, and no snapshot ever changes.
func TestHistoryAgainstCopies(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 2))
		h := NewHistory(rich())
		copies := []string{whole(t, h.Brief())}
		at := 0
		seen := map[*Brief]string{h.Brief(): copies[0]}
		last := h.Revision()
		for range 120 {
			changed := true
			switch r.IntN(4) {
			case 0:
				_, changed = h.Undo()
				if changed {
					at--
				}
			case 1:
				_, changed = h.Redo()
				if changed {
					at++
				}
			default:
				h.Seal()
				if changed = h.Do(someEdit(r, h.Brief())) == nil; changed {
					copies = append(copies[:at+1], whole(t, h.Brief()))
					at++
				}
			}
			if changed != (h.Revision() > last) {
				t.Fatalf("seed %d: revision %d after %d, changed %v", seed, h.Revision(), last, changed)
			}
			last = h.Revision()
			got := whole(t, h.Brief())
			if got != copies[at] {
				t.Fatalf("seed %d: %s", seed, cmp.Diff(copies[at], got))
			}
			seen[h.Brief()] = got
		}
		for b, want := range seen {
			if got := whole(t, b); got != want {
				t.Fatalf("seed %d: a snapshot changed\n%s", seed, cmp.Diff(want, got))
			}
		}
	}
}
