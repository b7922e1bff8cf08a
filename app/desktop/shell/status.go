package shell

import (
	"fmt"
	"image/color"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Status is the line under the panes: on the left whether everything is
// saved, how long the brief is and a remark about it, on the right what just
// happened.
type Status struct {
	lang          language.Language
	dot           *canvas.Circle
	saved         *widgets.Prose
	zh, en, notes *widgets.Prose
	says          *widgets.Prose
	said          string
	view          fyne.CanvasObject
}

// NewStatus returns the line, empty.
func NewStatus(lang language.Language) *Status {
	s := &Status{lang: lang, dot: canvas.NewCircle(color.Transparent)}
	for _, p := range []**widgets.Prose{&s.saved, &s.zh, &s.en, &s.notes, &s.says} {
		*p = widgets.NewNote("", theme.Muted, 1)
	}
	ground, line := widgets.NewGround(theme.Pane), widgets.NewHairline()
	s.says.Align = fyne.TextAlignTrailing
	s.view = widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		const height = 27
		place(ground, 0, 0, width, height)
		place(line, 0, 0, width, 1)
		x, h := float32(14), s.zh.MinSize().Height
		if s.saved.Text != "" {
			place(s.dot, x, (height-7)/2+0.5, 7, 7)
			x += 13
		} else {
			place(s.dot, x, 0, 0, 0)
		}
		for _, p := range []*widgets.Prose{s.saved, s.zh, s.en, s.notes} {
			if p.Text == "" {
				place(p, x, 0, 0, h)
				continue
			}
			w := p.Natural() + 2
			place(p, x, (height-h)/2+0.5, fyne.Max(0, fyne.Min(w, width-x)), h)
			x += w + 18
		}
		place(s.says, x, (height-h)/2+0.5, fyne.Max(0, width-x-14), h)
		return height
	}, ground, line, s.dot, s.saved, s.zh, s.en, s.notes, s.says)
	return s
}

// View returns what the window shows.
func (s *Status) View() fyne.CanvasObject { return s.view }

// Counts shows how long the brief is in each language.
func (s *Status) Counts(zh, en int) {
	s.set(s.zh, fmt.Sprintf(catalogue.ChineseLength.In(s.lang), group(zh)))
	s.set(s.en, fmt.Sprintf(catalogue.EnglishLength.In(s.lang), group(en)))
}

// Saved shows whether what was written is safe, with a dot in a colour such as
// [theme.Green]; an empty text shows neither.
func (s *Status) Saved(text string, ink fyne.ThemeColorName) {
	if s.saved.Text != text {
		s.set(s.saved, text)
	}
	if c := theme.Color(ink); text != "" && s.dot.FillColor != c {
		s.dot.FillColor = c
		s.dot.Refresh()
	}
}

// Note shows a remark about the whole brief, such as how many challenges are
// answered; an empty text shows none.
func (s *Status) Note(text string, ink fyne.ThemeColorName) {
	if s.notes.Color != ink {
		s.notes.Color = ink
		s.notes.Refresh()
	}
	s.set(s.notes, text)
}

func (s *Status) set(p *widgets.Prose, text string) {
	if p.Text != text {
		p.SetText(text)
		s.view.Refresh()
	}
}

// Say shows what just happened, until something else does.
func (s *Status) Say(text string) {
	s.said = text
	s.says.SetText(text)
}

// Hint shows a text for as long as the pointer is over something; an empty
// one brings back what was said.
func (s *Status) Hint(text string) {
	if text == "" {
		text = s.said
	}
	s.says.SetText(text)
}
