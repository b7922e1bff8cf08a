package template

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// name is what an id or a slot looks like.
var name = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// placeholder finds what is filled in in a text; placeholders are those there
// are.
var (
	placeholder  = regexp.MustCompile(`\{[^{}]*\}?`)
	placeholders = []string{"{article}", "{authors}", "{count}", "{challenges}", "{challenge}"}
)

// Read reads a template from data; file is its name in messages. What is
// wrong with it is a [language.Problem] that names file, line and entry.
func Read(file string, data []byte) (*Template, error) {
	r := &reader{file: file}
	t := r.template(r.parse(data))
	if r.err != nil {
		return nil, r.err
	}
	return t, nil
}

// ReadAll reads all .yaml files at the root of files, in the order of their
// ids. Two templates of one id are an error.
func ReadAll(files fs.FS) ([]*Template, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, err
	}
	var all []*Template
	from := map[string]string{}
	for _, n := range names {
		data, err := fs.ReadFile(files, n)
		if err != nil {
			return nil, err
		}
		t, err := Read(path.Base(n), data)
		if err != nil {
			return nil, err
		}
		if first, twice := from[t.ID]; twice {
			return nil, &language.Problem{
				Where: path.Base(n), Entry: "id",
				What: language.Text{ZH: first + " 已用了 " + t.ID + " 这个 id", EN: first + " has the id " + t.ID + " already"},
				Do:   language.Text{ZH: "请给其中一个模板换一个 id", EN: "Give one of the two another id"},
			}
		}
		from[t.ID] = path.Base(n)
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b *Template) int { return strings.Compare(a.ID, b.ID) })
	return all, nil
}

func (r *reader) template(n *yaml.Node) *Template {
	if r.err != nil {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "format" && n.Content[i+1].Value != Format {
			r.fail(n.Content[i+1], "format", language.Text{ZH: "这是“" + short(n.Content[i+1].Value) + "”，不是模板", EN: "this is “" + short(n.Content[i+1].Value) + "”, not a template"}, notTemplate)
			return nil
		}
	}
	if !slices.ContainsFunc(n.Content, func(k *yaml.Node) bool { return k.Value == "format" }) {
		r.fail(n, "", language.Text{ZH: "这不是模板文件", EN: "this is not a template file"}, notTemplate)
		return nil
	}
	f := r.mapping(n, "", []string{"format", "id", "version", "name", "description", "layout", "pages", "title", "sections"},
		[]string{"series", "audience", "subtitle"})
	if f == nil {
		return nil
	}
	t := &Template{
		ID:          r.name(f["id"].value, "", "id"),
		Version:     r.number(f["version"].value, "", "version", 1, 9999),
		Name:        r.text(f["name"].value, "", "name"),
		Description: r.text(f["description"].value, "", "description"),
		Layout:      choice(r, f["layout"].value, "", "layout", brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential),
		Title:       r.wordings(f["title"].value, "title"),
	}
	if p := r.mapping(f["pages"].value, "pages", []string{"least", "most"}, nil); p != nil {
		t.Pages.Least = r.number(p["least"].value, "pages", "least", 1, 999)
		t.Pages.Most = r.number(p["most"].value, "pages", "most", max(1, t.Pages.Least), 999)
	}
	if s, ok := f["series"]; ok {
		t.Series = r.text(s.value, "", "series")
	}
	if a, ok := f["audience"]; ok {
		t.Audience = r.text(a.value, "", "audience")
	}
	if s, ok := f["subtitle"]; ok {
		t.Subtitle = r.wordings(s.value, "subtitle")
	}
	slots := map[string]bool{}
	for _, n := range r.list(f["sections"].value, "", "sections") {
		s := r.section(n)
		if slots[s.Slot] {
			r.fail(n, s.Slot, language.Text{ZH: "有两个章节的 slot 都是“" + s.Slot + "”", EN: "two sections have the slot " + s.Slot},
				language.Text{ZH: "请给其中一个换一个 slot", EN: "Give one of them another slot"})
		}
		slots[s.Slot] = true
		t.Sections = append(t.Sections, s)
	}
	return t
}

