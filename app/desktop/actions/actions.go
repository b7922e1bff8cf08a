// Package actions holds the commands of the window as one list: what each is
// called in both languages, its shortcut, when it can be run and what it does.
// The menu, the tool bar, the shortcuts, the palette and the sheet of shortcuts
// are all drawn from that list, so they cannot disagree.
//
//	list := actions.List{
//		{ID: "save", Group: actions.File, Name: language.Text{ZH: "保存", EN: "Save"},
//			Key: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault, Run: desk.save},
//	}
//	window.SetMainMenu(list.Menu(language.ZH))
package actions

import (
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Group is the menu that an action stands in.
type Group int

// The groups in the order of the menu bar.
const (
	File Group = iota
	Edit
	Insert
	Library
	Review
	View
	Help
	groups // their number
)

// Name returns what the menu of the group is called.
func (g Group) Name() language.Text {
	return [groups]language.Text{
		{ZH: "文件", EN: "File"},
		{ZH: "编辑", EN: "Edit"},
		{ZH: "插入", EN: "Insert"},
		{ZH: "论据库", EN: "Library"},
		{ZH: "审校", EN: "Review"},
		{ZH: "视图", EN: "View"},
		{ZH: "帮助", EN: "Help"},
	}[g]
}

// An Action is one command.
type Action struct {
	ID       string
	Group    Group
	Name     language.Text
	Key      fyne.KeyName // empty: no shortcut
	Modifier fyne.KeyModifier
	Icon     fyne.Resource
	Break    bool // a line stands before it in the menu
	// Sub names the menu within the menu that it stands in, with all others of
	// the group that name the same; empty: it stands in the menu itself.
	Sub     language.Text
	Quit    bool        // ends the program
	Enabled func() bool // nil: always
	Checked func() bool // nil: not something that is on or off
	Run     func()
}

// CanRun reports whether the action can be run now.
func (a *Action) CanRun() bool { return a.Enabled == nil || a.Enabled() }

// Do runs the action if it can be run now.
func (a *Action) Do() {
	if a.CanRun() {
		a.Run()
	}
}

// Shortcut returns the shortcut for Fyne, or nil. Fyne has names of its own
// for undo and redo.
func (a *Action) Shortcut() fyne.Shortcut {
	switch {
	case a.Key == "":
		return nil
	case a.Modifier == fyne.KeyModifierShortcutDefault && a.Key == fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	case a.Modifier == fyne.KeyModifierShortcutDefault && a.Key == fyne.KeyY:
		return &fyne.ShortcutRedo{}
	}
	// A function key alone is no shortcut for Fyne: the menu shows it, and
	// [List.Function] answers it.
	return &desktop.CustomShortcut{KeyName: a.Key, Modifier: a.Modifier}
}

// Keys returns the shortcut as it is written on the keys, or nothing.
func (a *Action) Keys() string {
	if a.Key == "" {
		return ""
	}
	s := ""
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierSuper, "Cmd+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
	} {
		if a.Modifier&m.bit != 0 {
			s += m.name
		}
	}
	switch a.Key {
	case fyne.KeyUp:
		return s + "↑"
	case fyne.KeyDown:
		return s + "↓"
	case fyne.KeyLeft:
		return s + "←"
	case fyne.KeyRight:
		return s + "→"
	case fyne.KeyReturn:
		return s + "Enter"
	case fyne.KeyEqual:
		return s + "+"
	case fyne.KeyMinus:
		return s + "-"
	case fyne.KeyPageUp:
		return s + "PgUp"
	case fyne.KeyPageDown:
		return s + "PgDn"
	}
	return s + string(a.Key)
}

// List is all actions, by group and in the order of the menus.
type List []*Action

// Find returns the action with the id, or nil.
func (l List) Find(id string) *Action {
	for _, a := range l {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// Function returns the action of a function key that is pressed alone or with
// Shift, neither of which is a shortcut for Fyne; nil if there is none.
func (l List) Function(key fyne.KeyName, held fyne.KeyModifier) *Action {
	for _, a := range l {
		if a.Key == key && a.Modifier == held&fyne.KeyModifierShift {
			return a
		}
	}
	return nil
}

// Of returns the actions of a group.
func (l List) Of(g Group) List {
	var of List
	for _, a := range l {
		if a.Group == g {
			of = append(of, a)
		}
	}
	return of
}

// Groups returns the groups in which there are actions.
func (l List) Groups() []Group {
	var in []Group
	for g := range groups {
		if len(l.Of(g)) > 0 {
			in = append(in, g)
		}
	}
	return in
}
