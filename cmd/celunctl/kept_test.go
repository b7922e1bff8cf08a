package main

import (
	"path/filepath"
	"testing"
	"time"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/settings"
	"celun/app/store"
)

func TestSnapshotsAndLostBriefsAreListedAndTakenOut(t *testing.T) {
	home := t.TempDir()
	t.Setenv(settings.HomeVariable, home)
	a := shared(t)
	b := brief.New("")
	b.Title = language.Text{ZH: "题", EN: "Title"}
	b.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{{ID: "b1", Kind: brief.Paragraph}}}}
	path := filepath.Join(t.TempDir(), "a.celun")
	if err := brief.Save(path, b, nil); err != nil {
		t.Fatal(err)
	}
	data, err := brief.Encode(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.TakeSnapshot(brief.SnapshotFolder(home, b), data, "送审稿", time.Now()); err != nil {
		t.Fatal(err)
	}
	var snapshots []jsonSnapshot
	decode(t, ok(t, a, "snapshots", path, "--json"), &snapshots)
	if len(snapshots) != 1 || snapshots[0].Name != "送审稿" {
		t.Fatalf("%+v", snapshots)
	}
	out := filepath.Join(t.TempDir(), "b.celun")
	ok(t, a, "snapshots", path, "--out", out)
	if got, err := brief.Open(out); err != nil || got.Title != b.Title {
		t.Errorf("%+v, %v", got, err)
	}

	var lost []jsonLost
	decode(t, ok(t, a, "recover", "--json"), &lost)
	if lost == nil || len(lost) > 0 {
		t.Errorf("nothing is lost: %v", lost)
	}
	h := brief.NewHistory(b)
	j := brief.NewJournal(brief.JournalFolder(home), brief.Origins{File: path}, h.Brief(), nil)
	h.OnEdit = j.Note
	if err := h.Do(brief.SetText{At: brief.Address{Block: "b1", Language: language.ZH}, Text: "险些丢失"}); err != nil {
		t.Fatal(err)
	}
	j.Close(true)
	decode(t, ok(t, a, "recover", "--json"), &lost)
	if len(lost) != 1 || lost[0].File != path || lost[0].Edits != 1 {
		t.Fatalf("%+v", lost)
	}
	ok(t, a, "recover", "--out", out)
	if got, err := brief.Open(out); err != nil || got.Sections[0].Blocks[0].Text.ZH != "险些丢失" {
		t.Errorf("%+v, %v", got, err)
	}
}
