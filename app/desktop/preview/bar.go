package preview

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
)

// A bar is what stands over and under the pages: the choice of layout and
// languages, a warning if there is one, and which page is shown.
type bar struct {
	layout, languages *widgets.Button
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
	b.note = widgets.NewNote("", theme.Amber, 3)
	b.count = widgets.NewNote("", theme.Muted, 1)
	b.count.Align = fyne.TextAlignCenter
	v.column = widgets.NewColumn(14, 18)
	v.column.OnTop = func(key string) {
		if _, err := fmt.Sscanf(key, "%d", &b.top); err == nil {
			b.label()
		}
	}
	head := widgets.NewInset(widgets.NewLine(2, -1, b.layout, b.languages), 4, 6, 4, 6)
	back := widgets.NewGlyph(icon.Left, func() { b.turn(-1) })
	next := widgets.NewGlyph(icon.Right, func() { b.turn(1) })
	const beside = 60 // the arrows
	foot := widgets.NewInset(widgets.NewLine(4, 1, back, b.count, next), 3, beside, 3, beside)
	note := widgets.NewInset(b.note, 0, 14, 0, 14)
	desk, pane, line, line2 := widgets.NewGround(theme.Desk), widgets.NewGround(theme.Pane), widgets.NewHairline(), widgets.NewHairline()
	v.view = widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, width)
		place(head, 0, 0, width, h)
		y := h
		if b.note.Text != "" {
			n := widgets.HeightFor(note, width)
			place(note, 0, y, width, n)
			y += n + 8
		}
		if room := width - 2*beside - back.MinSize().Width - next.MinSize().Width - 8; room != b.room {
			b.room = room
			if b.total > 0 {
				b.label()
			}
		}
		f := widgets.HeightFor(foot, width)
		place(pane, 0, 0, width, height)
		place(line, 0, y, width, 1)
		place(desk, 0, y+1, width, fyne.Max(0, height-y-f-2))
		place(v.column, 0, y+1, width, fyne.Max(0, height-y-f-2))
		place(line2, 0, height-f-1, width, 1)
		place(foot, 0, height-f, width, f)
		return fyne.Max(height, y+f+80)
	}, pane, head, note, line, desk, v.column, line2, foot)
	b.choices()
}

// choices shows what is chosen.
func (b *bar) choices() {
	lang := b.pages.Language
	layout := b.pages.options.Layout
	if layout == "" && b.pages.brief != nil {
		layout = b.pages.brief.Meta.Layout
	}
	b.layout.SetText(catalogue.Layout(layout).In(lang))
	b.languages.SetText(catalogue.Languages(b.pages.options.Languages).In(lang))
	if v := b.pages.view; v != nil {
		v.Refresh()
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
	b.note.SetText(strings.Join(notes, "\n"))
	b.choices()
}

func (b *bar) label() {
	b.count.SetText(fmt.Sprintf(catalogue.PageOf.In(b.pages.Language), b.top, b.total))
	if b.count.Natural() > b.room {
		b.count.SetText(fmt.Sprintf("%d / %d", b.top, b.total))
	}
}

// turn goes some pages on or back.
func (b *bar) turn(by int) {
	v := b.pages
	i := b.top - 1 + by
	if v.doc == nil || i < 0 || i >= len(v.doc.Pages) {
		return
	}
	p := &v.doc.Pages[i]
	if top, _, ok := v.column.Bounds(pageKey(i, float32(p.Height/p.Width))); ok {
		v.column.ScrollTo(top - 8)
	}
}

// SetOptions shows the pages in another layout or other languages.
func (v *Pages) SetOptions(o typeset.Options) {
	v.options = o
	v.bar.choices()
	if v.brief != nil {
		v.start()
	}
	if v.Changed != nil {
		v.Changed(o)
	}
}

func (v *Pages) layoutMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, l := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		item := fyne.NewMenuItem(catalogue.Layout(l).In(v.Language), func() {
			o := v.options
			o.Layout = l
			v.SetOptions(o)
		})
		item.Checked = v.doc != nil && v.doc.Layout == l
		item.Disabled = len(v.options.Languages) == 1
		m.Items = append(m.Items, item)
	}
	return m
}

func (v *Pages) languageMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, ls := range [][]language.Language{nil, {language.ZH}, {language.EN}} {
		item := fyne.NewMenuItem(catalogue.Languages(ls).In(v.Language), func() {
			o := v.options
			o.Languages = ls
			v.SetOptions(o)
		})
		item.Checked = len(ls) == len(v.options.Languages) && (len(ls) == 0 || ls[0] == v.options.Languages[0])
		m.Items = append(m.Items, item)
	}
	return m
}
