package widgets

import (
	"slices"
	"unicode/utf8"
)

// read makes the runs of a text: as it is read, but with the markup that the
// caret touches as it is typed. Then what is typed is always seen.
func (f *face) read(text string) {
	f.atoms, f.chains, f.caret = nil, nil, Stretch{}
	n := utf8.RuneCountInString(text)
	switch {
	case text == "":
		f.runs = []Run{{Text: f.field.PlaceHolder, Dim: true}}
		return
	case f.field.Reads == nil:
		f.runs = []Run{{Text: text, Length: n}}
		return
	}
	read := f.field.Reads(text)
	if !f.typed {
		f.runs = read
		return
	}
	all := gaps(read, []rune(text))
	f.runs = nil
	for i := 0; i < len(all); {
		p := all[i]
		if p.kind == atomPiece {
			f.atoms = append(f.atoms, Stretch{p.At, p.At + p.Length})
		}
		if p.kind != markPiece && p.kind != markedPiece {
			if p.kind != atomPiece {
				f.runs = append(f.runs, p.Run)
			}
			i++
			continue
		}
		j, chain := i, Stretch{Start: p.At}
		for j < len(all) && (all[j].kind == markPiece || all[j].kind == markedPiece) {
			chain.End = all[j].At + all[j].Length
			j++
		}
		f.chains = append(f.chains, chain)
		shown := f.around(f.field.shownAt()) == chain
		if shown {
			f.caret = chain
		}
		for _, p := range all[i:j] {
			switch {
			case p.kind == markedPiece || !shown && p.Chip:
				f.runs = append(f.runs, p.Run)
			case shown:
				typed := string([]rune(text)[p.At : p.At+p.Length])
				f.runs = append(f.runs, Run{Text: typed, At: p.At, Length: p.Length, Dim: true})
			}
		}
		i = j
	}
}

// around returns the markup that an offset touches, with what it marks; -1
// touches none.
func (f *face) around(at int) Stretch {
	for _, c := range f.chains {
		if c.Start <= at && at <= c.End {
			return c
		}
	}
	return Stretch{}
}

// A piece is a run, or what of the typed text stands between two.
type piece struct {
	Run
	kind pieceKind
}

// A pieceKind tells what a piece is: words, marked words, the marks around
// them or in the place of a chip, or what is typed for the number of an item.
type pieceKind int

const (
	wordsPiece pieceKind = iota
	markedPiece
	markPiece
	atomPiece
)

// gaps returns runs with what of the text stands between them.
func gaps(read []Run, text []rune) []piece {
	var all []piece
	at := 0
	gap := func(to int, kind pieceKind) {
		if to > at {
			p := piece{Run{At: at, Length: to - at}, kind}
			if kind == wordsPiece {
				p.Text = string(text[at:to])
			}
			all = append(all, p)
			at = to
		}
	}
	// fill takes what stands before a run. Lines in it are shown as they are.
	fill := func(to int, kind pieceKind) {
		to = min(max(to, at), len(text))
		if i := slices.Index(text[at:to], '\n'); i >= 0 {
			last := at
			for k := at; k < to; k++ {
				if text[k] == '\n' {
					last = k
				}
			}
			gap(last+1, wordsPiece)
		}
		gap(to, kind)
	}
	for _, r := range read {
		if r.Bare {
			fill(r.At, atomPiece)
			all = append(all, piece{r, wordsPiece})
			continue
		}
		fill(r.At, markPiece)
		kind := wordsPiece
		switch {
		case r.Chip:
			kind = markPiece
		case r.Bold || r.Stressed || r.Underlined || r.Dotted:
			kind = markedPiece
		}
		if !r.Chip {
			r.Length = utf8.RuneCountInString(r.Text)
		}
		all = append(all, piece{r, kind})
		at = max(at, r.At+r.Length)
	}
	fill(len(text), markPiece)
	return all
}

// skip returns an offset outside of what is typed for the number of an item,
// in the direction of a step.
func (f *face) skip(at int, forward bool) int {
	for _, a := range f.atoms {
		if a.Start <= at && at < a.End {
			if forward || a.Start == 0 {
				return a.End
			}
			return a.Start - 1
		}
	}
	return at
}
