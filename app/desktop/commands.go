package desktop

import (
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/palette"
	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/app/settings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	ctrl = fyne.KeyModifierShortcutDefault
	alt  = fyne.KeyModifierAlt
	shif = fyne.KeyModifierShift
)

// textStep is how much larger or smaller everything becomes at a time, in
// percent; Fyne draws in steps of ten.
const textStep = 10

// commands returns everything that can be done in the window.
func (d *Desk) commands() actions.List {
	return slices.Concat(d.fileCommands(), d.editCommands(), d.textCommands(), d.referenceCommands(), d.libraryCommands(), d.checkCommands(), d.viewCommands(), d.paneCommands(), d.pageCommands(), d.lookCommands(), d.helpCommands())
}

// working reports whether a document is open and no dialog is over the window.
func (d *Desk) working() bool { return d.doc != nil && d.editor != nil && d.free() }

// free reports whether no dialog is over the window. While it is asked what
// menu and bars show, dialogs do not count: nothing would show it anew when
// they are closed.
func (d *Desk) free() bool { return d.showing || d.window.Canvas().Overlays().Top() == nil }

func (d *Desk) fileCommands() actions.List {
	list := actions.List{
		{ID: "new", Group: actions.File, Name: language.Text{ZH: "新建简报…", EN: "New brief…"}, Key: fyne.KeyN, Modifier: ctrl, Icon: icon.Template, Enabled: d.free, Run: d.newBrief},
		{ID: "next issue", Group: actions.File, Name: language.Text{ZH: "接着出新一期", EN: "Begin the next issue"}, Icon: icon.Issue, Enabled: d.hasIssue, Run: d.nextIssue},
		{ID: "open", Group: actions.File, Name: language.Text{ZH: "打开…", EN: "Open…"}, Key: fyne.KeyO, Modifier: ctrl, Icon: icon.FolderOpen, Enabled: d.free, Run: d.open},
		{ID: "sample", Group: actions.File, Name: language.Text{ZH: "打开示例简报", EN: "Open the finished sample"}, Icon: icon.Sample, Enabled: d.free, Run: d.openSample},
		{ID: "save", Group: actions.File, Break: true, Name: language.Text{ZH: "保存", EN: "Save"}, Key: fyne.KeyS, Modifier: ctrl, Icon: icon.Save, Enabled: d.working, Run: d.save},
		{ID: "save as", Group: actions.File, Name: language.Text{ZH: "另存为…", EN: "Save as…"}, Key: fyne.KeyS, Modifier: ctrl | shif, Enabled: d.working, Run: func() { d.saveAs(nil) }},
		{ID: "issue details", Group: actions.File, Name: language.Text{ZH: "期号、单位、日期", EN: "Number, unit and date"}, Icon: icon.Info, Enabled: d.working, Run: func() { d.inText(d.editor.ToNumber) }},
		{ID: "page settings", Group: actions.File, Name: language.Text{ZH: "页面设置…", EN: "Page settings…"}, Icon: icon.PageSettings, Enabled: d.working, Run: d.askPage},
		{ID: "export", Group: actions.File, Name: language.Text{ZH: "导出 PDF…", EN: "Export PDF…"}, Key: fyne.KeyE, Modifier: ctrl, Icon: icon.Export, Enabled: d.working, Run: d.export},
		{ID: "export again", Group: actions.File, Name: language.Text{ZH: "照上次再导出", EN: "Export again as the last time"}, Key: fyne.KeyF9, Icon: icon.Repeat, Enabled: d.working, Run: d.exportAgain},
		{ID: "snapshots", Group: actions.File, Break: true, Name: language.Text{ZH: "快照…", EN: "Snapshots…"}, Key: fyne.KeyS, Modifier: ctrl | alt, Icon: icon.Recent, Enabled: func() bool { return d.working() && d.Kept != "" }, Run: d.showSnapshots},
		{ID: "close", Group: actions.File, Break: true, Name: language.Text{ZH: "关闭简报，回到首页", EN: "Close the brief"}, Key: fyne.KeyW, Modifier: ctrl, Icon: icon.Home, Enabled: d.working, Run: d.closeBrief},
		{ID: "quit", Group: actions.File, Name: language.Text{ZH: "退出", EN: "Quit"}, Key: fyne.KeyQ, Modifier: ctrl, Quit: true, Run: d.quit},
	}
	before := slices.IndexFunc(list, func(a *actions.Action) bool { return a.ID == "close" })
	return slices.Insert(list, before, slices.Concat(d.teachingCommands(), d.templateCommands())...)
}

