package find

import (
	"slices"
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/library/index"
)

// A Query is what is looked for: all words of the text, in arguments that pass
// all filters.
//
// In the text a space means "and"; a word that is nowhere in the library is
// left out if with it nothing is found. What stands in quotation marks is
// looked for as it is, spaces and marks included. Filters can be typed too, in
// either language: kind:challenge or 类型:挑战, tag:security or 标签:security,
// source:PACK or 来源:PACK, answers:C1 or 答:C1 (also: answers C1).
type Query struct {
	Text    string
	Kinds   []argument.Kind // one of these; none: any
	Tags    []string        // all of these
	Packs   []string        // in one of these, by id, or part of a title or author's name; none: any
	Answers []string        // ids of challenges: answering one of these, itself or through a part; none: any
	Limit   int             // at most so many hits; 0: all
}

// maxWords and maxLength bound what is looked at of a query (words, bytes):
// beyond them is a pasted text, and no less is found by its beginning.
const (
	maxWords  = 24
	maxLength = 1000
)

// A word is one part of a query's text, folded.
type word struct {
	text  string
	exact bool
}

// parse takes the filters out of the query's text and returns its words.
func (q Query) parse(isChallenge func(id string) bool) (Query, []word) {
	q.Kinds, q.Tags = slices.Clone(q.Kinds), slices.Clone(q.Tags)
	q.Packs, q.Answers = slices.Clone(q.Packs), slices.Clone(q.Answers)
	text := q.Text
	if len(text) > maxLength {
		text = strings.ToValidUTF8(text[:maxLength], "")
	}
	pieces := split(index.Fold(text))
	var words []word
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if p.key == "" && p.text == "answers" && !p.exact && i+1 < len(pieces) && isChallenge(pieces[i+1].text) {
			p = piece{key: p.text, text: pieces[i+1].text}
			i++
		}
		if p.key == "" || !q.filter(p.key, p.text) {
			if p.key != "" {
				p.text = strings.TrimSuffix(p.key+":"+p.text, ":")
			}
			if p.text != "" && len(words) < maxWords {
				words = append(words, word{p.text, p.exact})
			}
		}
	}
	return q, words
}

// filter adds a typed filter; false if there is none of that name.
func (q *Query) filter(key, value string) bool {
	if value == "" {
		return false
	}
	switch key {
	case "kind", "类型", "类":
		q.Kinds = append(q.Kinds, kindOf(value))
	case "tag", "标签":
		q.Tags = append(q.Tags, value)
	case "source", "pack", "来源":
		q.Packs = append(q.Packs, value)
	case "answers", "answer", "答", "回应", "应对":
		q.Answers = append(q.Answers, value)
	default:
		return false
	}
	return true
}

// kindOf returns the kind that is called name in either language. One that is
// not known finds nothing.
func kindOf(name string) argument.Kind {
	for k, chinese := range map[argument.Kind]string{
		argument.Concept: "概念", argument.Role: "作用", argument.Trait: "特点", argument.Challenge: "挑战",
		argument.Stage: "阶段", argument.Feature: "特征", argument.Countermeasure: "对策", argument.EvidenceKind: "证据",
		argument.Conclusion: "结论", argument.Thesis: "主张", argument.Option: "选项", argument.Recommendation: "建议",
	} {
		if name == chinese {
			return k
		}
		if name == string(k)+"s" {
			return k
		}
	}
	return argument.Kind(name)
}

// A piece is a word of a query as typed: text, "text", key:text or key:"text".
type piece struct {
	key, text string
	exact     bool
}

// split takes a folded query apart. A quotation mark that is not closed
// reaches to the end.
func split(s string) []piece {
	var pieces []piece
	var current piece
	var b strings.Builder
	quoted := false
	flush := func() {
		current.text = strings.TrimSpace(b.String())
		if current.text != "" || current.key != "" {
			pieces = append(pieces, current)
		}
		current = piece{}
		b.Reset()
	}
	for _, r := range s {
		switch {
		case r == '"' && quoted:
			quoted = false
			flush()
		case r == '"':
			if b.Len() > 0 || current.exact {
				flush()
			}
			quoted, current.exact = true, true
		case !quoted && unicode.IsSpace(r):
			flush()
		case !quoted && r == ':' && current.key == "" && b.Len() > 0:
			current.key = b.String()
			b.Reset()
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return pieces
}
