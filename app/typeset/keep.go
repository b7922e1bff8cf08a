package typeset

import (
	"slices"

	"celun/app/brief"
	"celun/app/language"
)

// A situation is all that the rows of a section depend on besides the section
// itself and the faces.
type situation struct {
	style     Style
	columns   [2]column
	languages [2]language.Language
	layout    brief.Layout
	measure   float64
	section   int
	volume    int
	counts    brief.Counts
	notes     [2]int
	grids     int
	cited     string // the numbers of the sources
	trainer   bool
	high      float64
	above     float64 // height of what stands above the first section
}

// A keptSection is a section as rows, with what it was made from and what
// making it said.
type keptSection struct {
	section  brief.Section
	from     situation
	rows     []row
	used     []*keptLines
	missing  []Missing
	warnings []Warning
	// The counters after the section.
	counts brief.Counts
	notes  [2]int
	grids  int
	round  int
	labels []lookup
	seen   []seenMedia
}

// A lookup is a label that was asked for, and what it was.
type lookup struct {
	id       string
	language language.Language
	label    string
}

// A sectionKey names a section within a document.
type sectionKey struct {
	id     string
	volume int
}

func (c *composer) situation() situation {
	s := situation{
		style: *c.style, layout: c.layout, measure: c.measure, section: c.section, volume: c.volumes,
		counts: c.counts, notes: c.notes, grids: c.grids, cited: c.cited, trainer: c.trainer, high: c.high,
	}
	if c.section == 1 {
		s.above = stacked(c.rows[c.first:])
	}
	copy(s.columns[:], c.columns)
	copy(s.languages[:], c.langs)
	return s
}

// rowsOf makes the rows of a section, or takes those that were made of the
// same section in the same situation.
func (c *composer) rowsOf(s *brief.Section) {
	key, from := sectionKey{s.ID, c.volumes}, c.situation()
	if k := c.setter.sections[key]; k != nil && k.from == from && sameSection(&k.section, s) && c.stillCalled(k.labels) && c.stillSeen(k.seen) {
		k.replay(c)
		return
	}
	rows, missing, warnings := len(c.rows), len(c.doc.Missing), len(c.doc.Warnings)
	c.setter.used, c.lookups, c.seen = nil, c.lookups[:0], c.seen[:0]
	c.sectionRows(s)
	if slices.ContainsFunc(s.Blocks, func(b brief.Block) bool { return b.Kind == brief.References }) {
		delete(c.setter.sections, key) // its rows depend on the sources too
		return
	}
	c.setter.sections[key] = &keptSection{
		section: copyOf(s), from: from, rows: slices.Clone(c.rows[rows:]), used: c.setter.used,
		missing: slices.Clone(c.doc.Missing[missing:]), warnings: slices.Clone(c.doc.Warnings[warnings:]),
		counts: c.counts, notes: c.notes, grids: c.grids, round: c.setter.round, labels: slices.Clone(c.lookups), seen: slices.Clone(c.seen),
	}
}

// stillCalled reports whether the labels that were looked up are as they were.
func (c *composer) stillCalled(labels []lookup) bool {
	for _, k := range labels {
		if c.called(k.id).In(k.language) != k.label {
			return false
		}
	}
	return true
}

// stillSeen reports whether the pictures that were asked for are as they were.
func (c *composer) stillSeen(seen []seenMedia) bool {
	for _, k := range seen {
		if data, _ := c.brief.Media(k.name); identity(data) != k.bytes {
			return false
		}
	}
	return true
}

// replay puts what is kept where making it would have put it.
func (k *keptSection) replay(c *composer) {
	k.round = c.setter.round
	for _, l := range k.used {
		l.round = k.round
	}
	for i := range k.rows {
		for j := range k.rows[i].parts {
			*k.rows[i].parts[j].number = 0
			for n := range k.rows[i].parts[j].feet {
				*k.rows[i].parts[j].feet[n].number = 0
			}
		}
	}
	c.rows = append(c.rows, k.rows...)
	c.doc.Missing = append(c.doc.Missing, k.missing...)
	c.doc.Warnings = append(c.doc.Warnings, k.warnings...)
	c.counts, c.notes, c.grids = k.counts, k.notes, k.grids
}

// copyOf returns what the rows of a section are made from, so that a change
// of the section in place is seen.
func copyOf(s *brief.Section) brief.Section {
	c := brief.Section{ID: s.ID, Heading: s.Heading, Unnumbered: s.Unnumbered, Blocks: make([]brief.Block, len(s.Blocks))}
	for i := range s.Blocks {
		c.Blocks[i] = s.Blocks[i].Clone()
	}
	return c
}

// sameSection reports whether the rows of two sections are the same.
func sameSection(a, b *brief.Section) bool {
	if a.Heading != b.Heading || a.Unnumbered != b.Unnumbered || len(a.Blocks) != len(b.Blocks) {
		return false
	}
	for i := range a.Blocks {
		if !sameBlock(&a.Blocks[i], &b.Blocks[i]) {
			return false
		}
	}
	return true
}

func sameBlock(a, b *brief.Block) bool {
	if a.ID != b.ID || a.Kind != b.Kind || a.Level != b.Level || a.Text != b.Text ||
		a.Space != b.Space || a.Answer != b.Answer || a.Minutes != b.Minutes || a.For != b.For ||
		(a.Recommendation == nil) != (b.Recommendation == nil) || (a.Table == nil) != (b.Table == nil) ||
		!sameFigure(a.Figure, b.Figure) || !slices.Equal(a.Events, b.Events) || !slices.Equal(a.Terms, b.Terms) {
		return false
	}
	if a.Recommendation != nil && *a.Recommendation != *b.Recommendation {
		return false
	}
	if a.Table == nil {
		return true
	}
	return a.Table.Caption == b.Table.Caption && a.Table.Header == b.Table.Header &&
		slices.Equal(a.Table.Widths, b.Table.Widths) && slices.EqualFunc(a.Table.Rows, b.Table.Rows, slices.Equal[[]brief.Cell])
}

func sameFigure(a, b *brief.Figure) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Form == b.Form && a.Caption == b.Caption && a.Alt == b.Alt && a.Media == b.Media && a.Width == b.Width &&
		slices.Equal(a.Data, b.Data) && slices.Equal(a.Nodes, b.Nodes) && slices.Equal(a.Edges, b.Edges)
}