func (d *Desk) editCommands() actions.List {
	onBlock := func() bool { return d.working() && d.editor.Selected().Block != "" }
	canMove := func(by int) func() bool {
		return func() bool { return d.working() && d.editor.CanMove(d.editor.Selected().Block, by) }
	}
	list := actions.List{
		{
			ID: "undo", Group: actions.Edit, Name: language.Text{ZH: "撤销", EN: "Undo"}, Key: fyne.KeyZ, Modifier: ctrl, Icon: icon.Undo,
			Enabled: func() bool { return d.working() && d.doc.history.CanUndo() }, Run: d.undo,
		},
		{
			ID: "redo", Group: actions.Edit, Name: language.Text{ZH: "重做", EN: "Redo"}, Key: fyne.KeyY, Modifier: ctrl, Icon: icon.Redo,
			Enabled: func() bool { return d.working() && d.doc.history.CanRedo() }, Run: d.redo,
		},
		{
			ID: "up", Group: actions.Edit, Break: true, Name: language.Text{ZH: "本块上移", EN: "Move block up"}, Key: fyne.KeyUp, Modifier: alt, Enabled: canMove(-1),
			Run: func() { d.editor.Move(d.editor.Selected().Block, -1) },
		},
		{
			ID: "down", Group: actions.Edit, Name: language.Text{ZH: "本块下移", EN: "Move block down"}, Key: fyne.KeyDown, Modifier: alt, Enabled: canMove(1),
			Run: func() { d.editor.Move(d.editor.Selected().Block, 1) },
		},
		{
			ID: "delete", Group: actions.Edit, Name: language.Text{ZH: "删除本块", EN: "Delete block"}, Key: fyne.KeyD, Modifier: ctrl | shif, Enabled: onBlock,
			Run: func() { d.editor.Remove(d.editor.Selected().Block) },
		},
	}
	keys := map[brief.Kind]fyne.KeyName{brief.Paragraph: fyne.Key1, brief.Heading: fyne.Key2, brief.List: fyne.Key3, brief.Table: fyne.Key4, brief.Recommendation: fyne.Key5, brief.Note: fyne.Key6}
	for _, k := range []brief.Kind{brief.Paragraph, brief.Heading, brief.List, brief.Table, brief.Recommendation, brief.Note, brief.FigureKind, brief.Timeline, brief.TermList, brief.Question, brief.Exercise, brief.PageBreak} {
		a := &actions.Action{ID: "insert " + string(k), Group: actions.Insert, Name: catalogue.BlockKind(k), Key: keys[k], Enabled: d.working, Run: func() { d.editor.Add(k) }}
		if a.Key != "" {
			a.Modifier = ctrl
		} else if k != brief.FigureKind {
			a.Sub = catalogue.MoreBlocks
		}
		list = append(list, a)
	}
	return append(list, &actions.Action{
		ID: "insert argument", Group: actions.Insert, Break: true, Name: language.Text{ZH: "左侧选中的论点", EN: "The argument chosen on the left"}, Key: fyne.KeyI, Modifier: ctrl | shif,
		Enabled: func() bool { return d.working() && chosen(d) }, Run: func() {
			if e, ok := d.pane.Chosen(); ok {
				d.insertArgument(e, argument.Statement)
			}
		},
	})
}

func chosen(d *Desk) bool {
	if d.pane == nil {
		return false
	}
	_, ok := d.pane.Chosen()
	return ok
}

func (d *Desk) viewCommands() actions.List {
	return actions.List{
		{ID: "palette", Group: actions.View, Name: language.Text{ZH: "查找命令…", EN: "Find a command…"}, Key: fyne.KeyK, Modifier: ctrl, Icon: icon.Command, Enabled: d.free, Run: d.showPalette},
		{ID: "search", Group: actions.View, Name: language.Text{ZH: "搜索论点", EN: "Search the library"}, Key: fyne.KeyL, Modifier: ctrl, Icon: icon.Search, Enabled: d.working, Run: d.searchLibrary},
		{ID: "text", Group: actions.View, Name: language.Text{ZH: "回到正文", EN: "Go to the text"}, Key: fyne.KeyT, Modifier: ctrl, Icon: icon.Edit, Enabled: d.working, Run: d.backToText},
		{ID: "next section", Group: actions.View, Name: language.Text{ZH: "下一节", EN: "Next section"}, Key: fyne.KeyPageDown, Modifier: ctrl, Enabled: d.working, Run: func() { d.inText(func() { d.editor.NextSection(1) }) }},
		{ID: "previous section", Group: actions.View, Name: language.Text{ZH: "上一节", EN: "Previous section"}, Key: fyne.KeyPageUp, Modifier: ctrl, Enabled: d.working, Run: func() { d.inText(func() { d.editor.NextSection(-1) }) }},
	}
}

