package widgets

import (
	"strings"
	"unicode/utf8"

	"celun/app/desktop/theme"
	"celun/app/language"
)

// NewCompared returns text in which what was taken out of it and what was put
// into it stand on grounds of their own.
func NewCompared(pieces []language.Piece) *Prose {
	var text strings.Builder
	var grounds []Ground
	at := 0
	for _, p := range pieces {
		n := utf8.RuneCountInString(p.Text)
		g := Ground{Stretch: Stretch{at, at + n}}
		switch p.Change {
		case language.Removed:
			g.Color = theme.Stale
			grounds = append(grounds, g)
		case language.Added:
			g.Color = theme.Fresh
			grounds = append(grounds, g)
		}
		text.WriteString(p.Text)
		at += n
	}
	prose := NewProse(text.String())
	prose.Grounds = grounds
	return prose
}
