package template

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// write returns what a rule writes without the library. A text for which there
// is nothing to fill in is passed over.
func (f *filling) write(r Rule) []stretch {
	text, ok := f.filledIn(r.Text)
	if !ok {
		return nil
	}
	b := brief.Block{Kind: brief.Paragraph, Text: text}
	switch r.Write {
	case WriteWeights, WriteTotals, WriteSensitivity:
		return f.weighing(r.Write)
	case WriteNote:
		b.Kind = brief.Note
	case WriteHeading:
		b.Kind, b.Level = brief.Heading, 2
	case WriteBlank:
		b.Text = blank(text)
	case WriteList:
		b.Kind, b.Text = brief.List, f.items(r.Items)
	case WriteQuestion, WriteExercise:
		b.Kind = brief.Question
		if r.Write == WriteExercise {
			b.Kind = brief.Exercise
		}
		b.Answer, _ = f.filledIn(r.Answer)
		b.Space, b.Minutes = float64(r.Space), r.Minutes
	case WriteTable:
		b.Kind, b.Text, b.Table = brief.Table, language.Text{}, f.table(r)
		b.Table.Caption = text
		b.Space = float64(r.Space)
	case WritePageBreak:
		b = brief.Block{Kind: brief.PageBreak}
	}
	return []stretch{fixed(b)}
}

// items returns a list of those of the texts for which there is something to
// fill in.
func (f *filling) items(items []language.Text) language.Text {
	var zh, en []string
	for _, t := range items {
		if t, ok := f.filledIn(t); ok {
			zh, en = append(zh, t.ZH), append(en, t.EN)
		}
	}
	return language.Text{ZH: strings.Join(zh, "\n"), EN: strings.Join(en, "\n")}
}

// table returns the table of a rule: its head, its rows, and empty rows to
// write in, whose first cell carries their number if they have more than one.
func (f *filling) table(r Rule) *brief.Grid {
	cells := func(ts []language.Text) []brief.Cell {
		row := make([]brief.Cell, 0, len(ts))
		for _, t := range ts {
			t, _ = f.filledIn(t)
			if t.ZH == t.EN {
				row = append(row, brief.Cell{Same: t.ZH}) // a number, or a box to tick
				continue
			}
			row = append(row, brief.Cell{Text: t})
		}
		return row
	}
	g := &brief.Grid{Header: 1, Rows: [][]brief.Cell{cells(r.Head)}}
	for _, w := range r.Widths {
		g.Widths = append(g.Widths, float64(w)/100)
	}
	for _, row := range r.Rows {
		g.Rows = append(g.Rows, cells(row))
	}
	for n := range r.Empty {
		row := make([]brief.Cell, len(r.Head))
		if len(row) > 1 && r.Empty > 1 {
			row[0] = brief.Cell{Same: digits(n + 1)}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}
