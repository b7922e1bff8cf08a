package language_test

import (
	"strings"
	"testing"

	"celun/app/language"
)

func shown(pieces []language.Piece) string {
	var s strings.Builder
	for _, p := range pieces {
		switch p.Change {
		case language.Removed:
			s.WriteString("-" + p.Text + "-")
		case language.Added:
			s.WriteString("+" + p.Text + "+")
		default:
			s.WriteString(p.Text)
		}
	}
	return s.String()
}

func TestDiffIsReadable(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "新", "+新+"},
		{"旧", "", "-旧-"},
		{"全球约有27亿人", "全球约有26亿人", "全球约有-27-+26+亿人"},
		{"The gap is wide.", "The gap is very wide.", "The gap is +very +wide."},
		{"费用高，速度慢", "资费高，网速慢", "-费用-+资费+高，-速度-+网速+慢"},
		{"one two three", "one 2 three", "one -two-+2+ three"},
		{"a\xffb", "a\xffc", "a\xff-b-+c+"},
	} {
		if got := shown(language.Diff(c.before, c.after)); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

// Whatever the texts, the pieces make them up.
func FuzzDiff(f *testing.F) {
	f.Add("全球约有27亿人离线", "约有 26 亿人仍离线")
	f.Add("a b c", "c b a")
	f.Add("\xff’’", "’字\x00")
	f.Fuzz(func(t *testing.T, before, after string) {
		var a, b strings.Builder
		for _, p := range language.Diff(before, after) {
			if p.Change != language.Added {
				a.WriteString(p.Text)
			}
			if p.Change != language.Removed {
				b.WriteString(p.Text)
			}
		}
		if a.String() != before || b.String() != after {
			t.Fatalf("%q and %q came out as %q and %q", before, after, a.String(), b.String())
		}
	})
}
