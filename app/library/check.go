package library

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// A Severity says how much a finding weighs.
type Severity string

// An error is to be mended before the pack is given to others; a hint is for
// the writer to know.
const (
	Error Severity = "error"
	Hint  Severity = "hint"
)

// A Finding is one thing that [Library.Check] has to say of an entry. The
// codes, which are those of the checks of a brief where both look for the same
// thing:
//
//	A1  error  nothing answers a challenge, nor all of its parts
//	A2  hint   a countermeasure has no evidence, nor has a part of it
//	A4  error  arguments support each other in a circle
//	B1  error  a text lacks one of the languages
//	B6  error  a text uses a rendering of a term that is to be avoided
//	L1  error  a link leads to an argument that is not there
//	L2  error  two packs have an argument with the same id
//	S2  error  a title, line or statement is too long or too short
type Finding struct {
	Code     string
	Severity Severity
	Pack     string
	ID       string // of the argument or term
	Message  language.Text
}

// A Span is the least and the most that a text may hold, in 字 or words.
type Span struct{ Least, Most int }

// Limit returns how long a text of an argument should be: what the layouts of
// briefs count on.
func Limit(k argument.Kind, n argument.Length, l language.Language) Span {
	zh, en := Span{60, 140}, Span{40, 95}
	switch {
	case n == argument.Title:
		zh, en = Span{1, 24}, Span{1, 14}
	case n == argument.Line:
		zh, en = Span{1, 45}, Span{1, 28}
	case k == argument.EvidenceKind:
		zh, en = Span{25, 90}, Span{15, 60}
	}
	if l == language.EN {
		return en
	}
	return zh
}

// Check returns what is wrong in the pack with the given id, in the order of
// its entries; an empty id checks all packs.
func (l *Library) Check(pack string) []Finding {
	c := checking{library: l, words: l.Lexicon(), circles: l.circles()}
	first := map[string]string{}
	for _, p := range l.packs {
		c.pack = p.ID
		c.skip = pack != "" && pack != p.ID
		for i := range p.Arguments {
			a := &p.Arguments[i]
			c.argument(a)
			if other, ok := first[a.ID]; ok {
				c.add("L2", Error, a.ID,
					fmt.Sprintf("包“%s”里也有编号 %s，只采用那一条", other, a.ID),
					fmt.Sprintf("the pack %q has the id %s too, and only that entry is used", other, a.ID))
			} else {
				first[a.ID] = p.ID
			}
		}
		for _, t := range p.Terms {
			c.pair(t.ID, "释义", "definition", t.Definition, false)
			c.pair(t.ID, "理由", "reason", t.Reason, false)
		}
	}
	return c.findings
}

// checking is one run of the checks.
type checking struct {
	library  *Library
	words    *Lexicon
	circles  map[string][]string // by the first argument of a circle
	pack     string
	skip     bool
	findings []Finding
}

func (c *checking) add(code string, s Severity, id, zh, en string) {
	if !c.skip {
		c.findings = append(c.findings, Finding{code, s, c.pack, id, language.Text{ZH: zh, EN: en}})
	}
}

func (c *checking) argument(a *argument.Argument) {
	if c.skip {
		return
	}
	c.pair(a.ID, "标题", "title", a.Title, true)
	c.pair(a.ID, "一句话", "line", a.Line, true)
	c.pair(a.ID, "论述", "statement", a.Statement, true)
	c.pair(a.ID, "备注", "note", a.Note, false)
	for _, length := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
		for _, l := range language.Both() {
			c.length(a, length, l)
			c.avoided(a, a.At(length).In(l), l)
		}
	}
	for _, k := range a.Links {
		c.pair(a.ID, "到 "+k.To+" 的联系的理由", "reason of the link to "+k.To, k.Reason, true)
		if _, ok := c.library.byID[k.To]; !ok {
			c.add("L1", Error, a.ID,
				fmt.Sprintf("联系（%s）指向 %s，论据库里没有这一条", k.Kind.Name().ZH, k.To),
				fmt.Sprintf("the link (%s) leads to %s, which the library does not have", k.Kind, k.To))
		}
	}
	if circle := c.circles[a.ID]; circle != nil {
		const most = 12
		shown, zh, en := circle[:min(most, len(circle))], "", ""
		if n := len(circle); n > most {
			zh, en = fmt.Sprintf("等 %d 条", n), fmt.Sprintf(" and %d more", n-most)
		}
		c.add("A4", Error, a.ID,
			"互相支持，绕成一圈："+strings.Join(shown, "、")+zh,
			"these support each other in a circle: "+strings.Join(shown, ", ")+en)
	}
	switch a.Kind {
	case argument.Challenge:
		if !c.library.answered(a.ID, nil) {
			c.add("A1", Error, a.ID, "挑战还没有对策", "the challenge has no countermeasure")
		}
	case argument.Countermeasure:
		if !c.library.proved(a.ID, nil) {
			c.add("A2", Hint, a.ID,
				"对策没有证据，写入简报时须注明是作者的判断",
				"the countermeasure has no evidence; a brief must call it the authors’ judgement")
		}
	}
}

// pair reports a text with one language only, and one with none if there has
// to be one.
func (c *checking) pair(id, zh, en string, t language.Text, need bool) {
	if t.IsEmpty() && !need {
		return
	}
	for _, l := range t.Missing() {
		name := language.Text{ZH: "中文", EN: "Chinese"}
		if l == language.EN {
			name = language.Text{ZH: "英文", EN: "English"}
		}
		c.add("B1", Error, id, zh+"缺少"+name.ZH, "the "+en+" has no "+name.EN)
	}
}

func (c *checking) length(a *argument.Argument, length argument.Length, l language.Language) {
	text := a.At(length).In(l)
	if text == "" {
		return
	}
	limit := Limit(a.Kind, length, l)
	n := language.Count(l, text)
	if n >= limit.Least && n <= limit.Most {
		return
	}
	name := map[argument.Length]language.Text{
		argument.Title: {ZH: "标题", EN: "title"}, argument.Line: {ZH: "一句话", EN: "line"}, argument.Statement: {ZH: "论述", EN: "statement"},
	}[length]
	unit := language.Text{ZH: "字", EN: "Chinese characters"}
	if l == language.EN {
		unit = language.Text{ZH: "词", EN: "words"}
	}
	c.add("S2", Error, a.ID,
		fmt.Sprintf("%s有 %d %s，应为 %d–%d", name.ZH, n, unit.ZH, limit.Least, limit.Most),
		fmt.Sprintf("the %s has %d %s; it should have %d to %d", name.EN, n, unit.EN, limit.Least, limit.Most))
}

// answered reports whether something answers a challenge, or each of its
// parts. Seen holds the wholes above it, for links can lead in circles.
func (l *Library) answered(challenge string, seen []string) bool {
	if len(l.linking(challenge, argument.Answers)) > 0 {
		return true
	}
	seen = append(seen, challenge)
	parts := 0
	for _, p := range l.Parts(challenge) {
		if p.Kind != argument.Challenge || slices.Contains(seen, p.ID) {
			continue
		}
		if parts++; !l.answered(p.ID, seen) {
			return false
		}
	}
	return parts > 0
}

// proved reports whether evidence supports an argument or a part of it.
func (l *Library) proved(id string, seen []string) bool {
	if slices.ContainsFunc(l.linking(id, argument.Supports), func(k Link) bool { return k.Kind == argument.EvidenceKind }) {
		return true
	}
	seen = append(seen, id)
	return slices.ContainsFunc(l.Parts(id), func(p *Entry) bool { return !slices.Contains(seen, p.ID) && l.proved(p.ID, seen) })
}
