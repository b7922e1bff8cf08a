package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/article"
	"celun/app/language"

	"golang.org/x/text/width"
)

// quotations is check E2: what stands in quotation marks beside a citation
// occurs in the article that is cited, if that was opened. A translation
// cannot be looked up, so that only the language of the article is checked.
func (r *run) quotations() {
	if len(r.options.Articles) == 0 {
		return
	}
	for i := range r.pairs {
		p := &r.pairs[i]
		for _, l := range language.Both() {
			s := p.in(l)
			done := map[Range]bool{} // two citations may stand behind one quotation
			for _, c := range s.cites {
				a := r.options.Articles[c.id]
				if a == nil || a.Language() != l {
					continue
				}
				for _, q := range quoted(l, s, c) {
					k := r.reviewer.lookUp(a, s, q)
					if k.found || done[q.Range] || r.elsewhere(s, q, l, c) {
						continue
					}
					done[q.Range] = true
					r.misquoted(p, l, a, q, k)
				}
			}
		}
	}
}

// elsewhere reports whether another source that is cited behind the same
// quotation has it, or may have it, since it is not opened.
func (r *run) elsewhere(s *side, q quotation, l language.Language, c citation) bool {
	for _, o := range s.cites {
		if o.id == c.id || o.To != c.From && o.From != c.To {
			continue // it does not stand beside it
		}
		a := r.options.Articles[o.id]
		if a == nil || a.Language() != l || r.reviewer.lookUp(a, s, q).found {
			return true
		}
	}
	return false
}

// misquoted reports a quotation that the article has not, with what stands
// there instead.
func (r *run) misquoted(p *pair, l language.Language, a *article.Article, q quotation, k looked) {
	s := p.in(l)
	zh := "引号里的话在《" + a.Name + "》中没有"
	en := "The words in quotation marks are not in ‘" + a.Name + "’"
	if k.like >= alike {
		at := k.nearest
		under := language.Text{}
		if at.Heading != "" {
			under = language.Text{ZH: "，“" + excerpt(at.Heading) + "”之下", EN: ", under ‘" + excerpt(at.Heading) + "’"}
		}
		zh += fmt.Sprintf("；最接近的在第 %d 段%s：“%s”", at.Paragraph, under.ZH, at.Text)
		en += fmt.Sprintf("; nearest is paragraph %d%s: ‘%s’", at.Paragraph, under.EN, at.Text)
	}
	f := r.add("E2", Error, in(p.at, l),
		zh+"。请照原文改正，或去掉引号改为转述", en+". Correct them, or drop the marks and retell").
		of(string(s.runes[q.From+k.from:q.From+k.to])).on(s, q.From+k.from, q.From+k.to)
	if k.like >= alike {
		r.instead(f, s, q.From+k.from, q.From+k.to, asQuoted(l, k.nearest.Text, s.runes[q.From-1]))
	}
}

// alike is how much of a quotation must stand in a passage for it to be what
// was meant.
const alike = 0.6

// A looked is what looking a quotation up has told.
type looked struct {
	found    bool
	from, to int // runes of the quotation that the article has not
	nearest  article.Passage
	like     float64
	round    int
}

type lookKey struct {
	article *article.Article
	quote   string
}

// lookUp looks a quotation up. Where it cannot be told where it ends, it is
// right if any of its ends makes it so, and else it is all of it.
func (v *Reviewer) lookUp(a *article.Article, s *side, q quotation) looked {
	key := lookKey{a, string(s.runes[q.From:q.ends[len(q.ends)-1]])}
	k, ok := v.looked[key]
	if !ok {
		for n, end := range slices.Backward(q.ends) {
			found := a.Find(string(s.runes[q.From:end]))
			if last := n == len(q.ends)-1; last || found.Whole && !short(s.language, s.runes[q.From:end]) {
				k = looked{found: found.Whole, from: found.From, to: min(found.To, end-q.From)}
			}
			if k.found {
				break
			}
		}
		if !k.found {
			k.nearest, k.like = a.Nearest(string(s.runes[q.From+k.from : q.From+k.to]))
		}
	}
	k.round = v.round
	v.looked[key] = k
	return k
}

