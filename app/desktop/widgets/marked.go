package widgets

import (
	"strings"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Stretch is a part of a text, as numbers of runes, End not included.
type Stretch struct{ Start, End int }

// A Ground is a stretch with the colour of what is behind it.
type Ground struct {
	Stretch
	Color fyne.ThemeColorName
}

// mark puts a ground behind the marked stretches of the lines.
func (r *proseRenderer) mark(lines []string, height float32) {
	p := r.p
	p.marks = p.marks[:0]
	if len(p.Marks) == 0 && len(p.Grounds) == 0 {
		return
	}
	behind := func(stretches []Stretch, color fyne.ThemeColorName) {
		for i, on := range onLines(p.Text, lines, stretches) {
			line := []rune(lines[i])
			for _, s := range on {
				ground := canvas.NewRectangle(colorOf(color))
				ground.CornerRadius = 2
				ground.Move(fyne.NewPos(p.measure(string(line[:s.Start])), float32(i)*height))
				ground.Resize(fyne.NewSize(p.measure(string(line[s.Start:s.End])), height))
				p.marks = append(p.marks, ground)
			}
		}
	}
	behind(p.Marks, theme.Found)
	for _, g := range p.Grounds {
		behind([]Stretch{g.Stretch}, g.Color)
	}
}

// onLines returns which stretches of the wrapped lines of a text are marked,
// by line. Lines lack the spaces and line ends at which they were broken, and
// the last one may end in an ellipsis of its own.
func onLines(text string, lines []string, marks []Stretch) [][]Stretch {
	runes := []rune(text)
	all := make([][]Stretch, len(lines))
	at := 0
	for i, s := range lines {
		line := []rune(s)
		for at < len(runes) && (runes[at] == ' ' || runes[at] == '\n') && !strings.HasPrefix(string(runes[at:]), s) {
			at++
		}
		for _, m := range marks {
			start, end := max(m.Start-at, 0), min(m.End-at, len(line), len(runes)-at)
			if start < end {
				all[i] = append(all[i], Stretch{start, end})
			}
		}
		at += len(line)
	}
	return all
}
