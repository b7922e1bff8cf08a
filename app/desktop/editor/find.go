package editor

import (
	"fmt"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
)

// finder is the bar over the text by which something is found and replaced in
// both languages.
type finder struct {
	e           *Editor
	query, with *widgets.LineEntry
	count       *widgets.Prose
	replacing   bool
	matches     []brief.Match
	current     int          // in matches; -1 before the first step
	searched    *brief.Brief // what the matches are of
	replaceRow  *widgets.Arranged
	view        *widgets.Arranged
}

func (e *Editor) newFinder() *finder {
	f := &finder{e: e, current: -1}
	lang := e.Language
	f.query, f.with = widgets.NewLineEntry(""), widgets.NewLineEntry("")
	f.query.SetPlaceHolder(catalogue.FindWhat.In(lang))
	f.with.SetPlaceHolder(catalogue.ReplaceWith.In(lang))
	f.count = widgets.NewNote("", theme.Muted, 1)
	f.query.OnChanged = func(string) { f.changed() }
	f.query.OnSubmitted = func(string) { f.step(1, false) }
	f.query.OnDown = func() { f.step(1, false) }
	f.query.OnEscape, f.with.OnEscape = f.close, f.close
	f.with.OnSubmitted = func(string) { f.replaceOne() }
	button := func(name string, run func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.Plain, name, nil, run)
	}
	glyph := func(i icon.Icon, run func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.Flat, "", i, run)
	}
	top := f.row(f.query, widgets.NewLine(2, -1, glyph(icon.Up, func() { f.step(-1, false) }), glyph(icon.Down, func() { f.step(1, false) }), glyph(icon.Close, f.close)))
	f.replaceRow = f.row(f.with, widgets.NewLine(6, -1, button(catalogue.Replace.In(lang), f.replaceOne), button(catalogue.ReplaceAll.In(lang), f.replaceAll)))
	ground, line := widgets.NewGround(theme.Pane), widgets.NewHairline()
	f.view = widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(top, width-32)
		place(ground, 0, 0, width, 2000)
		y := float32(6)
		place(top, 16, y, width-32, h)
		c := f.count.MinSize()
		n := f.count.Natural() + 2
		place(f.count, 16+(width-32)*0.5-n-10, y+(h-c.Height)/2, n, c.Height)
		y += h
		if f.replaceRow.Visible() {
			r := widgets.HeightFor(f.replaceRow, width-32)
			place(f.replaceRow, 16, y+4, width-32, r)
			y += r + 4
		}
		y += 6
		place(ground, 0, 0, width, y)
		place(line, 0, y-1, width, 1)
		return y
	}, ground, line, top, f.replaceRow, f.count)
	f.view.Hidden = true
	return f
}

// row is a field that takes half of the width, and what stands beside it.
func (f *finder) row(entry, tools fyne.CanvasObject) *widgets.Arranged {
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		m := tools.MinSize()
		h := fyne.Max(entry.MinSize().Height, m.Height)
		place(entry, 0, (h-entry.MinSize().Height)/2, width*0.5, entry.MinSize().Height)
		place(tools, width*0.5+8, (h-m.Height)/2, m.Width, m.Height)
		return h
	}, entry, tools)
}

// Find opens the bar, with what is selected as what is looked for.
func (e *Editor) Find(replacing bool) {
	f := e.finder
	if field, _ := e.Field(); field != nil {
		if s := field.SelectedText(); s != "" && len(s) < 200 {
			f.query.SetText(brief.Plain(s))
		}
	}
	f.replacing = replacing
	f.replaceRow.Hidden = !replacing
	f.view.Hidden = false
	e.view.Refresh()
	f.changed()
	e.focus(f.query)
	f.query.SelectAll()
}

// FindNext goes to the next match of what was looked for last, or to the
// previous one, and selects it in its text. While nothing was looked for it
// asks.
func (e *Editor) FindNext(by int) {
	f := e.finder
	if f.query.Text == "" {
		e.Find(false)
		return
	}
	if f.view.Hidden {
		f.view.Hidden = false
		e.view.Refresh()
		f.changed()
	}
	f.step(by, true)
}

// StopFinding closes the bar, and reports whether it was there.
func (e *Editor) StopFinding() bool {
	if e.finder.view.Hidden {
		return false
	}
	e.finder.close()
	return true
}

func (f *finder) close() {
	f.view.Hidden = true
	f.matches, f.current = nil, -1
	f.mark()
	f.e.view.Refresh()
	if at := f.e.selected; at != (brief.Address{}) {
		f.e.Reveal(at, true)
	}
}