// How long something in quotation marks is that is a quotation: shorter it is
// words that are spoken of.
const (
	shortestZH = 8 // runes
	shortestEN = 4 // words
)

// A quotation is what stands in quotation marks, without them. It ends at the
// first of ends, or at a later one: ’ is an apostrophe as well.
type quotation struct {
	Range
	ends []int
}

// quoted returns the quotations in the sentence that ends with a citation.
func quoted(l language.Language, s *side, c citation) []quotation {
	end := 0
	for end < len(s.at) && s.at[end] < c.From {
		end++
	}
	all := quotations(s.runes[:end])
	start := 0
	for i := end - 2; i >= 0; i-- {
		within := slices.ContainsFunc(all, func(q quotation) bool { return i >= q.From && i < q.ends[len(q.ends)-1] })
		if !within && endsSentence(l, s.runes, i, end) {
			start = i + 1
			break
		}
	}
	return slices.DeleteFunc(all, func(q quotation) bool {
		return short(l, s.runes[q.From:q.ends[len(q.ends)-1]]) || q.From < start
	})
}

// short reports that something in quotation marks is only spoken of.
func short(l language.Language, text []rune) bool {
	if l == language.EN {
		return len(strings.Fields(string(text))) < shortestEN
	}
	return len(text) < shortestZH
}

// endsSentence reports that a sentence ends with the rune at i, and not only
// with the citation before end.
func endsSentence(l language.Language, runes []rune, i, end int) bool {
	if l == language.ZH || runes[i] == '\n' {
		return strings.ContainsRune("。！？\n", runes[i]) && i+1 < end-1
	}
	return strings.ContainsRune(".!?", runes[i]) && i+2 < end && runes[i+1] == ' ' && !shortened(runes[max(0, i-12):i])
}

// Quotation marks that open, each with the one that closes.
var quotationMarks = map[rune]rune{'“': '”', '‘': '’', '「': '」', '『': '』'}

// quotations returns what stands in quotation marks, the outermost ones.
func quotations(runes []rune) []quotation {
	var all []quotation
	for i := 0; i < len(runes); i++ {
		closing, opens := quotationMarks[runes[i]]
		if !opens {
			continue
		}
		q := quotation{Range: Range{From: i + 1}}
		for j := i + 1; j < len(runes) && runes[j] != '\n'; j++ {
			if runes[j] == runes[i] {
				break // another one begins
			}
			if runes[j] == closing && !(closing == '’' && j+1 < len(runes) && (unicode.IsLetter(runes[j+1]) && !language.IsHan(runes[j+1]))) {
				q.ends = append(q.ends, j)
				if closing != '’' {
					break
				}
			}
		}
		if len(q.ends) > 0 && q.ends[0] > q.From {
			q.To = q.ends[0]
			all = append(all, q)
			i = q.ends[0]
		}
	}
	return all
}

// asQuoted returns a passage of an article as it stands within quotation
// marks: the marks within it are of the other kind, and the Chinese is in the
// widths of Chinese.
func asQuoted(l language.Language, passage string, opening rune) string {
	inner := strings.NewReplacer("“", "‘", "”", "’", "「", "‘", "」", "’")
	if opening == '‘' {
		inner = strings.NewReplacer("‘", "“", "”", "”", "’ ", "” ")
	}
	text := inner.Replace(passage)
	if l == language.EN {
		return text
	}
	runes := []rune(text)
	var all strings.Builder
	for i, r := range runes {
		beside := i > 0 && runes[i-1] >= 0x2E80 || i+1 < len(runes) && runes[i+1] >= 0x2E80
		switch full, marks := wide[r], r < utf8.RuneSelf; {
		case r == ' ' && beside:
		case marks && full != 0 && beside:
			all.WriteRune(full)
		case unicode.IsDigit(r) || unicode.Is(unicode.Latin, r) || r == '．' || r == '％':
			all.WriteString(width.Fold.String(string(r)))
		default:
			all.WriteRune(r)
		}
	}
	return all.String()
}
