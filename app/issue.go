package app

import (
	"regexp"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// NextIssue returns a new brief that goes on a series: what the last one was
// made from and how it looks, its unit, contact and masthead, its sections with
// their advice and limits, all without the old text. Date is the new one (ISO
// 8601); the number goes on by one, and begins again with a new year.
func NextIssue(last *brief.Brief, date string) *brief.Brief {
	b := brief.New("")
	old := last.Clone()
	b.Meta = old.Meta
	b.Meta.Date, b.Meta.Version = date, ""
	b.Meta.Number = nextNumber(old.Meta.Number, old.Meta.Date, date)
	b.Sections = make([]brief.Section, 0, len(old.Sections))
	for i := range old.Sections {
		s := old.Sections[i]
		s.ID = b.NewSectionID()
		blocks := s.Blocks
		s.Blocks = []brief.Block{}
		b.Sections = append(b.Sections, s)
		at := &b.Sections[len(b.Sections)-1]
		for _, k := range skeleton(blocks) {
			at.Blocks = append(at.Blocks, emptyBlock(b.NewBlockID(), k))
		}
	}
	return b
}

// skeleton returns the kinds of the blocks that a section begins with: those
// that give it its form once each, or else a paragraph.
func skeleton(blocks []brief.Block) []brief.Kind {
	var kinds []brief.Kind
	for i := range blocks {
		switch k := blocks[i].Kind; k {
		case brief.KeyMessages, brief.Recommendation, brief.References:
			if len(kinds) == 0 || kinds[len(kinds)-1] != k {
				kinds = append(kinds, k)
			}
		}
	}
	if len(kinds) == 0 {
		kinds = []brief.Kind{brief.Paragraph}
	}
	return kinds
}

func emptyBlock(id string, k brief.Kind) brief.Block {
	b := brief.Block{ID: id, Kind: k, State: brief.States{ZH: brief.Empty, EN: brief.Empty}}
	switch k {
	case brief.Recommendation:
		b.Recommendation = &brief.Action{}
	case brief.References:
		b.State = brief.States{}
	}
	return b
}

var (
	year    = regexp.MustCompile(`^(?:19|20)\d\d$`)
	figures = regexp.MustCompile(`\d+`)
	// countsIssues stands before the number of an issue, countsAll before one
	// that a new year does not begin again.
	countsIssues = regexp.MustCompile(`(?i)(?:第|no\.|nr\.|issue|#)\s*$`)
	countsAll    = regexp.MustCompile(`(?i)(?:总第?|whole no\.|serial no\.)\s*$`)
)

// nextNumber returns the number of the issue after one: what counts issues in
// it goes up by one, or else its last figure; the year follows the date.
func nextNumber(number language.Text, before, date string) language.Text {
	return language.Text{ZH: nextIn(number.ZH, yearOf(before), yearOf(date)), EN: nextIn(number.EN, yearOf(before), yearOf(date))}
}

func yearOf(date string) string {
	if len(date) < 4 {
		return ""
	}
	return date[:4]
}

func nextIn(s, oldYear, newYear string) string {
	places := figures.FindAllStringIndex(s, -1)
	counted, turned, last := map[int]bool{}, false, -1
	for i, at := range places {
		n := s[at[0]:at[1]]
		switch {
		case year.MatchString(n):
			turned = turned || n == oldYear && newYear != "" && n != newYear
			continue
		case countsIssues.MatchString(s[:at[0]]) || countsAll.MatchString(s[:at[0]]):
			counted[i] = true
		}
		last = i
	}
	if len(counted) == 0 {
		counted[last] = true
	}
	var out strings.Builder
	end := 0
	for i, at := range places {
		n := s[at[0]:at[1]]
		out.WriteString(s[end:at[0]])
		end = at[1]
		switch {
		case counted[i]:
			n = count(n, turned && !countsAll.MatchString(s[:at[0]]))
		case turned && n == oldYear:
			n = newYear
		}
		out.WriteString(n)
	}
	return out.String() + s[end:]
}

// count returns the number after n, or 1 if counting begins again, with as
// many digits as n has.
func count(n string, again bool) string {
	v, err := strconv.Atoi(n)
	if err != nil {
		return n
	}
	v++
	if again {
		v = 1
	}
	s := strconv.Itoa(v)
	if strings.HasPrefix(n, "0") && len(s) < len(n) {
		s = strings.Repeat("0", len(n)-len(s)) + s
	}
	return s
}
