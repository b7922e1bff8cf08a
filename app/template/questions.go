package template

import (
	"cmp"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// questions puts a question on each challenge that has what answers it. The
// reply follows it, or is the trainer's if the rule makes a prompt of it.
func (f *filling) questions(r Rule) []stretch {
	var all []stretch
	asked := 0
	for i := range f.challenges {
		if r.Most > 0 && asked == r.Most {
			break
		}
		text, ok := f.filledFor(r.Text, i)
		reply := f.reply(r, i)
		if !ok || reply == nil {
			continue
		}
		asked++
		q := brief.Block{Kind: brief.Question, Text: text, Space: float64(r.Space), Minutes: r.Minutes}
		if r.As == Prompts {
			all = append(all, stretch{reply.pieces, func() []brief.Block {
				b := q
				b.Answer = spoken(reply.blocks())
				return []brief.Block{b}
			}})
			continue
		}
		all = append(all, fixed(q), *reply)
	}
	return all
}

// spoken joins the texts of blocks into one, without their citations: what a
// trainer says has its source in the participants' copy.
func spoken(blocks []brief.Block) language.Text {
	var t language.Text
	for _, b := range blocks {
		t = follow(t, language.Text{ZH: brief.Escape(brief.Plain(b.Text.ZH)), EN: brief.Escape(brief.Plain(b.Text.EN))})
	}
	return t
}

// reply returns what answers a question on challenge i; nil if there is
// nothing.
func (f *filling) reply(r Rule, i int) *stretch {
	length := argument.Statement
	if r.As == Prompts {
		length = argument.Line // what is said aloud is short
	}
	switch r.Reply {
	case ReplyClaim:
		s := f.claim(i, length)
		return &s
	case ReplyEvidence:
		return f.evidenceReply(i)
	case ReplyAnswer:
		return f.answerReply(i, length)
	}
	return f.othersReply(i)
}

// evidenceReply tells the two sharpest pieces of evidence, or that there is
// none.
func (f *filling) evidenceReply(i int) *stretch {
	proofs := f.sharpest(i)
	if len(proofs) == 0 {
		s := fixed(brief.Block{Kind: brief.Paragraph, Text: f.noEvidence(i, true)})
		return &s
	}
	var pieces []*piece
	for _, s := range proofs[:min(len(proofs), 2)] {
		p := newPiece(s.Entry, argument.Line, furtherEvidence)
		p.lengths = p.lengths[:1]
		p.optional = len(pieces) > 0
		pieces = append(pieces, p)
	}
	return &stretch{pieces, func() []brief.Block {
		var blocks []brief.Block
		for n, p := range pieces {
			if p.left() {
				continue
			}
			t := stop(taken(p.Entry, argument.Line))
			if p.Claim == argument.Author {
				t = f.sentences.claims(t, p.Claim, n)
			} else if n == 0 {
				t = f.sentences.reported(t)
			}
			blocks = append(blocks, f.argument(p, t))
		}
		return blocks
	}}
}

// answerReply sets the leading answer to challenge i at length n, or refers to it
// where it leads a challenge before.
func (f *filling) answerReply(i int, n argument.Length) *stretch {
	a, ok := f.leading(i)
	if !ok {
		s := fixed(brief.Block{Kind: brief.Paragraph, Text: language.Text{
			ZH: "文章没有提出针对这一挑战的对策。",
			EN: "The article proposes no countermeasure to this challenge.",
		}})
		return &s
	}
	for before := range f.challenges[:i] {
		if b, ok := f.leading(before); ok && b.ID == a.ID {
			s := f.again(i, []answer{a}, i, inReply)
			return &s
		}
	}
	p := newPiece(a.Entry, n, directAnswer)
	return &stretch{[]*piece{p}, func() []brief.Block {
		t := stop(taken(p.Entry, p.length()))
		if p.length() == argument.Statement {
			t = f.sentences.claims(t, p.Claim, i)
		} else {
			t = f.sentences.proposes(t, 0)
		}
		b := f.argument(p, t)
		b.Answers = f.answered(p.Entry)
		return []brief.Block{b}
	}}
}

// othersReply names the further answers to challenge i with their reasons, the
// most direct first.
func (f *filling) othersReply(i int) *stretch {
	if len(f.answers[i]) < 2 {
		return nil
	}
	others := f.answers[i][1:]
	var names []language.Text
	for _, a := range others {
		names = append(names, quoted(a.Entry))
	}
	all := together(names)
	t := language.Text{ZH: "还有" + all.ZH + "。", EN: "There are also " + all.EN + "."}
	if len(others) == 1 {
		t.EN = "There is also " + all.EN + "."
	}
	reason := language.Text{ZH: brief.Escape(others[0].Link.Link.Reason.ZH), EN: brief.Escape(others[0].Link.Link.Reason.EN)}
	if !reason.IsEmpty() {
		reason = stop(clause(reason))
		t = follow(t, language.Text{ZH: "先说第一项：" + reason.ZH, EN: "On the first of them: " + f.sentences.lower(reason.EN)})
		if len(others) == 1 {
			t = follow(language.Text{ZH: "还有" + all.ZH + "。", EN: "There is also " + all.EN + "."}, reason)
		}
	}
	s := fixed(brief.Block{Kind: brief.Paragraph, Text: t})
	return &s
}

// objectionQuestions puts a question to which what qualifies the challenges is
// the reply.
func (f *filling) objectionQuestions(r Rule) []stretch {
	objections := f.objections()
	text, ok := f.filledIn(r.Text)
	if !ok || len(objections) == 0 {
		return nil
	}
	p := newPiece(objections[0], argument.Statement, mainPoint)
	return []stretch{
		fixed(brief.Block{Kind: brief.Question, Text: text}),
		{[]*piece{p}, func() []brief.Block {
			return []brief.Block{f.argument(p, f.sentences.claims(stop(taken(p.Entry, p.length())), p.Claim, 0))}
		}},
	}
}

// measures sets the answers to the chosen challenges as a paragraph each: the
// leading ones first.
func (f *filling) measures(r Rule) []stretch {
	var all []stretch
	proposals := f.proposals(r.Most)
	if f.compared != nil { // beside options it speaks of these
		options := f.optional(f.compared.Most)
		proposals = options[:min(len(options), len(proposals))]
	}
	for n, a := range proposals {
		rank := furtherAnswer
		if f.leads(a.ID) {
			rank = directAnswer
		}
		p := newPiece(a.Entry, r.Length, rank)
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			var t language.Text
			if p.length() == argument.Statement {
				t = f.sentences.claims(stop(taken(p.Entry, p.length())), p.Claim, n)
			} else {
				t = f.sentences.proposes(stop(taken(p.Entry, p.length())), n)
			}
			b := f.argument(p, t)
			b.Text = follow(b.Text, f.aimed(p.Entry, n)) // after the citation: it is not the article that says so
			b.Answers = f.answered(p.Entry)
			if r.As == Themes {
				title := clause(taken(p.Entry, argument.Title))
				heading := brief.Block{
					Kind: brief.Heading, Level: 2, Text: language.Text{ZH: bare(title.ZH), EN: title.EN}, From: origin(p.Entry, argument.Title),
				}
				return []brief.Block{heading, b}
			}
			return []brief.Block{b}
		}})
	}
	return all
}

