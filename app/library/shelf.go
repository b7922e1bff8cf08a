package library

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/store"
)

// A Shelf keeps the packs at hand: those built in, and a folder with the
// analyst's own and those received from others, one YAML file each.
//
//	s := library.Open(dir, builtIn)
//	inverse, err := s.Do("digital-diplomacy", library.EditArgument{Argument: a})
//	lib := s.Library() // a new value; readers of the old one are not disturbed
//
// A built-in pack is never changed. The first edit writes a copy of the whole
// pack into the folder, and the copy takes its place, under the same id: a
// brief goes on finding what it used, the file on disk is a complete pack that
// can be read, checked and given to a colleague, and removing it brings the
// built-in pack back. A file with the changed arguments alone would be smaller,
// but could be neither read nor shared without the pack it belongs to, and
// could not say what was deleted. Every changed argument says in From which
// version of the built-in one it comes from; [Shelf.Updates] compares the two
// when the program brings a newer pack.
//
// A file that cannot be read is left out and reported by [Shelf.Troubles]. It
// stays as it is: nothing is ever written over it. A file that another program
// changes is read again before an edit is made in it.
type Shelf struct {
	dir      string
	builtIn  []*argument.Pack
	mu       sync.Mutex // over the fields below
	files    []*file    // by name
	troubles []error
	library  atomic.Pointer[Library]
}

// A file is a pack in the folder.
type file struct {
	name string
	sum  [sha256.Size]byte // of what was read or written last
	pack *argument.Pack
}

// A Standing says where a pack comes from.
type Standing string

// The standings. A changed pack is a built-in one with the analyst's changes.
const (
	BuiltIn  Standing = "built-in"
	Changed  Standing = "changed"
	Own      Standing = "own"
	Received Standing = "received"
)

// A Holding is a pack on a shelf.
type Holding struct {
	Pack     *argument.Pack
	Standing Standing
	File     string // in the folder; empty for a built-in pack
}

// The names of pack files end so; a received pack is known by its name.
const (
	extension = ".yaml"
	received  = ".received" + extension
)

// Open returns the shelf of a folder, which need not exist, and of the packs
// that are built in. Without a folder (dir is empty) nothing can be changed.
func Open(dir string, builtIn ...*argument.Pack) *Shelf {
	s := &Shelf{dir: dir, builtIn: builtIn}
	s.Reload()
	return s
}

// Library returns the library of all packs on the shelf as it is now.
func (s *Shelf) Library() *Library { return s.library.Load() }

// Troubles returns why files of the folder were left out, a *language.Problem
// each.
func (s *Shelf) Troubles() []error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.troubles)
}

// Packs returns the packs on the shelf in the order of the library: the
// built-in ones, or what took their places, then the others by file name.
func (s *Shelf) Packs() []Holding {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.holdings()
}

// Reload reads the folder again, for a window that comes back to the front.
// It returns the library as it is now: the same one if nothing changed.
func (s *Shelf) Reload() *Library {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.files
	s.files, s.troubles = nil, nil
	if s.dir != "" {
		names, err := store.List(s.dir, extension)
		if err != nil {
			s.troubles = append(s.troubles, err)
		}
		for _, n := range names {
			s.take(n, was)
		}
	}
	if l := s.library.Load(); l != nil && slices.Equal(was, s.files) {
		return l
	}
	return s.publish()
}

// take puts a file of the folder on the shelf, as it was if it is the same.
func (s *Shelf) take(name string, was []*file) {
	f := &file{name: name}
	if i := slices.IndexFunc(was, func(old *file) bool { return old.name == name }); i >= 0 {
		f = was[i]
	}
	f, err := s.read(f)
	if err != nil {
		s.troubles = append(s.troubles, err)
	} else if twin := s.file(f.pack.ID); twin != nil {
		s.troubles = append(s.troubles, &language.Problem{
			Where: filepath.Join(s.dir, name),
			What:  language.Text{ZH: "与 " + twin.name + " 是同一个包，未载入", EN: "this is the same pack as " + twin.name + " and is left out"},
			Do:    language.Text{ZH: "请保留其中一个", EN: "Keep one of the two"},
		})
	} else {
		s.files = append(s.files, f)
	}
}

// Do makes an edit in a pack, saves the pack and publishes a new library. It
// returns the edit that takes it back. When it fails, nothing has changed.
func (s *Shelf) Do(pack string, e Edit) (inverse Edit, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.do(pack, e)
}

