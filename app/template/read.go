package template

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"celun/app/brief"
	"celun/app/language"
)

// name is what an id or a slot looks like.
var name = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// placeholder finds what is filled in in a text; placeholders are those there
// are.
var (
	placeholder  = regexp.MustCompile(`\{[^{}]*\}?`)
	placeholders = []string{
		"{article}", "{cite}", "{authors}", "{topic}", "{count}", "{challenges}", "{challenge}",
		"{answer}", "{answers}", "{measures}", "{cases}", "{unit}", "{author}",
	}
)

// Read reads a template from data; file is its name in messages. What is
// wrong with it first is a [language.Problem] that names file, line and entry.
func Read(file string, data []byte) (*Template, error) {
	t, faults := Check(file, data)
	if len(faults) > 0 {
		return nil, faults[0]
	}
	return t, nil
}

// Check reads a template as [Read] does and returns all that is wrong with it,
// in the order of its lines.
func Check(file string, data []byte) (*Template, []*language.Problem) {
	r := &reader{file: file}
	t := r.template(r.parse(data))
	slices.SortStableFunc(r.faults, func(a, b *language.Problem) int { return a.Line - b.Line })
	if len(r.faults) > 0 {
		return nil, r.faults
	}
	return t, nil
}

// ReadAll reads all .yaml files at the root of files, in the order of their
// ranks and then of their ids. Two templates of one id are an error.
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
	Sort(all)
	return all, nil
}

// Sort puts templates in the order in which they are shown: by rank, those
// without one last, and then by id.
func Sort(all []*Template) {
	slices.SortFunc(all, func(a, b *Template) int {
		if c := cmp.Compare(uint(a.Rank-1), uint(b.Rank-1)); c != 0 { // no rank is the largest
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
}

func (r *reader) template(n *yaml.Node) *Template {
	if n == nil {
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
		[]string{"series", "audience", "subtitle", "promise", "style", "landscape", "body", "recommendations", "presets", "logo", "rank", "measure", "leading", "numbered"})
	if f == nil {
		return nil
	}
	t := &Template{
		ID:          r.name(f["id"].value, "", "id"),
		Version:     r.number(f["version"].value, "", "version", 1, 9999),
		Name:        r.text(f["name"].value, "", "name"),
		Description: r.text(f["description"].value, "", "description"),
		Layout:      choice(r, f["layout"].value, "", "layout", brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential),
		Pages:       r.pages(f["pages"].value, "pages"),
		Title:       r.wordings(f["title"].value, "title"),
	}
	r.looks(t, f)
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
		s := r.section(n, t)
		if s.Slot != "" && slots[s.Slot] {
			r.fail(n, s.Slot, language.Text{ZH: "有两个章节的 slot 都是“" + s.Slot + "”", EN: "two sections have the slot " + s.Slot},
				language.Text{ZH: "请给其中一个换一个 slot", EN: "Give one of them another slot"})
		}
		slots[s.Slot] = true
		r.weighs(n, t, &s)
		t.Sections = append(t.Sections, s)
	}
	return t
}

// looks reads how the pages look, and how many are promised.
func (r *reader) looks(t *Template, f map[string]field) {
	if v, ok := f["promise"]; ok {
		var names []string
		for _, p := range promised {
			names = append(names, string(p))
		}
		t.Promise = map[Promised]Pages{}
		for k, v := range r.mapping(v.value, "promise", nil, names) {
			t.Promise[Promised(k)] = r.pages(v.value, "promise, "+k)
		}
	}
	if v, ok := f["rank"]; ok {
		t.Rank = r.number(v.value, "", "rank", 1, 999)
	}
	if v, ok := f["style"]; ok {
		t.Style = choice(r, v.value, "", "style", brief.BriefStyle, brief.OfficialStyle)
	}
	if v, ok := f["landscape"]; ok {
		t.Landscape = r.yes(v.value, "", "landscape")
	}
	if v, ok := f["numbered"]; ok {
		t.Numbered = r.yes(v.value, "", "numbered")
	}
	for _, d := range []struct {
		name        string
		to          *float64
		least, most float64
	}{{"body", &t.Body, 9, 24}, {"measure", &t.Measure, 100, 400}, {"leading", &t.Leading, 1.2, 3}} {
		if v, ok := f[d.name]; ok {
			*d.to = r.decimal(v.value, "", d.name, d.least, d.most)
		}
	}
	if v, ok := f["recommendations"]; ok {
		t.Recommendations = r.pages(v.value, "recommendations")
	}
	if v, ok := f["logo"]; ok {
		t.Logo = r.picture(v.value, "logo")
	}
	if v, ok := f["presets"]; ok {
		seen := map[string]bool{}
		for _, n := range r.list(v.value, "", "presets") {
			p := r.preset(n)
			if p.ID != "" && seen[p.ID] {
				r.fail(n, "presets", language.Text{ZH: "有两种篇幅都叫“" + p.ID + "”", EN: "two presets have the id " + p.ID},
					language.Text{ZH: "请给其中一种换一个 id", EN: "Give one of them another id"})
			}
			seen[p.ID] = true
			t.Presets = append(t.Presets, p)
		}
	}
}

// mostLogo bounds a logo in a template (bytes): one on a letterhead has less.
const mostLogo = 400 << 10

// picture reads a PNG or JPEG in base64.
func (r *reader) picture(n *yaml.Node, entry string) []byte {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(n.Value), ""))
	png, jpeg := bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")), bytes.HasPrefix(data, []byte("\xff\xd8\xff"))
	if n.Kind != yaml.ScalarNode || err != nil || !png && !jpeg || len(data) > mostLogo {
		r.fail(n, entry, language.Text{ZH: "标志不是 base64 编码的 PNG 或 JPEG 图片，或超过 400 KB", EN: "the logo is not a PNG or JPEG in base64, or is larger than 400 KB"},
			language.Text{ZH: "请在模板窗口里重新选择标志，或删去这一项", EN: "Choose the logo again in the window for templates, or remove this field"})
		return nil
	}
	return data
}

