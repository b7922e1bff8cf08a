package typeset

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"celun/app/brief"
)

// longBrief is the longest outline of the bench.
func longBrief(b *testing.B) *brief.Brief {
	dir := os.Getenv("CELUN_BENCH")
	if dir == "" {
		b.Skip("CELUN_BENCH names no folder with outlines")
	}
	return outlineBrief(b, filepath.Join(dir, "brief-1200.json"))
}

// BenchmarkSet lays out a brief of 1,200 pairs from nothing but its faces.
func BenchmarkSet(b *testing.B) {
	br := longBrief(b)
	for b.Loop() {
		if _, err := newTestSetter(b).Set(context.Background(), br, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSetAgain lays the same brief out again after an edit of one
// paragraph in its middle.
func BenchmarkSetAgain(b *testing.B) {
	br := longBrief(b)
	s := newTestSetter(b)
	if _, err := s.Set(context.Background(), br, Options{}); err != nil {
		b.Fatal(err)
	}
	middle := len(br.Sections) / 2
	for b.Loop() {
		br = br.Clone()
		br.Sections[middle].Blocks[0].Text.ZH += "字"
		if len(br.Sections[middle].Blocks[0].Text.ZH) > 3000 {
			br.Sections[middle].Blocks[0].Text.ZH = "字"
		}
		if _, err := s.Set(context.Background(), br, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
