package store

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func records(t *testing.T, path string) []string {
	t.Helper()
	all, err := ReadJournal(path)
	if err != nil {
		t.Fatal(err)
	}
	var s []string
	for _, r := range all {
		s = append(s, string(r))
	}
	return s
}

func TestAJournalKeepsItsRecords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "a.journal")
	j, err := NewJournal(path, []byte("base"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []string{"one", strings.Repeat("字", 5000)} {
		if err := j.Append([]byte(r), []byte("and")); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"base", "", "one", "and", strings.Repeat("字", 5000), "and"}
	if got := records(t, path); !slices.Equal(got, want) {
		t.Fatalf("records %.40q", got)
	}
	if err := j.Restart([]byte("later")); err != nil {
		t.Fatal(err)
	}
	if err := j.Append([]byte("more")); err != nil {
		t.Fatal(err)
	}
	j.Close()
	if got := records(t, path); !slices.Equal(got, []string{"later", "more"}) {
		t.Fatalf("after a restart: %q", got)
	}
}

// However many bytes of a journal are there, the records that are whole can
// be read, and nothing else is.
func TestATornJournalGivesItsWholeRecords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.journal")
	j, err := NewJournal(path, []byte("first"), []byte("second"), []byte("third"))
	if err != nil {
		t.Fatal(err)
	}
	j.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := []string{"first", "second", "third"}
	for n := len(journalHead); n < len(whole); n++ {
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if got := records(t, path); len(got) > 2 || !slices.Equal(got, all[:len(got)]) {
			t.Fatalf("%d of %d bytes: %q", n, len(whole), got)
		}
	}
	for i := len(journalHead); i < len(whole); i++ {
		bad := bytes.Clone(whole)
		bad[i] ^= 0x10
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := records(t, path); len(got) > 2 || !slices.Equal(got, all[:len(got)]) {
			t.Fatalf("byte %d changed: %q", i, got)
		}
	}
}

// A record that could not be written whole is written over by the next try.
func TestAFailedAppendLeavesNoGap(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.journal")
	j, err := NewJournal(path, []byte("base"))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	good := j.file
	if j.file, err = os.Open(path); err != nil { // cannot be written to
		t.Fatal(err)
	}
	if err := j.Append([]byte("lost")); err == nil {
		t.Fatal("no error from a file that takes nothing")
	}
	j.file.Close()
	j.file = good
	if _, err := good.WriteAt([]byte("half of a rec"), j.end); err != nil {
		t.Fatal(err)
	}
	if err := j.Append([]byte("kept, and longer than what was left there")); err != nil {
		t.Fatal(err)
	}
	if got := records(t, path); len(got) != 2 || got[1][:4] != "kept" {
		t.Errorf("records %q", got)
	}
}

func TestALockIsHeldOnce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "简报.celun")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.celun")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here")
	}
	first, err := TryLock(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{path, link} {
		_, err := TryLock(other)
		if !errors.Is(err, ErrHeld) {
			t.Fatalf("%s: %v", other, err)
		}
		if host, _ := os.Hostname(); !strings.Contains(err.Error(), host) {
			t.Errorf("%v does not say who", err)
		}
	}
	first.Release()
	again, err := TryLock(link)
	if err != nil {
		t.Fatal(err)
	}
	again.Release()
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

const lockEnv = "CELUN_TEST_LOCK_UNTIL_KILLED"

// TestLockUntilKilled is the program that TestAKilledProgramHoldsNoLock kills.
func TestLockUntilKilled(t *testing.T) {
	path := os.Getenv(lockEnv)
	if path == "" {
		t.Skip("only TestAKilledProgramHoldsNoLock runs this")
	}
	if _, err := NewJournal(path, []byte("left")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".there", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Minute)
}

func TestAKilledProgramHoldsNoLock(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a"+JournalSuffix)
	child := exec.Command(program, "-test.run=^TestLockUntilKilled$")
	child.Env = append(os.Environ(), lockEnv+"="+path)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(path + ".there"); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the child never locked")
		}
	}
	if found, err := Orphans(dir); err != nil || len(found) != 0 {
		t.Errorf("orphans while it lives: %v, %v", found, err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait()
	found, err := Orphans(dir)
	if err != nil || len(found) != 1 || found[0].Path != path {
		t.Fatalf("orphans after the kill: %v, %v", found, err)
	}
	if got := records(t, path); !slices.Equal(got, []string{"left"}) {
		t.Errorf("records %q", got)
	}
}

func TestSnapshotsKeepTheirNames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "s")
	at := time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)
	for i, name := range []string{"", "送审稿", "  a/b\\c:\n* ", strings.Repeat("长", 50), ""} {
		if _, err := TakeSnapshot(dir, []byte{byte(i)}, name, at); err != nil { // all at one time
			t.Fatal(err)
		}
	}
	found, err := Snapshots(dir)
	if err != nil || len(found) != 5 {
		t.Fatalf("%v, %v", found, err)
	}
	want := []string{"", strings.Repeat("长", MaxSnapshotName), "a/b\\c: *", "送审稿", ""}
	for i, s := range found {
		data, err := Read(s.Path, 10)
		if s.Name != want[i] || err != nil || data[0] != byte(4-i) {
			t.Errorf("snapshot %d: %q, %v, %v", i, s.Name, data, err)
		}
	}
}

func TestThinningKeepsNamesAndTheYoung(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	day := 24 * time.Hour
	for i := range 40 {
		name := ""
		if i%10 == 0 {
			name = "named"
		}
		if _, err := TakeSnapshot(dir, nil, name, now.Add(-time.Duration(i)*day)); err != nil {
			t.Fatal(err)
		}
	}
	if err := ThinSnapshots(dir, 5, 30*day, now); err != nil {
		t.Fatal(err)
	}
	found, _ := Snapshots(dir)
	named := 0
	for _, s := range found {
		if s.Name != "" {
			named++
		} else if now.Sub(s.At) > 30*day {
			t.Errorf("one of %v is left", s.At)
		}
	}
	if named != 4 || len(found) != 31 {
		t.Errorf("%d left, %d with a name", len(found), named)
	}
	// A clock that is years ahead removes ten at most, and never the newest.
	if err := ThinSnapshots(dir, 5, 30*day, now.Add(3650*day)); err != nil {
		t.Fatal(err)
	}
	if found, _ := Snapshots(dir); len(found) != 21 {
		t.Errorf("a wrong clock left %d", len(found))
	}
}

func TestAnotherContentIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if differs, err := Differs(path, SumOf(nil), 10); differs || err != nil {
		t.Errorf("a file that is not there: %v, %v", differs, err)
	}
	for _, c := range []struct {
		text string
		want bool
	}{{"mine", false}, {"ours", true}} {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if differs, err := Differs(path, SumOf([]byte("mine")), 10); differs != c.want || err != nil {
			t.Errorf("%s: %v, %v", c.text, differs, err)
		}
	}
}
