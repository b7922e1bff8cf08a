package typeset

import (
	"math"

	"celun/app/brief"
)

// A Spot is a place in a text of the brief: an address and a rune offset in
// the text there, markup included.
type Spot struct {
	Address brief.Address
	Offset  int
}

// A Caret is where a spot stands on the pages: a line Height high (pt) with
// its top at X, Y of a page, numbered from 1. The line of text that it stands in
// goes from Left to Right.
type Caret struct {
	Page         int
	X, Y, Height float64
	Left, Right  float64
}

// What a text takes above and below its baseline, in em.
const above, below = 0.9, 0.25

// At returns the spot in the text at a point (pt) of the page, or in the text
// nearest to it within reach pt. Of a citation it is where its mark begins.
func (p *Page) At(x, y, reach float64) (Spot, bool) {
	var near *Item
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind != TextItem || it.Address == (brief.Address{}) || it.Role == LabelRole {
			continue
		}
		dx := max(it.X-x, x-it.X-it.Width, 0)
		dy := max(it.Y-above*it.Size-y, y-it.Y-below*it.Size, 0)
		if d := dx + dy; d < reach || d == 0 && near == nil {
			reach, near = d, it
		}
	}
	if near == nil {
		return Spot{}, false
	}
	at := near.Address
	if at.Language == "" {
		at.Language = near.Language
	}
	return Spot{at, near.Offset + near.before(x)}, true
}

// before returns how many runes of the text of the item stand before x: the
// boundary nearest to it.
func (it *Item) before(x float64) int {
	if it.Made {
		return 0
	}
	left := it.X
	for i, a := range it.Advances {
		if it.Hyphen && i == len(it.Advances)-1 {
			return i
		}
		if x < left+a/2 {
			return i
		}
		left += a
	}
	return len(it.Advances)
}

// Caret returns where a spot stands on the pages. A spot within markup stands
// at the text before it; one of a text that is not shown stands nowhere.
func (d *Document) Caret(s Spot) (Caret, bool) {
	var best *Item
	page := 0
	for i := range d.Pages {
		for k := range d.Pages[i].Items {
			it := &d.Pages[i].Items[k]
			if it.Kind != TextItem || it.Role == LabelRole || !it.of(s.Address) || best != nil && it.Offset > s.Offset {
				continue
			}
			if best == nil || it.Offset >= best.Offset {
				best, page = it, i+1
			}
		}
	}
	if best == nil {
		return Caret{}, false
	}
	c := Caret{Page: page, X: best.X, Y: best.Y + best.Rise - above*best.Size, Height: (above + below) * best.Size}
	c.Left, c.Right = d.Pages[page-1].line(best)
	if best.Made {
		if s.Offset > best.Offset {
			c.X += best.Width
		}
		return c, true
	}
	for i, a := range best.Advances {
		if best.Offset+i >= s.Offset || best.Hyphen && i == len(best.Advances)-1 {
			break
		}
		c.X += a
	}
	return c, true
}

// line returns where the text of an item's line begins and ends, as far as it is
// of one text.
func (p *Page) line(of *Item) (left, right float64) {
	left, right = of.X, of.X+of.Width
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind == TextItem && it.Role != LabelRole && it.Address == of.Address && it.Paragraph == of.Paragraph && math.Abs(it.Y+it.Rise-of.Y-of.Rise) < 1 {
			left, right = min(left, it.X), max(right, it.X+it.Width)
		}
	}
	return left, right
}

// of reports whether the item shows the text at an address. A text that is
// the same in both languages has no language of its own.
func (it *Item) of(at brief.Address) bool {
	if it.Address.Block != at.Block { // most are of another
		return false
	}
	own := it.Address
	if own.Language == "" {
		own.Language = at.Language
	}
	return own == at && it.Address != brief.Address{}
}
