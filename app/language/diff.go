package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Piece is a stretch of text in a comparison of two texts: in both, only in
// the old one, or only in the new one.
type Piece struct {
	Text   string
	Change Change
}

// A Change says in which of two texts a piece stands.
type Change int

// The changes.
const (
	Same Change = iota
	Removed
	Added
)

// Diff compares two texts, hanzi by hanzi and word by word. The pieces that
// are Same or Removed make up the old text, those that are Same or Added the
// new one. Texts that differ throughout, or in more than some thousand words,
// are given as one removal and one addition.
func Diff(before, after string) []Piece {
	a, b := tokens(before), tokens(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d differ
	d.add(Same, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return tidy(d.pieces)
}

// tokens cuts a text into hanzi, words, spaces and marks.
func tokens(text string) []string {
	var all []string
	for text != "" {
		n := 0
		for i, r := range text {
			if i > 0 && !(isWordRune(r) && n > 0) {
				break
			}
			if i == 0 && !isWordRune(r) {
				n = utf8.RuneLen(r)
				if r == utf8.RuneError {
					_, n = utf8.DecodeRuneInString(text)
				}
				break
			}
			n = i + utf8.RuneLen(r)
		}
		all = append(all, text[:n])
		text = text[n:]
	}
	return all
}

func isWordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’') && !unicode.Is(unicode.Han, r)
}

// differ gathers the pieces of a comparison.
type differ struct{ pieces []Piece }

func (d *differ) add(c Change, words ...string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, "")
	if n := len(d.pieces); n > 0 && d.pieces[n-1].Change == c {
		d.pieces[n-1].Text += text
		return
	}
	d.pieces = append(d.pieces, Piece{text, c})
}

// maxTable bounds the table of a comparison (cells).
const maxTable = 8 << 20

// middle compares what is left between a common beginning and end, by their
// longest common subsequence.
func (d *differ) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || (len(a)+1)*(len(b)+1) > maxTable {
		d.add(Removed, a...)
		d.add(Added, b...)
		return
	}
	width := len(b) + 1
	common := make([]uint16, (len(a)+1)*width) // of the rests from i and j on
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			d.add(Same, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			d.add(Removed, a[i])
			i++
		default:
			d.add(Added, b[j])
			j++
		}
	}
	d.add(Removed, a[i:]...)
	d.add(Added, b[j:]...)
}

// tidy makes a comparison readable: a crumb that is the same between two
// changes belongs to both, and of one change the removal stands first.
func tidy(pieces []Piece) []Piece {
	var d differ
	var removed, added strings.Builder
	flush := func() {
		if removed.Len() > 0 {
			d.add(Removed, removed.String())
		}
		if added.Len() > 0 {
			d.add(Added, added.String())
		}
		removed.Reset()
		added.Reset()
	}
	for i, p := range pieces {
		switch p.Change {
		case Removed:
			removed.WriteString(p.Text)
		case Added:
			added.WriteString(p.Text)
		default:
			between := i > 0 && i+1 < len(pieces)
			if between && isCrumb(p.Text) {
				removed.WriteString(p.Text)
				added.WriteString(p.Text)
				continue
			}
			flush()
			d.add(Same, p.Text)
		}
	}
	flush()
	return d.pieces
}

// isCrumb reports a text too short to be read between two changes: one hanzi,
// or spaces and marks.
func isCrumb(text string) bool {
	if utf8.RuneCountInString(text) == 1 {
		return true
	}
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
