package library

import (
	"fmt"
	"reflect"
	"slices"

	"celun/app/argument"
	"celun/app/language"
)

// An Edit is one change of a pack as a plain value. Apply returns the changed
// pack, whose version counts one up, and the edit that takes the change back;
// the given pack stays as it was. An edit that changes nothing returns the
// pack itself.
//
// A change to an argument counts its version up too, also when it is taken
// back: a version number never stands for two texts.
type Edit interface {
	Apply(p *argument.Pack) (changed *argument.Pack, inverse Edit, err error)
}

// AddArgument adds a new argument at the end of the pack, at version 1. Its id
// must be new, see [Library.NewID].
type AddArgument struct{ Argument argument.Argument }

// EditArgument puts an argument in the place of the one with its id. Its
// Version is the one that the edit starts from: when another change came in
// between, the edit is refused.
type EditArgument struct{ Argument argument.Argument }

// DuplicateArgument adds a copy of an argument, with its links, under a new
// id. From says what it is a copy of.
type DuplicateArgument struct{ ID, NewID string }

// DeleteArgument puts an argument into the bin of the pack. Links that lead to
// it stay and are reported by [Library.Dangling].
type DeleteArgument struct{ ID string }

// RestoreArgument takes an argument out of the bin. It stands before another
// one again, or last if that is empty or gone.
type RestoreArgument struct{ ID, Before string }

// TagArgument sets the tags of an argument.
type TagArgument struct {
	ID   string
	Tags []string
}

// LinkArgument adds a link to an argument, or puts it in the place of the one
// with its kind and target.
type LinkArgument struct {
	ID   string
	Link argument.Link
}

// UnlinkArgument removes a link of an argument.
type UnlinkArgument struct {
	ID   string
	Kind argument.LinkKind
	To   string
}

// DescribePack sets the title and the source of a pack.
type DescribePack struct {
	Title  language.Text
	Source argument.Source
}

// Apply adds the argument.
func (e AddArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	a := e.Argument
	if index(p.Bin, a.ID) >= 0 {
		return nil, nil, refused(a.ID, "这个编号属于回收站中的一条论点", "the id belongs to an argument in the bin",
			"请换一个编号，或恢复那一条", "Choose another id, or bring that one back")
	}
	if index(p.Arguments, a.ID) >= 0 {
		return nil, nil, taken(a.ID)
	}
	a.Version = 1
	next := successor(p)
	next.Arguments = append(next.Arguments, a)
	return next, DeleteArgument{a.ID}, nil
}

// Apply changes the argument.
func (e EditArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	i := index(p.Arguments, e.Argument.ID)
	if i < 0 {
		return nil, nil, missing(e.Argument.ID)
	}
	old := p.Arguments[i]
	if old.Version != e.Argument.Version {
		return nil, nil, refused(old.ID, "这一条论点刚刚被改动过", "the argument was changed in the meantime",
			"请对照新的文字再改", "Compare it with the new text and edit again")
	}
	if reflect.DeepEqual(old, e.Argument) {
		return p, e, nil
	}
	next := successor(p)
	a := e.Argument
	a.Version++
	next.Arguments[i] = a
	old.Version = a.Version
	return next, EditArgument{old}, nil
}

// Apply adds the copy.
func (e DuplicateArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	i := index(p.Arguments, e.ID)
	if i < 0 {
		return nil, nil, missing(e.ID)
	}
	a := p.Arguments[i]
	a.From = &argument.Reference{Pack: p.ID, ID: a.ID, Version: a.Version}
	a.ID = e.NewID
	a.Links = slices.DeleteFunc(slices.Clone(a.Links), func(l argument.Link) bool { return l.To == e.NewID })
	return AddArgument{a}.Apply(p)
}

