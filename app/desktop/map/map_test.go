package argumentmap

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"celun/app/argument"
	"celun/app/desktop/theme"
	"celun/app/figure"
	"celun/app/language"
	"celun/app/library"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func builtIn(t testing.TB) *library.Library {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "packs", "digital-diplomacy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read("digital-diplomacy.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return library.New(p)
}

func ids(g *graph) []string {
	var out []string
	for i := range g.nodes {
		out = append(out, g.nodes[i].entry.ID)
	}
	return out
}

var room = figure.Box{Width: 400, Height: 500}

func TestWhatIsOnTheMap(t *testing.T) {
	lib := builtIn(t)
	in := Input{Library: lib, Used: map[string]bool{"M1": true, "C1": true, "E13": true, "E17": true}, Raised: map[string]bool{"C2": true}}
	for _, c := range []struct {
		choice Choice
		want   []string
		open   []string
	}{
		{Choice{}, []string{"C1", "C2", "M1"}, []string{"C1"}},
		{Choice{Evidence: true}, []string{"E13", "E17", "C1", "C2", "M1"}, []string{"C1"}}, // evidence is no answer
		{Choice{Focus: "C2"}, []string{"C2", "M1"}, nil},
		{Choice{Focus: "C4"}, []string{"C1", "C2", "M1"}, []string{"C1"}}, // not on the map
		{Choice{Whole: true, Focus: "C3"}, []string{"Q1", "C3", "M1", "M2", "M2.1", "M6"}, nil},
	} {
		g := draw(in, c.choice, language.ZH, room)
		got := ids(g)
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.choice, got, c.want)
		}
		var open []string
		for _, i := range g.open {
			open = append(open, g.nodes[i].entry.ID)
		}
		if !slices.Equal(open, c.open) {
			t.Errorf("%+v: open are %q, want %q", c.choice, open, c.open)
		}
	}
	all := draw(in, Choice{Whole: true, Evidence: true}, language.EN, room)
	if len(all.nodes) != len(lib.All()) {
		t.Errorf("%d of %d arguments", len(all.nodes), len(lib.All()))
	}
	for i := range all.nodes {
		for j := range i {
			p, q, b, c := all.places[i], all.places[j], all.boxes[i], all.boxes[j]
			if p.X < q.X+c.Width && q.X < p.X+b.Width && p.Y < q.Y+c.Height && q.Y < p.Y+b.Height {
				t.Errorf("%s and %s overlap", all.nodes[i].entry.ID, all.nodes[j].entry.ID)
			}
		}
	}
}

// A stage is a map in a window of the test driver, with what it reported.
type stage struct {
	*Pane
	window                    fyne.Window
	opened, details, from, to string
}

func shown(t testing.TB, in Input, c Choice, size fyne.Size) *stage {
	t.Helper()
	return shownIn(t, language.ZH, in, c, size)
}

func shownIn(t testing.TB, l language.Language, in Input, c Choice, size fyne.Size) *stage {
	t.Helper()
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	s := &stage{}
	done := make(chan func(), 8)
	s.Pane = New(Params{
		Language: l, Post: func(f func()) { done <- f },
		OnOpen:    func(e *library.Entry) { s.opened = e.ID },
		OnDetails: func(e *library.Entry) { s.details = e.ID },
		OnLink:    func(from, to *library.Entry) { s.from, s.to = from.ID, to.ID },
	}, c)
	s.window = test.NewTempWindow(t, s.View())
	s.window.Resize(size)
	s.SetShown(true)
	s.Update(in)
	for s.drawn < s.turn { // a slow machine says first that it is at it
		select {
		case f := <-done:
			f()
		case <-time.After(60 * time.Second):
			t.Fatal("the map was not laid out")
		}
	}
	s.Post = func(f func()) { done <- f }
	return s
}

func (s *stage) spot(id string) fyne.Position {
	g := s.canvas.graph
	return s.canvas.at(g.centre(g.at[id]))
}

