package review

import (
	"fmt"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/review"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// names and colours of the levels.
var levelNames = [levels]language.Text{catalogue.SeverityError, catalogue.SeverityBlank, catalogue.SeverityWarning, catalogue.SeverityHint, catalogue.Waived}

func ink(level Level) fyne.ThemeColorName {
	switch level {
	case Errors:
		return theme.Red
	case Warnings, Blanks:
		return theme.Amber
	}
	return theme.Muted
}

func picture(level Level) icon.Icon {
	switch level {
	case Errors:
		return icon.Error
	case Blanks:
		return icon.Edit
	case Warnings:
		return icon.Warning
	case WaivedLevel:
		return icon.Tick
	}
	return icon.Info
}

// buildHead builds what stands over the list: whether the brief is ready, the
// modes, and the filter.
func (v *Pane) buildHead() {
	if v.heads == nil {
		for i, name := range []language.Text{catalogue.ChecksFindings, catalogue.ChecksOutline, catalogue.ChecksCitations, catalogue.ChecksAdvice} {
			h := widgets.NewTabHead(name.In(v.lang), func() { v.SetMode(Mode(i)) })
			h.OnKey = v.headTyped
			v.heads = append(v.heads, h)
		}
	}
	views := make([]fyne.CanvasObject, len(v.heads))
	for i, h := range v.heads { // the same as before, so that one of them may have the focus
		h.SetOn(v.mode == Mode(i))
		views[i] = h
	}
	rows := []fyne.CanvasObject{v.state(), widgets.NewWrap(2, views...)}
	switch v.mode {
	case Findings:
		if len(v.findings)+len(v.idle()) > 0 {
			rows = append(rows, v.chips())
		}
	case Outline:
		rows = append(rows, widgets.NewNote(catalogue.TenSeconds.In(v.lang), theme.Muted, 0))
	}
	v.head.Objects = []fyne.CanvasObject{widgets.NewInset(widgets.NewPile(8, rows...), 12, 14, 4, 14)}
	v.head.Refresh()
	v.host.Refresh()
	if v.regain != nil {
		v.regain()
		v.regain = nil
	}
}

// state says whether the brief is ready to go out, with the button for it.
func (v *Pane) state() fyne.CanvasObject {
	if v.brief == nil {
		return v.ready
	}
	ready := core.Ready(v.findings)
	v.ready.Color, v.ready.Text = fynetheme.ColorNameForeground, catalogue.NotReady.In(v.lang)
	text := fmt.Sprintf(catalogue.ToMend.In(v.lang), v.count(Errors), v.count(Blanks))
	if ready {
		v.ready.Color, v.ready.Text = theme.Green, catalogue.ReadyForFinal.In(v.lang)
		text = fmt.Sprintf(catalogue.RestToMend.In(v.lang), v.count(Warnings), v.count(Hints))
		if v.count(Warnings)+v.count(Hints) == 0 {
			text = catalogue.NothingToReport.In(v.lang)
		}
	}
	v.rest.Text = text
	mark := icon.Warning
	tint := theme.Amber
	if ready {
		mark, tint = icon.Tick, theme.Green
	}
	says := widgets.NewPile(1, v.ready, v.rest)
	line := []fyne.CanvasObject{image(mark, tint, 20), says}
	stretch := 1
	if ready && v.Final != nil {
		line = append(line, widgets.NewButton(widgets.Primary, catalogue.ExportFinal.In(v.lang), nil, v.Final))
	}
	return widgets.NewLine(10, stretch, line...)
}

// chips are the levels with how many there are, and the families.
func (v *Pane) chips() fyne.CanvasObject {
	var chips []fyne.CanvasObject
	was := v.chipOf
	v.chipOf = map[Level]*widgets.Chip{}
	for level := range levels {
		n := v.count(level)
		if n == 0 {
			continue
		}
		label := fmt.Sprintf("%s %d", levelNames[level].In(v.lang), n)
		chip := widgets.NewChip(label, v.filter.Only[level], func(on bool) {
			v.filter.Only[level] = on
			v.refresh()
		})
		v.chipOf[level] = chip
		chips = append(chips, chip)
		v.takesOver(was[level], chip)
	}
	family := catalogue.AllFamilies
	if v.filter.Family != 0 {
		family = v.filter.Family.Name()
	}
	menu := widgets.NewMenuButton(widgets.Plain, family.In(v.lang), v.families)
	v.takesOver(v.familyMenu, menu)
	v.familyMenu = menu
	return widgets.NewWrap(6, append(chips, menu)...)
}

// takesOver has something that is built anew take the focus of what it stands
// for, once it is there.
func (v *Pane) takesOver(was, now fyne.Focusable) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.host)
	if c != nil && was != nil && c.Focused() == was {
		v.regain = func() { c.Focus(now) }
	}
}

// families is the menu of the families that were found.
func (v *Pane) families() *fyne.Menu {
	all := fyne.NewMenuItem(catalogue.AllFamilies.In(v.lang), func() { v.Pass(v.filter.Family) })
	all.Checked = v.filter.Family == 0
	all.Disabled = v.filter.Family == 0
	items := []*fyne.MenuItem{all}
	n := map[core.Group]int{}
	for i := range v.findings {
		n[core.Group(v.findings[i].Code[0])]++
	}
	for _, g := range core.Groups {
		if n[g] == 0 {
			continue
		}
		item := fyne.NewMenuItem(fmt.Sprintf("%s  %d", g.Name().In(v.lang), n[g]), func() {
			if v.filter.Family != g {
				v.Pass(g)
			}
		})
		item.Checked = v.filter.Family == g
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}
