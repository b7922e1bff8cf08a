package review

import (
	"strings"
	"unicode"

	"celun/app/brief"
	"celun/app/language"
)

// language runs the checks of single texts and pairs.
func (r *run) language() {
	for i := range r.pairs {
		p := &r.pairs[i]
		r.numbers(p)
		r.terms(p)
		r.punctuation(p)
		r.passages(p)
		r.modality(p)
	}
	r.people()
	r.expanded()
	r.capitals()
}

// capitals is check B14: the English headings are capitalised alike. The few
// that differ from the many are named.
func (r *run) capitals() {
	type heading struct {
		at    brief.Address
		text  string
		every bool // each word has a capital
	}
	var all []heading
	every := 0
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.en.empty || !(p.at.Slot == brief.HeadingSlot || p.block != nil && p.block.Kind == brief.Heading && p.at.Slot == "") {
			continue
		}
		small, capital := 0, 0
		words := strings.FieldsFunc(p.en.text, func(r rune) bool { return !isLetter(r) && r != '’' && r != '-' })
		for k, w := range words {
			switch {
			case k == 0 || len(w) < 4 || strings.ToUpper(w) == w:
			case unicode.IsUpper(rune(w[0])):
				capital++
			default:
				small++
			}
		}
		switch {
		case small > 0 && capital == 0:
			all = append(all, heading{p.at, p.en.text, false})
		case capital >= 2 && small == 0:
			all = append(all, heading{p.at, p.en.text, true})
			every++
		}
	}
	few := every <= len(all)-every // capitals are the exception
	rest := every
	if !few {
		rest = len(all) - every
	}
	if rest == 0 || 3*rest > len(all) {
		return
	}
	for _, h := range all {
		if h.every == few {
			r.add("B14", Hint, in(h.at, language.EN),
				"英文标题“"+excerpt(h.text)+"”的大小写与其他标题不一致，请统一",
				"The heading ‘"+excerpt(h.text)+"’ is capitalised unlike the others; make them alike").of(h.text)
		}
	}
}
