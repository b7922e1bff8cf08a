package brief

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// An Edit is one change of a brief as a plain value. Apply makes it and
// returns the edit that takes it back; when it fails the brief is as before.
//
// Apply never writes into memory that it shares with another brief: it
// replaces the slices on the way down to what it changes. A copy of the Brief
// struct made before is therefore a snapshot that stays as it was.
//
// Where is the place that the edit changes, for a window to go to.
type Edit interface {
	Apply(b *Brief) (inverse Edit, err error)
	Where() Address
}

// SetText sets the text at a place. In a block the side becomes a draft, or
// empty, and its twin, unless empty, becomes stale, unless the edit is one
// that follows what was changed there. States, if given, sets the states of
// the block instead, and Basis what they go by. In a cell that shows one string in both
// languages, no language sets that string, and a language splits it: the
// twin keeps the string.
type SetText struct {
	At   Address `json:"at"`
	Text string  `json:"text"`
	// Follows says that the edit brings the text in step with its twin.
	Follows bool     `json:"follows,omitempty"`
	States  *States  `json:"states,omitempty"`
	Basis   []Former `json:"basis,omitempty"`
}

// SetCell replaces a whole cell of a table: a pair by one string, or back.
// Unless States says otherwise, both sides of the block become drafts.
type SetCell struct {
	At     Address `json:"at"` // block and slot; the language is not looked at
	Cell   Cell    `json:"cell"`
	States *States `json:"states,omitempty"`

	Basis []Former `json:"basis,omitempty"` // with States
}

// InsertBlock puts a block into a section before the block at Index; the
// number of blocks is the end. The block's id must be new, see
// [History.NewBlockID].
type InsertBlock struct {
	Section string `json:"section"`
	Index   int    `json:"index"`
	Block   Block  `json:"block"`
}

// RemoveBlock takes a block out.
type RemoveBlock struct {
	ID string `json:"id"`
}

// MoveBlock moves a block to a section so that it stands at Index there.
type MoveBlock struct {
	ID      string `json:"id"`
	Section string `json:"section"`
	Index   int    `json:"index"`
}

// ReplaceBlock puts a block in the place of the one with its id: another
// kind, level, table shape.
type ReplaceBlock struct {
	Block Block `json:"block"`
}

// InsertSection puts a section before the section at Index, with its blocks.
// All ids must be new.
type InsertSection struct {
	Index   int     `json:"index"`
	Section Section `json:"section"`
}

// RemoveSection takes a section out with its blocks.
type RemoveSection struct {
	ID string `json:"id"`
}

// MoveSection moves a section so that it stands at Index.
type MoveSection struct {
	ID    string `json:"id"`
	Index int    `json:"index"`
}

// SetMeta replaces the meta of the brief.
type SetMeta struct {
	Meta Meta `json:"meta"`
}

// SetState sets the states of a block, as a reviewer does.
type SetState struct {
	ID     string   `json:"id"`
	States States   `json:"states"`
	Basis  []Former `json:"basis,omitempty"` // what stale texts go by; left out, it stays
}

// SetSources replaces the list of sources.
type SetSources struct {
	Sources []argument.Source `json:"sources"`
}

// Batch makes several edits as one: all of them or none.
type Batch struct {
	Edits []Edit
}

// Apply sets the text.
func (e SetText) Apply(b *Brief) (Edit, error) {
	if !utf8.ValidString(e.Text) {
		return nil, refused("文字不是有效的 UTF-8", "the text is not valid UTF-8")
	}
	if e.States != nil {
		if err := e.States.validate(e.At.Block); err != nil {
			return nil, err
		}
	}
	old, ok := b.Text(e.At)
	if !ok {
		return nil, nowhere(e.At)
	}
	if e.At.Block == "" {
		if e.At.Section == "" {
			t := b.text(e.At.Slot)
			*t = t.With(e.At.Language, e.Text)
		} else {
			_, i := b.Section(e.At.Section)
			s := b.ownSection(i)
			s.Heading = s.Heading.With(e.At.Language, e.Text)
		}
		return SetText{At: e.At, Text: old}, nil
	}
	blk, i, j := b.Block(e.At.Block)
	if c := blk.cell(e.At.Slot); c != nil && (c.Same != "" || e.At.Language == "") {
		inverse, err := SetCell{At: e.At, Cell: c.with(e.At.Language, e.Text), States: e.States, Basis: e.Basis}.Apply(b)
		if err == nil && e.States == nil && e.At.Language != "" && e.Text != old {
			b.Sections[i].Blocks[j].touch(e.At, e.Follows) // the brief's own since the edit
		}
		return inverse, err
	}
	before, basis := blk.State, blk.Basis
	blk = b.ownBlock(i, j)
	if c := blk.cell(e.At.Slot); c != nil {
		c.Text = c.With(e.At.Language, e.Text)
	} else {
		t := blk.text(e.At.Slot)
		*t = t.With(e.At.Language, e.Text)
	}
	if e.States != nil {
		blk.settle(*e.States, e.Basis)
	} else if e.Text != old {
		if !e.Follows {
			blk.remember(e.At, old)
		}
		blk.touch(e.At, e.Follows)
	}
	return SetText{At: e.At, Text: old, States: &before, Basis: basis}, nil
}

// touch sets the states of a block after one side of a place in it changed.
func (b *Block) touch(a Address, follows bool) {
	side, twin := Empty, false
	for _, slot := range b.Slots() {
		c, t := b.cell(slot), language.Text{}
		if c != nil {
			t = c.Text
		} else {
			t = *b.text(slot)
		}
		if t.In(a.Language) != "" {
			side = Draft
		}
		twin = twin || t.In(a.Language.Other()) != ""
	}
	states := b.State.with(a.Language, side)
	if twin && !follows {
		states = states.with(a.Language.Other(), Stale)
	}
	b.settle(states, b.Basis)
}

