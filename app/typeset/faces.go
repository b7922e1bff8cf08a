package typeset

import (
	"fmt"

	"celun/app/language"
	"celun/app/typeset/face"
)

// Numbers of the faces within a setter.
const (
	serifSC = iota
	serifSCBold
	sansSC
	sansSCBold
	kai
	serif
	serifBold
	serifItalic
	faceCount
	// Installed faces that the page settings or the style name.
	ownSong = iota - 1
	ownHei
	ownKai
	ownFangSong
	ownTitle
	faceSlots
)

var faceIDs = [faceCount]face.ID{
	face.SerifSC, face.SerifSCBold, face.SansSC, face.SansSCBold,
	face.Kai, face.Serif, face.SerifBold, face.SerifItalic,
}

// widths keeps the advances of one face, in em, as they are asked for, in
// blocks of 256 characters: a map costs too much at a million runes.
type widths struct {
	face   *face.Face
	blocks [0x110000 >> 8]*[256]float32
}

const (
	unknownWidth = -1
	noGlyph      = -2
)

// em returns the advance of r in em, or noGlyph.
func (w *widths) em(r rune) float32 {
	if r < 0 || r > 0x10FFFF {
		return noGlyph
	}
	b := w.blocks[r>>8]
	if b == nil {
		b = new([256]float32)
		for i := range b {
			b[i] = unknownWidth
		}
		w.blocks[r>>8] = b
	}
	v := b[r&0xFF]
	if v == unknownWidth {
		v = noGlyph
		if g := w.face.Glyph(r); g != 0 {
			v = float32(w.face.Advance(g)) / float32(w.face.UnitsPerEm())
		}
		b[r&0xFF] = v
	}
	return v
}

// faces opens the faces as they are needed and chooses among them.
type faces struct {
	set  *face.Set
	open [faceSlots]*widths
	own  [faceSlots]face.ID // of the slots for installed faces; "" is none
	err  error              // the first that opening met
}

// id returns the id of a face.
func (f *faces) id(i uint8) face.ID {
	if i < faceCount {
		return faceIDs[i]
	}
	return f.own[i]
}

// stands returns the installed face that stands for one of ours in v, or that
// one itself. A bold face gives way to none: what is not drawn bold is not
// bold.
func (f *faces) stands(id uint8, v voice) uint8 {
	own := id
	switch {
	case id == serifSC && v.family == FangSongFamily && f.own[ownFangSong] != "":
		own = ownFangSong
	case id == serifSC:
		own = ownSong
	case id == serifSCBold && v.family == TitleFamily:
		own = ownTitle
	case id == sansSC, id == sansSCBold:
		own = ownHei
	case id == kai:
		own = ownKai
	}
	if own == id || f.own[own] == "" {
		return id
	}
	return own
}

func (f *faces) widths(i uint8) *widths {
	if w := f.open[i]; w != nil {
		return w
	}
	w := &widths{face: nil}
	fc, err := f.set.Face(f.id(i))
	if err != nil {
		if f.err == nil {
			f.err = fmt.Errorf("typeset: %w", err)
		}
		missing := new([256]float32) // every character is missing; Set reports the error
		for i := range missing {
			missing[i] = noGlyph
		}
		for i := range w.blocks {
			w.blocks[i] = missing
		}
	} else {
		w.face = fc
	}
	f.open[i] = w
	return w
}

// A voice is what chooses a face besides the character: family, weight and
// emphasis.
type voice struct {
	family           Family
	strong, emphasis bool
}

// chinese returns the face of hanzi and full-width marks in v.
func (v voice) chinese() uint8 {
	switch {
	case v.family == SansFamily && v.strong:
		return sansSCBold
	case v.family == SansFamily:
		return sansSC
	case v.strong || v.family == TitleFamily:
		return serifSCBold
	case v.emphasis || v.family == KaiFamily:
		return kai
	}
	return serifSC
}

// latin returns the face of Latin letters and digits in v.
func (v voice) latin() uint8 {
	switch {
	case v.family == SansFamily && v.strong:
		return sansSCBold
	case v.family == SansFamily:
		return sansSC
	case v.strong || v.family == TitleFamily:
		return serifBold
	case v.emphasis:
		return serifItalic
	}
	return serif
}

// pick returns the face for r, and its advance in em. The language decides
// for characters that both kinds of face have: Latin in Chinese text is set
// in the companion, Chinese in English text in the Chinese face, quotation
// marks, ellipses and dashes as the language of the text writes them. When
// the face has no such character the others are tried in turn; ok is false
// when none has it.
func (f *faces) pick(r rune, c class, l language.Language, v voice) (id uint8, em float32, ok bool) {
	first, second := v.chinese(), v.latin()
	switch {
	case l == language.EN && r < 0x2E80, r == '•', r < 0x2000 && c != interpunct, c == letter, c == dashWestern, c == super:
		first, second = second, first
	}
	switch {
	case l == language.EN && r == '…' && v.family == SansFamily:
		first = serif // the dots of a Chinese face stand at half height
	case first == kai && r >= 0x2010 && r <= 0x2027:
		first = serifSC // its curly quotes and dots are not full width
	}
	if l == language.ZH && v.emphasis && first == serifItalic {
		first = serif // Chinese has no italic: Latin in Kai text stands upright
	}
	first = f.stands(first, v)
	if em := f.widths(first).em(r); em >= 0 {
		return first, em, true
	}
	for _, id := range [...]uint8{second, serifSC, sansSC, kai, serif} {
		if em := f.widths(id).em(r); em >= 0 {
			return id, em, true
		}
	}
	return 0, 0, false
}
