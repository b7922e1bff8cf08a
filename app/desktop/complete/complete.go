// Package complete completes a text from a list while it is typed: after a
// stroke (/) and some letters, or pinyin, what fits is listed at the caret; the
// arrows choose, Enter or Tab take, Escape leaves it.
//
//	c := complete.New(find)
//	window.SetContent(widgets.NewRoot(content, c))
//
// The list lies in a layer over the text and never has the focus, so that an
// input method goes on working in the text.
package complete

import (
	"strings"
	"unicode"

	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// An Item is one thing that a text can be completed by.
type Item struct {
	Label  string // what it is called
	Detail string // what else there is to know of it, small
	Insert string // what it puts into the text
	Mark   widgets.Shape
	// Before is called before it is put in; it may be nil.
	Before func()
}

// A Completer shows the list for one text at a time.
type Completer struct {
	find func(f widgets.Text, query string) []Item

	field  widgets.Text
	start  int // of the stroke, in runes
	items  []Item
	chosen int
	left   string // the query that Escape left alone
	box    *box

	asked   widgets.Text // the text into which Open put a stroke
	askedAt int          // where
}

// most is how many items are listed.
const most = 8

var _ widgets.Completing = (*Completer)(nil)

// New returns a completer that asks find for what fits. An empty query asks for
// what is used most.
func New(find func(f widgets.Text, query string) []Item) *Completer {
	return &Completer{find: find}
}

// Leave closes the list of a text that has lost the focus.
func (c *Completer) Leave(f widgets.Text) {
	if c.asked == f {
		c.asked = nil
	}
	if c.field == f {
		c.Close()
	}
}

// Open lists what fits an empty query at the caret, as if a stroke had been
// typed: within a word too, for it was asked for. Nobody typed the stroke, so it
// goes again if nothing is listed, or nothing is taken.
func (c *Completer) Open(f widgets.Text) {
	f.Replace("/")
	c.asked, c.askedAt = f, f.CursorTextOffset()-1
	c.Look(f)
	if !c.Offers(f) {
		c.takeBack(f)
	}
}

// takeBack takes the stroke away that Open put in, with what was typed to
// search by, and reports whether there was one.
func (c *Completer) takeBack(f widgets.Text) bool {
	start, _, ok := c.stroke(f)
	if !ok || c.asked != f || start != c.askedAt {
		return false
	}
	caret := f.CursorTextOffset()
	c.asked = nil
	c.Close()
	f.Select(start, caret)
	f.Replace("")
	return true
}

// stroke returns where the stroke before the caret stands, and what was typed
// after it. One that Open put in begins wherever it stands.
func (c *Completer) stroke(f widgets.Text) (start int, query string, ok bool) {
	text, caret := f.Typed(), f.CursorTextOffset()
	if runes := []rune(text); c.asked == f && c.askedAt < min(caret, len(runes)) && runes[c.askedAt] == '/' {
		start, query, ok = Query(string(runes[c.askedAt:]), caret-c.askedAt)
		return start + c.askedAt, query, ok
	}
	return Query(text, caret)
}

// Look looks whether there is something to complete before the caret.
func (c *Completer) Look(f widgets.Text) {
	start, query, ok := c.stroke(f)
	if !ok || query == c.left && c.left != "" {
		c.Close()
		return
	}
	items := c.find(f, query)
	if len(items) == 0 {
		c.Close()
		return
	}
	c.field, c.start, c.items, c.chosen = f, start, items[:min(most, len(items))], 0
	c.left = ""
	if c.show(); c.box == nil {
		c.Close()
	}
}

// Offers reports whether something is listed for a text.
func (c *Completer) Offers(f widgets.Text) bool { return c.field == f && len(c.items) > 0 }

// Query returns where a stroke stands before the caret, and what was typed
// after it. The stroke begins a text or stands after a blank, a hanzi or a
// mark: one within a word or a number, as in km/h, is none.
func Query(text string, caret int) (start int, query string, ok bool) {
	runes := []rune(text)
	if caret > len(runes) {
		return 0, "", false
	}
	const longest = 24
	for i := caret - 1; i >= 0 && caret-i <= longest; i-- {
		r := runes[i]
		if r == '\n' || unicode.IsPunct(r) && r != '/' && r != '-' && r != '’' {
			return 0, "", false
		}
		if r != '/' {
			continue
		}
		if i > 0 {
			before := runes[i-1]
			if before == '/' || before == ':' || before < 0x2000 && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
				return 0, "", false
			}
		}
		query = string(runes[i+1 : caret])
		if strings.HasPrefix(query, " ") {
			return 0, "", false
		}
		return i, query, true
	}
	return 0, "", false
}

