package desktop

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/complete"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAStrokeAndPinyinCompleteFromTheLibrary(t *testing.T) {
	s := withSample(t, language.ZH)
	at := s.first(language.ZH)
	for _, c := range []struct{ typed, want string }{
		{"/shuzihonggou", "数字鸿沟"},
		{"/szwj", "数字外交"},
		{"/digital divide", "数字鸿沟"},
		{"/引注", "[^"},
	} {
		f := s.caret(at)
		f.SetCaret(0)
		test.Type(f, c.typed)
		if !s.completing.IsOpen() {
			t.Errorf("%s: nothing is listed", c.typed)
			continue
		}
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := s.text(at); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %.30q", c.typed, got)
		}
		for s.doc.history.CanUndo() {
			s.actions.Find("undo").Do()
		}
	}
}

func TestEscapeLeavesAStrokeAlone(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	f := s.caret(at)
	test.Type(f, "/digital")
	if !s.completing.IsOpen() {
		t.Fatal("nothing is listed")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.completing.IsOpen() || !strings.HasPrefix(s.text(at), "/digital") {
		t.Errorf("%.20q", s.text(at))
	}
}

// Nobody typed the stroke that the command puts in: without a choice it goes
// again, and it lists within a word too.
func TestAListThatWasAskedForLeavesNothingBehind(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	f := s.caret(at)
	was := s.text(at)
	for _, query := range []string{"", "digital"} {
		f.SetCaret(3) // within a word
		s.actions.Find("complete").Do()
		test.Type(f, query)
		if !s.completing.IsOpen() {
			t.Fatalf("nothing is listed for %q", query)
		}
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if got := s.text(at); s.completing.IsOpen() || got != was {
			t.Errorf("%q leaves %.30q", query, got)
		}
	}
	s.actions.Find("complete").Do()
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := s.text(at); got == was || got[:3] != was[:3] || strings.Contains(got[:4], "/") {
		t.Errorf("what was taken makes %.30q", got)
	}
}

func TestAStrokeWithinAWordIsNone(t *testing.T) {
	for _, c := range []struct {
		text  string
		query string
		ok    bool
	}{
		{"/", "", true},
		{"a /di", "di", true},
		{"甲/数", "数", true},
		{"km/h", "", false},
		{"1/2", "", false},
		{"http://x", "", false},
		{"/a。b", "", false},
		{"/ a", "", false},
		{"", "", false},
	} {
		_, query, ok := complete.Query(c.text, len([]rune(c.text)))
		if ok != c.ok || query != c.query {
			t.Errorf("%q: %q, %v", c.text, query, ok)
		}
	}
}

func TestACommentStaysOnItsBlock(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	s.editor.Reveal(at, true)
	s.actions.Find("comment").Do()
	entry, ok := s.window.Canvas().Focused().(*widgets.LineEntry)
	if !ok {
		t.Fatalf("%T has the focus", s.window.Canvas().Focused())
	}
	test.Type(entry, "Is this so?")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b, _, _ := s.brief().Block(at.Block)
	if len(b.Comments) != 1 || b.Comments[0].Text != "Is this so?" || b.Comments[0].Date != "2026-11-22" {
		t.Fatalf("%+v", b.Comments)
	}
	s.actions.Find("undo").Do()
	if b, _, _ := s.brief().Block(at.Block); len(b.Comments) != 0 {
		t.Error("undo leaves it")
	}
}

func TestAPictureIsPutInAndOneThatIsNoneRefused(t *testing.T) {
	s := withSample(t, language.EN)
	dir := t.TempDir()
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	good, bad := filepath.Join(dir, "a.png"), filepath.Join(dir, "b.png")
	for path, content := range map[string][]byte{good: data.Bytes(), bad: []byte("not a picture")} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	section := s.brief().Sections[1].ID
	before := len(s.brief().Sections[1].Blocks)
	s.takePicture(bad, section, 0)
	s.until("it is refused", func() bool { return !s.free() })
	if s.dirty() {
		t.Error("the brief was changed")
	}
	s.press("Close")
	s.takePicture(good, section, 0)
	s.until("it is in", func() bool { return len(s.brief().Sections[1].Blocks) > before })
	f := s.brief().Sections[1].Blocks[0].Figure
	if f == nil {
		t.Fatal("no figure")
	}
	if got, ok := s.brief().Media(f.Media); !ok || !bytes.Equal(got, data.Bytes()) {
		t.Error("the picture is not in the brief")
	}
}

func TestAPasteOfTwentyMegabytesIsRefused(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	was := s.text(at)
	s.caret(at)
	test.Type(s.window.Canvas().Focused(), "x")
	s.pasteText(at, "", strings.Repeat("字", 7<<20))
	if s.free() {
		t.Error("nothing says so")
	}
	if s.text(at) != "x"+was {
		t.Error("the text changed")
	}
}

// Some owners of the clipboard answer with plain text to whoever asks for HTML.
func TestPlainTextThatIsCalledHTMLKeepsItsParagraphs(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	s.caret(at)
	n := len(s.brief().Sections[1].Blocks)
	s.pasteText(at, "One.\n\nTwo & three.", "One.\n\nTwo & three.")
	if got := s.brief().Sections[1].Blocks; len(got) <= n || got[1].Text.EN != "Two & three." {
		t.Errorf("%d blocks before, %d after", n, len(got))
	}
}

func TestPasteGoesThroughTheClipboard(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	f := s.caret(at)
	s.fyne.Clipboard().SetContent("One.\n\nTwo.")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.fyne.Clipboard()})
	n := len(s.brief().Sections[1].Blocks)
	s.until("it is in", func() bool { return len(s.brief().Sections[1].Blocks) > n })
	if got := s.brief().Sections[1].Blocks[1].Text.EN; got != "Two." {
		t.Errorf("%q", got)
	}
}

