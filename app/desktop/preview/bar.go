package preview

import (
	"fmt"
	"image/color"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// A bar is what stands over and under the pages: how the brief is laid out and
// what of it is shown, a warning if there is one, which page is in view and
// how large.
type bar struct {
	layout, languages *widgets.Button
	zoom              *widgets.Button
	strip             *widgets.Button // switches the thumbnails
	note              *widgets.Prose
	count             *widgets.Prose
	top, total        int
	room              float32 // for the count
	pages             *Pages
}

func (v *Pages) build() {
	b := &bar{pages: v, total: 0, top: 1}
	v.bar = b
	b.layout = widgets.NewMenuButton(widgets.Flat, " ", v.layoutMenu)
	b.languages = widgets.NewMenuButton(widgets.Flat, " ", v.languageMenu)
	b.zoom = widgets.NewMenuButton(widgets.Flat, " ", v.zoomMenu)
	b.strip = widgets.NewButton(widgets.Flat, "", icon.Thumbnails, func() {
		c := v.choice
		c.Thumbnails = !c.Thumbnails
		v.Choose(c)
	})
	b.note = widgets.NewNote("", theme.Amber, 3)
	b.count = widgets.NewNote("", theme.Muted, 1)
	b.count.Align = fyne.TextAlignCenter
	v.column = widgets.NewColumn(14, 16)
	v.column.OnTop = func(string) { b.passed() }
	v.column.OnWheel = v.wheel
	v.sides = canvas.NewRectangle(color.Transparent)
	v.across = container.NewHScroll(container.NewStack(v.sides, v.column))
	v.thumbs = widgets.NewColumn(8, 10)
	var head fyne.CanvasObject = widgets.NewPile(0)
	if v.Change != nil {
		page := widgets.NewMenuGlyph(icon.PageSettings, v.pageMenu)
		head = widgets.NewInset(widgets.NewWrap(1, b.layout, b.languages, page), 4, 6, 4, 4)
	}
	back := widgets.NewGlyph(icon.Left, func() { b.turn(-1) })
	next := widgets.NewGlyph(icon.Right, func() { b.turn(1) })
	turn := widgets.NewLine(2, 1, back, b.count, next)
	out := widgets.NewGlyph(icon.ZoomOut, func() { v.Step(-1) })
	in := widgets.NewGlyph(icon.ZoomIn, func() { v.Step(1) })
	size := widgets.NewLine(0, -1, out, b.zoom, in)
	note := widgets.NewInset(b.note, 0, 14, 0, 14)
	desk, pane, line, line2, line3 := widgets.NewGround(theme.Desk), widgets.NewGround(theme.Pane), widgets.NewHairline(), widgets.NewHairline(), widgets.NewHairline()
	v.view = widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, width)
		place(head, 0, 0, width, h)
		y := h
		if b.note.Text != "" {
			n := widgets.HeightFor(note, width)
			place(note, 0, y+4, width, n)
			y += n + 10
		}
		const foot = 34
		place(pane, 0, 0, width, height)
		place(line, 0, y, width, 1)
		room := fyne.Max(0, height-y-foot-2)
		strip := float32(0)
		v.thumbs.Hidden, line3.Hidden = !v.choice.Thumbnails, !v.choice.Thumbnails
		if v.choice.Thumbnails {
			strip = stripWidth
			place(v.thumbs, 0, y+1, strip, room)
			place(line3, strip, y+1, 1, room)
		}
		place(desk, strip+1, y+1, width-strip-1, room)
		place(v.across, strip+1, y+1, width-strip-1, room)
		place(line2, 0, height-foot-1, width, 1)
		s, m := b.strip.MinSize(), size.MinSize()
		place(b.strip, 6, height-foot+(foot-s.Height)/2, s.Width, s.Height)
		place(size, width-m.Width-6, height-foot+(foot-m.Height)/2, m.Width, m.Height)
		t := width - m.Width - s.Width - 24
		place(turn, s.Width+12, height-foot+(foot-turn.MinSize().Height)/2, t, turn.MinSize().Height)
		if r := t - 2*back.MinSize().Width - 4; r != b.room {
			b.room = r
			b.label()
		}
		return fyne.Max(height, y+foot+80)
	}, pane, head, note, line, v.thumbs, line3, desk, v.across, line2, b.strip, turn, size)
	b.choices()
}

// choices shows what is chosen.
func (b *bar) choices() {
	v := b.pages
	lang := v.Language
	if v.brief != nil {
		b.layout.SetText(catalogue.Layout(v.brief.Meta.Layout).In(lang))
	}
	b.languages.SetText(catalogue.Languages(v.choice.Languages).In(lang))
	zoom := catalogue.FitWidth.In(lang)
	if v.choice.Zoom > 0 {
		zoom = fmt.Sprintf("%d%%", v.choice.Zoom)
	}
	b.zoom.SetText(zoom)
	b.strip.SetOn(v.choice.Thumbnails)
	if v.view != nil {
		v.view.Refresh()
	}
}

