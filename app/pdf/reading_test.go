package pdf

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/language"
	"celun/app/typeset"
)

var markup = regexp.MustCompile(`\[\^[^\]]+\]|\*`)

// expected returns the texts of a brief in one language, in the order in
// which they are to be read, without white space, citations and markup.
func expected(b *brief.Brief, l language.Language) []string {
	var out []string
	add := func(texts ...language.Text) {
		for _, t := range texts {
			for line := range strings.SplitSeq(t.In(l), "\n") {
				if s := withoutSpace(markup.ReplaceAllString(line, "")); s != "" {
					out = append(out, s)
				}
			}
		}
	}
	add(b.Title, b.Subtitle)
	for i := range b.Sections {
		s := &b.Sections[i]
		add(s.Heading)
		for j := 0; j < len(s.Blocks); j++ {
			k := &s.Blocks[j]
			if k.Kind == brief.Recommendation { // those that follow each other are one table
				end := j
				for end < len(s.Blocks) && s.Blocks[end].Kind == brief.Recommendation {
					add(s.Blocks[end].Text)
					end++
				}
				for ; j < end; j++ {
					if r := s.Blocks[j].Recommendation; r != nil {
						add(r.Action, r.Owner, r.TimeFrame, r.Means, r.Indicator)
					}
				}
				j--
				continue
			}
			add(k.Text)
			if k.Table != nil {
				add(k.Table.Caption)
				for _, row := range k.Table.Rows {
					for _, c := range row {
						add(c.Text)
					}
				}
			}
			if k.Kind == brief.References {
				for _, id := range cited(b) {
					for _, src := range b.Sources {
						if src.ID == id {
							out = append(out, withoutSpace(cite.Reference(src, l)))
						}
					}
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// cited returns the sources in order of citation, then the others.
func cited(b *brief.Brief) []string {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) && slices.ContainsFunc(b.Sources, func(s argument.Source) bool { return s.ID == id }) {
			ids = append(ids, id)
		}
	}
	for _, text := range b.Addresses() {
		for _, m := range regexp.MustCompile(`\[\^([^\]]+)\]`).FindAllStringSubmatch(text, -1) {
			add(m[1])
		}
	}
	for _, s := range b.Sources {
		add(s.ID)
	}
	return ids
}

// Every text is in the tree whole, once and in its order, whatever the pages
// do with it.
func TestStructureReadsEveryTextInOrder(t *testing.T) {
	sample := readBrief(t, "../../assets/sample/brief.json")
	for _, b := range []*brief.Brief{everyKind(t), sample} {
		for name, o := range editions() {
			tr := readTree(t, set(t, b, o, Options{}))
			said := map[string]*strings.Builder{"zh-CN": {}, "en-GB": {}}
			tr.root.walk(func(n *node) {
				switch n.kind {
				case "Document", "Sect", "L", "LI", "Table", "TR", "Caption", "Span", "Link", "BibEntry", "Reference":
					return
				case "TD", "TH":
					if len(n.kids) > 0 && n.kids[0].kind == "P" {
						return // its paragraphs are told
					}
				}
				text := n.text
				n.walk(func(k *node) {
					if k.kind == "Reference" {
						text = strings.Replace(text, k.text, "", 1)
					}
				})
				said[n.lang].WriteString(withoutSpace(strings.ReplaceAll(text, "\u00AD", "")))
			})
			for _, l := range language.Both() {
				if len(o.Languages) == 1 && o.Languages[0] != l {
					continue
				}
				checkReading(t, b.ID+" "+name, said[l.Tag()].String(), expected(b, l))
			}
		}
	}
}

// checkReading holds that all of want stands in text, in order, and none of
// it once more in what is left.
func checkReading(t *testing.T, name, text string, want []string) {
	t.Helper()
	var left strings.Builder
	for _, w := range want {
		i := strings.Index(text, w)
		if i < 0 {
			t.Errorf("%s: %q is not read, or not in its place before %.80q", name, w, text)
			return
		}
		left.WriteString(text[:i] + "\n")
		text = text[i+len(w):]
	}
	left.WriteString(text)
	for _, w := range want {
		if len([]rune(w)) > 12 && strings.Contains(left.String(), w) {
			t.Errorf("%s: %q is read twice", name, w)
		}
	}
}

// The same by an independent reader.
func TestPopplerReadsTheStructure(t *testing.T) {
	b := everyKind(t)
	pdf := set(t, b, typeset.Options{}, Options{})
	if out := run(t, pdf, "pdfinfo", "FILE"); !regexp.MustCompile(`Tagged: +yes`).MatchString(out) {
		t.Error(out)
	}
	quoted := regexp.MustCompile(`(?m)^ *"(.*)"$`)
	var said strings.Builder
	for _, m := range quoted.FindAllStringSubmatch(run(t, pdf, "pdfinfo", "-struct-text", "FILE"), -1) {
		said.WriteString(markup.ReplaceAllString(m[1], ""))
	}
	// Soft hyphens, and the numbers of citations, which are on their own lines.
	text := withoutSpace(strings.ReplaceAll(said.String(), "\u00AD", ""))
	text = regexp.MustCompile(`\[[0-9,–]+\]`).ReplaceAllString(text, "")
	for _, l := range language.Both() {
		for _, w := range expected(b, l) {
			if strings.Count(text, w) == 0 {
				t.Errorf("%q is not read", w)
			} else if len([]rune(w)) > 20 && strings.Count(text, w) != strings.Count(strings.Join(expected(b, l), "\n"), w) {
				t.Errorf("%q is read %d times", w, strings.Count(text, w))
			}
		}
	}
}
