package figure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Comparable returns the evidence whose values can stand in one chart: those
// of one unit together, at least two of them, in the order in which the first
// of each stands.
func Comparable(all []*argument.Argument) [][]*argument.Argument {
	at := map[string]int{}
	var groups [][]*argument.Argument
	for _, a := range all {
		if a.Evidence == nil || a.Evidence.Number == nil || a.Evidence.Unit == "" {
			continue
		}
		k, ok := at[a.Evidence.Unit]
		if !ok {
			k = len(groups)
			at[a.Evidence.Unit] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], a)
	}
	return slices.DeleteFunc(groups, func(g []*argument.Argument) bool { return len(g) < 2 })
}

// ChartOf returns a chart of the values of evidence of one unit, each named by
// what its title has that the others have not: of 北美互联网覆盖率95% and
// 非洲互联网覆盖率35% these are 北美 and 非洲, and 互联网覆盖率 is the caption. The
// source, if its id is given, is cited in the caption. Evidence without a
// number is left out; of several units, so are those of another one than the
// first has. Bars stand from the greatest value down, lines by date. What the
// figure shows is not written down: [Alt] says it of the data as they are then.
func ChartOf(form brief.Form, all []*argument.Argument, source string) *brief.Block {
	f := &brief.Figure{Form: form}
	var titles []language.Text
	var first *argument.Evidence
	for _, a := range all {
		e := a.Evidence
		if e == nil || e.Number == nil || first != nil && e.Unit != first.Unit {
			continue
		}
		if first == nil {
			first = e
		}
		f.Data = append(f.Data, brief.Datum{Value: *e.Number, Unit: unitOf(e), Date: e.Date, Evidence: a.ID})
		titles = append(titles, language.Text{ZH: bare(a.Title.ZH, e), EN: bare(a.Title.EN, e)})
	}
	var shared language.Text
	for _, l := range language.Both() {
		var one []string
		for _, t := range titles {
			one = append(one, t.In(l))
		}
		names, common := distinct(one, l)
		for i, s := range names {
			f.Data[i].Label = f.Data[i].Label.With(l, s)
		}
		shared = shared.With(l, common)
	}
	for i := range f.Data {
		f.Data[i].Unit = f.Data[0].Unit // the same unit, and written the same
	}
	if form != brief.LineForm {
		slices.SortStableFunc(f.Data, func(a, b brief.Datum) int { return cmp.Compare(b.Value, a.Value) })
	}
	f.Caption = shared
	if source != "" {
		for _, l := range language.Both() {
			if s := f.Caption.In(l); s != "" {
				f.Caption = f.Caption.With(l, s+"[^"+source+"]")
			}
		}
	}
	return &brief.Block{Kind: brief.FigureKind, Figure: f}
}

// unitOf returns the unit of evidence in both languages: a sign such as % as
// it is, else the words after the number in the Chinese value.
func unitOf(e *argument.Evidence) language.Text {
	if first, _, _ := strings.Cut(e.Unit, " "); sign(first) {
		return language.Text{ZH: first, EN: first}
	}
	zh := strings.TrimLeftFunc(e.Value, func(r rune) bool {
		return unicode.IsDigit(r) || strings.ContainsRune("约近超逾不足至少大概余多千百十万亿两几一二三四五六七八九.,，%", r)
	})
	if zh == "" {
		zh = e.Unit
	}
	return language.Text{ZH: zh, EN: e.Unit}
}

// bare returns a title without the value that it tells.
func bare(title string, e *argument.Evidence) string {
	title = strings.Replace(title, e.Value, "", 1)
	if e.Number != nil {
		n := strconv.FormatFloat(*e.Number, 'f', -1, 64)
		title = strings.Replace(title, n+"%", "", 1)
	}
	return strings.Join(strings.Fields(title), " ")
}

