package review

import (
	"fmt"
	"slices"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
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
		key := fmt.Sprint("first ", i, s, v.isNoClaim(s))
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
		at := s.At
		at.Language = v.lang
		rows = v.spotted(rows, spot{key: key, at: at, item: s.Item}, 44, widgets.NewRowCard, func(chosen bool) fyne.CanvasObject {
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
	if v.isNoClaim(s) {
		says := widgets.NewNote(catalogue.NoClaim.In(v.lang), theme.Amber, 1)
		parts = append(parts, widgets.NewLine(5, 1, image(icon.Comment, theme.Amber, 13), says))
	}
	if chosen && v.NoClaim != nil {
		label := catalogue.NoClaim.In(v.lang)
		if v.isNoClaim(s) {
			label = catalogue.ClaimAfterAll.In(v.lang)
		}
		parts = append(parts, widgets.NewInset(widgets.NewWrap(6,
			widgets.NewButton(widgets.Plain, label, icon.Comment, func() { v.NoClaim(s.At.Block, s.Item) }),
			v.request(widgets.Plain, s.At.Block, "")), 4, 0, 0, 0))
	}
	return widgets.NewPile(2, parts...)
}

// isNoClaim reports whether it was said of a sentence that it is no claim.
func (v *Pane) isNoClaim(s core.FirstSentence) bool {
	b, _, _ := v.brief.Block(s.At.Block)
	return b != nil && slices.ContainsFunc(b.Comments, func(c brief.Comment) bool { return IsNoClaim(c, s.Item) })
}

// NoClaim is what a comment says of a first sentence that is no claim: of the
// key message of a number, or of the only one of its block if that is 0.
func NoClaim(item int) language.Text {
	if item == 0 {
		return catalogue.NoClaimSays
	}
	return language.Text{ZH: fmt.Sprintf(catalogue.NoClaimOf.ZH, item), EN: fmt.Sprintf(catalogue.NoClaimOf.EN, item)}
}

// IsNoClaim reports whether a comment says that, and was not seen to.
func IsNoClaim(c brief.Comment, item int) bool {
	says := NoClaim(item)
	return !c.Done && (c.Text == says.ZH || c.Text == says.EN)
}

// request is the button with which the author is asked for a change of a
// block.
func (v *Pane) request(rank widgets.Rank, block, says string) fyne.CanvasObject {
	return widgets.NewButton(rank, catalogue.RequestChange.In(v.lang), nil, func() {
		if v.Request != nil {
			v.Request(block, says)
		}
	})
}
