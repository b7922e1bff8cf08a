package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Meter shows a count against its limits: a number and a bar that turns
// amber over the soft limit and red over the hard one.
type Meter struct {
	widget.BaseWidget
	text       *canvas.Text
	rail, fill *canvas.Rectangle
	share      float32
	colour     fyne.ThemeColorName
	limited    bool
}

// NewMeter returns an empty meter.
func NewMeter() *Meter {
	m := &Meter{text: canvas.NewText("", color.Transparent), rail: canvas.NewRectangle(color.Transparent), fill: canvas.NewRectangle(color.Transparent)}
	m.text.TextSize = 11.5
	m.rail.CornerRadius, m.fill.CornerRadius = 2.5, 2.5
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a text for the count and the bar for count of soft; hard is the
// limit not to pass. Zero limits show no bar.
func (m *Meter) Set(text string, count, soft, hard int) {
	limit := soft
	if limit == 0 {
		limit = hard
	}
	m.text.Text = text
	m.limited = limit > 0
	m.share, m.colour = 0, fynetheme.ColorNamePrimary
	if m.limited {
		m.share = min(1, float32(count)/float32(limit))
	}
	switch {
	case hard > 0 && count > hard:
		m.colour = theme.Red
	case soft > 0 && count > soft:
		m.colour = theme.Amber
	}
	m.Refresh()
}

// CreateRenderer is for Fyne.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer { return &meterRenderer{m} }

type meterRenderer struct{ m *Meter }

const railWidth = 44

func (r *meterRenderer) Layout(size fyne.Size) {
	m := r.m
	t := m.text.MinSize()
	m.text.Resize(t)
	m.text.Move(fyne.NewPos(0, (size.Height-t.Height)/2))
	y := (size.Height - 5) / 2
	m.rail.Move(fyne.NewPos(t.Width+8, y))
	m.rail.Resize(fyne.NewSize(railWidth, 5))
	m.fill.Move(fyne.NewPos(t.Width+8, y))
	m.fill.Resize(fyne.NewSize(railWidth*m.share, 5))
}

func (r *meterRenderer) MinSize() fyne.Size {
	t := r.m.text.MinSize()
	if r.m.limited {
		t.Width += 8 + railWidth
	}
	return t
}

func (r *meterRenderer) Refresh() {
	m := r.m
	m.text.Color = colorOf(theme.Muted)
	if m.colour != fynetheme.ColorNamePrimary {
		m.text.Color = colorOf(m.colour)
	}
	m.rail.FillColor, m.rail.StrokeColor, m.rail.StrokeWidth = colorOf(theme.Rail), colorOf(theme.Line), 1
	m.fill.FillColor = colorOf(m.colour)
	m.rail.Hidden, m.fill.Hidden = !m.limited, !m.limited || m.share == 0
	r.Layout(m.Size())
	canvas.Refresh(m)
}

func (r *meterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.text, r.m.rail, r.m.fill}
}

func (r *meterRenderer) Destroy() {}
