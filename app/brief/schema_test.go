package brief

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaFile = "../../assets/schema/brief.schema.json"

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemaTakesBriefs(t *testing.T) {
	s := schema(t)
	for name, b := range map[string]*Brief{"rich": rich(), "small": small(), "empty": New("x"), "source without authors": {
		Format: Format, ID: "x", Sources: []argument.Source{{ID: "a", Kind: "web"}},
	}} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(asJSON(t, b)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the program refuses to read, the schema refuses as well.
func TestSchemaRefusesWhatCannotBeRead(t *testing.T) {
	s := schema(t)
	for _, c := range []struct{ name, old, new string }{
		{"format", `"celun-brief/1"`, `"celun-brief/2"`},
		{"no id", `"id":"aaaabbbbccccddddeeeeffffgg",`, ``},
		{"kind", `"kind":"note"`, `"kind":"hologram"`},
		{"state", `"zh":"draft"`, `"zh":"perfect"`},
		{"level", `"level":3`, `"level":1`},
		{"table of another kind", `"kind":"table"`, `"kind":"paragraph"`},
		{"recommendation without its fields", `"kind":"paragraph"`, `"kind":"recommendation"`},
		{"header", `"header":1`, `"header":0`},
		{"layout", `"layout":"facing"`, `"layout":"spiral"`},
		{"lead", `"lead":"en"`, `"lead":"fr"`},
		{"paper", `"paper":"A3"`, `"paper":"A9"`},
		{"leading", `"leading":1.75`, `"leading":0.4`},
		{"lines", `"lines":22`, `"lines":2200`},
		{"figure without its fields", `"kind":"paragraph"`, `"kind":"figure"`},
		{"form of a figure", `"form":"bar"`, `"form":"pie"`},
		{"picture outside the media", `"media":"media/map.png"`, `"media":"map.png"`},
		{"events of another kind", `"kind":"timeline"`, `"kind":"note"`},
		{"terms of another kind", `"kind":"term-list"`, `"kind":"note"`},
		{"answer of another kind", `"kind":"exercise"`, `"kind":"note"`},
		{"space", `"space":30`, `"space":-1`},
		{"reader", `"for":"trainer"`, `"for":"cat"`},
		{"waiver without a reason", `"reason":"meant"`, `"reason":""`},
		{"half a text", `"title":{"zh":"弥合数字鸿沟","en":"Closing the digital divide"}`, `"title":"弥合数字鸿沟"`},
	} {
		text := asJSON(t, rich())
		changed := strings.Replace(text, c.old, c.new, 1)
		if changed == text {
			t.Fatalf("%s: the case changes nothing", c.name)
		}
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("%s: the schema takes it", c.name)
		}
	}
}

// Every field of the types stands in the schema and the reverse, and the
// schema requires what is always written.
func TestSchemaNamesEveryField(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	at := func(path string) map[string]any {
		node := root
		for step := range strings.SplitSeq(path, "/") {
			next, ok := node[step].(map[string]any)
			if step != "" && !ok {
				t.Fatalf("the schema has no %s", path)
			}
			if step != "" {
				node = next
			}
		}
		return node
	}
	for path, of := range map[string]any{
		"":                               Brief{},
		"$defs/meta":                     Meta{},
		"$defs/meta/properties/template": Template{},
		"$defs/meta/properties/page":     Page{},
		"$defs/meta/properties/page/properties/faces": Faces{},
		"$defs/section":                         Section{},
		"$defs/limit":                           Limit{},
		"$defs/block":                           Block{},
		"$defs/block/properties/state":          States{},
		"$defs/block/properties/from":           Origin{},
		"$defs/block/properties/recommendation": Action{},
		"$defs/table":                           Grid{},
		"$defs/text":                            language.Text{},
		"$defs/source":                          argument.Source{},
		"$defs/figure":                          Figure{},
		"$defs/datum":                           Datum{},
		"$defs/node":                            Node{},
		"$defs/edge":                            Edge{},
		"$defs/event":                           Event{},
		"$defs/term":                            Entry{},
		"$defs/comment":                         Comment{},
		"$defs/waiver":                          Waiver{},
	} {
		node := at(path)
		var named, required, want, always []string
		for name := range node["properties"].(map[string]any) {
			named = append(named, name)
		}
		for _, name := range node["required"].([]any) {
			required = append(required, name.(string))
		}
		typ := reflect.TypeOf(of)
		for i := range typ.NumField() {
			name, options, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if name == "" {
				continue
			}
			want = append(want, name)
			if options == "" {
				always = append(always, name)
			}
		}
		for _, list := range [][]string{named, required, want, always} {
			slices.Sort(list)
		}
		if diff := cmp.Diff(want, named); diff != "" {
			t.Errorf("fields of %s in code (-) and schema (+):\n%s", typ, diff)
		}
		if diff := cmp.Diff(always, required); diff != "" {
			t.Errorf("fields of %s always written (-) and required (+):\n%s", typ, diff)
		}
	}
	var kinds []string
	for _, k := range at("$defs/block/properties/kind")["enum"].([]any) {
		kinds = append(kinds, k.(string))
	}
	var known []string
	for _, k := range Kinds() {
		known = append(known, string(k))
	}
	if diff := cmp.Diff(known, kinds); diff != "" {
		t.Errorf("kinds of block in code (-) and schema (+):\n%s", diff)
	}
}
