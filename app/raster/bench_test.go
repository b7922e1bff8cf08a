//go:build unix

package raster

import (
	"context"
	"os"
	"syscall"
	"testing"
	"time"

	"celun/app/brief"
	"celun/app/brief/outlines"
	"celun/app/language"
	"celun/app/typeset"
	"celun/app/typeset/hyphen"
)

// processorTime returns the processor time that this program has taken.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// bench sets a brief of 1,200 pairs and returns what a preview needs of it.
func bench(b *testing.B) (*brief.Brief, func() *typeset.Setter, *Drawer) {
	br, err := brief.FromOutline("brief-1200.json", outlines.Of(1200), brief.OutlineOptions{})
	if err != nil {
		b.Fatal(err)
	}
	f, err := os.Open("../../assets/patterns/en-GB.txt")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	patterns, err := hyphen.Load(f)
	if err != nil {
		b.Fatal(err)
	}
	faces := testFaces()
	return br, func() *typeset.Setter { return typeset.NewSetter(faces, typeset.WithHyphens(patterns)) }, NewDrawer(faces)
}

// BenchmarkLayout lays out 1,200 pairs with a setter that has kept nothing.
func BenchmarkLayout(b *testing.B) {
	br, setter, _ := bench(b)
	start := processorTime()
	for b.Loop() {
		if _, err := setter().Set(context.Background(), br, typeset.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(processorTime()-start)/1e6/float64(b.N), "cpu-ms/op")
}

// BenchmarkEdit types a character into a paragraph in the middle of 1,200
// pairs, lays the brief out again and draws the page it stands on at 96 dpi.
func BenchmarkEdit(b *testing.B) {
	br, setter, drawer := bench(b)
	s := setter()
	ctx := context.Background()
	at := brief.Address{Block: br.Sections[len(br.Sections)/2].Blocks[0].ID, Language: language.ZH}
	text, _ := br.Text(at)
	h := brief.NewHistory(br)
	doc, err := s.Set(ctx, br, typeset.Options{})
	if err != nil {
		b.Fatal(err)
	}
	page := 0
	for i := range doc.Pages {
		for k := range doc.Pages[i].Items {
			if doc.Pages[i].Items[k].Address == at {
				page = i
			}
		}
	}
	if _, err := drawer.Page(ctx, &doc.Pages[page], Options{Scale: 96.0 / 72}); err != nil {
		b.Fatal(err)
	}
	typed := 0
	start := processorTime()
	for b.Loop() {
		typed++
		next := text
		for range 1 + typed%40 {
			next += "字"
		}
		if err := h.Do(brief.SetText{At: at, Text: next}); err != nil {
			b.Fatal(err)
		}
		doc, err := s.Set(ctx, h.Brief(), typeset.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := drawer.Page(ctx, &doc.Pages[page], Options{Scale: 96.0 / 72}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(processorTime()-start)/1e6/float64(b.N), "cpu-ms/op")
}
