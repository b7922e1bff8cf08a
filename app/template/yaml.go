package template

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"celun/app/language"
)

// maxFile bounds a template file (bytes). The longest of ours has 20 KB.
const maxFile = 1 << 20

// mostFaults is how many faults of one file are named; who has so many starts
// with these.
const mostFaults = 100

// A reader walks the nodes of a YAML file and keeps what is wrong with it. Its
// methods return zero values for what is.
type reader struct {
	file   string
	faults []*language.Problem
}

// A field is one key of a mapping with its value.
type field struct {
	key, value *yaml.Node
}

// fail keeps a problem found at node n of an entry.
func (r *reader) fail(n *yaml.Node, entry string, what, do language.Text) {
	if len(r.faults) < mostFaults {
		r.faults = append(r.faults, &language.Problem{Where: r.file, Line: n.Line, Entry: entry, What: what, Do: do})
	}
}

// parse returns the root of the only document in data.
func (r *reader) parse(data []byte) *yaml.Node {
	wrong := func(line int, what, do language.Text, err error) *yaml.Node {
		r.faults = append(r.faults, &language.Problem{Where: r.file, Line: line, What: what, Do: do, Err: err})
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return wrong(0, language.Text{ZH: "文件是空的", EN: "the file is empty"}, notTemplate, nil)
	case len(data) > maxFile:
		return wrong(0, language.Text{ZH: "文件超过 1 MB，不会是模板", EN: "the file is larger than 1 MB, so it cannot be a template"}, notTemplate, nil)
	case bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("%PDF")):
		return wrong(0, language.Text{ZH: "这不是文本文件", EN: "this is not a text file"}, notTemplate, nil)
	case !utf8.Valid(data):
		return wrong(lineOfInvalid(data), language.Text{ZH: "文件不是 UTF-8 编码", EN: "the file is not encoded as UTF-8"},
			language.Text{ZH: "请在文本编辑器里另存为 UTF-8", EN: "Save it as UTF-8 in a text editor"}, nil)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line := 0
		var le *yaml.LoadError
		if errors.As(err, &le) {
			line = int(le.Mark.Line)
		}
		return wrong(line, language.Text{ZH: "这一处不合 YAML 的写法，文件也可能不完整", EN: "this is not well-formed YAML; the file may be cut off"},
			language.Text{ZH: "请检查缩进、冒号和引号，或取一份完整的文件", EN: "Check indents, colons and quotation marks, or get a whole copy of the file"}, err)
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return wrong(0, language.Text{ZH: "这不是模板文件", EN: "this is not a template file"}, notTemplate, nil)
	}
	return doc.Content[0]
}

var notTemplate = language.Text{
	ZH: "模板是以“format: " + Format + "”开头的 YAML 文件，请选择这样的文件",
	EN: "A template is a YAML file that begins with \"format: " + Format + "\"; choose such a file",
}

func lineOfInvalid(data []byte) int {
	line := 1
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		if c == utf8.RuneError && n == 1 {
			break
		}
		if c == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}

// mapping returns the fields of n by name: each once, none but those allowed;
// nil if one of those required is missing.
func (r *reader) mapping(n *yaml.Node, entry string, required, optional []string) map[string]field {
	if n.Kind != yaml.MappingNode {
		names := strings.Join(append(slices.Clone(required), optional...), ", ")
		r.fail(n, entry, language.Text{ZH: "这里应当写若干“名称: 值”", EN: "there must be fields, each as name: value"},
			language.Text{ZH: "可用的名称：" + names, EN: "The names are " + names})
		return nil
	}
	fields := map[string]field{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if !slices.Contains(required, k.Value) && !slices.Contains(optional, k.Value) {
			names := strings.Join(append(slices.Clone(required), optional...), ", ")
			r.fail(k, entry, language.Text{ZH: fmt.Sprintf("不认识“%s”这一项", short(k.Value)), EN: fmt.Sprintf("there is no field %q here", short(k.Value))},
				language.Text{ZH: "可用的名称：" + names, EN: "The names are " + names})
			continue
		}
		if _, twice := fields[k.Value]; twice {
			r.fail(k, entry, language.Text{ZH: fmt.Sprintf("“%s”写了两次", k.Value), EN: fmt.Sprintf("%q stands twice", k.Value)},
				language.Text{ZH: "请删去其中一处", EN: "Remove one of the two"})
			continue
		}
		fields[k.Value] = field{k, n.Content[i+1]}
	}
	missing := false
	for _, name := range required {
		if _, ok := fields[name]; !ok {
			missing = true
			r.fail(n, entry, language.Text{ZH: fmt.Sprintf("缺少“%s”", name), EN: fmt.Sprintf("%q is missing", name)},
				language.Text{ZH: "请补上；若文件不完整，请换一份完整的", EN: "Add it, or get a whole copy of the file if this one was cut off"})
		}
	}
	if missing {
		return nil
	}
	return fields
}

