package brief

import (
	"iter"
	"strconv"
	"strings"

	"celun/app/language"
)

// CellSlot returns the slot of a table's cell; row and column count from 0.
func CellSlot(row, column int) Slot {
	return Slot("cell:" + strconv.Itoa(row) + ":" + strconv.Itoa(column))
}

// Cell returns the row and column of a slot made by [CellSlot].
func (s Slot) Cell() (row, column int, ok bool) {
	rest, found := strings.CutPrefix(string(s), "cell:")
	r, c, colon := strings.Cut(rest, ":")
	if !found || !colon {
		return 0, 0, false
	}
	row, err1 := strconv.Atoi(r)
	column, err2 := strconv.Atoi(c)
	if err1 != nil || err2 != nil || row < 0 || column < 0 || CellSlot(row, column) != s {
		return 0, 0, false
	}
	return row, column, true
}

// Text returns the text at a, and whether the brief has such a place. In a
// cell that shows one string in both languages, any language gives that
// string; in every other place the language must be zh or en.
func (b *Brief) Text(a Address) (string, bool) {
	if a.Language == "" {
		if blk, _, _ := b.Block(a.Block); blk != nil {
			if c := blk.cell(a.Slot); c != nil && c.Same != "" {
				return c.Same, true
			}
		}
		return "", false
	}
	if a.Language != language.ZH && a.Language != language.EN {
		return "", false
	}
	if a.Block != "" {
		blk, _, _ := b.Block(a.Block)
		if blk == nil {
			return "", false
		}
		if c := blk.cell(a.Slot); c != nil {
			return c.In(a.Language), true
		}
		t := blk.text(a.Slot)
		if t == nil {
			return "", false
		}
		return t.In(a.Language), true
	}
	if a.Section != "" {
		s, _ := b.Section(a.Section)
		if s == nil || a.Slot != HeadingSlot {
			return "", false
		}
		return s.Heading.In(a.Language), true
	}
	t := b.text(a.Slot)
	if t == nil {
		return "", false
	}
	return t.In(a.Language), true
}

// Addresses yields the place and text of every text of the brief in document
// order: title, subtitle and meta, then section by section the heading and
// the blocks, and for each place its Chinese and then its English, empty ones
// too. A cell that shows one string in both languages is yielded once, with
// no language. The purpose of a section is advice to the writer and not part
// of the document.
func (b *Brief) Addresses() iter.Seq2[Address, string] {
	return func(yield func(Address, string) bool) {
		pair := func(a Address, t language.Text) bool {
			for _, l := range language.Both() {
				a.Language = l
				if !yield(a, t.In(l)) {
					return false
				}
			}
			return true
		}
		for _, s := range briefSlots() {
			if !pair(Address{Slot: s}, *b.text(s)) {
				return
			}
		}
		for i := range b.Sections {
			s := &b.Sections[i]
			if !pair(Address{Section: s.ID, Slot: HeadingSlot}, s.Heading) {
				return
			}
			for j := range s.Blocks {
				if !s.Blocks[j].addresses(yield, pair) {
					return
				}
			}
		}
	}
}

func (b *Block) addresses(yield func(Address, string) bool, pair func(Address, language.Text) bool) bool {
	for _, slot := range b.Slots() {
		a := Address{Block: b.ID, Slot: slot}
		if c := b.cell(slot); c != nil {
			if c.Same != "" {
				if !yield(a, c.Same) {
					return false
				}
				continue
			}
			if !pair(a, c.Text) {
				return false
			}
			continue
		}
		if !pair(a, *b.text(slot)) {
			return false
		}
	}
	return true
}

