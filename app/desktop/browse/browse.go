// Package browse asks for a file to open or a folder to write to: a path that
// can be typed, places to start from, and what is in the folder.
//
//	browse.Ask(window, browse.Params{Language: language.ZH, Extension: ".celun", Start: dir, Chosen: open})
//
// Folders are read on another goroutine, because a network drive may take its
// time.
package browse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Params say what is asked for.
type Params struct {
	Language language.Language
	Post     func(func()) // has a function called on the main thread
	// Extension is that of the files to choose from, such as ".celun"; empty
	// asks for a folder.
	Extension      string
	Also           []string      // further extensions
	Empty          language.Text // what a folder without such files says; that there are no briefs if empty
	Title, Confirm language.Text
	Start          string   // the folder that is shown first
	Places         []string // further folders to go to
	Chosen         func(path string)
}

// An entry is a folder or file in the folder that is shown.
type entry struct {
	name   string
	folder bool
	when   time.Time
}

// A browser is the dialog.
type browser struct {
	Params
	dir     string
	entries []entry
	chosen  string // name of the chosen file

	box     *widgets.Dialog
	path    *widgets.LineEntry
	column  *widgets.Column
	note    *widgets.Prose
	confirm *widgets.Button
}

// Ask shows the dialog.
func Ask(w fyne.Window, p Params) {
	b := &browser{Params: p}
	lang := p.Language
	b.path = widgets.NewPathEntry("")
	b.path.OnSubmitted = b.typed
	b.column = widgets.NewColumn(0, 0)
	b.note = widgets.NewNote("", theme.Muted, 2)
	b.note.Align = fyne.TextAlignCenter
	up := widgets.NewButton(widgets.Plain, "", icon.Up, func() { b.show(filepath.Dir(b.dir)) })

	var places []fyne.CanvasObject
	for _, dir := range placesOf(p) {
		name := filepath.Base(dir)
		if home, err := os.UserHomeDir(); err == nil && dir == home {
			name = catalogue.HomeFolder.In(lang)
		}
		places = append(places, widgets.NewTag(name, fynetheme.ColorNamePrimary, func() { b.show(dir) }))
	}
	top := widgets.NewPile(6, widgets.NewLine(6, 1, up, b.path), widgets.NewWrap(4, places...))
	ground := widgets.NewGround(fynetheme.ColorNameInputBackground)
	body := widgets.NewArranged(560, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(top, width)
		place(top, 0, 0, width, h)
		list := fyne.Max(240, height-h-8)
		place(ground, 0, h+8, width, list)
		place(b.column, 4, h+12, width-8, list-8)
		place(b.note, 12, h+60, width-24, 40)
		return h + 8 + list
	}, top, ground, b.column, b.note)
	b.box = widgets.ShowDialog(w, p.Title.In(lang), body, fyne.NewSize(700, 520),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: p.Confirm.In(lang), Rank: widgets.Primary, Run: b.take, Stay: true})
	b.confirm = b.box.Button(1)
	b.show(p.Start)
	b.box.FocusOn(b.path)
}

// placesOf returns the folders to offer: home, documents and desktop, and
// those that were given.
func placesOf(p Params) []string {
	var places []string
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, home)
		for _, name := range []string{"Documents", "Desktop", "文档", "桌面"} {
			if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
				places = append(places, filepath.Join(home, name))
			}
		}
	}
	for _, dir := range p.Places {
		if !slices.Contains(places, dir) && len(places) < 8 {
			places = append(places, dir)
		}
	}
	return places
}

