package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// leastMessages is how many key messages a brief has at least; product
// guidance asks for three to five.
const leastMessages = 3

// keyMessages sets one message for each challenge, which joins it to its
// leading answer. A brief on one or two challenges has further messages: what
// the evidence shows most sharply, and then further answers.
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
		messages = append(messages, func() language.Text { return f.message(i, even(pieces)) })
	}
	if len(messages) < leastMessages {
		messages = append(messages, f.finding)
	}
	for i := 0; i < most && len(messages) < leastMessages; i++ {
		if t := f.further(i); !t.IsEmpty() {
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

// even returns the shortest length of pieces, for messages of one brief have
// one length.
func even(pieces []*piece) argument.Length {
	return slices.MaxFunc(pieces, func(a, b *piece) int { return a.step - b.step }).length()
}

// message joins a challenge to its leading answer in one sentence.
func (f *filling) message(i int, n argument.Length) language.Text {
	c := f.challenges[i]
	t := f.sentences.claims(clause(taken(c, n)), c.Claim, i)
	direct, ok := f.leading(i)
	if !ok {
		return language.Text{
			ZH: t.ZH + "；文中没有针对它的对策。",
			EN: t.EN + "; the article offers no countermeasure to it.",
		}
	}
	join := oneOf(i, []language.Text{
		{ZH: "；其对策中最直接的是", EN: "; the most direct of their measures"},
		{ZH: "；首要的应对是", EN: "; their first answer"},
		{ZH: "；与此最为对应的主张是", EN: "; the proposal that meets this most closely"},
		{ZH: "；对此，最直接的一条是", EN: "; what they put forward first against it"},
	})
	for before := range f.challenges[:i] {
		if a, ok := f.leading(before); ok && a.ID == direct.ID {
			join = language.Text{ZH: "；最直接的对策同样是", EN: "; here too the most direct measure"}
		}
	}
	answer := clause(taken(direct.Entry, argument.Title))
	return language.Text{
		ZH: t.ZH + join.ZH + bare(answer.ZH) + "。",
		EN: t.EN + join.EN + f.sentences.is(answer.EN) + ".",
	}
}

// finding is a message about the evidence for all the chosen challenges: its
// sharpest contrast, or else its first figure or case.
func (f *filling) finding() language.Text {
	var all []*library.Entry
	for i := range f.evidence {
		for _, s := range f.evidence[i] {
			if s.full && !s.weak {
				all = append(all, s.Entry)
			}
		}
	}
	if len(all) == 0 {
		t := language.Text{ZH: "文章没有专门为这一判断提供数据或事例，只有作者的论述。", EN: "The article offers no data or cases for this judgement, only the authors’ reasoning."}
		if len(f.challenges) > 1 {
			t = language.Text{ZH: "文章没有专门为这些判断提供数据或事例，只有作者的论述。", EN: "The article offers no data or cases for these judgements, only the authors’ reasoning."}
		}
		return t
	}
	if high, low := contrast(all); high != nil {
		a, b := clause(taken(high, argument.Line)), clause(taken(low, argument.Line))
		return stop(f.sentences.reported(language.Text{
			ZH: a.ZH + "，而" + b.ZH,
			EN: a.EN + ", while " + f.sentences.lower(b.EN),
		}))
	}
	first := all[0]
	if i := slices.IndexFunc(all, func(e *library.Entry) bool { return isFigure(e) }); i >= 0 {
		first = all[i]
	}
	t := clause(taken(first, argument.Line))
	if first.Claim == argument.Author {
		return stop(f.sentences.claims(t, first.Claim, 0))
	}
	return stop(f.sentences.reported(t))
}

// isFigure reports whether e is a fact with a number above nought.
func isFigure(e *library.Entry) bool {
	return e.Claim != argument.Author && e.Evidence != nil && e.Evidence.Number != nil && *e.Evidence.Number > 0
}

// contrast returns the two figures of one unit and date that are furthest
// apart, as one is to the other; none if there are no two that differ.
func contrast(all []*library.Entry) (high, low *library.Entry) {
	widest := 1.0
	for _, a := range all {
		for _, b := range all {
			if !isFigure(a) || !isFigure(b) || a.Evidence.Unit == "" || a.Evidence.Unit != b.Evidence.Unit || a.Evidence.Date != b.Evidence.Date {
				continue
			}
			if ratio := *a.Evidence.Number / *b.Evidence.Number; ratio > widest {
				widest, high, low = ratio, a, b
			}
		}
	}
	return high, low
}

// further is a message about the first answer to a challenge that leads none
// of those chosen.
func (f *filling) further(i int) language.Text {
	for _, a := range f.answers[i] {
		if f.leads(a.ID) {
			continue
		}
		t := f.sentences.proposes(stop(taken(a.Entry, argument.Line)), 1)
		// It stands alone here, so nobody is named before.
		t.ZH = strings.Replace(t.ZH, "他们还主张", "作者还主张", 1)
		t.EN = strings.Replace(t.EN, "They also", "The authors also", 1)
		t.EN = strings.Replace(t.EN, "They would also", "The authors would also", 1)
		return t
	}
	return language.Text{}
}
