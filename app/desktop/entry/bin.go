package entry

import (
	"celun/app/argument"
	"celun/app/desktop/catalogue"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// A Binned argument was deleted from a pack.
type Binned struct {
	Pack     string
	Argument *argument.Argument
}

// ShowBin shows the deleted arguments; restore is called with one that is to
// be brought back.
func ShowBin(w fyne.Window, lang language.Language, all []Binned, restore func(Binned)) {
	var box *widgets.Dialog
	rows := make([]fyne.CanvasObject, 0, len(all))
	for _, b := range all {
		a := b.Argument
		back := widgets.NewButton(widgets.Plain, catalogue.Restore.In(lang), nil, func() {
			box.Hide()
			restore(b)
		})
		title := oneLine(a.ID + "  " + a.Title.In(lang))
		rows = append(rows, widgets.NewLine(8, 1, widgets.NewMark(librarypane.Shape(a.Kind)), title, back))
	}
	if len(all) == 0 {
		rows = append(rows, widgets.NewNote(catalogue.BinEmpty.In(lang), theme.Muted, 0))
	}
	box = widgets.ShowDialog(w, catalogue.Bin.In(lang), widgets.NewScroller(widgets.NewPile(8, rows...)), fyne.NewSize(620, 360),
		widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain})
}
