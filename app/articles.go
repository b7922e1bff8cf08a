package app

import (
	"celun/app/article"
	"celun/app/brief"
	"celun/app/review"
)

// SourceOf returns the id of the source of a brief that an article is the text
// of: the one whose title stands at its beginning, or the only one there is.
// It is empty if that cannot be told.
func SourceOf(b *brief.Brief, a *article.Article) string {
	named := ""
	for i := range b.Sources {
		s := &b.Sources[i]
		if !a.Mentions(s.Title.ZH) && !a.Mentions(s.Title.EN) {
			continue
		}
		if named != "" {
			return "" // it cites the other one, or is cited by it
		}
		named = s.ID
	}
	if named == "" && len(b.Sources) == 1 {
		named = b.Sources[0].ID
	}
	return named
}

// Quoted counts the quotations of a brief that were held against the articles
// that are opened, and those of them that stand there.
func Quoted(b *brief.Brief, articles map[string]*article.Article) (checked, right int) {
	for _, c := range review.Citations(b, articles) {
		if c.Checked {
			checked++
		}
		if c.Right {
			right++
		}
	}
	return checked, right
}
