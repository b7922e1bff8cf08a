package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"celun/app/language"
)

// MaxOutline is the size in bytes of the largest outline that is read.
const MaxOutline = 20 << 20

// OutlineOptions say what [FromOutline] puts into the brief beside the
// outline.
type OutlineOptions struct {
	ID       string // of the brief; empty makes a new one
	Template Template
	Date     string // ISO 8601; may be empty
}

// An outline is the JSON that FromOutline reads.
type outline struct {
	Title    language.Text    `json:"title"`
	Sections []outlineSection `json:"sections"`
}

type outlineSection struct {
	Heading language.Text       `json:"heading"`
	Pairs   []language.Text     `json:"pairs"`
	Table   [][]json.RawMessage `json:"table"`
	Source  language.Text       `json:"source"`
}

// FromOutline makes a brief from a plain outline in JSON:
//
//	{"title": {"zh", "en"},
//	 "sections": [{"heading": {"zh", "en"},
//	               "pairs": [{"zh", "en"}],
//	               "table": [[cell]], "source": {"zh", "en"}}]}
//
// Table and source are optional. Each pair becomes a paragraph, the table a
// table whose first row is its head, the source a note under it. A cell is
// {"zh", "en"} or one string for both. A leading number in a heading is
// dropped, for the layout counts. What looks like markup in the outline stays
// what it looks like. The error is a *language.Problem that names the file
// and the line or the section; a field that is not known is an error, so that
// nothing is left out unseen.
func FromOutline(name string, data []byte, o OutlineOptions) (*Brief, error) {
	in, p := readOutline(bytes.TrimPrefix(data, []byte("\ufeff")))
	if p != nil {
		p.Where = name
		p.Do = language.Text{
			ZH: "请按提纲格式（title、sections、heading、pairs）改正后重试；没有写出任何文件",
			EN: "Correct it to the form of an outline (title, sections, heading, pairs) and try again; no file was written",
		}
		return nil, p
	}
	b := New(o.ID)
	b.Title = literalText(in.Title)
	b.Meta.Template = o.Template
	b.Meta.Date = o.Date
	numbers := newNumbering()
	for i, from := range in.Sections {
		s := Section{ID: b.NewSectionID(), Heading: literalText(numbers.drop(from.Heading)), Blocks: []Block{}}
		add := func(blk Block) {
			blk.ID = b.NewBlockID()
			s.Blocks = append(s.Blocks, blk)
		}
		for _, pair := range from.Pairs {
			if text := literalText(pair); !text.IsEmpty() {
				add(Block{Kind: Paragraph, Text: text, State: drafted(text)})
			}
		}
		grid, p := outlineTable(i+1, from.Table)
		if p != nil {
			p.Where = name
			return nil, p
		}
		if grid != nil {
			add(Block{Kind: Table, Table: grid, State: States{ZH: Draft, EN: Draft}})
		}
		if text := literalText(from.Source); !text.IsEmpty() {
			add(Block{Kind: Note, Text: text, State: drafted(text)})
		}
		b.Sections = append(b.Sections, s)
	}
	return b, nil
}

func readOutline(data []byte) (outline, *language.Problem) {
	var in outline
	at := func(line int, zh, en string, err error) (outline, *language.Problem) {
		p := problem(zh, en, err)
		p.Line = line
		return outline{}, p
	}
	switch {
	case len(data) > MaxOutline:
		return at(0,
			fmt.Sprintf("文件超过 %d MB", MaxOutline>>20),
			fmt.Sprintf("the file is larger than %d MB", MaxOutline>>20), nil)
	case len(bytes.TrimSpace(data)) == 0:
		return at(0, "文件是空的", "the file is empty", nil)
	case !utf8.Valid(data):
		valid := bytes.ToValidUTF8(data, []byte{0})
		return at(1+bytes.Count(valid[:bytes.IndexByte(valid, 0)], []byte("\n")),
			"文字不是 UTF-8 编码", "the text is not in UTF-8", nil)
	case bytes.TrimSpace(data)[0] != '{':
		return at(0, "这不是 JSON 提纲", "this is not an outline in JSON", nil)
	}
	if err := json.Unmarshal(data, &in); err != nil {
		line := errorLine(data, err)
		var kind *json.UnmarshalTypeError
		switch {
		case errors.As(err, &kind):
			return at(line,
				fmt.Sprintf("%s 的内容类型不对（%s）", kind.Field, kind.Value),
				fmt.Sprintf("%s holds the wrong kind of value (%s)", kind.Field, kind.Value), err)
		case strings.Contains(err.Error(), "unexpected end"):
			return at(line, "文件被截断", "the file is cut off", err)
		}
		return at(line, "不是有效的 JSON", "this is not valid JSON", err)
	}
	if in.Sections == nil {
		return at(0, "没有 sections，不是提纲", "there are no sections; this is not an outline", nil)
	}
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&outline{}); err != nil {
		_, field, _ := strings.Cut(err.Error(), "unknown field ")
		field = strings.Trim(field, `"`)
		line := 0
		if i := regexp.MustCompile(`"` + regexp.QuoteMeta(field) + `"\s*:`).FindIndex(data); i != nil {
			line = 1 + bytes.Count(data[:i[0]], []byte("\n"))
		}
		return at(line, "不认识的字段“"+field+"”", fmt.Sprintf("the field %q is not known", field), err)
	}
	return in, nil
}

// outlineTable makes a table of the rows of a section; nil when there are
// none.
func outlineTable(section int, rows [][]json.RawMessage) (*Grid, *language.Problem) {
	if len(rows) == 0 || len(rows) == 1 && len(rows[0]) == 0 {
		return nil, nil
	}
	grid := &Grid{Header: 1}
	for r, row := range rows {
		cells := make([]Cell, len(row))
		for c, raw := range row {
			if err := readCell(raw, &cells[c]); err != nil {
				return nil, problem(
					fmt.Sprintf("第 %d 节表格第 %d 行第 %d 格应是一段文字，或 {\"zh\", \"en\"}", section, r+1, c+1),
					fmt.Sprintf("cell %d in row %d of the table in section %d should be a string or {\"zh\", \"en\"}", c+1, r+1, section), err)
			}
		}
		grid.Rows = append(grid.Rows, cells)
	}
	var p *language.Problem
	if err := grid.validate(func(zh, en string) error {
		p = problem(fmt.Sprintf("第 %d 节：%s", section, zh), fmt.Sprintf("section %d: %s", section, en), nil)
		return p
	}); err != nil {
		return nil, p
	}
	return grid, nil
}

// readCell reads a cell of an outline: a pair, a string, or a number as it is
// written.
func readCell(raw json.RawMessage, c *Cell) error {
	var n json.Number
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] != '"' && json.Unmarshal(raw, &n) == nil {
		*c = Cell{Same: n.String()}
		return nil
	}
	if err := json.Unmarshal(raw, c); err != nil {
		return err
	}
	c.Same = literal(c.Same)
	c.Text = literalText(c.Text)
	return nil
}

// literal returns markup that shows s as it is, with the line ends of this
// program.
func literal(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if Plain(s) == s {
		return s
	}
	return Escape(s)
}

func literalText(t language.Text) language.Text {
	return language.Text{ZH: literal(t.ZH), EN: literal(t.EN)}
}

// drafted returns the states of a text that no one has reviewed.
func drafted(t language.Text) States {
	s := States{ZH: Draft, EN: Draft}
	for _, l := range t.Missing() {
		s = s.with(l, Empty)
	}
	return s
}
