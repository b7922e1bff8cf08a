package typeset

// A stroke is what is drawn at the glyphs of a line: an underline or an
// emphasis dot. x counts from the left end of the measure, y from the baseline
// down to its top.
type stroke struct {
	kind                ItemKind
	x, y, width, height float64
}

// Places and sizes of strokes, in em. The square of a hanzi ends 0.12 em below
// the baseline and the descenders of Latin letters 0.24: one line under both
// runs clear of the one and just through the other.
const (
	underlineDrop, underlineHeight = 0.2, 0.05
	dotDrop, dotSize               = 0.22, 0.14
)

// stroke draws what g has under it. It stands at x and its own box is wide;
// the gap after it is none of it. joins says that the glyph before it is
// underlined too: then the line goes on from there, across the gap between
// scripts, in one piece.
func (j *justifier) stroke(g *glyph, joins bool, x, wide float64) {
	if g.under {
		size := j.fill.em // one height for all scripts and sizes of the line
		n := len(j.strokes) - 1
		for n >= 0 && j.strokes[n].kind != RuleItem {
			n--
		}
		switch {
		case g.class == space && !joins:
		case joins && n >= 0:
			j.strokes[n].width = x + wide - j.strokes[n].x
		default:
			j.strokes = append(j.strokes, stroke{RuleItem, x, underlineDrop * size, wide, underlineHeight * size})
		}
	}
	if g.dots && g.class == ideograph {
		d := dotSize * g.size
		j.strokes = append(j.strokes, stroke{DotItem, x + (wide-d)/2, dotDrop * g.size, d, d})
	}
}
