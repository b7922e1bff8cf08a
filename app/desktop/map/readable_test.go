package argumentmap

import (
	"strings"
	"testing"

	"celun/app/desktop/widgets"
	"celun/app/figure"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// ofSample are the arguments that a brief on all four challenges is made of.
func ofSample(t testing.TB) Input {
	in := Input{Library: builtIn(t), Used: map[string]bool{"Q1": true}}
	for _, e := range in.Library.All() {
		if strings.HasPrefix(e.ID, "C") && len(e.ID) == 2 || strings.HasPrefix(e.ID, "M") && !strings.HasSuffix(e.ID, ".4") {
			in.Used[e.ID] = true
		}
	}
	return in
}

// shownTitles checks that every node in view shows its whole title, and
// returns the sizes in which they are set.
func (s *stage) shownTitles(t *testing.T) map[float32]bool {
	t.Helper()
	sizes := map[float32]bool{}
	for i, n := range s.canvas.nodes {
		e := s.canvas.graph.nodes[i].entry
		if want := s.canvas.graph.title(e, s.Language); n.title.Text != want {
			t.Errorf("%s shows %q", e.ID, n.title.Text)
		}
		sizes[n.title.TextSize] = true
		height := float32(0)
		for _, p := range []*widgets.Prose{n.title, n.twin} {
			if p == nil {
				continue
			}
			height += p.HeightFor(p.Size().Width)
			for _, o := range test.WidgetRenderer(p).Objects() {
				if c, ok := o.(interface{ MinSize() fyne.Size }); ok && c.MinSize().Width > p.Size().Width+1 {
					t.Errorf("%s: %q runs out of its node", e.ID, p.Text)
				}
			}
		}
		if room := n.ground.Size().Height; height > room {
			t.Errorf("%s: its texts are %g high in %g", e.ID, height, room)
		}
	}
	return sizes
}

// In a pane of a small screen a map starts so that it can be read: whole titles
// in one size, none out at the side.
func TestAMapStartsReadable(t *testing.T) {
	for _, l := range language.Both() {
		for _, size := range []fyne.Size{{Width: 428, Height: 600}, {Width: 700, Height: 600}, {Width: 1360, Height: 620}} {
			s := shownIn(t, l, ofSample(t), Choice{}, size)
			sizes := s.shownTitles(t)
			if len(sizes) != 1 {
				t.Errorf("%s, %v: titles in the sizes %v", l, size, sizes)
			}
			for text := range sizes {
				if text < 11 {
					t.Errorf("%s, %v: titles are of %g", l, size, text)
				}
			}
			if w := float32(s.canvas.graph.size.Width) * s.canvas.zoom; w > size.Width {
				t.Errorf("%s: the map is %g wide in %g", l, w, size.Width)
			}
		}
	}
}

// At every zoom titles are whole and of one size, or they are ids.
func TestTitlesAreWholeAtEveryZoom(t *testing.T) {
	s := shownIn(t, language.EN, ofSample(t), Choice{}, fyne.NewSize(1360, 620))
	for _, z := range zooms {
		s.canvas.zoomTo(z)
		for i, n := range s.canvas.nodes {
			if n.mark == nil && n.title.Text != s.canvas.graph.nodes[i].entry.ID {
				t.Errorf("%g: %q", z, n.title.Text)
			}
		}
		if s.canvas.nodes != nil && floor(float32(s.canvas.graph.text)*z) >= smallText {
			if sizes := s.shownTitles(t); len(sizes) > 1 {
				t.Errorf("%g: titles in the sizes %v", z, sizes)
			}
		}
	}
}

// In a pane of another shape the map is laid out for that, and shown so.
func TestAMapIsLaidOutForItsPane(t *testing.T) {
	s := shownIn(t, language.ZH, ofSample(t), Choice{}, fyne.NewSize(428, 600))
	narrow := s.canvas.graph.size
	wide := draw(s.input, Choice{}, language.ZH, figure.Box{Width: 1330, Height: 590})
	s.show(wide)
	if s.canvas.graph.size == narrow {
		t.Error("the map for a wide pane is not shown")
	}
}

// Where the whole has no room, what is shown first holds a challenge.
func TestAMapBeginsWithAChallenge(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 300, Height: 300}, {Width: 428, Height: 400}} {
		s := shownIn(t, language.EN, ofSample(t), Choice{Whole: true, Evidence: true}, size)
		at := s.canvas.at(s.canvas.graph.centre(s.canvas.graph.uppermost()))
		if at.Y < 0 || at.Y > s.canvas.Size().Height {
			t.Errorf("%v: the first challenge stands at %v", size, at)
		}
	}
}
