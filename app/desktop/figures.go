package desktop

import (
	"context"
	"fmt"
	"image"
	"math"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/figure"
	"celun/app/language"
	"celun/app/library"
	"celun/app/raster"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A proposal is a figure that can be made of the library.
type proposal struct {
	name   language.Text
	block  brief.Block
	source argument.Source // cited by it; may be empty
}

// proposals returns the figures that can be made of the library for a brief:
// of what it uses first, then of all there is.
func proposals(lib *library.Library, used, raised map[string]bool) []proposal {
	var inBrief, all []*argument.Argument
	sources := map[string]argument.Source{}
	for _, e := range lib.All() {
		all = append(all, e.Argument)
		sources[e.ID] = e.Pack.Source
		if used[e.ID] || raised[e.ID] {
			inBrief = append(inBrief, e.Argument)
		}
	}
	var out []proposal
	add := func(name language.Text, b *brief.Block, from argument.Source) {
		out = append(out, proposal{name, *b, from})
	}
	for _, group := range figure.Comparable(all) {
		source := sources[group[0].ID]
		b := figure.ChartOf(brief.BarForm, group, source.ID)
		add(named(catalogue.FigureBars, brief.Plain(b.Figure.Caption.ZH), brief.Plain(b.Figure.Caption.EN)), b, source)
	}
	of := func(from []*argument.Argument, keep ...argument.Kind) []*argument.Argument {
		return slices.DeleteFunc(slices.Clone(from), func(a *argument.Argument) bool { return !slices.Contains(keep, a.Kind) })
	}
	argued := []argument.Kind{argument.Conclusion, argument.Thesis, argument.Challenge, argument.Countermeasure, argument.Option, argument.Recommendation}
	if core := of(inBrief, argued...); len(core) > 1 && len(core) <= figure.MaxNodes {
		b := figure.MapOf(core)
		b.Figure.Caption = catalogue.FigureMapOfBrief
		add(catalogue.FigureMapOfBrief, b, argument.Source{})
	}
	for _, c := range of(all, argument.Challenge) {
		near := slices.DeleteFunc(slices.Clone(all), func(a *argument.Argument) bool {
			return a.ID != c.ID && !slices.ContainsFunc(a.Links, func(l argument.Link) bool { return l.To == c.ID && l.Kind != argument.Qualifies })
		})
		if len(near) < 2 {
			continue
		}
		b := figure.MapOf(near[:min(len(near), figure.MaxNodes)])
		b.Figure.Caption = named(catalogue.FigureMapOf, c.Title.ZH, c.Title.EN)
		add(b.Figure.Caption, b, argument.Source{})
	}
	if b := figure.CoverageOf(all); len(b.Figure.Edges) > 0 {
		b.Figure.Caption = catalogue.FigureCoverage
		add(catalogue.FigureCoverage, b, argument.Source{})
	}
	for _, from := range [][]*argument.Argument{inBrief, all} {
		if b := figure.TimelineOf(from); len(b.Events) > 2 {
			add(named(catalogue.FigureTimeline, fmt.Sprint(len(b.Events)), fmt.Sprint(len(b.Events))), b, argument.Source{})
			break
		}
	}
	return out
}

// named puts a name into a text of both languages.
func named(t language.Text, zh, en string) language.Text {
	return language.Text{ZH: fmt.Sprintf(t.ZH, zh), EN: fmt.Sprintf(t.EN, en)}
}

// insertFigure offers the figures that the library gives, each with its
// picture, and puts the chosen one in.
func (d *Desk) insertFigure() {
	b := d.doc.history.Brief()
	all := proposals(d.lib, usedIn(b), raisedIn(b))
	ctx, cancel := context.WithCancel(context.Background())
	var box *widgets.Dialog
	var rows []fyne.CanvasObject
	pictures := make([]*canvas.Image, len(all))
	for i := range all {
		p := &all[i]
		pictures[i] = canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))
		pictures[i].FillMode = canvas.ImageFillContain
		ground := canvas.NewRectangle(theme.Color(theme.Line))
		paper := canvas.NewRectangle(image.White.C)
		title := widgets.NewProse(p.name.In(d.lang))
		title.Bold = true
		twin := widgets.NewNote(p.name.In(d.lang.Other()), theme.Muted, 2)
		words := widgets.NewPile(2, title, twin)
		card := widgets.NewCard(widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
			const w, h = 200, 124
			place(ground, 0, 0, w, h)
			place(paper, 1, 1, w-2, h-2)
			place(pictures[i], 5, 5, w-10, h-10)
			place(words, w+14, 4, width-w-14, widgets.HeightFor(words, width-w-14))
			return h
		}, ground, paper, pictures[i], words), 10)
		card.OnTapped = func() {
			cancel()
			box.Hide()
			d.putFigure(*p)
		}
		rows = append(rows, card)
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewNote(catalogue.FigureNone.In(d.lang), theme.Muted, 0))
	}
	box = widgets.ShowDialog(d.window, catalogue.FigureFromLibrary.In(d.lang), widgets.NewScroller(widgets.NewPile(8, rows...)), fyne.NewSize(680, 560),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain, Run: cancel})
	go func() {
		defer cancel()
		for i := range all {
			m, err := d.picture(ctx, all[i].block)
			if err != nil {
				return
			}
			d.post(func() {
				pictures[i].Image = m
				pictures[i].Refresh()
			})
		}
	}()
}

