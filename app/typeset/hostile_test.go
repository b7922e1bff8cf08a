package typeset

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset/face"
)

func oneBlock(kind brief.Kind, zh, en string) *brief.Brief {
	return &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{{
		ID: "s", Heading: language.Text{ZH: "甲", EN: "A"},
		Blocks: []brief.Block{{ID: "p", Kind: kind, Text: language.Text{ZH: zh, EN: en}}},
	}}}
}

// Whatever a brief holds, it becomes pages with all its text, in bounded
// memory. The bound is wide: it catches what grows with the square of its
// input, which time out here as well.
func TestHostileTextBecomesPages(t *testing.T) {
	const long = 100_000
	cases := []struct {
		name string
		kind brief.Kind
		text string
	}{
		{"100,000 letters without a space", brief.Paragraph, strings.Repeat("W", long)},
		{"100,000 hanzi without a mark", brief.Paragraph, strings.Repeat("数", long)},
		{"100,000 digits", brief.Paragraph, strings.Repeat("7", long)},
		{"100,000 opening marks", brief.Paragraph, strings.Repeat("（", long)},
		{"100,000 closing marks", brief.Paragraph, strings.Repeat("》", long)},
		{"100,000 dashes", brief.Paragraph, strings.Repeat("—", long)},
		{"100,000 spaces", brief.Paragraph, "甲" + strings.Repeat(" ", long) + "乙"},
		{"an address of 100,000 characters", brief.Paragraph, "https://" + strings.Repeat("a/", long/2)},
		{"10,000 items", brief.List, strings.Repeat("项\n", 10_000) + "末"},
		{"a list of 50 levels", brief.List, levels(50)},
		{"key messages of 50 levels", brief.KeyMessages, levels(50)},
		{"zero width", brief.Paragraph, "数\u200b字\u200c外\u200d交\ufeff能\u2060力" + strings.Repeat("\u200b", long)},
		{"bidi controls", brief.Paragraph, "数字\u202e交外\u202c \u2066abc\u2069 \u200fאבג"},
		{"combining characters", brief.Paragraph, "é" + strings.Repeat("\u0301", 2000) + " 数\u0301"},
		{"emoji", brief.Paragraph, "数字👩‍👩‍👧‍👦外交🇨🇳能力👍🏽"},
		{"beyond U+FFFF", brief.Paragraph, "𠮷野家" + strings.Repeat("𠮷", 5000)},
		{"private use and noncharacters", brief.Paragraph, "甲\ue000\U0010ffff\ufffe乙"},
		{"what is not UTF-8", brief.Paragraph, "甲\xff\xfe乙\xc3"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := oneBlock(c.kind, c.text, c.text)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			doc := mustSet(t, b, Options{})
			runtime.ReadMemStats(&after)
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 1000 {
				t.Errorf("setting it took %d MB", mb)
			}
			if len(doc.Pages) == 0 {
				t.Error("no page")
			}
			for _, p := range doc.Pages {
				for _, it := range p.Items {
					if it.Kind == TextItem && strings.ContainsFunc(it.Text, ignorable) {
						t.Fatalf("%q holds a character that draws nothing", it.Text)
					}
				}
			}
		})
	}
}

// The page settings bound what they cost as well.
func TestHostileTextUnderAllSettings(t *testing.T) {
	const long = 100_000
	for name, text := range map[string]string{
		"letters":        strings.Repeat("W", long),
		"hanzi":          strings.Repeat("行", long),
		"words":          strings.Repeat("长W1", long/3),
		"opening marks":  strings.Repeat("（", long),
		"closing marks":  strings.Repeat("》", long),
		"full stops":     strings.Repeat("。", long),
		"underlines":     strings.Repeat("__甲__", long/5),
		"dots":           strings.Repeat("..乙..", long/5),
		"open marks":     strings.Repeat("__甲 ..乙 *丙 ", long/12),
		"open citations": strings.Repeat("[^=a|", long/5),
		"citations":      strings.Repeat("[^a|1]", long/6),
	} {
		b := oneBlock(brief.Paragraph, text, text)
		b.Meta.Page = brief.Page{Grid: true, Hanging: true, Tight: true, Pinyin: true, Spread: true, Phrases: true}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		doc, err := newTestSetter(t, WithBreaks(func(s string) []int { return nil })).Set(context.Background(), b, Options{})
		runtime.ReadMemStats(&after)
		if err != nil || len(doc.Pages) == 0 {
			t.Errorf("%s: %v", name, err)
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 1000 {
			t.Errorf("%s: setting it took %d MB", name, mb)
		}
	}
}

// levels is a list that someone indented n times.
func levels(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s- 第%d层\n", strings.Repeat("  ", i), i)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// A face that is not there is an error that names it, not a page without
// text.
func TestUnknownFace(t *testing.T) {
	s := NewSetter(face.NewSet(fstest.MapFS{}))
	for range 2 {
		doc, err := s.Set(context.Background(), oneBlock(brief.Paragraph, "数字", "digital"), Options{})
		if err == nil || doc != nil {
			t.Fatalf("Set gave %v and %v", doc, err)
		}
		if !strings.Contains(err.Error(), "typeset:") {
			t.Errorf("%v", err)
		}
	}
	if _, err := testFaces().Face("comic"); err == nil {
		t.Error("a face that nobody knows was opened")
	}
}
