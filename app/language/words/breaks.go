package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// Breaks returns where a line of s may end so that no phrase is torn, as
// numbers of runes before each break, ascending: between words, but not before
// a closing mark or a particle such as 的, not after an opening mark or a word
// that leads to the next such as 与 or 在, not between a number and what it
// counts or between 第 and its number, and in Western text after spaces only.
// A title that breaks at these places reads well; running text may also break
// between the characters of a word.
func (d *Dictionary) Breaks(s string) []int {
	pieces := d.pieces(s)
	var breaks []int
	at := 0
	for i, p := range pieces {
		if i > 0 && mayBreak(pieces, i) {
			breaks = append(breaks, at)
		}
		at += utf8.RuneCountInString(p.text)
	}
	return breaks
}

// mayBreak reports whether a line may end before piece i > 0.
func mayBreak(pieces []piece, i int) bool {
	next, previous := pieces[i], pieces[i-1]
	if next.kind == space || glues(previous) || glues(next) {
		return false
	}
	spaced := previous.kind == space
	if spaced {
		if i == 1 {
			return false // nothing but space on the line
		}
		previous = pieces[i-2]
	}
	if closes(next) || opens(previous) {
		return false
	}
	if counts(previous, next) || leans(next, trailing) || leans(previous, leading) {
		return false
	}
	return spaced || wide(previous) || wide(next)
}

// Words of one character that belong to the word before them, or after them,
// so closely that a line that parts them reads badly. Our own choice.
const (
	trailing = "的地得了着过们之等"
	leading  = "与和及或而在为以对从向将把被由让不非"
)

func leans(p piece, words string) bool {
	return p.kind == word && utf8.RuneCountInString(p.text) == 1 && strings.Contains(words, p.text)
}

// counts reports whether the two are a number and what it counts, such as
// 27亿 or 2022年, or 第 and a number.
func counts(a, b piece) bool {
	if a.kind == western && b.kind == word {
		first, _ := utf8.DecodeRuneInString(b.text)
		last, _ := utf8.DecodeLastRuneInString(a.text)
		return unicode.IsDigit(last) && startsWithDigit(a.text) && language.IsHan(first)
	}
	return a.text == "第" && b.kind == western && startsWithDigit(b.text)
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// glues reports whether p is made to hold its neighbours together: a no-break
// space, a word joiner.
func glues(p piece) bool {
	for _, r := range p.text {
		switch r {
		case '\u00A0', '\u202F', '\u2007', '\u2060', '\uFEFF':
			return true
		}
	}
	return false
}

// closes reports whether no line begins with p: closing marks, stops, what
// connects or follows a number (CLREQ 3.1.4; GB/T 15834-2011, 5.1).
func closes(p piece) bool {
	if p.kind != mark {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.text)
	switch r {
	case '，', '。', '、', '；', '：', '！', '？', '．', '・', '·', '‧', '•',
		',', '.', ';', ':', '!', '?', '"', '\'', '%', '％', '‰', '°', '℃',
		'/', '／', '-', '–', '～', '~', '…', '*', '—':
		return r != '—' || utf8.RuneCountInString(p.text) < 2 // 破折号 may
	}
	return unicode.In(r, unicode.Pe, unicode.Pf)
}

// opens reports whether no line ends with p: opening marks and signs before a
// number.
func opens(p piece) bool {
	if p.kind != mark {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.text)
	switch r {
	case '"', '\'', '#', '＃', '№', '@', '＠', '*':
		return true
	}
	return unicode.In(r, unicode.Ps, unicode.Pi, unicode.Sc)
}

// wide reports whether p is Chinese or set like it, so that a line may end at
// it without a space.
func wide(p piece) bool {
	if p.kind != mark {
		return p.kind == word
	}
	r, _ := utf8.DecodeRuneInString(p.text)
	return r == '—' || r == '…' || r == '“' || r == '”' || r == '‘' || r == '’' ||
		r >= 0x2E80 && r <= 0xFFEF || r >= 0x1F000
}
