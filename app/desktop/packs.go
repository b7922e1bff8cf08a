package desktop

import (
	"fmt"
	"path/filepath"
	"strings"

	"celun/app/argument"
	"celun/app/desktop/actions"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/receive"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

const packExtension = ".yaml"

func (d *Desk) libraryCommands() actions.List {
	onOne := func() bool { return d.working() && chosen(d) }
	with := func(do func(*library.Entry)) func() {
		return func() {
			if e, ok := d.pane.Chosen(); ok {
				do(e)
			}
		}
	}
	return actions.List{
		{ID: "new argument", Group: actions.Library, Name: language.Text{ZH: "新论点…", EN: "New argument…"}, Key: fyne.KeyN, Modifier: ctrl | shif, Icon: icon.Add, Enabled: d.free, Run: d.newArgument},
		{ID: "details", Group: actions.Library, Break: true, Name: language.Text{ZH: "所选论点的详情…", EN: "Details of the chosen argument…"}, Key: fyne.KeyD, Modifier: ctrl, Enabled: onOne, Run: with(d.openEntry)},
		{ID: "edit argument", Group: actions.Library, Name: language.Text{ZH: "修改所选论点…", EN: "Edit the chosen argument…"}, Key: fyne.KeyM, Modifier: ctrl, Enabled: onOne, Run: with(d.editArgument)},
		{ID: "link argument", Group: actions.Library, Name: language.Text{ZH: "给所选论点添加联系…", EN: "Link the chosen argument…"}, Enabled: onOne, Run: with(d.linkArgument)},
		{ID: "duplicate argument", Group: actions.Library, Name: language.Text{ZH: "复制所选论点", EN: "Duplicate the chosen argument"}, Enabled: onOne, Run: with(d.duplicateArgument)},
		{ID: "delete argument", Group: actions.Library, Name: language.Text{ZH: "把所选论点移入回收站…", EN: "Move the chosen argument to the bin…"}, Enabled: onOne, Run: with(d.deleteArgument)},
		{ID: "undo library", Group: actions.Library, Break: true, Name: language.Text{ZH: "撤销对论据库的改动", EN: "Undo the change of the library"}, Key: fyne.KeyZ, Modifier: ctrl | alt, Icon: icon.Undo, Enabled: func() bool { return d.free() && len(d.steps.undo) > 0 }, Run: d.undoLibrary},
		{ID: "redo library", Group: actions.Library, Name: language.Text{ZH: "重做对论据库的改动", EN: "Redo the change of the library"}, Key: fyne.KeyY, Modifier: ctrl | alt, Icon: icon.Redo, Enabled: func() bool { return d.free() && len(d.steps.redo) > 0 }, Run: d.redoLibrary},
		{ID: "bin", Group: actions.Library, Name: language.Text{ZH: "回收站…", EN: "Bin…"}, Icon: icon.Bin, Enabled: d.free, Run: d.showBin},
		{ID: "import pack", Group: actions.Library, Break: true, Name: language.Text{ZH: "导入论据包…", EN: "Import a pack…"}, Enabled: d.free, Run: d.importPack},
		{ID: "update pack", Group: actions.Library, Name: language.Text{ZH: "采用内置论据包的新内容…", EN: "Take what is new in the built-in pack…"}, Enabled: func() bool { return d.free() && len(d.updates) > 0 }, Run: d.updatePack},
		{ID: "export pack", Group: actions.Library, Name: language.Text{ZH: "导出论据包…", EN: "Export a pack…"}, Enabled: d.free, Run: d.exportPack},
	}
}

// importPack asks for a pack file and takes it into the library.
func (d *Desk) importPack() {
	d.choose(browse.Params{
		Extension: packExtension, Empty: catalogue.NoPackHere,
		Title: catalogue.ImportPack, Confirm: catalogue.Import,
		Start: d.folder(), Places: d.recentFolders(), Chosen: d.receivePack,
	})
}

// receivePack reads a pack beside the main thread and compares it with the
// library; what clashes is asked.
func (d *Desk) receivePack(path string) {
	go func() {
		var in *library.Incoming
		data, err := store.Read(path, argument.MaxBytes)
		if err == nil {
			in, err = d.shelf.Receive(filepath.Base(path), data)
		}
		d.post(func() {
			switch {
			case err != nil:
				d.fail(err)
			case in.Same():
				d.tell(catalogue.ImportPack, widgets.NewProse(catalogue.NothingNew.In(d.lang)), fyne.NewSize(460, 150))
			case len(in.Clashes) == 0:
				d.takePack(in, nil)
			default:
				receive.Ask(d.window, receive.Params{Language: d.lang, Incoming: in, TagName: d.lib.TagName, Done: func(c map[string]library.Choice) { d.takePack(in, c) }})
			}
		})
	}()
}

// takePack imports a pack with a choice for every clash.
func (d *Desk) takePack(in *library.Incoming, choices map[string]library.Choice) {
	before := d.shelf.Library()
	d.takeIn(func() error { return d.shelf.Import(in, choices) }, func() {
		said := catalogue.KeptAll.In(d.lang)
		if d.shelf.Library() != before {
			said = imported(in, choices).In(d.lang)
		}
		d.tell(catalogue.ImportPack, widgets.NewProse(said), fyne.NewSize(460, 150))
	})
}

// imported says what came of an import.
func imported(in *library.Incoming, choices map[string]library.Choice) language.Text {
	counts := map[library.Choice]int{}
	for _, c := range choices {
		counts[c]++
	}
	added := len(in.New) + counts[library.KeepBoth]
	say := func(l language.Language) string {
		return fmt.Sprintf(catalogue.ImportedSome.In(l), in.Pack.Title.In(l), added, counts[library.TakeTheirs], counts[library.KeepMine])
	}
	return language.Text{ZH: say(language.ZH), EN: say(language.EN)}
}

// exportPack asks which pack is to be written to a file, as what, and where.
func (d *Desk) exportPack() {
	packs := d.shelf.Packs()
	titles := make([]string, len(packs))
	for i, h := range packs {
		titles[i] = h.Pack.Title.In(d.lang)
	}
	formats := argument.FileFormats()
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = catalogue.PackFormat(f).In(d.lang)
	}
	pack, format := widgets.NewDrop(titles, 0, nil), widgets.NewDrop(names, 0, nil)
	offered := packs[0].Pack.ID + formats[0].Extension()
	path := widgets.NewPathEntry(filepath.Join(d.folder(), offered))
	about := widgets.NewNote("", theme.Muted, 0)
	offer := func(int) { // a name that the user wrote stays, but for its end
		h, f := packs[pack.At()], formats[format.At()]
		about.SetText(fmt.Sprintf(catalogue.PackHas.In(d.lang), len(h.Pack.Arguments), len(h.Pack.Terms)) + " · " + standing(h.Standing).In(d.lang))
		name := strings.TrimSuffix(filepath.Base(path.Text), filepath.Ext(path.Text)) + f.Extension()
		if filepath.Base(path.Text) == offered {
			name, offered = h.Pack.ID+f.Extension(), h.Pack.ID+f.Extension()
		}
		path.SetText(filepath.Join(filepath.Dir(path.Text), name))
	}
	offer(0)
	pack.OnChanged, format.OnChanged = offer, offer
	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(d.lang), nil, func() { d.browse(path.Text, path.SetText) })
	const column = 120
	form := widgets.NewPile(12,
		widgets.NewNamed(catalogue.PackName.In(d.lang), column, widgets.NewPile(4, pack, about)),
		widgets.NewNamed(catalogue.FileFormat.In(d.lang), column, format),
		widgets.NewNamed(catalogue.FileAndFolder.In(d.lang), column, widgets.NewLine(8, 0, path, browse)))
	box := widgets.ShowDialog(d.window, catalogue.ExportPack.In(d.lang), form, fyne.NewSize(660, 300),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Export.In(d.lang), Rank: widgets.Primary, Run: func() {
			f := formats[format.At()]
			p := packs[pack.At()].Pack
			d.notOver(catalogue.ExportPack, path.Text, f.Extension(), func(to string) { d.exportTo(p, f, to) })
		}})
	box.FocusOn(path)
}

