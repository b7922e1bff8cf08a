// Package start is the page that a user meets first: the finished sample, a
// brief made from the article, a file, what was open before and the templates,
// each with a picture of its first page.
//
//	page := start.New(start.Params{Language: language.ZH, Sample: desk.openSample}, templates)
//	page.SetRecent(files)
//	window.SetContent(page.View())
//
// Pictures are drawn and read elsewhere and handed over when they are there.
package start

import (
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/template"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Recent is a file that was open before.
type Recent struct {
	Path    string
	Missing bool // it is no longer where it was
	Changed time.Time
	Picture image.Image // of its first page, or nil
}

// Params are what the page needs from the window.
type Params struct {
	Language language.Language
	Icon     fyne.Resource
	Corner   fyne.CanvasObject // the switches of language and look
	Now      func() time.Time
	// Sample, Article and Open are called on a click on the three doors.
	Sample, Article, Open func()
	// Template is called with the template that a new brief is to start from.
	Template func(*template.Template)
	// OpenRecent is called with the path of a recent file, NextIssue with one
	// that a new issue is to follow, Reveal with one whose folder is to be
	// shown, Forget with one that is to leave the list.
	OpenRecent, NextIssue, Reveal, Forget func(path string)
}

// A Page is the start page.
type Page struct {
	Params
	tiles    map[string]*widgets.Tile // of the templates, by id
	sample   *canvas.Image
	recent   *widgets.Slot
	scroller *widgets.Scroller
	view     fyne.CanvasObject
	ways     []*widgets.Card // the three doors
	files    []*widgets.Tile // the recent files
	shown    []*widgets.Tile // the templates
}

// widest is how wide the middle of the page grows.
const widest = 1400

// New returns the page without recent files and without pictures.
func New(p Params, templates []*template.Template) *Page {
	page := &Page{Params: p, tiles: map[string]*widgets.Tile{}, recent: widgets.NewSlot()}
	parts := []fyne.CanvasObject{page.head(), page.doors(), page.recent}
	if len(templates) > 0 {
		parts = append(parts, widgets.NewPile(6, heading(catalogue.Templates.In(p.Language)), page.templates(templates)))
	}
	column := widgets.NewPile(26, parts...)
	body := widgets.NewArranged(560, func(w, _ float32, place widgets.Place) float32 {
		inner := fyne.Min(widest, w-64)
		h := widgets.HeightFor(column, inner)
		place(column, float32(int((w-inner)/2)), 28, inner, h)
		corner := p.Corner.MinSize()
		place(p.Corner, (w+inner)/2-corner.Width, 28+(headHeight-corner.Height)/2, corner.Width, corner.Height)
		return h + 28 + 32
	}, column, p.Corner) // the corner last: keys go to the ways in first
	page.scroller = widgets.NewScroller(body)
	ground := widgets.NewGround(fynetheme.ColorNameBackground)
	page.view = widgets.NewArranged(560, func(w, h float32, place widgets.Place) float32 {
		place(ground, 0, 0, w, h)
		place(page.scroller, 0, 0, w, h)
		return fyne.Max(h, 320)
	}, ground, page.scroller)
	page.SetRecent(nil)
	return page
}

// Close gives the pictures up, of a page that is not shown any more.
func (p *Page) Close() {
	for _, t := range p.tiles {
		t.Drop()
	}
	for _, t := range p.files {
		t.Drop()
	}
}

// View returns what the window shows.
func (p *Page) View() fyne.CanvasObject { return p.view }

// headHeight is how high the head is.
const headHeight = 48

// head is the name of the program, with room beside it for the switches.
func (p *Page) head() fyne.CanvasObject {
	badge := canvas.NewImageFromResource(p.Icon)
	badge.FillMode = canvas.ImageFillContain
	name := widgets.NewProse(catalogue.ProgramName.In(p.Language))
	name.Bold, name.TextSize, name.MaxLines = true, 22, 1
	says := widgets.NewProse(catalogue.Tagline.In(p.Language))
	says.Color, says.MaxLines = theme.Muted, 1
	title := widgets.NewPile(0, name, says)
	return widgets.NewArranged(420, func(w, _ float32, place widgets.Place) float32 {
		const h = headHeight
		place(badge, 0, 0, h, h)
		room := w - h - 16 - p.Corner.MinSize().Width - 16
		th := widgets.HeightFor(title, room)
		place(title, h+16, (h-th)/2, fyne.Max(0, room), th)
		return h
	}, badge, title)
}

func heading(text string) *widgets.Prose {
	h := widgets.NewProse(text)
	h.Bold, h.TextSize = true, 15
	return h
}

// doors are the three ways in.
func (p *Page) doors() fyne.CanvasObject {
	p.sample = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	doors := []fyne.CanvasObject{
		p.door(icon.Sample, catalogue.SeeSample, catalogue.SeeSampleMore, p.Sample),
		p.door(icon.Wand, catalogue.FromArticle, catalogue.FromArticleMore, p.Article),
		p.door(icon.FolderOpen, catalogue.OpenFile, catalogue.OpenFileMore, p.Open),
	}
	return widgets.NewArranged(540, func(w, _ float32, place widgets.Place) float32 {
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
}

// door is one of the three ways in.
func (p *Page) door(res icon.Icon, title, more language.Text, tapped func()) fyne.CanvasObject {
	mark := icon.New(res, 24)
	icon.Tint(mark, res, fynetheme.ColorNamePrimary)
	ground := widgets.NewGround(theme.Soft)
	ground.CornerRadius = 8
	head := heading(title.In(p.Language))
	says := widgets.NewProse(more.In(p.Language))
	says.Color = theme.Muted
	text := widgets.NewPile(4, head, says)
	card := widgets.NewCard(widgets.NewArranged(160, func(w, _ float32, place widgets.Place) float32 {
		const side = 44
		h := fyne.Max(side, widgets.HeightFor(text, w-side-16))
		place(ground, 0, 0, side, side)
		place(mark, 10, 10, side-20, side-20)
		place(text, side+16, 0, w-side-16, h)
		return h
	}, ground, mark, text), 16)
	card.OnTapped = tapped
	p.ways = append(p.ways, card)
	return card
}

// tileWidth is the least width of a tile.
const tileWidth = 204

// tileGrid returns tiles in rows. Their pictures are flush with the headings:
// what shows that one is chosen reaches further out.
func tileGrid(tiles []fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewInset(widgets.NewGrid(tileWidth, 240, 12, tiles...), 0, -widgets.TileMargin, 0, -widgets.TileMargin)
}

// templates are the tiles of the templates.
func (p *Page) templates(all []*template.Template) fyne.CanvasObject {
	var tiles []fyne.CanvasObject
	for _, t := range all {
		tile := widgets.NewTile(t.Name.In(p.Language), About(t, p.Language), func() { p.Template(t) })
		p.tiles[t.ID] = tile
		p.shown = append(p.shown, tile)
		tiles = append(tiles, tile)
	}
	return tileGrid(tiles)
}

// About says in a few words what comes of a template: how many pages, and how
// the languages stand.
func About(t *template.Template, l language.Language) string {
	parts := []string{}
	if t.Pages.Most > 0 {
		parts = append(parts, catalogue.PageRange(t.Pages.Least, t.Pages.Most).In(l))
	}
	if t.Layout != "" {
		parts = append(parts, catalogue.Layout(t.Layout).In(l))
	}
	return strings.Join(parts, " · ")
}

// SetTemplatePicture shows the first page of a template.
func (p *Page) SetTemplatePicture(id string, m image.Image) {
	if t := p.tiles[id]; t != nil {
		t.SetPicture(m)
	}
}

// SetRecent shows the files that were open before; without any the page says
// nothing of them.
func (p *Page) SetRecent(files []Recent) {
	defer p.travel()
	p.files = nil
	if len(files) == 0 {
		p.recent.Set(nil)
		p.scroller.Settle()
		return
	}
	var tiles []fyne.CanvasObject
	for _, f := range files {
		t := p.file(f)
		p.files = append(p.files, t)
		tiles = append(tiles, t)
	}
	p.recent.Set(widgets.NewPile(6, heading(catalogue.RecentFiles.In(p.Language)), tileGrid(tiles)))
	p.scroller.Settle()
}

// travel lets the arrows go from each way in to the next.
func (p *Page) travel() {
	t := &widgets.Travel{}
	for _, w := range p.ways {
		t.Join(w)
	}
	for _, tile := range slices.Concat(p.files, p.shown) {
		t.Join(tile.Stops()...)
	}
}

// FirstStop returns what the keys are to begin with: the file that was open
// last, or the first door.
func (p *Page) FirstStop() fyne.Focusable {
	if len(p.files) > 0 {
		return p.files[0]
	}
	return p.ways[0].Keyboard()
}

// file is the tile of a recent file.
func (p *Page) file(f Recent) *widgets.Tile {
	lang := p.Language
	name := strings.TrimSuffix(filepath.Base(f.Path), filepath.Ext(f.Path))
	about := catalogue.When(f.Changed, p.Now()).In(lang) + " · " + filepath.Base(filepath.Dir(f.Path))
	if f.Missing {
		about = fmt.Sprintf(catalogue.NoLongerThere.In(lang), filepath.Dir(f.Path))
	}
	t := widgets.NewTile(name, about, func() {
		if !f.Missing {
			p.OpenRecent(f.Path)
		}
	})
	t.SetPicture(f.Picture)
	if f.Missing {
		t.SetMissing()
	}
	t.OnMenu = func() *fyne.Menu {
		item := func(name language.Text, res icon.Icon, on bool, run func(string)) *fyne.MenuItem {
			m := fyne.NewMenuItemWithIcon(name.In(lang), res, func() { run(f.Path) })
			m.Disabled = !on
			return m
		}
		return fyne.NewMenu("",
			item(catalogue.Open, icon.FolderOpen, !f.Missing, p.OpenRecent),
			item(catalogue.NextIssue, icon.Issue, !f.Missing, p.NextIssue),
			item(catalogue.ShowFolder, icon.Folder, true, p.Reveal),
			fyne.NewMenuItemSeparator(),
			item(catalogue.ForgetFile, icon.Close, true, p.Forget))
	}
	return t
}
