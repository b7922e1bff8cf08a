package brief

import (
	"encoding/json"
	"sync"
	"time"

	"celun/app/language"
	"celun/app/store"
)

// A Journal keeps what is done to an open brief in a file apart from the
// brief's own, at most [JournalDelay] behind, until it is saved. After a crash
// [FindLost] finds it. There is a file only while there is something in it.
//
//	j := brief.NewJournal(dir, brief.Origins{File: path, Sum: sum}, b, failed)
//	h.OnEdit = j.Note
//	// … and around each save:
//	snapshot, mark := h.Brief(), j.Mark()
//	j.Saved(snapshot, mark, brief.Origins{File: path, Sum: sum})
//
// It may be used from several goroutines. Writing is done on others.
type Journal struct {
	dir    string
	failed func(error)

	mu      sync.Mutex
	origins Origins
	base    *Brief // what the edits begin from
	edits   []Edit // since the base
	written int    // of them, in the file
	dropped int    // edits before the base; a mark counts them too
	armed   bool
	closed  bool
	failing bool

	writing sync.Mutex // of file
	file    *store.Journal
}

// Origins says where a brief that is journalled is kept: File is empty for one
// that was never saved; Sum is that of the file as it was read or written last.
type Origins struct {
	File string
	Sum  store.Sum
}

// JournalDelay is how far the journal may be behind what is done.
const JournalDelay = time.Second

// retryDelay is how long the journal waits after a failure.
const retryDelay = 3 * time.Second

// restartAt is the size from which a journal begins anew (bytes).
const restartAt = 16 << 20

// NewJournal returns the journal of b in the folder dir. Failed is told, on
// any goroutine, that the journal cannot be kept, once, and nil when it can be
// again.
func NewJournal(dir string, o Origins, b *Brief, failed func(error)) *Journal {
	return &Journal{dir: dir, origins: o, base: b, failed: failed}
}

// Note takes an edit that was made.
func (j *Journal) Note(e Edit) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return
	}
	j.edits = append(j.edits, e)
	j.arm(JournalDelay)
}

// arm has the edits written after a while. The caller holds the lock.
func (j *Journal) arm(after time.Duration) {
	if !j.armed {
		j.armed = true
		time.AfterFunc(after, func() { j.flush(false) })
	}
}

// Keep writes the brief down at once, even if there was no edit: a draft that
// is in no file, or one that was recovered.
func (j *Journal) Keep() error { return j.flush(true) }

// flush writes what is not yet written.
func (j *Journal) flush(always bool) error {
	j.writing.Lock()
	defer j.writing.Unlock()
	j.mu.Lock()
	j.armed = false
	edits, base, origins := j.edits[j.written:], j.base, j.origins
	if j.closed || len(edits) == 0 && (!always || j.file != nil) {
		j.mu.Unlock()
		return nil
	}
	all := j.edits
	j.mu.Unlock()

	err := j.write(origins, base, edits, all)
	j.mu.Lock()
	defer j.mu.Unlock()
	if err == nil {
		j.written += len(edits)
		if j.written < len(j.edits) {
			j.arm(JournalDelay)
		}
	} else if !j.closed {
		j.arm(retryDelay)
	}
	j.report(err)
	return err
}

// report tells of the first failure in a row, and of its end.
func (j *Journal) report(err error) {
	if (err != nil) == j.failing || j.failed == nil {
		return
	}
	j.failing = err != nil
	go j.failed(err)
}

func (j *Journal) write(o Origins, base *Brief, edits, all []Edit) error {
	records, err := recordsOf(edits)
	switch {
	case err != nil || j.file != nil && j.file.Size() > restartAt:
		// An edit that cannot be written down is kept by what it led to.
		now := *base
		for _, e := range all {
			if _, err := e.Apply(&now); err != nil {
				return err
			}
		}
		return j.begin(o, &now, nil)
	case j.file == nil:
		return j.begin(o, base, records)
	}
	return j.file.Append(records...)
}

