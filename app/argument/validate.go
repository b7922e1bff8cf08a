package argument

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"celun/app/language"
)

// Kinds returns every kind of argument.
func Kinds() []Kind {
	return []Kind{
		Concept, Role, Trait, Challenge, Stage, Feature, Countermeasure,
		EvidenceKind, Conclusion, Thesis, Option, Recommendation,
	}
}

// LinkKinds returns every kind of link.
func LinkKinds() []LinkKind {
	return []LinkKind{Answers, Supports, Qualifies, Opposes, Cites, PartOf}
}

// validate reports what is wrong with a pack whose shape is right.
func (p *Pack) validate(r *reader) {
	if p.ID == "" {
		r.need(false, "id", "id")
	} else {
		r.identifier(p.ID, "id") // it becomes the name of a file
	}
	r.need(p.Version >= 1, "version", "version")
	r.written(p.Title, "title")
	r.need(p.Source.ID != "", "source/id", "source id")
	if !slices.Contains(SourceKinds(), p.Source.Kind) {
		r.unknown("source/kind", p.Source.Kind, strings.Join(SourceKinds(), ", "))
	}
	if p.Source.Title.IsEmpty() {
		r.need(false, "source/title", "source title")
	}
	p.tags(r)
	r.need(len(p.Arguments) > 0, "arguments", "arguments")
	r.need(p.Terms != nil, "terms", "terms")

	kinds := map[string]Kind{}
	lists := []struct {
		name string
		of   []Argument
	}{{"arguments", p.Arguments}, {"bin", p.Bin}}
	ids := map[string]bool{}
	for _, list := range lists {
		for i := range list.of {
			a := &list.of[i]
			r.entry = a.ID
			path := fmt.Sprintf("%s/%d/id", list.name, i)
			r.identifier(a.ID, path)
			if ids[a.ID] {
				r.double(a.ID, path)
			} else if ids[a.ID] = true; list.name == "arguments" {
				kinds[a.ID] = a.Kind
			}
		}
	}
	for _, list := range lists {
		for i := range list.of {
			list.of[i].validate(r, list.name+"/"+strconv.Itoa(i), kinds)
		}
	}
	p.circles(r)
	seen := map[string]bool{}
	for i := range p.Terms {
		t := &p.Terms[i]
		r.entry = t.ID
		path := "terms/" + strconv.Itoa(i)
		r.identifier(t.ID, path+"/id")
		if seen[t.ID] {
			r.double(t.ID, path+"/id")
		}
		seen[t.ID] = true
		t.validate(r, path)
	}
	r.entry = ""
}

// tags reports tags without a name and names that stand twice.
func (p *Pack) tags(r *reader) {
	seen := map[string]bool{}
	for i, t := range p.Tags {
		path := "tags/" + strconv.Itoa(i)
		r.need(t.ID != "", path+"/id", "tag id")
		r.written(t.Name(), path)
		if seen[t.ID] && t.ID != "" {
			r.fault(r.line(path), "标签 "+t.ID+" 写了两次", "the tag "+t.ID+" stands twice")
		}
		seen[t.ID] = true
	}
}

func (a *Argument) validate(r *reader, path string, kinds map[string]Kind) {
	r.entry = a.ID
	if !slices.Contains(Kinds(), a.Kind) {
		r.unknown(path+"/kind", string(a.Kind), list(Kinds()))
	}
	r.need(a.Version >= 1, path+"/version", "version")
	r.written(a.Title, path+"/title")
	r.written(a.Line, path+"/line")
	r.written(a.Statement, path+"/statement")
	if a.Claim != Fact && a.Claim != Author {
		r.unknown(path+"/claim", string(a.Claim), list([]Claim{Fact, Author}))
	}
	// What an analyst adds may have no place in the article.
	if a.Place != (Place{}) {
		r.need(a.Place.Section != "", path+"/place/section", "place section")
		r.need(a.Place.Paragraph >= 1, path+"/place/paragraph", "place paragraph")
	}
	if e := a.Evidence; e != nil {
		if a.Kind != EvidenceKind {
			r.fault(r.line(path+"/evidence"),
				"只有 kind 为 evidence 的条目才有 evidence 字段",
				"only an entry of kind evidence has the field evidence")
		}
		if e.Date != "" && !isDate(e.Date) {
			r.fault(r.line(path+"/evidence/date"),
				"日期应写成 2021、2022-04 或 2010-06-08",
				"a date is written as 2021, 2022-04 or 2010-06-08")
		}
	}
	type end struct {
		kind LinkKind
		to   string
	}
	seen := map[end]bool{}
	for i, l := range a.Links {
		at := path + "/links/" + strconv.Itoa(i)
		l.validate(r, at, a.ID, kinds)
		if seen[end{l.Kind, l.To}] {
			r.fault(r.line(at),
				fmt.Sprintf("到 %s 的 %s 联系写了两次", l.To, l.Kind),
				fmt.Sprintf("the link %s to %s stands twice", l.Kind, l.To))
		}
		seen[end{l.Kind, l.To}] = true
	}
}

