package desktop

import (
	"path/filepath"
	"testing"

	"celun/app/language"
)

func TestAComparisonIsNamedAfterTheBriefAlone(t *testing.T) {
	s := withSample(t, language.EN)
	s.doc.path = filepath.Join(t.TempDir(), "gap.celun")
	if got := filepath.Base(s.comparisonPath()); got != "gap changed.pdf" {
		t.Errorf("it is to be %q", got)
	}
}
