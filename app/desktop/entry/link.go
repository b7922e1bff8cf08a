package entry

import (
	"context"
	"strings"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
)

// maxTargets is how many arguments are offered to link to at a time.
const maxTargets = 40

// A LinkDraft is a link to be made.
type LinkDraft struct {
	Language language.Language
	// Post has a function called on the main thread.
	Post    func(func())
	Library *library.Library
	// Search finds arguments; it is called on another goroutine.
	Search func(context.Context, find.Query) ([]find.Hit, error)
	From   *library.Entry
	To     *library.Entry // chosen to begin with; may be nil
	// Link takes the link over.
	Link func(argument.Link)
}

// AskLink asks what an argument is to be linked to, how and why.
func AskLink(w fyne.Window, d LinkDraft) {
	lang, e := d.Language, d.From
	var k argument.Link
	kinds := argument.LinkKinds()
	var names []string
	for _, kind := range kinds {
		names = append(names, catalogue.LinkName(kind, true).In(lang))
	}
	column := widgets.NewColumn(0, 2)
	search := widgets.NewLineEntry("")
	search.SetPlaceHolder(catalogue.LinkTarget.In(lang))
	trouble := widgets.NewNote("", theme.Amber, 1)
	show := func(targets []*library.Entry) {
		var rows []widgets.Row
		for _, t := range targets {
			rows = append(rows, widgets.Row{
				Key: t.ID, Estimate: func(float32) float32 { return 30 },
				Build: func() fyne.CanvasObject {
					c := widgets.NewRowCard(widgets.NewLine(6, 1, widgets.NewMark(librarypane.Shape(t.Kind)), oneLine(t.ID+"  "+t.Title.In(lang))), 5)
					c.SetSelected(k.To == t.ID)
					c.OnTapped = func() {
						was := k.To
						k.To = t.ID
						column.Rebuild(was)
						column.Rebuild(t.ID)
					}
					return c
				},
			})
		}
		column.SetRows(rows)
		column.ScrollTo(0)
	}
	asked := 0
	fill := func() {
		asked++
		d.targets(k.Kind, search.Text, asked, func(n int, found []*library.Entry) {
			if n == asked {
				show(found)
			}
		})
	}
	search.OnChanged = func(string) { fill() }
	kind := widgets.NewDrop(names, -1, func(at int) {
		k.Kind, k.To = kinds[at], ""
		column.SetRows(nil)
		fill()
	})
	zh, en := widgets.NewLineEntry(""), widgets.NewLineEntry("")
	zh.Language, en.Language = language.ZH, language.EN
	reasons := widgets.NewEven(12, widgets.NewCaptioned(catalogue.LinkReason.In(lang)+" · "+catalogue.Chinese.In(lang), zh), widgets.NewCaptioned(catalogue.LinkReason.In(lang)+" · "+catalogue.English.In(lang), en))
	top := widgets.NewEven(12, widgets.NewCaptioned(catalogue.LinkKind.In(lang), kind), widgets.NewCaptioned(catalogue.LinkTo.In(lang), search))
	ground := widgets.NewGround(theme.Soft)
	body := widgets.NewArranged(500, func(width, height float32, place widgets.Place) float32 {
		h, r := widgets.HeightFor(top, width), widgets.HeightFor(reasons, width)
		list := fyne.Max(120, height-h-r-18-20)
		place(top, 0, 0, width, h)
		place(ground, 0, h+8, width, list)
		place(column, 0, h+8, width, list)
		place(reasons, 0, h+list+16, width, r)
		place(trouble, 0, h+list+r+20, width, 16)
		return fyne.Max(height, h+r+list+40)
	}, top, ground, column, reasons, trouble)
	var box *widgets.Dialog
	box = widgets.ShowDialog(w, catalogue.LinkFrom.In(lang)+" · "+e.ID+"  "+e.Title.In(lang), body, fyne.NewSize(720, 500),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.LinkThem.In(lang), Rank: widgets.Primary, Stay: true, Run: func() {
			k.Reason = language.Text{ZH: oneParagraph(zh.Text), EN: oneParagraph(en.Text)}
			switch {
			case k.To == "":
				trouble.SetText(catalogue.ChooseTarget.In(lang))
			case k.Reason.IsEmpty():
				trouble.SetText(catalogue.WriteReason.In(lang))
			default:
				box.Hide()
				d.Link(k)
			}
		}})
	likely := first(e.Kind)
	if d.To == nil {
		kind.Choose(likely)
		box.FocusOn(search)
		return
	}
	if kinds[likely] == argument.Answers && d.To.Kind != argument.Challenge {
		likely = 1 // supports
	}
	kind.Choose(likely)
	k.To = d.To.ID
	column.Rebuild(d.To.ID)
	box.FocusOn(zh)
}

// first returns the kind of link that an argument most likely has, by its
// place among [argument.LinkKinds].
func first(k argument.Kind) int {
	if k == argument.Countermeasure || k == argument.Recommendation {
		return 0 // answers
	}
	return 1 // supports
}

// targets finds what an argument can be linked to in a way: challenges where it
// answers, and never itself. It calls show with the number of the question,
// beside which others may have been asked.
func (d LinkDraft) targets(k argument.LinkKind, query string, number int, show func(int, []*library.Entry)) {
	fits := func(t *library.Entry) bool {
		return t.ID != d.From.ID && (k != argument.Answers || t.Kind == argument.Challenge)
	}
	if strings.TrimSpace(query) == "" {
		var all []*library.Entry
		if d.To != nil && fits(d.To) {
			all = append(all, d.To)
		}
		for _, t := range d.Library.All() {
			if fits(t) && len(all) < maxTargets && (d.To == nil || t.ID != d.To.ID) {
				all = append(all, t)
			}
		}
		show(number, all)
		return
	}
	q := find.Query{Text: query, Limit: maxTargets + 1}
	if k == argument.Answers {
		q.Kinds = []argument.Kind{argument.Challenge}
	}
	go func() {
		hits, err := d.Search(context.Background(), q)
		if err != nil {
			return // that of a context, which has none here
		}
		var found []*library.Entry
		for _, h := range hits {
			if t, ok := d.Library.In(h.Pack, h.ID); ok && fits(t) {
				found = append(found, t)
			}
		}
		d.Post(func() { show(number, found) })
	}()
}

func oneLine(text string) *widgets.Prose {
	p := widgets.NewProse(text)
	p.MaxLines = 1
	return p
}
