package library_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// After any edits, refused ones among them, the folder holds what the shelf
// shows, no text is lost, and no version number stood for two texts.
func TestRandomEditsAreKept(t *testing.T) {
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 1))
		dir := t.TempDir()
		s := library.Open(dir, article())
		said := map[string]argument.Argument{} // by id and version
		var undo []library.Edit
		id := func() string {
			all := s.Library().All()
			return all[random.IntN(len(all))].ID
		}
		for n := range 60 {
			var e library.Edit
			switch random.IntN(8) {
			case 0:
				e = library.AddArgument{Argument: full(s.Library().NewID(argument.Challenge), argument.Challenge)}
			case 1:
				a := *get(t, s, id()).Argument
				a.Line = language.Text{ZH: fmt.Sprintf("第 %d 次改动。", n), EN: fmt.Sprintf("Change: number %d.", n)}
				e = library.EditArgument{Argument: a}
			case 2:
				e = library.DuplicateArgument{ID: id(), NewID: s.Library().NewID(argument.Option)}
			case 3:
				e = library.DeleteArgument{ID: id()}
			case 4:
				e = library.TagArgument{ID: id(), Tags: []string{fmt.Sprintf("t%d", n%3)}}
			case 5:
				e = library.LinkArgument{ID: id(), Link: link(argument.Supports, id(), n%4)}
			case 6:
				e = library.UnlinkArgument{ID: id(), Kind: argument.Supports, To: id()}
			case 7:
				if len(undo) > 0 {
					e, undo = undo[len(undo)-1], undo[:len(undo)-1]
				}
			}
			if e == nil {
				continue
			}
			if inverse, err := s.Do("article", e); err == nil {
				undo = append(undo, inverse)
			}
			for _, now := range s.Library().All() {
				key := fmt.Sprintf("%s/%d", now.ID, now.Version)
				if before, ok := said[key]; ok && before.Line != now.Line {
					t.Fatalf("seed %d: %s says %q and said %q", seed, key, now.Line.EN, before.Line.EN)
				}
				said[key] = *now.Argument
			}
		}
		again := library.Open(dir, article())
		if len(again.Troubles()) > 0 || !reflect.DeepEqual(again.Packs(), s.Packs()) {
			t.Errorf("seed %d: opened again the shelf is different, %v", seed, again.Troubles())
		}
	}
}