// aimed says which of several challenges an answer is aimed at, in varied words
// by turn.
func (f *filling) aimed(e *library.Entry, turn int) language.Text {
	if len(f.challenges) == 1 {
		return language.Text{}
	}
	var names []language.Text
	for i, c := range f.challenges {
		if slices.ContainsFunc(f.answers[i], func(a answer) bool { return a.ID == e.ID }) {
			names = append(names, quoted(c))
		}
	}
	if len(names) == len(f.challenges) {
		return language.Text{ZH: "这一条针对全部所选挑战。", EN: "It is aimed at all the challenges."}
	}
	all := together(names)
	return oneOf(turn, []language.Text{
		{ZH: "这一条针对" + all.ZH + "。", EN: "It is aimed at " + all.EN + "."},
		{ZH: "它回应的是" + all.ZH + "。", EN: "It answers " + all.EN + "."},
		{ZH: "所对应的挑战是" + all.ZH + "。", EN: "What it meets is " + all.EN + "."},
		{ZH: "这是对" + all.ZH + "的回应。", EN: "This is a reply to " + all.EN + "."},
		{ZH: "主要用来应对" + all.ZH + "。", EN: "It serves above all against " + all.EN + "."},
	})
}

// key sets what the article answers to each challenge, for a trainer: a
// heading, then the answers with the reason why each is one.
func (f *filling) key(r Rule) []stretch {
	var all []stretch
	for i, c := range f.challenges {
		if len(f.challenges) > 1 {
			all = append(all, fixed(brief.Block{
				Kind: brief.Heading, Level: 2, Text: taken(c, argument.Title), From: origin(c, argument.Title),
			}))
		}
		if len(f.answers[i]) == 0 {
			all = append(all, f.replies(i, r.Length)...)
			continue
		}
		for n, a := range f.answers[i] {
			if r.Most > 0 && n == r.Most {
				break
			}
			p := newPiece(a.Entry, r.Length, furtherAnswer)
			all = append(all, stretch{[]*piece{p}, func() []brief.Block {
				t := f.sentences.proposes(stop(taken(p.Entry, p.length())), n)
				if p.length() == argument.Statement {
					t = f.sentences.claims(stop(taken(p.Entry, p.length())), p.Claim, n)
				}
				if !a.full {
					name := quoted(a.Entry)
					t = oneOf(i+n, []language.Text{
						{ZH: "作者提出的" + name.ZH + "在此同样适用。", EN: "The authors’ proposal " + name.EN + " applies here too."},
						{ZH: "前面列过的" + name.ZH + "也针对这一挑战。", EN: name.EN + ", listed above, is aimed at this challenge too."},
					})
				}
				reason := a.Link.Link.Reason
				if len(reason.Missing()) == 0 {
					t = follow(t, stop(language.Text{ZH: brief.Escape(reason.ZH), EN: brief.Escape(reason.EN)}))
				}
				b := f.argument(p, t)
				b.Answers = []string{c.ID}
				return []brief.Block{b}
			}})
		}
	}
	return all
}

