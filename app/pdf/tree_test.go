package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// A node is an element as it is read from a file, with the text of its marks.
type node struct {
	kind, lang string
	dict       object.Dict
	ref        object.Ref
	parent     *node
	kids       []*node
	text       string // of its own marks and its kids, in reading order
}

func (n *node) walk(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.walk(f)
	}
}

// A written is the structure of a file, and what its pages mark.
type written struct {
	file  *object.File
	root  *node
	byRef map[object.Ref]*node
	marks []map[int]string // text of each mark of each page
	loose []string         // what is drawn outside of any mark
	seen  map[[2]int]int   // how often the tree refers to a mark
	links map[object.Ref]*node
}

var marking = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)|/(\w+)<<([^>]*)>>BDC|/(F\d+) [\d.]+ Tf|\b(EMC|TJ|Tj|re f|S|B|Do|sh)\b`)

// readTree reads the structure of a PDF with nothing but the file.
func readTree(t *testing.T, pdf []byte) *written {
	t.Helper()
	f, pages := content(t, pdf)
	maps := textMaps(t, f)
	tr := &written{file: f, byRef: map[object.Ref]*node{}, seen: map[[2]int]int{}, links: map[object.Ref]*node{}}
	for p, c := range pages {
		marks := map[int]string{}
		within, artifact, font := -1, false, ""
		for _, x := range marking.FindAllStringSubmatch(c, -1) {
			switch {
			case x[0][0] == '(':
				if within >= 0 {
					marks[within] += decode(t, maps[font], x[0])
				}
			case x[1] != "":
				if within >= 0 || artifact {
					t.Errorf("page %d: a mark within a mark", p+1)
				}
				if artifact = x[1] == "Artifact"; artifact {
					if !strings.Contains(x[2], "/Type/Layout") && !strings.Contains(x[2], "/Type/Pagination") {
						t.Errorf("an artifact of no type: %s", x[0])
					}
					continue
				}
				within, _ = strconv.Atoi(strings.TrimPrefix(x[2], "/MCID "))
				marks[within] += ""
			case x[3] != "":
				font = x[3]
			case x[4] == "EMC":
				within, artifact = -1, false
			case within < 0 && !artifact:
				tr.loose = append(tr.loose, x[0])
			}
		}
		tr.marks = append(tr.marks, marks)
	}
	catalog, _ := f.Dict(f.Trailer["Root"])
	root, err := f.Dict(catalog["StructTreeRoot"])
	if err != nil {
		t.Fatal(err)
	}
	refs, _ := f.Pages()
	number := map[object.Ref]int{}
	for i, r := range refs {
		number[r] = i
	}
	tr.root = tr.node(t, root["K"], nil, number)
	return tr
}

func (tr *written) node(t *testing.T, v object.Value, parent *node, pages map[object.Ref]int) *node {
	d, err := tr.file.Dict(v)
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := d["S"].(object.Name)
	lang, _ := d["Lang"].(object.String)
	n := &node{kind: string(kind), lang: string(lang), dict: d, parent: parent}
	n.ref, _ = v.(object.Ref)
	tr.byRef[n.ref] = n
	own := -1
	if pg, ok := d["Pg"].(object.Ref); ok {
		own = pages[pg]
	}
	mark := func(page, id int) {
		text, ok := tr.marks[page][id]
		if !ok {
			t.Errorf("%s refers to mark %d of page %d, which is not there", n.kind, id, page+1)
		}
		tr.seen[[2]int{page, id}]++
		n.text += text
	}
	kids, _ := d["K"].(object.Array)
	for _, k := range kids {
		switch k := k.(type) {
		case int:
			mark(own, k)
		case object.Ref:
			kid := tr.node(t, k, n, pages)
			n.kids = append(n.kids, kid)
			n.text += kid.text
		case object.Dict:
			pg, _ := k["Pg"].(object.Ref)
			if id, ok := k["MCID"].(int); ok {
				mark(pages[pg], id)
			} else if obj, ok := k["Obj"].(object.Ref); ok {
				tr.links[obj] = n
			}
		}
	}
	return n
}

func decode(t *testing.T, m map[string]string, s string) string {
	codes := strings.NewReplacer(`\r`, "\r", `\(`, "(", `\)`, ")", `\\`, `\`).Replace(s[1 : len(s)-1])
	var out strings.Builder
	wide := 2
	for key := range m {
		wide = len(key)
	}
	for i := 0; i+wide <= len(codes); i += wide {
		text, ok := m[codes[i:i+wide]]
		if !ok {
			t.Fatalf("code %x has no text", codes[i:i+wide])
		}
		out.WriteString(text)
	}
	return out.String()
}

// everyKind is a brief with every kind of block, and everything that is hard
// to tag: headings that skip levels, empty cells, one language only, text in
// the other language, long paragraphs, tables and addresses.
func everyKind(t testing.TB) *brief.Brief {
	t.Helper()
	return readBrief(t, "testdata/every-kind.json")
}

// specimen is a brief as people write them, with every kind of block, its
// pictures too.
func specimen(t testing.TB) *brief.Brief {
	t.Helper()
	const folder = "../typeset/testdata/"
	b := readBrief(t, folder+"specimen.json")
	for _, name := range []string{"specimen-sign.png", "specimen-view.jpg", "specimen-logo.png"} {
		data, err := os.ReadFile(folder + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (brief.SetMedia{Name: "media/" + name, Data: data}).Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func readBrief(t testing.TB, path string) *brief.Brief {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		t.Fatal(err)
	}
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	return b
}

// set sets and writes a brief.
func set(t testing.TB, b *brief.Brief, o typeset.Options, w Options) []byte {
	t.Helper()
	faces := testFaces(t)
	doc, err := typeset.NewSetter(faces).Set(context.Background(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(context.Background(), &out, doc, faces, w); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// editions are the ways in which a brief is set.
func editions() map[string]typeset.Options {
	return map[string]typeset.Options{
		"parallel":      {Layout: brief.Parallel},
		"stacked":       {Layout: brief.Stacked},
		"facing":        {Layout: brief.Facing},
		"sequential":    {Layout: brief.Sequential},
		"Chinese":       {Languages: []language.Language{language.ZH}},
		"English":       {Languages: []language.Language{language.EN}},
		"English first": {Lead: language.EN, Paper: typeset.Letter},
	}
}
