package review

import (
	"fmt"

	"celun/app/article"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	core "celun/app/review"

	"fyne.io/fyne/v2"
)

// citations returns the rows of the citations.
func (v *Pane) citations() []widgets.Row {
	if v.brief == nil {
		return nil
	}
	var articles map[string]*article.Article
	if v.Articles != nil {
		articles = v.Articles()
	}
	all := core.Citations(v.brief, articles)
	if len(all) == 0 {
		return []widgets.Row{v.note("none", catalogue.NoCitations.In(v.lang))}
	}
	var rows []widgets.Row
	for i, c := range all {
		s := spot{key: fmt.Sprint("cite ", i, c, v.wrongWith(c), v.grade(c.At.Block)), at: c.At, reach: c.Range}
		rows = v.spotted(rows, s, 84, widgets.NewCard, func(chosen bool) fyne.CanvasObject {
			return v.cited(c, i+1, chosen)
		})
	}
	return rows
}

// cited shows what is cited for, from where, and how far it was checked.
func (v *Pane) cited(c core.Cited, n int, chosen bool) fyne.CanvasObject {
	title, ink := c.Title.In(v.lang), theme.Muted
	if c.Title.IsEmpty() {
		title, ink = fmt.Sprintf(catalogue.ReviewAgainst.In(v.lang), c.Source)+" "+catalogue.NoSource.In(v.lang), theme.Red
	}
	page, pageInk := catalogue.NoPage.In(v.lang), theme.Amber
	if c.Pages != "" {
		page, pageInk = fmt.Sprintf(catalogue.PageIs.In(v.lang), c.Pages), theme.Muted
	}
	state, stateInk := catalogue.Retold, theme.Muted
	switch {
	case c.Quoted && c.Checked && c.Right:
		state, stateInk = catalogue.Verbatim, theme.Green
	case c.Quoted && c.Checked:
		state, stateInk = catalogue.NotVerbatim, theme.Red
	case c.Quoted:
		state, stateInk = catalogue.NotOpened, theme.Amber
	}
	known := []fyne.CanvasObject{note(page, pageInk), note(state.In(v.lang), stateInk)}
	if grade := v.grade(c.At.Block); grade != "" {
		known = append(known, note(grade, theme.Muted))
	}
	parts := []fyne.CanvasObject{
		widgets.NewNote(fmt.Sprintf("%d · %s", n, v.place(c.At)), theme.Muted, 1),
		widgets.NewProse(c.Says),
		widgets.NewNote(title, ink, 2),
		widgets.NewLine(14, -1, known...),
	}
	if chosen {
		parts = append(parts, widgets.NewInset(widgets.NewWrap(6, v.request(widgets.Plain, c.At.Block, v.wrongWith(c))), 4, 0, 0, 0))
	}
	return widgets.NewPile(3, parts...)
}

// grade says whose word the evidence of a block is: a fact, or what the
// authors claim; empty if the block is not from the library.
func (v *Pane) grade(block string) string {
	b, _, _ := v.brief.Block(block)
	if b == nil || b.From == nil || v.Argument == nil {
		return ""
	}
	e, ok := v.Argument(b.From.Argument)
	if !ok {
		return ""
	}
	return e.Claim.Name().In(v.lang)
}

// wrongWith is what was found about a citation, to ask for a change with.
func (v *Pane) wrongWith(c core.Cited) string {
	for i := range v.findings {
		if f := &v.findings[i]; f.Waiver == nil && f.Code[0] == 'E' && f.Address == c.At && f.Range.From < c.Range.To {
			return f.Message.In(v.lang)
		}
	}
	return ""
}

// note is one line of small text as wide as it is.
func note(text string, ink fyne.ThemeColorName) fyne.CanvasObject {
	p := widgets.NewNote(text, ink, 1)
	return widgets.NewArranged(p.Natural()+2, func(width, _ float32, place widgets.Place) float32 {
		h := p.MinSize().Height
		place(p, 0, 0, width, h)
		return h
	}, p)
}
