package typeset

import (
	"strconv"
	"strings"

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
	for i, id := range c.order {
		n := c.pair(pairing{
			style: &c.style.Source, role: SourceRole, flows: true, links: true, hang: width * c.style.Source.ZH.Size,
			label: func(l language.Language) string { return "[" + strconv.Itoa(i+1) + "]" },
			text: func(l language.Language) []span {
				text := cite.Reference(*byID[id], l)
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
}

// targets finds the web addresses in a passage.
func targets(set *lines) []target {
	var b strings.Builder
	for i := range set.lines {
		for k := range set.lines[i].runs {
			r := &set.lines[i].runs[k]
			text := r.text
			if r.hyphen {
				text = text[:len(text)-1]
			}
			b.WriteString(text)
		}
	}
	runes := []rune(b.String())
	var out []target
	for i := 0; i < len(runes); i++ {
		rest := string(runes[i:min(len(runes), i+8)])
		if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") {
			continue
		}
		j := i
		for j < len(runes) && runes[j] > ' ' && runes[j] < 0x2000 && !strings.ContainsRune("<>\"", runes[j]) {
			j++
		}
		for j > i && strings.ContainsRune(".,;:)]", runes[j-1]) {
			j--
		}
		out = append(out, target{i, j, string(runes[i:j])})
		i = j
	}
	return out
}
