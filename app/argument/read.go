package argument

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"celun/app/language"

	"go.yaml.in/yaml/v4"
)

// MaxBytes is the size of the largest pack file that is read.
const MaxBytes = 50 << 20

// A Fault is one thing that is wrong in a pack file.
type Fault struct {
	Line int           // from 1; 0 when the fault is in the file as a whole
	ID   string        // the entry it stands in; empty outside entries
	Text language.Text // one sentence without a final stop
}

// Read reads the pack in data and validates it. The error is a
// *language.Problem that names the file, the line and the entry of the first
// fault; [Check] tells all of them. Read never returns half a pack.
//
// It takes the pack of an analyst at work, whose texts may still be in one
// language and whose links may lead to another pack; see [ReadPublished].
func Read(name string, data []byte) (*Pack, error) { return read(name, data, false) }

// ReadPublished is [Read] for a pack that is shipped, which stands alone and
// is complete: a text that lacks a language and a link to an id that the pack
// does not have are faults too.
func ReadPublished(name string, data []byte) (*Pack, error) { return read(name, data, true) }

func read(name string, data []byte, published bool) (*Pack, error) {
	p, faults := load(data, published)
	if len(faults) == 0 {
		return p, nil
	}
	first := faults[0]
	do := language.Text{ZH: "请改正后再打开，文件未作任何改动", EN: "Correct it and open the file again; nothing was changed"}
	if n := len(faults) - 1; n > 0 {
		do = language.Text{
			ZH: fmt.Sprintf("另有 %d 处问题；", n) + do.ZH,
			EN: fmt.Sprintf("There are %d more faults; correct them and open the file again; nothing was changed", n),
		}
		if n == 1 {
			do.EN = "There is one more fault; correct both and open the file again; nothing was changed"
		}
	}
	return nil, &language.Problem{Where: name, Line: first.Line, Entry: first.ID, What: first.Text, Do: do}
}

// Check returns everything that is wrong with the pack in data, in the order
// of the file; none means that [Read] takes it.
func Check(data []byte) []Fault {
	_, faults := load(data, false)
	return faults
}

// load reads a pack as far as it can be read, with its faults.
func load(data []byte, published bool) (*Pack, []Fault) {
	whole := func(zh, en string) (*Pack, []Fault) {
		return nil, []Fault{{Text: language.Text{ZH: zh, EN: en}}}
	}
	if len(data) > MaxBytes {
		t := tooLarge()
		return whole(t.ZH, t.EN)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(data)) == 0 {
		return whole("文件是空的", "the file is empty")
	}
	if kind := foreign(data); !kind.IsEmpty() {
		return whole("这是"+kind.ZH+"，不是论据包", "this is "+kind.EN+", not a pack")
	}
	if !utf8.Valid(data) {
		return nil, []Fault{{Line: badLine(data), Text: language.Text{
			ZH: "文字不是 UTF-8 编码",
			EN: "the text is not in UTF-8",
		}}}
	}
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		return nil, []Fault{syntax(err)}
	}
	root := &doc
	if doc.Kind == yaml.DocumentNode && len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	if f, ok := formatFault(root); !ok {
		return nil, []Fault{f}
	}
	r := &reader{lines: map[string]int{}, bad: map[string]bool{}, published: published}
	var p Pack
	r.value(root, &p)
	p.validate(r)
	slices.SortStableFunc(r.faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return &p, r.faults
}

func tooLarge() language.Text {
	return language.Text{
		ZH: fmt.Sprintf("文件超过 %d MB，不像论据包", MaxBytes>>20),
		EN: fmt.Sprintf("the file is larger than %d MB, too large for a pack", MaxBytes>>20),
	}
}

// foreign says what the file is when its first bytes are those of a common
// kind of binary file.
func foreign(data []byte) language.Text {
	for _, k := range []struct {
		start string
		kind  language.Text
	}{
		{"PK\x03\x04", language.Text{ZH: "压缩文件或 Office 文件", EN: "a ZIP or Office file"}},
		{"%PDF", language.Text{ZH: " PDF 文件", EN: "a PDF"}},
		{"\x89PNG", language.Text{ZH: "图片", EN: "a picture"}},
		{"\xff\xd8\xff", language.Text{ZH: "图片", EN: "a picture"}},
		{"\xd0\xcf\x11\xe0", language.Text{ZH: "旧版 Office 文件", EN: "an old Office file"}},
		{"\x1f\x8b", language.Text{ZH: "压缩文件", EN: "a compressed file"}},
	} {
		if bytes.HasPrefix(data, []byte(k.start)) {
			return k.kind
		}
	}
	return language.Text{}
}

// badLine returns the line of the first byte that is not UTF-8.
func badLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size <= 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}

// syntax tells an error of the YAML reader.
func syntax(err error) Fault {
	f := Fault{Text: language.Text{
		ZH: "不是有效的 YAML，可能缺了引号、缩进不齐，或文件被截断",
		EN: "this is not valid YAML: a quote may be missing, the indent uneven, or the file cut off",
	}}
	var many *yaml.LoadErrors
	var one *yaml.LoadError
	if errors.As(err, &many) && len(many.Errors) > 0 {
		one = many.Errors[0]
	} else if !errors.As(err, &one) {
		return f
	}
	f.Line = one.Mark.Line
	f.Text.ZH += "（" + one.Message + "）"
	f.Text.EN += " (" + one.Message + ")"
	return f
}

// formatFault reports a file that is not a pack of this format.
func formatFault(root *yaml.Node) (Fault, bool) {
	if root.Kind != yaml.MappingNode {
		return Fault{Line: root.Line, Text: language.Text{
			ZH: "这不是论据包：开头应有 format: " + Format,
			EN: "this is not a pack: it should begin with format: " + Format,
		}}, false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if key, value := root.Content[i], root.Content[i+1]; key.Value == "format" {
			if value.Kind == yaml.ScalarNode && value.Value == Format {
				return Fault{}, true
			}
			return Fault{Line: value.Line, Text: language.Text{
				ZH: fmt.Sprintf("格式是“%s”，本版本读的是 %s", value.Value, Format),
				EN: fmt.Sprintf("the format is %q; this version reads %s", value.Value, Format),
			}}, false
		}
	}
	return Fault{Line: root.Line, Text: language.Text{
		ZH: "没有 format 一行，应为 format: " + Format,
		EN: "there is no format line; it should say format: " + Format,
	}}, false
}
