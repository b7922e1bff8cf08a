package pdf

import (
	"strings"

	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// bookmark returns what a heading is called in the outline: both languages,
// the leading one first, as in "一、问题 · 1 The problem".
func bookmark(h typeset.Heading, lead language.Language) string {
	if lead != language.EN {
		lead = language.ZH
	}
	var sides []string
	for _, l := range []language.Language{lead, lead.Other()} {
		text, number := h.Text.In(l), h.Number.In(l)
		if text == "" {
			continue
		}
		// The mark after a Chinese number is its space.
		if number != "" && !strings.HasSuffix(number, "、") && !strings.HasSuffix(number, "）") {
			number += " "
		}
		sides = append(sides, number+text)
	}
	return strings.Join(sides, " · ")
}

// outline adds the headings as bookmarks and returns their root, or 0 if
// there are none. Levels follow each other without gaps: a heading three
// levels below the one before it becomes that one's child. gofpdf's own
// bookmarks fail over such gaps and take the height of the last page for all.
func outline(file *object.File, doc *typeset.Document, pages []object.Ref) object.Ref {
	type entry struct {
		dict   object.Dict
		ref    object.Ref
		level  int
		last   *entry // of its children
		parent *entry
		count  int
	}
	root := &entry{dict: object.Dict{"Type": object.Name("Outlines")}}
	at := root // the entry last added
	for _, h := range doc.Headings {
		title := bookmark(h, doc.Lead)
		if title == "" || h.Page < 1 || h.Page > len(pages) || !finite(h.Y) {
			continue
		}
		parent := at
		for parent != root && parent.level >= max(1, h.Level) {
			parent = parent.parent
		}
		if parent == root && root.ref == 0 {
			root.ref = file.Add(root.dict)
		}
		top := max(0, doc.Pages[h.Page-1].Height-h.Y)
		e := &entry{level: max(1, h.Level), parent: parent, dict: object.Dict{
			"Title": object.Text(title), "Parent": parent.ref,
			"Dest": object.Array{pages[h.Page-1], object.Name("XYZ"), 0, top, nil},
		}}
		e.ref = file.Add(e.dict)
		if parent.last == nil {
			parent.dict["First"] = e.ref
		} else {
			parent.last.dict["Next"] = e.ref
			e.dict["Prev"] = parent.last.ref
		}
		parent.last = e
		parent.dict["Last"] = e.ref
		// All are shown open: each counts for all above it.
		for p := parent; p != nil; p = p.parent {
			p.count++
			p.dict["Count"] = p.count
		}
		at = e
	}
	return root.ref
}
