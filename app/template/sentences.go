package template

import (
	"regexp"
	"slices"
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
// …") and its Chinese line begins with 应. What does not keep to that, or
// cannot be told to, is put after a colon.
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
	if l == language.EN {
		return speakers.MatchString(text)
	}
	text = otherPeople.Replace(text)
	for _, w := range []string{"作者", "论者", "文章认为", "文章指出", "原文", "该文"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// speakers finds the authors or their article as whole words, which an
// authority or a co-author is not.
var speakers = regexp.MustCompile(`(?i)(^|[^\pL\pN-])(authors?|the article|the paper)($|[^\pL\pN-])`)

// otherPeople takes away the words that have 作者, 论者, 原文 or 该文 in them and
// mean something else.
var otherPeople = strings.NewReplacer(
	"工作者", "", "合作者", "", "协作者", "", "创作者", "", "写作者", "", "制作者", "", "操作者", "", "运作者", "",
	"评论者", "", "讨论者", "", "舆论者", "", "原文件", "", "原文化", "", "原文本", "",
	"该文件", "", "该文化", "", "该文明", "", "该文本", "", "该文献", "", "该文字", "", "该文物", "",
)

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

// reported returns a fact as the article reports it, unless it says so itself.
func (s sentences) reported(t language.Text) language.Text {
	if !attributed(t.ZH, language.ZH) {
		t.ZH = "据原文，" + t.ZH
	}
	if !attributed(t.EN, language.EN) {
		t.EN = "According to the article, " + s.lower(t.EN)
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
	switch do, ok := strings.CutPrefix(s.is(t.EN), " is to "); {
	case ok:
		t.EN = would[i%len(would)] + do
	case strings.HasPrefix(do, " is "):
		t.EN = who[i%len(who)] + " propose " + strings.TrimPrefix(do, " is ")
	default:
		t.EN = who[i%len(who)] + " propose this" + do
	}
	return t
}

// bare returns the Chinese of a countermeasure without the 应 it begins with.
// Where 应 may be part of a word it stays, which reads well too.
func bare(zh string) string {
	for _, should := range []string{"应当", "应该", "应", "须", "必须"} {
		if rest, ok := strings.CutPrefix(zh, should); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			if should == "应" && strings.ContainsRune(afterYing, r) || should == "须" && r == '知' {
				return zh
			}
			return rest
		}
	}
	return zh
}

// afterYing holds the characters that make a word with 应 before them: 应对,
// 应用, 应急, 应答, 应邀, 应变 and so on.
const afterYing = "对用急答邀变付允聘战试征诉验酬届有援声得召景收许力时接运敌考承和激募选"

// is joins the English of a countermeasure to the noun before it: " is to set
// rules" for an imperative, " is a fund" for a noun that shows itself as one,
// " is that ports should …" for a clause, and ": …" for what cannot be told.
func (s sentences) is(en string) string {
	padded := " " + en + " "
	for _, modal := range []string{" should ", " must ", " ought ", " needs to ", " need to "} {
		if strings.Contains(padded, modal) {
			return " is that " + s.lower(en)
		}
	}
	words := strings.Fields(en + " . .")
	switch {
	case slices.Contains([]string{"The", "A", "An"}, words[0]):
		return " is " + s.lower(en)
	case isVerb(words[0], words[1]):
		return " is to " + s.lower(en)
	}
	return ": " + s.lower(en)
}

// verbs are first words by which a countermeasure is taken for an imperative.
// Words that as often begin a noun, such as fund or review, are not among them.
var verbs = strings.Fields(`
	abolish accelerate act adapt adopt agree align allow amend apply assess assist bring broaden build choose
	clarify combine compare complete connect consider consolidate consult continue contribute coordinate create
	deepen define deliver deploy develop discuss diversify draw encourage enforce engage enhance ensure establish
	evaluate examine expand explore extend foster give grow guarantee guard harmonise identify implement improve
	include integrate introduce invest invite join keep launch learn let lower maintain make merge modernise
	monitor negotiate oppose organise participate persuade prepare prevent prioritise promote protect provide
	publish pursue put raise recognise reduce regulate reinforce remove renew replace require resist resolve
	respond restore restrict retain revise safeguard seek set shape simplify strengthen submit supervise support
	sustain take teach tighten track train uphold use verify widen withdraw work write`)

// isVerb reports whether a text that begins with the two words begins with an
// imperative: not "Support for …" or "Use of …".
func isVerb(first, second string) bool {
	return slices.Contains(verbs, strings.ToLower(first)) && second != "of" && (first != "Support" || second != "for")
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
