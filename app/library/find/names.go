package find

import (
	"slices"
	"strings"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/library/index"
)

// names are the ids and tags of a library, folded. A tag is found by its names
// too.
type names struct {
	ids     []string           // by entry
	tags    map[string][]int32 // the entries of each tag
	byID    map[string]int32
	longest int
}

func (f *Finder) readNames() *names {
	n := &names{ids: make([]string, len(f.entries)), tags: map[string][]int32{}, byID: make(map[string]int32, len(f.entries))}
	for i, e := range f.entries {
		n.ids[i] = index.Fold(e.ID)
		n.byID[n.ids[i]] = int32(i)
		n.longest = max(n.longest, len(n.ids[i]))
		for _, tag := range e.Tags {
			called := f.lib.TagName(tag)
			names := []string{index.Fold(tag), index.Fold(called.ZH), index.Fold(called.EN)}
			for k, name := range names {
				if name != "" && !slices.Contains(names[:k], name) {
					n.tags[name] = append(n.tags[name], int32(i))
				}
			}
		}
	}
	return n
}

// isChallenge reports whether a folded id is that of a challenge.
func (f *Finder) isChallenge(id string) bool {
	i, ok := f.names().byID[id]
	return ok && f.entries[i].Kind == argument.Challenge
}

// find adds the entries whose id begins with the pattern, or that have a tag
// with it.
func (n *names) find(p *pattern, found map[int32]float32) {
	add := func(i int32, score float32) { found[i] = max(found[i], score) }
	if len(p.text) <= n.longest && p.text[0] < utf8.RuneSelf {
		for i, id := range n.ids {
			rest, ok := strings.CutPrefix(id, p.text)
			switch {
			case !ok:
			case rest == "":
				add(int32(i), wholeID)
			case rest[0] == '.' || rest[0] == '-' || rest[0] == '_':
				add(int32(i), partOfID)
			default:
				add(int32(i), startOfID)
			}
		}
	}
	for tag, entries := range n.tags {
		fit := p.occurs(tag)
		if fit == 0 {
			continue
		}
		score := float32(inTag)
		if tag == p.text {
			score = wholeTag
		} else if fit < fits {
			score *= inside
		}
		for _, i := range entries {
			add(i, score)
		}
	}
}
