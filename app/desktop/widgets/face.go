package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Run is a stretch of a text as it is read, which need not be as it is
// typed: without its markup, a citation as a chip.
type Run struct {
	Text string
	// At is where the stretch stands in the text as it is typed, and Length how
	// long it is there (runes). Rune i of a Text that is not a chip's is rune
	// At+i there.
	At, Length int
	Bold       bool
	Stressed   bool // in the accent: there is no italic
	Underlined bool
	Dotted     bool
	Chip       bool
	// Bare is a chip without a ground, such as the number of an item. What is
	// typed for it stands before At.
	Bare bool
	// Dim is markup that is shown, as around the caret.
	Dim bool
}

// chipRune stands for a chip while lines are broken.
const chipRune = '￼'

// face is the text of a [Field], as it is read but for the markup around the
// caret, broken into lines by the rules of both scripts.
type face struct {
	field   *Field
	text    string
	width   float32
	bold    bool
	caret   Stretch // the markup that is shown
	typed   bool    // the field has the focus
	marks   []Stretch
	current int

	runs    []Run
	atoms   []Stretch // what stands for the mark of an item
	chains  []Stretch // what is markup, with what it marks
	lines   []faceLine
	objects []fyne.CanvasObject
}

// A faceLine is one line: its parts, and which runes of the typed text it
// begins and ends with. A soft line goes on in the next one.
type faceLine struct {
	parts      []fragment
	start, end int
	soft       bool
}

// A fragment is a part of a run on one line.
type fragment struct {
	text  string
	run   int
	at    int // of its first rune, in the typed text
	x, w  float32
	chip  bool
	runes int
}

// chipPad is what a chip is wider than its text, on each side.
const chipPad = 4

func (f *face) size() float32 { return fynetheme.Size(fynetheme.SizeNameText) }

func (f *face) pitch() float32 {
	return fyne.MeasureText("字g", f.size(), fyne.TextStyle{Bold: f.bold}).Height
}

// lay breaks the text into lines at a width, if it is not broken so already.
func (f *face) lay(text string, width float32) {
	bold, typed := f.field.TextStyle.Bold, f.field.hasFocus
	same := f.lines != nil && f.text == text && f.width == width && f.bold == bold && f.typed == typed
	if same && f.caret == f.around(f.field.shownAt()) {
		return
	}
	f.text, f.width, f.bold, f.typed = text, width, bold, typed
	f.read(text)
	f.lines = f.lines[:0]
	room := width - 2*fynetheme.Size(fynetheme.SizeNameInnerPadding)
	m := newMeasure(f.size())
	line := faceLine{}
	x, hang := float32(0), float32(0) // hang: what the lines of an item are further in than its mark
	flush := func(next int, soft bool) {
		line.end = line.start
		if n := len(line.parts); n > 0 {
			line.end = line.parts[n-1].at + line.parts[n-1].runes
		}
		line.soft = soft
		f.lines = append(f.lines, line)
		line, x = faceLine{start: next}, hang
	}
	for _, u := range f.units() {
		if u.newline {
			hang = 0
			flush(u.at+1, false)
			continue
		}
		w, bare := float32(0), float32(0)
		for i := range u.parts {
			p := &u.parts[i]
			p.w = m.width(p.text, f.bold || f.runs[p.run].Bold)
			if p.chip {
				p.w = m.chip(p.text) + 2*chipPad + 2
				if f.runs[p.run].Bare {
					p.w = fyne.Max(p.w, f.size()*1.5)
				}
			}
			bare = w + p.w
			if !p.chip && i == len(u.parts)-1 {
				bare = w + m.width(strings.TrimRight(p.text, " "), f.bold || f.runs[p.run].Bold)
			}
			w += p.w
		}
		if x > hang && x+bare > room {
			flush(u.parts[0].at, true)
		}
		if p := u.parts[0]; len(line.parts) == 0 && p.chip && f.runs[p.run].Bare {
			hang = p.w
		}
		for _, p := range u.parts {
			p.x = x
			x += p.w
			if n := len(line.parts) - 1; n >= 0 && !p.chip && line.parts[n].run == p.run && !line.parts[n].chip && line.parts[n].at+line.parts[n].runes == p.at {
				line.parts[n].text += p.text
				line.parts[n].w += p.w
				line.parts[n].runes += p.runes
				continue
			}
			line.parts = append(line.parts, p)
		}
	}
	flush(0, false)
}

// A faceUnit is what stays on one line.
type faceUnit struct {
	newline bool
	at      int // of a newline, in the typed text
	parts   []fragment
}

// units cuts the runs into what stays on one line, across their borders.
func (f *face) units() []faceUnit {
	var text strings.Builder
	type origin struct{ run, offset int }
	var from []origin // of each rune
	for i, r := range f.runs {
		if r.Chip {
			text.WriteRune(chipRune)
			from = append(from, origin{i, 0})
			continue
		}
		k := 0
		for _, c := range r.Text {
			text.WriteRune(c)
			from = append(from, origin{i, k})
			k++
		}
	}
	var all []faceUnit
	at := 0
	for n, para := range strings.Split(text.String(), "\n") {
		if n > 0 {
			o := from[at]
			all = append(all, faceUnit{newline: true, at: f.runs[o.run].At + o.offset})
			at++
		}
		for _, unit := range units(para) {
			var u faceUnit
			for _, c := range unit {
				o := from[at]
				at++
				run := &f.runs[o.run]
				last := len(u.parts) - 1
				switch {
				case run.Chip:
					u.parts = append(u.parts, fragment{text: run.Text, run: o.run, at: run.At, chip: true, runes: run.Length})
				case last >= 0 && u.parts[last].run == o.run:
					u.parts[last].text += string(c)
					u.parts[last].runes++
				default:
					u.parts = append(u.parts, fragment{text: string(c), run: o.run, at: run.At + o.offset, runes: 1})
				}
			}
			all = append(all, u)
		}
	}
	return all
}

// height returns the height of the text at a width.
func (f *face) height(text string, width float32) float32 {
	f.lay(text, width)
	pad := fynetheme.Size(fynetheme.SizeNameInnerPadding)
	return float32(len(f.lines))*f.pitch() + 2*pad + 2*fynetheme.Size(fynetheme.SizeNameInputBorder)
}