func (s *stage) drag(from, to fyne.Position) {
	s.canvas.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	for k := float32(1); k <= 4; k++ {
		at := fyne.NewPos(from.X+(to.X-from.X)*k/4, from.Y+(to.Y-from.Y)*k/4)
		s.canvas.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta((to.X-from.X)/4, (to.Y-from.Y)/4)})
	}
	s.canvas.DragEnd()
}

func whole(t *testing.T) Input { return Input{Library: builtIn(t)} }

func TestTheMapIsClickedAndDragged(t *testing.T) {
	s := shown(t, whole(t), Choice{Whole: true}, fyne.NewSize(1200, 800))
	s.canvas.Tapped(&fyne.PointEvent{Position: s.spot("C2")})
	s.canvas.DoubleTapped(&fyne.PointEvent{Position: s.spot("M1")})
	if s.opened != "C2" || s.details != "M1" {
		t.Errorf("a click opens %q, a double click shows %q", s.opened, s.details)
	}
	s.drag(s.spot("M5"), s.spot("C2"))
	if s.from != "M5" || s.to != "C2" {
		t.Errorf("a drag links %q to %q", s.from, s.to)
	}
	s.from = ""
	s.drag(s.spot("M5"), fyne.NewPos(2, 2)) // to no node
	s.drag(s.spot("M5"), s.spot("M5").AddXY(3, 3))
	if s.from != "" {
		t.Errorf("a drag to nothing links %q to %q", s.from, s.to)
	}
	before := s.spot("C2")
	s.drag(fyne.NewPos(2, 2), fyne.NewPos(52, 32))
	if after := s.spot("C2"); after.X-before.X < 45 || after.Y-before.Y < 25 {
		t.Errorf("dragging beside the nodes moves the map from %v to %v", before, after)
	}
	at := s.spot("C2")
	s.canvas.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 10)})
	if after := s.spot("C2"); after.Subtract(at).X > 1 || after.Subtract(at).Y > 1 {
		t.Errorf("zooming moves what is under the pointer from %v to %v", at, after)
	}
}

func TestTheMapByKeys(t *testing.T) {
	s := shown(t, whole(t), Choice{Whole: true}, fyne.NewSize(1200, 800))
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			s.canvas.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	s.canvas.choose(s.canvas.graph.at["C3"])
	key(fyne.KeyRight)
	g := s.canvas.graph
	there := g.nodes[s.canvas.chosen].entry
	if g.places[s.canvas.chosen].X <= g.places[g.at["C3"]].X {
		t.Errorf("right of C3 is %s", there.ID)
	}
	key(fyne.KeyReturn)
	if s.details != there.ID {
		t.Errorf("Enter shows %q", s.details)
	}
	s.canvas.TypedRune('l')
	key(fyne.KeyLeft)
	target := g.nodes[s.canvas.target].entry.ID
	key(fyne.KeyReturn)
	if s.from != there.ID || s.to != target || s.canvas.linking >= 0 {
		t.Errorf("linked %q to %q", s.from, s.to)
	}
	s.canvas.TypedRune('l')
	key(fyne.KeyEscape)
	if s.canvas.linking >= 0 {
		t.Error("Escape does not end linking")
	}
	s.canvas.choose(g.at["C3"])
	s.canvas.TypedRune('f')
	if s.Choice().Focus != "C3" {
		t.Errorf("focus on %q", s.Choice().Focus)
	}
}

// Of a large library only what is in view is built.
func TestOnlyWhatIsInViewIsBuilt(t *testing.T) {
	p := &argument.Pack{Format: argument.Format, ID: "large"}
	for i := range 600 {
		a := argument.Argument{ID: string(rune('a'+i%26)) + string(rune('a'+i/26)), Kind: argument.Countermeasure, Title: language.Text{ZH: "一条对策", EN: "A measure"}}
		if i%10 == 0 {
			a.Kind = argument.Challenge
		} else {
			top := i - i%10
			a.Links = []argument.Link{{Kind: argument.Answers, To: string(rune('a'+top%26)) + string(rune('a'+top/26))}}
		}
		p.Arguments = append(p.Arguments, a)
	}
	s := shown(t, Input{Library: library.New(p)}, Choice{Whole: true}, fyne.NewSize(600, 500))
	if n := len(s.canvas.graph.nodes); n != 600 {
		t.Fatalf("%d nodes", n)
	}
	s.canvas.zoomTo(1)
	if n := len(s.canvas.nodes); n == 0 || n > 60 {
		t.Errorf("%d nodes are built at full size", n)
	}
	for range 60 {
		s.canvas.move(0, -300)
	}
	if n := len(s.canvas.nodes); n > 200 {
		t.Errorf("%d nodes are kept after the whole was passed", n)
	}
}

