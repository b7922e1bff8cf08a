package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// discussion sets each challenge under a heading of its own: the evidence for
// it, then its answers. An answer is set in full at the first challenge that
// it answers, and is a cross-reference with its link's own reason afterwards.
// What the article does not give is said. A discussion that begins with the
// challenge itself needs no heading for a single one.
func (f *filling) discussion(r Rule) []stretch {
	var all []stretch
	for i, c := range f.challenges {
		claim := slices.Contains(r.With, WithClaim)
		if len(f.challenges) > 1 || !claim {
			all = append(all, fixed(brief.Block{
				Kind: brief.Heading, Level: 2, Text: taken(c, argument.Title), From: origin(c, argument.Title),
			}))
		}
		if claim {
			all = append(all, f.claim(i, r.Length))
		}
		if slices.Contains(r.With, WithEvidence) {
			all = append(all, f.proofs(i)...)
		}
		if slices.Contains(r.With, WithAnswers) {
			all = append(all, f.replies(i, r.Length)...)
		}
	}
	return all
}

// proofs sets the evidence for a challenge, or says that there is none.
func (f *filling) proofs(i int) []stretch {
	var all []stretch
	var elsewhere []support
	for n, s := range f.evidence[i] {
		if !s.full {
			elsewhere = append(elsewhere, s)
			continue
		}
		p := newPiece(s.Entry, argument.Line, evidenceRank(s, len(all)))
		p.lengths = p.lengths[:1] // its title is no sentence
		p.optional = len(all) > 0
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			if p.left() {
				return nil
			}
			t := f.sentences.claims(stop(taken(p.Entry, p.length())), s.Claim, n)
			if s.weak {
				t = follow(t, s.Link.Link.Reason)
			}
			return []brief.Block{f.argument(p, t)}
		}})
	}
	if n := f.disagreement(i); !n.IsEmpty() {
		all = append(all, fixed(brief.Block{Kind: brief.Note, Text: n}))
	}
	if len(all) > 0 && len(elsewhere) == 0 {
		return all
	}
	t := language.Text{
		ZH: "文章没有专门为这一判断提供数据或事例，只有作者的论述。",
		EN: "The article offers no data or cases for this judgement, only the authors’ reasoning.",
	}
	if len(all) > 0 {
		t = language.Text{}
	}
	for at := range f.challenges {
		t = follow(t, f.bearing(elsewhere, at))
	}
	return append(all, fixed(brief.Block{Kind: brief.Paragraph, Text: t}))
}

// disagreement returns the note of the pack on figures under challenge i that
// do not agree: the first note to one piece of evidence that speaks of the
// value of another. A brief that shows both has to say so.
func (f *filling) disagreement(i int) language.Text {
	for _, s := range f.evidence[i] {
		if !s.full || len(s.Note.Missing()) > 0 {
			continue
		}
		for _, o := range f.evidence[i] {
			if o.ID != s.ID && o.Evidence != nil && hasNumber(o.Evidence.Value) && strings.Contains(s.Note.ZH, o.Evidence.Value) {
				return stop(language.Text{ZH: brief.Escape(s.Note.ZH), EN: brief.Escape(s.Note.EN)})
			}
		}
	}
	return language.Text{}
}

func hasNumber(s string) bool { return strings.ContainsAny(s, "0123456789") }

// evidenceRank says when a piece of evidence gives way: the first under a
// challenge last, and figures first, for they are usually many.
func evidenceRank(s support, before int) int {
	switch {
	case before == 0:
		return directAnswer
	case hasNumber(s.Title.EN):
		return furtherFigure
	}
	return furtherEvidence
}

// bearing refers to evidence that is set in full under challenge at.
func (f *filling) bearing(elsewhere []support, at int) language.Text {
	var zh, en []string
	for _, s := range elsewhere {
		if f.home[s.ID] == at {
			t := clause(taken(s.Entry, argument.Title))
			zh, en = append(zh, "“"+t.ZH+"”"), append(en, "‘"+t.EN+"’")
		}
	}
	if len(zh) == 0 {
		return language.Text{}
	}
	place := clause(taken(f.challenges[at], argument.Title))
	verb := " have some bearing on it."
	if len(en) == 1 {
		verb = " has some bearing on it."
	}
	return language.Text{
		ZH: "可作旁证的有" + strings.Join(zh, "") + "，见“" + place.ZH + "”一节。",
		EN: series(en) + ", under ‘" + place.EN + "’," + verb,
	}
}

// series joins English phrases: "a, b and c".
func series(en []string) string {
	last := len(en) - 1
	if last <= 0 {
		return strings.Join(en, "")
	}
	return strings.Join(en[:last], ", ") + " and " + en[last]
}

// follow puts one sentence after another.
func follow(t, next language.Text) language.Text {
	switch {
	case t.IsEmpty():
		return next
	case next.IsEmpty():
		return t
	}
	return language.Text{ZH: t.ZH + next.ZH, EN: t.EN + " " + next.EN}
}

