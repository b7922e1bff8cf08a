package review

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/review"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// fill shows the rows of the mode.
func (v *Pane) fill() {
	var rows []widgets.Row
	v.spots = nil
	switch v.mode {
	case Outline:
		rows = v.outline()
	case Citations:
		rows = v.citations()
	case Advice:
		rows = v.advice()
	default:
		rows = v.list()
	}
	held, now := v.hasFocus(), view{v.mode, v.filter.Family}
	v.filling, v.moving = true, now != v.filled
	v.column.SetRows(rows)
	v.filling, v.moving = false, false
	c := fyne.CurrentApp().Driver().CanvasForObject(v.host)
	switch {
	case !held || c == nil:
	case now != v.filled: // another view begins at its top
		v.filled = now
		v.Focus(c)
	case !v.hasFocus(): // the last row was mended
		c.Focus(v.heads[v.mode])
	}
	v.filled = now
}

// A view is what the rows are of.
type view struct {
	mode   Mode
	family core.Group
}

// list returns the cards of the findings, under a line for each level.
func (v *Pane) list() []widgets.Row {
	var rows []widgets.Row
	last := Level(-1)
	for i := range v.shown {
		f := v.shown[i]
		if level := LevelOf(&f); level != last {
			last = level
			rows = append(rows, v.note(fmt.Sprint("level ", level), levelNames[level].In(v.lang)))
		}
		rows = append(rows, widgets.Row{
			Key:      v.key(&f),
			Estimate: func(float32) float32 { return 96 },
			Build:    func() fyne.CanvasObject { return v.card(f) },
		})
	}
	if v.filter.Only[WaivedLevel] {
		for _, w := range v.idle() {
			if v.filter.Family != 0 && core.Group(w.Code[0]) != v.filter.Family {
				continue
			}
			if last != WaivedLevel {
				last = WaivedLevel
				rows = append(rows, v.note(fmt.Sprint("level ", last), levelNames[last].In(v.lang)))
			}
			rows = append(rows, widgets.Row{
				Key:      fmt.Sprint("idle ", w),
				Estimate: func(float32) float32 { return 80 },
				Build:    func() fyne.CanvasObject { return v.idleCard(w) },
			})
		}
	}
	// That there is nothing at all is said at the head already.
	if len(rows) == 0 && v.brief != nil && len(v.findings) > 0 && (len(v.on()) > 0 || v.filter.Family != 0) {
		rows = append(rows, v.note("nothing", catalogue.NoneOfThese.In(v.lang)))
	}
	return rows
}

// note is a row of small text.
func (v *Pane) note(key, text string) widgets.Row {
	return widgets.Row{
		Key: key + text, Estimate: func(float32) float32 { return 20 },
		Build: func() fyne.CanvasObject {
			n := widgets.NewNote(text, theme.Muted, 0)
			n.Bold = true
			return widgets.NewInset(n, 4, 2, 0, 2)
		},
	}
}

// card shows a finding: what kind it is and where, what to do, the words that
// it is about, and what can be done at once.
func (v *Pane) card(f core.Finding) fyne.CanvasObject {
	chosen := f.Key() == v.chosen
	level := LevelOf(&f)
	where := widgets.NewNote(core.Name(f.Code).In(v.lang)+" · "+v.place(f.Address), theme.Muted, 1)
	parts := []fyne.CanvasObject{
		widgets.NewLine(6, 1, image(picture(level), ink(level), 15), where),
		widgets.NewProse(f.Message.In(v.lang)),
	}
	if near := v.near(&f); near != nil {
		parts = append(parts, widgets.NewInset(near, 2, 0, 0, 0))
	}
	if w := f.Waiver; w != nil {
		parts = append(parts, widgets.NewNote(v.reason(w), theme.Muted, 0))
		if w.Digest == "" {
			parts = append(parts, widgets.NewNote(catalogue.WaivesAll.In(v.lang), theme.Muted, 0))
		}
	}
	if b := v.buttons(f, chosen); b != nil {
		parts = append(parts, widgets.NewInset(b, 4, 0, 0, 0))
	}
	c := widgets.NewCard(widgets.NewPile(3, parts...), 11)
	c.SetSelected(chosen)
	c.CountIn(v.clicks, f.Key())
	c.OnTapped = func() { v.choose(f) }
	c.OnDoubleTapped = func() {
		v.choose(f)
		if f.Edit != nil && f.Waiver == nil {
			v.Mend(f)
			return
		}
		v.write(f.Address, f.Range)
	}
	v.keys(c, v.key(&f), func() {
		switch {
		case v.moving || f.Key() == v.chosen:
		case v.filling: // it took the place of one that was mended, which is looked at
			v.mark(f)
		default:
			v.choose(f)
		}
	})
	return c
}

