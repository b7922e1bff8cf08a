package brief

import (
	"strings"
	"testing"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

// Every text of a brief is met once, in the order of the document, and found
// again at its address.
func TestAddresses(t *testing.T) {
	b := rich()
	var order []string
	seen := map[Address]bool{}
	for at, text := range b.Addresses() {
		if seen[at] {
			t.Errorf("%+v is met twice", at)
		}
		seen[at] = true
		if got, ok := b.Text(at); !ok || got != text {
			t.Errorf("Text(%+v) = %q, %v; want %q", at, got, ok, text)
		}
		place := at.Section + at.Block
		if len(order) == 0 || order[len(order)-1] != place {
			order = append(order, place)
		}
	}
	want := " s1 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14 b15 b16 b17 s2 b18 s3 s4"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("order %q, want %q", got, want)
	}
	// Whatever is a text in the JSON of a brief is met, but for the purpose
	// of a section, which is not printed, and the sources.
	for _, text := range []string{"政策简报", "No. 7", "Research office", "供决策参考", "Key messages", "2027年", "Coverage", "表", "Item", "41%", "两根柱", "hundred million", "Challenge", "lately", "digital divide", "The author's views alone"} {
		found := false
		for _, s := range b.Addresses() {
			found = found || s == text
		}
		if !found {
			t.Errorf("%q is not met", text)
		}
	}
	n := 0
	for range b.Addresses() {
		if n++; n == 21 {
			break // leaving early must not panic
		}
	}
}

func TestSlotsOfABlock(t *testing.T) {
	cell := Cell{Same: "1"}
	for _, c := range []struct {
		block Block
		want  []Slot
	}{
		{Block{Kind: Paragraph}, []Slot{""}},
		{Block{Kind: PageBreak}, nil},
		{Block{Kind: References}, nil},
		{Block{Kind: Recommendation, Recommendation: &Action{}}, []Slot{ActionSlot, OwnerSlot, TimeFrameSlot, MeansSlot, IndicatorSlot}},
		{Block{Kind: Table, Table: &Grid{Rows: [][]Cell{{cell, cell}}}}, []Slot{CaptionSlot, "cell:0:0", "cell:0:1"}},
		{Block{Kind: Table, Text: language.Text{ZH: "x"}, Table: &Grid{Rows: [][]Cell{{cell}}}}, []Slot{"", CaptionSlot, "cell:0:0"}},
	} {
		if diff := cmp.Diff(c.want, c.block.Slots()); diff != "" {
			t.Errorf("%s: %s", c.block.Kind, diff)
		}
	}
}

func TestTextNowhere(t *testing.T) {
	b := rich()
	for _, at := range []Address{
		{},
		{Slot: TitleSlot},
		{Slot: TitleSlot, Language: "fr"},
		{Slot: "moon", Language: language.ZH},
		{Section: "s1", Language: language.ZH},
		{Section: "s9", Slot: HeadingSlot, Language: language.ZH},
		{Block: "b99", Language: language.ZH},
		{Block: "b1", Slot: OwnerSlot, Language: language.ZH},
		{Block: "b1", Slot: CaptionSlot, Language: language.ZH},
		{Block: "b9", Slot: "cell:7:0", Language: language.ZH},
		{Block: "b9", Slot: "cell:0:+1", Language: language.ZH},
		{Block: "b9", Slot: "cell:-1:0", Language: language.ZH},
		{Block: "b9", Slot: CellSlot(0, 0)}, // a pair has no text in both
	} {
		if text, ok := b.Text(at); ok {
			t.Errorf("Text(%+v) = %q", at, text)
		}
	}
	// One string for both languages is the text of each.
	for _, l := range []language.Language{"", language.ZH, language.EN} {
		if text, ok := b.Text(Address{Block: "b9", Slot: CellSlot(1, 0), Language: l}); !ok || text != "41%" {
			t.Errorf("cell in %q: %q, %v", l, text, ok)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	b := rich()
	before := asJSON(t, b)
	c := b.Clone()
	if asJSON(t, c) != before {
		t.Fatal("the clone differs")
	}
	c.Title.ZH = "别"
	c.Sources[0].Authors[0].ZH = "别"
	c.Sources[0].Year = "1"
	c.unknown["later"] = []byte("1")
	c.Sections[0].Heading.ZH = "别"
	c.Sections[0].unknown["colour"] = []byte("1")
	c.Sections[0].Blocks[0].unknown["comments"] = []byte("1")
	for i := range c.Sections[0].Blocks {
		blk := &c.Sections[0].Blocks[i]
		blk.Text.ZH = "别"
		if blk.From != nil {
			blk.From.Version++
		}
		if blk.Answers != nil {
			blk.Answers[0] = "别"
		}
		if blk.Recommendation != nil {
			blk.Recommendation.Owner.ZH = "别"
		}
		if blk.Table != nil {
			blk.Table.Header++
			blk.Table.Widths[0] = 9
			blk.Table.Rows[1][0].Same = "别"
		}
	}
	c.Sections = append(c.Sections[:1], c.Sections[2:]...)
	if diff := cmp.Diff(before, asJSON(t, b)); diff != "" {
		t.Errorf("a change of the clone reached the brief:\n%s", diff)
	}
}

func TestNewIDs(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		id := NewID()
		if seen[id] || len(id) != 26 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" {
			t.Fatalf("id %q", id)
		}
		seen[id] = true
	}
	if b := New("fixed"); b.ID != "fixed" || b.Validate() != nil {
		t.Errorf("New = %+v, %v", b, b.Validate())
	}
}
