//go:build ignore

// Patterns writes patterns/en-GB.txt from hyph-en-gb.tex of TeX's hyph-utf8:
// its head with the licence as comments, then one pattern or exception a line.
// An exception is a line with hyphens.
//
// Run it in assets/ with the file (NOTICES.md says where it comes from):
//
//	go run generate/patterns.go hyph-en-gb.tex
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"
)

const target = "patterns/en-GB.txt"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run generate/patterns.go hyph-en-gb.tex")
	}
	if err := write(os.Args[1]); err != nil {
		log.Fatal("patterns: ", err)
	}
}

func write(source string) error {
	tex, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	patterns, exceptions, group := 0, 0, ""
	for line := range strings.Lines(string(tex)) {
		text, comment, commented := strings.Cut(strings.TrimSpace(line), "%")
		if commented && group == "" && text == "" {
			fmt.Fprintln(&out, strings.TrimRight("#"+comment, " "))
		}
		for _, word := range strings.Fields(strings.NewReplacer("{", " ", "}", " } ").Replace(text)) {
			switch {
			case strings.HasPrefix(word, `\`) || word == "}":
				group = strings.Trim(word, `\}`)
			case group == "patterns":
				patterns++
				fmt.Fprintln(&out, word)
			case group == "hyphenation":
				exceptions++
				fmt.Fprintln(&out, word)
			default:
				return fmt.Errorf("unexpected %q", word)
			}
		}
	}
	if patterns == 0 || exceptions == 0 {
		return fmt.Errorf("%s: %d patterns and %d exceptions", source, patterns, exceptions)
	}
	fmt.Printf("%s: %d patterns, %d exceptions\n", target, patterns, exceptions)
	return os.WriteFile(target, out.Bytes(), 0o644)
}
