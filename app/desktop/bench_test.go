package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"fyne.io/fyne/v2/test"
)

// BenchmarkTyping types a character into a brief, as the main thread does it:
// edit, history, fields, counts and bars, without painting and pages.
func BenchmarkTyping(b *testing.B) {
	outline := os.Getenv("CELUN_BENCH")
	for _, name := range []string{"sample", "brief-240.json"} {
		b.Run(name, func(b *testing.B) {
			t := &testing.T{}
			s := newStage(t, language.ZH)
			if name == "sample" {
				s.openSample()
				s.until("open", func() bool { return s.doc != nil })
			} else {
				data, err := os.ReadFile(filepath.Join(outline, name))
				if err != nil {
					b.Skip("CELUN_BENCH is not the folder of the outlines")
				}
				br, err := brief.FromOutline(name, data, brief.OutlineOptions{})
				if err != nil {
					b.Fatal(err)
				}
				s.put(br, "")
			}
			f := s.caret(s.first(language.ZH))
			for b.Loop() {
				test.Type(f, "字")
				if len(f.Text) > 900 { // stay at the length of a paragraph
					f.SetText("字")
				}
			}
		})
	}
}
