package language

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Problem is an error that is told to a user: what is wrong, where, and
// what to do now, in both languages.
type Problem struct {
	Where string // the file, or what else a name tells, such as "gap.celun"; may be empty
	Line  int    // line in that file, from 1; 0 if it does not help
	Entry string // entry in that file, such as "C1"; may be empty
	What  Text   // one sentence without a final stop
	Do    Text   // one sentence without a final stop; may be empty
	Err   error  // the cause for errors.Is and logs; may be nil
}

// Place returns where the problem is: "pack.yaml, line 12, C1" in English and
// "pack.yaml 第12行 C1" in Chinese.
func (p *Problem) Place(l Language) string {
	var parts []string
	if p.Where != "" {
		parts = append(parts, p.Where)
	}
	switch {
	case p.Line > 0 && l == EN:
		parts = append(parts, "line "+strconv.Itoa(p.Line))
	case p.Line > 0:
		parts = append(parts, "第"+strconv.Itoa(p.Line)+"行")
	}
	if p.Entry != "" {
		parts = append(parts, p.Entry)
	}
	if l == EN {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, " ")
}

// In returns the problem as one line in l.
func (p *Problem) In(l Language) string {
	stop, join := "。", "："
	if l == EN {
		stop, join = ". ", ": "
	}
	s := p.What.In(l)
	if at := p.Place(l); at != "" {
		s = at + join + s
	}
	if do := p.Do.In(l); do != "" {
		s += stop + do
	}
	if l == EN {
		return s + "."
	}
	return s + "。"
}

// Error returns the problem as one English line.
func (p *Problem) Error() string { return p.In(EN) }

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Tell returns what err tells a user in the window: the [Problem] in its chain,
// or else its own text, in sentences that begin with a capital and end with a
// stop. Where it is stands in brackets, as a sentence cannot begin with it.
func Tell(err error, l Language) string {
	var p *Problem
	if !errors.As(err, &p) {
		return sentence(err.Error(), l)
	}
	what, open, shut, gap := p.What.In(l), "（", "）", ""
	if l == EN {
		open, shut, gap = " (", ")", " "
	}
	if at := p.Place(l); at != "" {
		what = strings.TrimRight(what, ".。") + open + at + shut
	}
	s := sentence(what, l)
	if do := p.Do.In(l); do != "" {
		s += gap + sentence(do, l)
	}
	return s
}

// sentence gives a text a capital, if it is English and does not begin with a
// name such as that of a file, and a stop, if it has none.
func sentence(s string, l Language) string {
	s = strings.TrimSpace(s)
	word, _, _ := strings.Cut(s, " ")
	name := strings.ContainsAny(strings.TrimRight(word, ".,:;"), "./_\\0123456789")
	if first, size := utf8.DecodeRuneInString(s); l == EN && !name && unicode.IsLower(first) {
		s = string(unicode.ToUpper(first)) + s[size:]
	}
	switch last, _ := utf8.DecodeLastRuneInString(s); {
	case s == "" || strings.ContainsRune(".。!！?？…", last):
		return s
	case l == EN:
		return s + "."
	}
	return s + "。"
}

// Say returns what err tells a user at a terminal in l: the line of the [Problem] in its
// chain, or else its own text.
func Say(err error, l Language) string {
	var p *Problem
	if errors.As(err, &p) {
		return p.In(l)
	}
	return err.Error()
}
