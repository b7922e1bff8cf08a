package pdf

import (
	"fmt"
	"math"
	"strconv"

	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"

	"github.com/jung-kurt/gofpdf"
)

// A drawer writes pages through gofpdf. What it last set is kept so that it
// is not set again.
type drawer struct {
	out     *gofpdf.Fpdf
	doc     *typeset.Document
	fonts   map[face.ID]*font
	targets map[place]int // gofpdf's numbers of places within the document
	tags    *tagger

	pictures []*picture
	marked   string   // what is open: a mark's operand
	within   *element // the element of the open mark, if it is none of an artifact
	links    []linkArea

	height  float64
	color   typeset.Color
	font    *font
	size    float64
	spacing float64 // Tc
	line    []byte
	parts   []byte // of the text at hand
	run     []byte

	// A text object is open; its line began there, and the last glyph ended at
	// penX (pt, from the page's lower left corner).
	inText             bool
	lineX, lineY, penX float64
}

// page adds a page with all its items.
func (d *drawer) page(p *typeset.Page) error {
	if !finite(p.Width, p.Height) || p.Width <= 0 || p.Height <= 0 {
		return fmt.Errorf("pdf: page %d of %g × %g pt", p.Number, p.Width, p.Height)
	}
	d.out.AddPageFormat("P", gofpdf.SizeType{Wd: p.Width, Ht: p.Height})
	d.height, d.color, d.font, d.size, d.spacing = p.Height, typeset.Color{}, nil, 0, 0
	d.tags.page++
	d.links = d.links[:0]
	for i := range p.Items {
		if it := &p.Items[i]; it.Kind == typeset.LinkItem && finite(it.X, it.Y, it.Width, it.Height) && d.leads(it) {
			d.links = append(d.links, linkArea{item: it})
		}
	}
	for i := range p.Items {
		it := &p.Items[i]
		if !finite(it.X, it.Y, it.Width, it.Height, it.Size) {
			return fmt.Errorf("pdf: item %d of page %d has no possible place", i+1, p.Number)
		}
		var err error
		if it.Figure != nil && it.Kind != typeset.LinkItem {
			if err = d.figure(it); err != nil {
				return fmt.Errorf("pdf: page %d: %w", p.Number, err)
			}
			continue
		}
		switch it.Kind {
		case typeset.TextItem:
			err = d.read(it)
		case typeset.RuleItem, typeset.BoxItem:
			d.markArtifact("Layout")
			d.box(it)
		case typeset.DotItem:
			d.markArtifact("Layout")
			d.dot(it)
		case typeset.PathItem:
			d.markArtifact("Layout")
			err = d.path(it)
		case typeset.PictureItem:
			d.markArtifact("Layout")
			err = d.picture(it)
		case typeset.LinkItem: // after the texts
		default:
			err = fmt.Errorf("an item of kind %q", it.Kind)
		}
		if err != nil {
			return fmt.Errorf("pdf: page %d: %w", p.Number, err)
		}
	}
	d.unmark()
	d.endText()
	for i := range d.links {
		d.link(&d.links[i])
	}
	return nil
}

// emit ends the line of operators and hands it to gofpdf.
func (d *drawer) emit() {
	d.out.RawWriteStr(string(d.line))
	d.line = d.line[:0]
}

// number adds a number and a space.
func (d *drawer) number(x float64) { d.line = append(object.AppendNumber(d.line, x), ' ') }

func (d *drawer) op(s string) { d.line = append(d.line, s...) }

func (d *drawer) setColor(c typeset.Color) {
	if c == d.color { // a page begins in black
		return
	}
	d.color = c
	for _, v := range []uint8{c.R, c.G, c.B} {
		d.number(float64(v) / 255)
	}
	d.op("rg ")
}

func (d *drawer) box(it *typeset.Item) {
	d.endText()
	d.setColor(it.Color)
	for _, v := range []float64{it.X, d.height - it.Y - it.Height, it.Width, it.Height} {
		d.number(v)
	}
	d.op("re f")
	d.emit()
}

// dot fills the ellipse in a box: four curves that stray from it by less than
// a thousandth of its size.
func (d *drawer) dot(it *typeset.Item) {
	const k = 0.5522847498
	d.endText()
	d.setColor(it.Color)
	rx, ry := it.Width/2, it.Height/2
	x, y := it.X+rx, d.height-it.Y-ry
	step := func(op string, v ...float64) {
		for i := 0; i < len(v); i += 2 {
			d.number(x + v[i]*rx)
			d.number(y + v[i+1]*ry)
		}
		d.op(op)
	}
	step("m ", 1, 0)
	step("c ", 1, k, k, 1, 0, 1)
	step("c ", -k, 1, -1, k, -1, 0)
	step("c ", -1, -k, -k, -1, 0, -1)
	step("c ", k, -1, 1, -k, 1, 0)
	d.op("f")
	d.emit()
}

