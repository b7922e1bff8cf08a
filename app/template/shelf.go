package template

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"celun/app/language"
	"celun/app/store"
)

// A Shelf holds the templates at hand: the built-in ones, and the analyst's own
// and those received, a file each in a folder. It is safe for concurrent use.
//
// Saving a template of one's own makes a new version of it and keeps the ones
// before in the folder versions, for the briefs that were started from them.
type Shelf struct {
	dir      string
	builtIn  []*Template
	mu       sync.Mutex
	own      []*Template
	troubles []error
}

const (
	ending   = ".yaml"
	versions = "versions"
)

// Open returns a shelf with the built-in templates and those in the folder
// dir, which need not exist. Without a folder (empty) nothing can be saved. A
// file that cannot be read is left out and told of by [Shelf.Troubles].
func Open(dir string, builtIn []*Template) *Shelf {
	s := &Shelf{dir: dir, builtIn: builtIn}
	s.Reload()
	return s
}

// Reload reads the folder again, as when another program changed it.
func (s *Shelf) Reload() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.own, s.troubles = nil, nil
	if s.dir == "" {
		return
	}
	names, err := store.List(s.dir, ending)
	if err != nil {
		s.troubles = append(s.troubles, err)
		return
	}
	for _, n := range names {
		path := filepath.Join(s.dir, n)
		data, err := store.Read(path, maxFile)
		if err != nil {
			s.troubles = append(s.troubles, err)
			continue
		}
		t, err := Read(n, data)
		switch {
		case err != nil:
			s.troubles = append(s.troubles, err)
		case s.find(t.ID) != nil:
			s.troubles = append(s.troubles, idTaken(n, t.ID))
		default:
			s.own = append(s.own, t)
		}
	}
}

func idTaken(file, id string) error {
	return &language.Problem{
		Where: file, Entry: "id",
		What: language.Text{ZH: "已有别的模板用了 " + id + " 这个 id", EN: "another template has the id " + id + " already"},
		Do:   language.Text{ZH: "请在文件里给它换一个 id", EN: "Give it another id in the file"},
	}
}

// All returns all templates in the order in which they are shown.
func (s *Shelf) All() []*Template {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.Concat(s.builtIn, s.own)
	Sort(all)
	return all
}

// Troubles returns what is wrong with files of the folder.
func (s *Shelf) Troubles() []error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.troubles)
}

// Get returns the template with an id as it is now.
func (s *Shelf) Get(id string) (*Template, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.find(id)
	return t, t != nil
}

func (s *Shelf) find(id string) *Template {
	for _, t := range slices.Concat(s.builtIn, s.own) {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// At returns a version of a template: the present one, or one that is kept for
// the briefs that were started from it.
func (s *Shelf) At(id string, version int) (*Template, bool) {
	t, ok := s.Get(id)
	if ok && t.Version == version {
		return t, true
	}
	if s.dir == "" || !name.MatchString(id) {
		return nil, false
	}
	data, found, err := store.ReadIfExists(s.versionPath(id, version), maxFile)
	if err != nil || !found {
		return nil, false
	}
	t, err = Read(id, data)
	return t, err == nil && t.ID == id && t.Version == version
}

// Own reports whether a template is the analyst's own or received, so that it
// can be changed and removed.
func (s *Shelf) Own(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.isOwn(id)
}

func (s *Shelf) isOwn(id string) bool {
	return slices.ContainsFunc(s.own, func(t *Template) bool { return t.ID == id })
}

func (s *Shelf) path(id string) string { return filepath.Join(s.dir, id+ending) }

func (s *Shelf) versionPath(id string, version int) string {
	return filepath.Join(s.dir, versions, fmt.Sprintf("%s.%d%s", id, version, ending))
}

// Save keeps a template of one's own and returns it as it was kept: if it took
// the place of an earlier version, with the next number. A built-in template
// is refused, for an analyst changes a duplicate of it.
func (s *Shelf) Save(t *Template) (*Template, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dir == "" {
		return nil, &language.Problem{
			What: language.Text{ZH: "没有存放模板的文件夹", EN: "there is no folder for templates"},
			Do:   language.Text{ZH: "请在程序窗口里保存", EN: "Save it in the window of the program"},
		}
	}
	if slices.ContainsFunc(s.builtIn, func(o *Template) bool { return o.ID == t.ID }) {
		return nil, &language.Problem{
			Where: t.ID,
			What:  language.Text{ZH: "内置模板不能改动", EN: "a built-in template cannot be changed"},
			Do:    language.Text{ZH: "请先复制一份，再改副本", EN: "Duplicate it and change the copy"},
		}
	}
	c := t.tidy()
	before := s.find(t.ID)
	if before != nil {
		c.Version = before.Version + 1
	}
	data, err := Encode(c)
	if err != nil {
		return nil, err
	}
	if err := store.CreateDir(filepath.Join(s.dir, versions)); err != nil {
		return nil, err
	}
	if before != nil {
		old, err := Encode(before)
		if err != nil {
			return nil, err
		}
		if err := store.Write(s.versionPath(before.ID, before.Version), old); err != nil {
			return nil, err
		}
	}
	if err := store.Write(s.path(c.ID), data); err != nil {
		return nil, err
	}
	s.own = append(slices.DeleteFunc(slices.Clone(s.own), func(o *Template) bool { return o.ID == c.ID }), c)
	return c, nil
}

// Import keeps a template that somebody sent. If the id is taken by another,
// it is kept under a new one; an own template of the same id becomes the
// version before it.
func (s *Shelf) Import(file string, data []byte) (*Template, error) {
	t, err := Read(file, data)
	if err != nil {
		return nil, err
	}
	if _, found := s.Get(t.ID); found && !s.Own(t.ID) {
		named := t.Name
		t = Duplicate(t, func(id string) bool { _, found := s.Get(id); return found })
		t.Name = named
	}
	return s.Save(t)
}

// Remove takes a template of one's own off the shelf. Its file moves to the
// versions, so that it can be imported again and briefs keep theirs.
func (s *Shelf) Remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.find(id)
	if t == nil || !s.isOwn(id) {
		return &language.Problem{
			Where: strings.TrimSpace(id),
			What:  language.Text{ZH: "只能删除自己的模板", EN: "only a template of one’s own can be removed"},
			Do:    language.Text{ZH: "内置模板可以不用，但不能删除", EN: "A built-in one can be left unused"},
		}
	}
	if err := store.CreateDir(filepath.Join(s.dir, versions)); err != nil {
		return err
	}
	if err := store.Move(s.path(id), s.versionPath(id, t.Version)); err != nil {
		return err
	}
	s.own = slices.DeleteFunc(slices.Clone(s.own), func(o *Template) bool { return o.ID == id })
	return nil
}
