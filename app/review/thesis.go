package review

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
)

// single names the templates that argue one thing only.
var single = []string{"one-page", "advisory-report"}

// thesis is check S9: a brief of one page, or an advisory report, has one
// thesis.
func (r *run) thesis() {
	if r.library == nil || !slices.Contains(single, r.brief.Meta.Template.ID) {
		return
	}
	first := ""
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.From == nil {
			return
		}
		e, ok := r.library.Get(b.From.Argument)
		if !ok || e.Kind != argument.Thesis || e.ID == first {
			return
		}
		if first == "" {
			first = e.ID
			return
		}
		was, _ := r.library.Get(first)
		r.add("S9", Error, brief.Address{Block: b.ID},
			"一份只论一事：已有总论点“"+was.Title.ZH+"”，又有“"+e.Title.ZH+"”，请另写一份或降为分论点",
			"It argues one thing only: it has the thesis ‘"+was.Title.EN+"’ and now ‘"+e.Title.EN+"’; give that a brief of its own or make it a supporting point").of(first, e.ID)
	})
}

// summary is check S5: each key message has something in common with the
// summary, in one language at least, or the summary passes it over.
func (r *run) summary() {
	var summary [2]map[string]bool
	found := false
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.section == nil || p.block == nil || p.section.Slot != "summary" {
			continue
		}
		found = true
		for n, l := range language.Both() {
			if summary[n] == nil {
				summary[n] = map[string]bool{}
			}
			for w := range p.in(l).content(l) {
				summary[n][w] = true
			}
		}
	}
	if !found || len(summary[0])+len(summary[1]) == 0 {
		return
	}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.Kind != brief.KeyMessages {
			return
		}
		zh, en := strings.Split(b.Text.ZH, "\n"), strings.Split(b.Text.EN, "\n")
		at, from := brief.Address{Block: b.ID, Language: language.ZH}, 0
		for i, message := range zh {
			length := len([]rune(message))
			other := ""
			if i < len(en) {
				other = en[i]
			}
			g := r.reviewer.read(language.Text{ZH: message, EN: other})
			if len(g.zh.content(language.ZH)) >= 4 && len(g.en.content(language.EN)) >= 3 &&
				!shares(g.zh.content(language.ZH), summary[0]) && !shares(g.en.content(language.EN), summary[1]) {
				f := r.add("S5", Warning, at,
					"摘要里没有提到这条要点“"+excerpt(message)+"”，请补上",
					"The summary passes over the key message ‘"+excerpt(other)+"’; bring it in").of(message)
				f.Range = Range{from, from + length}
			}
			from += length + 1
		}
	})
}

// shorter offers to take arguments of a section that is too long at a shorter
// length, the longest first, if that brings it within its limit.
func (r *run) shorter(f *Finding, s *brief.Section, l language.Language, over int) {
	if r.library == nil {
		return
	}
	type step struct {
		edit brief.Edit
		gain int
	}
	var steps []step
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.From == nil || b.Kind == brief.Heading {
			continue
		}
		e, ok := r.library.In(b.From.Pack, b.From.Argument)
		if !ok || e.Kind == argument.EvidenceKind {
			continue
		}
		short := template.Take(r.library, e, argument.Line)
		short.ID, short.Kind, short.Answers, short.Level, short.Acknowledged = b.ID, b.Kind, b.Answers, b.Level, b.Acknowledged
		if gain := r.reviewer.length(b, l) - template.BlockLength(&short, l); gain > 0 && len(short.Text.Missing()) == 0 {
			steps = append(steps, step{brief.ReplaceBlock{Block: short}, gain})
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return b.gain - a.gain })
	var edits []brief.Edit
	for _, k := range steps {
		edits = append(edits, k.edit)
		if over -= k.gain; over <= 0 {
			f.Edit = brief.Batch{Edits: edits}
			f.Mend = language.Text{ZH: "长论点改用一句话", EN: "Set the longest arguments in one sentence"}
			return
		}
	}
}

// trimmed offers to drop the last sentences of a section, with their twins,
// from its last paragraph upwards, until it is within its limit. Each
// paragraph keeps its first sentence, which carries its point.
func (r *run) trimmed(f *Finding, s *brief.Section, l language.Language, over int) {
	var edits []brief.Edit
	dropped := 0
	for i := len(s.Blocks) - 1; i >= 0 && over > 0; i-- {
		b := &s.Blocks[i]
		if b.Kind != brief.Paragraph && b.Kind != brief.Argument && b.Kind != brief.Evidence || strings.Contains(b.Text.ZH+b.Text.EN, "^[") {
			continue
		}
		own, twin := whole(l, b.Text.In(l)), whole(l.Other(), b.Text.In(l.Other()))
		if len(own) < len(twin) {
			continue // which of them say the same is not known
		}
		keep, beside := len(own), len(twin)
		for ; keep > 1 && over > 0; keep-- {
			over -= language.Count(l, brief.Plain(own[keep-1]))
			dropped++
			beside = min(beside, keep-1) // what has no twin goes by itself
		}
		states := b.State
		put := func(of language.Language, sentences []string, keep int) {
			if keep < len(sentences) {
				text := strings.TrimSpace(strings.Join(sentences[:keep], ""))
				edits = append(edits, brief.SetText{At: brief.Address{Block: b.ID, Language: of}, Text: text, States: &states})
			}
		}
		put(l, own, keep)
		put(l.Other(), twin, beside)
	}
	if over <= 0 && dropped > 0 {
		f.Edit = brief.Batch{Edits: edits}
		f.Mend = language.Text{ZH: fmt.Sprintf("删去末尾 %d 句", dropped), EN: "Drop the last " + many(dropped, "sentence")}
	}
}

// many says how many of something.
func many(n int, what string) string {
	if n == 1 {
		return what
	}
	return language.Plural(n, what, what+"s")
}

// whole returns the sentences of a marked-up text with all that stands between
// them: put together they are the text.
func whole(l language.Language, text string) []string {
	u := unmark(text)
	var all []string
	start := 0
	for _, x := range sentences(l, u.runes) {
		if !strings.ContainsRune("。！？.!?’”）)", u.runes[x.To-1]) && x.To < len(u.runes) {
			continue // a semicolon or colon only divides it
		}
		end := u.at[x.To-1] + 1
		for end < len(u.marked) {
			rest := string(u.marked[end:])
			if strings.HasPrefix(rest, "**") && strings.Count(string(u.marked[start:end]), "**")%2 == 1 {
				end += 2 // it closes what began in this sentence
			} else if strings.HasPrefix(rest, "[^") {
				end = u.closing(end)
			} else {
				break
			}
		}
		if end > start {
			all = append(all, string(u.marked[start:end]))
			start = end
		}
	}
	if start < len(u.marked) && len(all) > 0 {
		all[len(all)-1] += string(u.marked[start:])
	}
	return all
}
