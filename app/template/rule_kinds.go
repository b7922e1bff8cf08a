package template

import (
	"slices"

	"celun/app/argument"
)

// A RuleKind is what a rule puts: what it writes, or what it takes from the
// library and as what.
type RuleKind struct {
	Write Write
	From  From
	As    As
}

// Kind returns what the rule puts.
func (r Rule) Kind() RuleKind { return RuleKind{r.Write, r.From, r.As} }

// RuleKinds returns everything that a rule can put, in the order in which it
// is told.
func RuleKinds() []RuleKind {
	var all []RuleKind
	for _, w := range writes {
		all = append(all, RuleKind{Write: w})
	}
	for _, f := range froms {
		if _, only := forms[f][""]; only {
			all = append(all, RuleKind{From: f})
		}
		for _, as := range inOrder(forms[f]) {
			if as != "" {
				all = append(all, RuleKind{From: f, As: as})
			}
		}
	}
	return all
}

func (k RuleKind) form() form {
	if k.Write != "" {
		return writeForms[k.Write]
	}
	return forms[k.From][k.As]
}

// Says reports whether a rule of the kind can say a field.
func (k RuleKind) Says(f Field) bool {
	return slices.Contains(k.form().may, f) || slices.Contains(k.form().must, f)
}

// Needs reports whether a rule of the kind must say a field.
func (k RuleKind) Needs(f Field) bool { return slices.Contains(k.form().must, f) }

// Parts returns what a rule of the kind can hold besides; none if it has no
// such choice.
func (k RuleKind) Parts() []With {
	switch {
	case !k.Says(WithField):
		return nil
	case k.As == Discussion:
		return []With{WithClaim, WithEvidence, WithAnswers}
	}
	return []With{WithEvidence, WithAnswers}
}

// Of returns a rule of the kind that keeps of another one when it holds, for
// whom it is, and what a rule of this kind can say too.
func (k RuleKind) Of(was Rule) Rule {
	r := was
	r.Write, r.From, r.As = k.Write, k.From, k.As
	for _, f := range ruleFields() {
		if !k.Says(f.name) {
			f.clear(&r)
		}
	}
	r.With = slices.DeleteFunc(slices.Clone(r.With), func(w With) bool { return !slices.Contains(k.Parts(), w) })
	if len(r.With) == 0 {
		r.With = nil
	}
	if k.Says(LengthField) && r.Length == "" {
		r.Length = argument.Line
	}
	return r
}

// clear takes back what a field says.
func (f ruleField) clear(r *Rule) {
	switch f.name {
	case LengthField:
		r.Length = ""
	case MostField:
		r.Most = 0
	case WithField:
		r.With = nil
	case ReplyField:
		r.Reply = ""
	case TextField:
		r.Text.ZH, r.Text.EN = "", ""
	case CriteriaField:
		r.Criteria = nil
	case ItemsField:
		r.Items = nil
	case AnswerField:
		r.Answer.ZH, r.Answer.EN = "", ""
	case MinutesField:
		r.Minutes = 0
	case HeadField:
		r.Head = nil
	case RowsField:
		r.Rows = nil
	case EmptyField:
		r.Empty = 0
	case SpaceField:
		r.Space = 0
	case WidthsField:
		r.Widths = nil
	}
}
