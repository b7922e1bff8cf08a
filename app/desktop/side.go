package desktop

import (
	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/shell"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// tabs returns the panes of the side on the right, in their order. A pane is
// one entry here; the command that shows it follows from that.
func (d *Desk) tabs() []shell.Tab {
	return []shell.Tab{
		{ID: "pages", Name: catalogue.Pages, Icon: icon.Pages, View: func() fyne.CanvasObject { return d.pages.View() }},
		{
			ID: "map", Name: catalogue.Map, Icon: icon.Map,
			View:  func() fyne.CanvasObject { return d.argMap.View() },
			Shown: func(on bool) { d.argMap.SetShown(on) },
		},
		{
			ID: "checks", Name: catalogue.Checks, Icon: icon.Checks,
			View:  func() fyne.CanvasObject { return d.checks.pane.View() },
			Shown: func(on bool) { d.checks.pane.InFront(on) },
		},
	}
}

// sideKeys are the keys of the panes on the right, in their order.
var sideKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4}

// paneCommands show and hide the panes.
func (d *Desk) paneCommands() actions.List {
	var list actions.List
	for i, t := range d.tabs() {
		a := &actions.Action{
			ID: "pane " + t.ID, Group: actions.View, Break: i == 0,
			Name:    language.Text{ZH: "显示" + t.Name.ZH, EN: "Show " + catalogue.Lower(t.Name.EN)},
			Icon:    t.Icon,
			Enabled: d.working,
			Checked: func() bool { return d.doc != nil && d.side != nil && d.side.Current() == t.ID },
			Run:     func() { d.showTab(t.ID) },
		}
		if i < len(sideKeys) {
			a.Key, a.Modifier = sideKeys[i], alt
		}
		list = append(list, a)
	}
	return append(
		list,
		&actions.Action{
			ID: "library pane", Group: actions.View, Name: language.Text{ZH: "论据库栏", EN: "Library pane"}, Key: fyne.KeyF4, Icon: icon.SidebarLeft,
			Enabled: d.working, Checked: func() bool { library, _ := d.Memory.Panes(); return library },
			Run: func() {
				library, side := d.Memory.Panes()
				d.Memory.SetPanes(!library, side)
				d.showPanes()
			},
		},
		&actions.Action{
			ID: "side pane", Group: actions.View, Name: language.Text{ZH: "右侧栏", EN: "Right pane"}, Key: fyne.KeyF6, Icon: icon.SidebarRight,
			Enabled: d.working, Checked: func() bool { _, side := d.Memory.Panes(); return side },
			Run: func() {
				library, side := d.Memory.Panes()
				d.Memory.SetPanes(library, !side)
				d.wide = false
				d.showPanes()
			},
		},
		&actions.Action{
			ID: "wide side", Group: actions.View, Name: language.Text{ZH: "右侧栏占满", EN: "Right pane in full"}, Key: fyne.KeyF7, Icon: icon.FullScreen,
			Enabled: d.working, Checked: func() bool { return d.wide },
			Run: func() {
				d.wide = !d.wide
				d.showPanes()
			},
		},
	)
}

// showTab brings a pane on the right to the front, with the keyboard where it
// can be used there, and shows the side if it is hidden, in full where it has no
// room beside the text. From what is hidden
// by it the keyboard goes back to the text.
func (d *Desk) showTab(id string) {
	held := d.keyboardIn(d.side.View())
	library, side := d.Memory.Panes()
	if !side {
		d.Memory.SetPanes(library, true)
		d.showPanes()
	}
	if d.panes.Crowded() {
		d.wide = true
		d.showPanes()
	}
	d.side.Show(id)
	switch {
	case id == "map":
		d.argMap.Focus(d.window.Canvas())
	case id == "checks":
		d.checks.pane.Focus(d.window.Canvas())
	case held:
		d.editor.Focus()
	}
	d.Memory.SetSide(id)
	d.showMenu()
}

// keyboardIn reports whether what has the focus stands in a part of the
// window.
func (d *Desk) keyboardIn(part fyne.CanvasObject) bool {
	o, ok := d.window.Canvas().Focused().(fyne.CanvasObject)
	if !ok || part == nil {
		return false
	}
	driver := d.fyne.Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(part))
	size := part.Size()
	return part.Visible() && at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y < size.Height
}

// showPanes shows the panes that are to be seen.
func (d *Desk) showPanes() {
	library, side := d.Memory.Panes()
	d.panes.ShowPanes(library && !d.wide, !d.wide, side || d.wide)
	d.showMenu()
}
