package raster

import (
	"image"
	"math"
	"os"
	"testing"

	"celun/app/figure"
	"celun/app/typeset"
)

func outline(points ...float64) []figure.Segment {
	var path []figure.Segment
	for i := 0; i < len(points); i += 2 {
		verb := figure.Line
		if i == 0 {
			verb = figure.Move
		}
		path = append(path, figure.Segment{Verb: verb, To: figure.Point{X: points[i], Y: points[i+1]}})
	}
	return path
}

var black = &figure.Color{}

// The ink of an outline is its area.
func TestPathsCoverTheirArea(t *testing.T) {
	closed := append(outline(20, 20, 60, 20, 60, 60, 20, 60), figure.Segment{Verb: figure.Close})
	for name, c := range map[string]struct {
		shape figure.Shape
		area  float64 // of 100 × 100
	}{
		"filled square":     {figure.Shape{Path: closed, Fill: black}, 1600},
		"stroked square":    {figure.Shape{Path: closed, Stroke: black, Width: 4}, 4 * 40 * 4}, // its mitres are whole
		"open corner":       {figure.Shape{Path: outline(20, 20, 60, 20, 60, 60), Stroke: black, Width: 4}, 2*40*4 + 4 - 4 + 4},
		"dashed line":       {figure.Shape{Path: outline(10, 50, 90, 50), Stroke: black, Width: 4, Dash: []float64{5, 5}}, 160},
		"dashed at corners": {figure.Shape{Path: outline(10, 50, 50, 50, 50, 90), Stroke: black, Width: 2, Dash: []float64{8, 8}}, 80},
		"disc": {figure.Shape{Path: []figure.Segment{
			{Verb: figure.Move, To: figure.Point{X: 80, Y: 50}},
			{Verb: figure.Curve, From: figure.Point{X: 80, Y: 66.57}, At: figure.Point{X: 66.57, Y: 80}, To: figure.Point{X: 50, Y: 80}},
			{Verb: figure.Curve, From: figure.Point{X: 33.43, Y: 80}, At: figure.Point{X: 20, Y: 66.57}, To: figure.Point{X: 20, Y: 50}},
			{Verb: figure.Curve, From: figure.Point{X: 20, Y: 33.43}, At: figure.Point{X: 33.43, Y: 20}, To: figure.Point{X: 50, Y: 20}},
			{Verb: figure.Curve, From: figure.Point{X: 66.57, Y: 20}, At: figure.Point{X: 80, Y: 33.43}, To: figure.Point{X: 80, Y: 50}},
		}, Fill: black}, math.Pi * 900},
	} {
		page := &typeset.Page{Number: 1, Width: 100, Height: 100, Items: []typeset.Item{{Kind: typeset.PathItem, Shape: &c.shape}}}
		img, err := NewDrawer(testFaces()).Page(t.Context(), page, Options{Scale: 2})
		if err != nil {
			t.Fatal(err)
		}
		ink := 0.0
		for i := 0; i < len(img.Pix); i += 4 {
			ink += 1 - float64(img.Pix[i])/255
		}
		if ink /= 4; math.Abs(ink-c.area) > 0.03*c.area+2 {
			t.Errorf("%s: %.0f, want %.0f", name, ink, c.area)
		}
	}
}

// Outlines that reach far outside, or nowhere, neither panic nor take long.
func TestPathsFarOutside(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e12, -1e5} {
		for _, dash := range [][]float64{nil, {0.3, 0.3}, {0, 0}, {math.NaN()}} {
			page := &typeset.Page{Number: 1, Width: 50, Height: 50, Items: []typeset.Item{{
				Kind: typeset.PathItem, Shape: &figure.Shape{Path: outline(10, 10, v, 20, 20, v), Fill: black, Stroke: black, Width: 2, Dash: dash},
			}}}
			if _, err := NewDrawer(testFaces()).Page(t.Context(), page, Options{Scale: 1}); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestPicturesStandInTheirBox(t *testing.T) {
	data, err := os.ReadFile("../typeset/testdata/specimen-logo.png")
	if err != nil {
		t.Fatal(err)
	}
	p := &typeset.Picture{Name: "a", Format: "png", Data: data, Width: 96, Height: 96}
	page := &typeset.Page{Number: 1, Width: 100, Height: 100, Items: []typeset.Item{{Kind: typeset.PictureItem, X: 20, Y: 30, Width: 40, Height: 40, Picture: p}}}
	d := NewDrawer(testFaces())
	whole, err := d.Page(t.Context(), page, Options{Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	if whole.RGBAAt(2*40, 2*33).R > 0x80 { // the top of its disc
		t.Error("nothing is drawn in the box")
	}
	for _, at := range []image.Point{{2 * 10, 2 * 50}, {2 * 70, 2 * 50}, {2 * 40, 2 * 20}, {2 * 21, 2 * 31}} {
		if whole.RGBAAt(at.X, at.Y).R < 0xf0 {
			t.Errorf("ink at %v", at)
		}
	}
	part, err := d.Page(t.Context(), page, Options{Scale: 2, Clip: image.Rect(60, 60, 100, 100)})
	if err != nil {
		t.Fatal(err)
	}
	for y := range 40 {
		for x := range 40 {
			if part.RGBAAt(x, y) != whole.RGBAAt(60+x, 60+y) {
				t.Fatalf("the part differs from the whole at %d, %d", x, y)
			}
		}
	}
	p.Width = 30000 // says what it is not
	if _, err := NewDrawer(testFaces()).Page(t.Context(), page, Options{Scale: 2}); err != nil {
		t.Error(err)
	}
}
