package review

import (
	"fmt"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// The longest title, in 字 and words (product/templates.md, T2).
const (
	longestTitleZH = 40
	longestTitleEN = 30
)

func (r *run) structure() {
	r.title()
	r.meta()
	r.thesis()
	r.summary()
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		for _, l := range language.Both() {
			r.filled(s, l)
			r.limit(s, l)
		}
		r.keyMessages(s)
		r.levels(s)
	}
}

// title is check S8.
func (r *run) title() {
	for _, l := range language.Both() {
		title, longest := r.brief.Title.In(l), longestTitleZH
		at := brief.Address{Slot: brief.TitleSlot, Language: l}
		if l == language.EN {
			longest = longestTitleEN
		}
		if strings.TrimSpace(title) == "" {
			r.add("S8", Error, at, "缺少"+inChinese(l)+"标题，请补上", "The "+inEnglish(l)+" title is missing; write it")
		} else if n := language.Count(l, brief.Plain(title)); n > longest {
			r.add("S8", Error, at,
				fmt.Sprintf("%s标题有 %d %s，最多 %d，请缩短", inChinese(l), n, unitZH(l), longest),
				fmt.Sprintf("The %s title has %d %s, at most %d are allowed; shorten it", inEnglish(l), n, unitEN(l), longest)).of(title)
		}
	}
}

// meta is check S10.
func (r *run) meta() {
	m := r.brief.Meta
	if m.Date == "" {
		r.add("S10", Warning, brief.Address{}, "没有日期，请填写", "There is no date; enter it").of("date")
	}
	if m.Version == "" {
		r.add("S10", Warning, brief.Address{}, "没有版本，请填写，如 1.0", "There is no version; enter one, such as 1.0").of("version")
	}
	if m.Unit.IsEmpty() {
		r.add("S10", Warning, brief.Address{Slot: brief.UnitSlot}, "没有发布单位，请填写", "The issuing unit is missing; enter it")
	}
	if m.Contact.IsEmpty() {
		r.add("S10", Warning, brief.Address{Slot: brief.ContactSlot}, "没有联系方式，请填写", "There is no contact; enter one")
	}
}

// filled is check S1 for a section.
func (r *run) filled(s *brief.Section, l language.Language) {
	if !s.Required {
		return
	}
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Kind == brief.References && len(r.brief.Sources) > 0 || b.Figure != nil {
			return
		}
		for _, k := range r.rooms[b.ID].pairs {
			if !r.pairs[k].in(l).empty {
				return
			}
		}
		if b.Table != nil && r.reviewer.length(b, l) > 0 {
			return // cells that both languages share
		}
	}
	r.add("S1", Error, brief.Address{Section: s.ID, Slot: brief.HeadingSlot, Language: l},
		fmt.Sprintf("“%s”是必写的一节，%s还是空的，请写上", s.Heading.ZH, inChinese(l)),
		fmt.Sprintf("‘%s’ is required and has no %s text; write it", s.Heading.EN, inEnglish(l)))
}

// limit is check S2.
func (r *run) limit(s *brief.Section, l language.Language) {
	limit := s.LimitZH
	if l == language.EN {
		limit = s.LimitEN
	}
	n := 0
	for i := range s.Blocks {
		n += r.reviewer.length(&s.Blocks[i], l)
	}
	at := brief.Address{Section: s.ID, Slot: brief.HeadingSlot, Language: l}
	switch {
	case limit.Hard > 0 && n > limit.Hard:
		f := r.add("S2", Error, at,
			fmt.Sprintf("“%s”%s有 %d %s，上限 %d，请删去 %d", s.Heading.ZH, inChinese(l), n, unitZH(l), limit.Hard, n-limit.Hard),
			fmt.Sprintf("‘%s’ has %d %s, the limit is %d; cut %d", s.Heading.EN, n, unitEN(l), limit.Hard, n-limit.Hard)).of("hard")
		if r.shorter(f, s, l, n-limit.Hard); f.Edit == nil {
			r.trimmed(f, s, l, n-limit.Hard)
		}
	case limit.Soft > 0 && n > limit.Soft:
		r.add("S2", Warning, at,
			fmt.Sprintf("“%s”%s有 %d %s，宜在 %d 以内", s.Heading.ZH, inChinese(l), n, unitZH(l), limit.Soft),
			fmt.Sprintf("‘%s’ has %d %s; it reads best within %d", s.Heading.EN, n, unitEN(l), limit.Soft)).of("soft")
	}
}

// keyMessages is check S4.
func (r *run) keyMessages(s *brief.Section) {
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Kind != brief.KeyMessages {
			continue
		}
		for _, l := range language.Both() {
			at := brief.Address{Block: b.ID, Language: l}
			messages := items(b.Text.In(l))
			if n := len(messages); n > 0 && (n < 3 || n > 5) {
				r.add("S4", Warning, at,
					fmt.Sprintf("%s要点有 %d 条，宜为三到五条", inChinese(l), n),
					fmt.Sprintf("There are %d key messages in %s; three to five are best", n, inEnglish(l))).of(strconv.Itoa(n))
			}
			for n, m := range messages {
				if !isSentence(m, l) {
					r.add("S4", Warning, at,
						fmt.Sprintf("%s要点第 %d 条不是一句完整的话，请改写成一句并加上句号", inChinese(l), n+1),
						fmt.Sprintf("Key message %d in %s is not one complete sentence; write it as one, with its full stop", n+1, inEnglish(l))).of(m)
				}
			}
		}
	}
}

// isSentence reports whether a text ends as a sentence does and, in Chinese,
// holds no second one. English full stops also end abbreviations, so they are
// not counted.
func isSentence(text string, l language.Language) bool {
	text = strings.TrimSpace(brief.Plain(text))
	if l == language.EN {
		text = strings.TrimRight(text, "’”)")
		return text != "" && strings.ContainsAny(text[len(text)-1:], ".!?")
	}
	text = strings.TrimRight(text, "’”）")
	body, ended := text, false
	for _, mark := range []string{"。", "！", "？"} {
		if rest, ok := strings.CutSuffix(text, mark); ok {
			body, ended = rest, true
		}
	}
	return ended && !strings.Contains(body, "。")
}

// levels is check S6.
func (r *run) levels(s *brief.Section) {
	last := 1
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Kind != brief.Heading {
			continue
		}
		if b.Level > last+1 {
			r.add("S6", Warning, brief.Address{Block: b.ID},
				fmt.Sprintf("第 %d 级标题直接跟在第 %d 级之后，请改为第 %d 级", b.Level, last, last+1),
				fmt.Sprintf("A heading of level %d follows one of level %d; make it level %d", b.Level, last, last+1)).of(strconv.Itoa(last), strconv.Itoa(b.Level))
		}
		last = b.Level
	}
}

// items returns the items of a list that have a text.
func items(text string) []string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			all = append(all, line)
		}
	}
	return all
}

func unitZH(l language.Language) string {
	if l == language.EN {
		return "词"
	}
	return "字"
}

func unitEN(l language.Language) string {
	if l == language.EN {
		return "words"
	}
	return "characters"
}
