package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// section fills a section of the brief by the rules of the template's.
func (f *filling) section(t *Section, s *brief.Section) {
	var stretches []stretch
	f.compared = nil
	for i, r := range t.Fill {
		if r.As == Options {
			f.compared = &t.Fill[i]
		}
	}
	for _, r := range t.Fill {
		if !r.When.holds(len(f.challenges)) || len(r.In) > 0 && !slices.Contains(r.In, f.preset.ID) {
			continue
		}
		for _, st := range f.rule(r) {
			stretches = append(stretches, st.to(r.For))
		}
	}
	for _, p := range fit(stretches, s) {
		f.report.LeftOut = append(f.report.LeftOut, LeftOut{p.ID, p.Title, t.Slot})
	}
	for i := range s.Blocks {
		s.Blocks[i].ID = f.brief.NewBlockID()
		s.Blocks[i].State = brief.States{ZH: brief.Draft, EN: brief.Draft}
	}
}

// to returns the stretch with its blocks for one reader's copy.
func (s stretch) to(r brief.Reader) stretch {
	if r == "" {
		return s
	}
	return stretch{s.pieces, func() []brief.Block {
		blocks := slices.Clone(s.blocks())
		for i := range blocks {
			blocks[i].For = r
		}
		return blocks
	}}
}

// rule returns what a rule puts.
func (f *filling) rule(r Rule) []stretch {
	switch {
	case r.Write != "":
		return f.write(r)
	case r.From == Concepts:
		return f.paragraphs(r, f.concepts())
	case r.From == Background:
		return f.paragraphs(r, f.background())
	case r.From == Conclusion:
		return f.paragraphs(r, f.conclusions())
	case r.From == Objections && r.As == Questions:
		return f.objectionQuestions(r)
	case r.From == Objections:
		return f.paragraphs(r, f.objections())
	case r.From == Sources:
		return []stretch{fixed(brief.Block{Kind: brief.References})}
	}
	switch r.As {
	case KeyMessages:
		return f.keyMessages(r)
	case BottomLine:
		return f.bottomLine(r)
	case Pillars:
		return f.pillars(r)
	case Discussion:
		return f.discussion(r)
	case Questions, Prompts:
		return f.questions(r)
	case Map:
		return f.argumentMap(r)
	case Coverage:
		return f.coverage(r)
	case Claims:
		return f.claimsTable(r)
	case Options:
		return f.options(r)
	case Recommendations:
		return f.recommendations(r)
	case AnswerKey:
		return f.key(r)
	case Cards:
		return f.cards(r)
	case Facts:
		return f.facts(r)
	case Timeline:
		return f.timeline(r)
	case Definitions, Glossary:
		return f.definitions(r)
	case Avoid:
		return f.avoid(r)
	}
	if r.From == Answers {
		return f.measures(r)
	}
	return f.paragraphs(r, f.challenges)
}

// concepts returns the concepts of the articles the challenges come from.
func (f *filling) concepts() []*library.Entry {
	return slices.DeleteFunc(f.library.OfKind(argument.Concept), func(e *library.Entry) bool { return !f.chosen(e) })
}

// conclusions returns what those articles conclude, without what only
// qualifies an argument.
func (f *filling) conclusions() []*library.Entry {
	return slices.DeleteFunc(f.library.OfKind(argument.Conclusion), func(e *library.Entry) bool {
		return !f.chosen(e) || len(f.library.Linked(e.ID, argument.Qualifies)) > 0
	})
}

// objections returns what qualifies or opposes a chosen challenge or one of
// its answers.
func (f *filling) objections() []*library.Entry {
	var all []*library.Entry
	add := func(id string) {
		for _, k := range []argument.LinkKind{argument.Qualifies, argument.Opposes} {
			for _, l := range f.library.Linking(id, k) {
				if !slices.Contains(all, l.Entry) {
					all = append(all, l.Entry)
				}
			}
		}
	}
	for i, c := range f.challenges {
		add(c.ID)
		for _, a := range f.answers[i] {
			add(a.ID)
		}
	}
	return all
}

// paragraphs sets arguments as a paragraph each.
func (f *filling) paragraphs(r Rule, entries []*library.Entry) []stretch {
	if r.Most > 0 && len(entries) > r.Most {
		entries = entries[:r.Most]
	}
	var all []stretch
	for i, e := range entries {
		rank := mainPoint
		if e.Kind == argument.Concept || r.From == Background {
			rank = background
		}
		p := newPiece(e, r.Length, rank)
		if rank == background && r.Length != argument.Title {
			// The title of what stands behind is a heading, no sentence.
			p.lengths = p.lengths[:len(p.lengths)-1]
			p.optional = true
		}
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			if p.left() {
				return nil
			}
			return []brief.Block{f.argument(p, f.sentences.claims(stop(taken(e, p.length())), e.Claim, i))}
		}})
	}
	return all
}

// argument returns the block of a piece with its text, which is cited.
func (f *filling) argument(p *piece, t language.Text) brief.Block {
	b := brief.Block{Kind: brief.Argument, Text: f.citing(t, p.Entry), From: origin(p.Entry, p.length())}
	if p.Kind == argument.EvidenceKind {
		b.Kind = brief.Evidence
	}
	return b
}

// taken returns the text of e at length n, escaped for a block.
func taken(e *library.Entry, n argument.Length) language.Text {
	t := e.At(n)
	return language.Text{ZH: brief.Escape(t.ZH), EN: brief.Escape(t.EN)}
}

func origin(e *library.Entry, n argument.Length) *brief.Origin {
	return &brief.Origin{Pack: e.Pack.ID, Argument: e.ID, Version: e.Version, Length: n}
}

// citing cites the source of e at the end of t: before the final stop in
// Chinese, after it in English.
func (f *filling) citing(t language.Text, e *library.Entry) language.Text {
	if !f.cited[e.Pack.ID] {
		return t
	}
	mark := "[^" + e.Pack.Source.ID + "]"
	if s, ok := strings.CutSuffix(t.ZH, "。"); ok {
		t.ZH = s + mark + "。"
	} else if t.ZH != "" {
		t.ZH += mark
	}
	if t.EN != "" {
		t.EN += mark
	}
	return t
}

// answered returns the chosen challenges that a countermeasure answers.
func (f *filling) answered(e *library.Entry) []string {
	var ids []string
	for i, c := range f.challenges {
		if slices.ContainsFunc(f.answers[i], func(a answer) bool { return a.ID == e.ID }) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
