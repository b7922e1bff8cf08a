package review

import (
	"celun/app/brief"
)

func (r *run) sources() {
	r.references()
	r.method()
}

// references is check E9.
func (r *run) references() {
	defined, cited := map[string]bool{}, map[string]bool{}
	for _, s := range r.brief.Sources {
		defined[s.ID] = true
	}
	for at, text := range r.brief.Addresses() {
		for _, id := range cites(text) {
			if !defined[id] && !cited[id] {
				r.add("E9", Error, at,
					"引用了“"+id+"”，来源里没有它，请补上来源或删去引用",
					"‘"+id+"’ is cited and is not among the sources; add the source or remove the citation")
			}
			cited[id] = true
		}
	}
	for _, s := range r.brief.Sources {
		if !cited[s.ID] {
			r.add("E9", Error, brief.Address{},
				"来源“"+s.Title.ZH+"”没有被引用，请引用它或删去",
				"The source ‘"+s.Title.EN+"’ is cited nowhere; cite it or remove it")
		}
	}
	listed := false
	r.blocks(func(_ *brief.Section, b *brief.Block) { listed = listed || b.Kind == brief.References })
	if len(cited) > 0 && !listed {
		r.add("E9", Error, brief.Address{}, "文中有引用，却没有来源列表，请加上", "Sources are cited and there is no list of them; add one")
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
