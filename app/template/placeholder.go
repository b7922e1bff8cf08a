package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// wording returns the first wording that holds, filled in; none is no text.
func (f *filling) wording(ws []Wording) language.Text {
	for _, w := range ws {
		if !w.When.holds(len(f.challenges)) {
			continue
		}
		if t, ok := f.filledIn(w.Text); ok {
			return language.Text{ZH: t.ZH, EN: upper(t.EN)}
		}
	}
	return language.Text{}
}

// needsAnswer reports whether a text speaks of an answer, which a challenge
// may lack.
func needsAnswer(t language.Text) bool {
	return strings.Contains(t.ZH+t.EN, "{answer}") || strings.Contains(t.ZH+t.EN, "{answers}")
}

// mayFail reports whether there may be nothing to fill in in a text.
func mayFail(t language.Text) bool { return needsAnswer(t) || strings.Contains(t.ZH+t.EN, "{topic}") }

// topic returns what an article is about: the longest term of its pack that
// its title has in both languages; none if there is none.
func (f *filling) topic(p *argument.Pack) language.Text {
	var topic language.Text
	title := strings.ToLower(p.Source.Title.EN)
	for i := range p.Terms {
		t := language.Text{ZH: rendering(p.Terms[i].ZH), EN: rendering(p.Terms[i].EN)}
		if len(t.Missing()) == 0 && strings.Contains(p.Source.Title.ZH, t.ZH) && strings.Contains(title, strings.ToLower(t.EN)) && len(t.ZH) > len(topic.ZH) {
			topic = t
		}
	}
	return topic
}

// filledIn puts what the placeholders stand for in a text about all the chosen
// challenges; false if there is nothing to put.
func (f *filling) filledIn(t language.Text) (language.Text, bool) {
	return f.about(t, 0, f.challenges)
}

// filledFor puts what they stand for in a text about challenge i.
func (f *filling) filledFor(t language.Text, i int) (language.Text, bool) {
	return f.about(t, i, f.challenges[i:i+1])
}

// about fills in a text about some of the chosen challenges, of which first is
// the index of the first.
func (f *filling) about(t language.Text, first int, challenges []*library.Entry) (language.Text, bool) {
	if !strings.Contains(t.ZH+t.EN, "{") {
		return t, true
	}
	lead, ok := f.leading(first)
	topic := f.topic(f.challenges[first].Pack)
	if !ok && needsAnswer(t) || topic.IsEmpty() && strings.Contains(t.ZH+t.EN, "{topic}") {
		return language.Text{}, false
	}
	var titles, leads []language.Text
	measures, cases := map[string]bool{}, map[string]bool{}
	for n, c := range challenges {
		titles = append(titles, c.Title)
		for _, a := range f.answers[first+n] {
			measures[a.ID] = true
		}
		for _, s := range f.evidence[first+n] {
			cases[s.ID] = true
		}
		if a, ok := f.leading(first + n); ok {
			title := clause(a.Title)
			if name := (language.Text{ZH: "“" + bare(title.ZH) + "”", EN: "‘" + title.EN + "’"}); !slices.Contains(leads, name) {
				leads = append(leads, name)
			}
		}
	}
	answer := language.Text{}
	if ok {
		answer = clause(lead.Title)
		answer = language.Text{ZH: bare(answer.ZH), EN: f.sentences.lower(answer.EN)}
	}
	source := f.challenges[first].Pack.Source
	values := map[string]language.Text{
		"{article}":    {ZH: "《" + source.Title.ZH + "》", EN: "‘" + source.Title.EN + "’"},
		"{unit}":       f.unit.name(),
		"{author}":     f.unit.author(),
		"{cite}":       f.mark(f.challenges[first].Pack),
		"{authors}":    enumerate(source.Authors),
		"{topic}":      topic,
		"{challenge}":  f.challenges[first].Title,
		"{challenges}": f.sentences.titles(titles),
		"{count}":      count(len(challenges)),
		"{answer}":     answer,
		"{answers}":    together(leads),
		"{measures}":   measure(len(measures)),
		"{cases}":      pieces(len(cases)),
	}
	for _, l := range language.Both() {
		var pairs []string
		for k, v := range values {
			pairs = append(pairs, k, v.In(l))
		}
		t = t.With(l, strings.NewReplacer(pairs...).Replace(t.In(l)))
	}
	return t, true
}

// mark returns the citation of the source of a pack, if the brief lists it.
func (f *filling) mark(p *argument.Pack) language.Text {
	if !f.cited[p.ID] {
		return language.Text{}
	}
	m := "[^" + p.Source.ID + "]"
	return language.Text{ZH: m, EN: m}
}

// measure counts countermeasures, and pieces evidence, each with its noun.
func measure(n int) language.Text {
	t := language.Text{ZH: count(n).ZH + "项对策", EN: number(n).EN + " countermeasures"}
	if n == 1 {
		t.EN = "one countermeasure"
	}
	return t
}

func pieces(n int) language.Text {
	t := language.Text{ZH: count(n).ZH + "条证据", EN: number(n).EN + " pieces of evidence"}
	if n == 1 {
		t.EN = "one piece of evidence"
	}
	return t
}

// together lists quoted names: “甲”“乙” without a mark between them, which is
// how quotation marks stand side by side in Chinese, and ‘A’, ‘B’ and ‘C’.
func together(ts []language.Text) language.Text {
	var zh strings.Builder
	en := make([]string, 0, len(ts))
	for _, t := range ts {
		zh.WriteString(t.ZH)
		en = append(en, t.EN)
	}
	return language.Text{ZH: zh.String(), EN: series(en)}
}

// quoted returns the title of e in quotation marks.
func quoted(e *library.Entry) language.Text {
	t := clause(taken(e, argument.Title))
	return language.Text{ZH: "“" + bare(t.ZH) + "”", EN: "‘" + t.EN + "’"}
}