func (l Link) validate(r *reader, path, from string, kinds map[string]Kind) {
	if !slices.Contains(LinkKinds(), l.Kind) {
		r.unknown(path+"/kind", string(l.Kind), list(LinkKinds()))
	}
	r.written(l.Reason, path+"/reason")
	if l.Rank < 0 {
		r.fault(r.line(path+"/rank"), "rank 从 1 起", "a rank counts from 1")
	}
	kind, known := kinds[l.To]
	switch {
	case l.To == "":
		r.need(false, path+"/to", "link target (to)")
	case l.To == from:
		r.fault(r.line(path+"/to"), "条目不能联系到自己", "an entry cannot link to itself")
	case !known && r.published:
		r.fault(r.line(path+"/to"),
			fmt.Sprintf("联系指向 %s，包里没有这一条", l.To),
			fmt.Sprintf("the link leads to %s, which the pack does not have", l.To))
	case !known:
		// The target may stand in another pack. Whether it does is for the
		// library to say.
		r.identifier(l.To, path+"/to")
	case l.Kind == Answers && kind != Challenge:
		r.fault(r.line(path+"/to"),
			fmt.Sprintf("answers 只能指向挑战，%s 不是", l.To),
			fmt.Sprintf("answers leads to a challenge, and %s is none", l.To))
	}
}

// maxDepth is how deep parts may nest before it is taken for a circle.
const maxDepth = 100

// circles reports arguments that are parts of themselves.
func (p *Pack) circles(r *reader) {
	whole := map[string]string{}
	for _, a := range p.Arguments {
		for _, l := range a.Links {
			if l.Kind == PartOf && l.To != a.ID && whole[a.ID] == "" {
				whole[a.ID] = l.To
			}
		}
	}
	for i, a := range p.Arguments {
		of := whole[a.ID]
		for range maxDepth {
			if of == a.ID {
				r.entry = a.ID
				r.fault(r.line(fmt.Sprintf("arguments/%d/links", i)),
					"part-of 联系绕成了一圈", "the part-of links lead round in a circle")
				break
			}
			if of = whole[of]; of == "" {
				break
			}
		}
	}
}

func (t *Term) validate(r *reader, path string) {
	for _, side := range []struct {
		name       string
		renderings []Rendering
	}{{"zh", t.ZH}, {"en", t.EN}} {
		usable := false
		for i, x := range side.renderings {
			at := fmt.Sprintf("%s/%s/%d", path, side.name, i)
			r.need(x.Text != "", at+"/text", "text")
			if !slices.Contains([]Status{Preferred, Allowed, Avoid}, x.Status) {
				r.unknown(at+"/status", string(x.Status), list([]Status{Preferred, Allowed, Avoid}))
			}
			usable = usable || x.Status != Avoid
		}
		if !usable {
			r.fault(r.line(path+"/"+side.name),
				fmt.Sprintf("术语没有可用的%s说法", languageName(side.name).ZH),
				fmt.Sprintf("the term has no %s rendering that may be used", languageName(side.name).EN))
		}
	}
}

// need reports a field that is missing or empty.
func (r *reader) need(ok bool, path, name string) {
	if !ok && !r.misread(path) {
		r.fault(r.line(path), "缺少 "+name, name+" is missing")
	}
}

// written reports a text that has neither language. That one of them is still
// to be written is no fault of the file: an analyst may begin in either, and
// the check of the library tells what is missing.
func (r *reader) written(t language.Text, path string) {
	if !r.published {
		if t.IsEmpty() && !r.misread(path+"/zh") && !r.misread(path+"/en") {
			r.need(false, path, last(path))
		}
		return
	}
	for _, l := range t.Missing() {
		if r.misread(path + "/" + string(l)) {
			continue
		}
		r.fault(r.line(path+"/"+string(l)),
			fmt.Sprintf("%s 缺少%s", last(path), languageName(string(l)).ZH),
			fmt.Sprintf("%s has no %s", last(path), languageName(string(l)).EN))
	}
}

func (r *reader) unknown(path, value, known string) {
	if value == "" {
		r.need(false, path, last(path))
		return
	}
	r.fault(r.line(path),
		fmt.Sprintf("%s 不能是“%s”，可用：%s", last(path), value, known),
		fmt.Sprintf("%s cannot be %q; it is one of %s", last(path), value, known))
}

func (r *reader) double(id, path string) {
	r.fault(r.line(path), "编号 "+id+" 用了两次", "the id "+id+" stands twice")
}

func (r *reader) identifier(id, path string) {
	if id == "" || len(id) > 40 || !isPlain(id) || strings.ContainsAny(id[:1], "._-") {
		r.fault(r.line(path),
			"编号应以字母或数字开头，只含字母、数字、点、连字符，至多 40 个字符",
			"an id begins with a letter or digit, holds letters, digits, dots, hyphens, and is at most 40 characters long")
	}
}

func isPlain(id string) bool {
	return !strings.ContainsFunc(id, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("._-", r)
	})
}

func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

func languageName(l string) language.Text {
	if l == string(language.EN) {
		return language.Text{ZH: "英文", EN: "English"}
	}
	return language.Text{ZH: "中文", EN: "Chinese"}
}

func list[T ~string](all []T) string {
	s := ""
	for i, x := range all {
		if i > 0 {
			s += ", "
		}
		s += string(x)
	}
	return s
}
