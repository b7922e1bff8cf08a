package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"celun/app/pdf/object"
	"celun/app/typeset/face"
)

// content returns the operators of the pages of a PDF.
func content(t *testing.T, pdf []byte) (*object.File, []string) {
	t.Helper()
	f, err := object.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range pages {
		d, err := f.Dict(p)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(inflate(t, f, d["Contents"])))
	}
	return f, list
}

func inflate(t *testing.T, f *object.File, v object.Value) []byte {
	t.Helper()
	s, ok := f.Get(v).(*object.Stream)
	if !ok {
		t.Fatalf("no stream but %T", f.Get(v))
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var (
	showing = regexp.MustCompile(`(?s)/(F\d+) [\d.]+ Tf|\((?:\\.|[^\\()])*\)`)
	mapping = regexp.MustCompile(`<([0-9A-F]+)> <[0-9A-F]+> \[([^\]]*)\]`)
)

// textMaps returns the ToUnicode maps of a PDF's fonts: codes as two bytes.
func textMaps(t *testing.T, f *object.File) map[string]map[string]string {
	t.Helper()
	refs, _ := f.Pages()
	page, _ := f.Dict(refs[0])
	resources, _ := f.Dict(page["Resources"])
	fonts, _ := f.Dict(resources["Font"])
	maps := map[string]map[string]string{}
	for name, v := range fonts {
		font, _ := f.Dict(v)
		m := map[string]string{}
		for _, x := range mapping.FindAllStringSubmatch(string(inflate(t, f, font["ToUnicode"])), -1) {
			code, _ := strconv.ParseUint(x[1], 16, 16)
			for _, hex := range strings.Split(strings.Trim(x[2], "<>"), "><") {
				var units []uint16
				for i := 0; i < len(hex); i += 4 {
					u, _ := strconv.ParseUint(hex[i:i+4], 16, 16)
					units = append(units, uint16(u))
				}
				key := []byte{byte(code >> 8), byte(code)}
				if len(x[1]) == 2 {
					key = key[1:]
				}
				m[string(key)] = string(utf16.Decode(units))
				code++
			}
		}
		maps[string(name)] = m
	}
	return maps
}

// codeLengths returns how many bytes the codes of each font have.
func codeLengths(f *object.File) map[string]int {
	refs, _ := f.Pages()
	page, _ := f.Dict(refs[0])
	resources, _ := f.Dict(page["Resources"])
	fonts, _ := f.Dict(resources["Font"])
	out := map[string]int{}
	for name, v := range fonts {
		font, _ := f.Dict(v)
		out[string(name)] = 2
		if font["Encoding"] != object.Name("Identity-H") {
			out[string(name)] = 1
		}
	}
	return out
}

// shown reads the text of a PDF from its operators and ToUnicode maps, with
// all its spaces and soft hyphens: stricter than readers for people.
func shown(t *testing.T, pdf []byte) string {
	t.Helper()
	f, pages := content(t, pdf)
	maps := textMaps(t, f)
	var out strings.Builder
	for _, p := range pages {
		font := ""
		for _, x := range showing.FindAllStringSubmatch(p, -1) {
			if x[1] != "" {
				font = x[1]
				continue
			}
			out.WriteString(decode(t, maps[font], x[0]))
		}
	}
	return out.String()
}

func TestContentHoldsEveryCharacter(t *testing.T) {
	s := mixed(t)
	var want strings.Builder
	for _, it := range s.last().Items {
		if it.Hyphen {
			want.WriteString(strings.TrimSuffix(it.Text, "-") + "\u00AD")
			continue
		}
		want.WriteString(it.Text)
	}
	if got := shown(t, s.write()); got != want.String() {
		t.Errorf("the content says\n%q\nnot\n%q", got, want.String())
	}
}

func TestManyCharactersOfOneFace(t *testing.T) {
	s := newSheet(t)
	f, err := s.faces.Face(face.SerifSC)
	if err != nil {
		t.Fatal(err)
	}
	var all []rune
	for r := rune(0x4E00); r < 0x5E00; r++ { // codes of all kinds: 0x28, 0x5C, 0x0D among their bytes
		if f.Glyph(r) != 0 {
			all = append(all, r)
		}
	}
	for i := 0; i < len(all); i += 40 {
		s.line(face.SerifSC, 8, string(all[i:min(i+40, len(all))]))
	}
	if shown(t, s.write()) != string(all) {
		t.Error("the text is not the same")
	}
}

func TestNothingIsDrawnThatIsNotOnThePage(t *testing.T) {
	s := newSheet(t)
	_, pages := content(t, s.write())
	for _, op := range strings.Fields(pages[0]) {
		switch op {
		case "re", "f", "S", "Tj", "TJ", "Do", "l", "c":
			t.Errorf("an empty page draws: %s", pages[0])
		}
	}
}
