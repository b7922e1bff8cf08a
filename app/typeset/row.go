package typeset

import (
	"celun/app/figure"
	"celun/app/language"
)

// A part is one passage, or some of its lines, placed in a row.
type part struct {
	passage  *passage
	lines    *lines
	from, to int     // lines
	x, y     float64 // of the first line's box, from the row's left and top
	side     int     // 0 the leading language, 1 the other
	number   *int    // shared by the pieces of a split passage; 0 until the first is placed
	targets  []target
	section  int    // as Item counts them
	artifact bool   // a repeated table head
	art      *art   // a figure instead of lines
	anchor   string // name of the place, for links that lead to it
	feet     []foot // footnotes of its lines
	cites    *int   // of a footnote: the number of the part it belongs to
}

// A target is a stretch of the plain text of a passage over which a link lies;
// anchor, if not empty, names the stretch itself.
type target struct {
	from, to    int // runes
	url, anchor string
}

// height returns the height of the part's lines.
func (p *part) height() float64 {
	if p.art != nil {
		return p.art.height
	}
	return float64(p.to-p.from) * p.passage.style.Leading
}

// bottom returns how far the part reaches below the row's top.
func (p *part) bottom() float64 { return p.y + p.height() }

// A shape is a rule or box of a row, from the row's left and top.
type shape struct {
	kind                ItemKind
	x, y, width, height float64
	color               Color
	side                int
	stretch             bool          // as high as the row, also when the row is split
	outline             *figure.Shape // of a PathItem
}

// A row is what the pages are stacked from: an aligned pair, a heading, a row
// of a table. Its parts start on common baselines.
type row struct {
	parts         []part
	shapes        []shape
	height        float64
	before, after float64
	keep          bool // stays with the next row
	flows         bool // may be split between lines
	full          bool // is read across, not language by language
	section       int
	headings      []Heading
	box           *box   // the tinted box the row stands in
	table         *table // the table the row belongs to
	fresh         bool   // begins a new page
	turn          bool   // is no row but has the next one begin a page
	head          bool   // is the head of its table
	cover         bool   // stands on a cover, which has no head and foot
	front         bool   // begins the document, or a language's part of it
	volume        int    // which part of the document it stands in, from 0
	footed        bool   // some of its parts have footnotes
}

// A box is the tint and bar behind rows.
type box struct {
	x, width, pad float64
}

// minStay is how many lines of a paragraph stay and go when it is split.
const minStay = 2

// cut returns the greatest height at most room at which the row may be
// split, or 0. Two lines of every part stay and two go; loosely, a part may
// also stay as a whole; more is what the footnotes of what stays need. A row is not cut after a hyphen that we put in if it
// can be cut a line earlier.
func (r *row) cut(room float64, loose bool, more func(r *row, h float64) float64) float64 {
	if !r.flows {
		return 0
	}
	best, hyphened := 0.0, 0.0
	for i := range r.parts {
		p := &r.parts[i]
		for k := minStay; k <= p.to-p.from-minStay; k++ {
			h := p.y + float64(k)*p.passage.style.Leading
			if h+more(r, h) > room+overfullSlip || h <= best || !r.splitsAt(h, loose) {
				continue
			}
			if r.hyphenAt(h) {
				hyphened = max(hyphened, h)
				continue
			}
			best = h
		}
	}
	if best == 0 {
		return hyphened
	}
	return best
}

// least returns the height of the smallest first piece of the row.
func (r *row) least(loose bool) float64 {
	if !r.flows {
		return r.height
	}
	least := r.height
	for i := range r.parts {
		p := &r.parts[i]
		for k := minStay; k <= p.to-p.from-minStay; k++ {
			if h := p.y + float64(k)*p.passage.style.Leading; h < least && r.splitsAt(h, loose) {
				least = h
				break
			}
		}
	}
	return least
}

func (r *row) splitsAt(h float64, loose bool) bool {
	for i := range r.parts {
		p := &r.parts[i]
		if p.passage.role == LabelRole {
			continue
		}
		stay := p.stay(h)
		gone := p.to - p.from - stay
		if stay < minStay && gone > 0 || gone > 0 && gone < minStay || gone == 0 && !loose {
			return false
		}
	}
	return true
}

func (r *row) hyphenAt(h float64) bool {
	for i := range r.parts {
		p := &r.parts[i]
		if k := p.stay(h); k > 0 && p.from+k < p.to && p.lines.lines[p.from+k-1].hyphen {
			return true
		}
	}
	return false
}

// stay returns how many lines of the part end above h.
func (p *part) stay(h float64) int {
	if p.art != nil {
		return 0
	}
	n := int((h - p.y + overfullSlip) / p.passage.style.Leading)
	return max(0, min(n, p.to-p.from))
}

// split cuts the row at h and returns what stays and what goes.
func (r *row) split(h float64) (top, rest row) {
	top, rest = *r, *r
	top.parts, rest.parts = nil, nil
	top.height, rest.height = 0, 0
	top.after, rest.before, rest.headings, top.keep = 0, 0, nil, false
	for _, p := range r.parts {
		k := p.stay(h)
		if k > 0 {
			a := p
			a.to = p.from + k
			top.parts = append(top.parts, a)
			top.height = max(top.height, a.bottom())
		}
		if p.from+k < p.to {
			a := p
			a.from += k
			if k > 0 {
				a.y = 0
			} else {
				a.y -= h
			}
			if a.y < 0 {
				a.y = 0
			}
			rest.parts = append(rest.parts, a)
		}
	}
	for i := range rest.parts {
		rest.height = max(rest.height, rest.parts[i].bottom())
	}
	rest.height += r.height - r.bottom()
	return top, rest
}

// bottom returns how far the lowest part reaches.
func (r *row) bottom() float64 {
	b := 0.0
	for i := range r.parts {
		b = max(b, r.parts[i].bottom())
	}
	return b
}

// A column is where one language stands: x from the left margin.
type column struct {
	language   language.Language
	x, measure float64
}
