package catalogue

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// conclusion is the last section of an article.
var conclusion = language.Text{ZH: "结语", EN: "conclusion"}

// numerals are the Chinese numerals from nought to ten.
const numerals = "零一二三四五六七八九十"

// SectionName returns the section of an article, as an argument names it, for
// readers of both languages: 三(二) is 3(2) in English, and the point 四·一是
// is 4, first point. Another name stays as it is.
func SectionName(name string) language.Text {
	same := language.Text{ZH: name, EN: name}
	if name == conclusion.ZH {
		return conclusion
	}
	head, point, pointed := strings.Cut(name, "·")
	main, part, parted := strings.Cut(head, "(")
	n, ok := numeral(main)
	if !ok {
		return same
	}
	en := strconv.Itoa(n)
	if parted {
		i, ok := numeral(strings.TrimSuffix(part, ")"))
		if !ok || !strings.HasSuffix(part, ")") {
			return same
		}
		en += "(" + strconv.Itoa(i) + ")"
	}
	if pointed {
		i, ok := numeral(strings.TrimRightFunc(point, func(r rune) bool { return r == '是' }))
		if !ok || i < 1 || i > len(ordinals) {
			return same
		}
		en += " (" + ordinals[i-1] + " point)"
	}
	return language.Text{ZH: name, EN: en}
}

var ordinals = [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// numeral reads a Chinese numeral from 0 to 10.
func numeral(s string) (n int, ok bool) {
	i := 0
	for _, r := range numerals {
		if s == string(r) {
			return i, true
		}
		i++
	}
	return 0, false
}