func (r *reader) preset(n *yaml.Node) Preset {
	f := r.mapping(n, "presets", []string{"id", "name", "scale", "pages"}, nil)
	if f == nil {
		return Preset{}
	}
	return Preset{
		ID:    r.name(f["id"].value, "presets", "id"),
		Name:  r.text(f["name"].value, "presets", "name"),
		Scale: r.number(f["scale"].value, "presets", "scale", 20, 500),
		Pages: r.pages(f["pages"].value, "presets, pages"),
	}
}

// pages reads from least to most of something.
func (r *reader) pages(n *yaml.Node, entry string) (p Pages) {
	f := r.mapping(n, entry, []string{"least", "most"}, []string{"more"})
	if f == nil {
		return p
	}
	p.Least = r.number(f["least"].value, entry, "least", 1, 999)
	p.Most = r.number(f["most"].value, entry, "most", max(1, p.Least), 999)
	if m, ok := f["more"]; ok {
		p.More = r.number(m.value, entry, "more", 1, 99)
	}
	return p
}

// wordings reads a list of texts of which one always holds.
func (r *reader) wordings(n *yaml.Node, entry string) []Wording {
	var all []Wording
	before := len(r.faults)
	always := false
	for _, n := range r.list(n, "", entry) {
		f := r.mapping(n, entry, []string{"text"}, []string{"when"})
		if f == nil {
			continue
		}
		w := Wording{When: r.when(f, entry), Text: r.filled(f["text"].value, entry)}
		always = always || w.When == Always && !mayFail(w.Text)
		all = append(all, w)
	}
	if len(r.faults) == before && !always {
		r.fail(n, entry, language.Text{ZH: "没有一句是不带“when”、也不用 {answer} 或 {topic} 的", EN: `none of these is without "when", {answer} and {topic}`},
			language.Text{ZH: "请加一句总能用的", EN: "Add one that always holds"})
	}
	return all
}

func (r *reader) section(n *yaml.Node, t *Template) Section {
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
		s.Fill = append(s.Fill, r.rule(n, s.Slot, t))
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
	before := len(r.faults)
	s := r.str(n, entry, field)
	if len(r.faults) == before && (!name.MatchString(s) || len(s) > 64) {
		r.fail(n, entry, language.Text{ZH: "“" + field + "”不能是“" + short(s) + "”", EN: "the " + field + " cannot be “" + short(s) + "”"},
			language.Text{ZH: "请只用小写字母、数字和连字符，以字母开头，至多 64 个", EN: "Use small letters, digits and hyphens only, a letter first, at most 64"})
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

// texts reads a list of texts with placeholders.
func (r *reader) texts(n *yaml.Node, entry, name string) []language.Text {
	var all []language.Text
	for _, n := range r.list(n, entry, name) {
		all = append(all, r.filled(n, entry))
	}
	if len(all) > mostItems {
		r.fail(n, entry, language.Text{ZH: fmt.Sprintf("“%s”超过 %d 项", name, mostItems), EN: fmt.Sprintf("%q has more than %d items", name, mostItems)},
			language.Text{ZH: "请删去一些", EN: "Remove some"})
	}
	return all
}

// mostItems bounds a list, and the rows and columns of a table, in a template.
const mostItems = 40
