package pdf

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"strings"
	"sync"
	"testing"

	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// mixed is a page with everything that a page list can hold.
func mixed(t testing.TB) *sheet {
	s := newSheet(t)
	p := s.last()
	p.Items = append(p.Items,
		typeset.Item{Kind: typeset.BoxItem, X: 50, Y: 40, Width: 400, Height: 60, Color: typeset.Color{R: 240, G: 244, B: 248}},
		typeset.Item{Kind: typeset.RuleItem, X: 50, Y: 100, Width: 400, Height: 0.5, Color: typeset.Color{R: 30, G: 60, B: 90}})
	s.line(face.SerifSCBold, 22, "弥合数字鸿沟").Color = typeset.Color{R: 30, G: 60, B: 90}
	zh := s.line(face.SerifSC, 10.5, "数字外交以人民为中心，更讲求时效与互信：")
	for i := range zh.Advances[:len(zh.Advances)-1] {
		zh.Advances[i] += 0.31
	}
	s.line(face.SerifSC, 10.5, "“鸿沟”并非只在网络之间。")
	en := s.line(face.Serif, 10, "Digital diplomacy puts people first and asks for ")
	for i, r := range en.Text {
		if r == ' ' {
			en.Advances[i] += 0.8
		}
	}
	en.Advances[len(en.Advances)-1] = 0
	s.line(face.Serif, 10, "trust that lasts; it is ruled by coun-").Hyphen = true
	s.line(face.Serif, 10, "tries and by people (66% \\ of them).")
	s.line(face.Kai, 12, "名字：𠮷野；生僻字也要能复制。")
	s.line(face.SerifItalic, 10, "Café naïve — “quoted” … 2026–2030")
	return s
}

func TestTextComesOutAsItWentIn(t *testing.T) {
	s := mixed(t)
	got := run(t, s.write(), "pdftotext", "-raw", "FILE", "-")
	want := []string{
		"弥合数字鸿沟", "数字外交以人民为中心，更讲求时效与互信：", "“鸿沟”并非只在网络之间。",
		"Digital diplomacy puts people first and asks for", "名字：𠮷野；生僻字也要能复制。",
		"Café naïve — “quoted” … 2026–2030", "tries and by people (66% \\ of them).",
	}
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not in the text:\n%s", w, got)
		}
	}
	var all strings.Builder
	for _, it := range s.last().Items {
		text := it.Text
		if it.Hyphen {
			text = strings.TrimSuffix(text, "-")
		}
		all.WriteString(text)
	}
	got = strings.ReplaceAll(got, "\u00AD", "")
	if g, w := withoutSpace(got), withoutSpace(all.String()); g != w {
		t.Errorf("the text is\n%s\nnot\n%s", g, w)
	}
}

func TestFileIsSound(t *testing.T) {
	s := mixed(t)
	s.doc.Headings = []typeset.Heading{{Level: 1, Text: language.Text{ZH: "问题", EN: "The problem"}, Page: 1, Y: 50}}
	out := run(t, s.write(), "qpdf", "--check", "FILE")
	if strings.Contains(strings.ToUpper(out), "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestFontsAreCutEmbeddedAndReadable(t *testing.T) {
	out := run(t, mixed(t).write(), "pdffonts", "FILE")
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(lines) != 5 {
		t.Errorf("%d fonts, not 5", len(lines))
	}
	for _, l := range lines {
		f := strings.Fields(l)
		if n := len(f); n < 9 || f[n-5] != "yes" || f[n-4] != "yes" || f[n-3] != "yes" || f[0][6] != '+' {
			t.Errorf("not embedded, cut and readable: %s", l)
		}
	}
}

func TestOneDocumentGivesTheSameBytes(t *testing.T) {
	s := mixed(t)
	want := s.write()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 3 {
				if !bytes.Equal(s.write(), want) {
					t.Error("another export differs")
				}
			}
		})
	}
	wait.Wait()
	other := mixed(t)
	if !bytes.Equal(other.write(), want) {
		t.Error("the same document made again gives other bytes")
	}
}

