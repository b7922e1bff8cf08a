package typeset

import "celun/app/language"

// draftMark is what stands behind the text of a draft, in the largest type
// that a page is wide enough for.
var draftMark = language.Text{ZH: "草稿", EN: "DRAFT"}

// watermark marks page i as a draft in the languages that it shows: large,
// above the tint of boxes, so light that the text over it reads as on white, and an artifact, so that
// nobody hears it on every page.
func (c *composer) watermark(items []Item, p *pager, i int) []Item {
	k := 0
	switch {
	case p.sides == 2:
		k = i % 2
	case c.volumes > 1:
		k = p.plans[i].leaf.volume
	}
	langs := c.on(p, k)
	size := min(110, c.measure/4)
	st := TextStyle{Leading: 1.3 * size, Color: Color{0xe6, 0xe9, 0xed}, Align: Left, Unbroken: true}
	st.ZH = Cut{Family: SansFamily, Bold: true, Size: size}
	st.EN = st.ZH
	y := p.high/2 - st.Leading*float64(len(langs)-1)/2 + 0.3*size
	for _, l := range langs {
		mark := []span{{text: draftMark.In(l), language: l, plain: true}}
		items = c.artifactIn(items, mark, &st, p.left+(c.measure-c.natural(mark, &st))/2, y)
		y += st.Leading
	}
	return items
}
