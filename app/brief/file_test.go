package brief

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func encoded(t testing.TB, b *Brief) []byte {
	t.Helper()
	data, err := Encode(b, []byte("\x89PNG picture"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFileKeepsEverything(t *testing.T) {
	data := encoded(t, rich())
	b, err := Decode("b.celun", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asJSON(t, rich()), asJSON(t, b)); diff != "" {
		t.Error(diff)
	}
	for _, kept := range []string{`"later":{"a":[1]}`, `"colour":"red"`, `"mood":[{"by":"x"}]`, `"The *point* <is> & was.[^han]"`} {
		if !strings.Contains(asJSON(t, b), kept) {
			t.Errorf("%s is lost", kept)
		}
	}
	again := encoded(t, b)
	if !bytes.Equal(data, again) {
		t.Error("saving what was opened gives other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"mimetype", "brief.json", "media/map.png", "thumbnail.png", "manifest.json"}, names); diff != "" {
		t.Error(diff)
	}
	if got := string(data[30:69]); got != "mimetype"+MIMEType {
		t.Errorf("the file begins with %q", got)
	}
}

func TestUnknownFieldsSurviveEdits(t *testing.T) {
	h := NewHistory(rich())
	for _, e := range []Edit{
		typing("b1", "新"),
		MoveBlock{ID: "b1", Section: "s2"},
		MoveSection{ID: "s1", Index: 2},
	} {
		if err := h.Do(e); err != nil {
			t.Fatal(err)
		}
	}
	got := asJSON(t, h.Brief())
	for _, kept := range []string{`"later"`, `"colour"`, `"comments"`} {
		if !strings.Contains(got, kept) {
			t.Errorf("%s is lost", kept)
		}
	}
}

func TestListsAreNeverNull(t *testing.T) {
	b := &Brief{Format: Format, ID: "x", Sections: []Section{{ID: "s1"}}}
	if got := asJSON(t, b); strings.Contains(got, "null") || !strings.Contains(got, `"blocks":[]`) || !strings.Contains(got, `"sources":[]`) {
		t.Error(got)
	}
}

// packed returns a ZIP of the parts with a manifest that fits them.
func packed(t *testing.T, parts ...part) []byte {
	t.Helper()
	list, err := json.Marshal(newManifest(parts))
	if err != nil {
		t.Fatal(err)
	}
	data, err := writeParts(append(slices.Clone(parts), part{"manifest.json", list}))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFilesThatAreNone(t *testing.T) {
	kind := part{"mimetype", []byte(MIMEType)}
	text := func(s string) []byte { return packed(t, kind, part{"brief.json", []byte(s)}) }
	block := func(s string) []byte {
		return text(`{"format":"celun-brief/1","id":"x","sections":[{"id":"s1","blocks":[` + s + `]}]}`)
	}
	good := encoded(t, rich())
	noManifest, err := writeParts([]part{kind, {"brief.json", []byte(`{"format":"celun-brief/1","id":"x"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	var many []part
	for i := range maxEntries + 1 {
		many = append(many, part{"media/" + string(rune('a'+i%26)) + strings.Repeat("x", i/26), nil})
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "the file is empty"},
		{"cut off", good[:len(good)-30], "damaged or cut off"},
		{"not a ZIP", []byte("format: celun-pack/1"), "this is not a Celun brief"},
		{"Office", packed(t, part{"[Content_Types].xml", nil}), "an Office file"},
		{"OpenDocument", packed(t, part{"mimetype", []byte("application/vnd.oasis.opendocument.text")}), "an OpenDocument file"},
		{"e-book", packed(t, part{"mimetype", []byte("application/epub+zip")}), "an e-book"},
		{"another ZIP", packed(t, part{"a.txt", nil}), "a ZIP file of another kind"},
		{"no brief", packed(t, kind), "the file has no brief.json"},
		{"no manifest", noManifest, "the file has no manifest.json"},
		{"not JSON", text("{\n\"format\": \"celun-brief/1\",\n]"), "brief.json is not valid JSON at line 3"},
		{"not UTF-8", text("{\"format\": \"\xff\"}"), "brief.json is not in UTF-8"},
		{"another format", text(`{"format":"celun-pack/1"}`), `the format of brief.json is "celun-pack/1"`},
		{"newer", text(`{"format":"celun-brief/2","sections":{}}`), "saved by a newer version (celun-brief/2)"},
		{"wrong structure", text(`{"format":"celun-brief/1","id":"x","sections":{}}`), "wrong structure"},
		{"no id", text(`{"format":"celun-brief/1"}`), "the brief has no id"},
		{"unknown kind", block(`{"id":"b1","kind":"hologram"}`), `brief.json, b1: a block of kind "hologram" is not known here and may come from a newer version`},
		{"ids twice", block(`{"id":"b1","kind":"note"},{"id":"b1","kind":"note"}`), "the id b1 is already taken"},
		{"level", block(`{"id":"b1","kind":"heading","level":5}`), "the level of a heading is 2 to 4"},
		{"state", block(`{"id":"b1","kind":"note","state":{"zh":"perfect"}}`), `the state "perfect" is not known`},
		{"uneven table", block(`{"id":"b1","kind":"table","table":{"header":1,"rows":[["a","b"],["c"]]}}`), "row 2 of the table has 1 cells"},
		{"no table", block(`{"id":"b1","kind":"table"}`), "a table belongs to"},
		{"name with dots", packed(t, kind, part{"../evil", nil}), `the forbidden name "../evil"`},
		{"absolute name", packed(t, kind, part{"/etc/x", nil}), "the forbidden name"},
		{"drive name", packed(t, kind, part{`C:\x`, nil}), "the forbidden name"},
		{"name twice", packed(t, kind, part{"a", nil}, part{"a", nil}), "two parts called a"},
		{"many parts", packed(t, append([]part{kind}, many...)...), "more than 5000"},
		{"large part", packed(t, kind, part{"media/zeros", make([]byte, maxPart+1)}), "media/zeros is too large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := Decode("b.celun", c.data)
			var p *language.Problem
			if b != nil || !errors.As(err, &p) || !strings.HasPrefix(err.Error(), "b.celun") || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("Decode = %v, %v; want …%s…", b, err, c.want)
			}
			if p.What.ZH == "" || p.What.ZH == p.What.EN || p.Do.ZH == "" || p.Do.EN == "" {
				t.Errorf("the problem says too little: %+v", p)
			}
		})
	}
}

// small is a brief of every structure and few bytes.
func small() *Brief {
	b := New("smallsmallsmallsmallsmall0")
	b.Title = language.Text{ZH: "短", EN: "Short"}
	b.Sections = []Section{{ID: "s1", Heading: language.Text{ZH: "节", EN: "One"}, Blocks: []Block{
		{ID: "b1", Kind: Paragraph, Text: language.Text{ZH: "文", EN: "Text"}},
		{ID: "b2", Kind: Table, Table: &Grid{Header: 1, Rows: [][]Cell{{{Same: "1"}}}}},
	}}}
	return b
}

func TestNoPrefixIsTaken(t *testing.T) {
	data := encoded(t, small())
	for n := range len(data) {
		if b, err := Decode("b.celun", data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are taken as %v", n, len(data), b)
		}
		if b, notes, err := Salvage("b.celun", data[:n]); err == nil && (len(notes) == 0 || b.Validate() != nil) {
			t.Fatalf("the first %d bytes are salvaged without a word", n)
		}
	}
}

// A changed byte either stands where nothing is kept, or is noticed.
func TestNoFlippedByteGoesUnseen(t *testing.T) {
	data := encoded(t, small())
	want := asJSON(t, small())
	for i := range data {
		for _, flip := range []byte{0x20, 0xff} {
			data[i] ^= flip
			if b, err := Decode("b.celun", data); err == nil && asJSON(t, b) != want {
				t.Fatalf("byte %d changed by %#x gives another brief:\n%s", i, flip, cmp.Diff(want, asJSON(t, b)))
			}
			if i%4 > 0 {
				data[i] ^= flip
				continue // salvaging takes longer and sees the same
			}
			if b, notes, err := Salvage("b.celun", data); err == nil && len(notes) == 0 && asJSON(t, b) != want {
				t.Fatalf("byte %d changed by %#x is salvaged without a word", i, flip)
			}
			data[i] ^= flip
		}
	}
}

func TestEncodeRefusesWhatCannotBeRead(t *testing.T) {
	b := small()
	b.Sections[0].Blocks[0].Kind = "hologram"
	if data, err := Encode(b, nil); data != nil || err == nil {
		t.Errorf("Encode = %d bytes, %v", len(data), err)
	}
}

func TestSaveAndOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "简报.celun")
	if err := Save(path, rich(), nil); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := rich()
	bad.ID = ""
	if err := Save(path, bad, nil); err == nil {
		t.Error("a brief without an id is saved")
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("a failed save changed the file")
	}
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if asJSON(t, b) != asJSON(t, rich()) {
		t.Error("the brief changed on the way")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.celun")); err == nil || !strings.Contains(err.Error(), "there is no such file") {
		t.Errorf("Open of nothing: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, small()))
	f.Add(encoded(f, rich()))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte(`{"format":"celun-brief/1","title":{"zh":"a"},"sections":[{"blocks":[{"text":{"zh":"x"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Decode("b.celun", data)
		var p *language.Problem
		if err != nil && (b != nil || !errors.As(err, &p) || p.What.ZH == "" || p.Do.EN == "") {
			t.Fatalf("Decode = %v, %v", b, err)
		}
		if err == nil {
			if _, err := Encode(b, nil); err != nil {
				t.Fatalf("what was read cannot be written: %v", err)
			}
		}
		b, _, err = Salvage("b.celun", data)
		if err != nil {
			if b != nil || !errors.As(err, &p) {
				t.Fatalf("Salvage = %v, %v", b, err)
			}
			return
		}
		if _, err := Encode(b, nil); err != nil {
			t.Fatalf("what was salvaged cannot be written: %v", err)
		}
	})
}
