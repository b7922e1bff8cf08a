package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
)

func lesson(t *testing.T, a *App) *brief.Brief {
	t.Helper()
	b, _, err := a.NewFromTemplate("training-handout", template.Choice{Challenges: []string{"C1"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestHandoutWritesTheSet(t *testing.T) {
	a := open()
	dir := filepath.Join(t.TempDir(), "class")
	made, err := a.Handout(context.Background(), lesson(t, a), HandoutOptions{Dir: dir, Variants: 2, Seed: 20261122})
	if err != nil {
		t.Fatal(err)
	}
	if len(made.Leaks) > 0 {
		t.Fatalf("leaks %+v", made.Leaks)
	}
	var names []string
	for _, f := range made.Files {
		names = append(names, filepath.Base(f.Path)+" "+string(f.Audience))
		if info, err := os.Stat(f.Path); err != nil || info.Size() == 0 || f.Pages == 0 {
			t.Errorf("%s: %v, %d pages", f.Path, err, f.Pages)
		}
	}
	want := "handout.pdf participant, worksheet-A-UX8X.pdf participant, worksheet-B-FC9X.pdf participant, map.pdf trainer, glossary.pdf participant, trainer-guide.pdf trainer"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("wrote %s, want %s", got, want)
	}
}

// An answer that somebody put where participants read it, in the open or
// behind the pages, stops the set: no file is written.
func TestAnAnswerInAParticipantsFileStopsTheSet(t *testing.T) {
	a := open()
	const zh, en = "五项缺一不可；动词要能检查，时限要有日期", "All five are needed, with a verb that can be checked and a date"
	secret := language.Text{ZH: zh, EN: en}
	for name, plant := range map[string]func(s *brief.Section){
		"heading": func(s *brief.Section) { s.Heading = secret },
		"bookmark": func(s *brief.Section) {
			s.Blocks = append(s.Blocks, brief.Block{ID: "b900", Kind: brief.Heading, Level: 2, Text: secret})
		},
		"table": func(s *brief.Section) {
			s.Blocks = append(s.Blocks, brief.Block{ID: "b900", Kind: brief.Table, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{
				{{Text: language.Text{ZH: "甲", EN: "A"}}}, {{Text: secret}},
			}}})
		},
		"footnote": func(s *brief.Section) {
			s.Blocks = append(s.Blocks, brief.Block{ID: "b900", Kind: brief.Paragraph, Text: language.Text{ZH: "见注^[" + zh + "]。", EN: "See the note^[" + en + "]."}})
		},
		"alternative text": func(s *brief.Section) {
			s.Blocks = append(s.Blocks, brief.Block{ID: "b900", Kind: brief.FigureKind, Figure: &brief.Figure{
				Form: brief.MapForm, Alt: secret, Caption: language.Text{ZH: "图", EN: "Figure"},
				Nodes: []brief.Node{{ID: "C1", Kind: "challenge", Label: language.Text{ZH: "挑战", EN: "Challenge"}, Number: 1}},
			}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := lesson(t, a)
			plant(&b.Sections[1])
			dir := filepath.Join(t.TempDir(), "class")
			made, err := a.Handout(context.Background(), b, HandoutOptions{Dir: dir, Variants: 1})
			if err != nil {
				t.Fatal(err)
			}
			if len(made.Leaks) == 0 {
				t.Fatal("it was not found")
			}
			if _, err := os.Stat(dir); err == nil {
				t.Error("files were written all the same")
			}
		})
	}
}
