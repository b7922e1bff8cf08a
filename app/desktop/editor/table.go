package editor

import (
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// recommendation returns the five fields of a recommendation, each with its
// name, in both languages.
func (v *blockView) recommendation(b *brief.Block) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	names := float32(0) // the width of the widest name, with its margins
	for _, slot := range b.Slots() {
		name := catalogue.Slot(slot)
		p := v.e.pair(brief.Address{Block: v.id, Slot: slot}, catalogue.WriteText)
		for i := range p {
			p[i].TextStyle.Bold = slot == brief.ActionSlot
		}
		v.fields = append(v.fields, p[:]...)
		label := widgets.NewNote(name.In(v.e.Language), theme.Muted, 2)
		names = fyne.Max(names, label.Natural()+18)
		pair := v.columns(p[0].Field, p[1].Field)
		rows = append(rows, widgets.NewArranged(260, func(width, height float32, place widgets.Place) float32 {
			h := fyne.Max(height, widgets.HeightFor(pair, width-names))
			place(label, 12, 7, names-12, widgets.HeightFor(label, names-12))
			place(pair, names, 0, width-names, h)
			return h
		}, label, pair))
	}
	return widgets.NewInset(widgets.NewPile(0, rows...), 2, 0, 0, 0)
}

// table returns the caption and the cells of a table. Each cell holds its
// Chinese over its English, or the one string that it shows in both.
func (v *blockView) table(b *brief.Block) fyne.CanvasObject {
	caption := v.e.pair(brief.Address{Block: v.id, Slot: brief.CaptionSlot}, catalogue.WriteCaption)
	for i := range caption {
		caption[i].TextStyle.Bold = true
	}
	v.fields = append(v.fields, caption[:]...)

	g := b.Table
	cells := make([][]fyne.CanvasObject, len(g.Rows))
	lines := make([]fyne.CanvasObject, 0, len(g.Rows)+len(g.Rows[0]))
	var all []fyne.CanvasObject
	for r, row := range g.Rows {
		for c := range row {
			o := v.cell(b, r, c)
			cells[r] = append(cells[r], o)
			all = append(all, o)
		}
	}
	for range len(g.Rows) + len(g.Rows[0]) {
		lines = append(lines, widgets.NewHairline())
	}
	least := leastWidths(g)
	grid := widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		widths := widen(shares(g, width), least)
		y := float32(0)
		for r, row := range cells {
			h := float32(0)
			for c, o := range row {
				h = fyne.Max(h, widgets.HeightFor(o, widths[c]-8))
			}
			place(lines[r], 0, y, width, 1)
			x := float32(0)
			for c, o := range row {
				place(o, x+4, y+1, widths[c]-8, h)
				x += widths[c]
			}
			y += h + 1
		}
		x := float32(0)
		for c := range widths {
			place(lines[len(cells)+c], x, 0, 1, y)
			x += widths[c]
		}
		return y
	}, append(lines, all...)...)
	return widgets.NewPile(4, v.columns(caption[0].Field, caption[1].Field), widgets.NewInset(grid, 0, 8, 4, 0))
}

// shares returns the widths of the columns of a table in a width.
func shares(g *brief.Grid, width float32) []float32 {
	n := len(g.Rows[0])
	widths := make([]float32, n)
	sum := 0.0
	for _, w := range g.Widths {
		sum += w
	}
	for i := range widths {
		widths[i] = width / float32(n)
		if len(g.Widths) == n && sum > 0 {
			// Between what the page gives and equal shares: a narrow column of
			// numbers still has to be typed into.
			widths[i] = (widths[i] + width*float32(g.Widths[i]/sum)) / 2
		}
	}
	return widths
}

// leastWidths returns how wide the columns of a table must be for their longest
// English words and numbers.
func leastWidths(g *brief.Grid) []float32 {
	least := make([]float32, len(g.Rows[0]))
	size := fynetheme.Size(fynetheme.SizeNameText)
	margin := 8 + 2*(fynetheme.Size(fynetheme.SizeNameInnerPadding)+fynetheme.Size(fynetheme.SizeNameInputBorder))
	for i, row := range g.Rows {
		for c, cell := range row {
			for _, word := range strings.Fields(cell.EN + " " + cell.Same) {
				w := fyne.MeasureText(word, size, fyne.TextStyle{Bold: i < g.Header}).Width
				least[c] = fyne.Max(least[c], w+margin)
			}
		}
	}
	return least
}

