package widgets

import (
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Text is a field that is typed into. Offsets are in runes.
type Text interface {
	fyne.Focusable
	fyne.CanvasObject
	// Typed returns what is written in it.
	Typed() string
	// CursorTextOffset returns where the caret is.
	CursorTextOffset() int
	// CaretPosition returns where the caret stands, from the top left.
	CaretPosition() fyne.Position
	// Select selects from one offset to another.
	Select(start, end int)
	// Replace puts a text in the place of what is selected, as typing does.
	Replace(text string)
	// In returns the language that it is written in; empty if it has none.
	In() language.Language
}

// A Completing offers what a text can be completed by while it is typed.
type Completing interface {
	// Look looks at a text that was just typed into.
	Look(Text)
	// Key does what a key does in what is offered; false leaves it to the text.
	Key(Text, fyne.KeyName) bool
	// Offers reports whether something is offered for a text now.
	Offers(Text) bool
	// Leave is told that a text has lost the focus.
	Leave(Text)
}

// A Root is all that a window shows, under a layer for what is offered while
// a text is typed. Every text of the window asks it, wherever it stands.
type Root struct {
	widget.BaseWidget
	content fyne.CanvasObject
	layer   *fyne.Container
	offers  Completing
}

// NewRoot returns a root; offers may be nil.
func NewRoot(content fyne.CanvasObject, offers Completing) *Root {
	r := &Root{content: content, layer: &fyne.Container{}, offers: offers}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *Root) CreateRenderer() fyne.WidgetRenderer { return &rootRenderer{r} }

type rootRenderer struct{ r *Root }

func (r *rootRenderer) Layout(size fyne.Size) {
	r.r.content.Resize(size)
	r.r.layer.Resize(size)
}

func (r *rootRenderer) MinSize() fyne.Size { return r.r.content.MinSize() }
func (r *rootRenderer) Refresh()           { r.r.content.Refresh() }
func (r *rootRenderer) Destroy()           {}

func (r *rootRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.r.content, r.r.layer}
}

// LayerOver returns what lies over everything else that a text can stand in:
// the dialog at the top, or else the window; nil if there is no such place. It
// takes objects at places of their own.
func LayerOver(c fyne.Canvas) *fyne.Container {
	switch top := c.Overlays().Top().(type) {
	case nil:
		if r, ok := c.Content().(*Root); ok {
			return r.layer
		}
	case *sheetOver:
		return top.layer
	}
	return nil
}

// offered returns what a text is completed by in its window, or nil.
func offered(t Text) Completing {
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if c == nil {
		return nil
	}
	if r, ok := c.Content().(*Root); ok {
		return r.offers
	}
	return nil
}

// A tongue is what is the same in all fields: in which language they are
// written, and whether they are completed.
type tongue struct {
	// Language is the one that it is written in, if it has one.
	Language language.Language
	// Exact keeps it from being completed, as a path.
	Exact bool
}

// In returns the language that it is written in; empty if it has none.
func (t *tongue) In() language.Language { return t.Language }

// look has a text completed after it was typed into.
func (t *tongue) look(in Text) {
	if o := offered(in); o != nil && !t.Exact {
		o.Look(in)
	}
}

// takes reports whether a key was for what is offered.
func (t *tongue) takes(in Text, k fyne.KeyName) bool {
	if t.Exact {
		return false
	}
	o := offered(in)
	return o != nil && o.Key(in, k)
}

// offers reports whether something is offered for the text now: keys that
// would lead out of it are for that.
func (t *tongue) offers(in Text) bool {
	o := offered(in)
	return o != nil && o.Offers(in)
}

// left tells that a text has lost the focus.
func (t *tongue) left(in Text) {
	if o := offered(in); o != nil {
		o.Leave(in)
	}
}
