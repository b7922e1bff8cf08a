package review

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

func (r *run) arguments() {
	at := map[string]brief.Address{} // where a challenge is first used
	var challenges []*library.Entry
	acknowledged := map[string]bool{}
	seen := func(id string, where brief.Address) {
		if e, ok := r.library.Get(id); ok && e.Kind == argument.Challenge && at[id] == (brief.Address{}) {
			at[id] = where
			challenges = append(challenges, e)
		}
	}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		where := brief.Address{Block: b.ID}
		if b.From != nil {
			seen(b.From.Argument, where)
			acknowledged[b.From.Argument] = acknowledged[b.From.Argument] || b.Acknowledged
		}
		for _, id := range b.Answers {
			seen(id, where)
			acknowledged[id] = acknowledged[id] || b.Acknowledged
		}
	})
	for _, c := range challenges {
		if !acknowledged[c.ID] {
			r.unanswered(c, at[c.ID])
		}
		r.unproved(c, at[c.ID])
	}
	r.unattributed()
	r.unclaimed()
	r.links()
	r.misplaced()
	r.graded()
}

// unanswered is check A1: no block is taken from a countermeasure that
// answers the challenge, by the library or by the block's own word.
func (r *run) unanswered(c *library.Entry, at brief.Address) {
	answered := false
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.From == nil {
			return
		}
		e, ok := r.library.Get(b.From.Argument)
		if !ok || e.Kind != argument.Countermeasure {
			return
		}
		// What the block says that it answers here counts before what it could.
		answered = answered || slices.Contains(b.Answers, c.ID) || len(b.Answers) == 0 && r.answers(e.ID, c.ID)
	})
	if answered {
		return
	}
	zh, en := "", ""
	if best := r.library.Answers(c.ID); len(best) > 0 {
		zh, en = "“"+best[0].Title.ZH+"”", "‘"+best[0].Title.EN+"’"
	}
	msgZH, msgEN := "请补上一条对策", "add one"
	if zh != "" {
		msgZH, msgEN = "可加入"+zh, "add "+en+", for one,"
	}
	f := r.add("A1", Error, at,
		"用了挑战“"+c.Title.ZH+"”，文中却没有应对它的对策："+msgZH+"，或标明有意不作回应",
		"The challenge ‘"+c.Title.EN+"’ has no countermeasure in the brief: "+msgEN+" or mark it as knowingly left open").of(c.ID)
	if best := r.library.Answers(c.ID); len(best) > 0 {
		r.inserts(f, best[0].Entry, r.after(c.ID))
	}
}

// after returns the block after which something about an argument goes: the
// last that is taken from it or answers it before another challenge begins,
// in the section that discusses it.
func (r *run) after(id string) string {
	after, within, depth := "", false, 0
	r.blocks(func(s *brief.Section, b *brief.Block) {
		switch {
		case b.From != nil && b.From.Argument == id:
			// The place where it is discussed is the one that says most.
			if within = s.Slot == "evidence" || depth == 0; within {
				after = b.ID
				depth++
			}
		case b.From != nil && r.kind(b.From.Argument) == argument.Challenge, b.Kind == brief.Heading:
			within = false
		case within && (b.Kind == brief.Argument || b.Kind == brief.Evidence) && r.rooms[after].section == s:
			after = b.ID
		default:
			within = within && r.rooms[after].section == s
		}
	})
	return after
}

// kind returns the kind of an argument of the library.
func (r *run) kind(id string) argument.Kind {
	if e, ok := r.library.Get(id); ok {
		return e.Kind
	}
	return ""
}

// take returns the block of an argument, at a line.
func take(lib *library.Library, e *library.Entry) brief.Block {
	return template.Take(lib, e, argument.Line)
}

// answers reports whether a countermeasure, or one of its parts, answers a
// challenge by the library.
func (r *run) answers(countermeasure, challenge string) bool {
	return Answers(r.library, countermeasure, challenge)
}

// unproved is check A3: the library has evidence for the challenge and the
// brief uses none of it.
func (r *run) unproved(c *library.Entry, at brief.Address) {
	first := ""
	for _, s := range r.library.Supports(c.ID) {
		if s.Kind != argument.EvidenceKind {
			continue
		}
		if r.used[s.ID] {
			return
		}
		if own := r.library.Linked(s.ID, argument.Supports); first == "" && len(own) > 0 && own[0].ID == c.ID {
			first = s.ID
		}
	}
	if e, ok := r.library.Get(first); ok {
		f := r.add("A3", Warning, at,
			"挑战“"+c.Title.ZH+"”没有引用证据，库里有，如“"+e.Title.ZH+"”",
			"The challenge ‘"+c.Title.EN+"’ stands without evidence; the library has some, such as ‘"+e.Title.EN+"’").of(c.ID)
		r.inserts(f, e, at.Block)
	}
}

// unattributed is check A2. A countermeasure without evidence in the library
// is somebody's judgement, and the brief has to say whose, once.
func (r *run) unattributed() {
	first := map[string]brief.Address{}
	said := map[string]bool{}
	var order []string
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.From == nil || b.Kind != brief.Argument {
			return
		}
		e, ok := r.library.Get(b.From.Argument)
		if !ok || e.Kind != argument.Countermeasure || r.proved(e.ID) {
			return
		}
		if _, ok := first[e.ID]; !ok {
			first[e.ID] = brief.Address{Block: b.ID}
			order = append(order, e.ID)
		}
		said[e.ID] = said[e.ID] || attributed(b.Text)
	})
	for _, id := range order {
		if said[id] {
			continue
		}
		e, _ := r.library.Get(id)
		r.add("A2", Warning, first[id],
			"对策“"+e.Title.ZH+"”没有证据，也没有写明是谁的主张，请加上“作者主张”一类的话",
			"The countermeasure ‘"+e.Title.EN+"’ has no evidence and is not said to be anyone’s view; add ‘the authors propose’ or the like").of(id)
	}
}

// proved reports whether the brief uses evidence for an argument.
func (r *run) proved(id string) bool {
	return slices.ContainsFunc(r.library.Supports(id), func(s library.Link) bool {
		return s.Kind == argument.EvidenceKind && r.used[s.ID]
	})
}

// attributed reports whether a text says in both languages whose view it is.
func attributed(t language.Text) bool {
	return says(t.ZH, "作者", "论者", "他们", "原文", "文章") && says(strings.ToLower(t.EN), "author", "they", "article", "paper")
}

// says reports whether a text has one of some words.
func says(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
