package brief

import (
	"encoding/json"
	"maps"
	"slices"

	"celun/app/argument"
)

// Clone returns a copy that shares nothing which could be changed.
func (b *Brief) Clone() *Brief {
	c := *b
	c.Sections = make([]Section, len(b.Sections))
	for i := range b.Sections {
		c.Sections[i] = b.Sections[i].clone()
	}
	c.Sources = cloneSources(b.Sources)
	c.Waivers = slices.Clone(b.Waivers)
	c.unknown = cloneUnknown(b.unknown)
	c.parts = slices.Clone(b.parts) // the bytes of a part are never changed
	return &c
}

func (s Section) clone() Section {
	blocks := make([]Block, len(s.Blocks))
	for i := range s.Blocks {
		blocks[i] = s.Blocks[i].Clone()
	}
	s.Blocks = blocks
	s.unknown = cloneUnknown(s.unknown)
	return s
}

// Clone returns a copy that shares nothing which could be changed.
func (b Block) Clone() Block {
	b.Answers = slices.Clone(b.Answers)
	b.Basis = slices.Clone(b.Basis)
	if b.From != nil {
		from := *b.From
		b.From = &from
	}
	if b.Recommendation != nil {
		action := *b.Recommendation
		b.Recommendation = &action
	}
	if b.Table != nil {
		grid := *b.Table
		grid.Widths = slices.Clone(grid.Widths)
		grid.Rows = make([][]Cell, len(b.Table.Rows))
		for i, row := range b.Table.Rows {
			grid.Rows[i] = slices.Clone(row)
		}
		b.Table = &grid
	}
	if b.Figure != nil {
		figure := *b.Figure
		figure.Data = slices.Clone(figure.Data)
		figure.Nodes = slices.Clone(figure.Nodes)
		figure.Edges = slices.Clone(figure.Edges)
		b.Figure = &figure
	}
	b.Events = slices.Clone(b.Events)
	b.Terms = slices.Clone(b.Terms)
	b.Comments = slices.Clone(b.Comments)
	b.unknown = cloneUnknown(b.unknown)
	return b
}

func cloneSources(sources []argument.Source) []argument.Source {
	c := make([]argument.Source, len(sources))
	for i, s := range sources {
		s.Authors, s.Editors, s.Translators = slices.Clone(s.Authors), slices.Clone(s.Editors), slices.Clone(s.Translators)
		c[i] = s
	}
	return c
}

func cloneUnknown(m map[string]json.RawMessage) map[string]json.RawMessage { return maps.Clone(m) }
