package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"celun/app/brief"
	"celun/app/language"

	"fyne.io/fyne/v2/test"
)

// opened returns a stage with the sample or an outline of the bench open.
func opened(b *testing.B, name string) *stage {
	b.Helper()
	s := newStage(&testing.T{}, language.ZH)
	if name == "sample" {
		s.openSample()
		s.until("open", func() bool { return s.doc != nil })
		return s
	}
	data, err := os.ReadFile(filepath.Join(os.Getenv("CELUN_BENCH"), name))
	if err != nil {
		b.Skip("CELUN_BENCH is not the folder of the outlines")
	}
	br, err := brief.FromOutline(name, data, brief.OutlineOptions{})
	if err != nil {
		b.Fatal(err)
	}
	s.put(br, "")
	return s
}

// BenchmarkTyping types a character into a brief, as the main thread does it:
// edit, history, fields, counts and bars, without painting and pages.
func BenchmarkTyping(b *testing.B) {
	for _, name := range []string{"sample", "brief-240.json"} {
		b.Run(name, func(b *testing.B) {
			s := opened(b, name)
			f := s.caret(s.first(language.ZH))
			for b.Loop() {
				test.Type(f, "字")
				if len(f.Text) > 900 { // stay at the length of a paragraph
					f.ShowText("字")
				}
			}
		})
	}
}

// BenchmarkKeyToPage types a character and waits until the pages in view show
// it, drawn: the time at the 95th percentile is what counts.
func BenchmarkKeyToPage(b *testing.B) {
	for _, name := range []string{"sample", "brief-240.json"} {
		b.Run(name, func(b *testing.B) {
			s := opened(b, name)
			<-s.words.Ready()
			f := s.caret(s.first(language.ZH))
			shown := func() bool { return s.pages.Shows(s.brief()) }
			s.until("the pages are there", shown)
			test.Type(f, "字") // by now with the setter that stays
			s.until("the pages follow", shown)
			var took []time.Duration
			for b.Loop() {
				begun := time.Now()
				test.Type(f, "字")
				s.until("the pages follow", shown)
				took = append(took, time.Since(begun))
				if len(f.Text) > 900 {
					f.ShowText("字")
					s.until("the pages follow", shown)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
		})
	}
}

// BenchmarkShow builds the window anew, as after a change of language.
func BenchmarkShow(b *testing.B) {
	b.Run("start", func(b *testing.B) {
		s := newStage(&testing.T{}, language.ZH)
		for b.Loop() {
			s.show()
		}
	})
	b.Run("workspace", func(b *testing.B) {
		s := opened(b, "sample")
		for b.Loop() {
			s.show()
		}
	})
	b.Run("questions", func(b *testing.B) {
		s := newStage(&testing.T{}, language.ZH)
		s.startWizard(nil)
		for b.Loop() {
			s.show()
		}
	})
}
