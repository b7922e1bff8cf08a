package template

import (
	"cmp"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// terms returns the terms of the chosen packs that keep holds of, those first
// that the chosen challenges use most, and then those that their evidence
// does. Those that are not used at all come last if unused is true, and else
// not.
func (f *filling) terms(keep func(*argument.Term) bool, unused bool) []*argument.Term {
	used := map[string]int{}
	var all []*argument.Term
	for _, p := range f.library.Packs() {
		if !slices.ContainsFunc(f.challenges, func(e *library.Entry) bool { return e.Pack == p }) {
			continue
		}
		for i := range p.Terms {
			t := &p.Terms[i]
			if !keep(t) {
				continue
			}
			used[t.ID] = f.used(t)
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b *argument.Term) int { return cmp.Compare(used[b.ID], used[a.ID]) })
	return slices.DeleteFunc(all, func(t *argument.Term) bool { return used[t.ID] == 0 && !unused })
}

// used counts how often a brief on the chosen challenges uses a term at any
// rate, at whatever length they are set, in the language that has it less
// often. What they say counts for more than the names in their evidence.
func (f *filling) used(t *argument.Term) int {
	least := -1
	for l, rs := range map[language.Language][]argument.Rendering{language.ZH: t.ZH, language.EN: t.EN} {
		n := 0
		for _, r := range rs {
			if r.Status == argument.Avoid {
				continue
			}
			in := func(text language.Text) int {
				return strings.Count(strings.ToLower(text.In(l)), strings.ToLower(r.Text))
			}
			for i, c := range f.challenges {
				n += 100 * (in(c.Title) + min(in(c.Line), in(c.Statement)))
				for _, s := range f.evidence[i] {
					if s.full {
						n += in(s.Line)
					}
				}
			}
		}
		if least < 0 || n < least {
			least = n
		}
	}
	return least
}

// mostTerms is how many terms a list has unless a rule says otherwise.
const mostTerms = 12

// definitions sets the terms that are used most, with what they mean.
func (f *filling) definitions(r Rule) []stretch {
	all := f.terms(func(t *argument.Term) bool { return len(t.Definition.Missing()) == 0 }, r.As == Glossary)
	most := mostTerms
	if r.Most > 0 {
		most = r.Most
	}
	b := brief.Block{Kind: brief.TermList}
	for _, t := range all[:min(len(all), most)] {
		b.Terms = append(b.Terms, brief.Entry{
			ID: t.ID, Term: language.Text{ZH: rendering(t.ZH), EN: rendering(t.EN)}, Definition: t.Definition,
		})
	}
	if len(b.Terms) == 0 {
		return []stretch{fixed(brief.Block{Kind: brief.Paragraph, Text: blank(language.Text{ZH: "关键术语及释义", EN: "key terms and what they mean"})})}
	}
	return []stretch{fixed(b)}
}

// avoid sets a table of what not to say, what to say instead, and why.
func (f *filling) avoid(r Rule) []stretch {
	all := f.terms(avoided, true)
	if r.Most > 0 && len(all) > r.Most {
		all = all[:r.Most]
	}
	if len(all) == 0 {
		return []stretch{fixed(brief.Block{Kind: brief.Paragraph, Text: blank(language.Text{ZH: "不宜说法及替换", EN: "wording to avoid and what to say instead"})})}
	}
	g := &brief.Grid{Header: 1, Widths: []float64{0.26, 0.26, 0.48}, Rows: [][]brief.Cell{
		{cell("不宜说", "Avoid"), cell("改说", "Say instead"), cell("理由", "Why")},
	}}
	for _, t := range all {
		wrong := slices.Concat(toAvoid(t.ZH), toAvoid(t.EN))
		right := rendering(t.EN)
		if len(toAvoid(t.ZH)) > 0 {
			right = rendering(t.ZH)
			if len(toAvoid(t.EN)) > 0 {
				right += " / " + rendering(t.EN)
			}
		}
		// What is to be avoided is a word of one language, shown as it is in both.
		g.Rows = append(g.Rows, []brief.Cell{
			{Same: brief.Escape(strings.Join(wrong, " / "))},
			{Same: brief.Escape(right)},
			{Text: why(t)},
		})
	}
	return []stretch{fixed(brief.Block{Kind: brief.Table, Table: g})}
}

// why returns the reason for a choice of words, or the meaning of the term
// where the reason names the words to be avoided, which stand there already.
func why(t *argument.Term) language.Text {
	reason := t.Reason
	for _, w := range slices.Concat(toAvoid(t.ZH), toAvoid(t.EN)) {
		if says := strings.ToLower(reason.ZH + reason.EN); strings.Contains(says, strings.ToLower(w)) && len(t.Definition.Missing()) == 0 {
			reason = t.Definition
		}
	}
	return language.Text{ZH: brief.Escape(reason.ZH), EN: brief.Escape(reason.EN)}
}

// avoided reports whether a term has a rendering that is not to be used.
func avoided(t *argument.Term) bool { return len(toAvoid(t.ZH))+len(toAvoid(t.EN)) > 0 }

func toAvoid(all []argument.Rendering) []string {
	var wrong []string
	for _, r := range all {
		if r.Status == argument.Avoid {
			wrong = append(wrong, r.Text)
		}
	}
	return wrong
}

// rendering returns the preferred rendering, or the first that may be used.
func rendering(all []argument.Rendering) string {
	for _, status := range []argument.Status{argument.Preferred, argument.Allowed} {
		for _, r := range all {
			if r.Status == status {
				return r.Text
			}
		}
	}
	return ""
}
