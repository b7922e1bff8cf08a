// Package argumentmap is the pane of the argument map: the arguments of the
// brief or of the whole library, with the links between them, to be looked
// over, opened and linked.
//
//	p := argumentmap.New(argumentmap.Params{Language: language.ZH, Post: post, OnOpen: open, OnLink: ask}, argumentmap.Choice{})
//	p.Update(argumentmap.Input{Library: lib, Used: used})
//	window.SetContent(p.View())
//
// What is shown is laid out beside the main thread, and only what is in view is
// built. Kinds are told apart by their marks and outlines as well as by colour;
// a challenge that nothing answers has a double outline and says so.
package argumentmap

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/figure"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
)

// Params are what the map needs from the window.
type Params struct {
	Language language.Language // of the interface
	// Post has a function called on the main thread.
	Post func(func())
	// OnOpen is told of a click on an argument: go to its block or its card.
	OnOpen func(*library.Entry)
	// OnDetails is told that an argument is to be shown whole.
	OnDetails func(*library.Entry)
	// OnLink is told that one argument was drawn to another.
	OnLink func(from, to *library.Entry)
	// OnChose is told of a choice in the pane.
	OnChose func(Choice)
	// OnHint is told what can be done with what is under the pointer; an empty
	// text when it left.
	OnHint func(string)
}

// A Pane shows the map of arguments.
type Pane struct {
	Params
	choice Choice
	input  Input
	shown  bool
	late   bool // the input changed while the pane was not shown
	turn   int  // number of the last layout that was asked for
	drawn  int  // number of the one that is shown

	canvas       *view
	scope, focus *widgets.Button
	evidence     *widgets.Chip
	open         *widgets.Button
	zoom         *widgets.Button
	none         *widgets.Prose
	openAt       int
	view         fyne.CanvasObject
}

// New returns a map without arguments.
func New(p Params, c Choice) *Pane {
	v := &Pane{Params: p, choice: c}
	v.canvas = newView(v)
	v.scope = widgets.NewMenuButton(widgets.Flat, " ", v.scopeMenu)
	v.focus = widgets.NewMenuButton(widgets.Flat, " ", v.focusMenu)
	v.evidence = widgets.NewChip(catalogue.MapEvidence.In(p.Language), c.Evidence, func(on bool) {
		c := v.choice
		c.Evidence = on
		v.Choose(c)
	})
	v.open = widgets.NewButton(widgets.Flat, " ", icon.Warning, v.nextOpen)
	v.zoom = widgets.NewMenuButton(widgets.Flat, "100%", v.zoomMenu)
	v.none = widgets.NewNote("", theme.Muted, 0)
	v.none.Align = fyne.TextAlignCenter
	head := widgets.NewInset(widgets.NewWrap(2, v.scope, v.focus, v.evidence, v.open), 4, 6, 4, 4)
	foot := widgets.NewLine(2, -1,
		widgets.NewGlyph(icon.ZoomOut, func() { v.canvas.step(-1) }), v.zoom,
		widgets.NewGlyph(icon.ZoomIn, func() { v.canvas.step(1) }),
		widgets.NewGlyph(icon.FullScreen, func() { v.canvas.fit() }))
	legend := v.legend()
	ground, pane, line, under := widgets.NewGround(theme.Desk), widgets.NewGround(theme.Pane), widgets.NewHairline(), widgets.NewHairline()
	v.view = widgets.NewArranged(220, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, width)
		m := foot.MinSize()
		bottom := m.Height + 8
		room := fyne.Max(120, height-h-bottom-2)
		place(pane, 0, 0, width, height)
		place(head, 0, 0, width, h)
		place(line, 0, h, width, 1)
		place(ground, 0, h+1, width, room)
		place(v.canvas, 0, h+1, width, room)
		place(v.none, 24, h+1+room/2-20, width-48, widgets.HeightFor(v.none, width-48))
		place(under, 0, h+1+room, width, 1)
		place(foot, width-m.Width-8, h+room+6, m.Width, m.Height)
		place(legend, 12, h+room+6+(m.Height-16)/2, fyne.Max(0, width-m.Width-28), 16)
		return fyne.Max(height, h+bottom+122)
	}, pane, head, line, ground, v.canvas, v.none, under, legend, foot)
	v.label()
	return v
}