// wordings reads a list of texts of which one always holds.
func (r *reader) wordings(n *yaml.Node, entry string) []Wording {
	var all []Wording
	always := false
	for _, n := range r.list(n, "", entry) {
		f := r.mapping(n, entry, []string{"text"}, []string{"when"})
		if f == nil {
			return nil
		}
		w := Wording{When: r.when(f, entry), Text: r.filled(f["text"].value, entry)}
		always = always || w.When == Always
		all = append(all, w)
	}
	if r.err == nil && !always {
		r.fail(n, entry, language.Text{ZH: "没有一句是不带“when”的", EN: `none of these is without "when"`},
			language.Text{ZH: "请加一句总能用的", EN: "Add one that always holds"})
	}
	return all
}

func (r *reader) section(n *yaml.Node) Section {
	f := r.mapping(n, "sections", []string{"slot", "heading", "purpose", "fill"}, []string{"required", "unnumbered", "limit"})
	if f == nil {
		return Section{}
	}
	s := Section{Slot: r.name(f["slot"].value, "sections", "slot")}
	s.Heading = r.text(f["heading"].value, s.Slot, "heading")
	s.Purpose = r.text(f["purpose"].value, s.Slot, "purpose")
	if v, ok := f["required"]; ok {
		s.Required = r.yes(v.value, s.Slot, "required")
	}
	if v, ok := f["unnumbered"]; ok {
		s.Unnumbered = r.yes(v.value, s.Slot, "unnumbered")
	}
	if v, ok := f["limit"]; ok {
		if l := r.mapping(v.value, join(s.Slot, "limit"), []string{"zh", "en"}, nil); l != nil {
			s.LimitZH, s.MoreZH = r.limit(l["zh"].value, s.Slot, "limit.zh")
			s.LimitEN, s.MoreEN = r.limit(l["en"].value, s.Slot, "limit.en")
		}
	}
	for _, n := range r.list(f["fill"].value, s.Slot, "fill") {
		s.Fill = append(s.Fill, r.rule(n, s.Slot))
	}
	return s
}

func (r *reader) limit(n *yaml.Node, entry, name string) (l brief.Limit, more int) {
	f := r.mapping(n, join(entry, name), []string{"hard"}, []string{"soft", "more"})
	if f == nil {
		return brief.Limit{}, 0
	}
	l = brief.Limit{Hard: r.number(f["hard"].value, entry, name+".hard", 1, 100000)}
	if s, ok := f["soft"]; ok {
		l.Soft = r.number(s.value, entry, name+".soft", 1, max(1, l.Hard))
	}
	if m, ok := f["more"]; ok {
		more = r.number(m.value, entry, name+".more", 1, 10000)
	}
	return l, more
}

// name reads an id or slot.
func (r *reader) name(n *yaml.Node, entry, field string) string {
	s := r.str(n, entry, field)
	if r.err == nil && !name.MatchString(s) {
		r.fail(n, entry, language.Text{ZH: "“" + field + "”不能是“" + short(s) + "”", EN: "the " + field + " cannot be “" + short(s) + "”"},
			language.Text{ZH: "请只用小写字母、数字和连字符，以字母开头", EN: "Use small letters, digits and hyphens only, a letter first"})
		return ""
	}
	return s
}

func (r *reader) when(f map[string]field, entry string) When {
	if w, ok := f["when"]; ok {
		return choice(r, w.value, entry, "when", One, Many)
	}
	return Always
}

