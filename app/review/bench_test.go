package review

import (
	"strconv"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// pairsOf returns how many paragraphs in two languages a brief has.
func pairsOf(b *brief.Brief) int {
	n := 0
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if b.Sections[i].Blocks[j].Kind == brief.Paragraph {
				n++
			}
		}
	}
	return n
}

// BenchmarkReview is the first review of the outlines, without what only
// pages show. CELUN_BENCH names their folder.
func BenchmarkReview(b *testing.B) {
	lib := library.New(builtIn(b))
	for _, o := range outlines(b) {
		b.Run(strconv.Itoa(pairsOf(o)), func(b *testing.B) {
			for b.Loop() {
				NewReviewer(lib).Review(o, Options{})
			}
		})
	}
}

// BenchmarkReviewAfterEdit is the review after one letter was typed.
func BenchmarkReviewAfterEdit(b *testing.B) {
	lib := library.New(builtIn(b))
	for _, o := range outlines(b) {
		b.Run(strconv.Itoa(pairsOf(o)), func(b *testing.B) {
			v, h := NewReviewer(lib), brief.NewHistory(o)
			at := brief.Address{Block: o.Sections[len(o.Sections)/2].Blocks[0].ID, Language: language.EN}
			text, _ := o.Text(at)
			v.Review(h.Brief(), Options{})
			n := 0
			for b.Loop() {
				b.StopTimer()
				n++
				if err := h.Do(brief.SetText{At: at, Text: text + strconv.Itoa(n)}); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				v.Review(h.Brief(), Options{})
			}
		})
	}
}
