package brief

import (
	"slices"

	"celun/app/language"
)

// Apply puts the section in.
func (e InsertSection) Apply(b *Brief) (Edit, error) {
	if e.Index < 0 || e.Index > len(b.Sections) {
		return nil, outside(e.Index, len(b.Sections))
	}
	if err := b.fresh(e.Section.ID); err != nil {
		return nil, err
	}
	seen := map[string]bool{e.Section.ID: true}
	for i := range e.Section.Blocks {
		id := e.Section.Blocks[i].ID
		if err := b.fresh(id); err != nil {
			return nil, err
		}
		if seen[id] {
			return nil, taken(id)
		}
		seen[id] = true
		if err := e.Section.Blocks[i].validate(); err != nil {
			return nil, err
		}
	}
	b.Sections = slices.Insert(slices.Clone(b.Sections), e.Index, e.Section.clone())
	return RemoveSection{ID: e.Section.ID}, nil
}

// Apply takes the section out.
func (e RemoveSection) Apply(b *Brief) (Edit, error) {
	s, i := b.Section(e.ID)
	if s == nil {
		return nil, nowhere(Address{Section: e.ID})
	}
	inverse := InsertSection{Index: i, Section: *s}
	b.Sections = slices.Delete(slices.Clone(b.Sections), i, i+1)
	return inverse, nil
}

// Apply moves the section.
func (e MoveSection) Apply(b *Brief) (Edit, error) {
	s, i := b.Section(e.ID)
	if s == nil {
		return nil, nowhere(Address{Section: e.ID})
	}
	if e.Index < 0 || e.Index >= len(b.Sections) {
		return nil, outside(e.Index, len(b.Sections)-1)
	}
	moved := *s
	b.Sections = slices.Delete(slices.Clone(b.Sections), i, i+1)
	b.Sections = slices.Insert(b.Sections, e.Index, moved)
	return MoveSection{ID: e.ID, Index: i}, nil
}

// Apply replaces the meta.
func (e SetMeta) Apply(b *Brief) (Edit, error) {
	if err := e.Meta.validate(); err != nil {
		return nil, err
	}
	inverse := SetMeta{Meta: b.Meta}
	b.Meta = e.Meta
	return inverse, nil
}

// Apply sets the states.
func (e SetState) Apply(b *Brief) (Edit, error) {
	blk, i, j := b.Block(e.ID)
	if blk == nil {
		return nil, nowhere(Address{Block: e.ID})
	}
	if err := e.States.validate(e.ID); err != nil {
		return nil, err
	}
	inverse := SetState{ID: e.ID, States: blk.State, Basis: blk.Basis}
	basis := e.Basis
	if basis == nil {
		basis = blk.Basis
	}
	b.ownBlock(i, j).settle(e.States, basis)
	return inverse, nil
}

// Apply replaces the sources.
func (e SetSources) Apply(b *Brief) (Edit, error) {
	inverse := SetSources{Sources: b.Sources}
	b.Sources = cloneSources(e.Sources)
	return inverse, nil
}

// ReplaceAll puts all of another brief in the place of this one's content, as
// when an earlier state is brought back. The brief keeps its id, and no id of
// a block or section is given out twice.
type ReplaceAll struct {
	Brief *Brief `json:"brief"`
}

// Apply replaces everything.
func (e ReplaceAll) Apply(b *Brief) (Edit, error) {
	if e.Brief == nil {
		return nil, refused("这一步是空的", "one of the edits is empty")
	}
	next := e.Brief.Clone()
	next.ID = b.ID
	next.LastBlock, next.LastSection = max(next.LastBlock, b.LastBlock), max(next.LastSection, b.LastSection)
	if err := next.Validate(); err != nil {
		return nil, err
	}
	for _, p := range b.parts { // an edit that was written down has no parts
		if _, has := find(next.parts, p.name); !has {
			next.parts = append(next.parts, p)
		}
	}
	was := *b
	*b = *next
	return ReplaceAll{Brief: &was}, nil
}

// Where is the brief itself.
func (e ReplaceAll) Where() Address { return Address{} }

// Apply makes the edits one after another; if one fails none is made.
func (e Batch) Apply(b *Brief) (Edit, error) {
	next := *b
	inverse := Batch{Edits: make([]Edit, len(e.Edits))}
	for i, edit := range e.Edits {
		if edit == nil {
			return nil, refused("这一步是空的", "one of the edits is empty")
		}
		back, err := edit.Apply(&next)
		if err != nil {
			return nil, err
		}
		inverse.Edits[len(e.Edits)-1-i] = back
	}
	*b = next
	return inverse, nil
}

// Where is the address of the text.
func (e SetText) Where() Address { return e.At }

// Where is the address of the cell.
func (e SetCell) Where() Address { return e.At }

// Where is the block.
func (e InsertBlock) Where() Address { return Address{Block: e.Block.ID} }

// Where is the block.
func (e RemoveBlock) Where() Address { return Address{Block: e.ID} }

// Where is the block.
func (e MoveBlock) Where() Address { return Address{Block: e.ID} }

// Where is the block.
func (e ReplaceBlock) Where() Address { return Address{Block: e.Block.ID} }

// Where is the section.
func (e InsertSection) Where() Address { return Address{Section: e.Section.ID} }

// Where is the section.
func (e RemoveSection) Where() Address { return Address{Section: e.ID} }

// Where is the section.
func (e MoveSection) Where() Address { return Address{Section: e.ID} }

// Where is the brief itself.
func (e SetMeta) Where() Address { return Address{} }

// Where is the block.
func (e SetState) Where() Address { return Address{Block: e.ID} }

// Where is the brief itself.
func (e SetSources) Where() Address { return Address{} }

// Where is the place of the last of the edits.
func (e Batch) Where() Address {
	if len(e.Edits) == 0 {
		return Address{}
	}
	return e.Edits[len(e.Edits)-1].Where()
}

// fresh reports an id that is empty or already used in the brief.
func (b *Brief) fresh(id string) error {
	if id == "" {
		return refused("编号为空", "the id is empty")
	}
	blk, _, _ := b.Block(id)
	s, _ := b.Section(id)
	if blk != nil || s != nil {
		return taken(id)
	}
	return nil
}

func taken(id string) error {
	return &language.Problem{What: language.Text{
		ZH: "编号 " + id + " 已经用过",
		EN: "the id " + id + " is already taken",
	}}
}
