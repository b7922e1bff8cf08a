package desktop

import (
	"testing"

	"celun/app/language"
	"celun/app/review"

	"fyne.io/fyne/v2"
)

// In a window that is too narrow for the text and the pages, as with large
// texts on a small screen, the pages are shown in the place of the text, and
// going to a text leads back.
func TestWhereThereIsNoRoomBesideTheTextThePagesTakeIts(t *testing.T) {
	s := withSample(t, language.EN)
	s.window.Resize(fyne.NewSize(700, 500))
	shows := func(what string, text, pages bool) {
		t.Helper()
		if s.editor.View().Visible() != text || s.side.View().Visible() != pages {
			t.Errorf("%s: the text is shown: %v, the pages: %v", what, s.editor.View().Visible(), s.side.View().Visible())
		}
	}
	shows("narrow", true, false)
	s.actions.Find("pane pages").Do()
	shows("asked for the pages", false, true)
	s.actions.Find("wide side").Do()
	shows("back to the text", true, false)
	s.actions.Find("pane checks").Do()
	shows("asked for the checks", false, true)
	s.writeAt(s.first(language.EN), review.Range{})
	shows("gone to a text", true, false)
	s.window.Resize(fyne.NewSize(1200, 700))
	shows("wide again", true, true)
}
