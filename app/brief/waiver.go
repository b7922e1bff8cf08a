package brief

import (
	"slices"

	"celun/app/language"
)

// A Waiver says that what a check finds at a place is meant, and why. Its
// place is a block, or a section, or with neither the whole brief.
type Waiver struct {
	Code     string            `json:"code"` // of the check, such as B10
	Block    string            `json:"block,omitempty"`
	Section  string            `json:"section,omitempty"`
	Language language.Language `json:"language,omitempty"`
	Reason   string            `json:"reason"`
	By       string            `json:"by,omitempty"`
	Date     string            `json:"date,omitempty"` // ISO 8601
	// Digest stands for what was found, and What says it. A waiver without a
	// digest is of an earlier version and holds for all that its check finds
	// at its place.
	Digest string        `json:"digest,omitempty"`
	What   language.Text `json:"what,omitzero"`
}

// Is reports whether two waivers are of the same check at the same place, and
// of the same finding: a brief holds one of them only.
func (w Waiver) Is(v Waiver) bool {
	return w.Code == v.Code && w.Block == v.Block && w.Section == v.Section && w.Language == v.Language && w.Digest == v.Digest
}

// AddWaiver waives a check: after the waivers that there are, or at Index if
// there is one.
type AddWaiver struct {
	Waiver Waiver `json:"waiver"`
	Index  *int   `json:"index,omitempty"`
}

// RemoveWaiver has a check speak up again. Of the waiver only what [Waiver.Is]
// looks at counts.
type RemoveWaiver struct {
	Waiver Waiver `json:"waiver"`
}

// Apply adds the waiver.
func (e AddWaiver) Apply(b *Brief) (Edit, error) {
	at := len(b.Waivers)
	if e.Index != nil {
		at = *e.Index
	}
	if at < 0 || at > len(b.Waivers) {
		return nil, outside(at, len(b.Waivers))
	}
	added := slices.Insert(slices.Clone(b.Waivers), at, e.Waiver)
	if err := validateWaivers(added); err != nil {
		return nil, err
	}
	b.Waivers = added
	return RemoveWaiver{Waiver: e.Waiver}, nil
}

// Apply takes the waiver away.
func (e RemoveWaiver) Apply(b *Brief) (Edit, error) {
	k := slices.IndexFunc(b.Waivers, e.Waiver.Is)
	if k < 0 {
		return nil, refused("这一处没有豁免 "+e.Waiver.Code, "there is no waiver of "+e.Waiver.Code+" here")
	}
	inverse := AddWaiver{Waiver: b.Waivers[k], Index: &k}
	if b.Waivers = slices.Delete(slices.Clone(b.Waivers), k, k+1); len(b.Waivers) == 0 {
		b.Waivers = nil
	}
	return inverse, nil
}

// Where is the place that the waiver is for.
func (e AddWaiver) Where() Address { return e.Waiver.where() }

// Where is the place that the waiver was for.
func (e RemoveWaiver) Where() Address { return e.Waiver.where() }

func (w Waiver) where() Address {
	return Address{Section: w.Section, Block: w.Block, Language: w.Language}
}

func validateWaivers(waivers []Waiver) error {
	for i, w := range waivers {
		switch {
		case w.Code == "":
			return refused("豁免没有写明是哪一项检查", "a waiver does not say which check it is for")
		case w.Reason == "":
			return refused("豁免 "+w.Code+" 没有写明理由", "the waiver of "+w.Code+" gives no reason")
		case w.Language != "" && w.Language != language.ZH && w.Language != language.EN:
			return refused("豁免的语言不是 zh 或 en", "the language of a waiver is neither zh nor en")
		case slices.ContainsFunc(waivers[:i], w.Is):
			return refused("同一处的 "+w.Code+" 已经豁免过", w.Code+" is waived at this place already")
		}
	}
	return nil
}
