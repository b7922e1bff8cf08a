package widgets

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	// Bare is a chip without a ground, such as the number of an item.
	Bare bool
}

// chipRune stands for a chip while lines are broken.
const chipRune = '￼'

// face is a text as it is read, broken into lines by the rules of both
// scripts. A [Field] shows it while it has not got the focus.
type face struct {
	field   *Field
	text    string
	width   float32
	bold    bool
	marks   []Stretch
	current int

	runs    []Run
	lines   []faceLine
	objects []fyne.CanvasObject
}

type faceLine []fragment

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
	bold := f.field.TextStyle.Bold
	if f.lines != nil && f.text == text && f.width == width && f.bold == bold {
		return
	}
	f.text, f.width, f.bold = text, width, bold
	f.runs = f.field.Reads(text)
	f.lines = f.lines[:0]
	room := width - 2*fynetheme.Size(fynetheme.SizeNameInnerPadding)
	m := newMeasure(f.size())
	line := faceLine{}
	x, hang := float32(0), float32(0) // hang: what the lines of an item are further in than its mark
	flush := func() {
		f.lines = append(f.lines, line)
		line, x = faceLine{}, hang
	}
	for _, u := range f.units() {
		if u.newline {
			hang = 0
			flush()
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
			flush()
		}
		if p := u.parts[0]; len(line) == 0 && p.chip && f.runs[p.run].Bare {
			hang = p.w
		}
		for _, p := range u.parts {
			p.x = x
			x += p.w
			if n := len(line) - 1; n >= 0 && !p.chip && line[n].run == p.run && !line[n].chip && line[n].at+line[n].runes == p.at {
				line[n].text += p.text
				line[n].w += p.w
				line[n].runes += p.runes
				continue
			}
			line = append(line, p)
		}
	}
	flush()
}

