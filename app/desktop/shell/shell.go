// Package shell is the frame of the workspace: the bar over the panes with
// the name of the document and the commands used most, and the line under
// them that says how long the brief is and what just happened.
//
//	top := shell.NewTop(list, language.ZH)
//	top.Show("缩小差距.celun", "政策简报", true)
package shell

import (
	"fmt"
	"image/color"

	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Top is the bar over the panes.
type Top struct {
	// OnHint is told what the pointer is over, and an empty text when it left.
	OnHint func(string)

	lang    language.Language
	name    *widgets.Prose
	about   *widgets.Prose
	dot     *canvas.Circle
	buttons map[string]*widgets.Button
	list    actions.List
	view    fyne.CanvasObject
}

// The actions in the bar, by their ids: those with icons only, then the one
// that is filled, then those at the end.
var iconActions = []string{"undo", "redo", "save"}

// NewTop returns the bar with the actions of a list.
func NewTop(list actions.List, lang language.Language) *Top {
	t := &Top{lang: lang, list: list, buttons: map[string]*widgets.Button{}}
	t.name = widgets.NewProse("")
	t.name.Bold, t.name.MaxLines = true, 1
	t.about = widgets.NewProse("")
	t.about.Color, t.about.MaxLines = theme.Muted, 1
	t.dot = canvas.NewCircle(color.Transparent)

	var right []fyne.CanvasObject
	for _, id := range iconActions {
		right = append(right, t.button(id, widgets.Flat, ""))
	}
	right = append(right, gap(8), t.button("export", widgets.Primary, catalogue.ExportPDF.In(lang)), gap(4),
		t.button("theme", widgets.Flat, ""), t.button("language", widgets.Plain, catalogue.OtherLanguage.In(lang)))
	tools := widgets.NewLine(4, -1, right...)
	home := t.button("close", widgets.Flat, "")

	ground, line := widgets.NewGround(theme.Pane), widgets.NewHairline()
	t.view = widgets.NewArranged(480, func(width, _ float32, place widgets.Place) float32 {
		const height = 44
		place(ground, 0, 0, width, height)
		place(line, 0, height-1, width, 1)
		m := tools.MinSize()
		place(tools, width-m.Width-12, (height-1-m.Height)/2, m.Width, m.Height)
		b := home.MinSize()
		place(home, 8, (height-1-b.Height)/2, b.Width, b.Height)
		x := 8 + b.Width + 8
		room := width - m.Width - 12 - x - 24
		h := t.name.MinSize().Height
		n := fyne.Min(t.name.Natural()+2, room-16)
		place(t.name, x, (height-1-h)/2, n, h)
		place(t.dot, x+n+4, (height-7)/2-0.5, 7, 7)
		x += n + 24
		place(t.about, x, (height-1-h)/2, fyne.Max(0, width-m.Width-36-x), h)
		return height
	}, ground, line, home, t.name, t.dot, t.about, tools)
	return t
}

func gap(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

func (t *Top) button(id string, rank widgets.Rank, text string) fyne.CanvasObject {
	a := t.list.Find(id)
	icon := a.Icon
	if text != "" && rank == widgets.Plain {
		icon = nil
	}
	b := widgets.NewButton(rank, text, icon, a.Do)
	b.OnHovered = func(on bool) {
		if t.OnHint == nil {
			return
		}
		if !on {
			t.OnHint("")
			return
		}
		hint := a.Name.In(t.lang)
		if keys := a.Keys(); keys != "" {
			hint += "　" + keys
		}
		t.OnHint(hint)
	}
	t.buttons[id] = b
	return b
}

// View returns what the window shows.
func (t *Top) View() fyne.CanvasObject { return t.view }

// Show shows the name of the document, a word about it, and whether there is
// something to save; and which actions can be run.
func (t *Top) Show(name, about string, dirty bool) {
	if t.name.Text != name || t.about.Text != about {
		t.name.SetText(name)
		t.about.SetText(about)
		t.view.Refresh()
	}
	fill := color.Color(color.Transparent)
	if dirty {
		fill = theme.Color(fynetheme.ColorNamePrimary)
	}
	if t.dot.FillColor != fill {
		t.dot.FillColor = fill
		t.dot.Refresh()
	}
	for id, b := range t.buttons {
		b.SetEnabled(t.list.Find(id).CanRun())
	}
}

// A Status is the line under the panes.
type Status struct {
	lang         language.Language
	zh, en, says *widgets.Prose
	said         string
	view         fyne.CanvasObject
}

// NewStatus returns the line, empty.
func NewStatus(lang language.Language) *Status {
	s := &Status{lang: lang}
	for _, p := range []**widgets.Prose{&s.zh, &s.en, &s.says} {
		*p = widgets.NewNote("", theme.Muted, 1)
	}
	ground, line := widgets.NewGround(theme.Pane), widgets.NewHairline()
	s.says.Align = fyne.TextAlignTrailing
	s.view = widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		const height = 26
		place(ground, 0, 0, width, height)
		place(line, 0, 0, width, 1)
		x, h := float32(14), s.zh.MinSize().Height
		for _, p := range []*widgets.Prose{s.zh, s.en} {
			place(p, x, (height-h)/2+0.5, p.Natural()+2, h)
			x += p.Natural() + 20
		}
		place(s.says, x, (height-h)/2+0.5, fyne.Max(0, width-x-14), h)
		return height
	}, ground, line, s.zh, s.en, s.says)
	return s
}

// View returns what the window shows.
func (s *Status) View() fyne.CanvasObject { return s.view }

// Counts shows how long the brief is in each language.
func (s *Status) Counts(zh, en int) {
	a, b := fmt.Sprintf(catalogue.ChineseLength.In(s.lang), group(zh)), fmt.Sprintf(catalogue.EnglishLength.In(s.lang), group(en))
	if s.zh.Text == a && s.en.Text == b {
		return
	}
	s.zh.SetText(a)
	s.en.SetText(b)
	s.view.Refresh()
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

// group writes a number with a comma before each three digits.
func group(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return group(n/1000) + fmt.Sprintf(",%03d", n%1000)
}
