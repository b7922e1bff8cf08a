package review

import (
	"fmt"

	"celun/app/article"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	core "celun/app/review"

	"fyne.io/fyne/v2"
)

// outline returns the rows of the first sentences: one after the other they
// should be the argument.
func (v *Pane) outline() []widgets.Row {
	if v.brief == nil {
		return nil
	}
	var rows []widgets.Row
	for i, s := range core.FirstSentences(v.brief) {
		rows = append(rows, widgets.Row{
			Key: fmt.Sprint(v.version, "first ", i), Estimate: func(float32) float32 { return 44 },
			Build: func() fyne.CanvasObject { return v.sentence(s) },
		})
	}
	return rows
}

func (v *Pane) sentence(s core.FirstSentence) fyne.CanvasObject {
	text := s.Text.In(v.lang)
	if text == "" {
		text = s.Text.In(v.lang.Other())
	}
	p := widgets.NewProse(text)
	if s.Head {
		p.Bold = true
		return widgets.NewInset(p, 6, 8, 0, 8)
	}
	second := widgets.NewNote(s.Text.In(v.lang.Other()), theme.Muted, 0)
	parts := []fyne.CanvasObject{p}
	if second.Text != "" && second.Text != text {
		parts = append(parts, second)
	}
	row := widgets.NewRowCard(widgets.NewPile(2, parts...), 8)
	row.OnTapped = func() { v.Go(s.At, core.Range{}) }
	if v.Remark == nil {
		return row
	}
	remark := widgets.NewGlyph(icon.Comment, func() { v.Remark(s.At.Block, catalogue.NoClaimSays.In(v.lang)) })
	return widgets.NewArranged(120, func(width, _ float32, place widgets.Place) float32 {
		m := remark.MinSize()
		h := widgets.HeightFor(row, width-m.Width-4)
		place(row, 0, 0, width-m.Width-4, h)
		place(remark, width-m.Width, 6, m.Width, m.Height)
		return fyne.Max(h, m.Height+6)
	}, row, remark)
}

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
		rows = append(rows, widgets.Row{
			Key: fmt.Sprint(v.version, "cite ", i), Estimate: func(float32) float32 { return 84 },
			Build: func() fyne.CanvasObject { return v.cited(c) },
		})
	}
	return rows
}

func (v *Pane) cited(c core.Cited) fyne.CanvasObject {
	title, ink := c.Title.In(v.lang), theme.Muted
	if c.Title.IsEmpty() {
		title, ink = fmt.Sprintf(catalogue.ReviewAgainst.In(v.lang), c.Source)+" "+catalogue.NoSource.In(v.lang), theme.Red
	}
	page := catalogue.NoPage.In(v.lang)
	pageInk := theme.Amber
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
	card := widgets.NewCard(widgets.NewPile(3,
		widgets.NewNote(v.place(c.At), theme.Muted, 1),
		widgets.NewProse(c.Says),
		widgets.NewNote(title, ink, 2),
		widgets.NewLine(14, -1, note(page, pageInk), note(state.In(v.lang), stateInk)),
	), 10)
	card.OnTapped = func() { v.Go(c.At, c.Range) }
	return card
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