// filled reads a text with placeholders.
func (r *reader) filled(n *yaml.Node, entry string) language.Text {
	t := r.text(n, entry, "text")
	for _, l := range language.Both() {
		for _, p := range placeholder.FindAllString(t.In(l), -1) {
			if !slices.Contains(placeholders, p) {
				list := strings.Join(placeholders, ", ")
				r.fail(n, entry, language.Text{ZH: "不认识“" + short(p) + "”", EN: "there is nothing to fill in for “" + short(p) + "”"},
					language.Text{ZH: "可用的有：" + list, EN: "There are " + list})
			}
		}
	}
	return t
}

// A form is what a rule that takes something from the library may say.
type form struct {
	as     []As
	length bool
	most   bool
}

var forms = map[From]form{
	Concepts:   {length: true, most: true},
	Conclusion: {length: true, most: true},
	Objections: {length: true, most: true},
	Challenges: {as: []As{Paragraphs, KeyMessages, Discussion}, length: true, most: true},
	Answers:    {as: []As{Options, Recommendations}, length: true, most: true},
	Sources:    {},
}

func (r *reader) rule(n *yaml.Node, slot string) Rule {
	f := r.mapping(n, join(slot, "fill"), nil, []string{"write", "from", "as", "when", "length", "most", "with", "text"})
	if f == nil {
		return Rule{}
	}
	_, write := f["write"]
	_, from := f["from"]
	if write == from {
		r.fail(n, join(slot, "fill"), language.Text{ZH: "一条规则要么写“write”，要么写“from”", EN: `a rule has either "write" or "from"`},
			language.Text{ZH: "请写其中之一", EN: "Write one of the two"})
		return Rule{}
	}
	allowed := []string{"write", "when", "text"}
	rule := Rule{When: r.when(f, slot)}
	if write {
		rule.Write = choice(r, f["write"].value, slot, "write", WriteParagraph, WriteNote, WriteBlank)
		if _, ok := f["text"]; !ok {
			r.fail(n, join(slot, "fill"), language.Text{ZH: "缺少“text”", EN: `"text" is missing`}, language.Text{ZH: "请写出要放进去的文字", EN: "Write the text to put"})
			return rule
		}
		rule.Text = r.filled(f["text"].value, slot)
	} else {
		rule.From = choice(r, f["from"].value, slot, "from", Concepts, Challenges, Answers, Conclusion, Objections, Sources)
		allowed = r.takes(n, f, slot, &rule)
	}
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if !slices.Contains(allowed, k) {
			r.fail(f[k].key, join(slot, "fill"), language.Text{ZH: "这条规则不能有“" + k + "”", EN: "this rule cannot have “" + k + "”"},
				language.Text{ZH: "请删去它", EN: "Remove it"})
		}
	}
	return rule
}

// takes reads the fields of a rule with from, and returns their names.
func (r *reader) takes(n *yaml.Node, f map[string]field, slot string, rule *Rule) []string {
	form := forms[rule.From]
	allowed := []string{"from", "when"}
	if form.length {
		allowed = append(allowed, "length")
		rule.Length = argument.Line
		if v, ok := f["length"]; ok {
			rule.Length = choice(r, v.value, slot, "length", argument.Title, argument.Line, argument.Statement)
		}
	}
	if form.most {
		allowed = append(allowed, "most")
		if v, ok := f["most"]; ok {
			rule.Most = r.number(v.value, slot, "most", 1, 99)
		}
	}
	if form.as == nil {
		return allowed
	}
	allowed = append(allowed, "as")
	v, ok := f["as"]
	if !ok {
		r.fail(n, join(slot, "fill"), language.Text{ZH: "缺少“as”", EN: `"as" is missing`}, language.Text{ZH: "请写明以什么形式放进去", EN: "Say in which form it is put"})
		return allowed
	}
	rule.As = choice(r, v.value, slot, "as", form.as...)
	if rule.As == Discussion {
		allowed = append(allowed, "with")
		if v, ok := f["with"]; ok {
			for _, n := range r.list(v.value, slot, "with") {
				rule.With = append(rule.With, choice(r, n, slot, "with", WithEvidence, WithAnswers))
			}
		}
	}
	return allowed
}
