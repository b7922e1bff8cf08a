package editor

import (
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/paste"
	"celun/app/desktop/widgets"
	"celun/app/language"
)

// Paste puts pieces into the text with the caret, at its place: one paragraph
// as words of the text, several as blocks after it, the first of them joined
// to what stands before the caret. Where a text cannot be blocks, such as in
// a cell or a list, they become lines of it.
func (e *Editor) Paste(f *widgets.Field, at brief.Address, pieces []paste.Piece) {
	if len(pieces) == 0 {
		return
	}
	b, i, j := e.brief.Block(at.Block)
	if len(pieces) == 1 && pieces[0].Kind == brief.Paragraph {
		f.Paste(pieces[0].Text)
		return
	}
	if b == nil || at.Slot != "" || at.Language == "" || !b.Kind.IsProse() {
		f.Paste(lines(pieces, b != nil && at.Slot == "" && (b.Kind == brief.List || b.Kind == brief.KeyMessages)))
		return
	}
	e.pasteBlocks(f, b, at, i, j, pieces)
}

// pasteBlocks puts pieces in as blocks, as one step to undo.
func (e *Editor) pasteBlocks(f *widgets.Field, b *brief.Block, at brief.Address, section, index int, pieces []paste.Piece) {
	start, end := f.Selection()
	runes := []rune(b.Text.In(at.Language))
	start, end = min(start, len(runes)), min(end, len(runes))
	before, after := string(runes[:start]), string(runes[end:])
	var edits []brief.Edit
	bare := strings.TrimSpace(before) == "" && b.Text.In(at.Language.Other()) == ""
	if pieces[0].Kind == brief.Paragraph && !bare {
		before += pieces[0].Text
		pieces = pieces[1:]
	}
	id := e.brief.Sections[section].ID
	place := index + 1
	last := b.ID
	if bare {
		edits = append(edits, brief.RemoveBlock{ID: b.ID}) // an empty block gives way
		place = index
	} else {
		edits = append(edits, brief.SetText{At: at, Text: before})
	}
	for _, p := range pieces {
		blk := e.blockOf(p, at.Language)
		edits = append(edits, brief.InsertBlock{Section: id, Index: place, Block: blk})
		last = blk.ID
		place++
	}
	if strings.TrimSpace(after) != "" {
		blk := e.blockOf(paste.Piece{Kind: brief.Paragraph, Text: strings.TrimSpace(after)}, at.Language)
		edits = append(edits, brief.InsertBlock{Section: id, Index: place, Block: blk})
	}
	if e.Do(brief.Batch{Edits: edits}) == nil {
		e.Caret(brief.Address{Block: last, Language: at.Language}, -1)
	}
}

// blockOf makes a block of a piece in one language.
func (e *Editor) blockOf(p paste.Piece, l language.Language) brief.Block {
	b := brief.Block{ID: e.NewBlockID(), Kind: p.Kind, Level: p.Level, State: brief.States{ZH: brief.Empty, EN: brief.Empty}}
	if p.Kind == brief.Table {
		b.Table = &brief.Grid{Header: 1}
		for _, row := range p.Rows {
			cells := make([]brief.Cell, len(row))
			for i, text := range row {
				cells[i] = cellOf(text, l)
			}
			b.Table.Rows = append(b.Table.Rows, cells)
		}
	} else {
		b.Text = b.Text.With(l, p.Text)
	}
	if l == language.EN {
		b.State.EN = brief.Draft
	} else {
		b.State.ZH = brief.Draft
	}
	return b
}

// cellOf makes a cell of a text: a number is the same in both languages.
func cellOf(text string, l language.Language) brief.Cell {
	if text != "" && strings.Trim(text, "0123456789.,%-–−+/ ") == "" && strings.ContainsAny(text, "0123456789") {
		return brief.Cell{Same: text}
	}
	return brief.Cell{Text: language.Text{}.With(l, text)}
}

// lines writes pieces as lines of one text; as one line unless several may be.
func lines(pieces []paste.Piece, several bool) string {
	var all []string
	for _, p := range pieces {
		if p.Kind == brief.Table {
			for _, row := range p.Rows {
				all = append(all, strings.Join(slices.DeleteFunc(slices.Clone(row), func(s string) bool { return s == "" }), " "))
			}
			continue
		}
		all = append(all, p.Text)
	}
	if several {
		return strings.Join(all, "\n")
	}
	return strings.ReplaceAll(strings.Join(all, " "), "\n", " ")
}
