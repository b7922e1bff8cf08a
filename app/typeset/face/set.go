package face

import (
	"fmt"
	"io/fs"
	"sync"
)

// An ID names one of the faces of Celun; it is also its PostScript-like name
// in the page list.
type ID string

// The faces, by what they are for. Chinese text is set in the SC and Kai
// faces, English in the Latin ones.
const (
	SerifSC     ID = "NotoSerifSC-Regular"
	SerifSCBold ID = "NotoSerifSC-Bold"
	SansSC      ID = "NotoSansSC-Regular"
	SansSCBold  ID = "NotoSansSC-Bold"
	Kai         ID = "LXGWWenKai-Regular"
	Serif       ID = "SourceSerif4-Regular"
	SerifBold   ID = "SourceSerif4-Bold"
	SerifItalic ID = "SourceSerif4-Italic"
)

// IDs returns all faces.
func IDs() []ID {
	return []ID{SerifSC, SerifSCBold, SansSC, SansSCBold, Kai, Serif, SerifBold, SerifItalic}
}

// A Set opens faces from the folder fonts/ of a file system when they are
// first asked for, once each. It is safe for concurrent use.
type Set struct {
	files fs.FS
	mu    sync.Mutex
	open  map[ID]*Face
	found func() map[string]candidate // by name; nil: no folders of fonts are known
	ids   map[*installed]ID           // of those opened
}

// NewSet returns the faces under fonts/ in files, whose files must implement
// [io.ReaderAt], as those of [embed.FS] and [os.DirFS] do.
func NewSet(files fs.FS) *Set {
	return &Set{files: files, open: map[ID]*Face{}}
}

// Face returns the face id, opening it if need be.
func (s *Set) Face(id ID) (*Face, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.open[id]; ok {
		return f, nil
	}
	f, err := openIn(s.files, "fonts/"+string(id)+".ttf")
	if err != nil {
		return nil, fmt.Errorf("face %s: %w", id, err)
	}
	s.open[id] = f
	return f, nil
}