// The menus within the menu of the view.
var (
	pageSize = language.Text{ZH: "页面大小", EN: "Size of pages"}
	textSize = language.Text{ZH: "界面大小", EN: "Size of text"}
	colours  = language.Text{ZH: "配色", EN: "Colours"}
)

// pageCommands change how the pages are shown.
func (d *Desk) pageCommands() actions.List {
	return actions.List{
		{ID: "larger pages", Group: actions.View, Sub: pageSize, Break: true, Name: language.Text{ZH: "放大页面", EN: "Larger pages"}, Key: fyne.KeyEqual, Modifier: ctrl | alt, Icon: icon.ZoomIn, Enabled: d.working, Run: func() { d.pages.Step(1) }},
		{ID: "smaller pages", Group: actions.View, Sub: pageSize, Name: language.Text{ZH: "缩小页面", EN: "Smaller pages"}, Key: fyne.KeyMinus, Modifier: ctrl | alt, Icon: icon.ZoomOut, Enabled: d.working, Run: func() { d.pages.Step(-1) }},
		{ID: "fit pages", Group: actions.View, Sub: pageSize, Name: language.Text{ZH: "页面适合宽度", EN: "Pages as wide as the pane"}, Key: fyne.Key0, Modifier: ctrl | alt, Icon: icon.FitWidth, Enabled: d.working, Run: func() { d.pages.Fit() }},
		{
			ID: "thumbnails", Group: actions.View, Sub: pageSize, Break: true, Name: language.Text{ZH: "页面缩略图", EN: "Thumbnails of pages"}, Icon: icon.Thumbnails, Enabled: d.working,
			Checked: func() bool { return d.choice.Thumbnails },
			Run: func() {
				c := d.choice
				c.Thumbnails = !c.Thumbnails
				d.pages.Choose(c)
			},
		},
	}
}

func (d *Desk) lookCommands() actions.List {
	in := func(v theme.Variant) func() bool { return func() bool { return d.look.Variant() == v } }
	return actions.List{
		{ID: "larger text", Group: actions.View, Sub: textSize, Name: language.Text{ZH: "界面放大", EN: "Larger text"}, Key: fyne.KeyEqual, Modifier: ctrl, Run: func() { d.setTextSize(d.Memory.TextSize() + textStep) }},
		{ID: "smaller text", Group: actions.View, Sub: textSize, Name: language.Text{ZH: "界面缩小", EN: "Smaller text"}, Key: fyne.KeyMinus, Modifier: ctrl, Run: func() { d.setTextSize(d.Memory.TextSize() - textStep) }},
		{ID: "normal text", Group: actions.View, Sub: textSize, Name: language.Text{ZH: "界面恢复原大", EN: "Normal text"}, Key: fyne.Key0, Modifier: ctrl, Run: func() { d.setTextSize(settings.NormalText) }},
		{ID: "full screen", Group: actions.View, Name: language.Text{ZH: "全屏", EN: "Full screen"}, Key: fyne.KeyF11, Icon: icon.FullScreen, Checked: d.window.FullScreen, Run: func() { d.window.SetFullScreen(!d.window.FullScreen()) }},
		{ID: "language", Group: actions.View, Break: true, Name: language.Text{ZH: "Switch to English", EN: "切换为中文"}, Key: fyne.KeyG, Modifier: ctrl | shif, Icon: icon.Globe, Run: func() { d.setLanguage(d.lang.Other()) }},
		{ID: "theme", Group: actions.View, Sub: colours, Name: language.Text{ZH: "切换深浅配色", EN: "Switch light and dark"}, Icon: icon.Contrast, Run: d.switchTheme},
		{ID: "light", Group: actions.View, Sub: colours, Break: true, Name: language.Text{ZH: "浅色", EN: "Light"}, Checked: in(theme.Light), Run: func() { d.setTheme(theme.Light) }},
		{ID: "dark", Group: actions.View, Sub: colours, Name: language.Text{ZH: "深色", EN: "Dark"}, Checked: in(theme.Dark), Run: func() { d.setTheme(theme.Dark) }},
		{ID: "contrast", Group: actions.View, Sub: colours, Name: language.Text{ZH: "高对比度", EN: "High contrast"}, Checked: in(theme.Contrast), Run: func() { d.setTheme(theme.Contrast) }},
		{ID: "system", Group: actions.View, Sub: colours, Name: language.Text{ZH: "跟随系统", EN: "As the system"}, Checked: in(theme.System), Run: func() { d.setTheme(theme.System) }},
	}
}

