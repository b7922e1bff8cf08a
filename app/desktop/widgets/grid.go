package widgets

import (
	"math"

	"fyne.io/fyne/v2"
)

// NewGrid returns objects in columns of equal width, each at least least wide
// and at most most, gap apart; a row is as high as its highest.
func NewGrid(least, most, gap float32, objects ...fyne.CanvasObject) *Arranged {
	return newGrid(least, most, gap, false, objects)
}

// NewBalancedGrid returns a grid with no more columns than its rows fill: four
// objects stand two by two rather than three and one.
func NewBalancedGrid(least, most, gap float32, objects ...fyne.CanvasObject) *Arranged {
	return newGrid(least, most, gap, true, objects)
}

func newGrid(least, most, gap float32, balanced bool, objects []fyne.CanvasObject) *Arranged {
	return NewArranged(least, func(width, _ float32, place Place) float32 {
		columns := max(1, int((width+gap)/(least+gap)))
		if balanced && len(objects) > 0 {
			rows := (len(objects) + columns - 1) / columns
			columns = (len(objects) + rows - 1) / rows
		}
		pitch := fyne.Min(most+gap, (width+gap)/float32(columns))
		// Edges stand on whole points, where a hairline is sharp.
		edge := func(column int) float32 { return float32(math.Floor(float64(pitch * float32(column)))) }
		y := float32(0)
		for i := 0; i < len(objects); i += columns {
			row := objects[i:min(i+columns, len(objects))]
			tallest := float32(0)
			for j, o := range row {
				tallest = fyne.Max(tallest, HeightFor(o, edge(j+1)-edge(j)-gap))
			}
			for j, o := range row {
				place(o, edge(j), y, edge(j+1)-edge(j)-gap, tallest)
			}
			y += tallest
			if i+columns < len(objects) {
				y += gap
			}
		}
		return y
	}, objects...)
}
