package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/review/verbs"
)

// counted says how many recommendations a template asks for.
var counted = map[string][2]int{
	"policy-brief": {3, 5}, "advisory-report": {3, 5}, "one-page": {1, 3},
}

func (r *run) recommendations() {
	var all []*brief.Block
	doubles := map[string]int{}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.Kind != brief.Recommendation || b.Recommendation == nil {
			return
		}
		all = append(all, b)
		n := len(all)
		r.fields(b, n)
		r.active(b, n)
		if !slices.ContainsFunc(b.Answers, func(id string) bool { return r.uses(id) }) {
			r.add("R2", Error, brief.Address{Block: b.ID, Slot: brief.ActionSlot},
				fmt.Sprintf("第 %d 条建议没有回应本文讨论的挑战，请注明它回应哪一项", n),
				fmt.Sprintf("Recommendation %d answers none of the challenges discussed here; say which it answers", n))
		}
		r.supported(b, n)
		r.foreshadowed(b, n)
		r.due(b, n)
		key := same(b.Recommendation.Owner) + "\x00" + same(b.Recommendation.Action)
		if first, ok := doubles[key]; ok {
			r.add("R8", Warning, brief.Address{Block: b.ID, Slot: brief.ActionSlot},
				fmt.Sprintf("第 %d 条建议与第 %d 条的责任单位和做法相同，请合并或改写", n, first),
				fmt.Sprintf("Recommendation %d has the owner and the action of recommendation %d; merge them or tell them apart", n, first)).of(same(b.Recommendation.Owner), same(b.Recommendation.Action))
		} else if !strings.HasPrefix(key, "\x00") && !strings.HasSuffix(key, "\x00") {
			doubles[key] = n
		}
	})
	if want, ok := counted[r.brief.Meta.Template.ID]; ok && (len(all) < want[0] || len(all) > want[1]) {
		at := brief.Address{}
		for i := range r.brief.Sections {
			if s := &r.brief.Sections[i]; s.Slot == "recommendations" || at == (brief.Address{}) && s.Slot == "recommendation" {
				at = brief.Address{Section: s.ID, Slot: brief.HeadingSlot}
			}
		}
		r.add("R5", Warning, at,
			fmt.Sprintf("有 %d 条建议，宜为%s到%s条", len(all), chineseNumber(want[0]), chineseNumber(want[1])),
			fmt.Sprintf("There %s; %s to %s are best", are(len(all), "recommendation"), englishNumber(want[0]), englishNumber(want[1]))).of(strconv.Itoa(len(all)))
	}
}

// same folds a text for telling whether two are alike; empty if it is a blank.
func same(t language.Text) string {
	if len(brief.Blanks(t.ZH, language.ZH))+len(brief.Blanks(t.EN, language.EN)) > 0 {
		return ""
	}
	return strings.Join(strings.Fields(strings.ToLower(brief.Plain(t.ZH)+" "+brief.Plain(t.EN))), " ")
}

func chineseNumber(n int) string {
	return []string{"零", "一", "两", "三", "四", "五"}[n]
}

func englishNumber(n int) string {
	return []string{"none", "one", "two", "three", "four", "five"}[n]
}

// are says how many of something there are.
func are(n int, what string) string {
	if n == 1 {
		return "is 1 " + what
	}
	return "are " + language.Plural(n, what, what+"s")
}

// fields are checks R1 and R7: a field that is empty in both languages. One
// that is missing in one language only is found by B1.
func (r *run) fields(b *brief.Block, n int) {
	a := b.Recommendation
	for _, f := range []struct {
		slot     brief.Slot
		text     language.Text
		code     string
		severity Severity
		zh, en   string
	}{
		{brief.ActionSlot, a.Action, "R1", Error, "要做什么", "an action"},
		{brief.OwnerSlot, a.Owner, "R1", Error, "责任单位", "an owner"},
		{brief.TimeFrameSlot, a.TimeFrame, "R1", Error, "时限", "a time frame"},
		{brief.IndicatorSlot, a.Indicator, "R7", Warning, "衡量指标", "an indicator"},
	} {
		if strings.TrimSpace(f.text.ZH+f.text.EN) == "" {
			r.add(f.code, f.severity, brief.Address{Block: b.ID, Slot: f.slot},
				fmt.Sprintf("第 %d 条建议缺少%s，请填写", n, f.zh), fmt.Sprintf("Recommendation %d lacks %s; enter it", n, f.en))
		}
	}
}

// active is the other half of R1: the action says what is to be done, and does
// not only name a thing. It is an error if no language says it.
func (r *run) active(b *brief.Block, n int) {
	a := b.Recommendation.Action
	if len(brief.Blanks(a.ZH, language.ZH))+len(brief.Blanks(a.EN, language.EN)) > 0 {
		return
	}
	for _, l := range language.Both() {
		text := brief.Plain(a.In(l))
		if verbs.In(l, text) != verbs.No {
			continue
		}
		severity := Warning
		if other := brief.Plain(a.In(l.Other())); strings.TrimSpace(other) == "" || verbs.In(l.Other(), other) == verbs.No {
			severity = Error
		}
		f := r.add("R1", severity, brief.Address{Block: b.ID, Slot: brief.ActionSlot, Language: l},
			fmt.Sprintf("第 %d 条建议的%s“%s”只是一个名称，没有说要做什么，请用动词写明做法", n, inChinese(l), excerpt(text)),
			fmt.Sprintf("The %s of recommendation %d, ‘%s’, names something and does not say what is to be done; begin it with a verb", inEnglish(l), n, excerpt(text))).of("verb", text)
		if as := verbs.Turn(l, text); as != "" && text == a.In(l) {
			r.puts(f, as, "改为“"+as+"”", "Write ‘"+as+"’")
		}
	}
}

