package desktop

import (
	"math/rand/v2"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Whatever is typed, undone, joined and split between and during saves: the
// window shows what the brief has, and what counts as saved is in the file.
func TestWhatCountsAsSavedIsInTheFile(t *testing.T) {
	for seed := uint64(1); seed <= 2; seed++ {
		s, path := withFile(t)
		r := rand.New(rand.NewPCG(seed, 7))
		places := []brief.Address{s.first(language.EN), s.first(language.ZH), {Block: s.brief().Sections[1].Blocks[1].ID, Language: language.ZH}}
		var did []string
		for range 150 {
			op := s.step(r, places, path)
			if o := s.dialog(); o != nil {
				t.Fatalf("seed %d: asked %q after %v", seed, written(o), did[max(0, len(did)-12):])
			}
			did = append(did, op)
			for len(s.queue) > 0 && r.IntN(3) > 0 {
				(<-s.queue)()
			}
			s.agrees(seed, did)
			if s.dirty() || s.doc.saving {
				continue
			}
			b, err := brief.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := proseOf(b), proseOf(s.brief()); got != want {
				t.Fatalf("seed %d: it counts as saved, and the file differs after %v", seed, did[max(0, len(did)-12):])
			}
		}
		s.write(path, nil)
		s.until("all is saved", func() bool { return s.wait() && !s.doc.saving && !s.dirty() })
	}
}

// step does one thing as an analyst does, and returns its name.
func (s *stage) step(r *rand.Rand, places []brief.Address, path string) string {
	s.t.Helper()
	focused := func() *widgets.Field {
		f, _ := s.window.Canvas().Focused().(*widgets.Field)
		return f
	}
	key := func(name string, k fyne.KeyName) string {
		if f := focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
		return name
	}
	switch r.IntN(11) {
	case 0, 1, 2:
		if f := focused(); f != nil {
			test.Type(f, string([]rune("字a 词b")[r.IntN(5)]))
		}
		return "type"
	case 3:
		if at := places[r.IntN(len(places))]; s.has(at) {
			s.caret(at)
		}
		return "move"
	case 4:
		s.undo()
		return "undo"
	case 5:
		s.redo()
		return "redo"
	case 6:
		return key("return", fyne.KeyReturn)
	case 7:
		return key("backspace", fyne.KeyBackspace)
	case 8:
		return key("delete", fyne.KeyDelete)
	case 9:
		s.write(path, nil)
		return "save"
	default:
		s.writeDocument(s.doc, saving{path: path, quiet: true})
		return "autosave"
	}
}

func (s *stage) has(at brief.Address) bool {
	_, ok := s.brief().Text(at)
	return ok
}

// agrees sees that the text with the caret shows what the brief has.
func (s *stage) agrees(seed uint64, did []string) {
	s.t.Helper()
	f, ok := s.window.Canvas().Focused().(*widgets.Field)
	if !ok {
		return
	}
	at := s.editor.Selected()
	if want, has := s.brief().Text(at); has && f.Text != want {
		s.t.Fatalf("seed %d: %v shows %.40q and has %.40q after %v", seed, at, f.Text, want, did[max(0, len(did)-12):])
	}
}

// proseOf returns all that is written in the sections of a brief.
func proseOf(b *brief.Brief) (all string) {
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			all += k.ID + k.Text.ZH + "|" + k.Text.EN + "\n"
		}
	}
	return all
}

// The caret does not stay in a text that an undo has taken away.
func TestAfterAnUndoTheCaretIsInATextThatIsThere(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	f := s.caret(at)
	f.SetCaret(len([]rune(f.Text)))
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(s.window.Canvas().Focused().(*widgets.Field), "gone")
	s.undo()
	s.undo()
	now := s.editor.Selected()
	if !s.has(now) {
		t.Fatalf("the place of the user is %v, which is gone", now)
	}
	was := s.text(now)
	test.Type(s.window.Canvas().Focused().(*widgets.Field), "here")
	if o := s.dialog(); o != nil {
		t.Fatalf("typing asks %q", written(o))
	}
	if got := s.text(now); got == was {
		t.Errorf("what was typed went nowhere: %.40q", got)
	}
}