// reason says why something is let pass, and who decided it.
func (v *Pane) reason(w *brief.Waiver) string {
	if w.By == "" {
		return fmt.Sprintf(catalogue.WaivedFor.In(v.lang), w.Reason)
	}
	return fmt.Sprintf(catalogue.WaivedBy.In(v.lang), w.Reason, strings.TrimSpace(w.By+" "+w.Date))
}

// idleCard shows a waiver that has nothing to let pass any more: what was
// found then, and why it was let pass.
func (v *Pane) idleCard(w brief.Waiver) fyne.CanvasObject {
	at := brief.Address{Section: w.Section, Block: w.Block, Language: w.Language}
	where := widgets.NewNote(core.Name(w.Code).In(v.lang)+" · "+v.place(at), theme.Muted, 1)
	parts := []fyne.CanvasObject{widgets.NewLine(6, 1, image(icon.Tick, theme.Muted, 15), where)}
	if !w.What.IsEmpty() {
		parts = append(parts, widgets.NewProse(w.What.In(v.lang)))
	}
	parts = append(parts,
		widgets.NewNote(v.reason(&w), theme.Muted, 0),
		widgets.NewNote(catalogue.WaiverIdle.In(v.lang), theme.Muted, 0),
		widgets.NewInset(widgets.NewWrap(6, widgets.NewButton(widgets.Plain, catalogue.WaiverBack.In(v.lang), nil, func() { v.Withdraw(w) })), 4, 0, 0, 0))
	return widgets.NewCard(widgets.NewPile(3, parts...), 11)
}

// buttons are what can be done about a finding.
func (v *Pane) buttons(f core.Finding, chosen bool) fyne.CanvasObject {
	var row []fyne.CanvasObject
	if f.Waiver != nil {
		w := *f.Waiver
		row = append(row, widgets.NewButton(widgets.Plain, catalogue.WaiverBack.In(v.lang), nil, func() { v.Withdraw(w) }))
		if w.Digest == "" {
			row = append(row, widgets.NewButton(widgets.Plain, catalogue.WaiverLimit.In(v.lang), nil, func() { v.Limit(w) }))
		}
		return widgets.NewWrap(6, row...)
	}
	if f.Edit != nil {
		rank := widgets.Plain
		if chosen {
			rank = widgets.Primary
		}
		row = append(row, widgets.NewButton(rank, short(f.Mend.In(v.lang)), icon.Wand, func() { v.Mend(f) }))
	}
	if t := f.Twin; t != nil && chosen {
		row = append(row, widgets.NewButton(widgets.Plain, short(t.Mend.In(v.lang)), nil, func() { v.Mend(f.At(t.Address)) }))
	}
	if chosen || f.Edit == nil && f.Severity == core.Error {
		row = append(row, widgets.NewButton(widgets.Flat, catalogue.Waive.In(v.lang), nil, func() { v.Waive(f) }))
	}
	if chosen && f.Address.Block != "" {
		row = append(row, v.request(widgets.Flat, f.Address.Block, f.Message.In(v.lang)))
	}
	if len(row) == 0 {
		return nil
	}
	return widgets.NewWrap(6, row...)
}

// short cuts a label to what fits a button.
func short(label string) string {
	r := []rune(label)
	width := 0
	for i, c := range r {
		width++
		if c > 0x2E80 {
			width++
		}
		if width > 44 {
			return strings.TrimSpace(string(r[:i])) + "…"
		}
	}
	return label
}

