package find

import (
	"math"
	"strings"

	"celun/app/library/index"
)

// What a word of a query is worth by where it is found. A title outweighs any
// line, even when the word is only a part of one in the title, and a line any
// statement.
const (
	wholeID    = 4000
	partOfID   = 1500 // M2.1 for M2
	startOfID  = 1000
	wholeTitle = 600 // added when a title is all that was asked for
	wholeTag   = 180
	inTag      = 120

	inTitle     = 300
	inLine      = 60
	inStatement = 10

	startOfTitle = 20 // added
	coverage     = 40 // added for the part of a title that was matched
	often        = 3  // added at most, for the number of matches
	inPhrase     = 0.5
)

var worth = [...]float32{index.Title: inTitle, index.Line: inLine, index.Statement: inStatement}

// A class says where an entry has a pattern at best, and whether it is a good
// match there or inside a word only. A higher one outranks all lower ones; 0
// is no match.
type class uint8

func classAt(p index.Place, fit float64) class {
	if fit < fits {
		return class(5 - 2*int(p))
	}
	return class(6 - 2*int(p))
}

// score is what a class is worth.
func (c class) score() float32 {
	if c == 0 {
		return 0
	}
	w := worth[(6-c)/2]
	if c%2 == 1 {
		w *= inside
	}
	return w
}

// classOf returns the class of a pattern in folded texts.
func classOf(p *pattern, texts *[parts]string) class {
	fit := 0.0
	for i, s := range texts {
		if s != "" && fit < fits {
			fit = max(fit, p.occurs(s))
		}
		if last := i == parts-1; fit > 0 && (last || placeOf[i+1] != placeOf[i]) {
			return classAt(placeOf[i], fit)
		}
	}
	return 0
}

// placeOf is the place of each part of textsOf.
var placeOf = [parts]index.Place{
	index.Title, index.Title, index.Line, index.Line, index.Line,
	index.Statement, index.Statement, index.Statement, index.Statement,
}

// score returns what entry i is worth by the classes of the patterns in it,
// for one group; 0 if the group does not find it.
func (g *group) score(i int32, classes func(pattern int) class) float32 {
	best := g.found[i]
	for _, o := range g.options {
		sum := float32(0)
		for _, p := range o.patterns {
			c := classes(p)
			if c == 0 {
				sum = 0
				break
			}
			sum += c.score()
		}
		best = max(best, sum*o.factor)
	}
	return best
}

// fine returns what entry i is worth, looked at closely: how well words fit,
// how often they occur, how much of the title they are, and whether they stand
// together.
func (f *Finder) fine(p *plan, i int32) float64 {
	texts := f.folds.of(int(i), f.entries[i])
	values := make([]float64, len(p.patterns))
	for n := range p.patterns {
		times := 0
		for part, s := range texts {
			fit, count := p.patterns[n].best(s)
			if count == 0 {
				continue
			}
			times += count
			score := float64(worth[placeOf[part]]) * fit
			if placeOf[part] == index.Title {
				score += coverage * fit * float64(len(p.patterns[n].text)) / float64(len(s))
				if strings.HasPrefix(s, p.patterns[n].text) {
					score += startOfTitle
				}
				if s == p.patterns[n].text {
					score += wholeTitle
				}
			}
			values[n] = max(values[n], score)
		}
		if times > 0 {
			values[n] += min(often, math.Log2(float64(times)))
		}
	}
	total := 0.0
	for _, g := range p.groups {
		best := float64(g.found[i])
		for _, o := range g.options {
			sum := 0.0
			for _, n := range o.patterns {
				if values[n] == 0 {
					sum = 0
					break
				}
				sum += values[n]
			}
			best = max(best, sum*float64(o.factor))
		}
		total += best
	}
	if p.phrase != nil {
		for part, s := range texts {
			if p.phrase.occurs(s) >= fits {
				total += float64(worth[placeOf[part]]) * inPhrase
				if s == p.phrase.text {
					total += wholeTitle
				}
				break
			}
		}
	}
	return total
}
