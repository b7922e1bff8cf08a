package editor

import (
	"fmt"
	"strconv"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// sectionView is the heading of a section in both languages with its number,
// its length against its limits, and what the template says it is for.
type sectionView struct {
	e       *Editor
	id      string
	fields  []slotField
	numbers [2]*widgets.Prose
	meters  [2]*widgets.Meter
	purpose *widgets.Prose
	tools   *widgets.Glyph
	fold    *widgets.Glyph
	folded  *widgets.Prose // how many blocks are not shown
	all     *widgets.Arranged
	shown   string // what its numbers and meters say
}

func (e *Editor) section(id string) view {
	v := &sectionView{e: e, id: id}
	p := e.pair(brief.Address{Section: id, Slot: brief.HeadingSlot}, catalogue.WriteHeading)
	v.fields = p[:]
	for i := range p {
		p[i].TextStyle.Bold = true
		v.numbers[i] = widgets.NewProse("")
		v.numbers[i].Bold = true
		v.meters[i] = widgets.NewMeter()
	}
	purpose := ""
	if s, _ := e.brief.Section(id); s != nil {
		purpose = s.Purpose.In(e.Language)
	}
	v.purpose = widgets.NewNote(purpose, theme.Muted, 0)
	v.tools = widgets.NewMenuGlyph(icon.More, v.menu)
	arrow, note := icon.Fold, ""
	if e.folded[id] {
		arrow = icon.Unfold
		if s, _ := e.brief.Section(id); s != nil {
			note = fmt.Sprintf(catalogue.FoldedBlocks.In(e.Language), len(s.Blocks))
		}
	}
	v.fold = widgets.NewGlyph(arrow, func() { e.Fold(id, !e.folded[id]) })
	v.folded = widgets.NewNote(note, theme.Muted, 1)
	v.all = widgets.NewArranged(gutter+200, v.arrange,
		v.fold, v.folded, p[0].Field, p[1].Field, v.numbers[0], v.numbers[1], v.meters[0], v.meters[1], v.purpose, v.tools)
	v.update(e.brief)
	return v
}

func (v *sectionView) arrange(width, _ float32, place widgets.Place) float32 {
	const above = 16
	w := half(width - gutter - 1)
	tallest := float32(0)
	for i, f := range v.fields {
		x := gutter + float32(i)*(w+1)
		n := float32(0)
		if v.numbers[i].Text != "" {
			n = v.numbers[i].Natural() + 2
		}
		h := widgets.HeightFor(f.Field, w-2*inset-n)
		place(v.numbers[i], x+12, above+6, n+2, v.numbers[i].MinSize().Height)
		place(f.Field, x+inset+n, above, w-2*inset-n, h)
		tallest = fyne.Max(tallest, h)
	}
	y := above + tallest - 2
	line := float32(0)
	for i, m := range v.meters {
		size := m.MinSize()
		place(m, gutter+float32(i)*(w+1)+12, y, size.Width, size.Height)
		line = fyne.Max(line, size.Height)
	}
	if v.folded.Text != "" {
		n := v.folded.Natural() + 2
		place(v.folded, width-n-12, y, n, v.folded.MinSize().Height)
	}
	y += line + 2
	if h := widgets.HeightFor(v.purpose, width-gutter-24); h > 0 {
		place(v.purpose, gutter+12, y, width-gutter-24, h)
		y += h + 2
	}
	m := v.fold.MinSize()
	place(v.fold, 3, above+5, m.Width, m.Height)
	place(v.tools, 3, above+5+m.Height, m.Width, m.Height)
	return fyne.Max(y, above+5+2*m.Height)
}

func (v *sectionView) object() fyne.CanvasObject { return v.all }

func (v *sectionView) choose(on bool) {
	v.tools.Hidden = !on
	s, _ := v.e.brief.Section(v.id)
	v.purpose.Hidden = !on && s != nil && len(s.Blocks) > 0
	v.all.Refresh()
}

func (v *sectionView) update(b *brief.Brief) bool {
	s, i := b.Section(v.id)
	if s == nil {
		return true
	}
	show(b, v.fields)
	zh, en := v.e.Lengths.section(s)
	numbers := [2]string{numberOf(b, i, language.ZH), numberOf(b, i, language.EN)}
	now := fmt.Sprint(zh, en, numbers, s.LimitZH, s.LimitEN)
	if now == v.shown {
		return true
	}
	v.shown = now
	for k, l := range language.Both() {
		v.numbers[k].SetText(numbers[k])
		count, limit, unit := zh, s.LimitZH, catalogue.Characters
		if l == language.EN {
			count, limit, unit = en, s.LimitEN, catalogue.Words
		}
		text := strconv.Itoa(count)
		if limit.Soft > 0 {
			text += " / " + strconv.Itoa(limit.Soft)
		}
		v.meters[k].Set(fmt.Sprintf(unit.In(v.e.Language), text), count, limit.Soft, limit.Hard)
	}
	v.all.Refresh()
	return true
}

// numberOf returns the number of the section at index as the page shows it.
func numberOf(b *brief.Brief, index int, l language.Language) string {
	if b.Sections[index].Unnumbered {
		return ""
	}
	n := 0
	for i := 0; i <= index; i++ {
		if !b.Sections[i].Unnumbered {
			n++
		}
	}
	if l == language.EN {
		return strconv.Itoa(n) + " "
	}
	return chinese(n) + "、"
}

// chinese returns a number from 1 to 99 in Chinese.
func chinese(n int) string {
	digits := []rune("零一二三四五六七八九")
	tens, ones := n/10, n%10
	s := ""
	switch {
	case n > 99 || n < 1:
		return strconv.Itoa(n)
	case tens == 1:
		s = "十"
	case tens > 1:
		s = string(digits[tens]) + "十"
	}
	if ones > 0 {
		s += string(digits[ones])
	}
	return s
}

// menu offers what can be done with the section.
func (v *sectionView) menu() *fyne.Menu {
	e, lang := v.e, v.e.Language
	_, i := e.brief.Section(v.id)
	item := func(name language.Text, icon fyne.Resource, on bool, edit func() brief.Edit) *fyne.MenuItem {
		m := fyne.NewMenuItemWithIcon(name.In(lang), icon, func() { _ = e.Do(edit()) })
		m.Disabled = !on
		return m
	}
	return fyne.NewMenu("",
		item(catalogue.MoveSectionUp, icon.Up, i > 0, func() brief.Edit {
			return brief.MoveSection{ID: v.id, Index: i - 1}
		}),
		item(catalogue.MoveSectionDown, icon.Down, i < len(e.brief.Sections)-1, func() brief.Edit {
			return brief.MoveSection{ID: v.id, Index: i + 1}
		}),
		item(catalogue.AddSection, icon.Add, true, func() brief.Edit {
			return brief.InsertSection{Index: i + 1, Section: brief.Section{ID: e.NewSectionID(), Blocks: []brief.Block{}}}
		}),
		fyne.NewMenuItemSeparator(),
		item(catalogue.DeleteSection, icon.Bin, len(e.brief.Sections) > 1, func() brief.Edit {
			return brief.RemoveSection{ID: v.id}
		}),
	)
}

// adderView is the line under a section from which blocks are added.
type adderView struct{ o fyne.CanvasObject }

func (e *Editor) adder(section string) view {
	plus := widgets.NewNote(catalogue.AddHere.In(e.Language), theme.Muted, 1)
	width := plus.Natural() + 4
	parts := []fyne.CanvasObject{}
	for _, k := range []brief.Kind{brief.Paragraph, brief.Heading, brief.List, brief.Table, brief.Recommendation, brief.Note} {
		parts = append(parts, widgets.NewTag(catalogue.BlockKind(k).In(e.Language), theme.Muted, func() {
			if s, _ := e.brief.Section(section); s != nil {
				e.addAt(section, len(s.Blocks), k)
			}
		}))
	}
	parts = append(parts, widgets.NewMenuTag(catalogue.MoreKinds.In(e.Language), theme.Muted, func() *fyne.Menu {
		m := fyne.NewMenu("")
		for _, k := range []brief.Kind{brief.FigureKind, brief.Timeline, brief.TermList, brief.Question, brief.Exercise, brief.PageBreak} {
			m.Items = append(m.Items, fyne.NewMenuItem(catalogue.BlockKind(k).In(e.Language), func() {
				if s, _ := e.brief.Section(section); s != nil {
					e.addAt(section, len(s.Blocks), k)
				}
			}))
		}
		if e.AddPicture != nil {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(catalogue.PictureFromFile.In(e.Language), func() {
				e.choose(brief.Address{Section: section, Slot: brief.HeadingSlot})
				if s, _ := e.brief.Section(section); s != nil {
					e.AddPicture(section, len(s.Blocks))
				}
			}))
		}
		return m
	}))
	line := widgets.NewLine(2, -1, parts...)
	o := widgets.NewArranged(200, func(total, _ float32, place widgets.Place) float32 {
		h := line.MinSize().Height
		place(plus, gutter+12, (h-plus.MinSize().Height)/2, width, plus.MinSize().Height)
		place(line, gutter+12+width, 0, total-gutter-12-width, h)
		return h
	}, plus, line)
	return &adderView{o}
}

func (v *adderView) object() fyne.CanvasObject { return v.o }
func (v *adderView) choose(bool)               {}
func (v *adderView) update(*brief.Brief) bool  { return true }
