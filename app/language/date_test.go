package language_test

import (
	"testing"

	"celun/app/language"
)

func TestDates(t *testing.T) {
	for s, want := range map[string]language.Text{
		"2026-11-22": {ZH: "2026年11月22日", EN: "22 November 2026"},
		"2026-07":    {ZH: "2026年7月", EN: "July 2026"},
		"2026":       {ZH: "2026年", EN: "2026"},
		"soon":       {ZH: "soon", EN: "soon"},
		"":           {},
	} {
		if got := language.Date(s); got != want {
			t.Errorf("%q is %v, want %v", s, got, want)
		}
	}
}