// show shows a folder.
func (b *browser) show(dir string) {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	b.dir, b.chosen, b.entries = dir, "", nil
	b.path.SetText(dir)
	b.path.CursorColumn = len([]rune(dir))
	b.path.Refresh()
	b.note.SetText("")
	b.confirm.SetEnabled(b.Extension == "")
	go func() {
		entries, err := read(dir, b.Extension, b.Also...)
		b.Post(func() {
			if b.dir != dir {
				return
			}
			b.entries = entries
			switch {
			case err != nil:
				b.note.SetText(catalogue.FolderUnreadable.In(b.Language))
			case len(entries) == 0 && b.Extension != "":
				empty := b.Empty
				if empty.IsEmpty() {
					empty = catalogue.FolderEmpty
				}
				b.note.SetText(empty.In(b.Language))
			}
			b.fill()
		})
	}()
}

// read returns the folders and the files with the extension in a folder, the
// folders first, without hidden ones.
func read(dir, extension string, also ...string) ([]entry, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var folders, files []entry
	for _, e := range all {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name())) // follows links
		switch {
		case err != nil:
		case info.IsDir():
			folders = append(folders, entry{e.Name(), true, info.ModTime()})
		case extension != "" && hasExtension(e.Name(), extension, also):
			files = append(files, entry{e.Name(), false, info.ModTime()})
		}
	}
	slices.SortFunc(files, func(a, b entry) int { return b.when.Compare(a.when) })
	return append(folders, files...), nil
}

func hasExtension(name, extension string, also []string) bool {
	ext := filepath.Ext(name)
	return strings.EqualFold(ext, extension) || slices.ContainsFunc(also, func(o string) bool { return strings.EqualFold(ext, o) })
}

func (b *browser) fill() {
	rows := make([]widgets.Row, len(b.entries))
	for i, e := range b.entries {
		rows[i] = widgets.Row{
			Key:      b.dir + string(filepath.Separator) + e.name,
			Estimate: func(float32) float32 { return 30 },
			Build:    func() fyne.CanvasObject { return b.row(e) },
		}
	}
	b.column.SetRows(rows)
	b.column.ScrollTo(0)
}

func (b *browser) row(e entry) fyne.CanvasObject {
	res, colour := icon.Folder, theme.Muted
	if !e.folder {
		res, colour = icon.File, fynetheme.ColorNamePrimary
	}
	mark := icon.New(res, 16)
	icon.Tint(mark, res, colour)
	name := widgets.NewProse(e.name)
	name.MaxLines = 1
	line := []fyne.CanvasObject{mark, name}
	if !e.folder {
		when := canvas.NewText(e.when.Format("2006-01-02 15:04"), theme.Color(theme.Muted))
		when.TextSize = 11.5
		line = append(line, when)
	}
	c := widgets.NewRowCard(widgets.NewLine(10, 1, line...), 6)
	c.SetSelected(b.chosen == e.name && !e.folder)
	c.OnTapped = func() {
		if e.folder {
			b.show(filepath.Join(b.dir, e.name))
			return
		}
		was := b.chosen
		b.chosen = e.name
		b.path.SetText(filepath.Join(b.dir, e.name))
		b.confirm.SetEnabled(true)
		for _, n := range []string{was, e.name} {
			if o, ok := b.column.Built(b.dir + string(filepath.Separator) + n); ok {
				o.(*widgets.Card).SetSelected(n == e.name)
			}
		}
	}
	c.OnDoubleTapped = func() {
		c.OnTapped()
		if !e.folder {
			b.take()
		}
	}
	return c
}

// typed goes to the folder whose path was typed, or takes the file.
func (b *browser) typed(path string) {
	path = strings.TrimSpace(path)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if b.Extension == "" && filepath.Clean(path) == b.dir {
			b.take()
			return
		}
		b.show(path)
		return
	}
	if b.Extension != "" {
		b.box.Hide()
		b.Chosen(path)
	}
}

// take hands over the chosen file, or the folder that is shown.
func (b *browser) take() {
	switch {
	case b.Extension == "":
		b.box.Hide()
		b.Chosen(b.dir)
	case b.chosen != "":
		b.box.Hide()
		b.Chosen(filepath.Join(b.dir, b.chosen))
	}
}
