package preview

import (
	"strconv"

	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// stripWidth is the width of the strip of thumbnails.
const stripWidth = 92

// showThumbs shows the pages in the strip, if it is to be seen.
func (v *Pages) showThumbs() {
	if !v.choice.Thumbnails || v.doc == nil {
		return
	}
	rows := v.rows(v.thumb)
	for i := range rows {
		estimate := rows[i].Estimate
		rows[i].Estimate = func(width float32) float32 { return estimate(width) + 18 }
	}
	v.thumbs.SetRows(rows)
	for i, s := range v.small {
		v.draw(i, s)
	}
}

// thumb builds a small page with its number under it.
func (v *Pages) thumb(i int, ratio float32) fyne.CanvasObject {
	s := &sheet{Sheet: widgets.NewSheet(ratio)}
	v.small[i] = s
	s.OnSized = func() { v.draw(i, s) }
	s.OnTapped = func(float32, float32) { v.GoToPage(i) }
	s.SetFramed(v.bar.top == i+1)
	number := canvas.NewText(strconv.Itoa(i+1), theme.Color(theme.Muted))
	number.TextSize, number.Alignment = 10.5, fyne.TextAlignCenter
	return widgets.NewArranged(40, func(width, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(s.Sheet, width)
		place(s.Sheet, 0, 0, width, h)
		place(number, 0, h+2, width, 14)
		return h + 18
	}, s.Sheet, number)
}

// markThumb frames the thumbnail of the page in view.
func (v *Pages) markThumb() {
	for i, s := range v.small {
		s.SetFramed(v.bar.top == i+1)
	}
	if !v.choice.Thumbnails || v.doc == nil || v.bar.top < 1 || v.bar.top > len(v.doc.Pages) {
		return
	}
	p := &v.doc.Pages[v.bar.top-1]
	if top, h, ok := v.thumbs.Bounds(pageKey(v.bar.top-1, float32(p.Height/p.Width))); ok {
		v.thumbs.RevealSpan(top-8, top+h+8)
	}
}
