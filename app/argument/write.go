package argument

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"celun/app/language"
)

// head stands at the top of every pack that the program writes.
const head = `# 策论论据包，可以直接编辑；程序保存时不保留注释。
# A pack of arguments for Celun. Edit it freely; comments are not kept when the program saves it.
`

// Write returns a pack as a YAML file that a person can read and edit: entries
// in the order of the pack, fields in a fixed order, long English
// folded, so that one change shows as one change. [Read]
// returns the same pack from it. A pack that has faults is refused with a
// *language.Problem.
func Write(p *Pack) ([]byte, error) {
	if faults := p.Faults(); len(faults) > 0 {
		return nil, &language.Problem{
			Where: where(p.ID, faults[0].ID), What: faults[0].Text,
			Do: language.Text{ZH: "请改正后再保存", EN: "Correct it and save again"},
		}
	}
	data := write(p)
	if len(data) > MaxBytes {
		return nil, &language.Problem{Where: p.ID, What: tooLarge(), Do: language.Text{ZH: "请分成几个包", EN: "Split the pack"}}
	}
	// What is written is read once more: a file that is not the pack must
	// never take the place of one that is.
	again, err := Read(p.ID, data)
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(again, p) {
		return nil, &language.Problem{
			Where: p.ID,
			What:  language.Text{ZH: "包里有 YAML 无法保存的字符", EN: "the pack has characters that YAML cannot keep"},
			Do:    language.Text{ZH: "请重新输入最近改动的文字", EN: "Type the text that was changed last once more"},
			Err:   errors.New("the pack reads back differently"),
		}
	}
	return data, nil
}

func where(pack, entry string) string {
	if entry == "" {
		return pack
	}
	return pack + ", " + entry
}

func write(p *Pack) []byte {
	w := &writer{}
	w.raw(head)
	w.field(0, "format", p.Format)
	w.field(0, "id", p.ID)
	w.line(0, "version: "+strconv.Itoa(p.Version))
	w.text(0, "title", p.Title)
	w.raw("\n")
	w.source(p.Source)
	w.tags(p.Tags)
	w.arguments("arguments", p.Arguments)
	w.terms(p.Terms)
	if p.Bin != nil {
		w.raw("\n# 已删除，可恢复\n# Deleted; can be brought back\n")
		w.arguments("bin", p.Bin)
	}
	return w.out
}

func (w *writer) source(s Source) {
	w.line(0, "source:")
	w.field(1, "id", s.ID)
	w.field(1, "kind", s.Kind)
	w.set("language", string(s.Language))
	if s.Authors != nil && len(s.Authors) == 0 {
		w.line(1, "authors: []")
	}
	w.people("authors", s.Authors)
	w.text(1, "title", s.Title)
	w.people("editors", s.Editors)
	w.people("translators", s.Translators)
	w.text(1, "container", s.Container)
	w.set("edition", s.Edition)
	for _, f := range []struct {
		name string
		text language.Text
	}{{"place", s.Place}, {"publisher", s.Publisher}} {
		if !f.text.IsEmpty() {
			w.text(1, f.name, f.text)
		}
	}
	w.set("number", s.Number)
	w.line(1, "year: "+quoted(s.Year))
	w.set("date", s.Date)
	for _, f := range []struct{ name, value string }{{"volume", s.Volume}, {"issue", s.Issue}, {"pages", s.Pages}} {
		w.line(1, f.name+": "+quoted(f.value))
	}
	w.set("doi", s.DOI)
	w.line(1, "url: "+quoted(s.URL))
	w.set("accessed", s.Accessed)
}

// set writes a field of the source if it has a value.
func (w *writer) set(name, value string) {
	if value != "" {
		w.line(1, name+": "+quoted(value))
	}
}

// people writes a list of names, if there are any.
func (w *writer) people(name string, all []language.Text) {
	if len(all) == 0 {
		return
	}
	w.line(1, name+":")
	for _, a := range all {
		w.line(2, "- "+pair(a))
	}
}

func (w *writer) tags(tags []Tag) {
	if len(tags) == 0 {
		return
	}
	w.line(0, "tags:")
	for _, t := range tags {
		w.line(1, fmt.Sprintf("- {id: %s, zh: %s, en: %s}", plain(t.ID, true), plain(t.ZH, true), plain(t.EN, true)))
	}
}

func (w *writer) arguments(name string, all []Argument) {
	if len(all) == 0 {
		w.line(0, name+": []")
		return
	}
	w.line(0, name+":")
	for i := range all {
		if i > 0 {
			w.raw("\n")
		}
		w.argument(&all[i])
	}
}

func (w *writer) argument(a *Argument) {
	w.line(1, "- id: "+plain(a.ID, false))
	w.field(2, "kind", string(a.Kind))
	w.line(2, "version: "+strconv.Itoa(a.Version))
	w.text(2, "title", a.Title)
	w.text(2, "line", a.Line)
	w.text(2, "statement", a.Statement)
	if a.Place != (Place{}) {
		page := ""
		if a.Place.Page != "" {
			page = ", page: " + quoted(a.Place.Page)
		}
		w.line(2, fmt.Sprintf("place: {section: %s, paragraph: %d%s}", plain(a.Place.Section, true), a.Place.Paragraph, page))
	}
	w.field(2, "claim", string(a.Claim))
	if a.Tags != nil {
		w.list(2, "tags", a.Tags)
	}
	w.links(a.Links)
	if e := a.Evidence; e != nil {
		number := ""
		if e.Number != nil {
			number = ", number: " + decimal(*e.Number)
		}
		w.line(2, fmt.Sprintf("evidence: {value: %s%s, unit: %s, date: %s}", plain(e.Value, true), number, quoted(e.Unit), quoted(e.Date)))
	}
	if !a.Note.IsEmpty() {
		w.text(2, "note", a.Note)
	}
	if r := a.From; r != nil {
		w.line(2, fmt.Sprintf("from: {pack: %s, id: %s, version: %d}", plain(r.Pack, true), plain(r.ID, true), r.Version))
	}
}

func (w *writer) links(links []Link) {
	if links == nil {
		return
	}
	if len(links) == 0 {
		w.line(2, "links: []")
		return
	}
	w.line(2, "links:")
	for _, l := range links {
		w.line(3, "- kind: "+plain(string(l.Kind), false))
		w.field(4, "to", l.To)
		if l.Rank != 0 {
			w.line(4, "rank: "+strconv.Itoa(l.Rank))
		}
		w.text(4, "reason", l.Reason)
	}
}

func (w *writer) terms(terms []Term) {
	if len(terms) == 0 {
		w.line(0, "terms: []")
		return
	}
	w.line(0, "terms:")
	for i := range terms {
		t := &terms[i]
		w.line(1, "- id: "+plain(t.ID, false))
		w.renderings("zh", t.ZH)
		w.renderings("en", t.EN)
		if !t.Definition.IsEmpty() {
			w.text(2, "definition", t.Definition)
		}
		if !t.Reason.IsEmpty() {
			w.text(2, "reason", t.Reason)
		}
		if t.Date != "" {
			w.line(2, "date: "+quoted(t.Date))
		}
	}
}

func (w *writer) renderings(name string, all []Rendering) {
	one := func(x Rendering) string {
		return fmt.Sprintf("{text: %s, status: %s}", plain(x.Text, true), plain(string(x.Status), true))
	}
	if len(all) == 1 {
		w.line(2, name+": ["+one(all[0])+"]")
		return
	}
	w.line(2, name+":")
	for _, x := range all {
		w.line(3, "- "+one(x))
	}
}
