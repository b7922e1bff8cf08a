package desktop

import (
	"encoding/json"

	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"
)

// showKeys shows the shortcuts of all actions, in columns.
func (d *Desk) showKeys() {
	line := func(name, keys string) fyne.CanvasObject {
		n, k := widgets.NewProse(name), widgets.NewNote(keys, theme.Muted, 1)
		k.Align, n.MaxLines = fyne.TextAlignTrailing, 1
		return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
			const keysWidth = 96
			h := n.MinSize().Height
			place(n, 0, 0, width-keysWidth, h)
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
	columns := balanced(rows, 3)
	var piles []fyne.CanvasObject
	at := 0
	for _, n := range columns {
		piles = append(piles, widgets.NewPile(18, groups[at:at+n]...))
		at += n
	}
	size := d.window.Canvas().Size()
	body := widgets.NewScroller(widgets.NewGrid(280, 400, 36, piles...))
	d.tell(catalogue.Shortcuts, body, fyne.NewSize(fyne.Min(1080, size.Width-60), fyne.Min(600, size.Height-60)))
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
	name := widgets.NewProse(catalogue.ProgramName.In(d.lang))
	name.Bold, name.TextSize = true, 18
	text := widgets.NewProse(catalogue.About.In(d.lang))
	d.tell(catalogue.AboutCelun, widgets.NewPile(8, name, text), fyne.NewSize(480, 250))
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
