package hyphen

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine is the length of the longest line of a patterns file (bytes).
const maxLine = 4096

// Load reads patterns and exceptions, one a line and in lower case. A pattern
// is letters with digits between them, and a full stop for the start or end of
// a word ("n2at", ".un3k4"); an exception is a whole word with its hyphens
// ("how-ever", or "table-" for one that is never broken). Empty lines and
// lines that begin with # are passed over. Anything else is an error that
// names the line.
func Load(r io.Reader) (*Patterns, error) {
	p := &Patterns{votes: map[string]string{}, exceptions: map[string][]int{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		add := p.addPattern
		if strings.Contains(line, "-") {
			add = p.addException
		}
		if err := add(line); err != nil {
			return nil, fmt.Errorf("hyphen: line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("hyphen: line %d: %w", number+1, err)
	}
	if len(p.votes) == 0 {
		return nil, errors.New("hyphen: no patterns")
	}
	return p, nil
}

func (p *Patterns) addPattern(line string) error {
	var key strings.Builder
	values := []byte{0} // one more than there are letters
	digit := false
	for i, r := range line {
		switch {
		case '0' <= r && r <= '9':
			if digit {
				return fmt.Errorf("two digits in a row in %q", line)
			}
			digit = true
			values[len(values)-1] = byte(r - '0')
			continue
		case r == '.':
			if i != 0 && i != len(line)-1 {
				return fmt.Errorf("a full stop inside the pattern %q", line)
			}
		case !isLower(r):
			return fmt.Errorf("%q does not belong in a pattern", r)
		}
		digit = false
		key.WriteRune(r)
		values = append(values, 0)
	}
	letters := key.String()
	if strings.Trim(letters, ".") == "" {
		return fmt.Errorf("no letters in %q", line)
	}
	if _, ok := p.votes[letters]; ok {
		return fmt.Errorf("a second pattern for %q", letters)
	}
	p.votes[letters] = string(values)
	p.longest = max(p.longest, len(values)-1)
	return nil
}

func (p *Patterns) addException(line string) error {
	var word strings.Builder
	points := []int{}
	n := 0
	for _, r := range line {
		if r == '-' {
			points = append(points, n)
			continue
		}
		if !isLower(r) {
			return fmt.Errorf("%q does not belong in an exception", r)
		}
		word.WriteRune(r)
		n++
	}
	if n == 0 {
		return fmt.Errorf("no letters in %q", line)
	}
	if _, ok := p.exceptions[word.String()]; ok {
		return fmt.Errorf("a second exception for %q", word.String())
	}
	p.exceptions[word.String()] = points
	return nil
}

func isLower(r rune) bool {
	return r != utf8.RuneError && unicode.IsLetter(r) && unicode.ToLower(r) == r
}
