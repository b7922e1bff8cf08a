// Package shell is the frame of the workspace: the bar over the panes with
// the name of the document and the commands used most, the side on the right
// with its tabs, and the line under them that says how long the brief is and
// what just happened.
//
//	top := shell.NewTop(list, language.ZH)
//	top.Show("缩小差距.celun", "政策简报", true)
//	side := shell.NewSide(language.ZH, []shell.Tab{{ID: "pages", Name: catalogue.Pages, View: pages.View}}, "pages", nil)
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
	checks  *widgets.Counts
	buttons map[string]widgets.Pressable
	list    actions.List
	view    fyne.CanvasObject
}

// The actions in the bar, by their ids: those with icons only, then the
// palette and the checks, then the one that is filled, then the language.
var iconActions = []string{"undo", "redo", "save"}

// NewTop returns the bar with the actions of a list.
func NewTop(list actions.List, lang language.Language) *Top {
	t := &Top{lang: lang, list: list, buttons: map[string]widgets.Pressable{}}
	t.name = widgets.NewProse("")
	t.name.Bold, t.name.MaxLines = true, 1
	t.about = widgets.NewProse("")
	t.about.Color, t.about.MaxLines = theme.Muted, 1
	t.dot = canvas.NewCircle(color.Transparent)

	var right []fyne.CanvasObject
	for _, id := range iconActions {
		right = append(right, t.button(id, widgets.Flat, ""))
	}
	right = append(right, gap(4), t.button("palette", widgets.Plain, catalogue.CommandsShort.In(lang)), gap(2))
	if a := list.Find("pane checks"); a != nil {
		t.checks = widgets.NewCounts(catalogue.ChecksShort.In(lang), a.Do)
		t.hint(t.checks, a)
		right = append(right, t.checks, gap(2))
	}
	right = append(right, t.button("export", widgets.Primary, catalogue.ExportPDF.In(lang)), gap(2),
		t.button("language", widgets.Plain, catalogue.OtherLanguage.In(lang)))
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
		n := fyne.Max(0, fyne.Min(t.name.Natural()+2, room-16))
		place(t.name, x, (height-1-h)/2, n, h)
		place(t.dot, x+n+4, (height-7)/2-0.5, 7, 7)
		x += n + 24
		// A word or two of it say something, three dots say nothing.
		left := width - m.Width - 36 - x
		t.about.Hidden = left < fyne.Min(t.about.Natural()+2, leastAbout)
		place(t.about, x, (height-1-h)/2, fyne.Max(0, left), h)
		return height
	}, ground, line, home, t.name, t.dot, t.about, tools)
	return t
}

// leastAbout is the least room in which the word about a document is begun.
const leastAbout = 80

func gap(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

func (t *Top) button(id string, rank widgets.Rank, text string) fyne.CanvasObject {
	a := t.list.Find(id)
	icon := a.Icon
	if text != "" && id == "language" {
		icon = nil
	}
	if id == "palette" && a.Keys() != "" {
		text += "  " + a.Keys()
	}
	b := widgets.NewButton(rank, text, icon, a.Do)
	t.hint(b, a)
	t.buttons[id] = b
	return b
}

// Button returns a button for an action of the list, with its icon alone, that
// stands elsewhere and says what it does as those in the bar do.
func (t *Top) Button(id string) fyne.CanvasObject { return t.button(id, widgets.Flat, "") }

// hint has what a button does said in the line under the panes.
func (t *Top) hint(b widgets.Pressable, a *actions.Action) {
	b.Hover(func(on bool) {
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
	})
}

// View returns what the window shows.
func (t *Top) View() fyne.CanvasObject { return t.view }

// SetChecks shows how many errors and warnings the checks found.
func (t *Top) SetChecks(errors, warnings int) {
	if t.checks == nil {
		return
	}
	t.checks.Set(
		widgets.Count{N: errors, Ink: theme.Red},
		widgets.Count{N: warnings, Ink: theme.Amber})
	t.view.Refresh()
}

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

// group writes a number with a comma before each three digits.
func group(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return group(n/1000) + fmt.Sprintf(",%03d", n%1000)
}
