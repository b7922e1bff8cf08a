package typeset

import (
	"strconv"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/language"
)

// references sets the list of sources: those cited, in order of citation,
// then the others.
func (c *composer) references(b *brief.Block) {
	byID := map[string]*argument.Source{}
	for i := range c.brief.Sources {
		s := &c.brief.Sources[i]
		if byID[s.ID] == nil {
			byID[s.ID] = s
		}
	}
	width := 1.2 + 0.55*float64(len(strconv.Itoa(len(c.order))))
	starts := make([]int, 0, len(c.order)) // of the entries, among the rows
	for i, id := range c.order {
		starts = append(starts, len(c.rows))
		n := c.pair(pairing{
			style: &c.style.Source, role: SourceRole, flows: true, address: byID[id].URL, hang: width * c.style.Source.ZH.Size,
			anchor: func(l language.Language) string { return sourceAnchor(id, l) },
			label:  func(l language.Language) string { return "[" + strconv.Itoa(i+1) + "]" },
			text: func(l language.Language) []span {
				text := cite.Reference(*byID[id], l)
				if st := c.brief.Meta.Citation; l == language.ZH && st != "" {
					text = st.Write(*byID[id])
				}
				if text == "" {
					return nil
				}
				return []span{{text: text, language: l, plain: true, address: brief.Address{Block: b.ID, Language: l}}}
			},
		})
		if n > 0 {
			c.last(1)[0].after = 2
			if i+1 == len(c.order) {
				c.last(1)[0].after = c.style.PairGap
			}
		}
	}
	// Neither the first entry stands alone under its heading nor the last on a
	// page of its own.
	if n := len(starts); n > 1 {
		for _, k := range []int{0, n - 2} {
			for i := starts[k]; i < starts[k+1]; i++ {
				c.rows[i].keep = true
			}
		}
	}
}
