package store

import (
	"encoding/base64"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// A Snapshot is an earlier state of a file, kept in a folder of its own.
type Snapshot struct {
	Path string
	Name string // given by a person; empty when the program took it by itself
	At   time.Time
}

const (
	snapshotSuffix = ".snapshot"
	snapshotTime   = "20060102T150405.000Z"
	// MaxSnapshotName is how long the name of a snapshot may be (runes); the
	// rest is cut off.
	MaxSnapshotName = 30
)

// TakeSnapshot keeps data as a snapshot in a folder, which is made if need be.
func TakeSnapshot(dir string, data []byte, name string, at time.Time) (Snapshot, error) {
	if err := CreateDir(dir); err != nil {
		return Snapshot{}, err
	}
	name = strings.Join(strings.Fields(strings.ToValidUTF8(name, "")), " ")
	if utf8.RuneCountInString(name) > MaxSnapshotName {
		name = string([]rune(name)[:MaxSnapshotName])
	}
	others, err := Snapshots(dir)
	if err != nil {
		return Snapshot{}, err
	}
	at = at.UTC().Truncate(time.Millisecond)
	for slices.ContainsFunc(others, func(s Snapshot) bool { return s.At.Equal(at) }) {
		at = at.Add(time.Millisecond) // their order is that of their times
	}
	s := Snapshot{Path: filepath.Join(dir, snapshotFile(name, at)), Name: name, At: at}
	return s, Write(s.Path, data)
}

// snapshotFile names the file of a snapshot: when it was taken, and its name
// in an alphabet that every file system takes.
func snapshotFile(name string, at time.Time) string {
	return fmt.Sprintf("%s-%s%s", at.Format(snapshotTime), base64.RawURLEncoding.EncodeToString([]byte(name)), snapshotSuffix)
}

// Snapshots returns the snapshots in a folder, the latest first. A folder that
// is not there has none; what is no snapshot is passed over.
func Snapshots(dir string) ([]Snapshot, error) {
	files, err := List(dir, snapshotSuffix)
	if err != nil {
		return nil, err
	}
	var found []Snapshot
	for _, file := range files {
		when, rest, ok := strings.Cut(strings.TrimSuffix(file, snapshotSuffix), "-")
		at, err := time.Parse(snapshotTime, when)
		name, bad := base64.RawURLEncoding.DecodeString(rest)
		if !ok || err != nil || bad != nil || !utf8.Valid(name) {
			continue
		}
		found = append(found, Snapshot{Path: filepath.Join(dir, file), Name: string(name), At: at})
	}
	slices.SortStableFunc(found, func(a, b Snapshot) int { return b.At.Compare(a.At) })
	return found, nil
}

// ThinSnapshots removes snapshots that the program took by itself, oldest
// first, but keeps the newest ones by their number and all that are younger
// than age. At most ten are removed at a time, so that a clock that is wrong
// for a day does no great harm. Those with a name are never removed.
func ThinSnapshots(dir string, keep int, age time.Duration, now time.Time) error {
	const most = 10
	all, err := Snapshots(dir)
	if err != nil {
		return err
	}
	var own []Snapshot
	for _, s := range all {
		if s.Name == "" {
			own = append(own, s)
		}
	}
	removed := 0
	for i := len(own) - 1; i >= keep && removed < most; i-- {
		if now.Sub(own[i].At) < age {
			break
		}
		if err := Remove(own[i].Path); err != nil {
			return err
		}
		removed++
	}
	return nil
}
