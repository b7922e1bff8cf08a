package editor

import (
	"slices"

	"celun/app/brief"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Notice is what is wrong with a block, as it is said under its texts while
// one writes there.
type Notice struct {
	Text string
	// Mends are what can be done at once, and Keys says by which keys.
	Mends []Mend
	Keys  string
}

// A Mend is a way to mend what a [Notice] says.
type Mend struct {
	Label string
	Do    func()
}

// mostNotices is how many are shown at a time: the pane of checks has them all.
const mostNotices = 2

// ShowNotices says what is wrong with blocks, by their ids.
func (e *Editor) ShowNotices(all map[string][]Notice) {
	block := e.selected.Block
	before := e.notices[block]
	e.notices = all
	if slices.EqualFunc(before, all[block], func(a, b Notice) bool {
		return a.Text == b.Text && len(a.Mends) == len(b.Mends)
	}) {
		return
	}
	e.refreshAside(block)
}

// refreshAside shows anew what stands under the texts of a block.
func (e *Editor) refreshAside(block string) {
	v, _ := e.views[blockKey(block)].(*blockView)
	b, _, _ := e.brief.Block(block)
	if v == nil || b == nil {
		return
	}
	v.showAside(b)
	e.column.Remeasure(blockKey(block))
}

// notices shows what is wrong with the block.
func (v *blockView) notices(b *brief.Block) []fyne.CanvasObject {
	all := v.e.notices[b.ID]
	var rows []fyne.CanvasObject
	for _, n := range all[:min(len(all), mostNotices)] {
		parts := []fyne.CanvasObject{widgets.NewProse(n.Text)}
		if len(n.Mends) > 0 {
			var tags []fyne.CanvasObject
			for _, m := range n.Mends {
				tags = append(tags, widgets.NewTag(m.Label, fynetheme.ColorNamePrimary, m.Do))
			}
			if n.Keys != "" {
				tags = append(tags, widgets.NewTag(n.Keys, theme.Muted, nil))
			}
			parts = append(parts, widgets.NewInset(widgets.NewWrap(8, tags...), 0, 0, 0, -5))
		}
		rows = append(rows, panel(widgets.NewPile(2, parts...), theme.Red))
	}
	return rows
}
