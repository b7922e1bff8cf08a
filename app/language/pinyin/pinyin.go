// Package pinyin matches what is typed in Latin letters against Chinese text:
// whole syllables, initials, and both mixed, as input methods take them.
//
//	var t pinyin.Table
//	t.Find("szwj", "数字外交的内涵")     // 0, 4, true
//	t.Find("shuziwj", "数字外交的内涵")  // 0, 4, true
//	t.Find("chongqing", "重庆")        // 0, 2, true
//
// A character is tried with every reading that it has, so that 重庆, 长期 and
// 调整 are found as they are spoken; that some wrong readings match too costs
// a search little. The readings are those of go-pinyin.
package pinyin

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// The common block of Chinese characters. Outside it a reading is looked up
// each time.
const (
	firstCommon = 0x4E00
	lastCommon  = 0x9FFF
)

// maxQuery is the length of the longest query that is matched (letters).
const maxQuery = 64

// A Table tells readings of characters. The zero Table is ready, fills itself
// as it is asked and is safe for concurrent use.
type Table struct {
	// initials has the letters with which the readings of a character begin,
	// a bit each; known marks a character that was looked up.
	initials [lastCommon - firstCommon + 1]atomic.Uint32
}

const known = 1 << 31

// IsQuery reports whether s may be pinyin: two letters from a to z or more,
// with apostrophes, digits or ü among them at most.
func IsQuery(s string) bool {
	_, ok := letters(s)
	return ok
}

// Find returns where in text the first stretch stands that can be read as the
// query, as numbers of runes. Each character is read in full or by its initial
// (s or sh for 数); the last one may be broken off in the middle of a syllable
// if it is not the only one. Letters and digits in the text stand for
// themselves, marks and spaces in it are passed over. Case and apostrophes do
// not count; ü may be written ü, v or u.
func (t *Table) Find(query, text string) (start, end int, ok bool) {
	q, ok := letters(query)
	if !ok {
		return 0, 0, false
	}
	at := 0
	for i, r := range text {
		if t.mayBegin(r, q[0]) {
			if n := t.match(q, text[i:]); n > 0 {
				return at, at + n, true
			}
		}
		at++
	}
	return 0, 0, false
}

// Readings returns the readings of a character without tones, with v for ü;
// none if it is not Chinese or not known.
func Readings(r rune) []string {
	var all []string
	for reading := range strings.SplitSeq(toned(r), ",") {
		if s := plain(reading); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// mayBegin is a quick test for whether the character can be read with c at
// its beginning.
func (t *Table) mayBegin(r rune, c byte) bool {
	if r < firstCommon || r > lastCommon {
		if r < utf8.RuneSelf {
			return lower(r) == rune(c)
		}
		return language.IsHan(r)
	}
	cell := &t.initials[r-firstCommon]
	bits := cell.Load()
	if bits == 0 {
		bits = known
		for _, reading := range Readings(r) {
			bits |= 1 << (reading[0] - 'a')
		}
		cell.Store(bits) // the same whoever is first
	}
	return c >= 'a' && c <= 'z' && bits&(1<<(c-'a')) != 0
}

// match returns how many runes at the start of text can be read as all of q,
// or 0. It walks the text with the set of all places in q that can be reached.
func (t *Table) match(q, text string) int {
	var here [maxQuery + 1]bool
	here[0] = true
	runes, read := 0, 0
	for _, r := range text {
		runes++
		var next [maxQuery + 1]bool
		if r < utf8.RuneSelf || !language.IsHan(r) {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue // a mark or space: passed over
			}
			reached := false
			for j := range q {
				if here[j] && rune(q[j]) == lower(r) {
					next[j+1], reached = true, true
				}
			}
			if !reached {
				return 0
			}
			here = next
		} else {
			whole, reached := t.step(q, r, here[:], next[:], read > 0)
			if whole {
				return runes
			}
			if !reached {
				return 0
			}
			here = next
		}
		read++
		if here[len(q)] && read > 1 {
			return runes
		}
	}
	return 0
}

// step reads one character from every place that was reached. It reports
// whether q ends with it, and whether any place is left to go on from.
func (t *Table) step(q string, r rune, here, next []bool, follows bool) (ends, reached bool) {
	for _, reading := range Readings(r) {
		for _, spelt := range spellings(reading) {
			for j := range q {
				if !here[j] {
					continue
				}
				rest := q[j:]
				if strings.HasPrefix(rest, spelt) {
					next[j+len(spelt)], reached = true, true
					ends = ends || len(rest) == len(spelt) && (follows || len(spelt) > 1)
				} else if follows && strings.HasPrefix(spelt, rest) {
					ends = true
				}
				for _, n := range initial(spelt) {
					if strings.HasPrefix(rest, spelt[:n]) {
						next[j+n], reached = true, true
						ends = ends || len(rest) == n && follows
					}
				}
			}
		}
	}
	return ends, reached
}

// spellings returns how a reading is typed: ü as v or u.
func spellings(reading string) []string {
	if strings.Contains(reading, "v") {
		return []string{reading, strings.ReplaceAll(reading, "v", "u")}
	}
	return []string{reading}
}

// initial returns the lengths at which a reading may be cut to its initial.
func initial(reading string) []int {
	if len(reading) > 2 && reading[1] == 'h' {
		return []int{1, 2} // zh, ch, sh
	}
	if len(reading) > 1 {
		return []int{1}
	}
	return nil
}

// letters returns a query as it is matched: small letters and digits within.
func letters(s string) (string, bool) {
	if len(s) < 2 || len(s) > maxQuery {
		return "", false
	}
	var b strings.Builder
	count := 0
	for _, r := range s {
		r = lower(r)
		switch {
		case r == 'ü':
			r = 'v'
			fallthrough
		case r >= 'a' && r <= 'z':
			count++
			b.WriteRune(r)
		case r == '\'' || r == '’':
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		default:
			return "", false
		}
	}
	return b.String(), count >= 2
}

// lower maps capital letters to small ones and full-width letters and digits
// to half-width ones.
func lower(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r)
}

// plain takes the tones off a reading: lǜ is lv, ḿ is m.
func plain(toned string) string {
	var b strings.Builder
	for _, r := range toned {
		if r < utf8.RuneSelf {
			if r >= 'a' && r <= 'z' {
				b.WriteRune(r)
			}
			continue
		}
		// Each letter is followed by itself with tones. Marks that stand by
		// themselves, as in m̀, are in none and fall away.
		const toned = "aāáǎàeēéěèêếềiīíǐìoōóǒòuūúǔùvüǘǚǜǖmḿnńňǹ"
		if i := strings.IndexRune(toned, r); i >= 0 {
			b.WriteByte(toned[strings.LastIndexFunc(toned[:i], func(r rune) bool { return r < utf8.RuneSelf })])
		}
	}
	return b.String()
}
