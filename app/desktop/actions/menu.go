package actions

import (
	"slices"

	"celun/app/language"

	"fyne.io/fyne/v2"
)

// A line is what stands in a menu: one action, or several in a menu of their
// own.
type line struct {
	sub     language.Text // what that menu is called; empty: it is one action
	actions List
}

// lines returns what stands in the menu of a group. A menu within it stands
// where the first of its actions does.
func (l List) lines(g Group) []line {
	var lines []line
	for _, a := range l.Of(g) {
		i := slices.IndexFunc(lines, func(n line) bool { return n.sub == a.Sub })
		if a.Sub == (language.Text{}) || i < 0 {
			lines = append(lines, line{sub: a.Sub, actions: List{a}})
			continue
		}
		lines[i].actions = append(lines[i].actions, a)
	}
	return lines
}

// canRun reports whether anything in the line can be run.
func (n line) canRun() bool { return slices.ContainsFunc(n.actions, (*Action).CanRun) }

// Menu returns the menu bar in a language. It also makes the shortcuts work:
// Fyne looks in the menu before it asks what has the focus.
func (l List) Menu(in language.Language) *fyne.MainMenu {
	bar := &fyne.MainMenu{}
	for _, g := range l.Groups() {
		menu := &fyne.Menu{Label: g.Name().In(in)}
		for _, n := range l.lines(g) {
			if n.actions[0].Break {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			if n.sub == (language.Text{}) {
				menu.Items = append(menu.Items, n.actions[0].item(in))
				continue
			}
			under := fyne.NewMenuItem(n.sub.In(in), nil)
			under.Disabled = !n.canRun()
			under.ChildMenu = &fyne.Menu{}
			for i, a := range n.actions {
				if a.Break && i > 0 {
					under.ChildMenu.Items = append(under.ChildMenu.Items, fyne.NewMenuItemSeparator())
				}
				under.ChildMenu.Items = append(under.ChildMenu.Items, a.item(in))
			}
			menu.Items = append(menu.Items, under)
		}
		bar.Items = append(bar.Items, menu)
	}
	return bar
}

// item returns the action as it stands in a menu.
func (a *Action) item(in language.Language) *fyne.MenuItem {
	item := fyne.NewMenuItem(a.Name.In(in), a.Do)
	item.Shortcut, item.IsQuit = a.Shortcut(), a.Quit
	item.Disabled, item.Checked = a.state()
	return item
}

// state returns how the action looks in a menu now.
func (a *Action) state() (disabled, checked bool) {
	return !a.CanRun(), a.Checked != nil && a.Checked()
}

// Update sets what is enabled and checked in a menu bar made by [List.Menu],
// and reports whether anything changed.
func (l List) Update(bar *fyne.MainMenu) (changed bool) {
	set := func(item *fyne.MenuItem, off, on bool) {
		if item.Disabled != off || item.Checked != on {
			item.Disabled, item.Checked, changed = off, on, true
		}
	}
	for i, g := range l.Groups() {
		at := 0
		for _, n := range l.lines(g) {
			if n.actions[0].Break {
				at++
			}
			item := bar.Items[i].Items[at]
			at++
			if n.sub == (language.Text{}) {
				off, on := n.actions[0].state()
				set(item, off, on)
				continue
			}
			set(item, !n.canRun(), false)
			under := 0
			for j, a := range n.actions {
				if a.Break && j > 0 {
					under++
				}
				off, on := a.state()
				set(item.ChildMenu.Items[under], off, on)
				under++
			}
		}
	}
	return changed
}
