package desktop

import (
	"path/filepath"

	"celun/app/desktop/actions"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/templates"
	"celun/app/language"
	"celun/app/template"
)

// templateCommands are about what briefs start from and who issues them.
func (d *Desk) templateCommands() actions.List {
	return actions.List{
		{ID: "templates", Group: actions.File, Break: true, Name: language.Text{ZH: "模板…", EN: "Templates…"}, Icon: icon.Template, Enabled: d.free, Run: d.showTemplates},
		{ID: "unit", Group: actions.File, Name: language.Text{ZH: "本单位资料…", EN: "Unit profile…"}, Icon: icon.Settings, Enabled: d.free, Run: d.askUnit},
	}
}

// showTemplates shows the templates at hand.
func (d *Desk) showTemplates() {
	shelf, err := d.App.TemplateShelf()
	if err != nil {
		d.fail(err)
		return
	}
	templates.Show(d.window, templates.Params{
		Language: d.lang, Shelf: shelf, AskOpen: d.askFile, Fail: d.fail,
		Changed: func() {
			if d.doc == nil {
				d.show() // the start page has them too
			}
		},
		AskSave: func(title language.Text, offered string, chosen func(string)) {
			d.askPath(title, catalogue.Save, filepath.Join(d.folder(), offered), filepath.Ext(offered), chosen)
		},
	})
}

// askFile asks for a file with one of the endings.
func (d *Desk) askFile(title language.Text, endings []string, chosen func(path string)) {
	d.choose(browse.Params{
		Extension: endings[0], Also: endings[1:],
		Empty: language.Text{ZH: "这个文件夹里没有这样的文件", EN: "This folder has no such files"},
		Title: title, Confirm: catalogue.Import, Start: d.folder(), Places: d.recentFolders(), Chosen: chosen,
	})
}

// askUnit asks who issues the briefs.
func (d *Desk) askUnit() {
	templates.AskUnit(d.window, templates.UnitParams{
		Language: d.lang, Unit: d.Memory.Unit(), AskOpen: d.askFile, Fail: d.fail,
		Save: func(u template.Unit) {
			if err := d.Memory.SetUnit(u); err != nil {
				d.fail(err)
			}
		},
	})
}
