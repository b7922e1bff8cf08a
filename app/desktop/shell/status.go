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
// saved, how long the brief is and how many pages it takes, on the right what
// just happened.
type Status struct {
	lang          language.Language
	dot           *canvas.Circle
	saved         *widgets.Prose
	zh, en, pages *widgets.Prose
	says          *widgets.Prose
	said          string
	view          fyne.CanvasObject
}

// NewStatus returns the line, empty.
func NewStatus(lang language.Language) *Status {
	s := &Status{lang: lang, dot: canvas.NewCircle(color.Transparent)}
	for _, p := range []**widgets.Prose{&s.saved, &s.zh, &s.en, &s.pages, &s.says} {
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
		for _, p := range []*widgets.Prose{s.saved, s.zh, s.en, s.pages} {
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
	}, ground, line, s.dot, s.saved, s.zh, s.en, s.pages, s.says)
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

// Pages shows how many pages the brief takes as it is now, and how many its
// template promises: 0 and 0 are no promise.
func (s *Status) Pages(n, least, most int) {
	text, ink := fmt.Sprintf(catalogue.PagesNow.In(s.lang), n), theme.Muted
	if n == 1 {
		text = catalogue.OnePageNow.In(s.lang)
	}
	if most > 0 {
		span := fmt.Sprintf("%d–%d", least, most)
		if least == most {
			span = fmt.Sprint(most)
		}
		text += fmt.Sprintf(catalogue.PagesPromised.In(s.lang), span)
		if n < least || n > most {
			ink = theme.Amber
		}
	}
	if s.pages.Color != ink {
		s.pages.Color = ink
		s.pages.Refresh()
	}
	s.set(s.pages, text)
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
