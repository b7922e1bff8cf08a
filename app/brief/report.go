package brief

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// Report returns a brief that tells what differs between two states of
// another, to be kept as a file or printed: of each place what it was and what
// it is, in both languages, with what was taken out and put in underlined.
// Name is what the older state is called.
func Report(before, after *Brief, name string) *Brief {
	r := New("")
	r.Title = language.Text{
		ZH: "改动对照：" + after.Title.ZH,
		EN: "Changes: " + after.Title.EN,
	}
	r.Subtitle = language.Text{ZH: "与快照“" + Escape(name) + "”相比", EN: "Compared with the snapshot ‘" + Escape(name) + "’"}
	r.Meta.Lead, r.Meta.Layout = after.Meta.Lead, Parallel
	r.Meta.Unit, r.Meta.Date = after.Meta.Unit, after.Meta.Date
	s := Section{ID: r.NewSectionID(), Unnumbered: true, Heading: language.Text{ZH: "改动", EN: "Changes"}}
	add := func(k Kind, level int, t language.Text) {
		s.Blocks = append(s.Blocks, Block{ID: "b" + strconv.Itoa(len(s.Blocks)+1), Kind: k, Level: level, Text: t, State: States{Draft, Draft}})
	}
	for i, d := range Compare(before, after) {
		n := strconv.Itoa(i+1) + " "
		what, place, was := changeNames(d), placeNames(after, d.At), placeNames(before, d.At)
		if d.Change == language.Removed && place.IsEmpty() {
			place = was
		}
		add(Heading, 2, language.Text{ZH: n + what.ZH + "：" + Escape(place.ZH), EN: n + what.EN + ": " + Escape(place.EN)})
		if d.Moved {
			add(Paragraph, 0, movedNames(was, place))
		}
		var old, is language.Text
		for _, l := range language.Both() {
			w, now := shownPieces(language.Diff(Plain(d.Before.In(l)), Plain(d.After.In(l))))
			old, is = old.With(l, w), is.With(l, now)
		}
		switch {
		case d.Before == d.After:
			add(Paragraph, 0, is)
			continue
		case d.Change != language.Added:
			add(Paragraph, 0, language.Text{ZH: "原为：" + old.ZH, EN: "Before: " + old.EN})
		}
		if d.Change != language.Removed {
			add(Paragraph, 0, language.Text{ZH: "现为：" + is.ZH, EN: "Now: " + is.EN})
		}
	}
	if len(s.Blocks) == 0 {
		add(Paragraph, 0, language.Text{ZH: "内容相同。", EN: "There is no difference."})
	}
	r.Sections = []Section{s}
	return r
}

// shownPieces writes the two sides of a comparison, what differs underlined.
func shownPieces(pieces []language.Piece) (was, is string) {
	var a, b strings.Builder
	for _, p := range pieces {
		text := Escape(p.Text)
		marked := text
		if inner := strings.TrimSpace(text); inner != "" && !strings.Contains(inner, "\n") {
			at := strings.Index(text, inner)
			marked = text[:at] + "__" + inner + "__" + text[at+len(inner):]
		}
		switch p.Change {
		case language.Removed:
			a.WriteString(marked)
		case language.Added:
			b.WriteString(marked)
		default:
			a.WriteString(text)
			b.WriteString(text)
		}
	}
	return a.String(), b.String()
}

func changeNames(d Difference) language.Text {
	switch {
	case d.Change == language.Added:
		return language.Text{ZH: "新增", EN: "Added"}
	case d.Change == language.Removed:
		return language.Text{ZH: "删去", EN: "Removed"}
	case d.Before == d.After:
		return language.Text{ZH: "移动", EN: "Moved"}
	}
	return language.Text{ZH: "改动", EN: "Changed"}
}

// movedNames says from where to where a block was moved.
func movedNames(from, to language.Text) language.Text {
	if from == to {
		return language.Text{ZH: "在本节内换了位置。", EN: "It has another place in the same part."}
	}
	return language.Text{ZH: "由“" + Escape(from.ZH) + "”移来。", EN: "It was under ‘" + Escape(from.EN) + "’."}
}

// fieldNames are what the fields of a recommendation are called.
var fieldNames = map[Slot]language.Text{
	ActionSlot: {ZH: "做法", EN: "action"}, OwnerSlot: {ZH: "责任方", EN: "owner"}, TimeFrameSlot: {ZH: "时限", EN: "time frame"},
	MeansSlot: {ZH: "手段与资源", EN: "means"}, IndicatorSlot: {ZH: "衡量指标", EN: "indicator"},
}

// placeNames names a place by the headings that it stands under, and in a
// recommendation by its number and field. It is empty if the brief has no such
// place.
func placeNames(b *Brief, at Address) language.Text {
	if at.Section == "" && at.Block == "" {
		return language.Text{ZH: "封面", EN: "cover"}
	}
	var names []language.Text
	name := func(t language.Text) {
		if t = (language.Text{ZH: Plain(t.ZH), EN: Plain(t.EN)}); !t.IsEmpty() {
			names = append(names, t)
		}
	}
	if s, _ := b.Section(at.Section); s != nil {
		name(s.Heading)
	}
	if k, i, j := b.Block(at.Block); k != nil {
		s := &b.Sections[i]
		name(s.Heading)
		for n := j - 1; n >= 0; n-- {
			if s.Blocks[n].Kind == Heading {
				name(s.Blocks[n].Text)
				break
			}
		}
		if field, ok := fieldNames[at.Slot]; ok && k.Kind == Recommendation {
			n := strconv.Itoa(recommendation(b, at.Block))
			name(language.Text{ZH: "建议" + n + "的" + field.ZH, EN: "recommendation " + n + ", " + field.EN})
		}
	}
	var all language.Text
	for _, l := range language.Both() {
		var parts []string
		for _, t := range names {
			parts = append(parts, t.In(l))
		}
		all = all.With(l, strings.Join(parts, " · "))
	}
	return all
}

// recommendation returns the number of a recommendation in the brief, from 1.
func recommendation(b *Brief, id string) int {
	n := 0
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if k := &b.Sections[i].Blocks[j]; k.Kind == Recommendation {
				if n++; k.ID == id {
					return n
				}
			}
		}
	}
	return 0
}
