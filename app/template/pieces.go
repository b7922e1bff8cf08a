package template

import (
	"cmp"
	"slices"
	"strconv"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A piece is one argument in a section, at a length that can step down.
type piece struct {
	*library.Entry
	lengths []argument.Length // from the first choice to the shortest
	step    int               // index of the present one; len(lengths) is left out
	// rank says what steps down first: the highest. Of one rank, the longest
	// and then the last.
	rank int
	// shortest pieces may be left out; the others stay at their last length.
	optional bool
}

// The ranks, in the order in which arguments give way.
const (
	mainPoint = iota
	directAnswer
	furtherAnswer
	crossReference
	furtherEvidence
	furtherFigure
	background
)

func newPiece(e *library.Entry, from argument.Length, rank int) *piece {
	all := []argument.Length{argument.Statement, argument.Line, argument.Title}
	return &piece{Entry: e, lengths: all[max(0, slices.Index(all, from)):], rank: rank}
}

func (p *piece) length() argument.Length {
	if p.left() {
		return ""
	}
	return p.lengths[p.step]
}

// left reports whether the piece is left out.
func (p *piece) left() bool { return p.step >= len(p.lengths) }

func (p *piece) canShorten() bool { return p.step < len(p.lengths)-1 }

func (p *piece) canLeave() bool { return p.optional && !p.left() }

// A stretch is a run of blocks in a section and the pieces they are made of.
type stretch struct {
	pieces []*piece
	blocks func() []brief.Block // made anew whenever a piece has stepped down
}

// fixed returns a stretch that cannot be shortened.
func fixed(blocks ...brief.Block) stretch {
	return stretch{blocks: func() []brief.Block { return blocks }}
}

// fit makes the blocks of a section from its stretches, and steps pieces down
// until the soft limits of s hold in both languages. What is over the hard
// limits leaves background out first, and other pieces when none can get
// shorter. It returns what was left out.
func fit(stretches []stretch, s *brief.Section) (left []*piece) {
	for {
		s.Blocks = s.Blocks[:0]
		for _, st := range stretches {
			s.Blocks = append(s.Blocks, st.blocks()...)
		}
		inHard := within(s, hard)
		switch {
		case within(s, soft):
		case !inHard && shorten(stretches, func(p *piece) bool { return p.rank == background && p.canLeave() }):
			continue
		case shorten(stretches, (*piece).canShorten) || !inHard && shorten(stretches, (*piece).canLeave):
			continue
		}
		break
	}
	for _, st := range stretches {
		for _, p := range st.pieces {
			if p.left() {
				left = append(left, p)
			}
		}
	}
	return left
}

// within reports whether both languages of a section are within the limits
// that of chooses; 0 is no limit.
func within(s *brief.Section, of func(brief.Limit) int) bool {
	zh, en := of(s.LimitZH), of(s.LimitEN)
	return (zh == 0 || Length(s, language.ZH) <= zh) && (en == 0 || Length(s, language.EN) <= en)
}

func hard(l brief.Limit) int { return l.Hard }

// soft returns the soft limit, or the hard one where there is no lower.
func soft(l brief.Limit) int {
	if l.Hard > 0 {
		return min(cmp.Or(l.Soft, l.Hard), l.Hard)
	}
	return l.Soft
}

// shorten lets the piece that gives way first step down once, of those that
// can.
func shorten(stretches []stretch, can func(*piece) bool) bool {
	var next *piece
	for _, st := range stretches {
		for _, p := range st.pieces {
			if can(p) && (next == nil || before(p, next)) {
				next = p
			}
		}
	}
	if next == nil {
		return false
	}
	next.step++
	return true
}

// before reports whether p, which stands after q in the section, gives way
// before q. Background does first; then whole statements shrink before any
// line does, and lines before anything is left out.
func before(p, q *piece) bool {
	if (p.rank == background) != (q.rank == background) {
		return p.rank == background
	}
	if a, b := p.remaining(), q.remaining(); a != b {
		return a > b
	}
	return p.rank >= q.rank
}

// remaining counts the steps to the title: 2 for a statement, 0 for a title.
func (p *piece) remaining() int { return len(p.lengths) - 1 - p.step }

func digits(n int) string { return strconv.Itoa(n) }
