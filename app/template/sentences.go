package template

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// Sentences joins texts of a library into sentences of its own. It relies on
// how packs are written: a challenge's title and line are sentences; the
// English title and line of a countermeasure are imperatives ("Set rules for
// …") and its Chinese line begins with 应. What does not keep to that is still
// joined to a sentence, if a less smooth one.
type sentences struct {
	// proper holds the English words that keep their capital within a
	// sentence: those that the library never writes small.
	proper map[string]bool
}

func sentencesOf(lib *library.Library) sentences {
	large, small := map[string]bool{}, map[string]bool{}
	for _, e := range lib.All() {
		for _, t := range []language.Text{e.Title, e.Line, e.Statement} {
			start := true
			for w := range strings.FieldsSeq(t.EN) {
				bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
				bare, _ = strings.CutSuffix(bare, "’s")
				switch r, _ := utf8.DecodeRuneInString(bare); {
				case unicode.IsLower(r):
					small[upper(bare)] = true
				case unicode.IsUpper(r) && !start:
					large[bare] = true
				}
				start = strings.ContainsAny(w[len(w)-1:], ".:!?")
			}
		}
	}
	for w := range small {
		delete(large, w)
	}
	return sentences{large}
}

// lower returns English text as it reads within a sentence.
func (s sentences) lower(en string) string {
	first, _, _ := strings.Cut(en, " ")
	bare := strings.TrimFunc(first, func(r rune) bool { return !unicode.IsLetter(r) })
	stem, _ := strings.CutSuffix(bare, "’s")
	capitals := 0
	for _, r := range bare {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if s.proper[stem] || capitals > 1 || bare == "I" {
		return en
	}
	r, n := utf8.DecodeRuneInString(en)
	if r == utf8.RuneError {
		return en
	}
	return string(unicode.ToLower(r)) + en[n:]
}

// upper returns English text as it begins a sentence.
func upper(en string) string {
	r, n := utf8.DecodeRuneInString(en)
	if r == utf8.RuneError {
		return en
	}
	return string(unicode.ToUpper(r)) + en[n:]
}

// clause returns t without its final stop.
func clause(t language.Text) language.Text {
	return language.Text{ZH: strings.TrimRight(t.ZH, "。.；;"), EN: strings.TrimRight(t.EN, ".;")}
}

// stop returns t with a final stop, if it has no other mark at its end.
func stop(t language.Text) language.Text {
	if t.ZH != "" && !strings.HasSuffix(t.ZH, "。") && !strings.HasSuffix(t.ZH, "？") && !strings.HasSuffix(t.ZH, "！") {
		t.ZH += "。"
	}
	if t.EN != "" && !strings.ContainsAny(t.EN[len(t.EN)-1:], ".?!") {
		t.EN += "."
	}
	return t
}

// attributed reports whether a text says itself whose word it is, or is not
// written yet, so that nobody's word is in it.
func attributed(text string, l language.Language) bool {
	if text == "" {
		return true
	}
	words := []string{"作者", "论者", "文章认为", "文章指出", "原文", "该文"}
	if l == language.EN {
		text, words = strings.ToLower(text), []string{"author", "the article", "the paper"}
	}
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// claims returns t as the claim it is: an author's claim is said to be one,
// in varied words by turn i, unless it says so itself.
func (s sentences) claims(t language.Text, c argument.Claim, i int) language.Text {
	if c != argument.Author {
		return t
	}
	zh := []string{"作者认为，", "作者判断，", "在作者看来，", "按作者的判断，"}
	en := []string{"The authors argue that ", "The authors hold that ", "In the authors’ view, ", "As the authors see it, "}
	if !attributed(t.ZH, language.ZH) {
		t.ZH = zh[i%len(zh)] + t.ZH
	}
	if !attributed(t.EN, language.EN) {
		t.EN = en[i%len(en)] + s.lower(t.EN)
	}
	return t
}

// proposes returns the title or line of a countermeasure as a proposal of the
// authors, in varied words by turn i.
func (s sentences) proposes(t language.Text, i int) language.Text {
	zh := []string{"作者主张", "他们还主张", "他们也主张", "此外，他们主张"}
	who := []string{"The authors", "They also", "They further", "They moreover"}
	would := []string{"The authors would ", "They would also ", "They would further ", "Beyond that, they would "}
	if !attributed(t.ZH, language.ZH) {
		t.ZH = zh[i%len(zh)] + bare(t.ZH)
	}
	if attributed(t.EN, language.EN) {
		return t
	}
	if do, ok := strings.CutPrefix(s.to(t.EN), "to "); ok {
		t.EN = would[i%len(would)] + do
	} else {
		t.EN = who[i%len(who)] + " propose " + s.to(t.EN)
	}
	return t
}

// bare returns the Chinese of a countermeasure without the 应 it begins with.
func bare(zh string) string {
	for _, should := range []string{"应当", "应该", "应", "须", "必须"} {
		if rest, ok := strings.CutPrefix(zh, should); ok && !strings.HasPrefix(zh, "应对") && !strings.HasPrefix(zh, "应用") {
			return rest
		}
	}
	return zh
}

// to returns the English of a countermeasure as what follows "is": an
// infinitive for an imperative, and else a clause or a noun.
func (s sentences) to(en string) string {
	padded := " " + en + " "
	for _, modal := range []string{" should ", " must ", " ought ", " needs to ", " need to "} {
		if strings.Contains(padded, modal) {
			return "that " + s.lower(en)
		}
	}
	for _, noun := range []string{"The ", "A ", "An ", "More ", "Better "} {
		if strings.HasPrefix(en, noun) {
			return s.lower(en)
		}
	}
	return "to " + s.lower(en)
}

// titles lists sentences within a sentence: 一是……；二是…… and with semicolons.
func (s sentences) titles(ts []language.Text) language.Text {
	if len(ts) == 1 {
		return clause(ts[0])
	}
	var zh, en strings.Builder
	for i, t := range ts {
		t = clause(t)
		if i > 0 {
			zh.WriteString("；")
		}
		switch {
		case i == 0:
		case len(ts) == 2:
			en.WriteString(" and ")
		case i == len(ts)-1:
			en.WriteString("; and ")
		default:
			en.WriteString("; ")
		}
		zh.WriteString(number(i+1).ZH + "是" + t.ZH)
		en.WriteString(s.lower(t.EN))
	}
	return language.Text{ZH: zh.String(), EN: en.String()}
}

// enumerate lists names: 甲、乙、丙 and "A, B and C".
func enumerate(ts []language.Text) language.Text {
	var zh, en strings.Builder
	for i, t := range ts {
		switch {
		case i == 0:
		case i == len(ts)-1:
			zh.WriteString("、")
			en.WriteString(" and ")
		default:
			zh.WriteString("、")
			en.WriteString(", ")
		}
		zh.WriteString(t.ZH)
		en.WriteString(t.EN)
	}
	return language.Text{ZH: zh.String(), EN: en.String()}
}

// count returns a small number in words as it counts things: 两项, not 二项.
func count(n int) language.Text {
	t := number(n)
	if n == 2 {
		t.ZH = "两"
	}
	return t
}

// number returns a small number in words.
func number(n int) language.Text {
	zh := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}
	en := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < 0 || n >= len(zh) {
		return language.Text{ZH: digits(n), EN: digits(n)}
	}
	return language.Text{ZH: zh[n], EN: en[n]}
}
