package argument

import (
	"fmt"
	"strings"

	"celun/app/language"
)

// Markdown returns a pack as a document to read: the arguments by kind, each
// in both languages with its place, whose word it is, its measure and its
// links with their reasons, and the terms as a table.
func Markdown(p *Pack) []byte {
	titles := map[string]language.Text{}
	for _, a := range p.Arguments {
		titles[a.ID] = a.Title
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", markdownText(both(p.Title, " / ")))
	fmt.Fprintf(&b, "> %s\n", markdownText(both(language.Text{ZH: p.Source.chinese(), EN: p.Source.english()}, " / ")))
	eachKind(p, func(k Kind, all []*Argument) {
		name := k.Name()
		fmt.Fprintf(&b, "\n## %s / %s\n", name.ZH, name.EN)
		for _, a := range all {
			a.markdown(&b, titles)
		}
	})
	if len(p.Terms) > 0 {
		b.WriteString("\n## 术语 / Terms\n\n| 中文 | English | 释义 | Definition |\n| --- | --- | --- | --- |\n")
	}
	for _, t := range p.Terms {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n",
			renderings(t.ZH, language.ZH), renderings(t.EN, language.EN), markdownText(t.Definition.ZH), markdownText(t.Definition.EN))
	}
	return []byte(b.String())
}

func (a *Argument) markdown(b *strings.Builder, titles map[string]language.Text) {
	fmt.Fprintf(b, "\n### %s %s\n", markdownText(a.ID), markdownText(both(a.Title, " / ")))
	for _, l := range language.Both() {
		for _, t := range []language.Text{a.Line, a.Statement} {
			if s := markdownText(t.In(l)); s != "" {
				fmt.Fprintf(b, "\n%s\n", s)
			}
		}
	}
	claim := a.Claim.Name()
	zh, en := []string{claim.ZH}, []string{claim.EN}
	if a.Place != (Place{}) {
		zh = append(zh, fmt.Sprintf("%s，第 %d 段", markdownText(a.Place.Section), a.Place.Paragraph))
		en = append(en, fmt.Sprintf("section %s, paragraph %d", markdownText(a.Place.Section), a.Place.Paragraph))
	}
	if e := a.Evidence; e != nil && e.Value != "" {
		measure := markdownText(e.Value)
		zh, en = append(zh, measure), append(en, measure)
		if e.Number != nil {
			en[len(en)-1] += " (" + strings.TrimSpace(decimal(*e.Number)+" "+markdownText(e.Unit)) + ")"
		}
		if e.Date != "" {
			zh, en = append(zh, e.Date), append(en, e.Date)
		}
	}
	fmt.Fprintf(b, "\n*%s / %s*\n", strings.Join(zh, "；"), strings.Join(en, "; "))
	if len(a.Tags) > 0 {
		fmt.Fprintf(b, "\n标签 / Tags: %s\n", markdownText(strings.Join(a.Tags, ", ")))
	}
	for i, l := range a.Links {
		if i == 0 {
			b.WriteByte('\n')
		}
		name := l.Kind.Name()
		to := markdownText(strings.TrimSpace(l.To + " " + both(titles[l.To], " / ")))
		fmt.Fprintf(b, "- %s / %s **%s**: %s\n", name.ZH, name.EN, to, markdownText(both(l.Reason, " / ")))
	}
	if !a.Note.IsEmpty() {
		fmt.Fprintf(b, "\n> %s\n", markdownText(both(a.Note, " / ")))
	}
}

// chinese returns the authors and title of a source as a Chinese reader
// expects them.
func (s Source) chinese() string {
	var names []string
	for _, a := range s.Authors {
		names = append(names, a.ZH)
	}
	return strings.Join(append(clean(strings.Join(clean(names...), "、")), clean("《"+s.Title.ZH+"》", s.Container.ZH, s.Year)...), "，")
}

// english returns the same for an English reader.
func (s Source) english() string {
	var names []string
	for _, a := range s.Authors {
		names = append(names, a.EN)
	}
	return strings.Join(append(clean(strings.Join(clean(names...), ", ")), clean("‘"+s.Title.EN+"’", s.Container.EN, s.Year)...), ", ")
}

// clean leaves out what is empty, or empty marks around nothing.
func clean(all ...string) []string {
	var kept []string
	for _, s := range all {
		if s != "" && s != "《》" && s != "‘’" {
			kept = append(kept, s)
		}
	}
	return kept
}

// renderings lists the ways to write a term, those to avoid struck out.
func renderings(all []Rendering, l language.Language) string {
	var words []string
	for _, r := range all {
		w := markdownText(r.Text)
		switch r.Status {
		case Preferred:
			w = "**" + w + "**"
		case Avoid:
			w = "~~" + w + "~~"
		}
		words = append(words, w)
	}
	if l == language.ZH {
		return strings.Join(words, "、")
	}
	return strings.Join(words, ", ")
}

// markdownText returns a text on one line that Markdown shows as it is.
func markdownText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~", r) || i == 0 && strings.ContainsRune("#+-", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