func standing(s library.Standing) language.Text {
	switch s {
	case library.Changed:
		return catalogue.StandChanged
	case library.Own:
		return catalogue.StandOwn
	case library.Received:
		return catalogue.StandReceived
	}
	return catalogue.StandBuiltIn
}

// exportTo writes a pack to a file.
func (d *Desk) exportTo(p *argument.Pack, f argument.FileFormat, path string) {
	go func() {
		data, err := argument.Export(p, f)
		if err == nil {
			err = store.Write(path, data)
		}
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			d.tell(catalogue.ExportPack, widgets.NewProse(fmt.Sprintf(catalogue.PackExported.In(d.lang), path)), fyne.NewSize(520, 160))
		})
	}()
}

// updatePack takes what a newer built-in pack brings into the changed one;
// what the user changed too is asked.
func (d *Desk) updatePack() {
	if len(d.updates) == 0 {
		return
	}
	pack := d.updates[0].Pack
	in := &library.Incoming{Name: catalogue.StandBuiltIn.In(d.lang)}
	for _, u := range d.updates {
		switch {
		case u.Pack != pack:
		case u.IsQuestion():
			in.Clashes = append(in.Clashes, library.Clash{
				Kind: library.Differs, ID: u.Theirs.ID, Pack: pack, Mine: u.Mine, Theirs: u.Theirs,
				Message: language.Text{
					ZH: fmt.Sprintf(catalogue.NewerText.ZH, u.Theirs.ID), EN: fmt.Sprintf(catalogue.NewerText.EN, u.Theirs.ID),
				},
			})
		default:
			in.New = append(in.New, u.Theirs.ID)
		}
	}
	if e, ok := d.lib.In(pack, d.updates[0].Theirs.ID); ok {
		in.Pack = e.Pack
	} else {
		in.Pack = &argument.Pack{ID: pack}
	}
	receive.Ask(d.window, receive.Params{Language: d.lang, Incoming: in, BuiltIn: true, TagName: d.lib.TagName, Done: func(c map[string]library.Choice) {
		choices := map[string]library.Choice{}
		for _, clash := range in.Clashes {
			choices[clash.ID] = c[clash.Key()]
		}
		d.takeIn(func() error { return d.shelf.Update(pack, choices) }, func() { d.say(imported(in, c).In(d.lang)) })
	}})
}
