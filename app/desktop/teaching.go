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

// What the dialog of a trainer's set says.
var (
	classTitle    = language.Text{ZH: "生成一套培训材料", EN: "Make a trainer’s set"}
	classFolder   = language.Text{ZH: "写入的文件夹", EN: "Folder"}
	classVariants = language.Text{ZH: "工作单份数", EN: "Worksheets"}
	classSeed     = language.Text{ZH: "种子（同数同题）", EN: "Seed (the same draws the same)"}
	classSingle   = language.Text{ZH: "全部工作单放在一个文件里", EN: "All worksheets in one file"}
	classIntro    = language.Text{
		ZH: "学员讲义、分组工作单、教员手册、论证图和术语表。学员文件里若有教员才看的内容，就不写出任何文件。",
		EN: "Handout, worksheets, trainer’s guide, map and glossary. If anything for the trainer stands in a participants’ file, no file is written.",
	}
	classMake  = language.Text{ZH: "生成", EN: "Make"}
	classMade  = language.Text{ZH: "已写出 %d 个文件：%s。学员文件里没有发现答案。", EN: "%d files were written to %s. No answer was found in the participants’ files."}
	classLeaks = language.Text{ZH: "学员文件里有 %s 处教员才看的内容，没有写出任何文件：", EN: "Participants could read what is for the trainer in %s, so no file was written:"}
)

// askClass asks how a trainer's set is made, and makes it beside the main
// thread.
func (d *Desk) askClass() {
	lang := d.lang
	folder := widgets.NewPathEntry(filepath.Join(d.folder(), strings.TrimSuffix(fileName(d.name()), filepath.Ext(d.name()))+"-class"))
	variants, seed := widgets.NewLineEntry("6"), widgets.NewLineEntry(strings.ReplaceAll(d.now().Format("2006-01-02"), "-", ""))
	single := widgets.NewCheck(classSingle.In(lang), false, nil)
	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(lang), nil, func() { d.browse(folder.Text, folder.SetText) })
	const names = 216
	body := widgets.NewPile(12, widgets.NewNote(classIntro.In(lang), theme.Muted, 0),
		widgets.NewNamed(classFolder.In(lang), names, widgets.NewLine(8, 0, folder, browse)),
		widgets.NewNamed(classVariants.In(lang), names, variants),
		widgets.NewNamed(classSeed.In(lang), names, seed),
		widgets.NewNamed("", names, single))
	b := d.doc.history.Brief()
	var box *widgets.Dialog
	box = widgets.ShowDialog(d.window, classTitle.In(lang), body, fyne.NewSize(680, 360),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: classMake.In(lang), Rank: widgets.Primary, Stay: true, Run: func() {
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
			wait := widgets.ShowDialog(d.window, classTitle.In(lang), bar, fyne.NewSize(460, 150),
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
						d.tell(classTitle, widgets.NewProse(fmt.Sprintf(classMade.In(lang), len(made.Files), o.Dir)), fyne.NewSize(520, 170))
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
	rows := []fyne.CanvasObject{widgets.NewProse(fmt.Sprintf(classLeaks.In(d.lang), places.In(d.lang)))}
	for _, l := range leaks[:min(len(leaks), mostLeaks)] {
		rows = append(rows, widgets.NewNote(l.File+" · "+l.Where.In(d.lang)+" · "+l.Text, theme.Muted, 2))
	}
	d.tell(classTitle, widgets.NewPile(8, rows...), fyne.NewSize(620, 420))
}
