//go:build ignore

// Dictionary writes dictionary/zh.txt, the words by which Chinese is cut:
// those of gse's simplified dictionary with a frequency of at least 50 and at
// most six hanzi. That is a sixth of the whole, which cuts policy texts nearly
// as well and loads in a tenth of the time; longer words only take away places
// where a title may break.
//
// Run it in assets/:
//
//	go run generate/dictionary.go
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	module    = "github.com/go-ego/gse"
	target    = "dictionary/zh.txt"
	frequency = 50 // the least that is kept
	length    = 6  // the most hanzi that are kept
)

func main() {
	log.SetFlags(0)
	if err := write(); err != nil {
		log.Fatal("dictionary: ", err)
	}
}

func write() error {
	var from strings.Builder
	list := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", module)
	list.Stdout, list.Stderr = &from, os.Stderr
	if err := list.Run(); err != nil {
		return err
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(from.String()), " ")
	source, err := os.Open(filepath.Join(dir, "data", "dict", "zh", "s_1.txt"))
	if err != nil {
		return err
	}
	defer source.Close()

	var out bytes.Buffer
	fmt.Fprintf(&out, "# Words of %s %s, data/dict/zh/s_1.txt, with a frequency of %d and up and\n", module, version, frequency)
	fmt.Fprintf(&out, "# at most %d hanzi. Copyright the gse authors, Apache-2.0: see NOTICES.md.\n", length)
	fmt.Fprintf(&out, "# Each line: word, frequency, word class.\n")
	count := 0
	lines := bufio.NewScanner(source)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			return fmt.Errorf("not a line of three fields: %q", lines.Text())
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return fmt.Errorf("frequency of %q: %w", fields[0], err)
		}
		if n < frequency || utf8.RuneCountInString(fields[0]) > length || !hanzi(fields[0]) {
			continue
		}
		fmt.Fprintln(&out, strings.Join(fields, " "))
		count++
	}
	if err := lines.Err(); err != nil {
		return err
	}
	fmt.Printf("%s: %d words, %d bytes\n", target, count, out.Len())
	return os.WriteFile(target, out.Bytes(), 0o644)
}

func hanzi(word string) bool {
	for _, r := range word {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return word != ""
}
