package pinyin

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// readings has a line for each character, which begins with it and goes on
// with its readings with tones, the usual one first, with commas between. The
// lines stand in the order of the characters. It is made by
// assets/generate/pinyin.go; nothing is built from it when a program starts.
//
//go:embed readings.txt
var readings string

// toned returns the readings of a character with their tones, with commas
// between them; none if it is not known.
func toned(r rune) string {
	low, high := 0, len(readings) // both at the start of a line
	for low < high {
		start := low + (high-low)/2
		start = low + strings.LastIndexByte(readings[low:start], '\n') + 1
		end := start + strings.IndexByte(readings[start:], '\n')
		switch at, n := utf8.DecodeRuneInString(readings[start:end]); {
		case at == r:
			return readings[start+n : end]
		case at < r:
			low = end + 1
		default:
			high = start
		}
	}
	return ""
}
