package review

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
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
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.zh.empty == p.en.empty || p.at.Slot == brief.TitleSlot && p.at.Block == "" {
			continue
		}
		l, other := language.ZH, &p.en
		if p.en.empty {
			l, other = language.EN, &p.zh
		}
		r.add("B1", Error, in(p.at, l),
			fmt.Sprintf("缺少%s，另一边是“%s”，请补上", inChinese(l), excerpt(other.text)),
			fmt.Sprintf("The %s is missing, against ‘%s’; write it", inEnglish(l), excerpt(other.text)))
	}
}

// stale is check B2.
func (r *run) stale(b *brief.Block) {
	for _, l := range language.Both() {
		state, done := b.State.ZH, brief.States{ZH: brief.Draft, EN: b.State.EN}
		if l == language.EN {
			state, done = b.State.EN, brief.States{ZH: b.State.ZH, EN: brief.Draft}
		}
		if state == brief.Stale {
			f := r.add("B2", Warning, brief.Address{Block: b.ID, Language: l},
				fmt.Sprintf("另一种语言改过之后，%s还没有跟着改，请核对", inChinese(l)),
				fmt.Sprintf("The %s was not revised after its twin was; check it", inEnglish(l)))
			f.Edit = brief.SetState{ID: b.ID, States: done}
			f.Mend = language.Text{ZH: "已核对，仍然适用", EN: "Checked: it still holds"}
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
			fmt.Sprintf("There are %d items in Chinese and %d in English; make them correspond", zh, en)).of(strconv.Itoa(zh), strconv.Itoa(en))
	}
}

// citations is check B9.
func (r *run) citations(b *brief.Block) {
	cited := map[language.Language][]string{}
	for _, l := range language.Both() {
		for _, k := range r.rooms[b.ID].pairs {
			s := r.pairs[k].in(l)
			if s.empty {
				return // B1 or S1 says so
			}
			for _, c := range s.cites {
				cited[l] = append(cited[l], c.id)
			}
		}
		slices.Sort(cited[l])
		cited[l] = slices.Compact(cited[l])
	}
	if !slices.Equal(cited[language.ZH], cited[language.EN]) {
		r.add("B9", Warning, brief.Address{Block: b.ID},
			fmt.Sprintf("两种语言引用的来源不同：中文 %s，英文 %s", listed(cited[language.ZH], "无"), listed(cited[language.EN], "无")),
			fmt.Sprintf("The languages cite different sources: %s in Chinese, %s in English", listed(cited[language.ZH], "none"), listed(cited[language.EN], "none"))).of(listed(cited[language.ZH], ""), listed(cited[language.EN], ""))
	}
}

func listed(ids []string, none string) string {
	if len(ids) == 0 {
		return none
	}
	return strings.Join(ids, ", ")
}

// A band is how many English words may stand for a Chinese 字 in two texts
// that say the same.
type band struct{ fewest, most float64 }

// usual is the band where there is no library to learn from: product guidance
// gives 0.40–0.95 for a block, and the check speaks up only well outside.
var usual = band{0.33, 1.10}

// ratioFrom is the length (字) from which the band holds: short texts differ
// by more.
const ratioFrom = 40

// enough is how many pairs a band is learned from at least.
const enough = 60

// learn finds the band of a library's own lines and statements, which people
// wrote with care: four standard deviations about the mean of the logarithm,
// as ratios are spread, and never narrower than a fifth about what they have.
func learn(lib *library.Library) band {
	var logs []float64
	for _, e := range lib.All() {
		for _, n := range []argument.Length{argument.Line, argument.Statement} {
			t := e.At(n)
			zh, en := language.Count(language.ZH, t.ZH), language.Count(language.EN, t.EN)
			if zh >= ratioFrom/2 && en > 0 {
				logs = append(logs, math.Log(float64(en)/float64(zh)))
			}
		}
	}
	if len(logs) < enough {
		return usual
	}
	mean, spread := 0.0, 0.0
	for _, x := range logs {
		mean += x / float64(len(logs))
	}
	for _, x := range logs {
		spread += (x - mean) * (x - mean) / float64(len(logs))
	}
	const deviations, margin = 4, 1.2
	wide := deviations * math.Sqrt(spread)
	low, high := math.Exp(mean-wide), math.Exp(mean+wide)
	return band{min(low, math.Exp(slices.Min(logs))/margin), max(high, math.Exp(slices.Max(logs))*margin)}
}

// ratio is check B10.
func (r *run) ratio(b *brief.Block) {
	zh, en := r.reviewer.length(b, language.ZH), r.reviewer.length(b, language.EN)
	if zh == 0 || en == 0 || zh < ratioFrom && en < ratioFrom {
		return
	}
	switch of := float64(en) / float64(zh); {
	case of < r.reviewer.band.fewest:
		r.add("B10", Warning, brief.Address{Block: b.ID, Language: language.EN},
			fmt.Sprintf("中文 %d 字，英文只有 %d 词，英文可能漏译", zh, en),
			fmt.Sprintf("%d Chinese characters stand against only %d English words; something may be missing in the English", zh, en))
	case of > r.reviewer.band.most:
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
