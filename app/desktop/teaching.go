package desktop

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"celun/app"
	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/handout"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// teachingCommands make what a trainer takes to class.
func (d *Desk) teachingCommands() actions.List {
	return actions.List{
		{ID: "lesson", Group: actions.File, Break: true, Name: language.Text{ZH: "由本简报派生培训讲义", EN: "Derive a training handout"}, Icon: icon.Template, Enabled: d.working, Run: d.deriveLesson},
		{ID: "class", Group: actions.File, Name: language.Text{ZH: "生成一套培训材料…", EN: "Make a trainer’s set…"}, Icon: icon.Question, Enabled: d.working, Run: d.askClass},
	}
}

// deriveLesson opens a training handout made of the brief that is open.
func (d *Desk) deriveLesson() {
	b := d.doc.history.Brief()
	d.leave(func() {
		go func() {
			lesson, err := d.App.Lesson(b)
			d.post(func() {
				if err != nil {
					d.fail(err)
					return
				}
				d.putDraft(lesson)
			})
		}()
	})
}

// askClass asks how a trainer's set is made, and makes it beside the main
// thread.
func (d *Desk) askClass() {
	lang := d.lang
	folder := widgets.NewPathEntry(filepath.Join(d.folder(), strings.TrimSuffix(fileName(d.name()), filepath.Ext(d.name()))+"-class"))
	variants, seed := widgets.NewLineEntry("6"), widgets.NewLineEntry(strings.ReplaceAll(d.now().Format("2006-01-02"), "-", ""))
	single := widgets.NewCheck(catalogue.ClassSingle.In(lang), false, nil)
	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(lang), nil, func() { d.browse(folder.Text, folder.SetText) })
	const names = 216
	body := widgets.NewPile(12, widgets.NewNote(catalogue.ClassIntro.In(lang), theme.Muted, 0),
		widgets.NewNamed(catalogue.ClassFolder.In(lang), names, widgets.NewLine(8, 0, folder, browse)),
		widgets.NewNamed(catalogue.ClassVariants.In(lang), names, variants),
		widgets.NewNamed(catalogue.ClassSeed.In(lang), names, seed),
		widgets.NewNamed("", names, single))
	b := d.doc.history.Brief()
	var box *widgets.Dialog
	box = widgets.ShowDialog(d.window, catalogue.ClassTitle.In(lang), body, fyne.NewSize(680, 360),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.ClassMake.In(lang), Rank: widgets.Primary, Stay: true, Run: func() {
			o := app.HandoutOptions{Dir: folder.Text, Single: single.Checked}
			n, err := strconv.Atoi(strings.TrimSpace(variants.Text))
			s, wrong := strconv.ParseUint(strings.TrimSpace(seed.Text), 10, 64)
			if err != nil || wrong != nil || n < 1 || n > handout.MostVariants {
				d.fail(&language.Problem{
					What: language.Text{ZH: fmt.Sprintf("份数应是 1 到 %d，种子应是整数", handout.MostVariants), EN: fmt.Sprintf("worksheets are 1 to %d, and the seed is a whole number", handout.MostVariants)},
					Do:   language.Text{ZH: "请改正后再试", EN: "Correct it and try again"},
				})
				return // what was entered stays, to be corrected
			}
			box.Hide()
			o.Variants, o.Seed = n, s
			ctx, cancel := context.WithCancel(context.Background())
			bar := widget.NewProgressBar()
			wait := widgets.ShowDialog(d.window, catalogue.ClassTitle.In(lang), bar, fyne.NewSize(460, 150),
				widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain, Run: cancel})
			o.Progress = func(done, total int) { d.post(func() { bar.SetValue(float64(done) / float64(total)) }) }
			go func() {
				made, err := d.App.Handout(ctx, b, o)
				d.post(func() {
					cancelled := ctx.Err() != nil
					cancel()
					wait.Hide()
					switch {
					case cancelled:
					case err != nil:
						d.fail(err)
					case len(made.Leaks) > 0:
						d.tellLeaks(made.Leaks)
					default:
						widgets.ShowDialog(d.window, catalogue.ClassTitle.In(lang), widgets.NewProse(fmt.Sprintf(catalogue.ClassMade.In(lang), len(made.Files), o.Dir)), fyne.NewSize(520, 170),
							widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain},
							widgets.Answer{Label: catalogue.ShowFolder.In(lang), Icon: icon.Folder, Rank: widgets.Primary, Run: func() { d.showInFolder(made.Files[0].Path) }})
					}
				})
			}()
		}})
}

// mostLeaks is how many leaks are told at once; there is more to mend before
// the others matter.
const mostLeaks = 8

// tellLeaks says where participants could read what is for the trainer.
func (d *Desk) tellLeaks(leaks []handout.Leak) {
	places := language.Text{ZH: strconv.Itoa(len(leaks)), EN: language.Plural(len(leaks), "place", "places")}
	rows := []fyne.CanvasObject{widgets.NewProse(fmt.Sprintf(catalogue.ClassLeaks.In(d.lang), places.In(d.lang)))}
	for _, l := range leaks[:min(len(leaks), mostLeaks)] {
		rows = append(rows, widgets.NewNote(l.File+" · "+l.Where.In(d.lang)+" · "+l.Text, theme.Muted, 2))
	}
	d.tell(catalogue.ClassTitle, widgets.NewPile(8, rows...), fyne.NewSize(620, 420))
}
