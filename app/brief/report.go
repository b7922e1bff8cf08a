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
	labels := after.Labels()
	for i, d := range Compare(before, after) {
		n := strconv.Itoa(i+1) + " "
		what, place := changeNames(d), placeNames(after, d, labels)
		add(Heading, 2, language.Text{ZH: n + what.ZH + "：" + place.ZH, EN: n + what.EN + ": " + place.EN})
		var was, is language.Text
		for _, l := range language.Both() {
			w, now := shownPieces(language.Diff(Plain(d.Before.In(l)), Plain(d.After.In(l))))
			was, is = was.With(l, w), is.With(l, now)
		}
		if d.Change != language.Added {
			add(Paragraph, 0, language.Text{ZH: "原为：" + was.ZH, EN: "Before: " + was.EN})
		}
		if d.Change != language.Removed && d.Before != d.After {
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

// placeNames says where a difference stands: in which section.
func placeNames(b *Brief, d Difference, labels map[string]language.Text) language.Text {
	name := language.Text{ZH: "封面", EN: "cover"}
	switch {
	case d.At.Section != "":
		if l, ok := labels[d.At.Section]; ok {
			name = l
		}
	case d.At.Block != "":
		name = language.Text{ZH: "正文", EN: "text"}
		if l, ok := labels[d.At.Block]; ok && !l.IsEmpty() {
			name = l
		}
	}
	return language.Text{ZH: Plain(name.ZH), EN: Plain(name.EN)}
}
