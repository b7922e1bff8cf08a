package face

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode/utf16"
)

// Bounds of looking for installed faces: files that are looked into, and how
// deep their folders lie.
const (
	maxInstalled = 4000
	maxFolders   = 6
)

// Reasons why a face that is asked for by name cannot be used.
var (
	ErrNotInstalled = errors.New("face: not installed as a TrueType file")
	ErrNoEmbedding  = errors.New("face: its maker does not allow it to be embedded in a document")
)

// An installed face is a file of a folder of fonts.
type installed struct {
	folder fs.FS
	path   string
}

// A candidate is an installed face under one of its names. Of several with one
// name that of the lowest rank is taken.
type candidate struct {
	*installed
	rank int
}

// Install lets the set find the faces in folders of fonts. They are looked
// through when [Set.Find] is first called, and again never.
func (s *Set) Install(folders ...fs.FS) {
	s.found = sync.OnceValue(func() map[string]candidate { return look(folders) })
}

// Find returns the id of the installed face with a name: that of its family,
// its full name or its PostScript name in any language, spaces and case aside.
// The error is [ErrNotInstalled], [ErrNoEmbedding], or says what is wrong with
// the file.
func (s *Set) Find(name string) (ID, error) {
	if s.found == nil {
		return "", ErrNotInstalled
	}
	key := nameKey(name)
	at, ok := s.found()[key]
	if !ok || key == "" {
		return "", ErrNotInstalled
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if id, ok := s.ids[at.installed]; ok {
		return id, nil
	}
	f, err := openIn(at.folder, at.path)
	if err != nil {
		return "", fmt.Errorf("face %s: %w", name, err)
	}
	if !f.mayEmbed() {
		return "", ErrNoEmbedding
	}
	base := ID("Local-" + postScript(f, at.path))
	id := base
	for n := 2; s.open[id] != nil; n++ {
		id = base + ID(fmt.Sprintf("-%d", n))
	}
	if s.ids == nil {
		s.ids = map[*installed]ID{}
	}
	s.open[id], s.ids[at.installed] = f, id
	return id, nil
}

// look reads the names of the TrueType files in folders.
func look(folders []fs.FS) map[string]candidate {
	found := map[string]candidate{}
	files := 0
	for _, folder := range folders {
		_ = fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // a folder that cannot be read holds nothing for us
			case d.IsDir() && strings.Count(p, "/") > maxFolders:
				return fs.SkipDir
			case d.IsDir() || !strings.EqualFold(path.Ext(p), ".ttf"):
				return nil
			case files >= maxInstalled:
				return fs.SkipAll
			}
			files++
			file := &installed{folder, p}
			for name, rank := range namesIn(folder, p) {
				if old, ok := found[name]; !ok || rank < old.rank {
					found[name] = candidate{file, rank}
				}
			}
			return nil
		})
	}
	return found
}

// namesIn returns the names under which the face in a file is found, each with
// its rank.
func namesIn(folder fs.FS, p string) map[string]int {
	file, err := folder.Open(p)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }()
	at, ok := file.(io.ReaderAt)
	if !ok {
		return nil
	}
	var head [12]byte
	if _, err := at.ReadAt(head[:], 0); err != nil || be.Uint32(head[:]) != 0x00010000 && be.Uint32(head[:]) != 0x74727565 {
		return nil
	}
	n := int(be.Uint16(head[4:]))
	dir := make([]byte, 16*n)
	if _, err := at.ReadAt(dir, 12); err != nil {
		return nil
	}
	f := &Face{src: at, tables: map[string]table{}}
	for i := range n {
		e := dir[16*i:]
		f.tables[string(e[:4])] = table{int64(be.Uint32(e[8:])), int64(be.Uint32(e[12:]))}
	}
	b, err := f.read("name", 6)
	if err != nil {
		return nil
	}
	names := map[string]int{}
	plain := 0 // what a style other than the plain one adds to the rank
	records(b, func(number uint16, text string) {
		if number == styleName && !strings.EqualFold(text, "Regular") && text != "常规" && text != "標準" {
			plain = 1
		}
	})
	records(b, func(number uint16, text string) {
		rank := 4
		switch number {
		case fullName, postScriptName:
			rank = 0
		case familyName, 16: // the typographic family
			rank = 2 + plain
		default:
			return
		}
		key := nameKey(text)
		if old, ok := names[key]; key != "" && (!ok || rank < old) {
			names[key] = rank
		}
	})
	return names
}

// records calls do for each name of the Windows platform, in all languages.
func records(b []byte, do func(number uint16, text string)) {
	store := int(be.Uint16(b[4:]))
	for i := range int(be.Uint16(b[2:])) {
		r := 6 + 12*i
		if r+12 > len(b) {
			return
		}
		length, off := int(be.Uint16(b[r+8:])), int(be.Uint16(b[r+10:]))
		if be.Uint16(b[r:]) != windowsPlatform || store+off+length > len(b) {
			continue
		}
		units := make([]uint16, length/2)
		for j := range units {
			units[j] = be.Uint16(b[store+off+2*j:])
		}
		do(be.Uint16(b[r+6:]), string(utf16.Decode(units)))
	}
}

// nameKey is what a name is compared by.
func nameKey(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "　", "", "-", "", "_", "").Replace(strings.TrimSpace(name)))
}

func openIn(folder fs.FS, p string) (*Face, error) {
	file, err := folder.Open(p)
	if err != nil {
		return nil, err
	}
	at, ok := file.(io.ReaderAt)
	if !ok {
		_ = file.Close()
		return nil, errors.New("its file cannot be read in pieces")
	}
	f, err := Open(at) // the file stays open: glyphs are read as they are needed
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return f, nil
}

// mayEmbed reports whether the face may be embedded in part, by the licence
// bits of OpenType (fsType): neither restricted nor without subsetting.
func (f *Face) mayEmbed() bool {
	os2, err := f.read("OS/2", 10)
	if err != nil {
		return true
	}
	const restricted, noSubsetting, bitmapsOnly, others = 0x0002, 0x0100, 0x0200, 0x000C
	bits := be.Uint16(os2[8:])
	return !(bits&restricted != 0 && bits&others == 0) && bits&(noSubsetting|bitmapsOnly) == 0
}

// postScript returns a name for the face that a PDF can hold: of ASCII
// letters, digits and hyphens.
func postScript(f *Face, p string) string {
	name := strings.TrimSuffix(path.Base(p), path.Ext(p))
	if names, err := f.names(); err == nil && names[postScriptName] != "" {
		name = names[postScriptName]
	}
	clean := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, name)
	return clean[:min(len(clean), 40)]
}