// Apply replaces the cell.
func (e SetCell) Apply(b *Brief) (Edit, error) {
	if !utf8.ValidString(e.Cell.Same) || !utf8.ValidString(e.Cell.ZH) || !utf8.ValidString(e.Cell.EN) {
		return nil, refused("文字不是有效的 UTF-8", "the text is not valid UTF-8")
	}
	blk, i, j := b.Block(e.At.Block)
	if blk == nil || blk.cell(e.At.Slot) == nil {
		return nil, nowhere(e.At)
	}
	if e.States != nil {
		if err := e.States.validate(e.At.Block); err != nil {
			return nil, err
		}
	}
	before, basis := blk.State, blk.Basis
	blk = b.ownBlock(i, j)
	c := blk.cell(e.At.Slot)
	inverse := SetCell{At: e.At, Cell: *c, States: &before, Basis: basis}
	*c = e.Cell
	if c.Same != "" {
		c.Text = language.Text{}
	}
	switch {
	case e.States != nil:
		blk.settle(*e.States, e.Basis)
	case *c != inverse.Cell:
		blk.settle(States{ZH: Draft, EN: Draft}, nil)
	}
	return inverse, nil
}

// Apply puts the block in.
func (e InsertBlock) Apply(b *Brief) (Edit, error) {
	s, i := b.Section(e.Section)
	if s == nil {
		return nil, nowhere(Address{Section: e.Section})
	}
	if e.Index < 0 || e.Index > len(s.Blocks) {
		return nil, outside(e.Index, len(s.Blocks))
	}
	if err := b.fresh(e.Block.ID); err != nil {
		return nil, err
	}
	if err := e.Block.validate(); err != nil {
		return nil, err
	}
	s = b.ownSection(i)
	s.Blocks = slices.Insert(slices.Clone(s.Blocks), e.Index, e.Block.Clone())
	return RemoveBlock{ID: e.Block.ID}, nil
}

// Apply takes the block out.
func (e RemoveBlock) Apply(b *Brief) (Edit, error) {
	blk, i, j := b.Block(e.ID)
	if blk == nil {
		return nil, nowhere(Address{Block: e.ID})
	}
	inverse := InsertBlock{Section: b.Sections[i].ID, Index: j, Block: *blk}
	s := b.ownSection(i)
	s.Blocks = slices.Delete(slices.Clone(s.Blocks), j, j+1)
	return inverse, nil
}

// Apply moves the block.
func (e MoveBlock) Apply(b *Brief) (Edit, error) {
	blk, i, j := b.Block(e.ID)
	if blk == nil {
		return nil, nowhere(Address{Block: e.ID})
	}
	to, k := b.Section(e.Section)
	if to == nil {
		return nil, nowhere(Address{Section: e.Section})
	}
	last := len(to.Blocks)
	if i == k {
		last--
	}
	if e.Index < 0 || e.Index > last {
		return nil, outside(e.Index, last)
	}
	moved := *blk
	from := b.ownSection(i)
	from.Blocks = slices.Delete(slices.Clone(from.Blocks), j, j+1)
	to = b.ownSection(k)
	to.Blocks = slices.Insert(slices.Clone(to.Blocks), e.Index, moved)
	return MoveBlock{ID: e.ID, Section: b.Sections[i].ID, Index: j}, nil
}

// Apply puts the block in the place of the one with its id.
func (e ReplaceBlock) Apply(b *Brief) (Edit, error) {
	blk, i, j := b.Block(e.Block.ID)
	if blk == nil {
		return nil, nowhere(Address{Block: e.Block.ID})
	}
	if err := e.Block.validate(); err != nil {
		return nil, err
	}
	inverse := ReplaceBlock{Block: *blk}
	*b.ownBlock(i, j) = e.Block.Clone()
	return inverse, nil
}

// ownSection makes the section at i the brief's own, as far as its slice of
// blocks, which the caller replaces.
func (b *Brief) ownSection(i int) *Section {
	b.Sections = slices.Clone(b.Sections)
	return &b.Sections[i]
}

// ownBlock makes a block the brief's own, all of it.
func (b *Brief) ownBlock(section, index int) *Block {
	s := b.ownSection(section)
	s.Blocks = slices.Clone(s.Blocks)
	s.Blocks[index] = s.Blocks[index].Clone()
	return &s.Blocks[index]
}

func (s States) with(l language.Language, st State) States {
	if l == language.EN {
		s.EN = st
	} else {
		s.ZH = st
	}
	return s
}

// with returns the cell with its text in l set; no language sets the one
// string for both.
func (c Cell) with(l language.Language, text string) Cell {
	if l == "" {
		return Cell{Same: text}
	}
	if c.Same != "" {
		c = Cell{Text: language.Text{ZH: c.Same, EN: c.Same}}
	}
	c.Text = c.With(l, text)
	return c
}

func refused(zh, en string) error {
	return &language.Problem{What: language.Text{ZH: zh, EN: en}}
}

func nowhere(a Address) error {
	id := a.Block + a.Section
	return refused(
		fmt.Sprintf("文稿中没有这一处：%s %s", id, a.Slot),
		fmt.Sprintf("the brief has no such place: %s %s", id, a.Slot))
}

func outside(index, last int) error {
	return refused(
		fmt.Sprintf("位置 %d 不在 0 至 %d 之间", index, last),
		fmt.Sprintf("position %d is not between 0 and %d", index, last))
}
