//go:build ignore

// Pinyin writes ../app/language/pinyin/readings.txt, the readings of Chinese
// characters with their tones: those of go-pinyin, a character a line in the
// order of their numbers, the usual reading first. The module keeps them in a
// Go map, which every program that links it builds anew at each start: 41,000
// entries, 2 MB, some milliseconds before the first line of main.
//
// Run it in assets/:
//
//	go run generate/pinyin.go
package main

import (
	"bytes"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"
)

const target = "../app/language/pinyin/readings.txt"

func main() {
	log.SetFlags(0)
	var out bytes.Buffer
	for _, r := range slices.Sorted(maps.Keys(pinyin.PinyinDict)) {
		fmt.Fprintf(&out, "%c%s\n", r, pinyin.PinyinDict[r])
	}
	fmt.Printf("%s: %d characters, %d bytes\n", target, len(pinyin.PinyinDict), out.Len())
	if err := os.WriteFile(target, out.Bytes(), 0o644); err != nil {
		log.Fatal("pinyin: ", err)
	}
}
