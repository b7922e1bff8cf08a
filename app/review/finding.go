package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// A Severity says how much a finding matters.
type Severity string

// The severities. An error keeps a brief from being final.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Hint    Severity = "hint"
)

// A Range is a stretch of the text at an address, markup included, in runes;
// the zero Range is all of it.
type Range struct{ From, To int }

// A Finding is one thing a check found.
type Finding struct {
	Code     string
	Severity Severity
	Address  brief.Address // where; the zero value is the brief as a whole
	Range    Range         // which part of the text there
	Message  language.Text // what is wrong and what to do, a sentence or two
	Fix      string        // what the text at Address should be; empty if that is for a person to say
	// Edit mends what was found; nil if that is for a person to do. Mend says
	// what it does, short enough for a button.
	Edit brief.Edit
	Mend language.Text
	// Twin is what would mend it on the other side, where either may be wrong;
	// it may be nil.
	Twin *Remedy
	// Blank says that something is still to be filled in: a warning while the
	// brief is a draft, an error in a final check.
	Blank bool
	// Waiver is what the brief says to let it pass, or nil.
	Waiver *brief.Waiver
	// about is what tells it from others of its code at its place; see of.
	about []string
}

// A Remedy is an edit of a text that mends what was found.
type Remedy struct {
	Address brief.Address
	Fix     string // what the text there should be
	Edit    brief.Edit
	Mend    language.Text // what the edit does, short enough for a button
}

// At returns the finding as it is mended in a text: on its own side, or on the
// other if the text is there.
func (f Finding) At(at brief.Address) Finding {
	if f.Twin != nil && at == f.Twin.Address {
		f.Fix, f.Edit, f.Mend = f.Twin.Fix, f.Twin.Edit, f.Twin.Mend
	}
	return f
}

// Key names a finding from one review to the next, as long as neither its
// place nor what is said of it changes.
func (f *Finding) Key() string {
	a := f.Address
	return f.Code + "\x00" + a.Section + "\x00" + a.Block + "\x00" + string(a.Slot) + "\x00" + string(a.Language) +
		"\x00" + strconv.Itoa(f.Range.From) + "\x00" + f.Message.EN
}

// Digest stands for what was found: the check, the place within the block, and
// the words or values that it is about. It is the same as long as those are,
// also when the message is put in other words or the brief goes out.
func (f *Finding) Digest() string {
	h := sha256.New()
	for _, part := range append([]string{f.Code, string(f.Address.Slot)}, f.about...) {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// Waives returns the waiver that lets the finding pass, for a reason that is
// still to be given. It holds for what was found and nothing else: what the
// same check finds later in the same block is reported. Numbers that differ
// are found on the side that was revised last, so that their waiver names no
// language.
func (f *Finding) Waives() brief.Waiver {
	w := brief.Waiver{Code: f.Code, Block: f.Address.Block, Language: f.Address.Language, Digest: f.Digest(), What: f.Message}
	if f.Code == "B3" || f.Code == "B4" {
		w.Language = ""
	}
	if w.Block == "" {
		w.Section = f.Address.Section
	}
	return w
}

// Open returns the findings that no waiver lets pass.
func Open(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Waiver != nil })
}

// Waived returns those that one does.
func Waived(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Waiver == nil })
}

// Count returns how many findings of a severity there are.
func Count(findings []Finding, s Severity) int {
	n := 0
	for i := range findings {
		if findings[i].Severity == s {
			n++
		}
	}
	return n
}

// Ready reports whether nothing in the findings of a draft keeps it from going
// out.
func Ready(findings []Finding) bool {
	return !slices.ContainsFunc(findings, func(f Finding) bool { return f.Waiver == nil && (f.Severity == Error || f.Blank) })
}

// Order sorts findings by their place in the document. Those about the brief
// as a whole come first; one place keeps the order that they are given in.
func Order(b *brief.Brief, findings []Finding) {
	place := map[string]int{}
	n := 1
	for i := range b.Sections {
		s := &b.Sections[i]
		place["section "+s.ID] = n
		n++
		for j := range s.Blocks {
			place["block "+s.Blocks[j].ID] = n
			n++
		}
	}
	at := func(f *Finding) int {
		if f.Address.Block != "" {
			return place["block "+f.Address.Block]
		}
		if f.Address.Section != "" {
			return place["section "+f.Address.Section]
		}
		return 0
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(at(&a), at(&b)) })
}

// waive marks what the brief lets pass. A waiver of a brief of an earlier
// version says nothing of what was found and holds for all that its check
// finds at its place, as it did when it was given; [Narrowed] limits it.
func waive(b *brief.Brief, findings []Finding) {
	if len(b.Waivers) == 0 {
		return
	}
	for i := range findings {
		f := &findings[i]
		w := f.Waives()
		k := slices.IndexFunc(b.Waivers, w.Is)
		if w.Language = f.Address.Language; k < 0 {
			k = slices.IndexFunc(b.Waivers, w.Is)
		}
		if w.Digest = ""; k < 0 {
			k = slices.IndexFunc(b.Waivers, w.Is)
		}
		if k >= 0 {
			f.Waiver = &b.Waivers[k]
		}
	}
}

// Narrowed returns the edit that puts in the place of a waiver of an earlier
// version one for each finding that it lets pass now, with its reason, so that
// what is found later is reported. It is nil if the waiver is limited already.
func Narrowed(w brief.Waiver, findings []Finding) brief.Edit {
	if w.Digest != "" {
		return nil
	}
	edits := []brief.Edit{brief.RemoveWaiver{Waiver: w}}
	for i := range findings {
		f := &findings[i]
		if f.Waiver == nil || !f.Waiver.Is(w) {
			continue
		}
		one := f.Waives()
		one.Reason, one.By, one.Date = w.Reason, w.By, w.Date
		add := brief.AddWaiver{Waiver: one}
		if !slices.ContainsFunc(edits, func(e brief.Edit) bool { a, ok := e.(brief.AddWaiver); return ok && a.Waiver.Is(one) }) {
			edits = append(edits, add)
		}
	}
	return brief.Batch{Edits: edits}
}
