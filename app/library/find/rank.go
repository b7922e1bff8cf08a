package find

import (
	"math"
	"strings"

	"celun/app/language"
	"celun/app/library"
	"celun/app/library/index"
)

// What a word of a query is worth by where it is found. A title outweighs any
// line, and a line any statement, but for what is only within a word there.
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

// The classes. A good match in a line is before the middle of a word in a
// title.
const (
	statementInside class = iota + 1
	lineInside
	statementGood
	titleInside
	lineGood
	titleGood
)

var classes = [...][2]class{
	index.Title:     {titleInside, titleGood},
	index.Line:      {lineInside, lineGood},
	index.Statement: {statementInside, statementGood},
}

// scores are what the classes are worth.
var scores = [...]float32{
	titleGood: inTitle, lineGood: inLine, statementGood: inStatement,
	titleInside: inTitle * inside, lineInside: inLine * inside, statementInside: inStatement * inside,
}

func classAt(p index.Place, fit float64) class {
	if fit < fits {
		return classes[p][0]
	}
	return classes[p][1]
}

// classOf returns the class of a pattern in folded texts.
func classOf(p *pattern, texts *[parts]string) class {
	best, fit := class(0), 0.0
	for i, s := range texts {
		if s != "" && fit < fits {
			fit = max(fit, p.occurs(s))
		}
		if i < parts-1 && placeOf[i+1] == placeOf[i] {
			continue
		}
		if fit > 0 {
			best = max(best, classAt(placeOf[i], fit))
		}
		if i < parts-1 && best > classAt(placeOf[i+1], whole) {
			break // nothing better can come
		}
		fit = 0
	}
	return best
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
			sum += scores[c]
		}
		best = max(best, sum*o.factor)
	}
	return best
}

// closeness returns what tells how much an entry found with a score may gain
// by a close look, so that of thousands with the words in their titles those
// that are little else come to be looked at.
func (p *plan) closeness() func(e *library.Entry, score float64) float64 {
	title := func(n *pattern) func(*library.Entry) string {
		l := language.EN
		if strings.ContainsFunc(n.text, language.IsHan) {
			l = language.ZH
		}
		return func(e *library.Entry) string { return e.Title.In(l) }
	}
	asked := &p.patterns[0]
	if p.phrase != nil {
		asked = p.phrase
	}
	whole := title(asked)
	titles := make([]func(*library.Entry) string, len(p.patterns))
	for n := range p.patterns {
		titles[n] = title(&p.patterns[n])
	}
	least := float64(inTitle * otherRendering * len(p.groups)) // with all words in the title
	return func(e *library.Entry, score float64) float64 {
		if score < least {
			return 0
		}
		gain := 0.0
		for n, title := range titles {
			if length := len(title(e)); length > 0 {
				gain += coverage * min(1, float64(len(p.patterns[n].text))/float64(length))
			}
		}
		// Folding makes a title a few bytes shorter by each of its marks.
		const marks = 12
		if t := whole(e); len(t) >= len(asked.text) && len(t) <= len(asked.text)+marks && index.Fold(t) == asked.text {
			gain += wholeTitle
		}
		return gain
	}
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
