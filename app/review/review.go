// Package review checks a brief: what a careful colleague would look for
// before it goes out, as far as rules can.
//
//	for _, f := range review.Run(b, lib, review.Options{}) {
//		fmt.Println(f.Code, f.Severity, f.Message.EN)
//	}
//
// While a brief is worked on a [Reviewer] does the same in a fraction of the
// time. [Pages] checks what only pages can show, and [File] a PDF.
//
// Every finding has a code, the same in all of Celun's lists of checks; users
// see its message. What each of them looks for is in [Checks].
//
// A blank that the template left for the analyst is a warning in a draft and
// an error in a final check. It counts to the check that its place belongs to:
// R1 for the action, owner and time frame of a recommendation, R7 for its
// indicator, S8 for the title, S10 for the unit and contact, E1 for a source,
// S1 anywhere else.
//
// What a check finds may be meant. A waiver in the brief lets it pass, with a
// reason; see [Finding.Waives].
package review

import (
	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// Options say how a brief is checked.
type Options struct {
	Final bool // the brief is to go out: blanks are errors
	// Articles are the texts of sources that were opened, by the id of the
	// source. Quotations are held against them.
	Articles map[string]*article.Article
}

// Run returns what is found and not waived, in the order of the document. The
// library tells what answers and supports what; without it (nil) the checks
// of arguments and terms are left out. Run changes nothing and may run beside
// other readers of b.
func Run(b *brief.Brief, lib *library.Library, o Options) []Finding {
	return Open(NewReviewer(lib).Review(b, o))
}

// A run is one review of one brief.
type run struct {
	brief    *brief.Brief
	library  *library.Library
	reviewer *Reviewer
	options  Options
	pairs    []pair
	rooms    map[string]room // by block
	used     map[string]bool // ids of arguments that the brief takes a text from
	findings []Finding
}

// A pair is a place with a text in both languages. Its address says no
// language.
type pair struct {
	at      brief.Address
	section *brief.Section // nil in the front
	block   *brief.Block   // nil in the front and for a heading of a section
	*reading
}

// A room is where a block stands and what it says.
type room struct {
	section *brief.Section
	block   *brief.Block
	pairs   []int // places in run.pairs
}

// collect reads the brief.
func (r *run) collect() {
	r.used = map[string]bool{}
	sections := map[string]*brief.Section{}
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		sections[s.ID] = s
		for j := range s.Blocks {
			b := &s.Blocks[j]
			r.rooms[b.ID] = room{section: s, block: b}
			if b.From != nil {
				r.used[b.From.Argument] = true
			}
		}
	}
	var zh string
	for at, text := range r.brief.Addresses() {
		switch at.Language {
		case language.ZH:
			zh = text
		case language.EN:
			at.Language = ""
			p := pair{at: at, section: sections[at.Section], reading: r.reviewer.read(language.Text{ZH: zh, EN: text})}
			if k, ok := r.rooms[at.Block]; ok && at.Block != "" {
				p.section, p.block = k.section, k.block
				k.pairs = append(k.pairs, len(r.pairs))
				r.rooms[at.Block] = k
			}
			r.pairs = append(r.pairs, p)
		}
	}
}

func (r *run) add(code string, s Severity, at brief.Address, zh, en string) *Finding {
	r.findings = append(r.findings, Finding{Code: code, Severity: s, Address: at, Message: language.Text{ZH: zh, EN: en}})
	return &r.findings[len(r.findings)-1]
}

// on sets the stretch of plain text that a finding is about.
func (f *Finding) on(s *side, from, to int) *Finding {
	f.Range = s.span(from, to)
	if f.about == nil && from >= 0 && from < to && to <= len(s.runes) {
		f.about = []string{beginning(s.runes[from:to])}
	}
	return f
}

// of sets what tells the finding from others that the same check may make at
// the same place, now or later: a waiver of one does not hold for the others.
func (f *Finding) of(about ...string) *Finding {
	f.about = about
	return f
}

// beginning returns a stretch of text, or the beginning of a long one: what is
// waived of a long sentence stays waived while the sentence is worked on.
func beginning(runes []rune) string {
	const longest, enough = 40, 16 // runes
	if len(runes) > longest {
		runes = runes[:enough]
	}
	return string(runes)
}

// puts has the finding offer a text for its place. The states stay as they
// are: what mends a slip does not make the other language stale.
func (r *run) puts(f *Finding, text string, zh, en string) {
	f.Fix = text
	f.Edit = r.setting(f.Address, text)
	f.Mend = language.Text{ZH: zh, EN: en}
}

// setting returns the edit that sets a text and leaves the states as they are.
func (r *run) setting(at brief.Address, text string) brief.Edit {
	set := brief.SetText{At: at, Text: text}
	if k, ok := r.rooms[at.Block]; ok && at.Block != "" {
		states := k.block.State
		set.States = &states
	}
	return set
}

// instead has the finding offer a text in the place of a stretch of the plain
// text, if no markup stands within it.
func (r *run) instead(f *Finding, s *side, from, to int, as string) {
	at := s.span(from, to)
	if at.To-at.From != to-from {
		return
	}
	whole := string(s.marked[:at.From]) + as + string(s.marked[at.To:])
	r.puts(f, whole, "改为“"+as+"”", "Write ‘"+as+"’")
}

// blocks calls f with every block and the section it stands in.
func (r *run) blocks(f func(s *brief.Section, b *brief.Block)) {
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		for j := range s.Blocks {
			f(s, &s.Blocks[j])
		}
	}
}

// In returns an address in a language.
func in(at brief.Address, l language.Language) brief.Address {
	at.Language = l
	return at
}

// names of the languages in messages.
func inChinese(l language.Language) string {
	if l == language.EN {
		return "英文"
	}
	return "中文"
}

func inEnglish(l language.Language) string {
	if l == language.EN {
		return "English"
	}
	return "Chinese"
}
