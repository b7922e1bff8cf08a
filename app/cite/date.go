package cite

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dayAndMonth writes a date without its year.
func dayAndMonth(s string) string {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return ""
	}
	return t.Format("2 January")
}

var numbers = regexp.MustCompile(`\d+`)

// iso reads a date as programs write it, such as 2022/4/03, 2022年4月3日 or
// 2022-04-03T10:00, and returns it as ISO 8601, as far as it is known; a text
// that begins with no year gives nothing.
func iso(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "T")
	parts := numbers.FindAllString(s, 3)
	if len(parts) == 0 || len(parts[0]) != 4 {
		return ""
	}
	out := parts[0]
	for i, most := range []int{12, 31} {
		if i+1 >= len(parts) {
			break
		}
		n, err := strconv.Atoi(parts[i+1])
		if err != nil || n < 1 || n > most {
			break
		}
		out += fmt.Sprintf("-%02d", n)
	}
	return out
}

// dates returns the year of a date, and the whole of it if more is known.
func dates(s string) (year, date string) {
	date = iso(s)
	if date == "" {
		return strings.TrimSpace(s), ""
	}
	if len(date) == 4 {
		return date, ""
	}
	return date[:4], date
}
