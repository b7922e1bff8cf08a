package brief

import (
	"slices"

	"celun/app/language"
)

// A Former is a text as it was when its twin was last in step with it.
type Former struct {
	Slot     Slot              `json:"slot,omitempty"`
	Language language.Language `json:"language"`
	Text     string            `json:"text"`
}

// Former returns what the text at a place of a block was when its twin was
// last in step with it; false when its twin is not stale because of it.
func (b *Block) Former(slot Slot, l language.Language) (string, bool) {
	for _, f := range b.Basis {
		if f.Slot == slot && f.Language == l {
			return f.Text, true
		}
	}
	return "", false
}

// remember keeps what a text was before it is changed for the first time since
// its twin was in step with it. A twin that is empty has nothing to be out of
// step with.
func (b *Block) remember(a Address, old string) {
	if a.Language == "" {
		return
	}
	if _, has := b.Former(a.Slot, a.Language); has {
		return
	}
	b.Basis = append(slices.Clone(b.Basis), Former{a.Slot, a.Language, old})
}

// settle sets the states, and of a basis what stale texts still go by.
func (b *Block) settle(s States, basis []Former) {
	b.State = s
	stale := func(l language.Language) bool {
		if l == language.EN {
			return s.EN == Stale
		}
		return s.ZH == Stale
	}
	var kept []Former
	for _, f := range basis {
		if stale(f.Language.Other()) {
			kept = append(kept, f)
		}
	}
	b.Basis = kept
}
