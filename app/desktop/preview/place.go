package preview

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/typeset"
)

// Reveal marks the block or heading of a place on the pages and scrolls to
// it, if it is not in view.
func (v *Pages) Reveal(at brief.Address) {
	if v.selected.Block == at.Block && v.selected.Section == at.Section && v.selected.Slot == at.Slot {
		return
	}
	v.selected = at
	if v.spot.Address != at {
		v.spot = typeset.Spot{}
	}
	v.mark()
	if v.doc == nil {
		return
	}
	for i := range v.doc.Pages {
		span, ok := spanOf(&v.doc.Pages[i], at)
		if !ok {
			continue
		}
		page := &v.doc.Pages[i]
		top, height, ok := v.column.Bounds(pageKey(i, float32(page.Height/page.Width)))
		if ok {
			v.column.RevealSpan(top+height*span.From-16, top+height*span.To+16)
		}
		return
	}
}

// Point marks the line in which a caret stands, at an offset (runes) of a text,
// and scrolls to it, if it is not in view.
func (v *Pages) Point(at brief.Address, offset int) {
	spot := typeset.Spot{Address: at, Offset: offset}
	if v.spot == spot {
		return
	}
	v.spot = spot
	v.mark()
	if v.doc == nil {
		return
	}
	if c, ok := v.caretPlace(); ok {
		page := &v.doc.Pages[c.Page-1]
		if top, height, ok := v.pageBounds(c.Page - 1); ok {
			y := top + height*float32(c.Y/page.Height)
			v.column.RevealSpan(y-24, y+height*float32(c.Height/page.Height)+24)
		}
	}
}

// A caret is where the caret stands on the pages of a document.
type caret struct {
	doc   *typeset.Document
	spot  typeset.Spot
	at    typeset.Caret
	found bool
}

// caretPlace returns where the caret stands on the pages. It is looked for once:
// every sheet asks.
func (v *Pages) caretPlace() (typeset.Caret, bool) {
	if v.caret.doc != v.doc || v.caret.spot != v.spot {
		at, found := v.doc.Caret(v.spot)
		v.caret = caret{v.doc, v.spot, at, found}
	}
	return v.caret.at, v.caret.found
}

// mark marks the selected place and the line of the caret on every sheet.
func (v *Pages) mark() {
	for i, s := range v.sheets {
		v.markSheet(i, s)
	}
}

// lineOn returns the line of the caret on a page; the zero box if it stands on
// another, or nowhere.
func (v *Pages) lineOn(i int) widgets.Box {
	if v.spot == (typeset.Spot{}) {
		return widgets.Box{}
	}
	c, ok := v.caretPlace()
	if !ok || c.Page != i+1 {
		return widgets.Box{}
	}
	w, h := v.doc.Pages[i].Width, v.doc.Pages[i].Height
	return widgets.Box{
		X: float32(c.Left / w), Width: float32((c.Right - c.Left) / w), Y: float32(c.Y / h), Height: float32(c.Height / h), Caret: float32(c.X / w),
	}
}

func (v *Pages) markSheet(i int, s *sheet) {
	if v.doc == nil || i >= len(v.doc.Pages) {
		return
	}
	s.SetLine(v.lineOn(i))
	if span, ok := spanOf(&v.doc.Pages[i], v.selected); ok {
		s.SetSpans([]widgets.Span{span})
		return
	}
	s.SetSpans(nil)
}

// spanOf returns the part of a page that a block or heading takes.
func spanOf(p *typeset.Page, at brief.Address) (widgets.Span, bool) {
	if at == (brief.Address{}) {
		return widgets.Span{}, false
	}
	top, bottom, found := p.Height, 0.0, false
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind != typeset.TextItem || !sameThing(it.Address, at) {
			continue
		}
		top, bottom, found = min(top, it.Y-0.9*it.Size), max(bottom, it.Y+0.25*it.Size), true
	}
	return widgets.Span{From: float32(top / p.Height), To: float32(bottom / p.Height)}, found
}

// sameThing reports whether two places are in one block, or are one heading
// or one text of the cover.
func sameThing(a, b brief.Address) bool {
	if a.Block != "" || b.Block != "" {
		return a.Block == b.Block
	}
	if a.Section != "" || b.Section != "" {
		return a.Section == b.Section
	}
	return a.Slot == b.Slot
}

// reach is how far (pt) from a text a click still means it: two lines.
const reach = 30

// tapped goes to the text nearest to where a page was clicked.
func (v *Pages) tapped(i int, x, y float32) {
	if v.doc == nil || i >= len(v.doc.Pages) || v.Went == nil {
		return
	}
	p := &v.doc.Pages[i]
	if s, ok := p.At(float64(x)*p.Width, float64(y)*p.Height, reach); ok {
		v.Went(s.Address, s.Offset)
	}
}