func TestADrawnMapStaysWhereTheUserIs(t *testing.T) {
	in := whole(t)
	s := shown(t, in, Choice{Whole: true}, fyne.NewSize(900, 700))
	s.canvas.zoomTo(1)
	at := s.canvas.offset
	in.Used = map[string]bool{"C1": true}
	s.show(draw(in, Choice{Whole: true}, language.ZH, room))
	if s.canvas.offset != at || s.canvas.zoom != 1 {
		t.Errorf("the view went from %v to %v", at, s.canvas.offset)
	}
	s.show(draw(Input{}, Choice{Whole: true}, language.ZH, room)) // nothing
	s.canvas.Tapped(&fyne.PointEvent{})
	s.canvas.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.canvas.fit()
}

func TestTypingDoesNotLayTheMapOutAgain(t *testing.T) {
	in := Input{Library: builtIn(t), Used: map[string]bool{"C1": true}}
	s := shown(t, in, Choice{}, fyne.NewSize(900, 700))
	turn := s.turn
	s.Update(Input{Library: in.Library, Used: map[string]bool{"C1": true}, Raised: map[string]bool{}})
	if s.turn != turn {
		t.Error("the same arguments are laid out a second time")
	}
	s.Update(Input{Library: in.Library, Used: map[string]bool{"C1": true, "M1": true}})
	if s.turn != turn+1 {
		t.Error("another argument is not laid out")
	}
}

func BenchmarkMove(b *testing.B) {
	s := shown(b, Input{Library: builtIn(b)}, Choice{Whole: true, Evidence: true}, fyne.NewSize(1300, 700))
	s.canvas.fit()
	for b.Loop() {
		s.canvas.move(1, 0)
		s.canvas.move(-1, 0)
	}
}

func BenchmarkHover(b *testing.B) {
	s := shown(b, Input{Library: builtIn(b)}, Choice{Whole: true, Evidence: true}, fyne.NewSize(1300, 700))
	s.canvas.fit()
	for i := 0; b.Loop(); i++ {
		s.canvas.hover(i % len(s.canvas.graph.nodes))
	}
}

func BenchmarkZoom(b *testing.B) {
	s := shown(b, Input{Library: builtIn(b)}, Choice{Whole: true, Evidence: true}, fyne.NewSize(1300, 700))
	s.canvas.fit()
	for b.Loop() {
		s.canvas.step(1)
		s.canvas.step(-1)
	}
}

func BenchmarkDraw(b *testing.B) {
	in := Input{Library: builtIn(b)}
	for b.Loop() {
		draw(in, Choice{Whole: true, Evidence: true}, language.ZH, room)
	}
}

func TestACountermeasureUnderAnotherChallengeStandsOut(t *testing.T) {
	in := Input{Library: builtIn(t), Used: map[string]bool{"M1": true, "C1": true, "C2": true}}
	plain := draw(in, Choice{}, language.EN, room)
	in.Stray = map[string]string{"M1": "C1"}
	said := ""
	s := shown(t, in, Choice{}, fyne.NewSize(600, 500))
	s.OnHint = func(text string) { said = text }
	g := s.canvas.graph
	if len(plain.stray) != 0 || len(g.stray) != 1 || g.nodes[g.stray[0]].entry.ID != "M1" || g.same(plain) {
		t.Fatalf("misplaced are %v", g.stray)
	}
	s.nextOpen()
	for s.canvas.chosen != g.stray[0] && s.openAt > 0 {
		s.nextOpen()
	}
	if s.canvas.chosen != g.stray[0] || !strings.Contains(said, g.nodes[g.at["C1"]].entry.Title.ZH) {
		t.Errorf("the button leads to %d and says %q", s.canvas.chosen, said)
	}
}