func TestMissingCharactersStopTheExport(t *testing.T) {
	s := mixed(t)
	s.doc.Missing = []typeset.Missing{
		{Rune: '𓀀', Section: 2, Context: "甲𓀀乙"}, {Rune: '\u0007'}, {Rune: '𓀀', Section: 3},
	}
	var b bytes.Buffer
	err := Write(context.Background(), &b, s.doc, s.faces, Options{})
	var p *language.Problem
	if !errors.As(err, &p) {
		t.Fatalf("not a problem that is told: %v", err)
	}
	for l, want := range map[language.Language][]string{
		language.ZH: {"U+13000", "第 2 节", "甲𓀀乙", "U+0007", "首节之前"},
		language.EN: {"U+13000", "section 2", "甲𓀀乙", "U+0007", "before the first section"},
	} {
		for _, w := range want {
			if !strings.Contains(p.In(l), w) {
				t.Errorf("%q is not said: %s", w, p.In(l))
			}
		}
	}
	if strings.Count(p.In(language.EN), "U+13000") != 1 {
		t.Errorf("a character is named twice: %s", p.In(language.EN))
	}
	if b.Len() > 0 {
		t.Error("something was written")
	}
}

func TestItemWithoutGlyphIsRefused(t *testing.T) {
	s := newSheet(t)
	s.line(face.Serif, 10, "数字") // the Latin face has none
	var b bytes.Buffer
	err := Write(context.Background(), &b, s.doc, s.faces, Options{})
	var p *language.Problem
	if !errors.As(err, &p) || b.Len() > 0 || !strings.Contains(p.In(language.EN), "page 1") {
		t.Errorf("%v, and %d bytes", err, b.Len())
	}
}

func TestBadItemsAreErrors(t *testing.T) {
	for name, spoil := range map[string]func(it *typeset.Item){
		"advances of another length": func(it *typeset.Item) { it.Advances = it.Advances[1:] },
		"shifts of another length":   func(it *typeset.Item) { it.Shifts = []float64{1} },
		"no size":                    func(it *typeset.Item) { it.Size = 0 },
		"no place":                   func(it *typeset.Item) { it.X = 1e300 },
		"unknown kind":               func(it *typeset.Item) { it.Kind = "sound" },
		"unknown face":               func(it *typeset.Item) { it.Face = "Times" },
	} {
		s := newSheet(t)
		spoil(s.line(face.SerifSC, 10, "数字"))
		var b bytes.Buffer
		if err := Write(context.Background(), &b, s.doc, s.faces, Options{}); err == nil || b.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes", name, err, b.Len())
		}
	}
}

func TestEmptyDocument(t *testing.T) {
	s := newSheet(t)
	s.doc = &typeset.Document{}
	out := run(t, s.write(), "qpdf", "--check", "FILE")
	if strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

func TestPagesKeepTheirSize(t *testing.T) {
	s := newSheet(t)
	s.page()
	s.last().Width, s.last().Height = 1190.551, 841.89 // A3, lying
	f, _ := content(t, s.write())
	pages, _ := f.Pages()
	page, _ := f.Dict(pages[1])
	if box, want := page["MediaBox"], (object.Array{0, 0, 1190.551, 841.89}); !reflect.DeepEqual(box, want) {
		t.Errorf("the page is %v, not %v", box, want)
	}
	out := run(t, s.write(), "pdfinfo", "-f", "1", "-l", "2", "FILE")
	if !strings.Contains(out, "595.28 x 841.89 pts (A4)") || !strings.Contains(out, "1190.55 x 841.89 pts (A3)") {
		t.Error(out)
	}
}

func TestProgressRisesToTheEnd(t *testing.T) {
	s := mixed(t)
	s.page()
	s.line(face.SerifSC, 10, "第二页")
	last, of := -1, 0
	err := Write(context.Background(), io.Discard, s.doc, s.faces, Options{Progress: func(done, total int) {
		if done < last || of != 0 && total != of {
			t.Errorf("%d of %d after %d of %d", done, total, last, of)
		}
		last, of = done, total
	}})
	if err != nil || last != of || of == 0 {
		t.Errorf("ends at %d of %d, error %v", last, of, err)
	}
}

func TestCancelledExportStops(t *testing.T) {
	s := mixed(t)
	ctx, cancel := context.WithCancel(context.Background())
	err := Write(ctx, io.Discard, s.doc, s.faces, Options{Progress: func(done, _ int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(b []byte) (int, error) {
	if d.left -= len(b); d.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestErrorOfTheWriterIsReturned(t *testing.T) {
	s := mixed(t)
	if err := Write(context.Background(), &fullDisk{2000}, s.doc, s.faces, Options{}); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
