//go:build ignore

// Lost compares an outline with the PDF made from it, as pdftotext reads it:
//
//	go run .ci/lost.go OUTLINE.json FILE.pdf
//
// Every heading, paragraph, cell and source must stand in the text, whole and
// in its own order; a text may be cut where a page ends. White space and the
// hyphens that line breaking puts in (soft hyphens) are left out of the
// comparison. It names what is lost and exits with 1.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"sort"
	"strings"
	"unicode"
)

type text struct{ ZH, EN string }

type outline struct {
	Title    text
	Sections []struct {
		Heading text
		Pairs   []text
		Table   [][]json.RawMessage
		Source  text
	}
}

// leading is a number in front of a heading, which the brief's own replaces.
var leading = regexp.MustCompile(`^\s*([0-9]+(\.[0-9]+)*[.、]?\s+|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)`)

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0x00AD {
			return -1
		}
		return r
	}, s)
}

// found reports whether want stands in all, cut into at most cuts+1 pieces in
// order: a paragraph may go over a page end, where the other language and the
// running heads come between its pieces. Sentences may occur more than once,
// so shorter first pieces are tried too; the first place of a piece leaves
// the most text for the rest.
func found(all, want string, cuts int) bool {
	if strings.Contains(all, want) {
		return true
	}
	if cuts == 0 {
		return false
	}
	runes := []rune(want)
	longest := sort.Search(len(runes), func(n int) bool { return !strings.Contains(all, string(runes[:n+1])) })
	for n := longest; n > 0; n-- {
		head := string(runes[:n])
		if found(all[strings.Index(all, head)+len(head):], string(runes[n:]), cuts-1) {
			return true
		}
	}
	return false
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run .ci/lost.go OUTLINE.json FILE.pdf")
		os.Exit(2)
	}
	data, err := os.ReadFile(os.Args[1])
	var o outline
	if err == nil {
		err = json.Unmarshal(data, &o)
	}
	var out []byte
	if err == nil {
		out, err = exec.Command("pdftotext", "-raw", os.Args[2], "-").Output()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "lost:", err)
		os.Exit(2)
	}
	all := squeeze(string(out))
	total, lost := 0, 0
	check := func(s string) {
		if s = squeeze(s); s == "" {
			return
		}
		total++
		if !found(all, s, 1) && !found(all, s, 2) { // most go over one page end only
			lost++
			fmt.Println("lost:", s)
		}
	}
	both := func(t text) { check(t.ZH); check(t.EN) }
	both(o.Title)
	for _, s := range o.Sections {
		check(leading.ReplaceAllString(s.Heading.ZH, ""))
		check(leading.ReplaceAllString(s.Heading.EN, ""))
		for _, p := range s.Pairs {
			both(p)
		}
		for _, row := range s.Table {
			for _, cell := range row {
				var t text
				var same string
				if json.Unmarshal(cell, &same) == nil {
					check(same)
				} else if json.Unmarshal(cell, &t) == nil {
					both(t)
				}
			}
		}
		both(s.Source)
	}
	fmt.Printf("%d texts, %d lost\n", total, lost)
	if lost > 0 {
		os.Exit(1)
	}
}