func (d *Desk) helpCommands() actions.List {
	return actions.List{
		{ID: "keys", Group: actions.Help, Name: language.Text{ZH: "快捷键一览", EN: "Keyboard shortcuts"}, Key: fyne.KeyF1, Icon: icon.Keyboard, Enabled: d.free, Run: d.showKeys},
		{ID: "log", Group: actions.Help, Name: catalogue.LogFolder, Icon: icon.Folder, Enabled: func() bool { return d.free() && d.Log != "" }, Run: d.showLog},
		{ID: "about", Group: actions.Help, Name: language.Text{ZH: "关于策论", EN: "About Celun"}, Icon: icon.Info, Enabled: d.free, Run: d.showAbout},
	}
}

// showPalette opens the box in which a command is found by typing.
func (d *Desk) showPalette() {
	palette.Show(d.window, palette.Params{Language: d.lang, Actions: append(d.actions[:len(d.actions):len(d.actions)], d.sections()...), Last: d.latest, Run: func(a *actions.Action) {
		d.latest = append([]string{a.ID}, slices.DeleteFunc(d.latest, func(id string) bool { return id == a.ID })...)
		d.latest = d.latest[:min(len(d.latest), 5)]
		a.Do()
	}})
}

// sections returns a command for each section of the open brief, by which the
// palette goes there.
func (d *Desk) sections() actions.List {
	if !d.working() {
		return nil
	}
	var list actions.List
	for _, s := range d.doc.history.Brief().Sections {
		list = append(list, &actions.Action{
			ID: "section " + s.ID, Group: actions.View, Icon: icon.Heading,
			Name: named(catalogue.GoToSection, brief.Plain(s.Heading.ZH), brief.Plain(s.Heading.EN)),
			Run:  func() { d.inText(func() { d.editor.ToSection(s.ID) }) },
		})
	}
	return list
}

func isArrow(k fyne.KeyName) bool {
	return k == fyne.KeyDown || k == fyne.KeyUp || k == fyne.KeyLeft || k == fyne.KeyRight
}

// typedKey answers keys that nothing with the focus wants: function keys, which
// are no shortcuts for Fyne, Escape, which leaves the questions for a new brief
// and a pane for the text, and arrows on the start page, which go to the file
// that was open last.
func (d *Desk) typedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && d.wizard != nil && d.free() {
		d.wizard.Cancel()
		return
	}
	if k.Name == fyne.KeyEscape && d.working() {
		if f, _ := d.editor.Field(); !d.editor.StopFinding() && f == nil {
			d.backToText()
		}
		return
	}
	if d.doc == nil && d.answers == nil && d.free() && isArrow(k.Name) {
		if d.firstStop != nil {
			d.window.Canvas().Focus(d.firstStop())
		}
		return
	}
	var held fyne.KeyModifier
	if driver, ok := d.fyne.Driver().(desktop.Driver); ok {
		held = driver.CurrentKeyModifiers()
	}
	if a := d.actions.Function(k.Name, held); a != nil {
		a.Do()
	}
}

// searchLibrary puts the caret into the search of the library.
func (d *Desk) searchLibrary() {
	if library, side := d.Memory.Panes(); !library || d.wide {
		d.Memory.SetPanes(true, side)
		d.wide = false
		d.showPanes()
	}
	d.pane.SearchFor()
}

// backToText puts the caret into the text.
func (d *Desk) backToText() { d.inText(d.editor.Focus) }

// switchTheme goes from light to dark and back.
func (d *Desk) switchTheme() {
	if d.isDark() {
		d.setTheme(theme.Light)
		return
	}
	d.setTheme(theme.Dark)
}

func (d *Desk) isDark() bool { return d.look.IsDark(d.fyne.Settings().ThemeVariant()) }

// closeBrief goes back to the start page.
func (d *Desk) closeBrief() {
	d.leave(func() {
		d.retire(d.doc)
		d.doc = nil
		d.show()
	})
}

// quit ends the program, when the document may be left.
func (d *Desk) quit() {
	d.leave(func() {
		d.retire(d.doc)
		d.rememberPlace()
		if d.pages != nil {
			d.pages.Close()
		}
		d.finder.Close()
		if d.ended != nil {
			d.ended()
		}
		d.window.SetCloseIntercept(nil)
		d.fyne.Quit()
	})
}
