package preview

import (
	"reflect"

	"celun/app/brief"
	"celun/app/typeset"
)

// samePages says which pages of doc look as they did in old.
func samePages(old, doc *typeset.Document) []bool {
	same := make([]bool, len(doc.Pages))
	if old == nil {
		return same
	}
	for i := range min(len(old.Pages), len(doc.Pages)) {
		same[i] = samePage(&old.Pages[i], &doc.Pages[i])
	}
	return same
}

// samePage reports whether two pages look the same, wherever their items came
// from. A setter that keeps pages hands out the same items again; others are
// compared one by one.
func samePage(a, b *typeset.Page) bool {
	if a.Width != b.Width || a.Height != b.Height || len(a.Items) != len(b.Items) {
		return false
	}
	if len(a.Items) == 0 || &a.Items[0] == &b.Items[0] {
		return true
	}
	for i := range a.Items {
		x, y := &a.Items[i], &b.Items[i]
		if x.Y != y.Y || x.X != y.X || x.Text != y.Text {
			return false
		}
	}
	for i := range a.Items {
		if x, y := looks(a.Items[i]), looks(b.Items[i]); !reflect.DeepEqual(&x, &y) {
			return false
		}
	}
	return true
}

// looks returns an item without what cannot be seen of it.
func looks(it typeset.Item) typeset.Item {
	it.Address, it.Offset, it.Paragraph, it.Section, it.Cell, it.Target = brief.Address{}, 0, 0, 0, nil, ""
	return it
}
