package desktop

import (
	"encoding/json"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// showKeys shows the shortcuts of all actions.
func (d *Desk) showKeys() {
	var rows []fyne.CanvasObject
	line := func(name, keys string) fyne.CanvasObject {
		n, k := widgets.NewProse(name), widgets.NewProse(keys)
		k.Color, k.Align, k.MaxLines, n.MaxLines = theme.Muted, fyne.TextAlignTrailing, 1, 1
		return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
			h := n.MinSize().Height
			place(n, 0, 0, width*0.62, h)
			place(k, width*0.62, 0, width*0.38, h)
			return h
		}, n, k)
	}
	for _, g := range d.actions.Groups() {
		head := widgets.NewProse(g.Name().In(d.lang))
		head.Bold = true
		group := []fyne.CanvasObject{head}
		for _, a := range d.actions.Of(g) {
			if keys := a.Keys(); keys != "" {
				group = append(group, line(a.Name.In(d.lang), keys))
			}
		}
		if len(group) > 1 {
			rows = append(rows, widgets.NewPile(3, group...))
		}
	}
	text := widgets.NewPile(3, line(catalogue.ByWords.In(d.lang), "Ctrl+← / →"), line(catalogue.NextText.In(d.lang), "Tab"))
	rows = append(rows, text)
	d.tell(catalogue.Shortcuts, container.NewVScroll(widgets.NewInset(widgets.NewPile(14, rows...), 0, 16, 0, 0)), fyne.NewSize(460, 540))
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
