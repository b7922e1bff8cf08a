package brief

import (
	"crypto/rand"
	"encoding/base32"
	"strconv"
	"strings"

	"celun/app/argument"
)

// New returns an empty brief in the current format. An empty id is replaced
// by a new one, see [NewID].
func New(id string) *Brief {
	if id == "" {
		id = NewID()
	}
	return &Brief{Format: Format, ID: id, Sections: []Section{}, Sources: []argument.Source{}}
}

// NewID returns a random id for a brief: 26 characters of a–z and 2–7, 130
// bits of which 128 are random.
func NewID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails: crypto/rand ends the program first
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

// NewBlockID returns an id for a new block: b1, b2 and so on, never one that
// this brief gave out before. It changes the brief, which must be the
// caller's own; for a brief in a window ask [History.NewBlockID].
func (b *Brief) NewBlockID() string {
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			b.LastBlock = max(b.LastBlock, number(b.Sections[i].Blocks[j].ID, 'b'))
		}
	}
	b.LastBlock++
	return "b" + strconv.Itoa(b.LastBlock)
}

// NewSectionID returns an id for a new section: s1, s2 and so on, under the
// same rule as [Brief.NewBlockID].
func (b *Brief) NewSectionID() string {
	for i := range b.Sections {
		b.LastSection = max(b.LastSection, number(b.Sections[i].ID, 's'))
	}
	b.LastSection++
	return "s" + strconv.Itoa(b.LastSection)
}

// number returns the n of an id that is the letter and n, or else 0.
func number(id string, letter byte) int {
	if len(id) < 2 || len(id) > 9 || id[0] != letter {
		return 0
	}
	n, err := strconv.Atoi(id[1:])
	if err != nil || n < 0 {
		return 0
	}
	return n
}
