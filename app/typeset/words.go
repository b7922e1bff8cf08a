package typeset

import "strings"

// hyphenate allows breaks inside Latin words. Words of fewer than five
// letters, names in capitals and anything with a digit stay whole; at least
// two letters stay and three go.
func (s *shaper) hyphenate() {
	for i := 0; i < len(s.glyphs); {
		if s.glyphs[i].class != letter {
			i++
			continue
		}
		j := i
		for j < len(s.glyphs) && s.glyphs[j].class == letter {
			j++
		}
		if j-i >= 5 {
			if s.address(i, j) {
				i = s.breakAddress(i)
				continue
			}
			s.hyphenateWord(i, j)
		}
		i = j
	}
}

func (s *shaper) hyphenateWord(i, j int) {
	if s.points == nil {
		return
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		r := s.glyphs[k].r
		if !latinLetter(r) && r != '’' {
			return
		}
		if k > i && r >= 'A' && r <= 'Z' {
			return // GDP, NATO, PhD
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	if j < len(s.glyphs) && s.glyphs[j].class == digit || i > 0 && s.glyphs[i-1].class == digit {
		return
	}
	word := b.String()
	points, ok := s.words[word]
	if !ok {
		points = s.points(word)
		s.words[word] = points
	}
	for _, k := range points {
		if k < 2 || k > j-i-3 || s.glyphs[i+k].r == '’' || s.glyphs[i+k-1].r == '’' {
			continue
		}
		g := &s.glyphs[i+k]
		g.penalty, g.hyphen = hyphenPenalty, true
		if k == 2 {
			g.penalty = shortHyphen
		}
	}
}

// address reports whether the letters i to j begin a web address.
func (s *shaper) address(i, j int) bool {
	if j+2 < len(s.glyphs) && s.glyphs[j].r == ':' && s.glyphs[j+1].r == '/' && s.glyphs[j+2].r == '/' {
		return true
	}
	return false
}

// breakAddress allows breaks inside the web address that begins at i, after
// its marks, without a hyphen, and returns where it ends.
func (s *shaper) breakAddress(i int) int {
	for ; i < len(s.glyphs); i++ {
		g := &s.glyphs[i]
		if g.class == space || g.class == forced || g.class == ideograph || g.class.fullWidth() {
			return i
		}
		if i == 0 {
			continue
		}
		switch b := s.glyphs[i-1].r; {
		case b == '/' && g.r != '/', strings.ContainsRune(".-_?&=%#", b) && g.class.western():
			g.penalty = slashPenalty
		}
	}
	return i
}

// phrasePenalty is that of a break inside a phrase where lines are to break
// between phrases.
const phrasePenalty = 3000

// runningPhrase is the same for justified text: words stay whole as long as
// no line becomes loose for it.
const runningPhrase = 400

// phrases keeps breaks of Chinese text to the ends of phrases.
func (s *shaper) phrases(text string, penalty float64) {
	var at []int
	han := false
	for i := range s.glyphs {
		if s.glyphs[i].class == ideograph {
			han = true
			break
		}
	}
	if han {
		at = s.breaks(text)
	}
	k := 0
	for i := range s.glyphs {
		for k < len(at) && at[k] < i {
			k++
		}
		g := &s.glyphs[i]
		if i == 0 || g.penalty != 0 || s.glyphs[i-1].class == space || s.glyphs[i-1].class.fullWidth() {
			continue
		}
		if k == len(at) || at[k] != i {
			g.penalty = penalty
		}
	}
}
