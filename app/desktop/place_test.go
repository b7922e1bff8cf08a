package desktop

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// fieldsBuilt returns the fields of the editor that are built, from the top down.
func (s *stage) fieldsBuilt() []*widgets.Field {
	var fields []*widgets.Field
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Field); ok {
			fields = append(fields, f)
			return
		}
		switch o := o.(type) {
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(s.editor.View())
	return fields
}

func TestAClickIntoAnotherTextLeavesTheViewWhereItIs(t *testing.T) {
	s := withSample(t, language.EN)
	test.Type(s.caret(s.first(language.EN)), "Now ")
	s.editor.ScrollTo(s.editor.Offset() + 1500)
	fields := s.fieldsBuilt()
	y := func(f *widgets.Field) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y
	}
	var in *widgets.Field // wholly in view
	for _, f := range fields {
		if !f.HasFocus() && y(f) > 100 && y(f)+f.Size().Height < 600 {
			in = f
		}
	}
	if in == nil {
		t.Fatal("no text is in view")
	}
	// The tools of a block that is chosen may change its height, and so what
	// lies over the view: the text that was clicked is what must stay.
	was := y(in)
	in.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if !in.HasFocus() {
		t.Fatal("the click does not put the caret into the text")
	}
	if now := y(in); now < was-40 || now > was+40 {
		t.Errorf("the text that was clicked moved from %v to %v", was, now)
	}
}

func TestTypingGoesOnWhileTheWholeFaceIsRead(t *testing.T) {
	s := withSample(t, language.ZH)
	at := s.first(language.ZH)
	f := s.caret(at)
	test.Type(f, "𠀀㐀")
	s.until("the whole face is there", func() bool { return s.look.IsWhole() })
	typed, ok := s.window.Canvas().Focused().(*widgets.Field)
	if !ok || typed != f {
		t.Fatalf("the focus went to %T", s.window.Canvas().Focused())
	}
	test.Type(typed, "继续")
	if got := s.text(at); !strings.HasPrefix(got, "𠀀㐀继续") {
		t.Errorf("typed %q", got)
	}
}

func TestTheOtherLanguageAndLookKeepThePlace(t *testing.T) {
	s := withSample(t, language.ZH)
	s.until("the pages are set", func() bool { return s.pages.Document() != nil })
	section := s.brief().Sections[2]
	at := brief.Address{Block: section.Blocks[0].ID, Language: language.ZH}
	f := s.caret(at)
	for range 3 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	offset := s.editor.Offset()
	if offset == 0 {
		t.Fatal("the block is in view from the start")
	}
	for _, action := range []string{"language", "theme"} {
		s.actions.Find(action).Do()
		if got := s.editor.Selected(); got != at {
			t.Errorf("after %s: %v is selected", action, got)
		}
		if got := s.editor.Offset(); got < offset-30 || got > offset+30 {
			t.Errorf("after %s: scrolled to %v, was at %v", action, got, offset)
		}
		f, ok := s.window.Canvas().Focused().(*widgets.Field)
		if !ok || f.CursorTextOffset() != 3 {
			t.Fatalf("after %s: the focus is at %T", action, s.window.Canvas().Focused())
		}
	}
	before := s.text(at)
	test.Type(s.window.Canvas().Focused(), "甲")
	runes := []rune(before)
	if want := string(runes[:3]) + "甲" + string(runes[3:]); s.text(at) != want {
		t.Errorf("typed: %q", s.text(at))
	}
}

func TestABriefIsOpenedWhereItWasLeft(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "left.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.dirty() })
	last := s.brief().Sections[len(s.brief().Sections)-2]
	at := brief.Address{Block: last.Blocks[0].ID, Language: language.EN}
	f := s.caret(at)
	f.SetCaret(5)
	scrolled := s.editor.Offset()
	s.actions.Find("close").Do()
	if s.doc != nil {
		t.Fatal("the brief is not closed")
	}
	s.openFile(path)
	s.until("it is open again", func() bool { return s.doc != nil })
	if got := s.editor.Selected(); got.Block != at.Block {
		t.Errorf("opened again at %+v, left at %+v", got, at)
	}
	if got, ok := s.window.Canvas().Focused().(*widgets.Field); !ok || got.CursorTextOffset() != 5 {
		t.Errorf("the caret is not where it was: %v", ok)
	}
	if got := s.editor.Offset(); got < scrolled-60 || got > scrolled+60 {
		t.Errorf("in view from %g, left at %g", got, scrolled)
	}
}

// sheets returns the pages that are built, as they are seen.
func (s *stage) sheets() []*widgets.Sheet { return everything[*widgets.Sheet](s.pages.View()) }

// A click on a line of a page puts the caret where it was clicked, and the line
// on which the caret stands is marked on the page.
func TestTheCaretAndItsLineOnThePageAgree(t *testing.T) {
	s := withSample(t, language.ZH)
	s.until("the pages are there", func() bool { return s.pages.Shows(s.brief()) && len(s.sheets()) > 0 })
	doc := s.pages.Document()
	w, h := float32(doc.Pages[0].Width), float32(doc.Pages[0].Height)
	for _, l := range language.Both() {
		at := s.first(l)
		for _, offset := range []int{0, 3, 40, 70} {
			c, ok := doc.Caret(typeset.Spot{Address: at, Offset: offset})
			if !ok || c.Page != 1 {
				t.Fatalf("%v %d stands on page %d, %v", at, offset, c.Page, ok)
			}
			sheet := s.sheets()[0]
			size := sheet.Size()
			test.TapAt(sheet, fyne.NewPos(float32(c.X+0.2)/w*size.Width, float32(c.Y+c.Height/2)/h*size.Height))
			f, now := s.editor.Field()
			if f == nil || now != at || f.CursorTextOffset() != offset {
				t.Fatalf("a click at %d of %v leads to %v", offset, at, now)
			}
			box := sheet.Line()
			if math.Abs(float64(box.Y*h)-c.Y) > 0.1 || math.Abs(float64(box.Caret*w)-c.X) > 0.1 {
				t.Errorf("%d of %v is marked at %+v, stands at %+v", offset, at, box, c)
			}
			if float64(box.X*w) > c.X+0.1 || box.Width*w < 60 {
				t.Errorf("the line of %d of %v is marked from %g on, %g wide", offset, at, box.X*w, box.Width*w)
			}
		}
		// The mark goes with the caret, and with what is typed.
		before := s.sheets()[0].Line()
		f, _ := s.editor.Field()
		f.SetCaret(0)
		if s.sheets()[0].Line() == before {
			t.Error("the mark stays where the caret was")
		}
		before = s.sheets()[0].Line()
		test.Type(f, "ab")
		s.until("the page follows", func() bool { return s.pages.Shows(s.brief()) })
		if now := s.sheets()[0].Line(); now.Caret <= before.Caret || now.Y != before.Y {
			t.Errorf("typed, the mark is at %+v after %+v", now, before)
		}
		s.actions.Find("undo").Do()
		s.until("the page follows", func() bool { return s.pages.Shows(s.brief()) })
		doc = s.pages.Document()
	}
	s.editor.Reveal(brief.Address{Section: s.brief().Sections[1].ID}, false)
	if box := s.sheets()[0].Line(); box != (widgets.Box{}) {
		t.Errorf("without a caret a line is marked: %+v", box)
	}
}
