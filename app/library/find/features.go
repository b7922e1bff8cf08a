package find

import (
	"strings"
	"unicode/utf8"

	"celun/app/language"
	"celun/app/language/words"
	"celun/app/library"
	"celun/app/library/index"
)

// What a feature of an argument counts for by where it stands: a title says
// what it is about.
var aboutness = [...]float64{index.Title: 3, index.Line: 1.5, index.Statement: 1}

// function are characters that join others rather than say something; pairs
// with one of them are no features.
const function = "的了和与或在为等是而并其及以也都就让把被从向由之将对于这那有不中所则因但还更使可能上下"

// common are English words that say nothing of what a text is about. Half of
// them are what any entry says of its authors.
const common = " a about above after all also although an and any are argue argues as at author authors be because been being " +
	"between both but by can do does for from had has have hold holds how however if in into is it its least less like " +
	"made make makes many may more most must no nor not of on one only or other others out over own so some such than " +
	"that the their them then there these they this those through thus to too two under up view was were what when " +
	"where which while who whose will with without would yet "

// commonZH are Chinese words of the same kind.
const commonZH = " 作者 认为 他们 它们 指出 看来 主张 同时 这些 其中 已经 通过 成为 进行 "

// A feature is a pair of Chinese characters, a Chinese word, or the stem of an
// English word.
type feature struct {
	key    string // 数字 for the pair, ·数字 for the word, digit for the stem
	shown  string // as a reader knows it: 数字, digital
	weight float64
}

// wordMark marks the keys of Chinese words, which pairs and stems do not have.
const wordMark = "·"

// chineseOf returns the Chinese texts of an argument, folded and apart.
func chineseOf(e *library.Entry) string {
	var b strings.Builder
	for _, t := range textsOf(e) {
		if t.language == language.ZH {
			b.WriteString(index.Fold(t.text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// features returns what an argument is about, with how much it says of each.
// The dictionary may know no word, or be nil.
func features(e *library.Entry, d *words.Dictionary) map[string]feature {
	all := map[string]feature{}
	add := func(key, shown string, weight float64) {
		f := all[key]
		f.key, f.weight = key, f.weight+weight
		if f.shown == "" || len(shown) < len(f.shown) {
			f.shown = shown
		}
		all[key] = f
	}
	for _, t := range textsOf(e) {
		if t.language == "" {
			continue
		}
		weight := aboutness[t.place]
		for p := range index.Pieces(index.Fold(t.text)) {
			if !p.Han {
				if len(p.Text) > 1 && !strings.Contains(common, " "+p.Text+" ") {
					add(stem(p.Text), p.Text, weight)
				}
				continue
			}
			for at := 0; at < len(p.Text); {
				_, first := utf8.DecodeRuneInString(p.Text[at:])
				_, second := utf8.DecodeRuneInString(p.Text[at+first:])
				if pair := p.Text[at : at+first+second]; second > 0 && tells(pair) {
					add(pair, pair, weight)
				}
				at += first
			}
		}
		if d == nil || t.language != language.ZH {
			continue
		}
		for _, w := range d.Cut(t.text) {
			if utf8.RuneCountInString(w) > 1 && tells(w) &&
				!strings.ContainsFunc(w, func(r rune) bool { return !language.IsHan(r) }) {
				add(wordMark+w, w, weight)
			}
		}
	}
	return all
}

// tells reports whether a pair or word says something.
func tells(s string) bool {
	return !strings.ContainsAny(s, function) && !strings.Contains(commonZH, " "+s+" ")
}