// changed looks again for what is looked for now.
func (f *finder) changed() {
	f.searched = f.e.brief
	f.matches = nil
	if f.e.brief != nil {
		f.matches = f.e.brief.Search(f.query.Text, false, "")
	}
	f.current = -1
	f.say()
	f.mark()
}

// follow looks again after the brief has changed, and stays where it was.
func (f *finder) follow() {
	if f.view.Hidden || f.searched == f.e.brief {
		return
	}
	was := f.current
	f.changed()
	if was >= 0 && len(f.matches) > 0 {
		f.current = min(was, len(f.matches)) - 1
		f.say()
		f.mark()
	}
}

func (f *finder) say() {
	text := ""
	switch {
	case f.query.Text == "":
	case len(f.matches) == 0:
		text = catalogue.NotFound.In(f.e.Language)
	default:
		text = fmt.Sprintf("%d / %d", f.current+1, len(f.matches))
	}
	f.count.SetText(text)
	f.view.Refresh()
}

// step goes to the next match, from where the user is, and selects it; if
// typing, the caret goes with it, and otherwise stays in the bar.
func (f *finder) step(by int, typing bool) {
	if f.searched != f.e.brief {
		f.changed()
	}
	if len(f.matches) == 0 {
		f.say()
		return
	}
	f.current = f.next(by)
	m := f.matches[f.current]
	f.e.unfold(m.At)
	f.e.Reveal(m.At, typing)
	if field := f.e.fieldAt(m.At); field != nil {
		field.Select(m.Start, m.End)
	}
	f.say()
	f.mark()
}

// next returns the match after where the user is, or the one before.
func (f *finder) next(by int) int {
	n := len(f.matches)
	field, _ := f.e.Field()
	if field == nil && f.current >= 0 {
		return (f.current + by + n) % n
	}
	order, here := f.order()
	lo, hi := 0, 0
	if field != nil {
		lo, hi = field.Selection()
	}
	if by > 0 {
		for i, m := range f.matches {
			if order[m.At] > here || order[m.At] == here && m.Start >= hi {
				return i
			}
		}
		return 0
	}
	for i := n - 1; i >= 0; i-- {
		if m := f.matches[i]; order[m.At] < here || order[m.At] == here && m.End <= lo {
			return i
		}
	}
	return n - 1
}

// order returns which text comes after which, and where among them the user is.
func (f *finder) order() (order map[brief.Address]int, here int) {
	order, n := map[brief.Address]int{}, 0
	for at := range f.e.brief.Addresses() {
		order[at] = n
		if at == f.e.selected || here == 0 && at.Block != "" && at.Block == f.e.selected.Block {
			here = n
		}
		n++
	}
	return order, here
}

// mark marks the matches in the texts that are shown.
func (f *finder) mark() {
	of := map[brief.Address][]widgets.Stretch{}
	current := map[brief.Address]int{}
	for i, m := range f.matches {
		if f.e.fields[m.At] == nil { // not in view
			continue
		}
		if i == f.current {
			current[m.At] = len(of[m.At]) + 1
		}
		of[m.At] = append(of[m.At], widgets.Stretch{Start: m.Start, End: m.End})
	}
	for at, field := range f.e.fields {
		field.Mark(of[at], current[at]-1)
	}
	f.e.markFound()
}

// markOne marks the matches in a text that has just been built.
func (f *finder) markOne(at brief.Address, field *widgets.Field) {
	if len(f.matches) == 0 {
		f.e.markFoundIn(at, field)
		return
	}
	var in []widgets.Stretch
	current := -1
	for i, m := range f.matches {
		if m.At == at {
			if i == f.current {
				current = len(in)
			}
			in = append(in, widgets.Stretch{Start: m.Start, End: m.End})
		}
	}
	field.Mark(in, current)
}

// replaceOne replaces the match at hand and goes to the next.
func (f *finder) replaceOne() {
	if f.searched != f.e.brief || f.current < 0 {
		f.step(1, false)
		return
	}
	at := f.current
	edit, n := f.e.brief.Replace(f.matches[at:at+1], f.with.Text)
	if n == 0 {
		f.step(1, false)
		return
	}
	if f.e.Do(edit) == nil {
		f.changed()
		f.current = at - 1
		if len(f.matches) > 0 {
			f.step(1, false)
		}
	}
}

// replaceAll replaces every match as one step to undo.
func (f *finder) replaceAll() {
	if f.searched != f.e.brief {
		f.changed()
	}
	edit, n := f.e.brief.Replace(f.matches, f.with.Text)
	if n == 0 {
		return
	}
	if f.e.Do(edit) == nil {
		f.changed()
		f.count.SetText(fmt.Sprintf(catalogue.ReplacedMany.In(f.e.Language), n))
		f.view.Refresh()
	}
}
