package argumentmap

import (
	"fmt"

	"celun/app/desktop/catalogue"
)

// hint tells what can be done with the node under the pointer.
func (m *view) hint() {
	if m.pane.OnHint == nil {
		return
	}
	if m.hovered < 0 {
		m.pane.OnHint("")
		return
	}
	n, l := m.graph.nodes[m.hovered], m.pane.Language
	if n.under != nil { // its title would leave no room for what to do
		m.pane.OnHint(fmt.Sprintf(catalogue.MapStrayDrag.In(l), n.under.Title.In(l)))
		return
	}
	m.pane.OnHint(n.entry.ID + "  " + n.entry.Title.In(l) + "　" + catalogue.MapHint.In(l))
}

// tell says what keys do on the map, and with what is chosen.
func (m *view) tell() {
	if m.pane.OnHint == nil || !m.focused {
		return
	}
	l := m.pane.Language
	switch {
	case m.linking >= 0:
		m.pane.OnHint(catalogue.MapLinking.In(l))
	case m.chosen >= 0 && m.graph.nodes[m.chosen].under != nil:
		m.pane.OnHint(fmt.Sprintf(catalogue.MapStrayKeys.In(l), m.graph.nodes[m.chosen].under.Title.In(l)))
	default:
		m.pane.OnHint(catalogue.MapKeys.In(l))
	}
}
