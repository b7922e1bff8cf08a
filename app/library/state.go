package library

import (
	"crypto/sha256"
	"path/filepath"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/store"
)

// A State is what lay in the folder of a shelf at one time. Imports, which
// change more than one edit can say, are taken back and made again by it.
type State struct{ files []file }

// State returns what lies in the folder now.
func (s *Shelf) State() *State {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := &State{}
	for _, f := range s.files {
		t.files = append(t.files, *f)
	}
	return t
}

func (t *State) pack(name string) *argument.Pack {
	for i := range t.files {
		if t.files[i].name == name {
			return t.files[i].pack
		}
	}
	return nil
}

// Return makes those packs as they were in one state that are others in the
// state from which it goes back; all others stay. It is refused where another
// program has written such a file since, for that would be lost.
func (s *Shelf) Return(from, to *State) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, t := range []*State{from, to} {
		for i := range t.files {
			if n := t.files[i].name; from.pack(n) != to.pack(n) && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	for _, n := range names {
		if err := s.untouched(n); err != nil {
			return err
		}
	}
	defer s.publish()
	for _, n := range names {
		if err := s.replace(n, to.pack(n)); err != nil {
			return err
		}
	}
	return nil
}

// untouched returns an error if a file is not what the shelf last saw of it.
func (s *Shelf) untouched(name string) error {
	path := filepath.Join(s.dir, name)
	data, found, err := store.ReadIfExists(path, argument.MaxBytes)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(s.files, func(f *file) bool { return f.name == name })
	if found && (at < 0 || sha256.Sum256(data) != s.files[at].sum) {
		return refused(path, "文件已被其他程序改动，不能撤销或重做", "the file was changed by another program, so this can be neither undone nor redone", "请在论据库里直接修改", "Change it in the library itself")
	}
	return nil
}

// replace puts a pack in the place of a file; nil takes the file away, into
// the bin.
func (s *Shelf) replace(name string, p *argument.Pack) error {
	at := slices.IndexFunc(s.files, func(f *file) bool { return f.name == name })
	if p == nil {
		if at < 0 {
			return nil
		}
		return s.remove(s.files[at])
	}
	data, err := argument.Write(p)
	if err != nil {
		return err
	}
	if err := store.Write(filepath.Join(s.dir, name), data); err != nil {
		return err
	}
	f := &file{name, sha256.Sum256(data), p}
	if at >= 0 {
		s.files[at] = f
		return nil
	}
	s.files = append(s.files, f)
	slices.SortFunc(s.files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	return nil
}
