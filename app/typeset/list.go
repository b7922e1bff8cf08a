package typeset

import (
	"slices"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// bullets are the marks of items that are not numbered, by level; deeper
// levels have the last.
var bullets = [...]string{"•", "–", "·"}

// An itemLabel writes the number of an item as a language does.
type itemLabel func(n int, l language.Language) string

// itemNumber returns how the numbers of a level are written: 1. and 1.; （1）
// and (a); ① and (i).
func itemNumber(level int) itemLabel {
	return func(n int, l language.Language) string {
		digits := strconv.Itoa(n)
		switch {
		case level == 1 && l == language.ZH:
			return "（" + digits + "）"
		case level == 1 && n <= 26:
			return "(" + string(rune('a'+n-1)) + ")"
		case level == 2 && l == language.ZH && n <= 20:
			return string(rune('①' + n - 1))
		case level == 2 && l == language.EN && n <= 12:
			return "(" + [...]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}[n-1] + ")"
		}
		return digits + "."
	}
}

// A listItem is an item of a list in both languages, in step.
type listItem struct {
	brief.Item               // of the leading language; the text is not looked at
	sides      [2]brief.Item // Chinese, English
	number     int           // 0: a bullet
}

func (it *listItem) in(l language.Language) *brief.Item {
	if l == language.EN {
		return &it.sides[1]
	}
	return &it.sides[0]
}

// listItems returns the items of a block. Where the languages differ in their
// levels and numbers the leading one is followed.
func (c *composer) listItems(t language.Text) []listItem {
	sides := [2][]brief.Item{brief.Items(t.ZH), brief.Items(t.EN)}
	lead := 0
	if c.lead == language.EN {
		lead = 1
	}
	out := make([]listItem, max(len(sides[0]), len(sides[1])))
	var counts [brief.MaxLevel + 1]int
	for i := range out {
		it := &out[i]
		for side := range sides {
			if i < len(sides[side]) {
				it.sides[side] = sides[side][i]
			}
		}
		it.Item = it.sides[lead]
		if it.Text == "" {
			it.Item = it.sides[1-lead]
		}
		if it.Text == "" {
			continue
		}
		clear(counts[it.Level+1:])
		if it.Numbered {
			counts[it.Level]++
			it.number = counts[it.Level]
		} else {
			counts[it.Level] = 0
		}
	}
	return out
}

// list sets a list: each level as far in as the marks of those above it are
// wide.
func (c *composer) list(b *brief.Block) {
	st := &c.style.Item
	all := c.listItems(b.Text)
	label := func(it *listItem, l language.Language) string {
		if it.number > 0 {
			return itemNumber(it.Level)(it.number, l)
		}
		return bullets[min(it.Level, len(bullets)-1)]
	}
	const gap = 0.4 // em between a mark and its text
	var hangs [brief.MaxLevel + 1]float64
	for i := range all {
		for _, l := range c.langs {
			mark := []span{{text: label(&all[i], l), language: l, plain: true}}
			hangs[all[i].Level] = max(hangs[all[i].Level], c.natural(mark, st)+gap*st.ZH.Size)
		}
	}
	narrow := c.measure
	for _, col := range c.columns {
		narrow = min(narrow, col.measure)
	}
	apart := slices.ContainsFunc(all, func(it listItem) bool { return label(&it, language.ZH) != label(&it, language.EN) })
	n := 0
	for i := range all {
		it := &all[i]
		left := 0.0
		for _, h := range hangs[:it.Level] {
			left += h
		}
		left = min(left, narrow/3) // a text keeps most of its column
		after := c.style.PairGap / 3
		if c.layout == brief.Stacked {
			after = c.style.PairGap * 0.6 // wider than between the languages of an item
		}
		n += c.item(b, it, left, hangs[it.Level], st, func(l language.Language) string { return label(it, l) }, apart, after)
		if i+1 < len(all) && all[i+1].Level > it.Level {
			c.keepLast(1) // what an item is divided into does not begin on the next page
		}
	}
	if n > 0 {
		c.last(1)[0].after = c.gapAfter()
	}
}

// items sets a flat list in which every item has a number.
func (c *composer) items(b *brief.Block, st *TextStyle, number itemLabel, hang, after float64) {
	for i, it := range c.listItems(b.Text) {
		it.Level = 0
		c.item(b, &it, 0, hang, st, func(l language.Language) string { return number(i+1, l) }, false, after)
	}
}

// item sets one item and returns how many rows it has. apart says that each
// language has its own label also where one stands under the other.
func (c *composer) item(b *brief.Block, it *listItem, left, hang float64, st *TextStyle, label func(language.Language) string, apart bool, after float64) int {
	n := c.pair(pairing{
		style: st, role: ItemRole, level: it.Level + 1, flows: true, hang: hang, left: left, label: label, apart: apart, runsIn: c.style.Official,
		text: func(l language.Language) []span {
			at := it.in(l)
			if at.Text == "" {
				return nil
			}
			return []span{{text: at.Text, language: l, address: brief.Address{Block: b.ID, Language: l}, start: at.Offset}}
		},
	})
	if n > 0 {
		c.last(1)[0].after = after
	}
	return n
}