// Key does what a key does in the list; false leaves it to the text.
func (c *Completer) Key(f widgets.Text, k fyne.KeyName) bool {
	if !c.Offers(f) {
		return false
	}
	switch k {
	case fyne.KeyDown:
		c.choose(c.chosen + 1)
	case fyne.KeyUp:
		c.choose(c.chosen - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		c.take(c.chosen)
	case fyne.KeyEscape:
		if !c.takeBack(f) {
			_, c.left, _ = c.stroke(f)
			c.Close()
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		c.Close()
		return false
	default:
		return false
	}
	return true
}

func (c *Completer) choose(i int) {
	c.chosen = (i + len(c.items)) % len(c.items)
	c.show()
}

// take puts an item in the place of the stroke and what was typed after it.
func (c *Completer) take(i int) {
	f, item, start := c.field, c.items[i], c.start
	c.asked = nil
	c.Close()
	caret := f.CursorTextOffset()
	if item.Before != nil {
		item.Before()
	}
	f.Select(start, caret)
	f.Replace(item.Insert)
}

// IsOpen reports whether a list is shown.
func (c *Completer) IsOpen() bool { return c.box != nil }

// Close takes the list away.
func (c *Completer) Close() {
	c.field, c.items = nil, nil
	if c.box != nil {
		c.box.layer.Remove(c.box.view)
		c.box = nil
	}
}

// show draws the list under the caret, or over it where there is no room.
func (c *Completer) show() {
	if c.box != nil {
		c.box.layer.Remove(c.box.view)
		c.box = nil
	}
	driver := fyne.CurrentApp().Driver()
	over := driver.CanvasForObject(c.field)
	if over == nil {
		return
	}
	layer := widgets.LayerOver(over)
	if layer == nil {
		return
	}
	c.box = c.draw()
	c.box.layer = layer
	at := driver.AbsolutePositionForObject(c.field).Add(c.field.CaretPosition())
	line := fyne.MeasureText("字", fynetheme.Size(fynetheme.SizeNameText), fyne.TextStyle{}).Height
	size := c.box.size
	room := over.Size()
	x := fyne.Max(4, fyne.Min(at.X, room.Width-size.Width-4))
	y := at.Y + line + 4
	if y+size.Height > room.Height-4 {
		y = at.Y - size.Height - 4
	}
	c.box.view.Resize(size)
	c.box.view.Move(fyne.NewPos(x, fyne.Max(4, y)).Subtract(driver.AbsolutePositionForObject(layer)))
	layer.Add(c.box.view)
}

type box struct {
	view  fyne.CanvasObject
	size  fyne.Size
	layer *fyne.Container // in which it lies
}

func (c *Completer) draw() *box {
	const width, pad = 340, 4
	ground := widgets.NewGround(fynetheme.ColorNameMenuBackground)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(theme.Line), 1, 8
	shadow := canvas.NewRectangle(theme.Color(fynetheme.ColorNameShadow))
	shadow.CornerRadius = 8
	objects := []fyne.CanvasObject{shadow, ground}
	rows := make([]fyne.CanvasObject, len(c.items))
	for i, item := range c.items {
		label := widgets.NewProse(item.Label)
		label.MaxLines = 1
		detail := widgets.NewNote(item.Detail, theme.Muted, 1)
		card := widgets.NewRowCard(widgets.NewArranged(100, func(w, _ float32, place widgets.Place) float32 {
			lh, dh := label.MinSize().Height, detail.MinSize().Height
			lw := fyne.Min(label.Natural()+2, w*0.62)
			place(label, 0, 0, lw, lh)
			place(detail, lw+10, (lh-dh)/2+1, fyne.Max(0, w-lw-10), dh)
			return lh
		}, label, detail), 5)
		card.SetSelected(i == c.chosen)
		card.OnTapped = func() { c.take(i) }
		rows[i] = card
		objects = append(objects, card)
	}
	height := float32(2 * pad)
	for _, r := range rows {
		height += widgets.HeightFor(r, width-2*pad)
	}
	view := widgets.NewArranged(width, func(w, h float32, place widgets.Place) float32 {
		place(shadow, 1, 2, w, height+1)
		place(ground, 0, 0, w, height)
		y := float32(pad)
		for _, r := range rows {
			rh := widgets.HeightFor(r, w-2*pad)
			place(r, pad, y, w-2*pad, rh)
			y += rh
		}
		return height
	}, objects...)
	return &box{view: view, size: fyne.NewSize(width, height)}
}
