package desktop

import (
	"celun/app/brief"
	"celun/app/desktop/pagesetup"
)

// askPage asks for everything about the page.
func (d *Desk) askPage() {
	doc := d.doc
	pagesetup.Ask(d.window, pagesetup.Params{
		Language: d.lang, Page: doc.history.Brief().Meta.Page,
		Done: func(p brief.Page) {
			if d.doc == doc && p != doc.history.Brief().Meta.Page {
				d.changeMeta(func(m *brief.Meta) { m.Page = p })
			}
		},
	})
}
