package pdf

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset"
)

// A tagger makes the structure tree of a document from its items, as they are
// drawn. The tree is one Document with a Sect for each section. In a section
// the leading language is read first and then the other, although on paper
// they take turns at every page end; what goes over the full width, such as a
// table, divides it into stretches that are read one after the other.
type tagger struct {
	structure
	doc      *typeset.Document
	page     int
	parts    map[int]*section
	leaves   map[int]*leaf // by the number of their paragraph
	tables   map[tableKey]*table
	captions map[captionKey]*element // whose table has not come yet
	notes    []footnote              // which come to what they belong to when that is whole
	figures  map[*typeset.Figure][]*element
	told     map[captionKey]*element // what holds the Figure and caption of a block, by language
}

// A section is a Sect as it grows.
type section struct {
	element *element
	sides   [2]side
}

// A side is what was read of one language since the stretch began.
type side struct {
	elements []*element
	lists    []openList // those that a next item may continue, the innermost last
	block    string     // whose lists they are
	item     *element   // the item at hand, until it has its body
	contents *element   // the list of contents that a next entry may continue
}

// An openList is a list that may go on; body is that of its last item.
type openList struct{ list, body *element }

// A leaf is an element that holds text: all that the layout set as one
// paragraph. at is where its last text went: the leaf or a part of it.
type leaf struct{ element, at *element }

// A footnote is the Note of an element.
type footnote struct{ of, note *element }

type tableKey struct{ number, side int }

type captionKey struct {
	block string
	side  int
}

// A table is a Table as it grows. Cells that have no text have no items.
type table struct {
	element *element
	rows    map[int][]*element
	columns int
}

func newTagger(doc *typeset.Document) *tagger {
	n := max(1, len(doc.Pages))
	return &tagger{
		structure: structure{
			root:  &element{kind: "Document", language: lead(doc)},
			marks: make([][]*element, n), links: make([][]*element, n),
		},
		doc: doc, page: -1, parts: map[int]*section{}, leaves: map[int]*leaf{},
		tables: map[tableKey]*table{}, captions: map[captionKey]*element{},
		figures: map[*typeset.Figure][]*element{}, told: map[captionKey]*element{},
	}
}

// side returns the side that an item is read with: 0 for the leading
// language. On facing pages it is the page that says.
func (t *tagger) side(it *typeset.Item) int {
	if t.facing() {
		return t.page % 2
	}
	if it.Language == t.root.language || it.Language == "" {
		return 0
	}
	return 1
}

func (t *tagger) facing() bool { return t.doc.Layout == "facing" && len(t.doc.Languages) != 1 }

// leaf returns the leaf of a text, making it and what stands above it.
func (t *tagger) leaf(it *typeset.Item) *leaf {
	if l := t.leaves[it.Paragraph]; l != nil && it.Paragraph > 0 {
		return l
	}
	e := t.place(t.section(it.Section), it)
	l := &leaf{e, e}
	if it.Paragraph > 0 {
		t.leaves[it.Paragraph] = l
	}
	return l
}

// section returns the section of a number.
func (t *tagger) section(number int) *section {
	s := t.parts[number]
	if s == nil {
		s = &section{element: &element{kind: "Sect", language: t.root.language}}
		t.parts[number] = s
	}
	return s
}

// place makes the element of a new text and puts it where it belongs.
func (t *tagger) place(s *section, it *typeset.Item) *element {
	k := t.side(it)
	here := &s.sides[k]
	e := &element{kind: "P", language: tongue(it)}
	switch it.Role {
	case typeset.HeadCellRole, typeset.CellRole:
		if it.Cell != nil {
			t.cell(s, it, k).adopt(e)
			return e
		}
	case typeset.CaptionRole:
		t.caption(it, k).adopt(e)
		return e
	case typeset.LabelRole:
		e.kind = "Lbl"
		here.begin(it).adopt(e)
		return e
	case typeset.ItemRole, typeset.SourceRole:
		e.kind = "LBody"
		if here.item == nil {
			here.begin(it)
		}
		here.item.adopt(e)
		here.item = nil
		here.lists[len(here.lists)-1].body = e
		if it.Role == typeset.SourceRole {
			e = e.add("BibEntry", e.language)
		}
		return e
	case typeset.ContentsRole:
		e.kind = "Reference"
		here.entry(it).adopt(e)
		return e
	case typeset.TitleRole:
		e.kind, e.level = heading, 1
	case typeset.HeadingRole:
		e.kind, e.level = heading, 1+max(1, it.Level)
	case typeset.NoteRole:
		e.kind = "Note"
	case typeset.FootnoteRole:
		e.kind = "Note"
		if l := t.leaves[it.Notes]; l != nil && it.Notes > 0 {
			t.notes = append(t.notes, footnote{l.element, e})
			return e
		}
	}
	switch it.Role {
	case typeset.TitleRole, typeset.SubtitleRole, typeset.MetaRole:
		if !t.facing() {
			s.across(e)
			return e
		}
	}
	here.put(e)
	return e
}

// put appends what is no item of a list.
func (s *side) put(e *element) {
	s.elements = append(s.elements, e)
	s.lists, s.item, s.contents = nil, nil, nil
}

// entry returns the entry of the list of contents that a text belongs to: a new
// one for a heading, and that at hand for the number of its page.
func (s *side) entry(it *typeset.Item) *element {
	if s.contents == nil {
		l := &element{kind: "TOC", language: it.Language}
		s.put(l)
		s.contents = l
	}
	if e := s.contents.last("TOCI"); e != nil && it.Level == 0 {
		return e
	}
	return s.contents.add("TOCI", it.Language)
}

