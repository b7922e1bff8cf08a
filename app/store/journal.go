package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"celun/app/language"
)

// A Journal is a file that grows by records, whole ones only: what a program
// does is kept there until it is saved elsewhere, so that it can be done again
// after the program was killed. While it is open it is locked.
type Journal struct {
	path string
	lock *Lock
	file *os.File
	end  int64 // of the last whole record
}

// JournalSuffix ends the names of journals.
const JournalSuffix = ".journal"

// journalHead begins every journal.
const journalHead = "celun-journal/1\n"

// MaxJournal bounds a journal that is read (bytes).
const MaxJournal = 300 << 20

// NewJournal makes a journal with its first records, or replaces the one at
// path; its folder is made if need be.
func NewJournal(path string, records ...[]byte) (*Journal, error) {
	if err := CreateDir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	lock, err := TryLock(path)
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, lock: lock}
	if err := j.Restart(records...); err != nil {
		lock.Release()
		return nil, err
	}
	return j, nil
}

// Restart replaces all records by others: by a newer state of what was worked
// on. When it fails the old records are still there.
func (j *Journal) Restart(records ...[]byte) error {
	data := []byte(journalHead)
	for _, r := range records {
		data = appendRecord(data, r)
	}
	if j.file != nil { // a file that is open cannot be replaced everywhere
		j.file.Close()
		j.file = nil
	}
	if err := Write(j.path, data); err != nil {
		return err
	}
	return j.open(int64(len(data)))
}

func (j *Journal) open(end int64) error {
	f, err := os.OpenFile(j.path, os.O_WRONLY, 0)
	if err != nil {
		return problem(j.path, err)
	}
	j.file, j.end = f, end
	return nil
}

// Append adds records; they are on the disk when it returns nil. When it
// fails none of them counts, and the same may be tried again.
func (j *Journal) Append(records ...[]byte) error {
	if j.file == nil {
		if err := j.open(j.end); err != nil {
			return err
		}
	}
	var data []byte
	for _, r := range records {
		data = appendRecord(data, r)
	}
	// At the end of the last whole record: what a failed attempt left is
	// written over.
	if _, err := j.file.WriteAt(data, j.end); err != nil {
		return problem(j.path, err)
	}
	if err := j.file.Sync(); err != nil {
		return problem(j.path, err)
	}
	j.end += int64(len(data))
	return nil
}

// Size returns how long the journal is (bytes).
func (j *Journal) Size() int64 { return j.end }

// Close leaves the journal as it is, for another to find.
func (j *Journal) Close() {
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
	j.lock.Release()
}

// Discard removes the journal: there is nothing in it that is not kept
// elsewhere.
func (j *Journal) Discard() error {
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
	err := Remove(j.path)
	j.lock.Release()
	return err
}

// appendRecord adds a record: its length and sum, four bytes each, and itself.
func appendRecord(to, record []byte) []byte {
	to = binary.LittleEndian.AppendUint32(to, uint32(len(record)))
	to = binary.LittleEndian.AppendUint32(to, crc32.ChecksumIEEE(record))
	return append(to, record...)
}

// ReadJournal returns the whole records of a journal in their order. What a
// killed program left half written at its end is not among them.
func ReadJournal(path string) ([][]byte, error) {
	data, err := Read(path, MaxJournal)
	if err != nil {
		return nil, err
	}
	rest, ok := bytes.CutPrefix(data, []byte(journalHead))
	if !ok {
		return nil, &language.Problem{
			Where: path,
			What:  language.Text{ZH: "这不是编辑日志", EN: "this is no journal of edits"},
			Do:    language.Text{ZH: "可以删除它", EN: "It can be deleted"},
		}
	}
	var records [][]byte
	for len(rest) >= 8 {
		n, sum := binary.LittleEndian.Uint32(rest), binary.LittleEndian.Uint32(rest[4:])
		if uint64(n) > uint64(len(rest)-8) || crc32.ChecksumIEEE(rest[8:8+n]) != sum {
			break
		}
		records = append(records, rest[8:8+n])
		rest = rest[8+n:]
	}
	return records, nil
}

// An Orphan is a journal that no program holds any more.
type Orphan struct {
	Path string
	Last time.Time // when it was written last
}

// Orphans returns the journals in a folder that programs left behind which
// were killed, the latest first. A folder that is not there has none.
func Orphans(dir string) ([]Orphan, error) {
	names, err := List(dir, JournalSuffix)
	if err != nil {
		return nil, err
	}
	var orphans []Orphan
	for _, name := range names {
		path := filepath.Join(dir, name)
		lock, err := TryLock(path)
		if errors.Is(err, ErrHeld) {
			continue
		}
		info, err := (disk{}).Stat(path)
		lock.Release()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		o := Orphan{Path: path}
		if err == nil {
			o.Last = info.ModTime()
		}
		orphans = append(orphans, o)
	}
	sortLatest(orphans)
	return orphans, nil
}

// JournalPath returns the place for a new journal in a folder; stem begins its
// name and may hold only letters, digits and hyphens.
func JournalPath(dir, stem string) string {
	name := strings.TrimPrefix(tempName(stem), ".")
	return filepath.Join(dir, strings.Replace(name, ".tmp-", "-", 1)+JournalSuffix)
}
