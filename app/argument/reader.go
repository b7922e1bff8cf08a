package argument

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"celun/app/language"

	"go.yaml.in/yaml/v4"
)

// A reader turns YAML nodes into the types of a pack and notes on which line
// everything stands. A scalar of any look may fill a string, so that a value
// keeps the digits it was written with.
type reader struct {
	lines map[string]int // by path, such as arguments/3/links/0/to
	// bad holds the paths whose value could not be read and was reported, so
	// that it is not reported a second time as missing.
	bad    map[string]bool
	faults []Fault
	entry  string // id of the argument or term being read
	// published says that the pack must be complete: both languages
	// everywhere, and no link that leads out of it.
	published bool
}

// value reads the document into the pack.
func (r *reader) value(root *yaml.Node, p *Pack) { r.read(root, reflect.ValueOf(p).Elem(), "") }

// line returns the line of a path or of what holds it.
func (r *reader) line(path string) int {
	for {
		if n, ok := r.lines[path]; ok {
			return n
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return 1
		}
		path = path[:i]
	}
}

func (r *reader) fault(line int, zh, en string) {
	r.faults = append(r.faults, Fault{Line: line, ID: r.entry, Text: language.Text{ZH: zh, EN: en}})
}

// wrong reports a value that cannot be read.
func (r *reader) wrong(line int, path, zh, en string) {
	r.bad[path] = true
	r.fault(line, zh, en)
}

// misread reports whether the value at the path, or one that holds it, was
// reported already.
func (r *reader) misread(path string) bool {
	for {
		if r.bad[path] {
			return true
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return false
		}
		path = path[:i]
	}
}

func (r *reader) read(n *yaml.Node, v reflect.Value, path string) {
	if path != "" {
		r.lines[path] = n.Line
	}
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		r.wrong(n.Line, path, "论据包不用 YAML 的锚点和引用（& 与 *），请把内容写全", "a pack does not use YAML anchors and aliases (& and *); write the content out")
		return
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return // as if the field were not there
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.read(n, v.Elem(), path)
	case reflect.Struct:
		r.fields(n, v, path)
	case reflect.Slice:
		r.items(n, v, path)
	case reflect.String:
		if r.is(n, yaml.ScalarNode, path) {
			v.SetString(n.Value)
		}
	case reflect.Int:
		if !r.is(n, yaml.ScalarNode, path) {
			return
		}
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			r.wrong(n.Line, path, last(path)+" 应是整数", last(path)+" should be a whole number")
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		if !r.is(n, yaml.ScalarNode, path) {
			return
		}
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			r.wrong(n.Line, path, last(path)+" 应是数字", last(path)+" should be a number")
			return
		}
		v.SetFloat(f)
	}
}

func (r *reader) fields(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	names := map[string]int{}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		names[name] = i
	}
	if isEntry(path) {
		r.entry = id(n)
		defer func() { r.entry = "" }()
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		field, known := names[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode || !known:
			r.fault(key.Line,
				fmt.Sprintf("不认识的字段“%s”", key.Value),
				fmt.Sprintf("the field %q is not known", key.Value))
		case seen[key.Value]:
			r.fault(key.Line,
				fmt.Sprintf("字段“%s”写了两次", key.Value),
				fmt.Sprintf("the field %q stands twice", key.Value))
		default:
			seen[key.Value] = true
			r.read(n.Content[i+1], v.Field(field), join(path, key.Value))
			r.lines[join(path, key.Value)] = key.Line
		}
	}
}

func (r *reader) items(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.SequenceNode, path) {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, item := range n.Content {
		r.read(item, v.Index(i), join(path, strconv.Itoa(i)))
	}
}

// is reports a node of another shape than its field.
func (r *reader) is(n *yaml.Node, kind yaml.Kind, path string) bool {
	if n.Kind == kind {
		return true
	}
	shape := map[yaml.Kind]language.Text{
		yaml.ScalarNode:   {ZH: "一段文字或一个数", EN: "a text or a number"},
		yaml.MappingNode:  {ZH: "若干字段", EN: "a group of fields"},
		yaml.SequenceNode: {ZH: "一个列表", EN: "a list"},
	}[kind]
	r.wrong(n.Line, path, last(path)+" 应是"+shape.ZH, last(path)+" should be "+shape.EN)
	return false
}

// isEntry reports a path such as arguments/3, bin/1 or terms/0.
func isEntry(path string) bool {
	head, rest, found := strings.Cut(path, "/")
	return found && (head == "arguments" || head == "terms" || head == "bin") && !strings.Contains(rest, "/")
}

// id returns the id of a mapping, if it is a plain one.
func id(n *yaml.Node) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "id" && n.Content[i+1].Kind == yaml.ScalarNode {
			return n.Content[i+1].Value
		}
	}
	return ""
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "/" + name
}

// last returns the name of the field that a path ends in; for an item of a
// list, the name of the list.
func last(path string) string {
	parts := strings.Split(path, "/")
	for i := len(parts) - 1; i >= 0; i-- {
		if _, err := strconv.Atoi(parts[i]); err != nil {
			return parts[i]
		}
	}
	return path
}
