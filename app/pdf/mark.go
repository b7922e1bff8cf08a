package pdf

import (
	"strconv"

	"celun/app/typeset"
)

// read draws a text as what it is in the structure of the document.
func (d *drawer) read(it *typeset.Item) error {
	if it.Text == "" {
		return nil
	}
	if it.Role == typeset.ArtifactRole {
		d.markArtifact("Pagination")
		return d.text(it)
	}
	return d.tags.pieces(it, d.links, func(it *typeset.Item, e *element) error {
		d.mark(e)
		return d.text(it)
	})
}

// mark begins a stretch of content that belongs to e, if it is not the one at
// hand already.
func (d *drawer) mark(e *element) {
	if d.within == e {
		return
	}
	d.unmark()
	d.within = e
	n := d.tags.page
	id := len(d.tags.marks[n])
	d.tags.marks[n] = append(d.tags.marks[n], e)
	e.kids = append(e.kids, kid{page: n, mark: id})
	d.op("/" + e.kind + "<</MCID ")
	d.line = strconv.AppendInt(d.line, int64(id), 10)
	d.begin(">>BDC")
}

// markArtifact begins a stretch that is not read aloud: of type Layout, which
// is decoration, or Pagination, which stands again on each page (PDF 1.7,
// table 330).
func (d *drawer) markArtifact(kind string) {
	if d.within == nil && d.marked == kind {
		return
	}
	d.unmark()
	d.op("/Artifact<</Type/" + kind)
	d.begin(">>BDC")
	d.marked = kind
}

func (d *drawer) begin(end string) {
	d.op(end)
	d.emit()
	d.marked = end
}

// unmark ends the stretch at hand.
func (d *drawer) unmark() {
	if d.marked != "" {
		d.op("EMC")
		d.emit()
	}
	d.marked, d.within = "", nil
}
