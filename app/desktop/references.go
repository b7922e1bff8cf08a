package desktop

import (
	"fmt"
	"path/filepath"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/desktop/actions"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// referenceExtensions are those of files of references.
var referenceExtensions = []string{".bib", ".ris", ".json", ".bibtex"}

// referenceCommands make figures of the library, take references in and choose
// how they are written.
func (d *Desk) referenceCommands() actions.List {
	in := func(st cite.Style) *actions.Action {
		return &actions.Action{
			ID: "references " + string(st), Group: actions.Insert, Sub: catalogue.ReferenceStyle, Name: catalogue.ReferencesAfter(st), Enabled: d.working,
			Checked: func() bool {
				return d.doc != nil && (d.doc.history.Brief().Meta.Citation == st || st == cite.GB2015 && d.doc.history.Brief().Meta.Citation == "")
			},
			Run: func() { d.changeMeta(func(m *brief.Meta) { m.Citation = st }) },
		}
	}
	return actions.List{
		{
			ID: "library options", Group: actions.Insert, Break: true,
			Name: language.Text{ZH: "用论据库列选项比较表", EN: "A table of options from the library"},
			Icon: icon.Table, Enabled: d.working, Run: d.insertOptions,
		},
		{
			ID: "library figure", Group: actions.Insert,
			Name: language.Text{ZH: "用论据库作图…", EN: "A figure from the library…"},
			Icon: icon.Figure, Enabled: d.working, Run: d.insertFigure,
		},
		{
			ID: "import references", Group: actions.Insert, Break: true, Name: language.Text{ZH: "导入参考文献…", EN: "Import references…"},
			Icon: icon.Import, Enabled: d.working, Run: d.importReferences,
		},
		in(cite.GB2015), in(cite.GB2025),
	}
}

// importReferences asks for a file of references and adds what is in it to the
// sources of the brief.
func (d *Desk) importReferences() {
	d.choose(browse.Params{
		Extension: referenceExtensions[0], Also: referenceExtensions[1:], Empty: catalogue.NoReferencesHere,
		Title: catalogue.ImportReferences, Confirm: catalogue.Import,
		Start: d.folder(), Places: d.recentFolders(), Chosen: d.takeReferences,
	})
}

// takeReferences reads a file of references beside the main thread.
func (d *Desk) takeReferences(path string) {
	name := filepath.Base(path)
	go func() {
		var sources []argument.Source
		var notes []cite.Note
		data, err := store.Read(path, cite.MaxBytes)
		if err == nil {
			sources, notes, err = cite.Read(name, data)
		}
		d.post(func() {
			switch {
			case err != nil:
				d.fail(err)
				return
			case d.doc == nil:
				return
			}
			edit, added := brief.AddSources(d.doc.history.Brief(), sources)
			if added > 0 && d.do(edit) != nil {
				return
			}
			d.tellReferences(added, len(sources)-added, name, notes)
		})
	}()
}

// tellReferences says what was taken in, and what was not read whole.
func (d *Desk) tellReferences(added, known int, name string, notes []cite.Note) {
	rows := []fyne.CanvasObject{widgets.NewProse(fmt.Sprintf(catalogue.ReferencesTaken.In(d.lang), added, known))}
	const most = 6
	for _, n := range notes[:min(most, len(notes))] {
		p := &language.Problem{Where: name, Line: n.Line, Entry: n.Entry, What: n.Text}
		rows = append(rows, widgets.NewNote(language.Tell(p, d.lang), theme.Amber, 0))
	}
	if len(notes) > most {
		rows = append(rows, widgets.NewNote(fmt.Sprintf(catalogue.MoreNotes.In(d.lang), len(notes)-most), theme.Muted, 0))
	}
	d.tell(catalogue.ImportReferences, widgets.NewPile(6, rows...), fyne.NewSize(520, 150+26*float32(min(most+1, len(notes)))))
}

// isReferences reports the name of a file of references that says so by its
// ending.
func isReferences(extension string) bool {
	return extension != ".json" && slices.Contains(referenceExtensions, extension)
}
