package pinyin

import (
	"strings"
	"testing"

	dictionary "github.com/mozillazg/go-pinyin"
)

// The readings are those of go-pinyin, each found and no others.
func TestReadingsAreThoseOfTheDictionary(t *testing.T) {
	if n := strings.Count(readings, "\n"); n != len(dictionary.PinyinDict) {
		t.Errorf("%d characters, go-pinyin has %d: go generate ./assets makes readings.txt anew", n, len(dictionary.PinyinDict))
	}
	for r := rune(0); r <= 0x40000; r++ {
		if got, want := toned(r), dictionary.PinyinDict[int(r)]; got != want {
			t.Errorf("%c (%U) is read %q, in go-pinyin %q", r, r, got, want)
		}
	}
}
