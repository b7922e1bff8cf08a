package template

import (
	"bytes"
	"encoding/base64"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"celun/app/brief"
	"celun/app/language"
)

// head stands at the top of every template that the program writes.
const head = `# 策论模板，可以直接编辑；程序保存时不保留注释。
# A template for Celun. Edit it freely; comments are not kept when the program saves it.
`

// Encode returns a template as a YAML file that a person can read and edit.
// [Read] returns the same template from it. One that Read would refuse is
// refused with the same *language.Problem, whose line is that of the file
// that it would have been.
func Encode(t *Template) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(head)
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if err := e.Encode(ofTemplate(t)); err != nil {
		return nil, err
	}
	if err := e.Close(); err != nil {
		return nil, err
	}
	// What is written is read once more: a file that is not the template must
	// never take the place of one that is.
	again, err := Read(t.ID+".yaml", out.Bytes())
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(again, t.tidy()) {
		return nil, &language.Problem{
			Where: t.ID,
			What:  language.Text{ZH: "模板里有 YAML 无法保存的字符", EN: "the template has characters that YAML cannot keep"},
			Do:    language.Text{ZH: "请重新输入最近改动的文字", EN: "Type the text that was changed last once more"},
			Err:   errors.New("the template reads back differently"),
		}
	}
	return out.Bytes(), nil
}

// A mapping is a YAML mapping in the making.
type mapping struct{ *yaml.Node }

func newMapping(flow bool) mapping {
	m := mapping{&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}}
	if flow {
		m.Style = yaml.FlowStyle
	}
	return m
}

func scalar(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

func whole(n int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(n)}
}

func (m mapping) put(name string, n *yaml.Node) { m.Content = append(m.Content, scalar(name), n) }

// str, num and text put a field unless it is empty.
func (m mapping) str(name, s string) {
	if s != "" {
		m.put(name, scalar(s))
	}
}

func (m mapping) num(name string, n int) {
	if n != 0 {
		m.put(name, whole(n))
	}
}

func (m mapping) decimal(name string, v float64) {
	if v != 0 {
		m.put(name, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: strconv.FormatFloat(v, 'f', -1, 64)})
	}
}

func (m mapping) yes(name string, v bool) {
	if v {
		m.put(name, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
	}
}

func (m mapping) text(name string, t language.Text) {
	if !t.IsEmpty() {
		m.put(name, ofText(t))
	}
}

func (m mapping) pages(name string, p Pages) {
	if p != (Pages{}) {
		m.put(name, ofPages(p))
	}
}

func (m mapping) texts(name string, ts []language.Text) {
	if len(ts) > 0 {
		m.put(name, listOf(ts, ofText))
	}
}

func listOf[T any](all []T, f func(T) *yaml.Node) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, x := range all {
		n.Content = append(n.Content, f(x))
	}
	return n
}

func words[T ~string](all []T) *yaml.Node {
	n := listOf(all, func(s T) *yaml.Node { return scalar(string(s)) })
	n.Style = yaml.FlowStyle
	return n
}

func ofText(t language.Text) *yaml.Node {
	m := newMapping(false)
	m.put("zh", scalar(t.ZH))
	m.put("en", scalar(t.EN))
	return m.Node
}

func ofPages(p Pages) *yaml.Node {
	m := newMapping(true)
	m.put("least", whole(p.Least))
	m.put("most", whole(p.Most))
	m.num("more", p.More)
	return m.Node
}

func ofTemplate(t *Template) *yaml.Node {
	m := newMapping(false)
	m.put("format", scalar(Format))
	m.put("id", scalar(t.ID))
	m.put("version", whole(t.Version))
	m.num("rank", t.Rank)
	m.put("name", ofText(t.Name))
	m.put("description", ofText(t.Description))
	m.put("layout", scalar(string(t.Layout)))
	m.put("pages", ofPages(t.Pages))
	if len(t.Promise) > 0 {
		p := newMapping(false)
		for _, k := range slices.Sorted(maps.Keys(t.Promise)) {
			p.put(string(k), ofPages(t.Promise[k]))
		}
		m.put("promise", p.Node)
	}
	m.str("style", string(t.Style))
	m.yes("landscape", t.Landscape)
	m.decimal("body", t.Body)
	m.decimal("measure", t.Measure)
	m.decimal("leading", t.Leading)
	m.yes("numbered", t.Numbered)
	m.pages("recommendations", t.Recommendations)
	m.text("series", t.Series)
	m.text("audience", t.Audience)
	if len(t.Presets) > 0 {
		m.put("presets", listOf(t.Presets, func(p Preset) *yaml.Node {
			n := newMapping(false)
			n.put("id", scalar(p.ID))
			n.put("name", ofText(p.Name))
			n.put("scale", whole(p.Scale))
			n.put("pages", ofPages(p.Pages))
			return n.Node
		}))
	}
	m.put("title", listOf(t.Title, ofWording))
	if len(t.Subtitle) > 0 {
		m.put("subtitle", listOf(t.Subtitle, ofWording))
	}
	m.put("sections", listOf(t.Sections, ofSection))
	if t.Logo != nil {
		m.put("logo", scalar(base64.StdEncoding.EncodeToString(t.Logo)))
	}
	return m.Node
}

func ofWording(w Wording) *yaml.Node {
	m := newMapping(false)
	m.str("when", string(w.When))
	m.put("text", ofText(w.Text))
	return m.Node
}

func ofSection(s Section) *yaml.Node {
	m := newMapping(false)
	m.put("slot", scalar(s.Slot))
	m.put("heading", ofText(s.Heading))
	m.put("purpose", ofText(s.Purpose))
	m.yes("required", s.Required)
	m.yes("unnumbered", s.Unnumbered)
	if s.LimitZH.Hard > 0 || s.LimitEN.Hard > 0 {
		limit := func(l brief.Limit, more int) *yaml.Node {
			n := newMapping(true)
			n.num("soft", l.Soft)
			n.put("hard", whole(l.Hard))
			n.num("more", more)
			return n.Node
		}
		n := newMapping(false)
		n.put("zh", limit(s.LimitZH, s.MoreZH))
		n.put("en", limit(s.LimitEN, s.MoreEN))
		m.put("limit", n.Node)
	}
	m.put("fill", listOf(s.Fill, ofRule))
	return m.Node
}

func ofRule(r Rule) *yaml.Node {
	m := newMapping(false)
	m.str("write", string(r.Write))
	m.str("from", string(r.From))
	m.str("as", string(r.As))
	m.str("when", string(r.When))
	if len(r.In) > 0 {
		m.put("in", words(r.In))
	}
	m.str("for", string(r.For))
	for _, f := range ruleFields() {
		f.write(m, string(f.name), &r)
	}
	return m.Node
}