// Slots returns the places for text of the block, in reading order: its own
// text for kinds that print one, the five of a recommendation, a table's
// caption and cells row by row, and what else its kind holds.
func (b *Block) Slots() []Slot {
	var slots []Slot
	switch b.Kind {
	case Table, Options, References, PageBreak, FigureKind, Timeline, TermList:
		if !b.Text.IsEmpty() {
			slots = append(slots, "")
		}
	case Recommendation:
		if !b.Text.IsEmpty() || b.Recommendation == nil {
			slots = append(slots, "")
		}
	default:
		slots = append(slots, "")
	}
	if b.Recommendation != nil {
		slots = append(slots, ActionSlot, OwnerSlot, TimeFrameSlot, MeansSlot, IndicatorSlot)
	}
	if b.Table != nil {
		slots = append(slots, CaptionSlot)
		for r, row := range b.Table.Rows {
			for c := range row {
				slots = append(slots, CellSlot(r, c))
			}
		}
	}
	if f := b.Figure; f != nil {
		slots = append(slots, CaptionSlot, AltSlot)
		for i := range f.Data {
			slots = append(slots, DatumSlot.Of(i))
			if !f.Data[i].Unit.IsEmpty() {
				slots = append(slots, DatumUnitSlot.Of(i))
			}
		}
		for i := range f.Nodes {
			slots = append(slots, NodeSlot.Of(i))
		}
	}
	for i := range b.Events {
		if !b.Events[i].When.IsEmpty() {
			slots = append(slots, WhenSlot.Of(i))
		}
		slots = append(slots, EventSlot.Of(i))
	}
	for i := range b.Terms {
		slots = append(slots, TermSlot.Of(i), DefinitionSlot.Of(i))
	}
	if b.Kind == Question || b.Kind == Exercise {
		slots = append(slots, AnswerSlot)
	}
	return slots
}

// briefSlots returns the slots of a brief outside its sections.
func briefSlots() []Slot {
	return []Slot{
		TitleSlot, SubtitleSlot, SeriesSlot, NumberSlot, UnitSlot, AuthorSlot, ContactSlot, AudienceSlot, DisclaimerSlot,
	}
}

// text returns where the slot of the brief itself is kept, or nil.
func (b *Brief) text(s Slot) *language.Text {
	switch s {
	case TitleSlot:
		return &b.Title
	case SubtitleSlot:
		return &b.Subtitle
	case SeriesSlot:
		return &b.Meta.Series
	case NumberSlot:
		return &b.Meta.Number
	case UnitSlot:
		return &b.Meta.Unit
	case AuthorSlot:
		return &b.Meta.Author
	case ContactSlot:
		return &b.Meta.Contact
	case AudienceSlot:
		return &b.Meta.Audience
	case DisclaimerSlot:
		return &b.Meta.Disclaimer
	}
	return nil
}

// text returns where the slot of a block is kept, or nil; a cell is found by
// [Block.cell].
func (b *Block) text(s Slot) *language.Text {
	if s == "" {
		return &b.Text
	}
	switch {
	case s == CaptionSlot && b.Table != nil:
		return &b.Table.Caption
	case s == CaptionSlot && b.Figure != nil:
		return &b.Figure.Caption
	case s == AltSlot && b.Figure != nil:
		return &b.Figure.Alt
	case s == AnswerSlot && (b.Kind == Question || b.Kind == Exercise):
		return &b.Answer
	}
	if of, n, ok := s.number(); ok {
		return b.numbered(of, n)
	}
	if b.Recommendation == nil {
		return nil
	}
	switch s {
	case ActionSlot:
		return &b.Recommendation.Action
	case OwnerSlot:
		return &b.Recommendation.Owner
	case TimeFrameSlot:
		return &b.Recommendation.TimeFrame
	case MeansSlot:
		return &b.Recommendation.Means
	case IndicatorSlot:
		return &b.Recommendation.Indicator
	}
	return nil
}

// numbered returns where number n of the slots called of is kept, or nil.
func (b *Block) numbered(of Slot, n int) *language.Text {
	has := func(count int) bool { return n < count }
	f := b.Figure
	switch {
	case of == DatumSlot && f != nil && has(len(f.Data)):
		return &f.Data[n].Label
	case of == DatumUnitSlot && f != nil && has(len(f.Data)):
		return &f.Data[n].Unit
	case of == NodeSlot && f != nil && has(len(f.Nodes)):
		return &f.Nodes[n].Label
	case of == EventSlot && has(len(b.Events)):
		return &b.Events[n].Text
	case of == WhenSlot && has(len(b.Events)):
		return &b.Events[n].When
	case of == TermSlot && has(len(b.Terms)):
		return &b.Terms[n].Term
	case of == DefinitionSlot && has(len(b.Terms)):
		return &b.Terms[n].Definition
	}
	return nil
}

// cell returns the cell that a slot names, or nil.
func (b *Block) cell(s Slot) *Cell {
	row, column, ok := s.Cell()
	if !ok || b.Table == nil || row >= len(b.Table.Rows) || column >= len(b.Table.Rows[row]) {
		return nil
	}
	return &b.Table.Rows[row][column]
}

// In returns what the cell shows in l.
func (c Cell) In(l language.Language) string {
	if c.Same != "" {
		return c.Same
	}
	return c.Text.In(l)
}
