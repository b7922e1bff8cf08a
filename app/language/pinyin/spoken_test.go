package pinyin

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"数字外交", "shù zì wài jiāo"},
		{"长期增长", "cháng qī zēng zhǎng"},
		{"重庆的银行", "chóng qìng de yín háng"},
		{"重点行动", "zhòng diǎn xíng dòng"},
		{"调查与协调", "diào chá yǔ xié tiáo"},
		{"为了成为", "wèi le chéng wéi"},
		{"参与应对差距", "cān yù yìng duì chā jù"},
		{"战略", "zhàn lüè"},
		{"绿色", "lǜ sè"},
		{"2026年，GDP", ". . . . nián . . . ."},
	} {
		got := Spoken(c.text)
		if n := utf8.RuneCountInString(c.text); len(got) != n {
			t.Errorf("%s: %d readings for %d characters", c.text, len(got), n)
		}
		for i := range got {
			if got[i] == "" {
				got[i] = "."
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s is read %s, want %s", c.text, s, c.want)
		}
	}
}

// Every word of the list is whole, one reading a character, each of which the
// dictionary knows for its character, and is no longer than what is looked up.
func TestSpokenWordsAreReadings(t *testing.T) {
	for word, readings := range spokenWords() {
		if n := utf8.RuneCountInString(word); n > longestWord || n < 2 {
			t.Errorf("%s has %d characters", word, n)
		}
		for i, r := range []rune(word) {
			toned := strings.Fields(readings)[i]
			known := Readings(r)
			found := false
			for _, k := range known {
				found = found || k == plain(toned)
			}
			if !found {
				t.Errorf("%s: %c is not read %s but %v", word, r, toned, known)
			}
		}
	}
	if len(spokenWords()) < 300 {
		t.Errorf("%d words are left of the list: an entry is broken", len(spokenWords()))
	}
}
