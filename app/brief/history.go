package brief

// A History holds a brief while it is worked on: it makes edits, takes them
// back and makes them again. It is for one goroutine; the briefs that it gives
// out are snapshots which never change and may be read by any.
type History struct {
	// OnEdit, if set, is told of each edit that was made, also of those that
	// took something back.
	OnEdit func(Edit)

	brief    *Brief
	undo     []step
	redo     []step
	typing   bool // the last step of undo takes further typing at its place
	state    int  // number of the state that the brief is in; equal means same content
	states   int  // states numbered so far
	saved    int
	revision uint64
}

// A step takes the brief from one state to another.
type step struct {
	edit  Edit
	to    int // the state after it
	where Address
}

// NewHistory returns a history of b with nothing to undo, in the saved state.
// It keeps a copy: later changes of b do not reach it.
func NewHistory(b *Brief) *History {
	c := b.Clone()
	c.Weigh()
	return &History{brief: c}
}

// Brief returns the brief as it is now. It is a snapshot: read it, do not
// change it.
func (h *History) Brief() *Brief { return h.brief }

// Revision counts the changes: it is another after every Do, Undo and Redo,
// and never returns to an earlier value.
func (h *History) Revision() uint64 { return h.revision }

// Do makes an edit. Typing at one place is one step to undo until
// [History.Seal], an undo or another edit ends the run. What was undone can
// no longer be made again.
func (h *History) Do(e Edit) error {
	next := *h.brief
	inverse, err := e.Apply(&next)
	if err != nil {
		return err
	}
	next.Weigh()
	before := h.state
	h.states++
	h.state = h.states
	h.redo = nil
	h.show(&next)
	h.tell(e)
	set, typed := e.(SetText)
	typed = typed && set.States == nil
	if typed && h.typing && h.undo[len(h.undo)-1].where == set.At {
		return nil // the step's inverse already leads back to before the run
	}
	h.undo = append(h.undo, step{edit: inverse, to: before, where: e.Where()})
	h.typing = typed
	return nil
}

// Seal ends a run of typing, so that what is typed next is undone by itself.
// Call it when the text loses the focus, after a pause and on saving.
func (h *History) Seal() { h.typing = false }

// CanUndo reports whether there is a step to take back.
func (h *History) CanUndo() bool { return len(h.undo) > 0 }

// CanRedo reports whether there is a step to make again.
func (h *History) CanRedo() bool { return len(h.redo) > 0 }

// Undo takes the last step back and returns the place that changed; false
// when there is none.
func (h *History) Undo() (Address, bool) { return h.walk(&h.undo, &h.redo) }

// Redo makes the step again that was taken back last, and returns the place
// that changed; false when there is none.
func (h *History) Redo() (Address, bool) { return h.walk(&h.redo, &h.undo) }

func (h *History) walk(from, to *[]step) (Address, bool) {
	h.Seal()
	if len(*from) == 0 {
		return Address{}, false
	}
	s := (*from)[len(*from)-1]
	next := *h.brief
	inverse, err := s.edit.Apply(&next)
	if err != nil {
		// An inverse applies to the very state it was made in; should it
		// not, the brief stays as it is and the step is given up.
		*from = (*from)[:len(*from)-1]
		return Address{}, false
	}
	next.Weigh()
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{edit: inverse, to: h.state, where: s.where})
	h.state = s.to
	h.show(&next)
	h.tell(s.edit)
	return s.where, true
}

// NewBlockID returns an id for a block about to be inserted; see
// [Brief.NewBlockID]. That the id was given out is not undone.
func (h *History) NewBlockID() string {
	next := *h.brief
	id := next.NewBlockID()
	h.brief = &next
	return id
}

// NewSectionID is [History.NewBlockID] for a section.
func (h *History) NewSectionID() string {
	next := *h.brief
	id := next.NewSectionID()
	h.brief = &next
	return id
}

// MarkSaved tells the history that the brief as it is now has been saved.
func (h *History) MarkSaved() {
	h.Seal()
	h.saved = h.state
}

// State names the state that the brief is in; it names the same one when undo
// and redo come back to it.
func (h *History) State() int { return h.state }

// MarkSavedAt tells the history that the brief has been saved as it was in a
// state of [History.State]: it may have changed since.
func (h *History) MarkSavedAt(state int) { h.saved = state }

// MarkUnsaved tells the history that the brief as it is now is in no file: one
// that was brought back after a crash.
func (h *History) MarkUnsaved() { h.saved = -1 }

// Dirty reports whether the brief differs from what was saved last. Undoing
// back to the saved state makes it clean again.
func (h *History) Dirty() bool { return h.state != h.saved }

func (h *History) tell(e Edit) {
	if h.OnEdit != nil {
		h.OnEdit(e)
	}
}

func (h *History) show(b *Brief) {
	h.brief = b
	h.revision++
}
