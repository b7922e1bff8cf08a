package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// line returns the line on which an offset of the typed text stands. At a soft
// end of a line that is the next one, unless the caret came from before.
func (f *face) line(at int, before bool) int {
	n := 0
	for i := range f.lines {
		if f.lines[i].start <= at {
			n = i
		}
	}
	if before && n > 0 && f.lines[n-1].soft && f.lines[n-1].end == at && f.lines[n].start == at {
		n--
	}
	return n
}

// x returns where on a line an offset of the typed text stands, from the left
// edge of the field.
func (f *face) x(line, at int) float32 {
	x := float32(0)
	m := newMeasure(f.size())
	parts := f.lines[line].parts
	if len(parts) > 0 {
		x = parts[0].x
	}
	for _, p := range parts {
		if p.at > at || p.at == at && p.chip && !f.runs[p.run].Bare {
			break
		}
		if p.chip || at >= p.at+p.runes {
			x = p.x + p.w
			continue
		}
		r := []rune(p.text)
		return pad() + p.x + m.width(string(r[:min(len(r), at-p.at)]), f.bold || f.runs[p.run].Bold)
	}
	return pad() + x
}

// offset returns the place in the typed text (runes) that lies at a position,
// and whether it is the end of a line that goes on.
func (f *face) offset(at fyne.Position) (offset int, before bool) {
	if len(f.lines) == 0 || f.text == "" {
		return 0, false
	}
	if at.Y < f.top()-f.pitch()/2 {
		return 0, false
	}
	i := int((at.Y - f.top()) / f.pitch())
	if i >= len(f.lines) {
		return utf8.RuneCountInString(f.text), false
	}
	return f.offsetIn(max(i, 0), at.X)
}

// offsetIn returns the place in the typed text on a line, from the left edge of
// the field.
func (f *face) offsetIn(i int, x float32) (offset int, before bool) {
	line := &f.lines[i]
	x -= pad()
	m := newMeasure(f.size())
	for k, p := range line.parts {
		if x >= p.x+p.w && k < len(line.parts)-1 {
			continue
		}
		if p.chip {
			if x < p.x+p.w/2 {
				return p.at, false
			}
			return p.at + p.runes, line.soft && k == len(line.parts)-1
		}
		at := p.x
		for n, r := range []rune(p.text) {
			w := m.width(string(r), f.bold || f.runs[p.run].Bold)
			if x < at+w/2 {
				return p.at + n, false
			}
			at += w
		}
		return p.at + p.runes, line.soft
	}
	return line.start, false
}

// top is where the first line begins.
func (f *face) top() float32 { return pad() }

func pad() float32 { return fynetheme.Size(fynetheme.SizeNameInnerPadding) }
