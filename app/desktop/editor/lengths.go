package editor

import (
	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
)

// Lengths counts blocks once and again only when they change: counting the
// whole of a long brief at every key would be felt.
type Lengths map[string]counted

// counted is a block as it was when it was counted.
type counted struct {
	block  brief.Block
	zh, en int
}

// Count counts a brief before it is shown, which takes its time for a long one.
func Count(b *brief.Brief) Lengths {
	k := Lengths{}
	for i := range b.Sections {
		k.section(&b.Sections[i])
	}
	return k
}

// section returns the length of a section in both languages.
func (k Lengths) section(s *brief.Section) (zh, en int) {
	for i := range s.Blocks {
		b := &s.Blocks[i]
		c, ok := k[b.ID]
		if !ok || !sameText(&c.block, b) {
			c = counted{*b, template.BlockLength(b, language.ZH), template.BlockLength(b, language.EN)}
			k[b.ID] = c
		}
		zh, en = zh+c.zh, en+c.en
	}
	return zh, en
}

// sameText reports whether two states of a block have the same text. Edits
// never write into what they share, so that the same pointer is the same
// content.
func sameText(a, b *brief.Block) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.Recommendation == b.Recommendation && a.Table == b.Table &&
		a.Figure == b.Figure && sameSlice(a.Events, b.Events) && sameSlice(a.Terms, b.Terms) && a.Answer == b.Answer
}

// sameSlice reports whether two slices are one: edits never write into what
// they share.
func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// sameBlock reports whether two states of a block look the same.
func sameBlock(a, b *brief.Block) bool {
	return sameText(a, b) && a.Level == b.Level && a.State == b.State && a.From == b.From && len(a.Answers) == len(b.Answers) &&
		sameSlice(a.Comments, b.Comments) && sameSlice(a.Basis, b.Basis) && a.Space == b.Space && a.Minutes == b.Minutes && a.For == b.For
}

// Length returns how long the brief is: its sections as their limits count
// them.
func (e *Editor) Length() (zh, en int) {
	if e.brief == nil {
		return 0, 0
	}
	for i := range e.brief.Sections {
		z, n := e.Lengths.section(&e.brief.Sections[i])
		zh, en = zh+z, en+n
	}
	return zh, en
}
