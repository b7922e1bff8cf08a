package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

func TestBookmarkTitles(t *testing.T) {
	section := typeset.Heading{
		Level: 1, Number: language.Text{ZH: "一、", EN: "1"}, Text: language.Text{ZH: "问题", EN: "The problem"},
	}
	for _, c := range []struct {
		heading typeset.Heading
		lead    language.Language
		want    string
	}{
		{section, language.ZH, "一、问题 · 1 The problem"},
		{section, language.EN, "1 The problem · 一、问题"},
		{typeset.Heading{Number: language.Text{ZH: "（一）"}, Text: language.Text{ZH: "现状"}}, language.ZH, "（一）现状"},
		{typeset.Heading{Number: language.Text{ZH: "1.1", EN: "1.1"}, Text: language.Text{ZH: "现状"}}, "", "1.1 现状"},
		{typeset.Heading{Text: language.Text{ZH: "来源", EN: "Sources"}}, language.ZH, "来源 · Sources"},
		{typeset.Heading{Number: language.Text{ZH: "一、"}}, language.ZH, ""},
	} {
		if got := bookmark(c.heading, c.lead); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

// tree writes the outline of a PDF as an indented list, and follows all of
// its links both ways.
func tree(t *testing.T, f *object.File) []string {
	t.Helper()
	catalog, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	var walk func(parent object.Ref, depth int) int
	walk = func(parent object.Ref, depth int) int {
		above, _ := f.Dict(parent)
		count, previous := 0, object.Value(nil)
		at, _ := above["First"].(object.Ref)
		for at != 0 {
			d, err := f.Dict(at)
			if err != nil {
				t.Fatal(err)
			}
			title, _ := d["Title"].(object.String)
			list = append(list, strings.Repeat(" ", depth)+string(title))
			if d["Parent"] != parent || d["Prev"] != previous {
				t.Errorf("%q hangs under %v after %v", title, d["Parent"], d["Prev"])
			}
			count += 1 + walk(at, depth+1)
			previous = at
			next, _ := d["Next"].(object.Ref)
			if next == 0 && above["Last"] != at {
				t.Errorf("%q is not the last of its kin", title)
			}
			at = next
		}
		if stated, _ := above["Count"].(int); stated != count {
			t.Errorf("%d entries counted as %d", count, stated)
		}
		return count
	}
	if root, ok := catalog["Outlines"].(object.Ref); ok {
		walk(root, 0)
	}
	return list
}

func TestOutlineHasNoGaps(t *testing.T) {
	s := newSheet(t)
	s.page()
	for _, h := range []struct {
		level, page int
		title       string
	}{
		{3, 1, "A"}, {1, 1, "B"}, {3, 1, "C"}, {2, 1, "D"}, {3, 2, "E"}, {0, 2, "F"}, {1, 3, "no such page"}, {2, 2, "G"},
	} {
		s.doc.Headings = append(s.doc.Headings, typeset.Heading{
			Level: h.level, Page: h.page, Y: 100, Text: language.Text{EN: h.title},
		})
	}
	f, _ := content(t, s.write())
	want := []string{"A", "B", " C", " D", "  E", "F", " G"}
	if got := tree(t, f); !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestOutlineAsAReaderSeesIt(t *testing.T) {
	s := mixed(t)
	s.page()
	s.doc.Headings = []typeset.Heading{
		{Level: 1, Number: language.Text{ZH: "一、", EN: "1"}, Text: language.Text{ZH: "𠮷野案", EN: "The Yoshino case"}, Page: 2, Y: 100},
	}
	out := run(t, s.write(), "mutool", "show", "FILE", "outline")
	if !strings.Contains(out, "一、𠮷野案 · 1 The Yoshino case") || !strings.Contains(out, "#page=2") {
		t.Error(out)
	}
}

func TestLinks(t *testing.T) {
	s := newSheet(t)
	s.line(face.Serif, 10, "See the annex.")
	link := func(target string) {
		s.last().Items = append(s.last().Items,
			typeset.Item{Kind: typeset.LinkItem, X: 60, Y: 50, Width: 40, Height: 12, Target: target})
	}
	link("https://example.org/数字 外交?q=50%&r=%E4")
	link("#annex")
	link("#no-such-place")
	link("javascript:alert(1)")
	link("file:///etc/hosts")
	link("file://server/share")
	s.page()
	s.line(face.Serif, 10, "Annex").Address = brief.Address{Block: "annex"}
	f, _ := content(t, s.write())
	pages, _ := f.Pages()
	first, _ := f.Dict(pages[0])
	links, _ := first["Annots"].(object.Array)
	if len(links) != 2 {
		t.Fatalf("%d links, not 2: %v", len(links), links)
	}
	web, _ := f.Dict(links[0])
	action, _ := f.Dict(web["A"])
	if got, want := action["URI"], object.String("https://example.org/%E6%95%B0%E5%AD%97%20%E5%A4%96%E4%BA%A4?q=50%25&r=%E4"); got != want {
		t.Errorf("leads to %v, not %v", got, want)
	}
	within, _ := f.Dict(links[1])
	if dest, _ := within["Dest"].(object.Array); len(dest) != 5 || dest[0] != pages[1] {
		t.Errorf("leads to %v, not to page 2, %v", within["Dest"], pages[1])
	}
}

func TestMetadata(t *testing.T) {
	s := newSheet(t)
	s.doc.Title.EN = "Gaps & <bridges>"
	s.doc.Template = brief.Template{ID: "policy-brief", Version: 3}
	pdf := s.write()
	f, _ := content(t, pdf)
	catalog, _ := f.Dict(f.Trailer["Root"])
	info, _ := f.Dict(f.Trailer["Info"])
	says := fmt.Sprintf("%q", []any{catalog, info})
	for _, want := range []string{
		`"Lang":"zh-CN"`, `"DisplayDocTitle":%!q(bool=true)`, `"Keywords":"policy-brief, version 3"`, `"CreationDate":"D:20261122000000Z"`,
	} {
		if !strings.Contains(says, want) {
			t.Errorf("%s is missing: %s", want, says)
		}
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.7\n")) {
		t.Errorf("begins with %q", pdf[:10])
	}
	xmp := xmpOf(t, f)
	for _, want := range []string{
		`<rdf:li xml:lang="zh-CN">弥合数字鸿沟</rdf:li>`, `<rdf:li xml:lang="en-GB">Gaps &amp; &lt;bridges&gt;</rdf:li>`,
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("%s is missing: %s", want, xmp)
		}
	}
	if ids := regexp.MustCompile(`/ID \[`).FindAll(pdf, -1); len(ids) != 1 {
		t.Error("no identifier")
	}
	s.doc.Languages, s.doc.Date = []language.Language{language.EN}, "soon"
	pdf = s.write()
	f, _ = content(t, pdf)
	catalog, _ = f.Dict(f.Trailer["Root"])
	info, _ = f.Dict(f.Trailer["Info"])
	says = fmt.Sprintf("%q %s", []any{catalog, info}, xmpOf(t, f))
	for _, wrong := range []string{"弥合", "zh-CN", "CreationDate", "CreateDate"} {
		if strings.Contains(says, wrong) {
			t.Errorf("%s is there in an English edition without a date", wrong)
		}
	}
}

// xmpOf returns the XMP of a file.
func xmpOf(t *testing.T, f *object.File) string {
	t.Helper()
	catalog, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		t.Fatal(err)
	}
	return string(inflate(t, f, catalog["Metadata"]))
}