// uses reports whether the brief takes a text from an argument, or shows it in
// a figure.
func (r *run) uses(id string) bool { return r.used[id] }

// supported is check R3: evidence in the brief bears on a challenge that the
// recommendation answers or on a countermeasure to it, or the brief says whose
// judgement it is.
func (r *run) supported(b *brief.Block, n int) {
	if r.library == nil || len(b.Answers) == 0 || !slices.ContainsFunc(b.Answers, r.uses) {
		return // R2 says so
	}
	for _, id := range b.Answers {
		if r.proved(id) {
			return
		}
		for _, m := range r.library.Answers(id) {
			if r.proved(m.ID) || r.attributedHere(m.ID) {
				return
			}
		}
	}
	if b.From != nil && (r.proved(b.From.Argument) || r.attributedHere(b.From.Argument)) || r.judged(b) {
		return
	}
	f := r.add("R3", Error, brief.Address{Block: b.ID, Slot: brief.ActionSlot},
		fmt.Sprintf("第 %d 条建议没有证据支持，也没有注明是谁的判断，请补上证据，或注明是判断", n),
		fmt.Sprintf("Recommendation %d rests on no evidence and is not said to be anyone’s judgement; add evidence, or say that it is a judgement", n))
	for _, id := range b.Answers {
		for _, s := range r.library.Supports(id) {
			if f.Edit == nil && s.Kind == argument.EvidenceKind {
				r.inserts(f, s.Entry, r.after(id))
			}
		}
	}
}

// attributedHere reports whether a block taken from a countermeasure says
// whose view it is.
func (r *run) attributedHere(id string) bool {
	if !r.used[id] {
		return false
	}
	found := false
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		found = found || b.From != nil && b.From.Argument == id && attributed(b.Text)
	})
	return found
}

// judged reports whether the recommendation, or a note in its section, says
// that it is a judgement.
func (r *run) judged(b *brief.Block) bool {
	s := r.rooms[b.ID].section
	for i := range s.Blocks {
		k := &s.Blocks[i]
		if k != b && k.Kind == brief.Recommendation {
			continue
		}
		for _, n := range r.rooms[k.ID].pairs {
			p := &r.pairs[n]
			if says(p.zh.text, "判断", "主张", "作者") || says(strings.ToLower(p.en.text), "judgement", "judgment", "authors") {
				return true
			}
		}
	}
	return false
}

// foreshadowed is check R4: the action has something in common with the rest
// of the brief, and its figures stand there, too.
func (r *run) foreshadowed(b *brief.Block, n int) {
	var action *pair
	for _, k := range r.rooms[b.ID].pairs {
		if r.pairs[k].at.Slot == brief.ActionSlot {
			action = &r.pairs[k]
		}
	}
	if action == nil || action.zh.empty || action.en.empty || len(action.zh.blanks)+len(action.en.blanks) > 0 {
		return
	}
	zh, en := action.zh.content(language.ZH), action.en.content(language.EN)
	if len(zh) < 4 || len(en) < 3 {
		return
	}
	other := false // the brief says something else
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.block == nil || p.block.Kind == brief.Recommendation || p.block.Kind == brief.References {
			continue
		}
		other = other || len(p.zh.content(language.ZH)) >= 8
		if shares(zh, p.zh.content(language.ZH)) || shares(en, p.en.content(language.EN)) {
			return
		}
	}
	if other {
		r.add("R4", Warning, brief.Address{Block: b.ID, Slot: brief.ActionSlot},
			fmt.Sprintf("第 %d 条建议所说的，正文没有讨论过，请在正文里先交代", n),
			fmt.Sprintf("Recommendation %d is about something that the brief has not discussed; bring it into the body first", n))
	}
}

// inserts has a finding offer to put an argument of the library into the
// brief after a block, with its source.
func (r *run) inserts(f *Finding, e *library.Entry, after string) {
	k, ok := r.rooms[after]
	if !ok {
		return
	}
	copied := *r.brief
	block := take(r.library, e)
	block.ID = copied.NewBlockID()
	index := 0
	for i := range k.section.Blocks {
		if k.section.Blocks[i].ID == after {
			index = i + 1
		}
	}
	var edits []brief.Edit
	if s := e.Pack.Source; s.ID != "" && !slices.ContainsFunc(r.brief.Sources, func(o argument.Source) bool { return o.ID == s.ID }) {
		edits = append(edits, brief.SetSources{Sources: append(slices.Clone(r.brief.Sources), s)})
	}
	edits = append(edits, brief.InsertBlock{Section: k.section.ID, Index: index, Block: block})
	f.Edit = brief.Batch{Edits: edits}
	if len(edits) == 1 {
		f.Edit = edits[0]
	}
	f.Mend = language.Text{ZH: "加入“" + e.Title.ZH + "”", EN: "Add ‘" + e.Title.EN + "’"}
}
