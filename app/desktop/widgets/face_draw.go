package widgets

import (
	"image/color"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

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
		for _, p := range line.parts {
			run := &f.runs[p.run]
			x := whole(pad + p.x) // between two points letters are blurred
			f.markFragment(p, run, x, y, pitch, m)
			if p.chip {
				ground := canvas.NewRectangle(soft)
				ground.CornerRadius = 4
				ground.Move(fyne.NewPos(x+1, y+1.5))
				ground.Resize(fyne.NewSize(p.w-2, pitch-3))
				label := canvas.NewText(p.text, accent)
				label.TextSize = chipSize(size)
				h := label.MinSize().Height
				label.Move(fyne.NewPos(whole(x+1+chipPad), y+(pitch-h)/2))
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
			switch {
			case run.Dim:
				t.Color = colorOf(theme.Muted)
			case run.Stressed:
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

// whole returns the nearest whole point.
func whole(v float32) float32 { return float32(math.Round(float64(v))) }

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
