package app

import (
	"bytes"
	"compress/zlib"
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

func TestTraceNamesEverySentenceThatRestsOnAnArgument(t *testing.T) {
	a := open()
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	before := b.Clone()
	traced, err := a.Trace(b)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(b, before) {
		t.Error("the brief was changed")
	}
	if err := traced.Validate(); err != nil {
		t.Fatal(err)
	}
	last := traced.Sections[len(traced.Sections)-1]
	if len(traced.Sections) != len(b.Sections)+1 || len(last.Blocks) != 2 || last.Blocks[1].Table == nil {
		t.Fatalf("the appendix is %+v", last)
	}
	rows := last.Blocks[1].Table.Rows
	var said [2]strings.Builder
	for _, r := range rows[1:] {
		said[0].WriteString(r[0].ZH)
		said[1].WriteString(r[0].EN + " ")
		for _, c := range r {
			if c.ZH == "" || c.EN == "" {
				t.Errorf("an empty cell beside %s", r[0].ZH)
			}
		}
	}
	n := 0
	for _, s := range b.Sections {
		for _, k := range s.Blocks {
			if k.From == nil {
				continue
			}
			n++
			if !strings.Contains(said[0].String(), strings.ReplaceAll(k.Text.ZH, "\n", "")) || !strings.Contains(said[1].String(), k.Text.EN) {
				t.Errorf("not all of it is traced: %s", k.Text.ZH)
			}
		}
	}
	if n == 0 || len(rows)-1 < n {
		t.Errorf("%d rows for %d blocks", len(rows)-1, n)
	}
	if note := last.Blocks[0].Text; !strings.Contains(note.ZH, "没有记录印刷页码") {
		t.Errorf("nothing is said of the pages: %s", note.ZH)
	}
	lib, _ := a.Library()
	e, _ := lib.Get("C2")
	var row []brief.Cell
	for _, r := range rows {
		if strings.Contains(r[1].EN, "(C2, ") {
			row = r
		}
	}
	if row == nil {
		t.Fatal("no sentence rests on C2")
	}
	for _, s := range lib.Supports("C2") {
		if s.Evidence != nil && (!strings.Contains(row[2].EN, s.Title.EN) || !strings.Contains(row[2].ZH, s.Place.Section)) {
			t.Errorf("evidence %s and its place are missing: %s", s.ID, row[2].ZH)
		}
	}
	if !strings.HasPrefix(row[1].ZH, e.Title.ZH) || !strings.Contains(row[1].ZH, "，"+e.Place.Section) || !strings.Contains(row[1].EN, "para.") {
		t.Errorf("rests on %q", row[1])
	}
}

func TestTraceWithoutArgumentsSaysSo(t *testing.T) {
	b := &brief.Brief{Format: brief.Format, ID: "x", Sections: []brief.Section{{ID: "s1", Blocks: []brief.Block{
		{ID: "b1", Kind: brief.Paragraph, Text: language.Text{ZH: "话", EN: "Words"}},
	}}}}
	traced, err := open().Trace(b)
	if err != nil {
		t.Fatal(err)
	}
	s := traced.Sections[1]
	if len(s.Blocks) != 1 || !strings.Contains(s.Blocks[0].Text.ZH, "没有取自论证库") || s.ID == "s1" || s.Blocks[0].ID == "b1" {
		t.Errorf("%+v", s)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"":    nil,
		"一句。": {"一句。"},
		"他说：“好。”再说一句[^a]。尾":                                {"他说：“好。”", "再说一句[^a]。", "尾"},
		"One. Two! “Three.” 4":                             {"One.", "Two!", "“Three.”", "4"},
		"It rose by 3.5% e.g. here[^a][^b]. Then it fell.": {"It rose by 3.5% e.g. here[^a][^b].", "Then it fell."},
		"真的？！对。":                                           {"真的？！", "对。"},
		"Odd[^":                                            {"Odd[^"},
	} {
		if got := sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
	uneven := language.Text{ZH: "一。二。", EN: "One and two."}
	if got := pairSentences(uneven); !reflect.DeepEqual(got, []language.Text{uneven}) {
		t.Errorf("%q", got)
	}
}

func TestTracedAndLockedExports(t *testing.T) {
	a := open()
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pages := map[string]int{}
	for name, o := range map[string]ExportOptions{"plain": {}, "traced": {Trace: true}, "locked": {Password: "策论 2026"}} {
		o.Out = filepath.Join(dir, name+".pdf")
		result, err := a.Export(context.Background(), b, o)
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = result.Files[0].Pages
		data, err := os.ReadFile(o.Out)
		if err != nil {
			t.Fatal(err)
		}
		warned := slices.ContainsFunc(result.Warnings, func(w typeset.Warning) bool { return w.Code == "encrypted" })
		if warned != (name == "locked") {
			t.Errorf("%s: warned %t", name, warned)
		}
		if name != "locked" && !strings.Contains(xmpOf(t, data), "pdfuaid:part") {
			t.Errorf("%s does not say that it conforms", name)
		}
	}
	if pages["traced"] <= pages["plain"] || pages["locked"] != pages["plain"] {
		t.Errorf("pages: %v", pages)
	}
}

// xmpOf returns the metadata of a PDF that is not encrypted.
func xmpOf(t *testing.T, data []byte) string {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		t.Fatal(err)
	}
	s, ok := f.Get(catalog["Metadata"]).(*object.Stream)
	if !ok {
		t.Fatal("no metadata")
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		t.Fatal(err)
	}
	xmp, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(xmp)
}
