package templates

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/template"

	"fyne.io/fyne/v2"
)

// The choices of a rule, in the order in which they are offered.
var (
	whens   = []template.When{template.Always, template.One, template.Many}
	readers = []brief.Reader{"", brief.Participant, brief.Trainer}
	lengths = []argument.Length{argument.Title, argument.Line, argument.Statement}
	replies = []template.Reply{template.ReplyClaim, template.ReplyEvidence, template.ReplyAnswer, template.ReplyOthers}
)

// rule is one rule of a section: what it puts, when and for whom as choices,
// and its texts in fields.
func (e *editor) rule(section, j int) fyne.CanvasObject {
	lang, s := e.Language, &e.now.Sections[section]
	r := &s.Fill[j]
	kinds := template.RuleKinds()
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = kindName(k).In(lang)
	}
	what := selection(names, slices.Index(kinds, r.Kind()), func(i int) {
		if kinds[i] != r.Kind() {
			*r = begun(kinds[i].Of(*r))
			e.rebuild()
		}
	})
	head := append([]fyne.CanvasObject{what}, ordering(j, len(s.Fill), func(to int) {
		s.Fill[j], s.Fill[to] = s.Fill[to], s.Fill[j]
		e.rebuild()
	}, func() {
		s.Fill = slices.Delete(s.Fill, j, j+1)
		e.rebuild()
	})...)
	parts := []fyne.CanvasObject{widgets.NewLine(4, 0, head...), e.choices(r)}
	if t := e.parts(r); t != nil {
		parts = append(parts, t)
	}
	return widgets.NewCard(widgets.NewPile(8, append(parts, e.texts(r)...)...), 10)
}

// choices are the fields of a rule that are chosen or counted.
func (e *editor) choices(r *template.Rule) fyne.CanvasObject {
	lang, k := e.Language, r.Kind()
	all := []fyne.CanvasObject{
		widgets.NewCaptioned(whenWord.In(lang), selection(in(whenNames, lang), slices.Index(whens, r.When), func(i int) { r.When = whens[i] })),
		widgets.NewCaptioned(forWord.In(lang), selection(in(readerNames, lang), slices.Index(readers, r.For), func(i int) { r.For = readers[i] })),
	}
	if k.Says(template.LengthField) {
		all = append(all, widgets.NewCaptioned(lengthWord.In(lang), selection(in(lengthNames, lang), slices.Index(lengths, r.Length), func(i int) { r.Length = lengths[i] })))
	}
	if k.Says(template.ReplyField) {
		all = append(all, widgets.NewCaptioned(replyWord.In(lang), selection(in(replyNames, lang), slices.Index(replies, r.Reply), func(i int) { r.Reply = replies[i] })))
	}
	for _, n := range []struct {
		field template.Field
		name  language.Text
		to    *int
	}{
		{template.MostField, atMostWord, &r.Most},
		{template.MinutesField, minutesWord, &r.Minutes},
		{template.SpaceField, spaceWord, &r.Space},
		{template.EmptyField, emptyWord, &r.Empty},
	} {
		if k.Says(n.field) {
			all = append(all, number(lang, n.name, n.to))
		}
	}
	return widgets.NewEven(12, all...)
}

