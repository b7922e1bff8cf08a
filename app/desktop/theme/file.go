package theme

import (
	"io/fs"

	"fyne.io/fyne/v2"
)

// A file is a face among the assets. Fyne takes it apart once for each style
// and keeps the parts; the whole beside them would be 6 MB that nobody looks
// at again, so it is read when it is asked for.
type file struct {
	files fs.FS
	name  string
}

func (f file) Name() string { return f.name }

// Content returns nothing if the file cannot be read; [load] has seen that it
// can.
func (f file) Content() []byte {
	data, err := fs.ReadFile(f.files, f.name)
	if err != nil {
		fyne.LogError("theme: "+f.name, err)
	}
	return lowEllipsis(data)
}

// An alike is the whole face set like the cut one; see [likeCut].
type alike struct{ whole, cut fyne.Resource }

func (a alike) Name() string { return a.whole.Name() }

func (a alike) Content() []byte {
	data, err := likeCut(a.whole.Content(), a.cut.Content())
	if err != nil { // [Look.Whole] has seen that it can be done
		fyne.LogError("theme: "+a.Name(), err)
	}
	return data
}
