package figure_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// measure stands in for the faces: a hanzi is one em wide, all else half, and a
// space at the end nothing.
func measure(s string, _ language.Language, size float64, _ bool) float64 {
	w := 0.0
	for _, r := range strings.TrimRight(s, " ") {
		if r >= 0x2E80 {
			w += size
		} else {
			w += size / 2
		}
	}
	return w
}

func draw(t *testing.T, b *brief.Block, width float64, languages ...language.Language) *figure.Drawing {
	t.Helper()
	d, err := figure.Draw(b, figure.Options{Width: width, Languages: languages, Measure: measure})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func texts(d *figure.Drawing, l language.Language) []string {
	var out []string
	for _, x := range d.Texts {
		if x.Language == l {
			out = append(out, x.Text)
		}
	}
	return out
}

// bounds returns the box of a shape's points.
func bounds(s figure.Shape) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, g := range s.Path {
		points := []figure.Point{g.To}
		switch g.Verb {
		case figure.Close:
			continue
		case figure.Curve:
			points = append(points, g.From, g.At)
		}
		for _, p := range points {
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	return
}

// inside reports what of a drawing lies outside it.
func inside(t *testing.T, d *figure.Drawing) {
	t.Helper()
	for _, s := range d.Shapes {
		if x0, y0, x1, y1 := bounds(s); x0 < -1 || y0 < -1 || x1 > d.Width+1 || y1 > d.Height+1 {
			t.Errorf("a shape from %.1f, %.1f to %.1f, %.1f lies outside the drawing of %.1f × %.1f", x0, y0, x1, y1, d.Width, d.Height)
		}
	}
	for _, x := range d.Texts {
		w := measure(x.Text, x.Language, x.Size, x.Bold)
		left := x.X - w*float64(x.Anchor)/2
		if left < -1 || left+w > d.Width+1 || x.Y-x.Size*0.8 < -1 || x.Y > d.Height+1 {
			t.Errorf("%q at %.1f, %.1f lies outside the drawing of %.1f × %.1f", x.Text, left, x.Y, d.Width, d.Height)
		}
	}
}

func pair(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }

func chart(form brief.Form, unit string, values ...float64) *brief.Block {
	names := []language.Text{pair("北美", "North America"), pair("全球", "Worldwide"), pair("非洲", "Africa"), pair("亚洲", "Asia")}
	f := &brief.Figure{Form: form}
	for i, v := range values {
		f.Data = append(f.Data, brief.Datum{Label: names[i%len(names)], Value: v, Unit: pair(unit, unit), Date: ""})
	}
	return &brief.Block{ID: "b1", Kind: brief.FigureKind, Figure: f}
}

func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	for _, values := range [][]float64{{95, 66, 35}, {97, 96, 95}, {-3, 4, 8}, {0.2, 0.04}, {2.7e9, 7.9e9}, {-5, -2}, {0, 0}} {
		d := draw(t, chart(brief.BarForm, "%", values...), 480, language.Both()...)
		inside(t, d)
		var lengths []float64
		for _, s := range d.Shapes {
			x0, y0, x1, y1 := bounds(s)
			if s.Fill != nil && *s.Fill == (figure.Color{R: 0x1f, G: 0x3f, B: 0x5f}) && math.Abs(y1-y0-10) < 0.01 {
				lengths = append(lengths, x1-x0)
			}
		}
		if len(lengths) != len(values) {
			t.Fatalf("%v: %d bars", values, len(lengths))
		}
		unit := 0.0
		for i, v := range values {
			if v != 0 && lengths[i] > 1 {
				if unit == 0 {
					unit = lengths[i] / math.Abs(v)
				}
				if got := lengths[i] / math.Abs(v); math.Abs(got-unit) > unit*1e-6 {
					t.Errorf("%v: bar %d is %.2f for %g, another %.4f for 1", values, i, lengths[i], v, unit)
				}
			}
		}
	}
}

func TestLabelsStandInTheLanguagesAskedFor(t *testing.T) {
	b := chart(brief.BarForm, "人", 2.7e9, 7.9e9)
	b.Figure.Data[0].Unit.EN, b.Figure.Data[1].Unit.EN = "people", "people"
	for _, c := range []struct {
		languages []language.Language
		want      []string
	}{
		{language.Both(), []string{"北美", "North America", "27亿", "2.7 billion", "单位：人", "Unit: people", "0"}},
		{[]language.Language{language.ZH}, []string{"全球", "79亿", "单位：人", "80亿"}},
		{[]language.Language{language.EN}, []string{"Worldwide", "7.9 billion", "Unit: people", "8 billion"}},
	} {
		d := draw(t, b, 480, c.languages...)
		inside(t, d)
		all := append(texts(d, language.ZH), texts(d, language.EN)...)
		for _, w := range c.want {
			if !slices.Contains(all, w) {
				t.Errorf("%v: %q is not among %q", c.languages, w, all)
			}
		}
		for _, x := range d.Texts {
			if !slices.Contains(c.languages, x.Language) {
				t.Errorf("%v: %q is in %s", c.languages, x.Text, x.Language)
			}
		}
	}
}

func TestChartsThatWouldMislead(t *testing.T) {
	mixed := chart(brief.BarForm, "%", 1, 2)
	mixed.Figure.Data[1].Unit = pair("人", "people")
	undated := chart(brief.LineForm, "%", 1, 2)
	wild := chart(brief.BarForm, "%", 1, math.Inf(1))
	empty := chart(brief.BarForm, "%")
	crowd := &brief.Block{Kind: brief.FigureKind, Figure: &brief.Figure{Form: brief.MapForm, Nodes: make([]brief.Node, figure.MaxNodes+1)}}
	for name, b := range map[string]*brief.Block{
		"different units": mixed, "a line without dates": undated, "no number": wild, "no data": empty, "no figure": {}, "31 nodes": crowd,
		"a map of nothing":     {Figure: &brief.Figure{Form: brief.MapForm}},
		"a matrix of nothing":  {Figure: &brief.Figure{Form: brief.CoverageForm}},
		"a form of the future": {Figure: &brief.Figure{Form: "pie"}},
	} {
		d, err := figure.Draw(b, figure.Options{Width: 400, Measure: measure})
		if err == nil {
			t.Errorf("%s is drawn: %v", name, d)
			continue
		}
		if zh, en := language.Say(err, language.ZH), language.Say(err, language.EN); zh == en || !strings.HasSuffix(en, ".") {
			t.Errorf("%s is told as %q and %q", name, zh, en)
		}
	}
}

func TestLinesRunEvenlyOverTime(t *testing.T) {
	b := chart(brief.LineForm, "%", 10, 20, 30)
	for i, date := range []string{"2010", "2020", "2022"} {
		b.Figure.Data[i].Label, b.Figure.Data[i].Date = pair("全球", "World"), date
	}
	d := draw(t, b, 400, language.ZH)
	inside(t, d)
	for _, s := range d.Shapes {
		if s.Width != 1.4 {
			continue
		}
		if len(s.Path) != 3 {
			t.Fatalf("%d points", len(s.Path))
		}
		first, second := s.Path[1].To.X-s.Path[0].To.X, s.Path[2].To.X-s.Path[1].To.X
		if math.Abs(first/second-5) > 0.02 {
			t.Errorf("ten years are %.1f pt, two are %.1f", first, second)
		}
		return
	}
	t.Error("there is no line")
}

func TestTimeline(t *testing.T) {
	b := &brief.Block{Kind: brief.Timeline, Events: []brief.Event{
		{Date: "2022-04", Text: pair("成立", "Set up")},
		{Date: "2002", Text: pair("开始", "Begun")},
		{Text: pair("至今", "Still going on"), When: pair("目前", "Now")},
		{Date: "2010-06-08", Text: pair("发布白皮书", "A white paper")},
	}}
	for _, width := range []float64{220, 480} {
		d := draw(t, b, width, language.Both()...)
		inside(t, d)
		for l, want := range map[language.Language]string{
			language.ZH: "2002年|开始|2010年6月8日|发布白皮书|2022年4月|成立|目前|至今",
			language.EN: "2002|Begun|8 June 2010|A white paper|April 2022|Set up|Now|Still going on",
		} {
			var got []string
			for _, x := range d.Texts {
				if x.Language == l && x.Size > 8 {
					got = append(got, x.Text)
				}
			}
			if s := strings.Join(got, "|"); s != want {
				t.Errorf("width %g: %s", width, s)
			}
		}
	}
}

// pack reads the built-in pack.
func pack(t testing.TB) *argument.Pack {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "packs", "digital-diplomacy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read("digital-diplomacy.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func take(p *argument.Pack, keep func(*argument.Argument) bool) []*argument.Argument {
	var out []*argument.Argument
	for i := range p.Arguments {
		if keep(&p.Arguments[i]) {
			out = append(out, &p.Arguments[i])
		}
	}
	return out
}

func TestMapsOfThePack(t *testing.T) {
	p := pack(t)
	for name, keep := range map[string]func(*argument.Argument) bool{
		"challenges and answers": func(a *argument.Argument) bool {
			return a.Kind == argument.Challenge || a.Kind == argument.Countermeasure
		},
		"C2 with evidence": func(a *argument.Argument) bool {
			return a.ID == "C2" || slices.ContainsFunc(a.Links, func(l argument.Link) bool { return l.To == "C2" })
		},
	} {
		b := figure.MapOf(take(p, keep))
		for _, width := range []float64{300, 480, 740} {
			for _, languages := range [][]language.Language{language.Both(), {language.EN}, {language.ZH}} {
				d := draw(t, b, width, languages...)
				if width >= 480 {
					inside(t, d)
				}
				for _, n := range b.Figure.Nodes {
					for _, l := range languages {
						if !strings.Contains(strings.ReplaceAll(strings.Join(texts(d, l), ""), " ", ""), strings.ReplaceAll(n.Label.In(l), " ", "")) {
							t.Errorf("%s, width %g: %q is not on the map", name, width, n.Label.In(l))
						}
					}
				}
			}
		}
	}
}

// A label that is broken into lines keeps every character.
func FuzzDraw(f *testing.F) {
	f.Add("数字外交的“中国”特色，2022年：27亿人。", "People-centred diplomacy, in 2 GB a month (C2)", 34.5, uint16(120))
	f.Add("\xff", "", -1e300, uint16(0))
	f.Add("——", "a-b-c", 1e-300, uint16(9))
	f.Fuzz(func(t *testing.T, zh, en string, v float64, width uint16) {
		label := pair(zh, en)
		for _, form := range brief.Forms() {
			b := &brief.Block{Figure: &brief.Figure{
				Form: form, Data: []brief.Datum{{Label: label, Value: v, Date: en}, {Label: label, Value: 1, Date: "2020"}},
				Nodes: []brief.Node{{ID: "C1", Kind: "challenge", Label: label}, {ID: "M1", Kind: "countermeasure", Label: label}, {ID: zh, Kind: en}},
				Edges: []brief.Edge{{From: "M1", To: "C1", Kind: "answers"}, {From: "C1", To: zh, Kind: en}, {From: "C1", To: "C1"}},
			}}
			d, err := figure.Draw(b, figure.Options{Width: float64(width), Measure: measure})
			if err != nil {
				continue
			}
			if form == brief.MapForm && utf8.ValidString(zh) && zh != "" && !strings.ContainsAny(zh, " *_[]^\\|~=+<") {
				if got := strings.Join(texts(d, language.ZH), ""); !strings.Contains(got, strings.Join(strings.Fields(brief.Plain(zh)), "")) && zh != en {
					t.Errorf("%q is drawn as %q", zh, got)
				}
			}
			if math.IsNaN(d.Height) || math.IsInf(d.Height, 0) {
				t.Errorf("%s is %g high", form, d.Height)
			}
			figure.Alt(b)
		}
		figure.Alt(&brief.Block{Events: []brief.Event{{Date: en, Text: label}}})
	})
}

// large is a map of as many nodes of the pack as there may be.
func large(t testing.TB) *brief.Block {
	t.Helper()
	var on []*argument.Argument
	for _, a := range take(pack(t), func(a *argument.Argument) bool {
		return a.Kind == argument.Challenge || a.Kind == argument.Countermeasure || a.Kind == argument.EvidenceKind
	}) {
		bears := slices.ContainsFunc(a.Links, func(l argument.Link) bool { return strings.HasPrefix(l.To, "C") })
		if a.Kind == argument.Challenge || bears {
			on = append(on, a)
		}
	}
	return figure.MapOf(on[:min(len(on), figure.MaxNodes)])
}

// A large map is in letters that read well, or is split; what it is split into
// fits its place and keeps all texts within their nodes.
func TestALargeMapIsSplitRatherThanSmall(t *testing.T) {
	b := large(t)
	for _, place := range []figure.Options{
		{Width: 720, Height: 390}, {Width: 720, Height: 290}, {Width: 1030, Height: 640}, {Width: 480, Height: 560},
	} {
		o := place
		o.Languages, o.Measure = language.Both(), measure
		part := func(f *brief.Figure) (brief.Block, figure.Options) {
			one, o := *b, o
			one.Figure, o.Whole = f, b.Figure
			return one, o
		}
		parts := figure.Split(b.Figure, func(f *brief.Figure) bool {
			one, o := part(f)
			return figure.Fits(&one, o)
		})
		if o.Width > 1000 != (len(parts) == 1) {
			t.Errorf("%g × %g pt: %d maps", o.Width, o.Height, len(parts))
		}
		for _, f := range parts {
			one, o := part(f)
			d, err := figure.Draw(&one, o)
			if err != nil {
				t.Fatal(err)
			}
			inside(t, d)
			if d.Height > o.Height+0.01 {
				t.Errorf("%g × %g pt: a map of %d nodes is %.0f pt high", o.Width, o.Height, len(f.Nodes), d.Height)
			}
			for _, x := range d.Texts {
				if x.Size < 7 {
					t.Fatalf("%g × %g pt: %q is set in %.2f pt", o.Width, o.Height, x.Text, x.Size)
				}
			}
			labels := 0
			for _, n := range f.Nodes {
				labels += len(n.Label.ZH) / 24
			}
			for _, x := range d.Texts[:labels] { // what stands in nodes comes first
				within := false
				for _, s := range d.Shapes {
					x0, y0, x1, y1 := bounds(s)
					within = within || s.Fill != nil && x.X > x0 && x.X+measure(x.Text, x.Language, x.Size, x.Bold) < x1 && x.Y > y0 && x.Y < y1 && x1-x0 > 40
				}
				if !within {
					t.Errorf("%g × %g pt: %q stands in no node", o.Width, o.Height, x.Text)
				}
			}
		}
	}
}
