// Package language holds what Celun knows of its two languages, Chinese and
// English: the pair of texts that nearly every value of the program consists
// of, the counting of 字 and words, and the error that is told to a user in
// both.
//
//	t := language.Text{ZH: "数字外交", EN: "digital diplomacy"}
//	t.In(language.EN)                      // "digital diplomacy"
//	language.Count(language.ZH, t.ZH)      // 4
package language

import "strconv"

// A Language is one of the two languages of a brief.
type Language string

// The two languages. Their order in [Both] is the order in which a section is
// read: its Chinese, then its English.
const (
	ZH Language = "zh"
	EN Language = "en"
)

// Both returns the two languages in reading order.
func Both() []Language { return []Language{ZH, EN} }

// Tag returns the BCP 47 tag that pages and PDF elements carry: zh-CN for
// Chinese and en-GB for English.
func (l Language) Tag() string {
	if l == EN {
		return "en-GB"
	}
	return "zh-CN"
}

// Other returns the twin language.
func (l Language) Other() Language {
	if l == EN {
		return ZH
	}
	return EN
}

// A Text is one piece of text in both languages. Either side may be empty;
// what that means is for the checks to say.
type Text struct {
	ZH string `json:"zh" yaml:"zh"`
	EN string `json:"en" yaml:"en"`
}

// In returns the text in l.
func (t Text) In(l Language) string {
	if l == EN {
		return t.EN
	}
	return t.ZH
}

// With returns a copy of t whose text in l is s.
func (t Text) With(l Language, s string) Text {
	if l == EN {
		t.EN = s
	} else {
		t.ZH = s
	}
	return t
}

// IsEmpty reports whether both sides are empty.
func (t Text) IsEmpty() bool { return t.ZH == "" && t.EN == "" }

// Missing returns the languages in which t has no text, in reading order.
func (t Text) Missing() []Language {
	var missing []Language
	for _, l := range Both() {
		if t.In(l) == "" {
			missing = append(missing, l)
		}
	}
	return missing
}

// Plural says how many of something there are in English: Plural(1, "error
// was", "errors were") is "1 error was".
func Plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}