// Every kind of block can be put in, shown and taken out.
func TestEveryKindOfBlockIsShown(t *testing.T) {
	s := withSample(t, language.ZH)
	for _, k := range []brief.Kind{brief.FigureKind, brief.Timeline, brief.TermList, brief.Question, brief.Exercise} {
		s.editor.Add(k)
		b, _, _ := s.brief().Block(s.editor.Selected().Block)
		if b == nil || b.Kind != k {
			t.Fatalf("%s: %+v selected", k, b)
		}
		if err := s.brief().Validate(); err != nil {
			t.Fatal(err)
		}
		if _, at := s.editor.Field(); at.Block != b.ID {
			t.Errorf("%s: the caret is at %v", k, at)
		}
	}
}

func TestTextsOfAnArgumentAreCompletedToo(t *testing.T) {
	s := newStage(t, language.ZH)
	s.newArgument()
	f, ok := s.window.Canvas().Focused().(*widgets.Field)
	if !ok {
		t.Fatalf("%T has the focus", s.window.Canvas().Focused())
	}
	test.Type(f, "/szwj")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if f.Text != "数字外交" {
		t.Errorf("%q", f.Text)
	}
}

// What is done with a text can be done again when the caret comes back to it.
func TestTheMenuKnowsThatTheCaretIsBack(t *testing.T) {
	s := withSample(t, language.EN)
	strong := func() *fyne.MenuItem {
		for _, m := range s.menu.Items {
			for _, i := range m.Items {
				if i.Label == "Strong" {
					return i
				}
			}
		}
		return nil
	}
	f := s.caret(s.first(language.EN))
	if strong() == nil || strong().Disabled {
		t.Fatal("it cannot be done in a text")
	}
	s.window.Canvas().Focus(s.pane.SearchField())
	s.showMenu()
	if !strong().Disabled {
		t.Error("it can be done without a text")
	}
	s.window.Canvas().Focus(f)
	if strong().Disabled {
		t.Error("it cannot be done in the text again")
	}
}
