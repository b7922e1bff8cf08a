package review

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// counted names the templates that ask for three to five recommendations.
var counted = []string{"policy-brief", "advisory-report"}

func (r *run) recommendations() {
	n := 0
	used := r.used()
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.Kind != brief.Recommendation || b.Recommendation == nil {
			return
		}
		n++
		r.fields(b, n)
		if !slices.ContainsFunc(b.Answers, func(id string) bool { return used[id] }) {
			r.add("R2", Error, brief.Address{Block: b.ID, Slot: brief.ActionSlot},
				fmt.Sprintf("第 %d 条建议没有回应本文讨论的挑战，请注明它回应哪一项", n),
				fmt.Sprintf("Recommendation %d answers none of the challenges discussed here; say which it answers", n))
		}
	})
	if slices.Contains(counted, r.brief.Meta.Template.ID) && (n < 3 || n > 5) {
		at := brief.Address{}
		for i := range r.brief.Sections {
			if s := &r.brief.Sections[i]; s.Slot == "recommendations" {
				at = brief.Address{Section: s.ID, Slot: brief.HeadingSlot}
			}
		}
		r.add("R5", Warning, at, fmt.Sprintf("有 %d 条建议，宜为三到五条", n), fmt.Sprintf("There are %d recommendations; three to five are best", n))
	}
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

// used returns the ids of the arguments that the brief takes a text from.
func (r *run) used() map[string]bool {
	used := map[string]bool{}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.From != nil {
			used[b.From.Argument] = true
		}
	})
	return used
}
