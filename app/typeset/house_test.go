package typeset

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset/face"
	"celun/app/typeset/hyphen"
)

// testFaces are opened once: the tests share the faces of the repository.
var testFaces = sync.OnceValue(func() *face.Set { return face.NewSet(os.DirFS("../../assets")) })

func newTestSetter(t testing.TB, options ...Option) *Setter {
	t.Helper()
	f, err := os.Open("../../assets/patterns/en-GB.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	p, err := hyphen.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	return NewSetter(testFaces(), append([]Option{WithHyphens(p)}, options...)...)
}

// mustSet sets b and checks what holds of every document.
func mustSet(t testing.TB, b *brief.Brief, o Options) *Document {
	t.Helper()
	doc, err := newTestSetter(t).Set(context.Background(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, b, doc)
	return doc
}

// checkDocument checks what holds of every document: every rune has its
// advance, no glyph is missing, passages are numbered in reading order, and
// all text of the brief that is shown stands on the pages, complete and in
// order.
func checkDocument(t testing.TB, b *brief.Brief, doc *Document) {
	t.Helper()
	checkItems(t, doc)
	missing := map[brief.Address]bool{}
	for _, m := range doc.Missing {
		missing[m.Address] = true
	}
	shown := map[language.Language]bool{"": true}
	for _, l := range doc.Languages {
		shown[l] = true
	}
	got := textByAddress(doc)
	notes := map[language.Language]int{}
	order, called := citedOrder(b), b.Labels()
	for at, text := range b.Addresses() {
		if !shown[at.Language] || text == "" || missing[at] || !printed(b, at) {
			continue
		}
		if blk, _, _ := b.Block(at.Block); at.Slot == "" && blk != nil && (blk.Kind == brief.List || blk.Kind == brief.KeyMessages) {
			text = listMark.ReplaceAllString(text, "")
		}
		var feet []string
		text = footnote.ReplaceAllStringFunc(text, func(s string) string {
			feet = append(feet, s[2:len(s)-1])
			notes[at.Language]++
			return noteMark(notes[at.Language], at.Language)
		})
		foot := at
		foot.Slot += "^"
		for i, s := range feet {
			n := notes[at.Language] - len(feet) + 1 + i
			feet[i] = noteMark(n, at.Language) + " " + spoken(s, order, at.Language, called)
		}
		if g, want := got[foot], strings.Join(feet, ""); g != want {
			t.Fatalf("footnotes of %+v:\n got %q\nwant %q", at, g, want)
		}
		want := spoken(text, order, at.Language, called)
		if (at.Language == "" || strings.HasPrefix(string(at.Slot), "term:")) && len(doc.Languages) == 2 && (doc.Layout == brief.Facing || doc.Layout == brief.Sequential) {
			want += want // each language has its own table
		}
		if g := got[at]; !strings.HasSuffix(g, want) || !numberBefore.MatchString(strings.TrimSuffix(g, want)) {
			t.Fatalf("%+v:\n got %q\nwant %q", at, g, want)
		}
	}
}

// numberBefore is what may stand before a text: a number that we count, or
// the sign of a piece of evidence.
var numberBefore = regexp.MustCompile(`^([一二三四五六七八九十]+、|\d+、|（[一二三四五六七八九十\d]+）|[\d.]+ |([\d.]+ )?(依据　|Evidence )|[表图]\d+ |(Table|Figure) \d+ |(问题|练习)\d+(（\d+ 分钟）)?　|(Question|Exercise) \d+( \(\d+ minutes?\))? )?$`)

func textByAddress(doc *Document) map[brief.Address]string {
	parts := map[brief.Address]*strings.Builder{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Kind != TextItem || it.Paragraph == 0 || it.Role == LabelRole && !strings.HasPrefix(string(it.Address.Slot), "when:") {
				continue
			}
			at := it.Address
			if it.Role == FootnoteRole {
				at.Slot += "^" // apart from the text that it belongs to
			}
			if parts[at] == nil {
				parts[at] = &strings.Builder{}
			}
			text := it.Text
			if it.Hyphen {
				text = text[:len(text)-1]
			}
			parts[at].WriteString(text)
		}
	}
	out := map[brief.Address]string{}
	for at, b := range parts {
		out[at] = b.String()
	}
	return out
}

// printed reports whether the text at an address stands on the pages of a
// participant's copy as it is, and not in a drawing.
func printed(b *brief.Brief, at brief.Address) bool {
	slot, _, _ := strings.Cut(string(at.Slot), ":")
	switch brief.Slot(slot) {
	case brief.AltSlot, brief.AnswerSlot, brief.DatumSlot, brief.DatumUnitSlot, brief.NodeSlot:
		return false
	}
	blk, _, _ := b.Block(at.Block)
	return blk == nil || blk.For == ""
}

var (
	listMark  = regexp.MustCompile(`(?m)^[ \t　]*(- |\d+\. )?`)
	reference = regexp.MustCompile(`\[#[^\]]+\]`)
	term      = regexp.MustCompile(`\[\[[^|\]]+\|([^\]]+)\]\]`)
	footnote  = regexp.MustCompile(`\^\[((?:[^\[\]]|\[[^\]]*\])*)\]`)
	citation1 = regexp.MustCompile(`(\[\^[^\] \n\[=|]+\])+`)
	citation2 = regexp.MustCompile(`\[\^=?([^\]|]+)(?:\|([^\]]*))?\]`) // read as a word, or with pages
	citation0 = regexp.MustCompile(`\[\^=?([^\]|]+)(?:\|[^\]]*)?\]`)
)

func citedOrder(b *brief.Brief) map[string]int {
	known, order := map[string]bool{}, map[string]int{}
	for _, s := range b.Sources {
		known[s.ID] = true
	}
	for _, text := range b.Addresses() {
		for _, m := range citation0.FindAllStringSubmatch(text, -1) {
			if known[m[1]] && order[m[1]] == 0 {
				order[m[1]] = len(order) + 1
			}
		}
	}
	return order
}

// spoken returns what a text of a brief reads like on the page. It knows the
// markup by other means than the code it tests, and only such texts as have
// their asterisks in pairs.
func spoken(text string, order map[string]int, l language.Language, called map[string]language.Text) string {
	text = reference.ReplaceAllStringFunc(text, func(s string) string { return called[s[2:len(s)-1]].In(l) })
	text = term.ReplaceAllString(text, "$1")
	text = citation1.ReplaceAllStringFunc(text, func(run string) string {
		var numbers []string
		for _, m := range citation0.FindAllStringSubmatch(run, -1) {
			if n := order[m[1]]; n > 0 {
				numbers = append(numbers, fmt.Sprint(n))
			} else {
				numbers = append(numbers, "?")
			}
		}
		s := strings.Join(numbers, ",")
		for _, r := range [][2]string{{"1,2,3", "1–3"}, {"2,3,4", "2–4"}} {
			s = strings.ReplaceAll(s, r[0], r[1])
		}
		return "[" + s + "]"
	})
	text = citation2.ReplaceAllStringFunc(text, func(cite string) string {
		m := citation2.FindStringSubmatch(cite)
		n := "?"
		if order[m[1]] > 0 {
			n = fmt.Sprint(order[m[1]])
		}
		return "[" + n + "]" + m[2]
	})
	text = strings.NewReplacer("**", "", "*", "", "__", "", "..", "", "\n", "", "\t", " ").Replace(text)
	return strings.Map(func(r rune) rune {
		if ignorable(r) {
			return -1
		}
		return r
	}, text)
}

// checkItems checks the items one by one.
func checkItems(t testing.TB, doc *Document) {
	t.Helper()
	last := 0
	faces := map[face.ID]*face.Face{}
	for _, p := range doc.Pages {
		text := false
		for _, it := range p.Items {
			if it.Kind != TextItem {
				if text && it.Role == ArtifactRole {
					t.Fatalf("page %d: an artifact stands after text", p.Number)
				}
				continue
			}
			text = text || it.Role != ArtifactRole
			runes := []rune(it.Text)
			if len(runes) != len(it.Advances) || it.Shifts != nil && len(it.Shifts) != len(runes) {
				t.Fatalf("%q has %d advances and %d shifts", it.Text, len(it.Advances), len(it.Shifts))
			}
			sum := 0.0
			for _, a := range it.Advances {
				sum += a
			}
			if sum-it.Width > 0.01 || it.Width-sum > 0.01 {
				t.Fatalf("%q is %.2f wide and its advances are %.2f", it.Text, it.Width, sum)
			}
			if faces[it.Face] == nil {
				f, err := testFaces().Face(it.Face)
				if err != nil {
					t.Fatal(err)
				}
				faces[it.Face] = f
			}
			for _, r := range runes {
				if faces[it.Face].Glyph(r) == 0 {
					t.Fatalf("%q of %q has no glyph in %s", r, it.Text, it.Face)
				}
			}
			if it.Paragraph > last+1 {
				t.Fatalf("passage %d follows %d: %q", it.Paragraph, last, it.Text)
			}
			last = max(last, it.Paragraph)
		}
	}
}
