package desktop

import (
	"encoding/json"
	"fmt"
	"strings"

	"celun/app"
	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"
)

// showKeys shows the shortcuts of all actions, in columns.
func (d *Desk) showKeys() {
	line := func(name, keys string) fyne.CanvasObject {
		n, k := widgets.NewProse(name), widgets.NewNote(keys, theme.Muted, 1)
		k.Align, n.MaxLines = fyne.TextAlignTrailing, 1
		return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
			h, keysWidth := n.MinSize().Height, k.Natural()+2
			place(n, 0, 0, width-keysWidth-8, h)
			place(k, width-keysWidth, (h-k.MinSize().Height)/2+0.5, keysWidth, k.MinSize().Height)
			return h
		}, n, k)
	}
	group := func(name string) []fyne.CanvasObject {
		head := widgets.NewProse(name)
		head.Bold, head.Color = true, fynetheme.ColorNamePrimary
		return []fyne.CanvasObject{head}
	}
	var groups []fyne.CanvasObject
	var rows []int
	for _, g := range d.actions.Groups() {
		lines := group(g.Name().In(d.lang))
		for _, a := range d.actions.Of(g) {
			if keys := a.Keys(); keys != "" {
				lines = append(lines, line(a.Name.In(d.lang), keys))
			}
		}
		if g == actions.Edit {
			lines = append(lines, line(catalogue.ByWords.In(d.lang), "Ctrl+← →"), line(catalogue.NextText.In(d.lang), "Tab"))
		}
		if len(lines) > 1 {
			groups, rows = append(groups, widgets.NewPile(4, lines...)), append(rows, len(lines))
		}
	}
	size := d.window.Canvas().Size()
	wide := fyne.Min(1240, size.Width-32)
	columns := balanced(rows, max(1, int(wide/296)))
	var piles []fyne.CanvasObject
	at := 0
	for _, n := range columns {
		piles = append(piles, widgets.NewPile(18, groups[at:at+n]...))
		at += n
	}
	body := widgets.NewScroller(widgets.NewGrid(260, 400, 32, piles...))
	d.tell(catalogue.Shortcuts, body, fyne.NewSize(wide, fyne.Min(700, size.Height-24)))
}

// balanced shares groups of so many rows among columns, in their order, so
// that the highest column is as low as it can be. It returns how many groups
// each column has.
func balanced(rows []int, columns int) []int {
	const head = 2 // a group costs its gap too
	for limit := 1; ; limit++ {
		shares, used := []int{0}, 0
		for _, n := range rows {
			if used > 0 && used+n+head > limit {
				shares, used = append(shares, 0), 0
			}
			shares[len(shares)-1]++
			used += n + head
			if used > limit {
				shares = nil
				break
			}
		}
		if shares != nil && len(shares) <= columns {
			return shares
		}
	}
}

// showAbout says what the program is.
func (d *Desk) showAbout() {
	badge := canvas.NewImageFromResource(d.icon())
	badge.FillMode = canvas.ImageFillContain
	name := widgets.NewProse(catalogue.ProgramName.In(d.lang))
	name.Bold, name.TextSize, name.MaxLines = true, 18, 1
	which := catalogue.DevelVersion.In(d.lang)
	if v := app.Version(); v != "devel" {
		which = fmt.Sprintf(catalogue.Version.In(d.lang), v)
	}
	version := widgets.NewNote(which, theme.Muted, 1)
	title := widgets.NewPile(0, name, version)
	head := widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		const side = 48
		h := widgets.HeightFor(title, width-side-16)
		place(badge, 0, 0, side, side)
		place(title, side+16, (side-h)/2, width-side-16, h)
		return side
	}, badge, title)
	parts := []fyne.CanvasObject{head}
	for _, p := range strings.Split(catalogue.About.In(d.lang), "\n") {
		parts = append(parts, widgets.NewProse(p))
	}
	d.tell(catalogue.AboutCelun, widgets.NewPile(12, parts...), fyne.NewSize(520, 320))
}

// translate has Fyne's own words, as in its file dialog, follow the language
// of the interface: Fyne takes them from the system's language only, so they
// are given to it as the words of that language.
func translate(l language.Language) {
	words := make(map[string]string, len(catalogue.Fyne()))
	for word, text := range catalogue.Fyne() {
		words[word] = text.In(l)
	}
	data, err := json.Marshal(words)
	if err != nil {
		return
	}
	_ = lang.AddTranslationsForLocale(data, lang.SystemLocale())
}
