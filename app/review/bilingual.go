package review

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
)

// The band of English words for a Chinese 字 in which two texts can say the
// same (product/guidance.md gives 0.40–0.95 for a single block; the check
// speaks up only well outside), and the length from which it is applied.
const (
	fewestWords = 0.33
	mostWords   = 1.10
	ratioFrom   = 40
)

func (r *run) bilingual() {
	r.missing()
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		r.stale(b)
		r.lists(b)
		r.citations(b)
		r.ratio(b)
	})
}

// missing is check B1: a text in one language whose other side is empty. The
// title is left to S8.
func (r *run) missing() {
	texts := map[brief.Address]string{}
	var order []brief.Address
	for at, text := range r.brief.Addresses() {
		if at.Language == "" {
			continue // one string for both
		}
		texts[at] = strings.TrimSpace(text)
		order = append(order, at)
	}
	for _, at := range order {
		twin := at
		twin.Language = at.Language.Other()
		if texts[at] != "" || texts[twin] == "" || at.Slot == brief.TitleSlot && at.Block == "" {
			continue
		}
		r.add("B1", Error, at,
			fmt.Sprintf("缺少%s，另一边是“%s”，请补上", inChinese(at.Language), excerpt(texts[twin])),
			fmt.Sprintf("The %s is missing, against ‘%s’; write it", inEnglish(at.Language), excerpt(texts[twin])))
	}
}

// stale is check B2.
func (r *run) stale(b *brief.Block) {
	for _, l := range language.Both() {
		state := b.State.ZH
		if l == language.EN {
			state = b.State.EN
		}
		if state == brief.Stale {
			r.add("B2", Warning, brief.Address{Block: b.ID, Language: l},
				fmt.Sprintf("另一种语言改过之后，%s还没有跟着改，请核对", inChinese(l)),
				fmt.Sprintf("The %s was not revised after its twin was; check it", inEnglish(l)))
		}
	}
}

// lists is check B8.
func (r *run) lists(b *brief.Block) {
	if b.Kind != brief.List && b.Kind != brief.KeyMessages {
		return
	}
	zh, en := len(items(b.Text.ZH)), len(items(b.Text.EN))
	if zh != en && zh > 0 && en > 0 {
		r.add("B8", Warning, brief.Address{Block: b.ID},
			fmt.Sprintf("中文有 %d 条，英文有 %d 条，请逐条对应", zh, en),
			fmt.Sprintf("There are %d items in Chinese and %d in English; make them correspond", zh, en))
	}
}

// citations is check B9.
func (r *run) citations(b *brief.Block) {
	cited := map[language.Language][]string{}
	for _, l := range language.Both() {
		for _, slot := range b.Slots() {
			text, _ := r.brief.Text(brief.Address{Block: b.ID, Slot: slot, Language: l})
			if strings.TrimSpace(text) == "" {
				return // B1 or S1 says so
			}
			cited[l] = append(cited[l], cites(text)...)
		}
		slices.Sort(cited[l])
		cited[l] = slices.Compact(cited[l])
	}
	if !slices.Equal(cited[language.ZH], cited[language.EN]) {
		r.add("B9", Warning, brief.Address{Block: b.ID},
			fmt.Sprintf("两种语言引用的来源不同：中文 %s，英文 %s", listed(cited[language.ZH], "无"), listed(cited[language.EN], "无")),
			fmt.Sprintf("The languages cite different sources: %s in Chinese, %s in English", listed(cited[language.ZH], "none"), listed(cited[language.EN], "none")))
	}
}

func listed(ids []string, none string) string {
	if len(ids) == 0 {
		return none
	}
	return strings.Join(ids, ", ")
}

// cites returns the sources that a text cites.
func cites(text string) []string {
	var ids []string
	for _, s := range brief.Parse(text) {
		if s.Cite != "" {
			ids = append(ids, s.Cite)
		}
	}
	return ids
}

// ratio is check B10.
func (r *run) ratio(b *brief.Block) {
	zh, en := template.BlockLength(b, language.ZH), template.BlockLength(b, language.EN)
	if zh < ratioFrom || en == 0 {
		return
	}
	switch of := float64(en) / float64(zh); {
	case of < fewestWords:
		r.add("B10", Warning, brief.Address{Block: b.ID, Language: language.EN},
			fmt.Sprintf("中文 %d 字，英文只有 %d 词，英文可能漏译", zh, en),
			fmt.Sprintf("%d Chinese characters stand against only %d English words; something may be missing in the English", zh, en))
	case of > mostWords:
		r.add("B10", Warning, brief.Address{Block: b.ID, Language: language.ZH},
			fmt.Sprintf("英文 %d 词，中文只有 %d 字，中文可能漏译", en, zh),
			fmt.Sprintf("%d English words stand against only %d Chinese characters; something may be missing in the Chinese", en, zh))
	}
}

// excerpt shortens a text for a message.
func excerpt(text string) string {
	r := []rune(strings.Join(strings.Fields(brief.Plain(text)), " "))
	if len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return string(r)
}
