package hyphen

import (
	"bufio"
	"bytes"
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
	p := &Patterns{votes: make(map[string]string, usual), exceptions: map[string][]int{}}
	l := loader{Patterns: p}
	l.letters.Grow(8 * usual)
	l.values.Grow(8 * usual)
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		add := l.addPattern
		if bytes.IndexByte(line, '-') >= 0 {
			add = l.addException
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

// usual is how many patterns a language has.
const usual = 9000

// A loader keeps the letters and the values of all patterns in one piece
// each: they are thousands, and read at every export.
type loader struct {
	*Patterns
	letters, values strings.Builder
}

func (l *loader) addPattern(line []byte) error {
	from, start := l.letters.Len(), l.values.Len()
	value := byte(0) // before the next letter
	digit, some := false, false
	for i := 0; i < len(line); {
		r, n := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(line[i:])
		}
		switch {
		case '0' <= r && r <= '9':
			if digit {
				return fmt.Errorf("two digits in a row in %q", line)
			}
			digit = true
			value = byte(r - '0')
			i++
			continue
		case r == '.':
			if i != 0 && i != len(line)-1 {
				return fmt.Errorf("a full stop inside the pattern %q", line)
			}
		case !isLower(r):
			return fmt.Errorf("%q does not belong in a pattern", r)
		default:
			some = true
		}
		l.letters.Write(line[i : i+n])
		l.values.WriteByte(value)
		digit, value = false, 0
		i += n
	}
	l.values.WriteByte(value) // one more than there are letters
	letters, values := l.letters.String()[from:], l.values.String()[start:]
	if !some {
		return fmt.Errorf("no letters in %q", line)
	}
	if _, ok := l.votes[letters]; ok {
		return fmt.Errorf("a second pattern for %q", letters)
	}
	l.votes[letters] = values
	l.longest = max(l.longest, len(values)-1)
	return nil
}

func (l *loader) addException(line []byte) error {
	var word strings.Builder
	points := []int{}
	n := 0
	for _, r := range string(line) {
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
	if _, ok := l.exceptions[word.String()]; ok {
		return fmt.Errorf("a second exception for %q", word.String())
	}
	l.exceptions[word.String()] = points
	return nil
}

func isLower(r rune) bool {
	return 'a' <= r && r <= 'z' || r != utf8.RuneError && unicode.IsLetter(r) && unicode.ToLower(r) == r
}
