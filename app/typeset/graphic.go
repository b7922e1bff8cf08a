package typeset

import (
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// A Picture is what a PictureItem shows: an image in the bytes of its file.
type Picture struct {
	Name          string // of its part in the brief
	Format        string // png or jpeg
	Data          []byte
	Width, Height int               // pixels, as it is shown
	Orientation   brief.Orientation // how the stored image is shown
}

// Stored returns the width and height of the image in its file, in pixels.
func (p *Picture) Stored() (width, height int) {
	if p.Orientation.Lies() {
		return p.Height, p.Width
	}
	return p.Width, p.Height
}

// A Figure is one figure of the document, or its twin on a facing page. All
// items that belong to it point to it.
type Figure struct {
	Alt                 language.Text // what it shows; a side that is not set here is empty
	Block               string        // id; empty for a logo
	X, Y, Width, Height float64       // the box of all its items on the page
}

// An art is a figure before it has its place: its items count from its top
// left corner.
type art struct {
	items         []Item
	alt           language.Text
	block         string
	width, height float64
}

// artPassage is the passage of a part that is an art: it has no lines.
var artPassage = &passage{style: &TextStyle{}, role: FigureRole}

// place puts an art into a row.
func (c *composer) art(r *row, a *art, x, y float64, side int) {
	r.parts = append(r.parts, part{passage: artPassage, lines: &lines{}, art: a, x: x, y: y, side: side, section: c.part(), number: new(int)})
	r.height = max(r.height, y+a.height)
}

// drawArt appends the items of a placed art to a page.
func (p *pager) drawArt(pg *Page, pl *placed) {
	a := pl.art
	f := &Figure{Alt: a.alt, Block: a.block, X: pl.x, Y: pl.y, Width: a.width, Height: a.height}
	for _, it := range a.items {
		it.X += pl.x
		it.Y += pl.y
		it.Section, it.Role, it.Figure = pl.section, FigureRole, f
		it.Address.Block = a.block
		pg.Items = append(pg.Items, it)
	}
}

// pictureItem returns a picture as an item of a width (pt).
func pictureItem(p *Picture, width float64) Item {
	return Item{Kind: PictureItem, Width: width, Height: width * float64(p.Height) / float64(p.Width), Picture: p}
}

// picture returns a picture among the brief's media, or false if there is none
// of that name or it cannot be shown. What was found is noted, so that a kept
// section is made anew when the picture changes.
func (c *composer) picture(name string, at brief.Address) (*Picture, bool) {
	data, ok := c.brief.Media(name)
	c.seen = append(c.seen, seenMedia{name, identity(data)})
	if !ok {
		c.warn("picture-missing", at, language.Text{
			ZH: "文稿里没有图片“" + name + "”",
			EN: "The brief does not hold the picture “" + name + "”",
		})
		return nil, false
	}
	p, err := brief.CheckPicture(name, data)
	if err != nil {
		c.warn("picture-unsound", at, language.Text{ZH: language.Tell(err, language.ZH), EN: language.Tell(err, language.EN)})
		return nil, false
	}
	return &Picture{name, p.Format, data, p.Width, p.Height, p.Orientation}, true
}

// A seenMedia is a picture that was asked for, and which it was.
type seenMedia struct {
	name  string
	bytes *byte
}

// identity tells bytes in memory from others.
func identity(data []byte) *byte {
	if len(data) == 0 {
		return nil
	}
	return &data[0]
}

// drawing returns the items of a drawing: its shapes, then its texts in the
// faces of the pages.
func (c *composer) drawing(d *figure.Drawing) []Item {
	items := make([]Item, 0, len(d.Shapes)+2*len(d.Texts))
	for i := range d.Shapes {
		items = append(items, Item{Kind: PathItem, Width: d.Width, Height: d.Height, Shape: &d.Shapes[i]})
	}
	for _, t := range d.Texts {
		st := graphicStyle(t.Size, t.Bold)
		st.Color = Color(t.Color)
		s := []span{{text: t.Text, language: t.Language, plain: true}}
		x := t.X
		switch width := c.natural(s, &st); t.Anchor {
		case figure.Middle:
			x -= width / 2
		case figure.End:
			x -= width
		}
		from := len(items)
		items = c.artifactIn(items, s, &st, x, t.Y)
		for k := range items[from:] {
			items[from+k].Address.Language = t.Language
		}
	}
	return items
}

// graphicStyle is what the texts of drawings are set in.
func graphicStyle(size float64, bold bool) TextStyle {
	cut := Cut{Family: SansFamily, Bold: bold, Size: size}
	return TextStyle{ZH: cut, EN: cut, Leading: 1.3 * size, Align: Left, Unbroken: true}
}

// measureGraphic returns the width of a text of a drawing, for [figure.Draw].
func (c *composer) measureGraphic(text string, l language.Language, size float64, bold bool) float64 {
	st := graphicStyle(size, bold)
	return c.natural([]span{{text: text, language: l, plain: true}}, &st)
}
