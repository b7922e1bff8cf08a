package argumentmap

import (
	"iter"
	"strings"
	"unicode"

	"celun/app/language"
	"celun/app/library"
)

// A measure is how large a node is at full size, in the units of Fyne. All
// nodes of a map have one measure, so that their texts are of one size, and
// each is as high as its whole text needs.
type measure struct {
	width float64
	text  float64 // size of the title
	twin  float64 // size of the title in the other language; 0: it is left out
	left  float64 // of the texts
	right float64 // of them
	pad   float64 // over and under them
	gap   float64 // between layers, at least
}

// full has room for both languages.
var full = measure{width: 218, text: 13, twin: 12, left: 29, right: 12, pad: 9, gap: 44}

// narrow has the language of the interface only, in a width for maps that have
// to stand in a narrow pane.
func narrow(width float64) measure {
	return measure{width: width, text: 12, left: 25, right: 7, pad: 6, gap: 32}
}

// The narrow measures that are tried.
var narrows = []float64{264, 216, 176, 152, 132, 116}

// leading is the height of a line to the size of its text.
const leading = 1.5

// height estimates how high a node is: text is broken by Fyne, but not beside
// the main thread.
func (m measure) height(e *library.Entry, l language.Language) float64 {
	inner := m.width - m.left - m.right
	bold := 1.0
	if m.twin > 0 {
		bold = 1.06 // the title is set in bold over the other one
	}
	h := leading * m.text * float64(lines(m.title(e, l), m.text*bold, inner))
	if m.twin > 0 {
		h += leading * m.twin * float64(lines(e.Title.In(l.Other()), m.twin, inner))
	}
	return max(h, leading*m.text) + 2*m.pad
}

// title is what a node says first.
func (m measure) title(e *library.Entry, l language.Language) string {
	if t := e.Title.In(l); t != "" || m.twin > 0 {
		return t
	}
	return e.Title.In(l.Other())
}

// holds reports whether the longest word of the titles fits the width.
func (m measure) holds(nodes []node, l language.Language) bool {
	for i := range nodes {
		for word := range words(m.title(nodes[i].entry, l)) {
			if !strings.ContainsFunc(word, language.IsHan) && wide(word, m.text) > m.width-m.left-m.right {
				return false
			}
		}
	}
	return true
}

// lines estimates into how many lines a text is broken: hanzi anywhere, other
// words as wholes. It rather gives one too many.
func lines(s string, size, width float64) int {
	if s == "" {
		return 0
	}
	n, x := 1, 0.0
	put := func(w float64) {
		if x > 0 && x+w > width {
			n, x = n+1, 0
		}
		x += w
	}
	for word := range words(s) {
		if strings.ContainsFunc(word, language.IsHan) {
			for _, r := range word {
				put(advance(r, size))
			}
			continue
		}
		put(wide(word, size))
		if !strings.HasSuffix(word, "-") {
			x += advance(' ', size)
		}
	}
	return n
}

// words yields what is not broken: words, and the parts of those with a hyphen.
func words(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.FieldsSeq(s) {
			for part := range strings.SplitAfterSeq(word, "-") {
				if part != "" && !yield(part) {
					return
				}
			}
		}
	}
}

func wide(word string, size float64) float64 {
	w := 0.0
	for _, r := range word {
		w += advance(r, size)
	}
	return w
}

// advance estimates how wide a character is, a little too wide.
func advance(r rune, size float64) float64 {
	switch {
	case r >= 0x2e80:
		return size
	case strings.ContainsRune("iljtfrI.,:;'’-() ", r):
		return size * 0.37
	case strings.ContainsRune("mwMW—", r):
		return size * 0.9
	case unicode.IsUpper(r):
		return size * 0.68
	}
	return size * 0.58
}
