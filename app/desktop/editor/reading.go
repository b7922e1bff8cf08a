package editor

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"
	"celun/app/language"
)

// reads returns a text as it is read: marks of markup as what they stand for,
// citations, footnotes and references as chips.
func (e *Editor) reads(text string, l language.Language) []widgets.Run {
	if l == "" {
		l = e.Language
	}
	spans := brief.Parse(text)
	runs := make([]widgets.Run, 0, len(spans))
	end := utf8.RuneCountInString(text)
	for i, s := range spans {
		r := widgets.Run{Text: s.Text, At: s.Offset, Length: utf8.RuneCountInString(s.Text), Bold: s.Strong, Stressed: s.Emphasis, Underlined: s.Underline, Dotted: s.Dots}
		if s.Term != "" {
			r.Stressed = true
		}
		if label := e.chip(&s, l); label != "" {
			next := end
			if i+1 < len(spans) {
				next = spans[i+1].Offset
			}
			r.Text, r.Chip, r.Length = label, true, chipLength(text, s.Offset, next)
		}
		runs = append(runs, r)
	}
	return runs
}

// items returns a list as it is read: each item behind its number or bullet,
// further in by its level.
func (e *Editor) items(text string, l language.Language, numbered bool) []widgets.Run {
	var runs []widgets.Run
	var counts [brief.MaxLevel + 1]int
	all := brief.Items(text)
	for i, it := range all {
		mark := "•"
		clear(counts[it.Level+1:])
		if it.Numbered || numbered && it.Level == 0 {
			counts[it.Level]++
			mark = strconv.Itoa(counts[it.Level]) + "."
		}
		runs = append(runs, widgets.Run{Text: strings.Repeat("\u2003", it.Level) + mark, At: it.Offset, Chip: true, Bare: true})
		for _, r := range e.reads(it.Text, l) {
			r.At += it.Offset
			runs = append(runs, r)
		}
		if i < len(all)-1 {
			runs = append(runs, widgets.Run{Text: "\n", At: it.Offset + utf8.RuneCountInString(it.Text), Length: 1})
		}
	}
	return runs
}

// chipLength returns how long the markup at an offset is: to its closing
// bracket, at most to the next span.
func chipLength(text string, at, next int) int {
	runes := []rune(text)
	depth := 0
	for i := at; i < next && i < len(runes); i++ {
		switch runes[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1 - at
			}
		}
	}
	return max(next-at, 0)
}

// chip returns what a span that has no text of its own is shown as.
func (e *Editor) chip(s *brief.Span, l language.Language) string {
	switch {
	case s.Cite != "":
		label := catalogue.SourceChip.In(l) + s.Cite
		if i := slices.IndexFunc(e.brief.Sources, func(src argument.Source) bool { return src.ID == s.Cite }); i >= 0 {
			label = catalogue.SourceChip.In(l) + strconv.Itoa(i+1)
		}
		if s.Pages != "" {
			label += catalogue.PagesOfChip.In(l) + s.Pages
		}
		return label
	case s.Note != "":
		return catalogue.NoteChip.In(l)
	case s.Refer != "":
		if label, ok := e.labels()[s.Refer]; ok {
			return label.In(l)
		}
		return "#" + s.Refer
	}
	return ""
}

// labels are how texts refer to sections and blocks, counted once for each
// state of the brief.
func (e *Editor) labels() map[string]language.Text {
	if e.labelled != e.brief {
		e.labelled, e.labelsOf = e.brief, e.brief.Labels()
	}
	return e.labelsOf
}
