package number

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Ratios are told from times of day by what they are called.
var (
	ratioZH = regexp.MustCompile(`(?:比例|比率|之比|比值|配比|占比)[^，。；\d]{0,6}?(\d{1,4})\s?[:：∶]\s?(\d{1,4})|(\d{1,4})\s?[:：∶]\s?(\d{1,4})\s?的(?:比例|比率|配比)`)
	ratioEN = regexp.MustCompile(`(?i)\bratio[^,.;\d]{0,24}?(\d{1,4})(?:\s?[:∶]\s?|\s+to\s+)(\d{1,4})|(\d{1,4})(?:\s?[:∶]\s?|\s+to\s+)(\d{1,4})\s+ratio`)
)

// ratios compares the one ratio of each text, written in figures. It returns
// the two as well: their terms are no numbers of their own.
func ratios(zh, en string) (z, e *Value, wrong []Mismatch) {
	if !strings.Contains(zh, "比") || !strings.Contains(en, "atio") {
		return nil, nil, nil
	}
	a, b := ratioZH.FindAllStringSubmatchIndex(zh, 2), ratioEN.FindAllStringSubmatchIndex(en, 2)
	if len(a) != 1 || len(b) != 1 {
		return nil, nil, nil // which of them belong together is not known
	}
	var zTerms, eTerms terms
	z, zTerms = ratio(zh, a[0])
	e, eTerms = ratio(en, b[0])
	if zTerms == eTerms || zTerms[0] == eTerms[1] && zTerms[1] == eTerms[0] {
		return z, e, nil // the languages name the two in either order
	}
	m := Mismatch{Cause: Differs, ZH: z, EN: e}
	m.FixZH = Fix{zTerms.as(z.Text, eTerms), z.From, z.To}
	m.FixEN = Fix{eTerms.as(e.Text, zTerms), e.From, e.To}
	return z, e, []Mismatch{m}
}

// terms are the two numbers of a ratio, as written.
type terms [2]string

// as writes a ratio, of which these are the terms, with others.
func (t terms) as(text string, others terms) string {
	between := strings.TrimSuffix(strings.TrimPrefix(text, t[0]), t[1])
	return others[0] + between + others[1]
}

// ratio returns a ratio that was found.
func ratio(text string, found []int) (*Value, terms) {
	at := found[2:6]
	if at[0] < 0 {
		at = found[6:10]
	}
	from, to := at[0], at[3]
	v := &Value{Kind: Share, Text: text[from:to], From: utf8.RuneCountInString(text[:from]), Number: whole(0)}
	v.To = v.From + utf8.RuneCountInString(v.Text)
	return v, terms{text[at[0]:at[1]], text[at[2]:at[3]]}
}
