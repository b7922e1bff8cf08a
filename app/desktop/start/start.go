// Package start is the page that a user meets first: the finished sample, a
// new brief from a template, a file, and what was open before.
//
//	page := start.New(start.Params{Language: language.ZH, Sample: desk.openSample})
//	page.SetRecent(files)
//	window.SetContent(page.View())
package start

import (
	"fmt"
	"path/filepath"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Recent is a file that was open before.
type Recent struct {
	Path    string
	Missing bool // it is no longer where it was
}

// Params are what the page needs from the window.
type Params struct {
	Language language.Language
	Icon     fyne.Resource
	// Sample, Template and Open are called on a click on the three doors.
	Sample, Template, Open func()
	// OpenRecent is called with the path of a recent file, Forget with one
	// that is to leave the list.
	OpenRecent, Forget func(path string)
}

// A Page is the start page.
type Page struct {
	Params
	recent []Recent
	list   *fyne.Container
	view   fyne.CanvasObject
}

// width is that of the middle of the page.
const width = 912

// New returns the page without recent files.
func New(p Params) *Page {
	page := &Page{Params: p, list: container.NewStack()}
	lang := p.Language
	badge := canvas.NewImageFromResource(p.Icon)
	badge.FillMode = canvas.ImageFillContain
	badge.SetMinSize(fyne.NewSquareSize(52))
	name := widgets.NewProse(catalogue.ProgramName.In(lang))
	name.Bold, name.TextSize, name.MaxLines = true, 24, 1
	says := widgets.NewProse(catalogue.Tagline.In(lang))
	says.Color, says.MaxLines, says.TextSize = theme.Muted, 1, 13.5
	head := widgets.NewLine(16, 1, badge, widgets.NewPile(2, name, says))

	doors := []fyne.CanvasObject{
		page.door(fynetheme.VisibilityIcon(), catalogue.SeeSample, catalogue.SeeSampleMore, p.Sample),
		page.door(fynetheme.DocumentCreateIcon(), catalogue.FromTemplate, catalogue.FromTemplateMore, p.Template),
		page.door(fynetheme.FolderOpenIcon(), catalogue.OpenFile, catalogue.OpenFileMore, p.Open),
	}
	row := widgets.NewArranged(600, func(w, _ float32, place widgets.Place) float32 {
		const gap = 16
		each, tallest := (w-2*gap)/3, float32(0)
		for _, d := range doors {
			tallest = fyne.Max(tallest, widgets.HeightFor(d, each))
		}
		for i, d := range doors {
			place(d, float32(i)*(each+gap), 0, each, tallest)
		}
		return tallest
	}, doors...)

	middle := []fyne.CanvasObject{head, row, page.list}
	body := widgets.NewArranged(640, func(w, height float32, place widgets.Place) float32 {
		inner := fyne.Min(width, w-48)
		x := (w - inner) / 2
		y := fyne.Max(36, fyne.Min(96, (height-430)/3))
		for i, o := range middle {
			h := widgets.HeightFor(o, inner)
			if o == page.list {
				h = page.listHeight(inner)
			}
			place(o, x, y, inner, h)
			y += h + []float32{28, 28, 28}[i]
		}
		return y
	}, middle...)
	page.view = container.NewStack(widgets.NewGround(fynetheme.ColorNameBackground), container.NewVScroll(body))
	page.SetRecent(nil)
	return page
}

// View returns what the window shows.
func (p *Page) View() fyne.CanvasObject { return p.view }

// door is one of the three ways in.
func (p *Page) door(res fyne.Resource, title, more language.Text, tapped func()) fyne.CanvasObject {
	image := canvas.NewImageFromResource(icon.In(res, fynetheme.ColorNamePrimary))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(26))
	head := widgets.NewProse(title.In(p.Language))
	head.Bold, head.TextSize = true, 15
	says := widgets.NewProse(more.In(p.Language))
	says.Color = theme.Muted
	card := widgets.NewCard(widgets.NewPile(8, widgets.NewLine(0, -1, image), head, says), 20)
	card.OnTapped = tapped
	return card
}

// SetRecent shows the files that were open before.
func (p *Page) SetRecent(files []Recent) {
	p.recent = files
	lang := p.Language
	head := widgets.NewProse(catalogue.RecentFiles.In(lang))
	head.Bold = true
	rows := []fyne.CanvasObject{head}
	if len(files) == 0 {
		none := widgets.NewProse(catalogue.NoRecentFiles.In(lang))
		none.Color = theme.Muted
		rows = append(rows, none)
	}
	for _, f := range files {
		rows = append(rows, p.row(f))
	}
	p.list.Objects = []fyne.CanvasObject{widgets.NewPile(6, rows...)}
	p.list.Refresh()
	if p.view != nil {
		p.view.Refresh()
	}
}

func (p *Page) listHeight(w float32) float32 { return widgets.HeightFor(p.list.Objects[0], w) }

func (p *Page) row(f Recent) fyne.CanvasObject {
	name := widgets.NewProse(filepath.Base(f.Path))
	name.MaxLines = 1
	where := widgets.NewNote(filepath.Dir(f.Path), theme.Muted, 1)
	if f.Missing {
		name.Color = fynetheme.ColorNameDisabled
		where.SetText(fmt.Sprintf(catalogue.NoLongerThere.In(p.Language), filepath.Dir(f.Path)))
	}
	forget := widgets.NewGlyph(fynetheme.CancelIcon(), func() { p.Forget(f.Path) })
	line := widgets.NewArranged(300, func(w, _ float32, place widgets.Place) float32 {
		const h = 20
		n := fyne.Min(name.Natural()+2, w*0.5)
		place(name, 0, 1, n, h)
		place(where, n+16, 2.5, fyne.Max(0, w-n-16-32), h)
		place(forget, w-22, -1, 22, 22)
		return h
	}, name, where, forget)
	card := widgets.NewCard(line, 9)
	card.OnTapped = func() {
		if !f.Missing {
			p.OpenRecent(f.Path)
		}
	}
	return card
}