// around is how much of the text is shown on either side of what a finding is
// about (runes).
const around = 18

// near shows the words that a finding is about among those around them, and
// under them what a fix would make of them.
func (v *Pane) near(f *core.Finding) fyne.CanvasObject {
	text, ok := v.brief.Text(f.Address)
	if !ok || f.Range.To <= f.Range.From {
		return nil
	}
	runes := []rune(text)
	from, to := min(f.Range.From, len(runes)), min(f.Range.To, len(runes))
	if to-from > 60 { // a whole sentence: its beginning will do
		to = from + 60
	}
	shown, at := cut(runes, from, to)
	was := widgets.NewNote(shown, fynetheme.ColorNameForeground, 3)
	was.Grounds = []widgets.Ground{{Stretch: widgets.Stretch{Start: at, End: at + to - from}, Color: tint(LevelOf(f))}}
	if f.Fix == "" {
		return was
	}
	fixed := []rune(f.Fix)
	tail := len(runes) - to
	end := len(fixed) - tail
	if end < from || tail > len(fixed) || string(fixed[end:]) != string(runes[to:]) {
		end = min(len(fixed), to)
	}
	shown, at = cut(fixed, min(from, len(fixed)), end)
	then := widgets.NewNote(shown, fynetheme.ColorNameForeground, 3)
	if end > from {
		then.Grounds = []widgets.Ground{{Stretch: widgets.Stretch{Start: at, End: at + end - from}, Color: theme.Soft}}
	}
	return widgets.NewPile(2, was, beside(image(icon.Right, theme.Muted, 13), then))
}

// beside sets a text beside a small picture, in as many lines as it takes.
func beside(picture, text fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewArranged(60, func(width, _ float32, place widgets.Place) float32 {
		const side, gap = 13, 6
		h := widgets.HeightFor(text, width-side-gap)
		place(picture, 0, 2, side, side)
		place(text, side+gap, 0, width-side-gap, h)
		return h
	}, picture, text)
}

// cut returns a stretch of a text with some of what is around it on one line,
// and where the stretch begins there. What is around it is shown as it reads,
// without its markup; the stretch as it is written, for that is what is mended.
func cut(runes []rune, from, to int) (string, int) {
	before, after := []rune(brief.Plain(string(runes[:from]))), []rune(brief.Plain(string(runes[to:])))
	if n := len(before) - around; n > 0 {
		before = append([]rune("…"), before[n:]...)
	}
	if len(after) > around {
		after = append(after[:around:around], '…')
	}
	flat := strings.ReplaceAll(string(before)+string(runes[from:to])+string(after), "\n", " ")
	return flat, len(before)
}

func tint(level Level) fyne.ThemeColorName {
	if level == Errors || level == Warnings || level == Blanks {
		return theme.Found
	}
	return theme.Soft
}

// place names where an address is.
func (v *Pane) place(at brief.Address) string {
	s, _ := v.brief.Section(at.Section)
	if at.Block != "" {
		if _, i, _ := v.brief.Block(at.Block); i >= 0 {
			s = &v.brief.Sections[i]
		}
	}
	if s == nil {
		if name := catalogue.Slot(at.Slot); at.Slot != "" && !name.IsEmpty() {
			return name.In(v.lang)
		}
		return catalogue.WholeBrief.In(v.lang)
	}
	name := brief.Plain(s.Heading.In(v.lang))
	if name == "" {
		name = brief.Plain(s.Heading.In(v.lang.Other()))
	}
	switch at.Language {
	case language.ZH:
		return name + " · " + catalogue.Chinese.In(v.lang)
	case language.EN:
		return name + " · " + catalogue.English.In(v.lang)
	}
	return name
}

// image is an icon in a colour and size.
func image(i icon.Icon, ink fyne.ThemeColorName, size float32) fyne.CanvasObject {
	m := icon.New(i, size)
	icon.Tint(m, i, ink)
	return m
}
