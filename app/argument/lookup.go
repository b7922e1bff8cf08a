package argument

import "celun/app/language"

// Argument returns the argument with the given id.
func (p *Pack) Argument(id string) (*Argument, bool) {
	for i := range p.Arguments {
		if p.Arguments[i].ID == id {
			return &p.Arguments[i], true
		}
	}
	return nil, false
}

// Term returns the term with the given id.
func (p *Pack) Term(id string) (*Term, bool) {
	for i := range p.Terms {
		if p.Terms[i].ID == id {
			return &p.Terms[i], true
		}
	}
	return nil, false
}

// UserTerms returns the Chinese renderings that are not to be avoided, each
// once and in the order of the pack: the user dictionary of word cutting.
func (p *Pack) UserTerms() []string {
	var terms []string
	seen := map[string]bool{}
	for _, t := range p.Terms {
		for _, r := range t.ZH {
			if r.Status != Avoid && r.Text != "" && !seen[r.Text] {
				seen[r.Text] = true
				terms = append(terms, r.Text)
			}
		}
	}
	return terms
}

// Renderings returns the ways to write a term in a language.
func (t *Term) Renderings(l language.Language) []Rendering {
	if l == language.EN {
		return t.EN
	}
	return t.ZH
}

// Best returns how a term is best written in a language: as preferred, or else
// as allowed; empty if there is no such way.
func (t *Term) Best(l language.Language) string {
	for _, s := range []Status{Preferred, Allowed} {
		for _, r := range t.Renderings(l) {
			if r.Status == s {
				return r.Text
			}
		}
	}
	return ""
}