// picture draws a block by itself, as it will stand on a page.
func (d *Desk) picture(ctx context.Context, b brief.Block) (image.Image, error) {
	one := brief.New("figure")
	b.ID = "b1"
	one.Sections = []brief.Section{{ID: "s1", Unnumbered: true, Blocks: []brief.Block{b}}}
	doc, err := d.App.Pages(ctx, one, typeset.Options{Layout: brief.Stacked})
	if err != nil {
		return nil, err
	}
	for i := range doc.Pages {
		for k := range doc.Pages[i].Items {
			f := doc.Pages[i].Items[k].Figure
			if f == nil || f.Block != "b1" {
				continue
			}
			const wide = 560 // px, of what is shown in a third of it
			scale := wide / f.Width
			px := func(v float64) int { return int(math.Round(v * scale)) }
			return d.drawer.raster.Page(ctx, &doc.Pages[i], raster.Options{
				Scale: scale, Clip: image.Rect(px(f.X)-2, px(f.Y)-2, px(f.X+f.Width)+2, px(f.Y+f.Height)+2),
			})
		}
	}
	return image.NewRGBA(image.Rect(0, 0, 1, 1)), nil
}

// putFigure puts a figure into the brief, with the source that it cites.
func (d *Desk) putFigure(p proposal) {
	if d.doc == nil {
		return
	}
	section, index := d.editor.InsertionPoint()
	if section == "" {
		return
	}
	h := d.doc.history
	b := p.block
	b.ID, b.State = h.NewBlockID(), brief.States{ZH: brief.Draft, EN: brief.Draft}
	var edits []brief.Edit
	if p.source.ID != "" && !hasSource(h.Brief(), p.source.ID) {
		edits = append(edits, brief.SetSources{Sources: append(slices.Clone(h.Brief().Sources), p.source)})
	}
	edits = append(edits, putAt(h.Brief(), section, index, b)...)
	if err := d.do(brief.Batch{Edits: edits}); err == nil {
		d.editor.Reveal(brief.Address{Block: b.ID, Language: d.lang}, false)
	}
}

// insertOptions puts a table in that compares the options which the library
// has for the challenges of the brief, and goes to the first judgement.
func (d *Desk) insertOptions() {
	section, index := d.editor.InsertionPoint()
	if section == "" {
		return
	}
	h := d.doc.history
	b, err := d.App.Options(h.Brief(), section)
	if err != nil {
		d.fail(err)
		return
	}
	b.ID = h.NewBlockID()
	if err := d.do(brief.Batch{Edits: putAt(h.Brief(), section, index, b)}); err == nil {
		d.editor.Reveal(brief.Address{Block: b.ID, Slot: brief.CaptionSlot, Language: d.lang}, true)
		d.editor.NextBlank(1)
	}
}