// show tells of a document: its pages, and what the layout did that one
// should know.
func (b *bar) show(doc *typeset.Document) {
	lang := b.pages.Language
	b.total = len(doc.Pages)
	b.top = min(max(b.top, 1), b.total)
	b.label()
	var notes []string
	if n := len(doc.Missing); n > 0 {
		m := doc.Missing[0]
		notes = append(notes, fmt.Sprintf(catalogue.MissingCharacters.In(lang), n, string(m.Rune), m.Context))
	}
	for i, w := range doc.Warnings {
		if i == 2 {
			break
		}
		notes = append(notes, w.Text.In(lang))
	}
	if text := strings.Join(notes, "\n"); text != b.note.Text {
		b.note.SetText(text)
		b.pages.view.Refresh()
	}
}

func (b *bar) label() {
	if b.total == 0 {
		b.count.SetText("")
		return
	}
	b.count.SetText(fmt.Sprintf(catalogue.PageOf.In(b.pages.Language), b.top, b.total))
	if b.count.Natural() > b.room {
		b.count.SetText(fmt.Sprintf("%d / %d", b.top, b.total))
	}
}

// passed notes which page is in view: the one that has the middle.
func (b *bar) passed() {
	v := b.pages
	if v.doc == nil {
		return
	}
	middle := v.column.Offset() + v.column.View()/2
	for i := range v.doc.Pages {
		if top, h, ok := v.pageBounds(i); ok && middle < top+h+8 {
			if b.top != i+1 {
				b.top = i + 1
				b.label()
				v.markThumb()
			}
			return
		}
	}
}

// turn goes some pages on or back.
func (b *bar) turn(by int) { b.pages.GoToPage(b.top - 1 + by) }

// GoToPage shows a page, the first one being 0.
func (v *Pages) GoToPage(i int) {
	if v.doc == nil || i < 0 || i >= len(v.doc.Pages) {
		return
	}
	if top, _, ok := v.pageBounds(i); ok {
		v.column.ScrollTo(top - 8)
		v.bar.top = i + 1
		v.bar.label()
		v.markThumb()
	}
}

// pageBounds returns where a page lies in the column.
func (v *Pages) pageBounds(i int) (top, height float32, ok bool) {
	p := &v.doc.Pages[i]
	return v.column.Bounds(pageKey(i, float32(p.Height/p.Width)))
}

// layoutMenu changes how the languages share the pages.
func (v *Pages) layoutMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, l := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		item := fyne.NewMenuItem(catalogue.Layout(l).In(v.Language), func() {
			v.Change(func(m *brief.Meta) { m.Layout = l })
		})
		item.Checked = v.doc != nil && v.doc.Layout == l
		item.Disabled = len(v.choice.Languages) == 1
		m.Items = append(m.Items, item)
	}
	return m
}

// languageMenu chooses what is shown, and which language leads.
func (v *Pages) languageMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, ls := range [][]language.Language{nil, {language.ZH}, {language.EN}} {
		item := fyne.NewMenuItem(catalogue.Languages(ls).In(v.Language), func() {
			c := v.choice
			c.Languages = ls
			v.Choose(c)
		})
		item.Checked = len(ls) == len(v.choice.Languages) && (len(ls) == 0 || ls[0] == v.choice.Languages[0])
		m.Items = append(m.Items, item)
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	for _, l := range language.Both() {
		name := catalogue.ChineseFirst
		if l == language.EN {
			name = catalogue.EnglishFirst
		}
		item := fyne.NewMenuItem(name.In(v.Language), func() { v.Change(func(m *brief.Meta) { m.Lead = l }) })
		item.Checked = v.brief != nil && (v.brief.Meta.Lead == l || v.brief.Meta.Lead == "" && l == language.ZH)
		m.Items = append(m.Items, item)
	}
	return m
}

// pageMenu changes paper, style and marks.
func (v *Pages) pageMenu() *fyne.Menu {
	lang := v.Language
	m := fyne.NewMenu("")
	if v.brief == nil {
		return m
	}
	meta := v.brief.Meta
	add := func(name string, on bool, change func(*brief.Meta)) {
		item := fyne.NewMenuItem(name, func() { v.Change(change) })
		item.Checked = on
		m.Items = append(m.Items, item)
	}
	for _, p := range []brief.Paper{brief.A4, brief.A3, brief.Letter} {
		on := meta.Page.Paper == p || meta.Page.Paper == "" && p == brief.A4
		add(catalogue.PaperName(p), on, func(m *brief.Meta) { m.Page.Paper = p })
	}
	add(catalogue.Landscape.In(lang), meta.Page.Landscape, func(m *brief.Meta) { m.Page.Landscape = !m.Page.Landscape })
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	for _, s := range []brief.Style{brief.BriefStyle, brief.OfficialStyle} {
		on := meta.Style == s || meta.Style == "" && s == brief.BriefStyle
		add(catalogue.Style(s).In(lang), on, func(m *brief.Meta) { m.Style = s })
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	add(catalogue.DraftMark.In(lang), meta.Draft, func(m *brief.Meta) { m.Draft = !m.Draft })
	trainer := fyne.NewMenuItem(catalogue.TrainersCopy.In(lang), func() {
		c := v.choice
		c.Trainer = !c.Trainer
		v.Choose(c)
	})
	trainer.Checked = v.choice.Trainer
	m.Items = append(m.Items, trainer)
	if v.Settings != nil {
		m.Items = append(m.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(catalogue.PageSettings.In(lang), v.Settings))
	}
	return m
}
