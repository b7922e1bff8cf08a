package typeset

import (
	"math"
	"testing"

	"celun/app/language"
	"celun/app/typeset/face"
)

// advances returns the advance of each character of a line in em, and how
// far its glyph is moved.
func advances(l line) (em, shift []float64) {
	for k, r := range l.runs {
		for i, a := range r.advances {
			if i+1 == len(r.advances) && k+1 < len(l.runs) { // and the gap to the next run
				a += l.runs[k+1].x - r.x - r.width
			}
			em = append(em, a/10)
			s := 0.0
			if r.shifts != nil {
				s = r.shifts[i] / 10
			}
			shift = append(shift, s)
		}
	}
	return em, shift
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.002 }

// Each case is a rule of how wide a character stands, in a line that is not
// justified.
func TestWidths(t *testing.T) {
	cases := []struct {
		rule, text string
		l          language.Language
		at         int     // the character looked at
		em, shift  float64 // what it must be
	}{
		{"a hanzi is an em", "数字", language.ZH, 0, 1, 0},
		{"a mark is an em within a line", "数，字", language.ZH, 1, 1, 0},
		{"a mark at a line end is half an em", "数字，", language.ZH, 2, 0.5, 0},
		{"a stop at a line end is half an em", "数字。", language.ZH, 2, 0.5, 0},
		{"an opening mark at a line start loses its empty half", "（数）字", language.ZH, 0, 0.5, -0.5},
		{"and stays whole within a line", "数（字", language.ZH, 1, 1, 0},
		{"closing before closing gives half", "数”。字", language.ZH, 1, 0.5, 0},
		{"closing before opening gives half", "数，“字", language.ZH, 1, 0.5, 0},
		{"and the opening mark keeps its own", "数，“字", language.ZH, 2, 1, 0},
		{"opening after opening loses its half", "数《“字", language.ZH, 2, 0.5, -0.5},
		{"a quarter em stands between hanzi and Latin", "数A", language.ZH, 0, 1.25, 0},
		{"a space there becomes that gap", "数 A", language.ZH, 1, 0.25, 0},
		{"and the hanzi keeps its em", "数 A", language.ZH, 0, 1, 0},
		{"no gap beside a mark", "数，A", language.ZH, 1, 1, 0},
		{"a space beside a mark has no width", "数， A", language.ZH, 2, 0, 0},
		{"a gap stands after a percent sign", "5%数", language.ZH, 1, 0.25 + 0.932, 0},
		{"a space at a line end has no width", "word ", language.EN, 4, 0, 0},
		{"half a dash is an em", "数——字", language.ZH, 1, 1, 0.16},
		{"and the other half joins it", "数——字", language.ZH, 2, 1, -0.05},
		{"half an ellipsis is an em", "数……字", language.ZH, 1, 1, 0},
		{"an interpunct is half an em", "数·字", language.ZH, 1, 0.5, 0.0865},
		{"a curly quote is wide in Chinese", "数“字", language.ZH, 1, 1, 0},
		{"and narrow in English", "a “b", language.EN, 2, 0.44, 0},
		{"an apostrophe is narrow in Chinese too", "a’b", language.ZH, 1, 0.225, 0},
		{"a citation stands at the mark before it", "数，[^a]字", language.ZH, 1, 0.5, 0},
	}
	s := newTestSetter(t)
	left := func(st *TextStyle) { st.Align = Left }
	for _, c := range cases {
		set := setLines(t, s, c.l, c.text, 40, left)
		em, shift := advances(set.lines[0])
		if !near(em[c.at], c.em) || !near(shift[c.at], c.shift) {
			t.Errorf("%s: %q: character %d is %.4f em moved by %.4f, want %.4f and %.4f", c.rule, c.text, c.at, em[c.at], shift[c.at], c.em, c.shift)
		}
	}
}