// A faceUnit is what stays on one line.
type faceUnit struct {
	newline bool
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
			all = append(all, faceUnit{newline: true})
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

// measure measures text, hanzi by counting: all are as wide as one.
type measure struct {
	size  float32
	hanzi [2]float32
}

func newMeasure(size float32) *measure {
	m := &measure{size: size}
	for i := range m.hanzi {
		m.hanzi[i] = fyne.MeasureText("字", size, fyne.TextStyle{Bold: i == 1}).Width
	}
	return m
}

func (m *measure) width(text string, bold bool) float32 {
	w := float32(0)
	rest := text
	for rest != "" {
		n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
		if n < 0 {
			n = len(rest)
		}
		if n > 0 {
			i := 0
			if bold {
				i = 1
			}
			w += m.hanzi[i] * float32(utf8.RuneCountInString(rest[:n]))
			rest = rest[n:]
			continue
		}
		n = strings.IndexFunc(rest, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		if n < 0 {
			n = len(rest)
		}
		w += fyne.MeasureText(rest[:n], m.size, fyne.TextStyle{Bold: bold}).Width
		rest = rest[n:]
	}
	return w
}

func (m *measure) chip(text string) float32 {
	return fyne.MeasureText(text, chipSize(m.size), fyne.TextStyle{}).Width
}

func chipSize(size float32) float32 { return size * 0.85 }

// height returns the height of the text at a width.
func (f *face) height(text string, width float32) float32 {
	f.lay(text, width)
	pad := fynetheme.Size(fynetheme.SizeNameInnerPadding)
	return float32(len(f.lines))*f.pitch() + 2*pad + 2*fynetheme.Size(fynetheme.SizeNameInputBorder)
}

// top is where the first line begins.
func (f *face) top() float32 { return fynetheme.Size(fynetheme.SizeNameInnerPadding) }

// draw makes what shows the text.
func (f *face) draw(text string, width float32) {
	f.lay(text, width)
	f.objects = f.objects[:0]
	pad, pitch, size := fynetheme.Size(fynetheme.SizeNameInnerPadding), f.pitch(), f.size()
	ink, accent, soft := colorOf(""), colorOf(fynetheme.ColorNamePrimary), colorOf(theme.Soft)
	m := newMeasure(size)
	var over []fyne.CanvasObject
	for i, line := range f.lines {
		y := f.top() + float32(i)*pitch
		for _, p := range line {
			run := &f.runs[p.run]
			x := pad + p.x
			f.markFragment(p, run, x, y, pitch, m)
			if p.chip {
				ground := canvas.NewRectangle(soft)
				ground.CornerRadius = 4
				ground.Move(fyne.NewPos(x+1, y+1.5))
				ground.Resize(fyne.NewSize(p.w-2, pitch-3))
				label := canvas.NewText(p.text, accent)
				label.TextSize = chipSize(size)
				h := label.MinSize().Height
				label.Move(fyne.NewPos(x+1+chipPad, y+(pitch-h)/2))
				label.Resize(fyne.NewSize(p.w-2*chipPad-2, h))
				if run.Bare {
					label.Color = colorOf(theme.Muted)
				} else {
					f.objects = append(f.objects, ground)
				}
				over = append(over, label)
				continue
			}
			t := canvas.NewText(p.text, ink)
			t.TextSize, t.TextStyle = size, fyne.TextStyle{Bold: f.bold || run.Bold}
			if run.Stressed {
				t.Color = accent
			}
			t.Move(fyne.NewPos(x, y))
			t.Resize(fyne.NewSize(p.w, pitch))
			over = append(over, t)
			if run.Underlined {
				over = append(over, stroke(x, y+pitch-2, p.w, t.Color))
			}
			if run.Dotted {
				over = append(over, dots(p.text, x, y+pitch-2, m, f.bold || run.Bold, t.Color)...)
			}
		}
	}
	f.objects = append(f.objects, over...)
}

func stroke(x, y, w float32, c color.Color) fyne.CanvasObject {
	line := canvas.NewRectangle(c)
	line.Move(fyne.NewPos(x, y))
	line.Resize(fyne.NewSize(w, 1))
	return line
}

func dots(text string, x, y float32, m *measure, bold bool, c color.Color) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, r := range text {
		w := m.width(string(r), bold)
		if unicode.IsLetter(r) {
			dot := canvas.NewCircle(c)
			dot.Move(fyne.NewPos(x+w/2-1.5, y-1))
			dot.Resize(fyne.NewSquareSize(3))
			all = append(all, dot)
		}
		x += w
	}
	return all
}

// markFragment puts grounds behind what is marked of a fragment.
func (f *face) markFragment(p fragment, run *Run, x, y, pitch float32, m *measure) {
	for i, s := range f.marks {
		start, end := max(s.Start, p.at), min(s.End, p.at+p.runes)
		if start >= end {
			continue
		}
		from, w := x, p.w
		if !p.chip {
			r := []rune(p.text)
			from += m.width(string(r[:start-p.at]), f.bold || run.Bold)
			w = m.width(string(r[start-p.at:end-p.at]), f.bold || run.Bold)
		}
		ground := canvas.NewRectangle(colorOf(theme.Found))
		if i == f.current {
			ground.StrokeColor, ground.StrokeWidth = colorOf(theme.Amber), 1.5
		}
		ground.CornerRadius = 2
		ground.Move(fyne.NewPos(from, y))
		ground.Resize(fyne.NewSize(w, pitch))
		f.objects = append(f.objects, ground)
	}
}

// offset returns the place in the typed text (runes) that lies at a position.
func (f *face) offset(at fyne.Position) int {
	if len(f.lines) == 0 {
		return 0
	}
	i := min(max(int((at.Y-f.top())/f.pitch()), 0), len(f.lines)-1)
	for len(f.lines[i]) == 0 { // an empty line: before what comes next
		if i++; i == len(f.lines) {
			return utf8.RuneCountInString(f.text)
		}
		at.X = 0
	}
	x := at.X - fynetheme.Size(fynetheme.SizeNameInnerPadding)
	m := newMeasure(f.size())
	line := f.lines[i]
	for k, p := range line {
		if x >= p.x+p.w && k < len(line)-1 {
			continue
		}
		if p.chip {
			if x < p.x+p.w/2 {
				return p.at
			}
			return p.at + p.runes
		}
		n, at := p.x, 0
		for _, r := range p.text {
			w := m.width(string(r), f.bold || f.runs[p.run].Bold)
			if x < n+w/2 {
				break
			}
			n, at = n+w, at+1
		}
		return p.at + at
	}
	return 0
}
