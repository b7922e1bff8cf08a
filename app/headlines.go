package app

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/words"
)

// longestWord is the length of the longest word in the word list, in 字.
const longestWord = 6

// headlines returns the Chinese texts of a brief that break between phrases:
// its titles, headings and the heads and captions of its tables.
func headlines(b *brief.Brief) []string {
	all := []string{b.Title.ZH, b.Subtitle.ZH}
	for i := range b.Sections {
		s := &b.Sections[i]
		all = append(all, s.Heading.ZH)
		for j := range s.Blocks {
			k := &s.Blocks[j]
			if k.Kind == brief.Heading {
				all = append(all, k.Text.ZH)
			}
			if k.Table == nil {
				continue
			}
			all = append(all, k.Table.Caption.ZH)
			for _, row := range k.Table.Rows[:min(k.Table.Header, len(k.Table.Rows))] {
				for _, c := range row {
					all = append(all, c.In(language.ZH))
				}
			}
		}
	}
	return all
}

// narrow returns a dictionary that cuts the given texts as the whole one
// does and knows no other words. The whole takes 0.2 s of processor time; this
// takes about a tenth of it, so that an export does not wait for words.
//
// What decides a cut is how often each word is among all words. So the words
// left out are made up for by one that is as frequent as all of them.
func (a *App) narrow(texts []string) (*words.Dictionary, error) {
	within := map[string]bool{}
	for _, t := range texts {
		r := []rune(t)
		for i := range r {
			for n := 1; n <= longestWord && i+n <= len(r) && language.IsHan(r[i+n-1]); n++ {
				within[string(r[i:i+n])] = true
			}
		}
	}
	f, err := a.assets.Open("dictionary/zh.txt")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var kept bytes.Buffer
	left := 0.0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Bytes()
		word, rest, _ := bytes.Cut(line, []byte(" "))
		if within[string(word)] {
			kept.Write(line)
			kept.WriteByte('\n')
			continue
		}
		count, _, _ := bytes.Cut(rest, []byte(" "))
		if n, err := strconv.ParseFloat(string(count), 64); err == nil {
			left += n
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	lib, err := a.library()
	if err != nil {
		return nil, err
	}
	var terms []string
	for _, t := range lib.UserTerms() {
		for _, text := range texts {
			if strings.Contains(text, t) {
				terms = append(terms, t)
				break
			}
		}
	}
	fmt.Fprintf(&kept, "龘龘龘龘龘龘 %.0f x\n", max(1, left))
	return words.Build(&kept, terms)
}
