package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"celun/app/argument"
	"celun/app/cite"
	"celun/app/language"
	"celun/app/library"
)

func TestReferencesAreTakenIntoTheBrief(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "a.bib")
	if err := os.WriteFile(path, []byte("@book{li, author={李明}, title={数字治理}, year=2022}\n@book{cut, title={Cut"), 0o666); err != nil {
		t.Fatal(err)
	}
	before := len(s.brief().Sources)
	s.takeReferences(path)
	s.until("the sources are there", func() bool { return len(s.brief().Sources) == before+2 })
	if s.free() {
		t.Error("nothing is said of the entry that was cut off")
	}
	s.window.Canvas().Overlays().Top().Hide()
	s.undo()
	if len(s.brief().Sources) != before {
		t.Error("the import cannot be undone")
	}
	s.actions.Find("references gbt7714-2025").Run()
	if s.brief().Meta.Citation != cite.GB2025 || !s.actions.Find("references gbt7714-2025").Checked() || s.actions.Find("references gbt7714-2015").Checked() {
		t.Errorf("the list is written after %q", s.brief().Meta.Citation)
	}
}

// The map opens what is clicked: the block in the text and the card.
func TestTheMapLeadsToBlockAndCard(t *testing.T) {
	s := withSample(t, language.ZH)
	s.showTab("map")
	var used *library.Entry
	for id := range usedIn(s.brief()) {
		if e, ok := s.lib.Get(id); ok && e.Kind == argument.Countermeasure {
			used = e
		}
	}
	s.goToArgument(used)
	if e, ok := s.pane.Chosen(); !ok || e.ID != used.ID {
		t.Errorf("the chosen card is not that of %s", used.ID)
	}
	at := s.editor.Selected().Block
	found := false
	for _, sec := range s.brief().Sections {
		for _, b := range sec.Blocks {
			found = found || b.ID == at && b.From != nil && b.From.Argument == used.ID
		}
	}
	if !found {
		t.Errorf("the text is at %q, which is not from %s", at, used.ID)
	}
}
