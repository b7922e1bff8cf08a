package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

func (r *run) sources() {
	r.references()
	r.whole()
	r.alone()
	r.secondary()
	r.dated()
	r.unfounded()
	r.quotations()
	r.method()
}

// references is check E9.
func (r *run) references() {
	defined, cited := map[string]bool{}, map[string]bool{}
	for _, s := range r.brief.Sources {
		defined[s.ID] = true
	}
	for i := range r.pairs {
		p := &r.pairs[i]
		for _, l := range language.Both() {
			s := p.in(l)
			for _, c := range s.cites {
				if !defined[c.id] && !cited[c.id] {
					f := r.add("E9", Error, in(p.at, l),
						"引用了“"+c.id+"”，来源里没有它，请补上来源或删去引用",
						"‘"+c.id+"’ is cited and is not among the sources; add the source or remove the citation").of(c.id)
					f.Range = c.Range
					r.sourced(f, p, l, c)
				}
				cited[c.id] = true
			}
			for _, c := range s.refers {
				if _, ok := r.rooms[c.id]; ok {
					continue
				}
				if section, _ := r.brief.Section(c.id); section != nil {
					continue
				}
				f := r.add("E9", Error, in(p.at, l),
					"这里指向的图、表或章节已不在文中，请删去或改为现有的",
					"What this refers to is no longer in the brief; remove the reference or point it to something else").of(c.id)
				f.Range = c.Range
				r.puts(f, without(s, c), "删去", "Remove it")
			}
		}
	}
	for i, s := range r.brief.Sources {
		if !cited[s.ID] {
			f := r.add("E9", Error, brief.Address{},
				"来源“"+s.Title.ZH+"”没有被引用，请引用它或删去",
				"The source ‘"+s.Title.EN+"’ is cited nowhere; cite it or remove it").of(s.ID)
			f.Edit = brief.SetSources{Sources: slices.Delete(slices.Clone(r.brief.Sources), i, i+1)}
			f.Mend = language.Text{ZH: "删去这个来源", EN: "Remove the source"}
		}
	}
	listed := false
	r.blocks(func(_ *brief.Section, b *brief.Block) { listed = listed || b.Kind == brief.References })
	if len(cited) > 0 && !listed {
		f := r.add("E9", Error, brief.Address{}, "文中有引用，却没有来源列表，请加上", "Sources are cited and there is no list of them; add one")
		if n := len(r.brief.Sections); n > 0 {
			copied := *r.brief
			f.Edit = brief.InsertBlock{Section: r.brief.Sections[n-1].ID, Index: 0, Block: brief.Block{ID: copied.NewBlockID(), Kind: brief.References}}
			f.Mend = language.Text{ZH: "加上来源列表", EN: "Add the list"}
		}
	}
}

// sourced offers to add a source that a pack at hand has, or else to take the
// citation out, in both languages.
func (r *run) sourced(f *Finding, p *pair, l language.Language, c citation) {
	if r.library != nil {
		for _, p := range r.library.Packs() {
			if p.Source.ID == c.id {
				f.Edit = brief.SetSources{Sources: append(slices.Clone(r.brief.Sources), p.Source)}
				f.Mend = language.Text{ZH: "补上来源“" + p.Source.Title.ZH + "”", EN: "Add the source ‘" + p.Source.Title.EN + "’"}
				return
			}
		}
	}
	r.puts(f, without(p.in(l), c), "删去引用", "Remove the citation")
	twin := p.in(l.Other())
	if n := slices.IndexFunc(twin.cites, func(o citation) bool { return o.id == c.id }); n >= 0 {
		f.Edit = brief.Batch{Edits: []brief.Edit{f.Edit, r.setting(in(p.at, l.Other()), without(twin, twin.cites[n]))}}
		f.Mend = language.Text{ZH: "删去引用，两种语言都删", EN: "Remove the citation in both languages"}
	}
}

// without returns the marked text without a citation.
func without(s *side, c citation) string {
	return string(s.marked[:c.From]) + string(s.marked[c.To:])
}

// alone is check E6: all evidence comes from one source, and the brief does
// not say so.
func (r *run) alone() {
	from := map[string]bool{}
	pieces, last := 0, brief.Address{}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.Kind != brief.Evidence {
			return
		}
		pieces++
		last = brief.Address{Block: b.ID}
		for _, k := range r.rooms[b.ID].pairs {
			for _, c := range r.pairs[k].zh.cites {
				from[c.id] = true
			}
		}
	})
	if pieces < 2 || len(from) != 1 {
		return
	}
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.zh.empty && p.en.empty {
			continue
		}
		if says(p.zh.text, "单一来源", "一篇文章", "一篇论文", "一份报告", "材料取自", "取材于", "据一篇", "唯一来源", "一文整理", "同一篇") ||
			says(strings.ToLower(p.en.text), "single source", "one article", "one source", "one paper", "one report", "material comes from", "drawn from", "sole source", "only source") {
			return
		}
	}
	r.add("E6", Warning, last,
		"全部证据都出自同一个来源，请补充别的来源，或在成文说明里写明",
		"All evidence comes from one source; add others, or say so in the note on how the brief was made")
}

// secondary is check E5.
func (r *run) secondary() {
	for i := range r.pairs {
		p := &r.pairs[i]
		for _, l := range language.Both() {
			if s := p.in(l); s.secondhand != (Range{}) {
				r.add("E5", Warning, in(p.at, l),
					"这里是转引，请尽量核对并改引原始来源",
					"This is cited at second hand; look the original up and cite that where you can").on(s, s.secondhand.From, s.secondhand.To)
			}
		}
	}
}

// secondhand finds where a text says that it cites at second hand.
func secondhand(l language.Language, s *side) Range {
	words := []string{"转引自"}
	if l == language.EN {
		words = []string{"as cited in", "as quoted in", "qtd. in", "cited after", "quoted after"}
	}
	for _, w := range words {
		if from := runeIndex(s, w); from >= 0 {
			return Range{from, from + len([]rune(w))}
		}
	}
	return Range{}
}

// stalest is how many years a source may be old for a claim about the present.
const stalest = 5

// dated is check E7, once a source.
func (r *run) dated() {
	today, ok := day(r.brief.Meta.Date)
	if !ok {
		return
	}
	years := map[string]int{}
	for _, s := range r.brief.Sources {
		if y, err := strconv.Atoi(strings.TrimSpace(s.Year)); err == nil && y > 0 {
			years[s.ID] = y
		}
	}
	said := map[string]bool{}
	for i := range r.pairs {
		p := &r.pairs[i]
		if !says(p.zh.text, "目前", "当前", "现阶段", "眼下", "如今", "现已") {
			continue
		}
		for _, c := range p.zh.cites {
			if y := years[c.id]; y > 0 && today.Year-y > stalest && !said[c.id] {
				said[c.id] = true
				f := r.add("E7", Warning, in(p.at, language.ZH),
					fmt.Sprintf("这里说的是现状，引用的来源却出自 %d 年，请换用较新的来源，或写明年份", y),
					fmt.Sprintf("This speaks of the present and cites a source of %d; cite a newer one or name the year", y)).of(c.id)
				f.Range = c.Range
			}
		}
	}
}

// method is check E10, for templates that have a section for it.
func (r *run) method() {
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		if s.Slot != "sources" {
			continue
		}
		for j := range s.Blocks {
			if s.Blocks[j].Kind == brief.Note {
				return
			}
		}
		r.add("E10", Warning, brief.Address{Section: s.ID, Slot: brief.HeadingSlot},
			"没有交代简报是怎样做成的，请加一段附注", "The brief does not say how it was made; add a note on it")
	}
}
