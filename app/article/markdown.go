package article

import (
	"regexp"
	"strings"
)

var (
	mdHeading = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+|$)(.*?)[ \t#]*$`)
	mdUnder   = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)
	mdRule    = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$`)
	mdFence   = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	mdItem    = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+`)
	mdQuote   = regexp.MustCompile(`^[ \t]*(?:>[ \t]?)+`)
	mdRow     = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$`)
	mdNote    = regexp.MustCompile(`^ {0,3}\[\^[^\]\s]+\]:[ \t]*`)
	mdLinkDef = regexp.MustCompile(`^ {0,3}\[[^\]\n]+\]:[ \t]*\S`)
	mdLink    = regexp.MustCompile(`!?\[([^\[\]\n]*)\]\([^()\s]*(?:[ \t]+"[^"\n]*")?\)`)
	mdRefLink = regexp.MustCompile(`!?\[([^\[\]\n]+)\]\[[^\[\]\n]*\]`)
	mdCite    = regexp.MustCompile(`\[\^[^\]\s]+\]`)
	mdAuto    = regexp.MustCompile(`<(?:https?://|mailto:)[^<>\s]+>`)
	mdTag     = regexp.MustCompile(`</?[A-Za-z][^<>\n]*>|<!--.*?-->`)
	mdEscape  = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|~>])")
	mdMarks   = regexp.MustCompile("\\*{1,3}|~~|`+")
	mdLow     = regexp.MustCompile(`(^|[^\pL\pN])_{1,3}|_{1,3}($|[^\pL\pN])`)
)

// markdown reads the paragraphs of a Markdown text. It goes line by line: what
// matters are the words, which marks only dress.
func (a *Article) markdown(text string) error {
	if len(text) > MaxText {
		return a.tooLong()
	}
	var open []string
	flush := func(level int) {
		var all strings.Builder
		for _, line := range open {
			join(&all, line)
		}
		open = nil
		a.add(undress(all.String()), level)
	}
	fence, front := "", false
	for n, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if n == 0 && strings.TrimRight(line, " \t") == "---" {
			front = true // metadata in YAML
			continue
		}
		if front {
			front = strings.TrimRight(line, " \t") != "---" && strings.TrimRight(line, " \t") != "..."
			continue
		}
		if m := mdFence.FindStringSubmatch(line); m != nil && (fence == "" || strings.HasPrefix(m[1], fence)) {
			if fence == "" {
				fence = m[1]
			} else {
				fence = ""
			}
			flush(0)
			continue
		}
		if fence != "" {
			open = append(open, line)
			continue
		}
		line = mdQuote.ReplaceAllString(line, "")
		head := mdHeading.FindStringSubmatch(line)
		switch {
		case head != nil:
			flush(0)
			a.add(undress(head[2]), len(head[1]))
		case len(open) > 0 && mdUnder.MatchString(line):
			level := 2
			if strings.Contains(line, "=") {
				level = 1
			}
			flush(level)
		case strings.TrimSpace(line) == "", mdRule.MatchString(line), mdRow.MatchString(line):
			flush(0)
		case mdNote.MatchString(line), mdItem.MatchString(line):
			flush(0)
			open = append(open, strings.TrimSpace(mdItem.ReplaceAllString(mdNote.ReplaceAllString(line, ""), "")))
		case mdLinkDef.MatchString(line):
			flush(0)
		case strings.HasPrefix(strings.TrimSpace(line), "|"):
			flush(0)
			a.add(undress(strings.ReplaceAll(line, "|", " ")), 0)
		default:
			open = append(open, strings.TrimSpace(line))
		}
	}
	flush(0)
	return nil
}

// undress takes the marks off a line.
func undress(line string) string {
	line = mdCite.ReplaceAllString(line, "")
	line = mdLink.ReplaceAllString(line, "$1")
	line = mdRefLink.ReplaceAllString(line, "$1")
	line = mdAuto.ReplaceAllString(line, "")
	line = mdTag.ReplaceAllString(line, "")
	line = mdEscape.ReplaceAllString(line, "$1")
	line = mdMarks.ReplaceAllString(line, "")
	return mdLow.ReplaceAllString(line, "$1$2")
}
