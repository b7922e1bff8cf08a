package number

import (
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/language"
)

func seeds() []string {
	var all []string
	for _, p := range agreeing() {
		all = append(all, p[0], p[1])
	}
	return append(all, "", "第", "分之", "1分之", "半", "翻两番", "$", "1,234,567,8", "1.2.3", "twenty-", "half a", "June 8–", "-", "a", "２０２２年", "十百千万亿", "\xff\xfe1", "9·", "1/0", "0分之5", "N倍")
}

// sound checks what holds for every text: values in order, within it and
// apart, and numbers to calculate with.
func sound(t *testing.T, l language.Language, text string) {
	t.Helper()
	length := utf8.RuneCountInString(text)
	runes := fold(text)
	at := 0
	for _, v := range Read(l, text) {
		if v.From < at || v.To <= v.From || v.To > length {
			t.Fatalf("%s %q: span %d–%d after %d in %d runes", l, text, v.From, v.To, at, length)
		}
		if v.Number == nil || v.Number.Sign() < 0 {
			t.Fatalf("%s %q: number %v", l, text, v.Number)
		}
		if v.Text != string(runes[v.From:v.To]) {
			t.Fatalf("%s %q: text %q at %d–%d", l, text, v.Text, v.From, v.To)
		}
		if d := v.style.digits; d[0] < 0 || d[1] > length || d[0] > d[1] {
			t.Fatalf("%s %q: digits %v", l, text, d)
		}
		at = v.To
	}
	for _, f := range Compare(text, text).Mismatches {
		for _, fix := range []Fix{f.FixZH, f.FixEN} {
			if fix.From < 0 || fix.From > fix.To || fix.To > length {
				t.Fatalf("%q: fix %+v", text, fix)
			}
		}
	}
}

func FuzzChinese(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, language.ZH, text) })
}

func FuzzEnglish(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, language.EN, text) })
}

// A text of 100,000 characters that repeats what makes a reader look ahead
// or back is read and compared; were the work to grow with the square of the
// length, this would not end within the time of a test.
func TestLongTextsAreRead(t *testing.T) {
	for _, s := range []string{
		"1", "1,234", "十", "第", "半", "百分之", "1/", "6月8日至", "one hundred and ", "twenty-", "June ", "8 to ", "A-1", "@", " ",
	} {
		text := strings.Repeat(s, 100000/utf8.RuneCountInString(s))
		Compare(text, text)
	}
	var different strings.Builder
	for i := range 20000 {
		different.WriteString(string(rune('0'+i%10)) + strings.Repeat("7", i%9) + "% ")
	}
	Compare(different.String(), strings.ReplaceAll(different.String(), "7", "8"))
}
