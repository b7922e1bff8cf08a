package library

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/store"
)

// read returns a file of the folder as it is on the disk: the same one if it is
// as it was read before.
func (s *Shelf) read(was *file) (*file, error) {
	path := filepath.Join(s.dir, was.name)
	data, err := store.Read(path, argument.MaxBytes)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	if was.pack != nil && was.sum == sum {
		return was, nil
	}
	p, err := argument.Read(path, data)
	if err != nil {
		return nil, err
	}
	return &file{was.name, sum, p}, nil
}

// fresh returns a pack as it is on the disk now, for an edit to start from. A
// file that was changed outside and cannot be read now is an error; one that
// is gone is written again with the edit.
func (s *Shelf) fresh(pack string) (*argument.Pack, error) {
	f := s.file(pack)
	if f == nil {
		if p := s.pack(pack); p != nil {
			return p, nil
		}
		return nil, refused(pack, "没有这个包", "there is no such pack", "", "")
	}
	path := filepath.Join(s.dir, f.name)
	data, found, err := store.ReadIfExists(path, argument.MaxBytes)
	if err != nil || !found || sha256.Sum256(data) == f.sum {
		return f.pack, err
	}
	p, err := argument.Read(path, data)
	if err != nil {
		return nil, err
	}
	if p.ID != pack {
		return nil, refused(path, "文件换成了另一个包", "the file was replaced by another pack", "请重新打开论据库", "Open the library again")
	}
	f.pack, f.sum = p, sha256.Sum256(data)
	s.publish()
	return p, nil
}

// publish makes the library of what is on the shelf.
func (s *Shelf) publish() *Library {
	var packs []*argument.Pack
	for _, h := range s.holdings() {
		packs = append(packs, h.Pack)
	}
	l := New(packs...)
	s.library.Store(l)
	return l
}

func (s *Shelf) holdings() []Holding {
	var all []Holding
	placed := map[string]bool{}
	for _, b := range s.builtIn {
		h := Holding{Pack: b, Standing: BuiltIn}
		if f := s.file(b.ID); f != nil {
			h = Holding{f.pack, Changed, f.name}
			placed[f.name] = true
		}
		all = append(all, h)
	}
	for _, f := range s.files {
		if placed[f.name] {
			continue
		}
		h := Holding{f.pack, Own, f.name}
		if strings.HasSuffix(f.name, received) {
			h.Standing = Received
		}
		all = append(all, h)
	}
	return all
}

// file returns the file of a pack.
func (s *Shelf) file(pack string) *file {
	for _, f := range s.files {
		if f.pack.ID == pack {
			return f
		}
	}
	return nil
}

// pack returns a pack on the shelf.
func (s *Shelf) pack(id string) *argument.Pack {
	for _, h := range s.holdings() {
		if h.Pack.ID == id {
			return h.Pack
		}
	}
	return nil
}

// freeName returns a name for the file of a pack that no file of the folder
// has, in whatever case: id.yaml, id-2.yaml and so on.
func freeName(dir, id, end string) (string, error) {
	names, err := store.List(dir, "")
	if err != nil {
		return "", err
	}
	base := id
	if isDevice(id) {
		base = id + "-pack"
	}
	for n := 1; ; n++ {
		name := base + end
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, end)
		}
		if !slices.ContainsFunc(names, func(other string) bool { return strings.EqualFold(other, name) }) {
			return name, nil
		}
	}
}

// isDevice reports a name that Windows does not give to files, such as con.
func isDevice(id string) bool {
	name, _, _ := strings.Cut(strings.ToLower(id), ".")
	if slices.Contains([]string{"con", "prn", "aux", "nul"}, name) {
		return true
	}
	rest, port := strings.CutPrefix(name, "com")
	if !port {
		rest, port = strings.CutPrefix(name, "lpt")
	}
	return port && len(rest) == 1
}

// same reports two arguments that say the same, whatever their versions and
// where they were copied from.
func same(a, b *argument.Argument) bool {
	plain := func(a *argument.Argument) argument.Argument {
		c := *a
		c.Version, c.From = 0, nil
		if len(c.Tags) == 0 {
			c.Tags = nil
		}
		if len(c.Links) == 0 {
			c.Links = nil
		}
		return c
	}
	return reflect.DeepEqual(plain(a), plain(b))
}

// NewPack returns a pack of the analyst's own with its first argument.
func NewPack(id string, title language.Text, first argument.Argument) *argument.Pack {
	first.Version = 1
	return &argument.Pack{
		Format: argument.Format, ID: id, Version: 1, Title: title,
		Source:    argument.Source{ID: id, Kind: "report", Authors: []language.Text{}, Title: title},
		Arguments: []argument.Argument{first}, Terms: []argument.Term{},
	}
}
