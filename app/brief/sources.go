package brief

import (
	"fmt"
	"strings"

	"celun/app/argument"
)

// AddSources returns the edit that adds sources to those of a brief, and how
// many it adds. One that the brief has already, by its DOI or by title and
// year, is left out; one whose id is taken by another work gets a number after
// it. The brief is not changed.
func AddSources(b *Brief, more []argument.Source) (edit SetSources, added int) {
	all := cloneSources(b.Sources)
	taken, works := map[string]bool{}, map[string]bool{}
	for i := range all {
		taken[all[i].ID] = true
		for _, w := range sameWork(&all[i]) {
			works[w] = true
		}
	}
	for _, s := range cloneSources(more) {
		known := false
		same := sameWork(&s)
		for _, w := range same {
			known = known || works[w]
		}
		if known {
			continue
		}
		id := s.ID
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("%s-%d", s.ID, n)
		}
		s.ID, taken[id] = id, true
		for _, w := range same {
			works[w] = true
		}
		all = append(all, s)
		added++
	}
	return SetSources{Sources: all}, added
}

// sameWork returns what tells that two sources are one work.
func sameWork(s *argument.Source) []string {
	var out []string
	if s.DOI != "" {
		out = append(out, "doi "+strings.ToLower(s.DOI))
	}
	for _, title := range []string{s.Title.ZH, s.Title.EN} {
		if title = strings.ToLower(strings.Join(strings.Fields(title), "")); title != "" {
			out = append(out, "title "+title+" "+s.Year+" "+s.Edition)
		}
	}
	return out
}