// View returns what the window shows.
func (v *Pane) View() fyne.CanvasObject { return v.view }

// Choice returns what the user chose.
func (v *Pane) Choice() Choice { return v.choice }

// Focus puts the keyboard of a canvas on the map. A map that was never drawn
// does not know its canvas.
func (v *Pane) Focus(c fyne.Canvas) { c.Focus(v.canvas) }

// SetShown tells whether the pane is the one in front. A map that is not seen
// is not laid out.
func (v *Pane) SetShown(on bool) {
	v.shown = on
	if on && v.late {
		v.layout()
	}
}

// Update shows the arguments anew. One that changes nothing, such as after a
// key in a text, costs nothing.
func (v *Pane) Update(in Input) {
	if in.Library == v.input.Library && maps.Equal(in.Used, v.input.Used) && maps.Equal(in.Raised, v.input.Raised) && maps.Equal(in.Stray, v.input.Stray) {
		return
	}
	v.input, v.late = in, true
	if v.shown {
		v.layout()
	}
}

// Choose shows another choice of the arguments.
func (v *Pane) Choose(c Choice) {
	if c == v.choice {
		return
	}
	v.choice = c
	v.evidence.SetOn(c.Evidence)
	v.label()
	if v.OnChose != nil {
		v.OnChose(c)
	}
	v.layout()
	v.canvas.takeFocus()
}

// patience is how long a user waits before he is told that the map is being
// laid out.
const patience = 400 * time.Millisecond

// layout lays the map out beside the main thread; only the last that was asked
// for is shown.
func (v *Pane) layout() {
	v.late = false
	v.turn++
	turn, in, c, l := v.turn, v.input, v.choice, v.Language
	size := v.canvas.Size()
	v.canvas.laidOut = size
	room := figure.Box{Width: float64(size.Width) - 2*margin, Height: float64(size.Height) - 2*margin}
	go func() {
		late := time.AfterFunc(patience, func() {
			v.Post(func() {
				if turn == v.turn && v.drawn < turn {
					v.none.SetText(catalogue.MapWorking.In(l))
				}
			})
		})
		g := draw(in, c, l, room)
		late.Stop()
		v.Post(func() {
			if turn == v.turn {
				v.drawn = turn
				v.show(g)
			}
		})
	}()
}

func (v *Pane) show(g *graph) {
	v.canvas.setGraph(g)
	v.none.SetText("")
	if len(g.nodes) == 0 {
		v.none.SetText(catalogue.MapEmpty.In(v.Language))
	}
	v.label()
}

// label writes what is chosen on the buttons.
func (v *Pane) label() {
	l := v.Language
	v.scope.SetText(catalogue.MapOfBrief.In(l))
	if v.choice.Whole {
		v.scope.SetText(catalogue.MapOfLibrary.In(l))
	}
	v.focus.SetText(catalogue.MapAllChallenges.In(l))
	if e, ok := v.get(v.choice.Focus); ok {
		v.focus.SetText(short(e.ID+" "+e.Title.In(l), l))
	}
	open, stray := 0, 0
	if g := v.canvas.graph; g != nil {
		open, stray = len(g.open), len(g.stray)
	}
	text := catalogue.MapNoneOpen.In(l)
	switch {
	case open > 0 && stray > 0:
		text = fmt.Sprintf(catalogue.MapOpen.In(l), open) + " · " + fmt.Sprintf(catalogue.MapStrays.In(l), stray)
	case open > 0:
		text = fmt.Sprintf(catalogue.MapOpen.In(l), open)
	case stray > 0:
		text = fmt.Sprintf(catalogue.MapStrays.In(l), stray)
	}
	mark := icon.Warning
	if open+stray == 0 {
		mark = icon.Tick
	}
	v.open.SetIcon(mark)
	v.open.SetText(text)
	v.open.SetEnabled(open+stray > 0)
	v.view.Refresh()
}