// replies sets the answers to a challenge, or says that there are none: the
// leading one, those that are set in full here, and references to the others.
func (f *filling) replies(i int, n argument.Length) []stretch {
	if len(f.answers[i]) == 0 {
		return []stretch{fixed(brief.Block{Kind: brief.Paragraph, Text: language.Text{
			ZH: "文章没有提出针对这一挑战的对策。",
			EN: "The article proposes no countermeasure to this challenge.",
		}})}
	}
	all := []stretch{fixed(brief.Block{Kind: brief.Paragraph, Text: f.introduced(i)})}
	if lead, _ := f.leading(i); !lead.full {
		all = append(all, f.again(i, []answer{lead}, i, inWriting))
	}
	var again []answer
	turn := 0
	for at, a := range f.answers[i] {
		if !a.full {
			if at > 0 { // the leading one stands first
				again = append(again, a)
			}
			continue
		}
		rank, at := furtherAnswer, turn
		if turn == 0 {
			rank = directAnswer
		}
		turn++
		p := newPiece(a.Entry, n, rank)
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			var t language.Text
			if p.length() == argument.Statement {
				t = f.sentences.claims(stop(taken(p.Entry, p.length())), p.Claim, at)
			} else {
				t = f.sentences.proposes(stop(taken(p.Entry, p.length())), at)
			}
			b := f.argument(p, t)
			b.Answers = f.answered(p.Entry)
			return []brief.Block{b}
		}})
	}
	if len(again) > 0 {
		all = append(all, f.again(i, again, i+1, inWriting))
	}
	return all
}

// A manner is how a text refers to an answer that was set before, by turn.
type manner func(turn int, name language.Text) language.Text

// What is read can point to what stands above; what is spoken names it, and a
// reply to a question comes to the point.
func inWriting(turn int, name language.Text) language.Text {
	return oneOf(turn, []language.Text{
		{ZH: "前文的" + name.ZH + "也回应这一挑战", EN: "See also " + name.EN},
		{ZH: "这里同样用得上前文的" + name.ZH, EN: name.EN + ", set out above, applies here too"},
		{ZH: name.ZH + "已见前文，与这一挑战也有关", EN: name.EN + ", which has been set out, bears on this challenge as well"},
	})
}

func inSpeech(turn int, name language.Text) language.Text {
	return oneOf(turn, []language.Text{
		{ZH: "同一项对策在这里也管用，就是" + name.ZH, EN: "The same measure serves here too, " + name.EN},
		{ZH: "这里还是要说到" + name.ZH, EN: "This brings us back to " + name.EN},
	})
}

func inReply(_ int, name language.Text) language.Text {
	return language.Text{ZH: "首先仍是" + name.ZH, EN: "First, once more, comes " + name.EN}
}

// introduced leads from the evidence for challenge i over to its answers.
func (f *filling) introduced(i int) language.Text {
	n := len(f.answers[i])
	if n == 1 {
		return oneOf(i, []language.Text{
			{ZH: "针对这一挑战，作者提出了一项对策。", EN: "Against this challenge the authors propose one countermeasure."},
			{ZH: "如何应对，文章给出的对策只有一项。", EN: "As to what can be done, the article offers a single measure."},
		})
	}
	many := count(n)
	few := number(n)
	return oneOf(i, []language.Text{
		{ZH: "针对这一挑战，作者提出" + many.ZH + "项对策，以下按回应的直接程度排列。", EN: "Against this challenge the authors propose " + few.EN + " countermeasures, the most direct first."},
		{ZH: "如何应对？文章里有" + many.ZH + "项对策与此有关，最直接的列在前面。", EN: "As to what can be done, " + few.EN + " of the article’s measures bear on it; the one closest to it comes first."},
		{ZH: "回应这一挑战的对策有" + many.ZH + "项，先说最对症的一项。", EN: upper(few.EN) + " measures answer this challenge, beginning with the one that meets it most directly."},
		{ZH: "作者对此的主张可以归为" + many.ZH + "项，由近及远列出。", EN: "What the authors would do about it comes to " + few.EN + " measures, set out from the nearest to the more remote."},
	})
}

// oneOf returns one of several wordings by turn i, so that what is said of each
// challenge does not read the same.
func oneOf(i int, of []language.Text) language.Text { return of[i%len(of)] }

// again refers to answers that are set in full elsewhere, each with the
// reason why it answers this challenge too; the reason gives way to room. How
// they are referred to begins with a turn.
func (f *filling) again(i int, answers []answer, turn int, said manner) stretch {
	var pieces []*piece
	for _, a := range answers {
		p := newPiece(a.Entry, argument.Line, crossReference)
		pieces = append(pieces, p)
	}
	return stretch{pieces, func() []brief.Block {
		blocks := make([]brief.Block, 0, len(pieces))
		for n, p := range pieces {
			title := clause(taken(p.Entry, argument.Title))
			name := language.Text{ZH: "“" + bare(title.ZH) + "”", EN: "‘" + title.EN + "’"}
			t := said(turn+n, name)
			if p.length() == argument.Line {
				reason := stop(answers[n].Link.Link.Reason)
				t.ZH += "：" + brief.Escape(reason.ZH)
				t.EN += ": " + f.sentences.lower(brief.Escape(reason.EN))
			}
			blocks = append(blocks, brief.Block{
				Kind: brief.Paragraph, Text: stop(t), Answers: []string{f.challenges[i].ID},
			})
		}
		return blocks
	}}
}
