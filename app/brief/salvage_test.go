package brief

import (
	"bytes"
	"strings"
	"testing"

	"celun/app/language"
)

// long is a brief with many paragraphs, so that a cut leaves some.
func long() *Brief {
	b := New("longlonglonglonglonglongl0")
	b.Title = language.Text{ZH: "长", EN: "Long"}
	for range 3 {
		s := Section{ID: b.NewSectionID(), Heading: language.Text{ZH: "节", EN: "Section"}}
		for range 20 {
			id := b.NewBlockID()
			s.Blocks = append(s.Blocks, Block{ID: id, Kind: Paragraph, Text: language.Text{ZH: "第" + id + "段", EN: "Paragraph " + id}})
		}
		b.Sections = append(b.Sections, s)
	}
	return b
}

func blocks(b *Brief) int {
	n := 0
	for _, s := range b.Sections {
		n += len(s.Blocks)
	}
	return n
}

func notesOf(notes []language.Text) string {
	var s []string
	for _, n := range notes {
		s = append(s, n.EN)
	}
	return strings.Join(s, "; ")
}

func TestSalvage(t *testing.T) {
	whole := encoded(t, long())
	text, err := encode(long())
	if err != nil {
		t.Fatal(err)
	}
	// Changed in one place, so that the checksum no longer holds.
	parts := loosePartsOf(whole)
	for i := range parts {
		if parts[i].name == "brief.json" {
			parts[i].data = bytes.Replace(parts[i].data, []byte("Paragraph b7"), []byte("Paragraph B7"), 1)
		}
	}
	changed, err := writeParts(parts)
	if err != nil {
		t.Fatal(err)
	}
	withText := func(s string) []byte {
		data, err := writeParts([]part{{"mimetype", []byte(MIMEType)}, {"brief.json", []byte(s)}})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for _, c := range []struct {
		name   string
		data   []byte
		blocks int    // at least
		most   int    // at most
		note   string // among the notes
	}{
		{"sound", whole, 60, 60, ""},
		{"without its end", whole[:len(whole)-200], 60, 60, "damaged or cut off"},
		{"half", whole[:len(whole)/2], 10, 50, "the end of the brief is missing"},
		{"checksum", changed, 60, 60, "does not match its checksum"},
		{"bare JSON", text, 60, 60, "not a Celun brief"},
		{"bare JSON cut off", text[:len(text)/2], 20, 40, "the end of the brief is missing"},
		{"garbage inside", bytes.Replace(text, []byte(`"id":"b31"`), []byte(`"id":!31"`), 1), 28, 31, "the end of the brief is missing"},
		{"not UTF-8", withText(strings.Replace(string(text), "Paragraph b7", "Paragraph \xff", 1)), 60, 60, "some characters are damaged"},
		{"one block of a kind unknown", withText(strings.Replace(string(text), `"kind":"paragraph"`, `"kind":"hologram"`, 1)), 60, 60, "block 1 of section 1 breaks the rules"},
		{"one block unreadable", withText(strings.Replace(string(text), `"kind":"paragraph"`, `"kind":7`, 1)), 59, 59, "block 1 of section 1 cannot be read"},
		{"ids twice", withText(strings.ReplaceAll(string(text), `"id":"b2"`, `"id":"b1"`)), 60, 60, "the id b1 stood twice"},
		{"blocks of no list", withText(strings.Replace(string(text), `"blocks":[`, `"blocks":7,"was":[`, 1)), 40, 40, "the field blocks cannot be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, notes, err := Salvage("b.celun", c.data)
			if err != nil {
				t.Fatal(err)
			}
			if n := blocks(b); n < c.blocks || n > c.most {
				t.Errorf("%d blocks, want %d to %d", n, c.blocks, c.most)
			}
			if got := notesOf(notes); !strings.Contains(got, c.note) || (c.note == "") != (got == "") {
				t.Errorf("notes %q, want …%s…", got, c.note)
			}
			if err := b.Validate(); err != nil {
				t.Error(err)
			}
			if b.Title.ZH != "长" || b.ID != long().ID {
				t.Errorf("title %q, id %q", b.Title.ZH, b.ID)
			}
		})
	}
}

func TestNothingToSalvage(t *testing.T) {
	whole := encoded(t, long())
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "b.celun: the file is empty"},
		{"head only", whole[:60], "No content of a brief can be found"},
		{"another file", []byte("%PDF-1.7 and so on"), "not a Celun brief"},
		{"newer", packed(t, part{"mimetype", []byte(MIMEType)}, part{"brief.json", []byte(`{"format":"celun-brief/3","title":{"zh":"新"}}`)}), "newer version"},
		{"newer and cut off", []byte(`{"format":"celun-brief/3","title":{"zh":"新"},"sections":[{"id"`), "newer version"},
	} {
		b, notes, err := Salvage("b.celun", c.data)
		if b != nil || notes != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v, %v; want …%s…", c.name, b, notes, err, c.want)
		}
	}
}

func TestMend(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{"a":[1,2]}`, `{"a":[1,2]}`},
		{`{"a":[1,2`, `{"a":[1]}`},
		{`{"a":[1,{"b":"c"},{"b":"d`, `{"a":[1,{"b":"c"}]}`},
		{`{"a":"b","c":"x,y`, `{"a":"b"}`},
		{`{"a":[{"b":1},?`, `{"a":[{"b":1}]}`},
		{`{"a":[1]]`, `{"a":[1]}`},
		{`{"a":"\`, ``},
		{`{`, ``},
		{`x`, ``},
		{strings.Repeat("[", 5000) + "1,", ``},
	} {
		if got := string(mend([]byte(c.in))); got != c.want {
			t.Errorf("mend(%.40s) = %.40s, want %s", c.in, got, c.want)
		}
	}
}
