package argument

import (
	"fmt"
	"regexp"
	"strings"

	"celun/app/language"
)

// Argdown returns the arguments of a pack and their links in Argdown, a
// markup for argument maps (https://argdown.org/syntax/).
//
// Every argument is a statement such as [C1], with a member in each language.
// Every link is an argument such as <M3.1 answers C1> that says the reason in
// both languages: it rests on the one end, and supports (+>) or attacks (->)
// the other. An answer attacks its challenge, as do what qualifies and
// opposes; all else supports. The kind of the link is a tag too, so that
// nothing of the graph is lost in the two signs.
func Argdown(p *Pack) []byte {
	var b strings.Builder
	b.WriteString("===\n")
	fmt.Fprintf(&b, "title: %s\n", metadata(both(p.Title, " / ")))
	var authors []string
	for _, a := range p.Source.Authors {
		authors = append(authors, metadata(both(a, " / ")))
	}
	fmt.Fprintf(&b, "author: [%s]\n", strings.Join(authors, ", "))
	fmt.Fprintf(&b, "source: {title: %s, container: %s, year: %s}\n",
		metadata(both(p.Source.Title, " / ")), metadata(both(p.Source.Container, " / ")), metadata(p.Source.Year))
	b.WriteString("===\n")
	eachKind(p, func(k Kind, all []*Argument) {
		name := k.Name()
		fmt.Fprintf(&b, "\n# %s / %s\n", name.ZH, name.EN)
		for _, a := range all {
			a.argdown(&b)
		}
	})
	return []byte(b.String())
}

func (a *Argument) argdown(b *strings.Builder) {
	first := true
	for _, l := range language.Both() {
		title, text := argdownText(a.Title.In(l)), argdownText(a.Statement.In(l))
		if title == "" && text == "" {
			continue
		}
		fmt.Fprintf(b, "\n[%s]:", a.ID)
		if title != "" {
			fmt.Fprintf(b, " **%s**", title)
		}
		if text != "" {
			b.WriteString(" " + text)
		}
		if first {
			for _, tag := range append([]string{string(a.Kind)}, a.Tags...) {
				fmt.Fprintf(b, " #(%s)", strings.NewReplacer("(", "（", ")", "）", "\n", " ").Replace(tag))
			}
			b.WriteString(" " + a.argdownData())
			first = false
		}
		b.WriteByte('\n')
	}
	for _, link := range a.Links {
		a.argdownLink(b, link)
	}
}

// argdownData returns what is known of an argument besides its text, as
// inline YAML.
func (a *Argument) argdownData() string {
	fields := []string{
		"kind: " + metadata(string(a.Kind)), "claim: " + metadata(string(a.Claim)), fmt.Sprintf("version: %d", a.Version),
	}
	if a.Place != (Place{}) {
		fields = append(fields, "section: "+metadata(a.Place.Section), fmt.Sprintf("paragraph: %d", a.Place.Paragraph))
	}
	if e := a.Evidence; e != nil {
		fields = append(fields, "value: "+metadata(e.Value))
		if e.Number != nil {
			fields = append(fields, "number: "+decimal(*e.Number))
		}
		fields = append(fields, "unit: "+metadata(e.Unit), "date: "+metadata(e.Date))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

func (a *Argument) argdownLink(b *strings.Builder, link Link) {
	sign := "+>"
	if link.Kind == Answers || link.Kind == Qualifies || link.Kind == Opposes {
		sign = "->"
	}
	name := fmt.Sprintf("<%s %s %s>", a.ID, link.Kind, link.To)
	first := true
	for _, l := range language.Both() {
		text := argdownText(link.Reason.In(l))
		if text == "" {
			continue
		}
		fmt.Fprintf(b, "\n%s: %s", name, text)
		if first {
			fmt.Fprintf(b, " #(%s)", link.Kind)
			if link.Rank > 0 {
				fmt.Fprintf(b, " {rank: %d}", link.Rank)
			}
			fmt.Fprintf(b, "\n  <+ [%s]\n  %s [%s]", a.ID, sign, link.To)
			first = false
		}
		b.WriteByte('\n')
	}
}

// argdownSpecial holds the characters that mean something in a text, and the
// codes that stand for other characters, as :arrow: and .A. do.
var (
	argdownSpecial = regexp.MustCompile(`[\\@#*_\[\]<>/{}]`)
	argdownCode    = regexp.MustCompile(`[.:]([^\s.:\\]{1,40}[.:])`)
)

// argdownText returns a text on one line that Argdown shows as it is.
func argdownText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = argdownSpecial.ReplaceAllString(s, `\$0`)
	return argdownCode.ReplaceAllStringFunc(s, func(code string) string {
		if strings.ContainsFunc(code, language.IsHan) {
			return code
		}
		return `\` + code
	})
}

// metadata returns a value of inline YAML. Argdown finds the end of metadata
// by its = and }, wherever they stand.
func metadata(s string) string {
	q := quoted(strings.Join(strings.Fields(s), " "))
	return strings.NewReplacer("=", `\x3d`, "{", `\x7b`, "}", `\x7d`).Replace(q)
}

// both returns the two languages of a text with a mark between them, or the
// one that there is.
func both(t language.Text, mark string) string {
	if t.ZH == "" || t.EN == "" {
		return t.ZH + t.EN
	}
	return t.ZH + mark + t.EN
}

// eachKind calls f with the arguments of each kind that the pack has, in the
// order of [Kinds] and of the pack.
func eachKind(p *Pack, f func(k Kind, all []*Argument)) {
	for _, k := range Kinds() {
		var all []*Argument
		for i := range p.Arguments {
			if p.Arguments[i].Kind == k {
				all = append(all, &p.Arguments[i])
			}
		}
		if len(all) > 0 {
			f(k, all)
		}
	}
}
