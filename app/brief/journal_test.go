package brief_test

import (
	"path/filepath"
	"testing"
	"time"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/store"
)

func journalled(t *testing.T, dir string) (*brief.History, *brief.Journal) {
	t.Helper()
	b := brief.New("")
	b.Title = language.Text{ZH: "题", EN: "Title"}
	b.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{{ID: "b1", Kind: brief.Paragraph}}}}
	h := brief.NewHistory(b)
	j := brief.NewJournal(dir, brief.Origins{File: "a.celun"}, h.Brief(), func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	h.OnEdit = j.Note
	t.Cleanup(func() { j.Close(false) })
	return h, j
}

func typed(t *testing.T, h *brief.History, text string) {
	t.Helper()
	if err := h.Do(brief.SetText{At: brief.Address{Block: "b1", Language: language.ZH}, Text: text}); err != nil {
		t.Fatal(err)
	}
}

// lost waits until a journal of the folder holds a text, as another program
// would find it, and returns it. The journal's own program lives, so its lock
// is looked past by reading a copy.
func lost(t *testing.T, dir, text string) brief.Lost {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if l, ok := copied(t, dir); ok {
			if got, _ := l.Brief.Text(brief.Address{Block: "b1", Language: language.ZH}); got == text {
				return l
			}
		}
		if time.Now().After(deadline) {
			t.Fatalf("no journal ever held %q", text)
		}
	}
}

func copied(t *testing.T, dir string) (brief.Lost, bool) {
	t.Helper()
	names, err := store.List(dir, store.JournalSuffix)
	if err != nil || len(names) == 0 {
		return brief.Lost{}, false
	}
	data, err := store.Read(filepath.Join(dir, names[0]), store.MaxJournal)
	if err != nil {
		return brief.Lost{}, false
	}
	to := t.TempDir()
	if err := store.Write(filepath.Join(to, names[0]), data); err != nil {
		t.Fatal(err)
	}
	found, err := brief.FindLost(to)
	if err != nil || len(found) != 1 || found[0].Brief == nil {
		return brief.Lost{}, false
	}
	return found[0], true
}

func TestAJournalHoldsWhatWasTyped(t *testing.T) {
	dir := t.TempDir()
	h, j := journalled(t, dir)
	for _, text := range []string{"数", "数字", "数字外", "数字外交"} {
		typed(t, h, text)
	}
	l := lost(t, dir, "数字外交")
	if l.File != "a.celun" || l.Title.ZH != "题" {
		t.Errorf("lost: %+v", l)
	}
	if l.Edits != 1 {
		t.Errorf("a run of typing is %d records", l.Edits)
	}
	h.Undo()
	lost(t, dir, "")
	h.Redo()
	lost(t, dir, "数字外交")

	// Saved, with one edit made during the save: that one is kept.
	snapshot, mark := h.Brief(), j.Mark()
	typed(t, h, "数字外交政策")
	j.Saved(snapshot, mark, brief.Origins{File: "b.celun", Sum: store.Sum{1}})
	if l := lost(t, dir, "数字外交政策"); l.File != "b.celun" || l.Sum != (store.Sum{1}) || l.Edits != 1 {
		t.Errorf("after a save: %+v", l)
	}
	j.Saved(h.Brief(), j.Mark(), brief.Origins{File: "b.celun"})
	if names, _ := store.List(dir, ""); len(names) > 0 {
		t.Errorf("all is saved, and there is %v", names)
	}
	typed(t, h, "又")
	lost(t, dir, "又")
}

func TestAJournalThatIsClosedCanBeFound(t *testing.T) {
	dir := t.TempDir()
	h, j := journalled(t, dir)
	typed(t, h, "甲")
	if found, _ := brief.FindLost(dir); len(found) > 0 {
		t.Errorf("found while it is open: %v", found)
	}
	j.Close(true)
	found, err := brief.FindLost(dir)
	if err != nil || len(found) != 1 || found[0].Brief.Sections[0].Blocks[0].Text.ZH != "甲" {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := found[0].Forget(); err != nil {
		t.Fatal(err)
	}
	if found, _ := brief.FindLost(dir); len(found) > 0 {
		t.Error("forgotten, and still there")
	}
}

func TestADraftIsKeptWithoutAnEdit(t *testing.T) {
	dir := t.TempDir()
	_, j := journalled(t, dir)
	if err := j.Keep(); err != nil {
		t.Fatal(err)
	}
	j.Close(true)
	if found, _ := brief.FindLost(dir); len(found) != 1 || found[0].Brief.Title.ZH != "题" {
		t.Errorf("%+v", found)
	}
}

// A folder that takes nothing is told of once, and again when it does.
func TestAJournalThatCannotBeWrittenSaysSo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "file")
	if err := store.Write(dir, nil); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	told := make(chan error, 10)
	b := brief.New("")
	b.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{{ID: "b1", Kind: brief.Paragraph}}}}
	h := brief.NewHistory(b)
	j := brief.NewJournal(dir, brief.Origins{}, h.Brief(), func(err error) { told <- err })
	h.OnEdit = j.Note
	defer j.Close(false)
	typed(t, h, "甲")
	if err := <-told; err == nil {
		t.Fatal("told that it works")
	}
	if err := store.Remove(dir); err != nil {
		t.Fatal(err)
	}
	typed(t, h, "乙")
	if err := <-told; err != nil {
		t.Fatal(err)
	}
	lost(t, dir, "乙")
}
