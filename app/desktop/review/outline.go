package review

import (
	"fmt"
	"slices"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	core "celun/app/review"

	"fyne.io/fyne/v2"
)

// outline returns the rows of the first sentences: one after the other they
// should be the argument.
func (v *Pane) outline() []widgets.Row {
	if v.brief == nil {
		return nil
	}
	var rows []widgets.Row
	for i, s := range core.FirstSentences(v.brief) {
		key := fmt.Sprint("first ", i, s, v.isNoClaim(s.At.Block))
		if s.Head {
			rows = append(rows, widgets.Row{
				Key: key, Estimate: func(float32) float32 { return 30 },
				Build: func() fyne.CanvasObject {
					p := widgets.NewProse(v.either(s))
					p.Bold = true
					return widgets.NewInset(p, 6, 10, 0, 10)
				},
			})
			continue
		}
		rows = v.spotted(rows, spot{key: key, at: s.At}, 44, widgets.NewRowCard, func(chosen bool) fyne.CanvasObject {
			return v.sentence(s, chosen)
		})
	}
	return rows
}

// either returns a sentence in the language of the window, or else in the
// other.
func (v *Pane) either(s core.FirstSentence) string {
	if text := s.Text.In(v.lang); text != "" {
		return text
	}
	return s.Text.In(v.lang.Other())
}

// sentence shows a first sentence in both languages, whether the editor said
// that it is no claim, and the button for saying so.
func (v *Pane) sentence(s core.FirstSentence, chosen bool) fyne.CanvasObject {
	text := v.either(s)
	parts := []fyne.CanvasObject{widgets.NewProse(text)}
	if second := s.Text.In(v.lang.Other()); second != "" && second != text {
		parts = append(parts, widgets.NewNote(second, theme.Muted, 0))
	}
	if v.isNoClaim(s.At.Block) {
		says := widgets.NewNote(catalogue.NoClaim.In(v.lang), theme.Amber, 1)
		parts = append(parts, widgets.NewLine(5, 1, image(icon.Comment, theme.Amber, 13), says))
	}
	if chosen && v.NoClaim != nil {
		label := catalogue.NoClaim.In(v.lang)
		if v.isNoClaim(s.At.Block) {
			label = catalogue.ClaimAfterAll.In(v.lang)
		}
		parts = append(parts, widgets.NewInset(widgets.NewWrap(6,
			widgets.NewButton(widgets.Plain, label, icon.Comment, func() { v.NoClaim(s.At.Block) }),
			v.request(s.At.Block, "")), 4, 0, 0, 0))
	}
	return widgets.NewPile(2, parts...)
}

// isNoClaim reports whether it was said of a block that its first sentence is
// no claim.
func (v *Pane) isNoClaim(block string) bool {
	b, _, _ := v.brief.Block(block)
	return b != nil && slices.ContainsFunc(b.Comments, IsNoClaim)
}

// IsNoClaim reports whether a comment says that a first sentence is no claim,
// and was not seen to.
func IsNoClaim(c brief.Comment) bool {
	return !c.Done && (c.Text == catalogue.NoClaimSays.ZH || c.Text == catalogue.NoClaimSays.EN)
}

// request is the button with which the author is asked for a change of a
// block.
func (v *Pane) request(block, says string) fyne.CanvasObject {
	return widgets.NewButton(widgets.Flat, catalogue.RequestChange.In(v.lang), nil, func() {
		if v.Request != nil {
			v.Request(block, says)
		}
	})
}