// background returns the roles and traits that touch on what the chosen
// challenges are about, those first that have most in common with them. What
// nothing in the library is linked with tells too little of why it is there.
func (f *filling) background() []*library.Entry {
	tags := map[string]bool{}
	for _, c := range f.challenges {
		for _, t := range c.Tags {
			tags[t] = true
		}
	}
	shared := func(e *library.Entry) (n int) {
		for _, t := range e.Tags {
			if tags[t] {
				n++
			}
		}
		return n
	}
	var all []*library.Entry
	for _, k := range []argument.Kind{argument.Role, argument.Trait} {
		for _, e := range f.library.OfKind(k) {
			if f.chosen(e) && shared(e) > 0 && f.linked(e) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *library.Entry) int { return cmp.Compare(shared(b), shared(a)) })
	return all
}

// linked reports whether e is linked with anything.
func (f *filling) linked(e *library.Entry) bool {
	return len(e.Links) > 0 || slices.ContainsFunc(f.library.All(), func(o *library.Entry) bool {
		return slices.ContainsFunc(o.Links, func(l argument.Link) bool { return l.To == e.ID })
	})
}

func entriesOf(all []support) []*library.Entry {
	entries := make([]*library.Entry, len(all))
	for i, s := range all {
		entries[i] = s.Entry
	}
	return entries
}
