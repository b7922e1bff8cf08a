package template

import (
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// bottomLine sets three messages for who reads nothing else: what the authors
// see, what the evidence shows, and what they would do first.
func (f *filling) bottomLine(r Rule) []stretch {
	var pieces []*piece
	for _, c := range f.challenges {
		length := r.Length
		if len(f.challenges) > 1 {
			length = argument.Title // several lines in one sentence cannot be read
		}
		pieces = append(pieces, newPiece(c, length, mainPoint))
	}
	return []stretch{{pieces, func() []brief.Block {
		messages := []language.Text{f.seen(pieces), f.finding()}
		if t := f.first(); !t.IsEmpty() {
			messages = append(messages, t)
		}
		return []brief.Block{{Kind: brief.KeyMessages, Text: lines(messages)}}
	}}}
}

// seen says which challenges the authors see.
func (f *filling) seen(pieces []*piece) language.Text {
	if len(pieces) == 1 {
		c := pieces[0]
		return f.sentences.claims(stop(taken(c.Entry, c.length())), c.Claim, 0)
	}
	var titles []language.Text
	for _, c := range f.challenges {
		titles = append(titles, taken(c, argument.Title))
	}
	n, all := count(len(titles)), f.sentences.titles(titles)
	return stop(language.Text{
		ZH: "作者指出" + n.ZH + "项挑战：" + all.ZH,
		EN: "The authors see " + n.EN + " challenges: " + all.EN,
	})
}

// first says with which measures to begin.
func (f *filling) first() language.Text {
	leads := f.leadNames()
	if len(leads) == 0 {
		return language.Text{ZH: "文章没有提出对策。", EN: "The article proposes no countermeasures."}
	}
	all := together(leads)
	if len(f.challenges) == 1 {
		return language.Text{
			ZH: "作者的对策中，最直接的是" + all.ZH + "。",
			EN: "The most direct of the measures that the authors propose is " + all.EN + ".",
		}
	}
	if len(leads) == 1 {
		return language.Text{
			ZH: "作者的对策中，最直接的都是" + all.ZH + "。",
			EN: "The most direct of the measures that the authors propose is the same for all: " + all.EN + ".",
		}
	}
	return language.Text{
		ZH: "作者的对策中，最直接的是" + all.ZH + "。",
		EN: "The most direct of the measures that the authors propose are " + all.EN + ".",
	}
}

// leadNames returns the names of the leading answers, each once.
func (f *filling) leadNames() []language.Text {
	var all []language.Text
	for i := range f.challenges {
		if a, ok := f.leading(i); ok {
			if name := quoted(a.Entry); !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// mostProofs is how many points prove a pillar.
const mostProofs = 3

// pillars sets what a speaker leans on. Several challenges are a pillar each:
// its line, then evidence and an answer in a breath each. One challenge has
// three: what is at stake, what shows it, what to do.
func (f *filling) pillars(r Rule) []stretch {
	most := mostProofs
	if r.Most > 0 {
		most = r.Most
	}
	heading := func(t language.Text) stretch {
		return fixed(brief.Block{Kind: brief.Heading, Level: 2, Text: t})
	}
	if len(f.challenges) == 1 {
		all := []stretch{heading(language.Text{ZH: "问题是什么", EN: "What is at stake"}), f.claim(0, argument.Line)}
		all = append(all, heading(language.Text{ZH: "依据是什么", EN: "What shows it"}))
		all = append(all, f.proof(0, most)...)
		all = append(all, heading(language.Text{ZH: "应当怎么办", EN: "What to do"}))
		return append(all, f.measuresTo(0, most)...)
	}
	var all []stretch
	for i, c := range f.challenges {
		all = append(all, fixed(brief.Block{
			Kind: brief.Heading, Level: 2, Text: taken(c, argument.Title), From: origin(c, argument.Title),
		}))
		all = append(all, f.proof(i, 1)...)
		all = append(all, f.measuresTo(i, 1)...)
	}
	return all
}

// claim sets challenge i as a paragraph.
func (f *filling) claim(i int, n argument.Length) stretch {
	p := newPiece(f.challenges[i], n, mainPoint)
	return stretch{[]*piece{p}, func() []brief.Block {
		return []brief.Block{f.argument(p, f.sentences.claims(stop(taken(p.Entry, p.length())), p.Claim, i))}
	}}
}

// proof sets the first pieces of evidence for challenge i, or says that there
// is none of its own.
func (f *filling) proof(i, most int) []stretch {
	var all []stretch
	for _, s := range f.sharpest(i) {
		if len(all) == most {
			break
		}
		p := newPiece(s.Entry, argument.Line, furtherEvidence)
		p.lengths = p.lengths[:1]
		p.optional = len(all) > 0
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			if p.left() {
				return nil
			}
			return []brief.Block{f.argument(p, f.sentences.claims(stop(taken(p.Entry, argument.Line)), p.Claim, 0))}
		}})
	}
	if len(all) == 0 {
		all = append(all, fixed(brief.Block{Kind: brief.Paragraph, Text: f.noEvidence(i, false)}))
	}
	return all
}

// noEvidence says that challenge i has no evidence of its own, as a point or as
// the reply to a question.
func (f *filling) noEvidence(i int, reply bool) language.Text {
	t := language.Text{
		ZH: "文章没有专门为这一判断提供数据或事例，只有作者的论述。",
		EN: "The article offers no data or cases for this judgement, only the authors’ reasoning.",
	}
	if reply {
		t = language.Text{
			ZH: "这一点文章没有拿出数据或事例，是作者的推论。",
			EN: "On this the article has neither data nor cases; it is what the authors infer.",
		}
	}
	var names []language.Text
	for _, s := range f.evidence[i] {
		names = append(names, quoted(s.Entry))
	}
	if len(names) == 0 {
		return t
	}
	all := together(names)
	verb := " have some bearing on it."
	if len(names) == 1 {
		verb = " has some bearing on it."
	}
	if reply {
		return follow(t, language.Text{ZH: "与它最接近的材料是" + all.ZH + "。", EN: "What comes nearest to it is " + all.EN + "."})
	}
	return follow(t, language.Text{ZH: "可作旁证的有" + all.ZH + "。", EN: all.EN + verb})
}

// sharpest returns the evidence of challenge i's own, the two sides of its
// sharpest contrast first, or else its first figure.
func (f *filling) sharpest(i int) []support {
	var all []support
	for _, s := range f.evidence[i] {
		if !s.weak {
			all = append(all, s)
		}
	}
	rank := func(s support) int {
		if isFigure(s.Entry) {
			return 1
		}
		return 2
	}
	high, low := contrast(entriesOf(all))
	slices.SortStableFunc(all, func(a, b support) int {
		at := func(s support) int {
			if high != nil && (s.ID == high.ID || s.ID == low.ID) {
				return 0
			}
			return rank(s)
		}
		return at(a) - at(b)
	})
	return all
}

// measuresTo sets the first answers to challenge i as proposals, or says that
// there is none.
func (f *filling) measuresTo(i, most int) []stretch {
	if len(f.answers[i]) == 0 {
		return f.replies(i, argument.Line)
	}
	var all []stretch
	for n, a := range f.answers[i] {
		if n == most {
			break
		}
		if !a.full {
			if n == 0 {
				all = append(all, f.again(i, []answer{a}, i, inSpeech))
			}
			continue
		}
		p := newPiece(a.Entry, argument.Line, furtherAnswer)
		p.optional = n > 0
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			if p.left() {
				return nil
			}
			b := f.argument(p, f.sentences.proposes(stop(taken(p.Entry, p.length())), n))
			b.Answers = f.answered(p.Entry)
			return []brief.Block{b}
		}})
	}
	return all
}

// lines joins texts as the items of a list.
func lines(ts []language.Text) language.Text {
	var t language.Text
	for i, s := range ts {
		if i > 0 {
			t.ZH += "\n"
			t.EN += "\n"
		}
		t.ZH += s.ZH
		t.EN += s.EN
	}
	return t
}