// short cuts a title for a button.
func short(s string, l language.Language) string {
	most := 13
	if l == language.EN {
		most = 26
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

func (v *Pane) get(id string) (*library.Entry, bool) {
	if id == "" || v.input.Library == nil {
		return nil, false
	}
	return v.input.Library.Get(id)
}

func (v *Pane) scopeMenu() *fyne.Menu {
	item := func(name language.Text, whole bool) *fyne.MenuItem {
		i := fyne.NewMenuItem(name.In(v.Language), func() {
			c := v.choice
			c.Whole = whole
			v.Choose(c)
		})
		i.Checked = v.choice.Whole == whole
		return i
	}
	return fyne.NewMenu("", item(catalogue.MapOfBrief, false), item(catalogue.MapOfLibrary, true))
}

func (v *Pane) focusMenu() *fyne.Menu {
	item := func(name, id string) *fyne.MenuItem {
		i := fyne.NewMenuItem(name, func() {
			c := v.choice
			c.Focus = id
			v.Choose(c)
		})
		i.Checked = v.choice.Focus == id
		return i
	}
	m := fyne.NewMenu("", item(catalogue.MapAllChallenges.In(v.Language), ""))
	if v.input.Library != nil {
		for _, e := range v.input.Library.OfKind(argument.Challenge) {
			if v.choice.Whole || v.input.Used[e.ID] || v.input.Raised[e.ID] {
				m.Items = append(m.Items, item(e.ID+"  "+e.Title.In(v.Language), e.ID))
			}
		}
	}
	return m
}

func (v *Pane) zoomMenu() *fyne.Menu {
	m := fyne.NewMenu("", fyne.NewMenuItem(catalogue.MapFit.In(v.Language), v.canvas.fit))
	for _, z := range zooms {
		m.Items = append(m.Items, fyne.NewMenuItem(percent(z), func() { v.canvas.zoomTo(z) }))
	}
	return m
}

func percent(z float32) string { return fmt.Sprintf("%.0f%%", z*100) }

// nextOpen goes to the next challenge that nothing answers, or countermeasure
// under another challenge.
func (v *Pane) nextOpen() {
	g := v.canvas.graph
	if g == nil || len(g.open)+len(g.stray) == 0 {
		return
	}
	all := append(slices.Clone(g.open), g.stray...)
	v.openAt = (v.openAt + 1) % len(all)
	v.canvas.choose(all[v.openAt])
	v.canvas.reveal(all[v.openAt])
	v.canvas.takeFocus()
	v.canvas.tell()
}

// legend says what the marks mean.
func (v *Pane) legend() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, k := range []struct {
		shape widgets.Shape
		kind  argument.Kind
	}{
		{widgets.Hatched, argument.Challenge}, {widgets.Filled, argument.Countermeasure}, {widgets.Hollow, argument.EvidenceKind}, {widgets.Round, argument.Conclusion},
	} {
		name := widgets.NewNote(k.kind.Name().In(v.Language), theme.Muted, 1)
		parts = append(parts, widgets.NewMark(k.shape), name)
	}
	return widgets.NewArranged(0, func(width, height float32, place widgets.Place) float32 {
		x := float32(0)
		for i := 0; i+1 < len(parts); i += 2 {
			name := parts[i+1].(*widgets.Prose)
			n := name.Natural() + 2
			if x+15+n > width { // what has no room is left out whole
				n = 0
			}
			if n == 0 {
				place(parts[i], 0, 0, 0, 0)
				place(name, 0, 0, 0, 0)
				parts[i].Hide()
				name.Hide()
				continue
			}
			parts[i].Show()
			name.Show()
			h := name.MinSize().Height
			place(parts[i], x, (height-10)/2, 10, 10)
			place(name, x+14, (height-h)/2, n, h)
			x += 14 + n + 12
		}
		return 16
	}, parts...)
}