// distinct returns what each of the titles has by itself, and what they share
// at their beginning or end, the longer of the two.
func distinct(titles []string, l language.Language) (names []string, shared string) {
	if len(titles) < 2 {
		return titles, ""
	}
	parts := make([][]string, len(titles))
	for i, t := range titles {
		parts[i] = pieces(t)
		for k := range parts[i] {
			parts[i][k] = strings.TrimSpace(parts[i][k])
		}
	}
	head, tail := 0, 0
	for same(parts, func(p []string) (string, bool) { return nth(p, head) }) {
		head++
	}
	for same(parts, func(p []string) (string, bool) { return nth(p[min(head, len(p)):], -1-tail) }) {
		tail++
	}
	join := ""
	if l == language.EN {
		join = " "
	}
	for i, p := range parts {
		name := strings.Join(p[head:len(p)-tail], join)
		if l == language.EN {
			name = capital(withoutSmall(name))
		}
		if name == "" {
			return titles, ""
		}
		names = append(names, name)
		if i == 0 {
			begin, end := strings.Join(p[:head], join), strings.Join(p[len(p)-tail:], join)
			if l == language.EN {
				begin, end = withoutSmall(begin), withoutSmall(end)
			}
			shared = begin
			if utf8.RuneCountInString(end) > utf8.RuneCountInString(begin) {
				shared = end
			}
		}
	}
	return names, capital(shared)
}

// nth returns a part from the beginning, or for a negative number from the end.
func nth(p []string, n int) (string, bool) {
	if n < 0 {
		n += len(p)
	}
	if n < 0 || n >= len(p) {
		return "", false
	}
	return p[n], true
}

func same(parts [][]string, of func([]string) (string, bool)) bool {
	first, ok := of(parts[0])
	for _, p := range parts[1:] {
		if s, there := of(p); !there || s != first {
			return false
		}
	}
	return ok
}

// withoutSmall drops the small words at the ends of an English phrase that
// lead to or from what was cut off.
func withoutSmall(s string) string {
	small := func(w string) bool {
		return slices.Contains([]string{"in", "is", "are", "of", "the", "a", "for", "at", "by", "on", "to", "and", "was", "were"}, strings.ToLower(w))
	}
	words := strings.Fields(s)
	for len(words) > 0 && small(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && small(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// capital writes the first letter large.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// TimelineOf returns a timeline of the evidence that has a date, the earliest
// first.
func TimelineOf(all []*argument.Argument) *brief.Block {
	b := &brief.Block{Kind: brief.Timeline}
	for _, a := range all {
		if a.Evidence != nil && when(a.Evidence.Date).known {
			b.Events = append(b.Events, brief.Event{Date: a.Evidence.Date, Text: a.Title, Evidence: a.ID})
		}
	}
	slices.SortStableFunc(b.Events, func(x, y brief.Event) int { return cmp.Compare(when(x.Date).at(), when(y.Date).at()) })
	return b
}

// MapOf returns a map of arguments and of the links between them, numbered in
// their order. More than [MaxNodes] cannot be drawn on one map: see [Split].
func MapOf(all []*argument.Argument) *brief.Block {
	return network(brief.MapForm, all, func(argument.Link) bool { return true })
}

// CoverageOf returns a matrix of the challenges among the arguments and of
// what answers them. A countermeasure that answers none by itself and has
// parts is left to its parts.
func CoverageOf(all []*argument.Argument) *brief.Block {
	whole := map[string]bool{}
	for _, a := range all {
		for _, l := range a.Links {
			if l.Kind == argument.PartOf {
				whole[l.To] = true
			}
		}
	}
	answers := func(l argument.Link) bool { return l.Kind == argument.Answers }
	kept := slices.DeleteFunc(slices.Clone(all), func(a *argument.Argument) bool {
		switch a.Kind {
		case argument.Challenge:
			return false
		case argument.Countermeasure, argument.Recommendation, argument.Option:
			return whole[a.ID] && !slices.ContainsFunc(a.Links, answers)
		}
		return true
	})
	return network(brief.CoverageForm, kept, answers)
}

func network(form brief.Form, all []*argument.Argument, keep func(argument.Link) bool) *brief.Block {
	f := &brief.Figure{Form: form}
	on := map[string]bool{}
	for i, a := range all {
		on[a.ID] = true
		n := brief.Node{ID: a.ID, Kind: string(a.Kind), Label: a.Title}
		if form == brief.MapForm {
			n.Number = i + 1
		}
		f.Nodes = append(f.Nodes, n)
	}
	for _, a := range all {
		for _, l := range a.Links {
			if on[l.To] && keep(l) {
				f.Edges = append(f.Edges, brief.Edge{From: a.ID, To: l.To, Kind: string(l.Kind)})
			}
		}
	}
	return &brief.Block{Kind: brief.FigureKind, Figure: f}
}