func (s *Shelf) do(pack string, e Edit) (Edit, error) {
	p, err := s.fresh(pack)
	if err != nil {
		return nil, err
	}
	next, inverse, err := e.Apply(p)
	if err != nil || next == p {
		return inverse, err
	}
	return inverse, s.put(next, false)
}

// Add puts a new pack of the analyst's own on the shelf; see [NewPack].
func (s *Shelf) Add(p *argument.Pack) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pack(p.ID) != nil {
		return refused(p.ID, "已有同名的包", "there is a pack with this id already", "请换一个编号", "Choose another id")
	}
	return s.put(p, false)
}

// Remove takes a pack off the shelf; its file is kept in the folder named bin
// beside the others and can be imported again. The changes to a built-in pack
// are removed and the pack is as it was built in.
func (s *Shelf) Remove(pack string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.file(pack)
	if f == nil {
		return refused(pack, "这个包不在数据文件夹里，不能删除", "the pack is not in the folder and cannot be removed", "", "")
	}
	if err := s.remove(f); err != nil {
		return err
	}
	s.publish()
	return nil
}

// remove takes a file off the shelf, into the bin.
func (s *Shelf) remove(f *file) error {
	path := filepath.Join(s.dir, f.name)
	data, found, err := store.ReadIfExists(path, argument.MaxBytes)
	if err != nil {
		return err
	}
	if found {
		bin := filepath.Join(s.dir, "bin")
		if err := store.CreateDir(bin); err != nil {
			return err
		}
		name, err := freeName(bin, f.pack.ID, extension)
		if err != nil {
			return err
		}
		if err := store.Write(filepath.Join(bin, name), data); err != nil {
			return err
		}
		if err := store.Remove(path); err != nil {
			return err
		}
	}
	s.files = slices.DeleteFunc(s.files, func(g *file) bool { return g == f })
	return nil
}

// put saves a pack that is new or changed, and publishes it.
func (s *Shelf) put(p *argument.Pack, fromOthers bool) error {
	if s.dir == "" {
		return refused(p.ID, "没有存放论据包的文件夹", "there is no folder to keep packs in", "", "")
	}
	s.mark(p)
	if err := s.distinct(p); err != nil {
		return err
	}
	data, err := argument.Write(p)
	if err != nil {
		return err
	}
	if err := store.CreateDir(s.dir); err != nil {
		return err
	}
	f := s.file(p.ID)
	if f == nil {
		end := extension
		if fromOthers {
			end = received
		}
		name, err := freeName(s.dir, p.ID, end)
		if err != nil {
			return err
		}
		f = &file{name: name}
	}
	if err := store.Write(filepath.Join(s.dir, f.name), data); err != nil {
		return err
	}
	s.files = slices.DeleteFunc(s.files, func(g *file) bool { return g.name == f.name })
	s.files = append(s.files, &file{f.name, sha256.Sum256(data), p})
	slices.SortFunc(s.files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	s.publish()
	return nil
}

// mark notes in those arguments of a built-in pack that change now which
// version they come from.
func (s *Shelf) mark(p *argument.Pack) {
	old := s.pack(p.ID)
	for _, b := range s.builtIn {
		if b.ID != p.ID {
			continue
		}
		for i := range p.Arguments {
			a := &p.Arguments[i]
			was, ok := b.Argument(a.ID)
			if !ok || a.From != nil || same(a, was) {
				continue
			}
			version := was.Version
			if mine, ok := old.Argument(a.ID); ok {
				if same(mine, a) {
					continue // it is as it was built in once
				}
				version = mine.Version
			}
			a.From = &argument.Reference{Pack: b.ID, ID: was.ID, Version: version}
		}
	}
}

// distinct refuses an id that came into the pack and that an argument of
// another pack has, in use or in the bin.
func (s *Shelf) distinct(p *argument.Pack) error {
	known := map[string]bool{}
	if old := s.pack(p.ID); old != nil {
		for _, a := range slices.Concat(old.Arguments, old.Bin) {
			known[a.ID] = true
		}
	}
	others := map[string]string{}
	for _, h := range s.holdings() {
		if h.Pack.ID != p.ID {
			for _, a := range slices.Concat(h.Pack.Arguments, h.Pack.Bin) {
				others[a.ID] = h.Pack.ID
			}
		}
	}
	for _, a := range p.Arguments {
		if other := others[a.ID]; other != "" && !known[a.ID] {
			return refused(a.ID, fmt.Sprintf("包“%s”里已有这个编号", other), fmt.Sprintf("the pack %q has this id already", other),
				"请换一个编号", "Choose another id")
		}
	}
	return nil
}
