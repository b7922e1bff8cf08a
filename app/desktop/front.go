package desktop

import (
	"bytes"
	"context"
	"image"
	_ "image/png" // of pictures of first pages
	"io/fs"
	"os"
	"time"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/preview"
	"celun/app/desktop/start"
	"celun/app/desktop/widgets"
	"celun/app/desktop/wizard"
	"celun/app/language"
	"celun/app/template"

	"fyne.io/fyne/v2"
)

// firstPictures is how long after the start page its pictures are drawn.
const firstPictures = 250 * time.Millisecond

// startPage builds the start page. What has to be read or drawn for it comes
// when it is there.
func (d *Desk) startPage() fyne.CanvasObject {
	templates, err := d.App.Templates()
	if err != nil {
		d.post(func() { d.fail(err) })
	}
	page := start.New(start.Params{
		Language:   d.lang,
		Icon:       d.icon(),
		Corner:     d.startCorner(),
		Now:        d.now,
		Sample:     d.openSample,
		Article:    func() { d.startWizard(nil) },
		Open:       d.open,
		Template:   d.startWizard,
		OpenRecent: d.openFile,
		NextIssue:  d.nextIssueOf,
		Reveal:     d.showInFolder,
		Forget: func(path string) {
			d.Memory.Forget(path)
			d.show()
		},
	}, templates)
	ctx, cancel := context.WithCancel(context.Background())
	d.leaveFront = func() {
		cancel()
		page.Close()
	}
	posted := func(f func()) {
		d.post(func() {
			if ctx.Err() == nil {
				f()
			}
		})
	}
	d.firstStop = page.FirstStop
	go d.readRecent(d.Memory.Recent(), func(files []start.Recent) {
		posted(func() { page.SetRecent(files) })
	})
	go func() { // one after the other: drawing takes its time
		select { // and lets the window come first
		case <-ctx.Done():
		case <-time.After(firstPictures):
		}
		for _, t := range templates {
			data, err := d.App.TemplatePicture(ctx, t.ID)
			if ctx.Err() != nil {
				return
			}
			if err != nil || data == nil {
				continue
			}
			if m, _, err := image.Decode(bytes.NewReader(data)); err == nil {
				posted(func() { page.SetTemplatePicture(t.ID, m) })
			}
		}
	}()
	return page.View()
}

// readRecent tells of the files that were open last: at once that they were,
// and when they are read also what they look like. A network drive may take
// its time.
func (d *Desk) readRecent(paths []string, tell func([]start.Recent)) {
	files := make([]start.Recent, len(paths))
	for i, p := range paths {
		files[i] = start.Recent{Path: p}
		info, err := os.Stat(p)
		if err != nil {
			files[i].Missing = true
			continue
		}
		files[i].Changed = info.ModTime()
		if data, err := brief.Thumbnail(p); err == nil && data != nil {
			if m, _, err := image.Decode(bytes.NewReader(data)); err == nil {
				files[i].Picture = m
			}
		}
	}
	tell(files)
}

// startCorner is the switch of language and look on the start page.
func (d *Desk) startCorner() fyne.CanvasObject {
	button := func(id, text string, rank widgets.Rank) fyne.CanvasObject {
		a := d.actions.Find(id)
		icon := a.Icon
		if text != "" {
			icon = nil
		}
		return widgets.NewButton(rank, text, icon, a.Do)
	}
	return widgets.NewLine(4, -1,
		button("palette", "", widgets.Flat), button("theme", "", widgets.Flat),
		button("language", catalogue.OtherLanguage.In(d.lang), widgets.Plain))
}

// icon returns the icon of the program.
func (d *Desk) icon() fyne.Resource {
	data, err := fs.ReadFile(d.Assets, "icon/celun.svg")
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource("celun.svg", data)
}

// newBrief asks for the brief to be made.
func (d *Desk) newBrief() { d.startWizard(nil) }

// startWizard shows the questions from which a brief is made, with the answers
// that suit a template; nil leaves the template to the answers.
func (d *Desk) startWizard(t *template.Template) {
	d.leave(func() {
		d.retire(d.doc)
		d.doc, d.opening = nil, nil
		d.endWizard()
		answers := wizard.Start(d.lib, t)
		d.answers = &answers
		d.show()
	})
}

func (d *Desk) wizardParams() (wizard.Params, error) {
	templates, err := d.App.Templates()
	return wizard.Params{
		Language: d.lang, Templates: templates, Library: d.lib, Post: d.post,
		Date: d.now().Format("2006-01-02"),
		Make: d.App.NewFromTemplate,
		Pages: func(c preview.Choice) *preview.Pages {
			return preview.New(preview.Params{
				Language: d.lang, Post: d.post, Set: d.drawer.set, Draw: d.drawer.draw, Failed: d.fail,
			}, c)
		},
		Done: func(b *brief.Brief, languages []language.Language) {
			d.putDraft(b)
			if len(languages) > 0 {
				c := d.choice
				c.Languages = languages
				d.pages.Choose(c)
			}
		},
		Cancel: func() {
			d.endWizard()
			d.show()
		},
		Failed: d.fail,
	}, err
}

// wizardPage shows the questions, in the language and look of the window.
func (d *Desk) wizardPage() fyne.CanvasObject {
	if d.wizard != nil {
		*d.answers = d.wizard.Answers
		d.wizard.Close()
	}
	p, err := d.wizardParams()
	if err != nil {
		d.post(func() { d.fail(err) })
	}
	d.wizard = wizard.New(p, *d.answers)
	return d.wizard.View()
}

// endWizard puts the questions away.
func (d *Desk) endWizard() {
	if d.wizard != nil {
		d.wizard.Close()
	}
	d.wizard, d.answers = nil, nil
}

// nextIssueOf opens a new issue after the one in a file.
func (d *Desk) nextIssueOf(path string) {
	d.leave(func() {
		go func() {
			b, err := brief.Open(path)
			d.post(func() {
				if err != nil {
					d.refuse(path, err)
					return
				}
				d.putDraft(app.NextIssue(b, d.now().Format("2006-01-02")))
			})
		}()
	})
}

// hasIssue reports whether there is a brief that a new issue can follow: the
// one that is open or, on the start page, the one that was open last.
func (d *Desk) hasIssue() bool {
	return d.working() || d.doc == nil && d.answers == nil && d.free() && len(d.Memory.Recent()) > 0
}

// nextIssue opens a new issue after the one that is open, or was open last.
func (d *Desk) nextIssue() {
	if d.doc == nil {
		d.nextIssueOf(d.Memory.Recent()[0])
		return
	}
	b := d.doc.history.Brief()
	d.leave(func() { d.putDraft(app.NextIssue(b, d.now().Format("2006-01-02"))) })
}
