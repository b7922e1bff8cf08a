package brief

import (
	"regexp"
	"strconv"
	"strings"

	"celun/app/language"
)

// A numbering drops the numbers that stand before the headings of an outline.
// A number with its own mark, such as 一、 （二） 3. 1.2、 第四章 IV., is
// always one. A bare number, such as the 1 of "1 Water" or the 1.1 of
// "1.1 Aims", may also begin the heading itself ("2030 Agenda", "2.5 亿人"):
// it is dropped only where both languages begin with it, or one is empty, and
// a whole one only when it continues the count of those before.
type numbering struct {
	marked []*regexp.Regexp // group 1 is the heading without its number
	bare   *regexp.Regexp   // group 1 is the number, group 2 the rest
	count  int              // bare whole numbers dropped so far
}

func newNumbering() *numbering {
	const hanzi = `[一二三四五六七八九十百]+`
	n := &numbering{bare: regexp.MustCompile(`(?s)^[\s\p{Z}]*(\d{1,3}(?:\.\d{1,3})*)[\s\p{Z}]+(\S.*)$`)}
	for _, number := range []string{
		`第(?:` + hanzi + `|\d{1,3})(?:部分|[章节篇])(?:[、：:.．]|[\s\p{Z}])[\s\p{Z}]*(\S.*)`,
		hanzi + `[、．][\s\p{Z}]*(\S.*)`,
		`[（(](?:` + hanzi + `|\d{1,3})[）)][、．.]?[\s\p{Z}]*(\S.*)`,
		`\d{1,3}(?:[.．]\d{1,3})*[、）)．][\s\p{Z}]*(\S.*)`,
		`\d{1,3}(?:\.\d{1,3})*\.[\s\p{Z}]+(\S.*)`,
		`\d{1,3}(?:\.\d{1,3})*\.([^\d\s\p{Z}].*)`,
		`(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})\.[\s\p{Z}]+(\S.*)`,
		`(?i:section|chapter|part)[\s\p{Z}]+(?:\d{1,3}|[IVX]+)[.:][\s\p{Z}]+(\S.*)`,
	} {
		n.marked = append(n.marked, regexp.MustCompile(`(?s)^[\s\p{Z}]*`+number+`$`))
	}
	return n
}

// drop returns the heading without its number.
func (n *numbering) drop(heading language.Text) language.Text {
	for _, l := range language.Both() {
		for _, marked := range n.marked {
			if found := marked.FindStringSubmatch(heading.In(l)); found != nil {
				heading = heading.With(l, found[1])
				break
			}
		}
	}
	number, rest := "", language.Text{}
	for _, l := range language.Both() {
		found := n.bare.FindStringSubmatch(heading.In(l))
		switch {
		case found == nil && strings.TrimSpace(heading.In(l)) != "", found != nil && number != "" && found[1] != number:
			return heading
		case found != nil:
			number, rest = found[1], rest.With(l, found[2])
		}
	}
	if number == "" {
		return heading
	}
	if !strings.Contains(number, ".") {
		if number != strconv.Itoa(n.count+1) {
			return heading
		}
		n.count++
	}
	return rest
}
