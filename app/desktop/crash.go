package desktop

import (
	"fmt"
	"path/filepath"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
)

// tellOfCrash says that the program ended by accident the last time, and
// offers to show what was noted then.
func (d *Desk) tellOfCrash() {
	text := widgets.NewProse(fmt.Sprintf(catalogue.Crashed.In(d.lang), d.Crash))
	widgets.ShowDialog(d.window, catalogue.CrashedTitle.In(d.lang), caution(text), fyne.NewSize(560, 210),
		widgets.Answer{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.ShowReport.In(d.lang), Icon: icon.File, Rank: widgets.Primary, Run: func() { d.reveal(d.Crash) }})
}

// showLog shows the log in its folder.
func (d *Desk) showLog() { d.showInFolder(filepath.Join(d.Log, "celun.log")) }
