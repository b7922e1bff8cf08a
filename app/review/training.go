package review

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// training are the checks H2 to H4 of a handout, and C3.
func (r *run) training() {
	r.objectives()
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		r.glossed(b)
		r.writable(b)
		open, about := 0, []string(nil)
		for _, c := range b.Comments {
			if !c.Done {
				open++
				about = append(about, c.ID)
			}
		}
		if open > 0 {
			r.add("C3", Hint, brief.Address{Block: b.ID},
				fmt.Sprintf("还有 %d 条批注没有处理，请处理后定稿", open),
				fmt.Sprintf("There %s that nobody has seen to; see to it before the brief goes out", are(open, "comment"))).of(about...)
		}
	})
}

// objectives is check H2: each learning objective has something in common
// with a question or exercise.
func (r *run) objectives() {
	asked := [2]map[string]bool{{}, {}}
	questions := 0
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.block == nil || p.block.Kind != brief.Question && p.block.Kind != brief.Exercise {
			continue
		}
		questions++
		for n, l := range language.Both() {
			for w := range p.in(l).content(l) {
				asked[n][w] = true
			}
		}
	}
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		if s.Slot != "objectives" && s.Slot != "learning-objectives" {
			continue
		}
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if b.Kind != brief.List {
				continue
			}
			zh, en := items(b.Text.ZH), items(b.Text.EN)
			for k := range zh {
				other := ""
				if k < len(en) {
					other = en[k]
				}
				g := r.reviewer.read(language.Text{ZH: zh[k], EN: other})
				if questions > 0 && (shares(g.zh.content(language.ZH), asked[0]) || shares(g.en.content(language.EN), asked[1])) {
					continue
				}
				r.add("H2", Warning, brief.Address{Block: b.ID},
					"目标“"+excerpt(zh[k])+"”没有对应的讨论题或练习，请加一道题，或删去这个目标",
					"No question or exercise serves the objective ‘"+excerpt(other)+"’; add one or drop the objective").of(zh[k])
			}
		}
	}
}

// glossed is check H3: each term of a list of terms is used in the text. A
// glossary, which is all lists and tables, has no text to use them in.
func (r *run) glossed(b *brief.Block) {
	if b.Kind != brief.TermList || !r.hasText() {
		return
	}
	for n := range b.Terms {
		term := &b.Terms[n].Term
		if strings.TrimSpace(term.ZH) == "" {
			continue
		}
		used := false
		for i := range r.pairs {
			p := &r.pairs[i]
			if p.block == nil || p.block == b {
				continue
			}
			used = used || strings.Contains(p.zh.text, term.ZH) || term.EN != "" && strings.Contains(strings.ToLower(p.en.text), strings.ToLower(term.EN))
		}
		if !used {
			r.add("H3", Warning, brief.Address{Block: b.ID},
				"术语“"+term.ZH+"”在正文里没有出现，请用上它，或从术语表删去",
				"The term ‘"+term.EN+"’ does not occur in the text; use it, or take it off the list").of(term.ZH)
		}
	}
}

// leastSpace is the least room to write in under an exercise (mm): three
// lines by hand.
const leastSpace = 20

// writable is check H4.
func (r *run) writable(b *brief.Block) {
	if b.Kind == brief.Exercise && b.For != brief.Trainer && b.Space < leastSpace {
		r.add("H4", Warning, brief.Address{Block: b.ID},
			fmt.Sprintf("练习下面的书写空间只有 %g 毫米，至少要 %d 毫米", b.Space, leastSpace),
			fmt.Sprintf("There are %g mm to write in under the exercise; leave %d mm at least", b.Space, leastSpace))
	}
}

// hasText reports whether a brief has running text.
func (r *run) hasText() bool {
	for i := range r.brief.Sections {
		for j := range r.brief.Sections[i].Blocks {
			switch r.brief.Sections[i].Blocks[j].Kind {
			case brief.TermList, brief.Table, brief.Note, brief.References, brief.PageBreak, brief.Heading:
			default:
				return true
			}
		}
	}
	return false
}
