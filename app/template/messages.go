package template

import (
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// leastMessages is how many key messages a brief has at least; product
// guidance asks for three to five.
const leastMessages = 3

// keyMessages sets one message for each challenge, which joins it to its most
// direct answer. A brief on one or two challenges has further messages about
// the evidence and the other answers.
func (f *filling) keyMessages(r Rule) []stretch {
	most := len(f.challenges)
	if r.Most > 0 {
		most = min(most, r.Most)
	}
	var pieces []*piece
	var messages []func() language.Text
	for i, c := range f.challenges[:most] {
		p := newPiece(c, r.Length, mainPoint)
		pieces = append(pieces, p)
		messages = append(messages, func() language.Text { return f.message(i, p.length()) })
	}
	for i := 0; i < most && len(messages) < leastMessages; i++ {
		messages = append(messages, func() language.Text { return f.proof(i) })
	}
	for i := 0; i < most && len(messages) < leastMessages; i++ {
		if t := f.others(i); !t.IsEmpty() {
			messages = append(messages, func() language.Text { return t })
		}
	}
	for _, c := range f.challenges[most:] {
		f.report.LeftOut = append(f.report.LeftOut, LeftOut{c.ID, c.Title, "key-messages"})
	}
	return []stretch{{pieces, func() []brief.Block {
		var zh, en []string
		for _, m := range messages {
			t := m()
			zh, en = append(zh, t.ZH), append(en, t.EN)
		}
		return []brief.Block{{Kind: brief.KeyMessages, Text: language.Text{ZH: strings.Join(zh, "\n"), EN: strings.Join(en, "\n")}}}
	}}}
}

// message joins a challenge to its first answer in one sentence.
func (f *filling) message(i int, n argument.Length) language.Text {
	c := f.challenges[i]
	t := f.sentences.claims(clause(taken(c, n)), c.Claim, i)
	if len(f.answers[i]) == 0 {
		return language.Text{
			ZH: t.ZH + "；文中没有针对它的对策。",
			EN: t.EN + "; the article offers no countermeasure to it.",
		}
	}
	direct := f.answers[i][0]
	join := language.Text{ZH: "；其对策中最直接的是", EN: "; the most direct of their measures is "}
	for _, before := range f.answers[:i] {
		if len(before) > 0 && before[0].ID == direct.ID {
			join = language.Text{ZH: "；最直接的对策同样是", EN: "; here too the most direct measure is "}
		}
	}
	answer := clause(taken(direct.Entry, argument.Title))
	return language.Text{
		ZH: t.ZH + join.ZH + bare(answer.ZH) + "。",
		EN: t.EN + join.EN + f.sentences.to(answer.EN) + ".",
	}
}

// proof is a message about the evidence for a challenge.
func (f *filling) proof(i int) language.Text {
	n := len(f.evidence[i])
	if n == 0 {
		return language.Text{
			ZH: "文章没有为“" + f.challenges[i].Title.ZH + "”这一判断提供数据或事例。",
			EN: "The article gives no data or cases for the judgement that " + f.sentences.lower(clause(f.challenges[i].Title).EN) + ".",
		}
	}
	e := f.evidence[i][0]
	t := clause(f.sentences.claims(taken(e.Entry, argument.Line), e.Claim, i))
	if n == 1 {
		return language.Text{ZH: "文中的证据只有一项：" + t.ZH + "。", EN: "The article offers one piece of evidence: " + f.sentences.lower(t.EN) + "."}
	}
	return language.Text{
		ZH: "文中列出" + count(n).ZH + "项证据，例如：" + t.ZH + "。",
		EN: "The article offers " + count(n).EN + " pieces of evidence, among them this: " + f.sentences.lower(t.EN) + ".",
	}
}

// others is a message about the answers to a challenge after the first.
func (f *filling) others(i int) language.Text {
	var zh, en []string
	for _, a := range f.answers[i][min(1, len(f.answers[i])):] {
		t := clause(taken(a.Entry, argument.Title))
		zh, en = append(zh, "“"+bare(t.ZH)+"”"), append(en, f.sentences.to(t.EN))
	}
	if len(zh) == 0 {
		return language.Text{}
	}
	verb := " are "
	if len(en) == 1 {
		verb = " is "
	}
	measures := map[string]string{" is ": "measure", " are ": "measures"}[verb]
	return language.Text{
		ZH: "作者提出的对策还有" + strings.Join(zh, "") + "。",
		EN: "The authors’ further " + measures + verb + series(en) + ".",
	}
}
