package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	"celun/app/desktop/reveal"
	"celun/app/language"
	"celun/app/settings"
	"celun/app/store"
)

const extension = ".celun"

// exists reports whether there is something at a path.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// open asks for a file and opens it.
func (d *Desk) open() {
	d.choose(browse.Params{
		Extension: extension, Title: catalogue.OpenBrief, Confirm: catalogue.Open,
		Start: d.folder(), Places: d.recentFolders(),
		Chosen: func(path string) { d.leave(func() { d.openFile(path) }) },
	})
}

// browse asks for a folder and calls back with the file of path in it.
func (d *Desk) browse(path string, chosen func(string)) {
	d.choose(browse.Params{
		Title: catalogue.WhichFolder, Confirm: catalogue.ChooseFolder,
		Start: filepath.Dir(path), Places: d.recentFolders(),
		Chosen: func(dir string) { chosen(filepath.Join(dir, filepath.Base(path))) },
	})
}

// recentFolders returns the folders of recent files.
func (d *Desk) recentFolders() []string {
	var dirs []string
	for _, p := range d.Memory.Recent() {
		if dir := filepath.Dir(p); !slices.Contains(dirs, dir) && exists(dir) {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// openFile opens a file; the brief is read on another goroutine. A file that
// another window holds opens read-only.
func (d *Desk) openFile(path string) {
	if d.doc != nil && d.doc.path != "" && d.doc.guard.lock != nil && store.SameFile(path, d.doc.path) {
		return // it is open
	}
	if o := d.opening; o != nil && o.path != "" && store.SameFile(path, o.path) {
		return // a second click: it would find the lock held by the first
	}
	mine := d.reads(path)
	go func() {
		if full, err := filepath.Abs(path); err == nil {
			path = full
		}
		lock, held := store.TryLock(path)
		if !errors.Is(held, store.ErrHeld) {
			held = nil // where no lock can be made one works without
		}
		b, sum, err := readBrief(path)
		var lengths editor.Lengths
		if err != nil {
			lock.Release()
		} else {
			lengths = editor.Count(b)
		}
		d.post(func() {
			if !d.isRead(mine) {
				lock.Release()
				return
			}
			if err != nil {
				d.refuse(path, err)
				return
			}
			d.putDocument(&document{
				history: brief.NewHistory(b), path: path, lengths: lengths,
				guard: guard{lock: lock, readOnly: held, sum: sum, known: true},
			})
		})
	}()
}

// An opening is a brief that is being read, to be shown.
type opening struct{ path string }

// reads notes that a brief is being read; what was being read before is not
// shown any more. Path is empty for one that is in no file.
func (d *Desk) reads(path string) *opening {
	d.opening = &opening{path}
	return d.opening
}

// isRead reports whether what was read is still wanted.
func (d *Desk) isRead(o *opening) bool {
	if d.opening != o {
		return false
	}
	d.opening = nil
	return true
}

// openSample opens a copy of the finished sample.
func (d *Desk) openSample() {
	d.leave(func() {
		mine := d.reads("")
		go func() {
			b, err := d.App.Sample()
			d.post(func() {
				if !d.isRead(mine) {
					return
				}
				if err != nil {
					d.waitNoLonger()
					d.fail(err)
					return
				}
				d.put(b, "")
			})
		}()
	})
}

// reveal opens a file or folder with the system's program for it.
func (d *Desk) reveal(path string) {
	full, err := filepath.Abs(path)
	if err != nil {
		d.fail(err)
		return
	}
	go func() {
		if err := reveal.Open(full); err != nil {
			d.post(func() {
				d.fail(&language.Problem{Where: full, What: catalogue.CannotOpen, Do: catalogue.CannotOpenDo, Err: err})
			})
		}
	}()
}

// folder is where files are looked for first: beside the open one, else
// beside the last one, else where the user keeps documents.
func (d *Desk) folder() string {
	if d.doc != nil && d.doc.path != "" {
		return filepath.Dir(d.doc.path)
	}
	for _, p := range d.Memory.Recent() {
		if exists(filepath.Dir(p)) {
			return filepath.Dir(p)
		}
	}
	return settings.DocumentsDir()
}

// fileName makes a name for a file from a title: without what file systems
// refuse, and not too long.
func fileName(title string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return ' '
		}
		return r
	}, title)
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), " .")
	if rs := []rune(clean); len(rs) > 60 {
		clean = strings.TrimSpace(string(rs[:60]))
	}
	if clean == "" {
		return "celun"
	}
	return clean
}

// showInFolder shows a file in its folder with the system's program for it.
func (d *Desk) showInFolder(path string) {
	full, err := filepath.Abs(path)
	if err != nil {
		d.fail(err)
		return
	}
	go func() {
		if shown := reveal.File(full); !shown {
			d.post(func() { d.reveal(filepath.Dir(full)) })
		}
	}()
}