// begin makes a new item, in the list at hand if it is the same block's, or in
// one within its last item if it is further in.
func (s *side) begin(it *typeset.Item) *element {
	if s.block != it.Address.Block {
		s.lists = nil
	}
	depth := max(1, it.Level)
	s.lists = s.lists[:min(depth, len(s.lists))]
	if n := len(s.lists); n == 0 || n < depth && s.lists[n-1].body != nil {
		l := &element{kind: "L", language: it.Language, list: numbering(it)}
		if n == 0 {
			s.put(l)
		} else {
			s.lists[n-1].body.adopt(l)
		}
		s.lists = append(s.lists, openList{list: l})
		s.block = it.Address.Block
	}
	at := &s.lists[len(s.lists)-1]
	s.item, at.body = at.list.add("LI", it.Language), nil
	return s.item
}

// numbering says how the items of a list are marked, by the mark of its first.
func numbering(it *typeset.Item) string {
	if it.Role != typeset.LabelRole || strings.HasPrefix(string(it.Address.Slot), string(brief.WhenSlot)+":") {
		return "None"
	}
	switch it.Text {
	case "•":
		return "Disc"
	case "–":
		return "Circle"
	case "·":
		return "Square"
	case "(a)":
		return "LowerAlpha"
	case "(i)":
		return "LowerRoman"
	}
	return "Decimal"
}

// across puts an element over the full width: it ends the stretch at hand.
func (s *section) across(e *element) {
	s.close()
	s.element.adopt(e)
}

func (s *section) close() {
	for k := range s.sides {
		for _, e := range s.sides[k].elements {
			s.element.adopt(e)
		}
		s.sides[k] = side{}
	}
}

// caption returns the element that keeps a table's caption until the table
// itself comes.
func (t *tagger) caption(it *typeset.Item, k int) *element {
	if told := t.told[captionKey{it.Address.Block, t.turn(tongue(it))}]; told != nil {
		return told.add("Caption", it.Language)
	}
	if !t.facing() {
		k = 0
	}
	key := captionKey{it.Address.Block, k}
	c := t.captions[key]
	if c == nil {
		c = &element{kind: "Caption", language: it.Language}
		t.captions[key] = c
	}
	return c
}

// cell returns the element of a cell.
func (t *tagger) cell(s *section, it *typeset.Item, k int) *element {
	if !t.facing() {
		k = 0
	}
	key := tableKey{it.Cell.Table, k}
	tb := t.tables[key]
	if tb == nil {
		tb = &table{element: &element{kind: "Table", language: t.root.language}, rows: map[int][]*element{}}
		t.tables[key] = tb
		if t.facing() {
			tb.element.language = it.Language
			s.sides[k].put(tb.element)
		} else {
			s.across(tb.element)
		}
		if c := t.captions[captionKey{it.Address.Block, k}]; c != nil && it.Address.Block != "" {
			tb.element.adopt(c)
			delete(t.captions, captionKey{it.Address.Block, k})
		}
	}
	tb.columns = max(tb.columns, it.Cell.Columns, it.Cell.Column+1)
	row := tb.rows[it.Cell.Row]
	for len(row) <= it.Cell.Column {
		row = append(row, nil)
	}
	tb.rows[it.Cell.Row] = row
	if row[it.Cell.Column] == nil {
		c := &element{kind: "TD", language: it.Language}
		if it.Role == typeset.HeadCellRole {
			c.kind = "TH"
		}
		row[it.Cell.Column] = c
	}
	return row[it.Cell.Column]
}

// finish puts rows into the tables and sections into the document. All rows
// of a table have the same number of cells.
func (t *tagger) finish() *structure {
	for _, n := range t.notes {
		n.of.insert(n.note)
	}
	for _, tb := range t.tables {
		tb.build()
	}
	for _, n := range slices.Sorted(maps.Keys(t.parts)) {
		s := t.parts[n]
		s.close()
		t.root.adopt(s.element)
	}
	// Captions without a table: the layout makes none, but what is drawn is
	// read.
	left := slices.SortedFunc(maps.Keys(t.captions), func(a, b captionKey) int {
		return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.side, b.side))
	})
	for _, key := range left {
		c := t.captions[key]
		c.kind = "Div"
		t.root.adopt(c)
	}
	t.root.settle()
	return &t.structure
}

func (tb *table) build() {
	last := slices.Max(slices.Collect(maps.Keys(tb.rows)))
	for i := range last + 1 {
		kind := "TD"
		for _, c := range tb.rows[i] {
			if c != nil && c.kind == "TH" {
				kind = "TH"
			}
		}
		row := tb.element.add("TR", tb.element.language)
		for j := range tb.columns {
			if j < len(tb.rows[i]) && tb.rows[i][j] != nil {
				row.adopt(tb.rows[i][j].alone())
				continue
			}
			row.add(kind, tb.element.language)
		}
	}
}

// alone returns a cell; if it has but one paragraph the cell itself takes the
// text.
func (e *element) alone() *element {
	if len(e.kids) == 1 && e.kids[0].element != nil {
		p := e.kids[0].element
		p.kind = e.kind
		return p
	}
	return e
}

// Language of an item that states none: the first of ours.
func tongue(it *typeset.Item) language.Language {
	if it.Language == language.EN {
		return language.EN
	}
	return language.ZH
}