// Apply puts the argument into the bin.
func (e DeleteArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	i := index(p.Arguments, e.ID)
	if i < 0 {
		return nil, nil, missing(e.ID)
	}
	if len(p.Arguments) == 1 {
		return nil, nil, refused(e.ID, "这是包里最后一条论点", "this is the last argument of its pack",
			"要删掉它，请删除整个包", "To be rid of it, remove the pack")
	}
	next := successor(p)
	back := RestoreArgument{ID: e.ID}
	if i+1 < len(p.Arguments) {
		back.Before = p.Arguments[i+1].ID
	}
	next.Arguments = slices.Delete(next.Arguments, i, i+1)
	next.Bin = append(slices.Clone(p.Bin), p.Arguments[i])
	return next, back, nil
}

// Apply takes the argument out of the bin.
func (e RestoreArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	i := index(p.Bin, e.ID)
	if i < 0 {
		return nil, nil, refused(e.ID, "回收站里没有这一条", "the bin has no such argument", "", "")
	}
	next := successor(p)
	at := index(next.Arguments, e.Before)
	if at < 0 {
		at = len(next.Arguments)
	}
	next.Arguments = slices.Insert(next.Arguments, at, p.Bin[i])
	next.Bin = slices.Delete(slices.Clone(p.Bin), i, i+1)
	if len(next.Bin) == 0 {
		next.Bin = nil
	}
	return next, DeleteArgument{e.ID}, nil
}

// Apply sets the tags.
func (e TagArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	return change(p, e.ID, func(a *argument.Argument) {
		if !slices.Equal(a.Tags, e.Tags) {
			a.Tags = slices.Clone(e.Tags)
		}
	})
}

// Apply adds or replaces the link.
func (e LinkArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	return change(p, e.ID, func(a *argument.Argument) {
		a.Links = slices.Clone(a.Links)
		for i, l := range a.Links {
			if l.Kind == e.Link.Kind && l.To == e.Link.To {
				a.Links[i] = e.Link
				return
			}
		}
		a.Links = append(a.Links, e.Link)
	})
}

// Apply removes the link.
func (e UnlinkArgument) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	is := func(l argument.Link) bool { return l.Kind == e.Kind && l.To == e.To }
	if i := index(p.Arguments, e.ID); i >= 0 && !slices.ContainsFunc(p.Arguments[i].Links, is) {
		return nil, nil, refused(e.ID, fmt.Sprintf("没有到 %s 的这种联系", e.To), "there is no such link to "+e.To, "", "")
	}
	return change(p, e.ID, func(a *argument.Argument) { a.Links = slices.DeleteFunc(slices.Clone(a.Links), is) })
}

// Apply sets the title and source.
func (e DescribePack) Apply(p *argument.Pack) (*argument.Pack, Edit, error) {
	inverse := DescribePack{p.Title, p.Source}
	if reflect.DeepEqual(inverse, e) {
		return p, e, nil
	}
	next := successor(p)
	next.Title, next.Source = e.Title, e.Source
	return next, inverse, nil
}

// change applies f to a copy of an argument and edits the pack accordingly.
func change(p *argument.Pack, id string, f func(a *argument.Argument)) (*argument.Pack, Edit, error) {
	i := index(p.Arguments, id)
	if i < 0 {
		return nil, nil, missing(id)
	}
	a := p.Arguments[i]
	f(&a)
	return EditArgument{a}.Apply(p)
}

// successor returns a copy of the pack at the next version, whose list of
// arguments is its own.
func successor(p *argument.Pack) *argument.Pack {
	next := *p
	next.Version++
	next.Arguments = slices.Clone(p.Arguments)
	return &next
}

func index(all []argument.Argument, id string) int {
	for i := range all { // by index: an argument is large to copy
		if all[i].ID == id {
			return i
		}
	}
	return -1
}

func refused(where, zh, en, doZH, doEN string) error {
	return &language.Problem{Where: where, What: language.Text{ZH: zh, EN: en}, Do: language.Text{ZH: doZH, EN: doEN}}
}

func missing(id string) error {
	return refused(id, "包里没有这一条", "the pack has no such entry", "", "")
}

func taken(id string) error {
	return refused(id, "这个编号已有别的论点在用", "another argument has this id", "请换一个编号", "Choose another id")
}
