package face

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

// fontFile returns a face of a few characters under another name.
func fontFile(t *testing.T, id ID, family string, change func([]byte)) []byte {
	t.Helper()
	f, err := NewSet(os.DirFS("../../../assets")).Face(id)
	if err != nil {
		t.Fatal(err)
	}
	data, err := f.CutAs([]rune("数字外交，。"), family)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(data)
	}
	return data
}

// licence sets the licence bits of a font file.
func licence(bits uint16) func([]byte) {
	return func(b []byte) {
		for i := range int(be.Uint16(b[4:])) {
			if e := b[12+16*i:]; string(e[:4]) == "OS/2" {
				be.PutUint16(b[be.Uint32(e[8:])+8:], bits)
			}
		}
	}
}

func TestInstalledFacesAreFoundByName(t *testing.T) {
	song := fontFile(t, SerifSC, "FangSong", nil)
	files := fstest.MapFS{
		"a/simfang.ttf":     {Data: song},
		"a/bold.ttf":        {Data: fontFile(t, SerifSCBold, "FangSong", nil)},
		"deep/er/kai.TTF":   {Data: fontFile(t, Kai, "Ka iTi", nil)},
		"locked.ttf":        {Data: fontFile(t, Kai, "Locked", licence(0x0002))},
		"whole.ttf":         {Data: fontFile(t, Kai, "Whole", licence(0x0100))},
		"editable.ttf":      {Data: fontFile(t, Kai, "Editable", licence(0x0008))},
		"broken.ttf":        {Data: song[:len(song)/3]},
		"text.ttf":          {Data: []byte("this is no font")},
		"empty.ttf":         {},
		"collection.ttc":    {Data: song},
		"notes/readme.text": {Data: []byte("FangSong")},
	}
	s := NewSet(os.DirFS("../../../assets"))
	if _, err := s.Find("FangSong"); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("without folders: %v", err)
	}
	s.Install(files, missingFolder{})
	for _, c := range []struct {
		name string
		id   ID
		err  error
	}{
		{"FangSong", "Local-FangSong-Regular", nil},
		{"fang song", "Local-FangSong-Regular", nil},
		{"FangSong Bold", "Local-FangSong-Bold", nil},
		{"KaiTi", "Local-KaiTi-Regular", nil},
		{"Editable", "Local-Editable-Regular", nil},
		{"Locked", "", ErrNoEmbedding},
		{"Whole", "", ErrNoEmbedding},
		{"SimSun", "", ErrNotInstalled},
		{"", "", ErrNotInstalled},
	} {
		for range 2 {
			id, err := s.Find(c.name)
			if id != c.id || !errors.Is(err, c.err) {
				t.Errorf("%q is %q, %v; want %q, %v", c.name, id, err, c.id, c.err)
			}
			if err == nil {
				if f, err := s.Face(id); err != nil || f.Glyph('数') == 0 {
					t.Errorf("%q cannot be used: %v", c.name, err)
				}
			}
		}
	}
}

// missingFolder is a folder that is not there, as most of a system's are.
type missingFolder struct{}

func (missingFolder) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
