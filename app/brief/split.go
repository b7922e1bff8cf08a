package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// IsProse reports whether a block of a kind is one running text in each
// language, so that it can be split, and joined with another.
func (k Kind) IsProse() bool {
	switch k {
	case Paragraph, Heading, Argument, Evidence, Note:
		return true
	}
	return false
}

// SplitBlock returns the edit that cuts a block of prose in two where the
// caret stands, offset in runes, in one language. The other language is cut at
// the same sentence if both have the same number of sentences before and
// after; if not it stays whole in the first block, or, where the caret stands
// before everything, in the second. The new block has the id given. False
// means that the block cannot be split there.
func SplitBlock(b *Brief, at Address, offset int, id string) (Edit, bool) {
	blk, i, j := b.Block(at.Block)
	if blk == nil || at.Slot != "" || !blk.Kind.IsProse() || at.Language == "" {
		return nil, false
	}
	mine := []rune(blk.Text.In(at.Language))
	offset = min(max(offset, 0), len(mine))
	first, second := trimEnd(string(mine[:offset])), strings.TrimLeftFunc(string(mine[offset:]), unicode.IsSpace)
	twin := blk.Text.In(at.Language.Other())
	twinFirst, twinSecond := cutTwin(first, second, twin)

	one, two := blk.Clone(), Block{ID: id, Kind: blk.Kind, Level: blk.Level}
	if blk.Kind == Heading && second == "" || blk.From != nil {
		two.Kind, two.Level = Paragraph, 0
	}
	if first == "" && twinFirst == "" && second != "" {
		// A new, empty block before this one, which keeps what it is.
		empty := Block{ID: id, Kind: Paragraph, State: States{Empty, Empty}}
		return Batch{Edits: []Edit{InsertBlock{Section: b.Sections[i].ID, Index: j, Block: empty}}}, true
	}
	one.Text = one.Text.With(at.Language, first).With(at.Language.Other(), twinFirst)
	two.Text = two.Text.With(at.Language, second).With(at.Language.Other(), twinSecond)
	one.Basis = nil
	one.State, two.State = cutStates(blk.State, one.Text, at.Language, second != "" && twin != "" && twinSecond == ""),
		cutStates(blk.State, two.Text, at.Language, false)
	return Batch{Edits: []Edit{
		ReplaceBlock{Block: one},
		InsertBlock{Section: b.Sections[i].ID, Index: j + 1, Block: two},
	}}, true
}

// cutStates returns the states of a part of a block: those of the whole, but
// an empty text is empty, and a twin that was not cut along is stale.
func cutStates(s States, t language.Text, l language.Language, stale bool) States {
	for _, side := range language.Both() {
		if t.In(side) == "" {
			s = s.with(side, Empty)
		} else if stale && side != l {
			s = s.with(side, Stale)
		}
	}
	return s
}

// cutTwin cuts a text where its twin was cut.
func cutTwin(first, second, twin string) (before, after string) {
	switch {
	case second == "":
		return twin, ""
	case first == "":
		return "", twin
	}
	n, m := len(sentenceEnds(first)), len(sentenceEnds(second))
	ends := sentenceEnds(twin)
	if len(ends) != n+m || !endsSentence(first) {
		return twin, ""
	}
	return trimEnd(twin[:ends[n-1]]), strings.TrimLeftFunc(twin[ends[n-1]:], unicode.IsSpace)
}

func endsSentence(s string) bool {
	ends := sentenceEnds(s)
	return len(ends) > 0 && ends[len(ends)-1] == len(s) && strings.ContainsAny(s[len(s)-min(len(s), 12):], "。！？!?.…")
}

// sentenceEnds returns where the sentences of a text end (bytes), the last one
// at the end of the text. Closing quotes, brackets and citations belong to the
// sentence before them; a full stop of a number or an abbreviated name does
// not end one.
func sentenceEnds(s string) []int {
	var ends []int
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if !strings.ContainsRune("。！？!?.", r) {
			continue
		}
		rest := s[i:]
		closed := strings.TrimLeft(rest, "”’」』）)\"'。！？!?.…")
		for strings.HasPrefix(closed, "[^") {
			_, after, found := strings.Cut(closed, "]")
			if !found {
				break
			}
			closed = after
		}
		i = len(s) - len(closed)
		if r == '.' || r == '!' || r == '?' {
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(closed, " "))
			if closed != "" && !(closed[0] == ' ' && !unicode.IsLower(next)) {
				continue
			}
		}
		ends = append(ends, i)
	}
	if trimmed := trimEnd(s); trimmed != "" && (len(ends) == 0 || ends[len(ends)-1] < len(trimmed)) {
		ends = append(ends, len(s))
	}
	return ends
}

func trimEnd(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// JoinBlock returns the edit that joins a block of prose to the one before it,
// with where the caret then stands: at the seam, offset in runes. An empty
// block is only taken out. False means that there is nothing to join it to.
func JoinBlock(b *Brief, id string, l language.Language) (e Edit, at Address, offset int, ok bool) {
	blk, i, j := b.Block(id)
	if blk == nil || j == 0 {
		return nil, Address{}, 0, false
	}
	before := &b.Sections[i].Blocks[j-1]
	at = Address{Block: before.ID, Language: l}
	bare := blk.Text.IsEmpty() && blk.Kind.IsProse()
	if !before.Kind.IsProse() || !blk.Kind.IsProse() {
		if !bare {
			return nil, Address{}, 0, false
		}
		return RemoveBlock{ID: id}, at, utf8.RuneCountInString(before.Text.In(l)), true
	}
	offset = utf8.RuneCountInString(before.Text.In(l))
	if bare {
		return RemoveBlock{ID: id}, at, offset, true
	}
	joined := before.Clone()
	if before.Text.IsEmpty() { // nothing to keep of it but its place
		joined = blk.Clone()
		joined.ID = before.ID
	} else {
		for _, side := range language.Both() {
			joined.Text = joined.Text.With(side, join(before.Text.In(side), blk.Text.In(side), side))
			joined.State = joined.State.with(side, joinStates(before, blk, side))
		}
		joined.Comments = append(slices.Clone(before.Comments), blk.Comments...)
		joined.Basis = nil
		if l == language.EN && blk.Text.EN != "" && before.Text.EN != "" {
			offset++ // behind the space
		}
	}
	return Batch{Edits: []Edit{RemoveBlock{ID: id}, ReplaceBlock{Block: joined}}}, at, offset, true
}

func join(a, b string, l language.Language) string {
	if l == language.EN && a != "" && b != "" {
		return trimEnd(a) + " " + b
	}
	return a + b
}

// joinStates is the less finished of the states of two texts that become one.
func joinStates(a, b *Block, l language.Language) State {
	of := func(s States) State {
		if l == language.EN {
			return s.EN
		}
		return s.ZH
	}
	x, y := of(a.State), of(b.State)
	switch {
	case a.Text.In(l) == "":
		return y
	case b.Text.In(l) == "":
		return x
	case x == Stale || y == Stale:
		return Stale
	case x == Reviewed && y == Reviewed:
		return Reviewed
	}
	return Draft
}
