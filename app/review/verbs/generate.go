//go:build ignore

// Generate writes zh.txt, the Chinese verbs by which an action is known: the
// words of two characters that assets/dictionary/zh.txt classes as verbs, or
// as nouns made of verbs, with a frequency of at least 100.
//
// Run it in app/review/verbs/:
//
//	go run generate.go
package main

import (
	"bufio"
	"log"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

func main() {
	log.SetFlags(0)
	source, err := os.Open("../../../assets/dictionary/zh.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer source.Close()
	var out strings.Builder
	out.WriteString("# Verbs of two characters out of assets/dictionary/zh.txt, which is made from gse's\n" +
		"# dictionary, Apache-2.0: see assets/NOTICES.md. Written by generate.go.\n")
	n := 0
	for lines := bufio.NewScanner(source); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 || utf8.RuneCountInString(fields[0]) != 2 || fields[2] != "v" && fields[2] != "vn" {
			continue
		}
		if often, err := strconv.Atoi(fields[1]); err != nil || often < 100 {
			continue
		}
		out.WriteString(fields[0])
		if n++; n%20 == 0 {
			out.WriteByte('\n')
		} else {
			out.WriteByte(' ')
		}
	}
	if err := os.WriteFile("zh.txt", []byte(strings.TrimSpace(out.String())+"\n"), 0o666); err != nil {
		log.Fatal(err)
	}
}