// text draws a run. Glyphs stand where the advances and shifts of the item
// say; how that is written is for compactness to decide.
func (d *drawer) text(it *typeset.Item) error {
	runes := []rune(it.Text)
	if len(runes) == 0 {
		return nil
	}
	if len(it.Advances) != len(runes) || it.Shifts != nil && len(it.Shifts) != len(runes) {
		return fmt.Errorf("%d advances and %d shifts for the %d characters of “%s”",
			len(it.Advances), len(it.Shifts), len(runes), it.Text)
	}
	if !finite(it.Advances...) || !finite(it.Shifts...) || it.Size <= 0 {
		return fmt.Errorf("“%s” has no possible size or advances", it.Text)
	}
	f := d.fonts[it.Face]
	codes := make([]int, len(runes))
	for i := range runes {
		codes[i] = f.codes[of(it, runes, i)]
	}
	places := placesOf(it)
	d.beginText()
	d.setColor(it.Color)
	if f != d.font || it.Size != d.size {
		d.font, d.size = f, it.Size
		d.op("/" + f.name + " ")
		d.number(it.Size)
		d.op("Tf ")
	}
	spacing := f.commonSpacing(codes, places)
	if tc := spacing * it.Size / 1000; math.Abs(tc-d.spacing) > 1e-9 {
		d.spacing = tc
		d.number4(tc)
		d.op("Tc ")
	}
	pen := d.moveTo(it, places[0])
	pen = d.show(f, codes, places, spacing, pen)
	d.penX = it.X + pen*it.Size/1000
	d.emit()
	return nil
}

// beginText begins a text object, which holds all text up to the next box.
func (d *drawer) beginText() {
	if !d.inText {
		d.op("BT ")
		d.inText, d.lineX, d.lineY, d.penX = true, 0, 0, math.NaN()
	}
}

func (d *drawer) endText() {
	if d.inText {
		d.op("ET")
		d.emit()
		d.inText = false
	}
}

// moveTo moves to where an item's first glyph stands (in thousandths of its
// size from its X), and returns where the pen is then. What goes on in the
// line at hand needs no move: the gap, if there is one, is a correction.
func (d *drawer) moveTo(it *typeset.Item, first float64) float64 {
	y := d.height - it.Y
	if off := (it.X - d.penX) * 1000 / it.Size; math.Abs(y-d.lineY) < 0.0005 && math.Abs(off+first) < 4000 {
		return -off
	}
	// Moves are from the start of the line before, and rounded; rounding must
	// not add up.
	dx, dy := math.Round((it.X+first*it.Size/1000-d.lineX)*100)/100, math.Round((y-d.lineY)*1000)/1000
	d.lineX += dx
	d.lineY += dy
	d.number(dx)
	d.number(dy)
	d.op("Td ")
	return (d.lineX - it.X) * 1000 / it.Size
}

// number4 adds a number with four decimals: letter spacing adds up.
func (d *drawer) number4(x float64) {
	d.line = fmt.Appendf(d.line, "%.4f ", x)
}

// placesOf returns where each glyph of a run begins, in thousandths of its
// size from the run's X.
func placesOf(it *typeset.Item) []float64 {
	places := make([]float64, len(it.Advances))
	x := 0.0
	for i, a := range it.Advances {
		places[i] = x
		if it.Shifts != nil {
			places[i] += it.Shifts[i]
		}
		places[i] *= 1000 / it.Size
		x += a
	}
	return places
}

// slack is how far a glyph may stand from its place (thousandths of the
// size): 0.02 pt at 10 pt, which nobody sees, and no correction costs bytes.
const slack = 2

// commonSpacing returns the space after a glyph (thousandths) that most of
// the run's glyphs have beyond their width: that of a justified Chinese line.
// It is 0 if setting it would not save corrections.
func (f *font) commonSpacing(codes []int, places []float64) float64 {
	count, sum := map[int]int{}, map[int]float64{}
	best, plain := 0, 0
	for i := 0; i+1 < len(codes); i++ {
		extra := places[i+1] - places[i] - f.widths[codes[i]]
		key := int(math.Round(extra))
		count[key]++
		sum[key] += extra
		if count[key] > count[best] || count[key] == count[best] && key < best {
			best = key
		}
		if math.Abs(extra) <= slack/2 {
			plain++
		}
	}
	if best == 0 || count[best] < plain+2 {
		return 0
	}
	return sum[best] / float64(count[best])
}

// show writes the glyphs from where the pen is, with corrections where the
// next one would stand off its place. Corrections are measured from where the
// pen truly is, so that rounding does not add up. It returns where the pen is
// then.
func (d *drawer) show(f *font, codes []int, places []float64, spacing, pen float64) float64 {
	d.parts, d.run = d.parts[:0], d.run[:0]
	corrected, before := false, 0.0
	for i, code := range codes {
		if off := places[i] - pen; math.Abs(off) > slack {
			if len(d.run) > 0 {
				d.parts = object.AppendString(d.parts, d.run)
				d.run = d.run[:0]
			}
			// The gaps of a line are alike: one number for all of them, where
			// it does, is shorter than each gap's own.
			by := math.Round(off)
			if math.Abs(off-before) <= slack {
				by = before
			}
			before = by
			d.parts = strconv.AppendInt(d.parts, -int64(by), 10)
			pen += by
			corrected = true
		}
		if !f.short {
			d.run = append(d.run, byte(code>>8))
		}
		d.run = append(d.run, byte(code))
		pen += f.widths[code] + spacing
	}
	if !corrected {
		d.line = object.AppendString(d.line, d.run)
		d.op("Tj")
		return pen
	}
	d.parts = object.AppendString(d.parts, d.run)
	d.op("[")
	d.line = append(d.line, d.parts...)
	d.op("]TJ")
	return pen
}
