package pdf

import (
	"fmt"
	"slices"
	"strconv"

	"celun/app/language"
	"celun/app/pdf/object"
)

// An element is a node of the structure tree (PDF 1.7, 14.7): what a text is
// for whoever listens to the document or reads it by machine. Its kinds are
// the standard ones of 14.8.4.
type element struct {
	kind     string // heading until the level is known
	level    int    // of a heading, as wanted
	language language.Language
	kids     []kid
	list     string    // ListNumbering of an L
	target   string    // of a Link
	id       string    // of a Note
	alt      string    // of a Figure
	box      []float64 // of a Figure on its page: left, bottom, right, top in pt
	ref      object.Ref
}

// A kid of an element is another element, a stretch of a page's content, or
// (link from 1) one of the page's link areas.
type kid struct {
	element *element
	page    int // from 0
	mark    int
	link    int
}

const heading = "H"

// add makes a new element the last kid of e.
func (e *element) add(kind string, l language.Language) *element {
	n := &element{kind: kind, language: l}
	e.adopt(n)
	return n
}

func (e *element) adopt(n *element) { e.kids = append(e.kids, kid{element: n}) }

// insert makes n a kid of e: the last, but before the lists within e.
func (e *element) insert(n *element) {
	at := len(e.kids)
	for i, k := range e.kids {
		if k.element != nil && k.element.kind == "L" {
			at = i
			break
		}
	}
	e.kids = slices.Insert(e.kids, at, kid{element: n})
}

// last returns the last kid of e if it is an element of this kind.
func (e *element) last(kind string) *element {
	if n := len(e.kids); n > 0 && e.kids[n-1].element != nil && e.kids[n-1].element.kind == kind {
		return e.kids[n-1].element
	}
	return nil
}

// walk calls f for e and all under it, in reading order.
func (e *element) walk(f func(*element)) {
	f(e)
	for _, k := range e.kids {
		if k.element != nil {
			k.element.walk(f)
		}
	}
}

// settle gives headings their levels and notes their ids. Levels are as
// wanted, but never more than one below the heading before.
func (e *element) settle() {
	above, notes := 0, 0
	e.walk(func(e *element) {
		switch e.kind {
		case heading:
			above = min(e.level, above+1, 6)
			e.kind = heading + strconv.Itoa(above)
		case "Note":
			notes++
			e.id = fmt.Sprintf("note-%06d", notes)
		}
	})
}

// A structure is a tree with what leads back to it from the pages.
type structure struct {
	root  *element
	marks [][]*element // of each page: the element of each of its marks
	links [][]*element // of each page: the element of each of its link areas
}

// write adds the tree to the file. links holds the references of each page's
// link areas.
func (s *structure) write(file *object.File, catalog object.Dict, pages []object.Ref, links [][]object.Ref) {
	root := file.Add(nil)
	var notes object.Array
	s.root.walk(func(e *element) {
		e.ref = file.Add(nil)
		if e.id != "" {
			notes = append(notes, object.String(e.id), e.ref)
		}
	})
	s.put(file, s.root, root, pages, links)
	var nums object.Array
	parents := func(list []*element) object.Raw {
		b := object.Raw("[")
		for i, e := range list {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendRef(b, e.ref)
		}
		return append(b, ']')
	}
	for i, list := range s.marks {
		if len(list) > 0 {
			nums = append(nums, i, file.Add(parents(list)))
		}
	}
	next := len(s.marks)
	for _, list := range s.links {
		for _, e := range list {
			nums = append(nums, next, e.ref)
			next++
		}
	}
	tree := object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": s.root.ref,
		"ParentTree": file.Add(object.Dict{"Nums": nums}), "ParentTreeNextKey": next,
	}
	if notes != nil {
		tree["IDTree"] = file.Add(object.Dict{"Names": notes}) // numbered in their order, as a name tree must be
	}
	file.Objects[root] = tree
	catalog["StructTreeRoot"], catalog["MarkInfo"] = root, object.Dict{"Marked": true}
}

// put writes e and all under it. It writes syntax, not dictionaries: there
// are thousands of elements, and they are most of the objects of a file.
func (s *structure) put(file *object.File, e *element, parent object.Ref, pages []object.Ref, links [][]object.Ref) {
	b := make(object.Raw, 0, 64+8*len(e.kids))
	b = append(b, "<<"...)
	page := -1 // of the marks that are written as numbers alone
	for _, k := range e.kids {
		if k.element == nil && k.link == 0 {
			page = k.page
			break
		}
	}
	if len(e.kids) > 0 {
		b = append(b, "/K["...)
		for i, k := range e.kids {
			if i > 0 {
				b = append(b, ' ')
			}
			switch {
			case k.element != nil:
				b = appendRef(b, k.element.ref)
			case k.link > 0:
				b = append(b, "<</Type/OBJR/Obj "...)
				b = appendRef(b, links[k.page][k.link-1])
				b = append(b, "/Pg "...)
				b = append(appendRef(b, pages[k.page]), ">>"...)
			case k.page == page:
				b = strconv.AppendInt(b, int64(k.mark), 10)
			default:
				b = append(b, "<</Type/MCR/MCID "...)
				b = strconv.AppendInt(b, int64(k.mark), 10)
				b = append(b, "/Pg "...)
				b = append(appendRef(b, pages[k.page]), ">>"...)
			}
		}
		b = append(b, ']')
	}
	b = append(b, "/P "...)
	b = appendRef(b, parent)
	if page >= 0 {
		b = append(b, "/Pg "...)
		b = appendRef(b, pages[page])
	}
	b = append(b, "/S/"...)
	b = append(b, e.kind...)
	b = append(b, "/Lang("...)
	b = append(b, e.language.Tag()...)
	b = append(b, ')')
	switch {
	case e.kind == "TH":
		b = append(b, "/A<</O/Table/Scope/Column>>"...)
	case e.list != "":
		b = append(b, "/A<</O/List/ListNumbering/"...)
		b = append(append(b, e.list...), ">>"...)
	case e.id != "":
		b = append(b, "/ID("...)
		b = append(append(b, e.id...), ')')
	case e.alt != "":
		b = object.AppendString(append(b, "/Alt"...), string(object.Text(e.alt)))
		if e.box != nil {
			b = append(b, "/A<</O/Layout/Placement/Block/BBox["...)
			for _, v := range e.box {
				b = append(object.AppendNumber(b, v), ' ')
			}
			b = append(b, "]>>"...)
		}
	}
	file.Objects[e.ref] = append(b, ">>"...)
	for _, k := range e.kids {
		if k.element != nil {
			s.put(file, k.element, e.ref, pages, links)
		}
	}
}

func appendRef(b []byte, r object.Ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}
