package app

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

// A Change is a block of a brief whose argument says something else in the
// library than when it was taken. To compare, show Mine beside Theirs.
type Change struct {
	Block    string
	Pack     string
	Argument string
	Title    language.Text // of the argument as it is now
	Old, New int           // its versions; New is 0 when it is gone
	Mine     language.Text // the text of the block
	Theirs   language.Text // what the block would say if it were taken now; empty when it cannot be
	block    brief.Block
	taken    brief.Block
	source   argument.Source
}

// Changes returns the blocks of a brief whose arguments have changed in the
// library, or are gone from it, in the order of the brief. A block that says
// in both languages what its argument says now is none of them, whatever
// version it was taken at.
func Changes(b *brief.Brief, lib *library.Library) []Change {
	var all []Change
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.From == nil {
				continue
			}
			c := Change{Block: k.ID, Pack: k.From.Pack, Argument: k.From.Argument, Old: k.From.Version, Mine: k.Text, block: k}
			e, ok := lib.In(k.From.Pack, k.From.Argument)
			if !ok {
				all = append(all, c)
				continue
			}
			if e.Version == k.From.Version || says(k.Text, e.At(k.From.Length)) {
				continue
			}
			c.Title, c.New, c.source = e.Title, e.Version, e.Pack.Source
			if k.Kind == brief.Argument || k.Kind == brief.Evidence {
				c.taken = template.Take(lib, e, k.From.Length)
				c.Theirs = c.taken.Text
			}
			all = append(all, c)
		}
	}
	return all
}

// says reports whether a block's text has an argument's text in it, as far as
// its stop.
func says(block, argument language.Text) bool {
	for _, l := range language.Both() {
		text := strings.TrimRight(argument.In(l), ".。?？!！ ")
		if !strings.Contains(brief.Plain(block.In(l)), text) {
			return false
		}
	}
	return true
}

// CanTake reports whether the block can take the library's text: its argument
// is still there and the block is made of nothing but its text.
func (c Change) CanTake() bool { return !c.Theirs.IsEmpty() }

// Take returns the edit that puts the library's text into the block, in both
// languages and as a draft, and adds its source to the brief b if it lacks it.
// It is of use only where [Change.CanTake].
func (c Change) Take(b *brief.Brief) brief.Edit {
	k := c.block.Clone()
	k.Text, k.State, k.From = c.taken.Text, c.taken.State, c.taken.From
	e := brief.ReplaceBlock{Block: k}
	if slices.ContainsFunc(b.Sources, func(s argument.Source) bool { return s.ID == c.source.ID }) {
		return e
	}
	return brief.Batch{Edits: []brief.Edit{brief.SetSources{Sources: append(slices.Clone(b.Sources), c.source)}, e}}
}

// Keep returns the edit that keeps the text of the block and notes the version
// that it was compared with. A block whose argument is gone keeps its text and
// forgets where it came from.
func (c Change) Keep() brief.Edit {
	k := c.block.Clone()
	if c.New == 0 {
		k.From = nil
	} else {
		from := *k.From
		from.Version = c.New
		k.From = &from
	}
	return brief.ReplaceBlock{Block: k}
}

// Changes compares a brief with the library as it is now; see [Changes].
func (a *App) Changes(b *brief.Brief) ([]Change, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	return Changes(b, lib), nil
}
