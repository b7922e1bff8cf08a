package review

import (
	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/number"
)

// unfounded is check E8: a figure in running text that cites a source of a
// pack at hand, and that stands nowhere in that pack.
func (r *run) unfounded() {
	if r.library == nil {
		return
	}
	known := map[string]map[string]bool{} // by source: the numbers of its pack
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.block == nil || !isProse(p.block.Kind) && p.block.Kind != brief.Note || p.at.Slot != "" || len(p.zh.cites) == 0 {
			continue
		}
		sources := p.zh.cites
		numbers, all := map[string]bool{}, true
		for _, c := range sources {
			if known[c.id] == nil {
				known[c.id] = r.reviewer.numbersOf(c.id)
			}
			all = all && len(known[c.id]) > 0
			for n := range known[c.id] {
				numbers[n] = true
			}
		}
		if !all {
			continue // a source whose evidence is not at hand
		}
		for _, v := range p.zh.numbers(language.ZH) {
			if v.Weak || v.Kind != number.Share && v.Kind != number.Points && !(v.Kind == number.Count && large(v)) {
				continue
			}
			if !numbers[v.Number.RatString()] && !r.computed(p, v) {
				r.add("E8", Warning, in(p.at, language.ZH),
					"“"+v.Text+"”在所引来源的证据里没有，请核对，或补充引用",
					"‘"+v.Text+"’ is in no evidence of the source that is cited; check it, or cite where it comes from").on(&p.zh, v.From, v.To)
			}
		}
	}
}

// large reports an amount that nobody counts by hand.
func large(v number.Value) bool {
	f, _ := v.Number.Float64()
	return f >= 1000
}

// computed reports a figure that its sentence says was worked out.
func (r *run) computed(p *pair, v number.Value) bool {
	from := max(0, v.From-12)
	return says(string(p.zh.runes[from:v.From]), "相加", "合计", "共计", "之和", "相差", "折合", "换算", "推算", "估算")
}

// numbersOf returns the numbers of the packs with a source, as fractions.
func (v *Reviewer) numbersOf(source string) map[string]bool {
	if all, ok := v.figures[source]; ok {
		return all
	}
	all := map[string]bool{}
	see := func(text string, l language.Language) {
		for _, n := range number.Read(l, text) {
			if n.Number != nil {
				all[n.Number.RatString()] = true
			}
		}
	}
	for _, p := range v.library.Packs() {
		if p.Source.ID != source {
			continue
		}
		for i := range p.Arguments {
			a := &p.Arguments[i]
			for _, l := range language.Both() {
				for _, t := range []language.Text{a.Title, a.Line, a.Statement, a.Note} {
					see(t.In(l), l)
				}
			}
			if a.Evidence != nil {
				see(a.Evidence.Value, language.ZH)
			}
		}
	}
	v.figures[source] = all
	return all
}
