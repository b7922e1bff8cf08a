package widgets

import "fyne.io/fyne/v2"

// NewFooted returns a scroller with something under it that is always in view,
// as high as both need, but no higher than most.
func NewFooted(scroller *Scroller, foot fyne.CanvasObject, most float32) *Arranged {
	return NewArranged(300, func(width, height float32, place Place) float32 {
		under := HeightFor(foot, width)
		if under > 0 {
			under += 8
		}
		need := fyne.Min(most, HeightFor(scroller.flow.content, width)+under)
		h := fyne.Max(need, height)
		place(scroller, 0, 0, width+margin, fyne.Max(0, h-under))
		place(foot, 0, h-under+8, width, fyne.Max(0, under-8))
		return need
	}, scroller, foot)
}
