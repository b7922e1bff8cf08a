// Package palette is the box in which a command is found by typing: what can
// be run now, with its menu and its keys, the best match first.
//
//	palette.Show(window, palette.Params{Language: language.ZH, Actions: list, Run: desk.run})
//
// A command is found in either language and in pinyin, whatever the language
// of the window.
package palette

import (
	"slices"

	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/language/pinyin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Params are what the palette needs from the window.
type Params struct {
	Language language.Language
	Actions  actions.List
	Last     []string // ids of what was run last, the last one first
	// Run is called with the command that was chosen, after the box is closed.
	Run func(*actions.Action)
}

// A Palette is the box.
type Palette struct {
	Params
	readings pinyin.Table
	shown    []*actions.Action
	at       int
	field    *widgets.LineEntry
	column   *widgets.Column
	none     *widgets.Prose
	box      *widget.PopUp
	most     fyne.Size // that there is room for
}

// The size of the box, which is only as high as what it lists.
const (
	width  = 560
	height = 420
	row    = 34
)

// Show opens the box over a window.
func Show(w fyne.Window, p Params) *Palette {
	// While the box is open nothing else can be run.
	p.Actions = slices.DeleteFunc(slices.Clone(p.Actions), func(a *actions.Action) bool { return !a.CanRun() || a.ID == "palette" })
	b := &Palette{Params: p, field: widgets.NewLineEntry(""), column: widgets.NewColumn(0, 4)}
	b.field.Exact = true // names of commands, no terms
	b.field.SetPlaceHolder(catalogue.FindCommand.In(p.Language))
	b.field.SetIcon(icon.Search.In(theme.Muted))
	b.field.OnChanged = func(string) { b.find() }
	b.field.OnDown = func() { b.move(1) }
	b.field.OnUp = func() { b.move(-1) }
	b.field.OnSubmitted = func(string) { b.take(b.at) }
	b.none = widgets.NewNote(catalogue.NoCommand.In(p.Language), theme.Muted, 1)
	b.none.Align = fyne.TextAlignCenter
	line := widgets.NewHairline()
	body := widgets.NewArranged(width, func(w, h float32, place widgets.Place) float32 {
		top := b.field.MinSize().Height
		place(b.field, 8, 8, w-16, top)
		place(line, 0, top+16, w, 1)
		place(b.column, 4, top+17, w-8, fyne.Max(0, h-top-21))
		place(b.none, 8, top+40, w-16, b.none.MinSize().Height)
		return fyne.Max(h, b.need())
	}, b.field, line, b.column, b.none)
	b.box = widget.NewPopUp(body, w.Canvas())
	b.field.OnEscape = b.box.Hide
	b.most = w.Canvas().Size().SubtractWidthHeight(40, 100)
	size := w.Canvas().Size()
	b.box.ShowAtPosition(fyne.NewPos((size.Width-fyne.Min(width, size.Width-40))/2, 64))
	b.find()
	w.Canvas().Focus(b.field)
	return b
}

// find shows what matches the query.
func (b *Palette) find() {
	b.shown, b.at = match(b.Actions, b.field.Text, b.Last, &b.readings), 0
	rows := make([]widgets.Row, len(b.shown))
	for i, a := range b.shown {
		rows[i] = widgets.Row{Key: a.ID, Estimate: func(float32) float32 { return row }, Build: func() fyne.CanvasObject { return b.row(i, a) }}
	}
	b.column.SetRows(nil) // the same action may stand in another place now
	b.column.SetRows(rows)
	b.column.ScrollTo(0)
	b.none.Hidden = len(rows) > 0
	b.none.Refresh()
	b.box.Resize(fyne.NewSize(fyne.Min(width, b.most.Width), fyne.Min(b.need(), b.most.Height)))
}

// need is how high the box is for what it lists.
func (b *Palette) need() float32 {
	return fyne.Min(height, b.field.MinSize().Height+29+row*float32(max(1, len(b.shown))))
}

func (b *Palette) row(i int, a *actions.Action) fyne.CanvasObject {
	lead := icon.New(a.Icon, 18)
	icon.Tint(lead, a.Icon, theme.Muted)
	name := widgets.NewProse(a.Name.In(b.Language))
	name.MaxLines = 1
	about := widgets.NewNote(a.Group.Name().In(b.Language), theme.Muted, 1)
	keys := widgets.NewNote(a.Keys(), theme.Muted, 1)
	keys.Align = fyne.TextAlignTrailing
	line := widgets.NewArranged(200, func(w, _ float32, place widgets.Place) float32 {
		h := float32(22)
		place(lead, 4, 2, 18, 18)
		n := fyne.Min(name.Natural()+2, w*0.6)
		place(name, 32, (h-name.MinSize().Height)/2, n, name.MinSize().Height)
		place(about, 32+n+12, (h-about.MinSize().Height)/2+0.5, fyne.Max(0, w-n-32-120), about.MinSize().Height)
		place(keys, w-110, (h-keys.MinSize().Height)/2+0.5, 104, keys.MinSize().Height)
		return h
	}, lead, name, about, keys)
	c := widgets.NewRowCard(line, 6)
	c.SetSelected(i == b.at)
	c.OnTapped = func() { b.take(i) }
	c.OnEscape = b.box.Hide
	return c
}

// move chooses the next row, or the one before.
func (b *Palette) move(by int) {
	if len(b.shown) == 0 {
		return
	}
	was := b.at
	b.at = (b.at + by + len(b.shown)) % len(b.shown)
	for _, i := range []int{was, b.at} {
		if o, ok := b.column.Built(b.shown[i].ID); ok {
			o.(*widgets.Card).SetSelected(i == b.at)
		}
	}
	key := b.shown[b.at].ID
	if top, h, ok := b.column.Bounds(key); ok {
		b.column.RevealSpan(top, top+h)
	}
	if o, ok := b.column.Built(key); ok {
		o.(*widgets.Card).SetSelected(true)
	}
}

// take closes the box and runs a row.
func (b *Palette) take(i int) {
	if i >= len(b.shown) {
		return
	}
	b.box.Hide()
	b.Run(b.shown[i])
}
