package desktop

import (
	"celun/app/desktop/catalogue"
	"celun/app/language"
)

// librarySteps are the changes of the library that can be taken back, and
// those that can be made again; the last one last. Calling a step takes its
// change back, calling it once more makes it again, and so on.
type librarySteps struct{ undo, redo []func() error }

// made notes a change that was just made.
func (s *librarySteps) made(turn func() error) {
	s.undo, s.redo = append(s.undo, turn), nil
}

// takeIn makes a change of the library that is more than one edit, such as an
// import, beside the main thread, and then shows the new library and calls
// done. It is taken back by what lay on the shelf before.
func (d *Desk) takeIn(change func() error, done func()) {
	go func() {
		before := d.shelf.State()
		err := change()
		after := d.shelf.State()
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			if d.shelf.Library() != d.lib {
				d.steps.made(func() error {
					err := d.shelf.Return(after, before)
					if err == nil {
						before, after = after, before
					}
					return err
				})
			}
			d.showLibrary()
			done()
		})
	}()
}

// undoLibrary takes the last change of the library back.
func (d *Desk) undoLibrary() {
	d.walkLibrary(&d.steps.undo, &d.steps.redo, catalogue.LibraryUndone)
}

// redoLibrary makes the change of the library again that was taken back last.
func (d *Desk) redoLibrary() {
	d.walkLibrary(&d.steps.redo, &d.steps.undo, catalogue.LibraryRedone)
}

// walkLibrary takes the last step of one list and notes it in the other. A
// step that fails is given up.
func (d *Desk) walkLibrary(from, to *[]func() error, done language.Text) {
	last := len(*from) - 1
	if last < 0 {
		return
	}
	turn := (*from)[last]
	*from = (*from)[:last]
	go func() {
		err := turn()
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			*to = append(*to, turn)
			d.showLibrary()
			d.say(done.In(d.lang))
		})
	}()
}