// begin makes the file, or begins it anew.
func (j *Journal) begin(o Origins, base *Brief, records [][]byte) error {
	data, err := Encode(base, nil)
	if err != nil {
		return err
	}
	head, err := json.Marshal(journalHead{File: o.File, Sum: o.Sum[:], Title: base.Title})
	if err != nil {
		return err
	}
	records = append([][]byte{head, data}, records...)
	if j.file != nil {
		return j.file.Restart(records...)
	}
	f, err := store.NewJournal(store.JournalPath(j.dir, "brief"), records...)
	if err == nil {
		j.file = f
	}
	return err
}

// journalHead is the first record of a journal; the second is the brief.
type journalHead struct {
	File  string        `json:"file,omitempty"`
	Sum   []byte        `json:"sum,omitempty"`
	Title language.Text `json:"title"`
}

// recordsOf writes edits down, of a run of typing at one place the last one.
func recordsOf(edits []Edit) ([][]byte, error) {
	var records [][]byte
	for i, e := range edits {
		if i+1 < len(edits) && typedOn(e, edits[i+1]) {
			continue
		}
		r, err := MarshalEdit(e)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

// typedOn reports whether next makes e one with itself.
func typedOn(e, next Edit) bool {
	a, ok1 := e.(SetText)
	b, ok2 := next.(SetText)
	return ok1 && ok2 && a.At == b.At && a.States == nil && b.States == nil
}

// Mark returns a place in the journal: what is noted from now on is after it.
func (j *Journal) Mark() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.dropped + len(j.edits)
}

// Saved tells that the brief as it was at a mark is in a file. Only what was
// done since is kept on.
func (j *Journal) Saved(b *Brief, mark int, o Origins) {
	j.writing.Lock()
	defer j.writing.Unlock()
	j.mu.Lock()
	n := min(max(mark-j.dropped, 0), len(j.edits))
	j.edits = append([]Edit(nil), j.edits[n:]...)
	j.dropped += n
	j.base, j.origins, j.written = b, o, 0
	edits := j.edits
	file := j.file
	j.mu.Unlock()
	if file == nil {
		return
	}
	if len(edits) == 0 {
		j.file = nil
		_ = file.Discard() // what it holds is in the saved file
		return
	}
	records, err := recordsOf(edits)
	if err == nil {
		err = j.begin(o, b, records)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if err == nil {
		j.written = len(edits)
	}
	j.report(err)
}

// Close ends the journal. Its file goes, unless it is to be found again.
func (j *Journal) Close(keep bool) {
	if keep {
		_ = j.flush(false)
	}
	j.writing.Lock()
	defer j.writing.Unlock()
	j.mu.Lock()
	j.closed = true
	j.mu.Unlock()
	if j.file == nil {
		return
	}
	if keep {
		j.file.Close()
	} else {
		_ = j.file.Discard()
	}
	j.file = nil
}

// A Lost brief is one that was worked on when a program was killed, as it was
// at most [JournalDelay] before.
type Lost struct {
	Journal string // the file that it was found in
	Origins
	Title language.Text
	Last  time.Time // when it was worked on last
	Edits int       // made since it was saved last
	Brief *Brief    // nil if it cannot be read
}

// FindLost returns the briefs in a folder of journals whose programs are gone,
// the latest first. Nothing is changed: see [Lost.Forget].
func FindLost(dir string) ([]Lost, error) {
	orphans, err := store.Orphans(dir)
	var found []Lost
	for _, o := range orphans {
		found = append(found, readLost(o))
	}
	return found, err
}

func readLost(o store.Orphan) Lost {
	l := Lost{Journal: o.Path, Last: o.Last}
	records, err := store.ReadJournal(o.Path)
	if err != nil || len(records) < 2 {
		return l
	}
	var head journalHead
	if json.Unmarshal(records[0], &head) != nil {
		return l
	}
	l.File, l.Title = head.File, head.Title
	copy(l.Sum[:], head.Sum)
	b, err := Decode(o.Path, records[1])
	if err != nil {
		return l
	}
	now := *b
	for _, r := range records[2:] {
		e, err := UnmarshalEdit(r)
		if err != nil {
			break // what comes after it may hang on it
		}
		if _, err := e.Apply(&now); err != nil {
			break
		}
		l.Edits++
	}
	now.Weigh()
	l.Brief, l.Title = &now, now.Title
	return l
}

// Forget removes the journal of a lost brief: it is kept elsewhere by now, or
// not wanted.
func (l Lost) Forget() error { return store.Remove(l.Journal) }
