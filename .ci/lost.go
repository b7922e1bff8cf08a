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

// found reports whether want stands in page text, in at most four pieces in
// order, each piece but the last as long as it can be.
func found(all, want string) bool {
	for range 4 {
		if i := strings.Index(all, want); i >= 0 {
			return true
		}
		runes := []rune(want)
		n := sort.Search(len(runes), func(n int) bool { return !strings.Contains(all, string(runes[:n+1])) })
		if n == 0 {
			return false
		}
		head := string(runes[:n])
		all = all[strings.Index(all, head)+len(head):]
		want = string(runes[n:])
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
		if !found(all, s) {
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