// parts are the ticks of a rule: what it holds besides, and in which lengths
// of the template it holds; nil if it has neither.
func (e *editor) parts(r *template.Rule) fyne.CanvasObject {
	lang := e.Language
	var all []fyne.CanvasObject
	of := r.Kind().Parts()
	for _, w := range of {
		on := slices.Contains(r.With, w) || len(r.With) == 0 && r.As == template.Map
		all = append(all, tick(lang, withNames[w], on, func(on bool) {
			if len(r.With) == 0 && r.As == template.Map {
				r.With = slices.Clone(of) // none is all
			}
			r.With = slices.DeleteFunc(r.With, func(o template.With) bool { return o == w })
			if on {
				r.With = append(r.With, w)
			}
			if len(r.With) == 0 {
				r.With = nil
			}
		}))
	}
	if len(e.now.Presets) > 1 {
		for _, p := range e.now.Presets {
			all = append(all, tick(lang, language.Text{ZH: onlyIn.ZH + p.Name.ZH, EN: onlyIn.EN + p.Name.EN}, len(r.In) == 0 || slices.Contains(r.In, p.ID), func(on bool) {
				e.within(r, p.ID, on)
			}))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return widgets.NewWrap(16, all...)
}

// within has a rule hold in one of the lengths of the template, or not.
func (e *editor) within(r *template.Rule, id string, on bool) {
	var all []string
	for _, p := range e.now.Presets {
		if p.ID == id && on || p.ID != id && (len(r.In) == 0 || slices.Contains(r.In, p.ID)) {
			all = append(all, p.ID)
		}
	}
	if r.In = all; len(all) == 0 || len(all) == len(e.now.Presets) {
		r.In = nil // which is all of them
	}
}

// texts are the fields of a rule that are written.
func (e *editor) texts(r *template.Rule) []fyne.CanvasObject {
	lang, k := e.Language, r.Kind()
	var all []fyne.CanvasObject
	if k.Says(template.TextField) {
		name := catalogue.TemplateText
		switch {
		case k.Write == template.WriteBlank:
			name = catalogue.TemplateBlank
		case k.Write == template.WriteTable || k.As == template.Map || k.As == template.Coverage:
			name = captionWord
		case k.Says(template.ReplyField) || k.As == template.Questions:
			name = questionWord
		}
		all = append(all, both(e.window, lang, name, &r.Text, e.settle))
	}
	if k.Says(template.ItemsField) {
		all = append(all, e.lines(itemsWord, &r.Items))
	}
	if k.Says(template.CriteriaField) {
		all = append(all, e.lines(criteriaWord, &r.Criteria))
	}
	if k.Says(template.AnswerField) {
		all = append(all, both(e.window, lang, answerWord, &r.Answer, e.settle))
	}
	if k.Says(template.HeadField) {
		all = append(all, e.table(r))
	}
	return all
}

// lines are texts in two fields, one a line, in step.
func (e *editor) lines(name language.Text, of *[]language.Text) fyne.CanvasObject {
	var t language.Text
	for i, one := range *of {
		if i > 0 {
			t.ZH, t.EN = t.ZH+"\n", t.EN+"\n"
		}
		t.ZH, t.EN = t.ZH+one.ZH, t.EN+one.EN
	}
	return written(e.window, e.Language, name, t, e.settle, func(t language.Text) {
		*of = nil
		zh, en := strings.Split(t.ZH, "\n"), strings.Split(t.EN, "\n")
		for i := range max(len(zh), len(en)) {
			var one language.Text
			if i < len(zh) {
				one.ZH = strings.TrimSpace(zh[i])
			}
			if i < len(en) {
				one.EN = strings.TrimSpace(en[i])
			}
			if !one.IsEmpty() {
				*of = append(*of, one)
			}
		}
	})
}

// table lets head and rows of a table be written, cell by cell.
func (e *editor) table(r *template.Rule) fyne.CanvasObject {
	lang := e.Language
	row := func(cells []language.Text, tools ...fyne.CanvasObject) fyne.CanvasObject {
		fields := make([]fyne.CanvasObject, 0, len(cells))
		for c := range cells {
			fields = append(fields, e.cell(&cells[c]))
		}
		return widgets.NewLine(4, 0, append([]fyne.CanvasObject{widgets.NewEven(6, fields...)}, tools...)...)
	}
	parts := []fyne.CanvasObject{widgets.NewNote(tableWord.In(lang), theme.Muted, 1), row(r.Head, widgets.NewInset(widgets.NewPile(0), 0, 34, 0, 0))}
	for i := range r.Rows {
		parts = append(parts, row(r.Rows[i], widgets.NewButton(widgets.Flat, "", icon.Bin, func() {
			if r.Rows = slices.Delete(r.Rows, i, i+1); len(r.Rows) == 0 {
				r.Rows = nil
			}
			e.rebuild()
		})))
	}
	buttons := []fyne.CanvasObject{
		widgets.NewButton(widgets.Flat, addRowWord.In(lang), icon.Add, func() {
			cells := make([]language.Text, len(r.Head))
			for c := range cells {
				cells[c] = newCell
			}
			r.Rows = append(r.Rows, cells)
			e.rebuild()
		}),
		widgets.NewButton(widgets.Flat, addColumnWord.In(lang), icon.Add, func() { e.columns(r, len(r.Head)+1) }),
	}
	if len(r.Head) > 1 {
		buttons = append(buttons, widgets.NewButton(widgets.Flat, dropColumnWord.In(lang), icon.Remove, func() { e.columns(r, len(r.Head)-1) }))
	}
	return widgets.NewPile(6, append(parts, widgets.NewWrap(8, buttons...))...)
}

// columns gives a table so many columns; their widths are evened then.
func (e *editor) columns(r *template.Rule, n int) {
	fit := func(cells []language.Text) []language.Text {
		for len(cells) < n {
			cells = append(slices.Clone(cells), newCell)
		}
		return cells[:n]
	}
	r.Head, r.Widths = fit(r.Head), nil
	for i := range r.Rows {
		r.Rows[i] = fit(r.Rows[i])
	}
	e.rebuild()
}

// cell is one cell: its Chinese over its English.
func (e *editor) cell(t *language.Text) fyne.CanvasObject {
	var sides [2]fyne.CanvasObject
	for i, l := range language.Both() {
		field := widgets.NewField(t.In(l), catalogue.LanguageName(l).In(e.Language))
		field.OnEdited = func(s string) { *t = t.With(l, s) }
		field.OnGrown = e.settle
		sides[i] = widgets.NewFieldFrame(field, func() { e.window.Canvas().Focus(field) })
	}
	return widgets.NewPile(2, sides[0], sides[1])
}

// begun gives a rule what it must say and does not yet.
func begun(r template.Rule) template.Rule {
	k := r.Kind()
	for f, begin := range map[template.Field]func(){
		template.TextField: func() {
			if r.Text.IsEmpty() {
				r.Text = catalogue.TemplateNewText
			}
		},
		template.ItemsField: func() {
			if len(r.Items) == 0 {
				r.Items = []language.Text{catalogue.TemplateNewText}
			}
		},
		template.ReplyField: func() {
			if r.Reply == "" {
				r.Reply = template.ReplyClaim
			}
		},
		template.HeadField: func() {
			if len(r.Head) == 0 {
				r.Head, r.Rows = []language.Text{newCell, newCell}, [][]language.Text{{newCell, newCell}}
			}
		},
	} {
		if k.Needs(f) {
			begin()
		}
	}
	return r
}