// list returns the items of a sequence of at least one item.
func (r *reader) list(n *yaml.Node, entry, name string) []*yaml.Node {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”应当是至少有一项的列表", name), EN: fmt.Sprintf("%q must be a list of one or more", name)},
			language.Text{ZH: "每一项另起一行，以“- ”开头", EN: `Give each item a line of its own that begins with "- "`})
		return nil
	}
	return n.Content
}

// str returns a scalar's text, without line ends and surrounding space.
func (r *reader) str(n *yaml.Node, entry, name string) string {
	s := strings.TrimSpace(n.Value)
	if n.Kind != yaml.ScalarNode || s == "" || n.Tag == "!!null" {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”没有内容", name), EN: fmt.Sprintf("%q has no text", name)},
			language.Text{ZH: "请写上一行文字", EN: "Write one line of text"})
		return ""
	}
	if strings.ContainsAny(s, "\n\r") {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”里有换行", name), EN: fmt.Sprintf("%q has more than one line", name)},
			language.Text{ZH: "请写成一行，或用“>-”折行", EN: `Write it as one line, or fold it with ">-"`})
		return ""
	}
	return s
}

// text returns a text that has both languages.
func (r *reader) text(n *yaml.Node, entry, name string) language.Text {
	f := r.mapping(n, join(entry, name), []string{"zh", "en"}, nil)
	if f == nil {
		return language.Text{}
	}
	return language.Text{ZH: r.str(f["zh"].value, entry, name+".zh"), EN: r.str(f["en"].value, entry, name+".en")}
}

// number returns a whole number from least to most.
func (r *reader) number(n *yaml.Node, entry, name string, least, most int) int {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || v < least || v > most {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”应当是 %d 到 %d 的整数", name, least, most), EN: fmt.Sprintf("%q must be a whole number from %d to %d", name, least, most)},
			language.Text{ZH: "请改成这样的数", EN: "Write such a number"})
		return 0
	}
	return v
}

// decimal returns a number from least to most, with two decimals at most.
func (r *reader) decimal(n *yaml.Node, entry, name string, least, most float64) float64 {
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || err != nil || !(v >= least && v <= most) || math.Abs(v*100-math.Round(v*100)) > 1e-9 {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”应当是 %v 到 %v 的数，至多两位小数", name, least, most), EN: fmt.Sprintf("%q must be a number from %v to %v with two decimals at most", name, least, most)},
			language.Text{ZH: "请改成这样的数", EN: "Write such a number"})
		return 0
	}
	return v
}

// yes returns a truth value.
func (r *reader) yes(n *yaml.Node, entry, name string) bool {
	if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”只能是 true 或 false", name), EN: fmt.Sprintf("%q is either true or false", name)},
			language.Text{ZH: "请改成其中之一", EN: "Write one of the two"})
	}
	return n.Value == "true"
}

// choice returns a scalar that is one of a closed list.
func choice[T ~string](r *reader, n *yaml.Node, entry, name string, of ...T) T {
	if v := T(n.Value); n.Kind == yaml.ScalarNode && slices.Contains(of, v) {
		return v
	}
	names := make([]string, len(of))
	for i, o := range of {
		names[i] = string(o)
	}
	list := strings.Join(names, ", ")
	r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”不能是“%s”", name, short(n.Value)), EN: fmt.Sprintf("%q cannot be %q", name, short(n.Value))},
		language.Text{ZH: "可用的有：" + list, EN: "It can be " + list})
	return ""
}

func join(entry, name string) string {
	if entry == "" {
		return name
	}
	return entry + ", " + name
}

// short keeps a message to one readable line.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}