// widen makes the columns that are too narrow as wide as they must be, at the
// cost of those with room to spare. If all are short of room they stay.
func widen(widths, least []float32) []float32 {
	missing, spare := float32(0), float32(0)
	for c, w := range widths {
		if w < least[c] {
			missing += least[c] - w
		} else {
			spare += w - least[c]
		}
	}
	if missing == 0 || missing > spare {
		return widths
	}
	for c, w := range widths {
		if w < least[c] {
			widths[c] = least[c]
		} else {
			widths[c] -= (w - least[c]) * missing / spare
		}
	}
	return widths
}

func (v *blockView) cell(b *brief.Block, row, column int) fyne.CanvasObject {
	at := brief.Address{Block: v.id, Slot: brief.CellSlot(row, column)}
	bold := row < b.Table.Header
	if b.Computed(at.Slot) {
		return v.computed(b.Table.Rows[row][column].In(v.e.Language), bold)
	}
	if b.Table.Rows[row][column].Same != "" {
		f := v.e.field(at, "")
		f.TextStyle.Bold = bold
		v.fields = append(v.fields, slotField{at, f})
		return f
	}
	p := v.e.pair(at, language.Text{ZH: "中", EN: "EN"})
	for i := range p {
		p[i].TextStyle.Bold = bold
	}
	v.fields = append(v.fields, p[:]...)
	both := widgets.NewPile(-8, p[0].Field, p[1].Field)
	for i := range p {
		// A higher cell in the same row leaves the block as high as it was, and
		// then nothing else puts the English where the Chinese ends now.
		grown, edited := p[i].OnGrown, p[i].OnEdited
		p[i].OnGrown = func() { both.Refresh(); grown() }
		p[i].OnEdited = func(s string) { edited(s); both.Refresh() }
	}
	return both
}

// computed shows what is computed from other places and cannot be typed.
func (v *blockView) computed(text string, bold bool) fyne.CanvasObject {
	p := widgets.NewProse(text)
	p.Bold, p.Color = bold, theme.Muted
	return widgets.NewInset(p, 6, 6, 6, 6)
}

// references lists the sources of the brief; the list on the page is made
// from them.
func (v *blockView) references() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewNote(catalogue.MadeFromSources.In(v.e.Language), theme.Muted, 0)}
	for _, s := range v.e.brief.Sources {
		rows = append(rows, widgets.NewProse(s.Title.In(v.e.Language)))
	}
	return widgets.NewInset(widgets.NewPile(4, rows...), 4, 12, 10, 12)
}

// changeTable lets change make another table of a block's, at the row and
// column of the caret, or at the last ones.
func (e *Editor) changeTable(id string, change func(g *brief.Grid, row, column int) bool) {
	b, _, _ := e.brief.Block(id)
	if b == nil || b.Table == nil {
		return
	}
	next := b.Clone()
	row, column := len(next.Table.Rows)-1, len(next.Table.Rows[0])-1
	if e.selected.Block == id {
		if r, c, ok := e.selected.Slot.Cell(); ok {
			row, column = r, c
		}
	}
	if change(next.Table, row, column) {
		_ = e.Do(brief.ReplaceBlock{Block: next})
	}
}

func addRow(g *brief.Grid, row, _ int) bool {
	g.Rows = slices.Insert(g.Rows, row+1, make([]brief.Cell, len(g.Rows[0])))
	if row+1 < g.Header {
		g.Header++
	}
	return true
}

func addColumn(g *brief.Grid, _, column int) bool {
	for i := range g.Rows {
		g.Rows[i] = slices.Insert(g.Rows[i], column+1, brief.Cell{})
	}
	g.Widths = nil
	return true
}

func removeRow(g *brief.Grid, row, _ int) bool {
	if len(g.Rows) <= g.Header || row < g.Header {
		return false
	}
	g.Rows = slices.Delete(g.Rows, row, row+1)
	return true
}

func removeColumn(g *brief.Grid, _, column int) bool {
	if len(g.Rows[0]) < 2 {
		return false
	}
	for i := range g.Rows {
		g.Rows[i] = slices.Delete(g.Rows[i], column, column+1)
	}
	g.Widths = nil
	return true
}