// The two halves of a dash must touch, in every face that sets one.
func TestDashesJoin(t *testing.T) {
	const inkStart, inkEnd = 0.05, 0.05 // the Noto faces leave 0.043 to 0.049 em empty on either side
	s := newTestSetter(t)
	for _, bold := range []bool{false, true} {
		for _, family := range []Family{SerifFamily, SansFamily} {
			set := setLines(t, s, language.ZH, "数——字", 40, func(st *TextStyle) {
				st.Align, st.ZH.Bold, st.ZH.Family = Left, bold, family
			})
			for _, r := range set.lines[0].runs {
				if r.text != "——" {
					continue
				}
				w := s.shaper.faces.widths(r.face)
				own := float64(w.em('—'))
				first := r.shifts[0]/10 + own - inkEnd
				second := 1 + r.shifts[1]/10 + inkStart
				if second-first > 0.001 || second-first < -0.02 || !near(r.advances[0]+r.advances[1], 20) {
					t.Errorf("%s: the first half ends at %.3f em, the second begins at %.3f", faceIDs[r.face], first, second)
				}
			}
		}
	}
}

func TestFacesFollowTheLanguage(t *testing.T) {
	cases := []struct {
		rule, text string
		l          language.Language
		part       string // the run looked at
		want       face.ID
	}{
		{"hanzi", "数字 AI", language.ZH, "数字", face.SerifSC},
		{"Latin in Chinese", "数字AI", language.ZH, "AI", face.Serif},
		{"a quote in Chinese", "“AI”", language.ZH, "“", face.SerifSC},
		{"a quote in English", "“AI”", language.EN, "“AI”", face.Serif},
		{"hanzi in English", "the 数字 AI", language.EN, "数字", face.SerifSC},
		{"strong Chinese", "数**字**", language.ZH, "字", face.SerifSCBold},
		{"strong English", "a **b**", language.EN, "b", face.SerifBold},
		{"emphasis in Chinese is Kai", "数*字*", language.ZH, "字", face.Kai},
		{"quotes in Kai are full width", "*“字*", language.ZH, "“", face.SerifSC},
		{"emphasis in English is italic", "a *b*", language.EN, "b", face.SerifItalic},
		{"Latin in Kai is upright", "数*字b*", language.ZH, "b", face.Serif},
		{"an ellipsis in Chinese", "数……", language.ZH, "数……", face.SerifSC},
		{"an ellipsis in English", "a…", language.EN, "a…", face.Serif},
		{"what the serif lacks comes from another", "数₣", language.ZH, "₣", face.Kai},
	}
	s := newTestSetter(t)
	for _, c := range cases {
		set := setLines(t, s, c.l, c.text, 40, nil)
		var got []face.ID
		found := false
		for _, r := range set.lines[0].runs {
			got = append(got, faceIDs[r.face])
			found = found || r.text == c.part && faceIDs[r.face] == c.want
		}
		if !found {
			t.Errorf("%s: %q: no run %q in %s: %v in %v", c.rule, c.text, c.part, c.want, set.lines[0], got)
		}
	}
}

// A run is of one script, in the sans face too, which has both; the gap
// stands between runs and is part of none.
func TestRunsEndWithTheirScript(t *testing.T) {
	s := newTestSetter(t)
	for _, family := range []Family{SerifFamily, SansFamily} {
		set := setLines(t, s, language.ZH, "数字AI外交", 20, func(st *TextStyle) { st.ZH.Family, st.Align = family, Left })
		runs := set.lines[0].runs
		if len(runs) != 3 || runs[1].text != "AI" {
			t.Fatalf("%d runs of %s", len(runs), set.lines[0])
		}
		for k := 1; k < len(runs); k++ {
			if gap := (runs[k].x - runs[k-1].x - runs[k-1].width) / 10; !near(gap, 0.25) {
				t.Errorf("the gap before %q is %.3f em", runs[k].text, gap)
			}
		}
	}
}
