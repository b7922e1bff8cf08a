package brief

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestItems(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Item
	}{
		{"", nil},
		{"甲\n乙", []Item{{Text: "甲"}, {Text: "乙", Offset: 2}}},
		{"1. a\n  2) b\n\t- c\n　10、丁", []Item{
			{Numbered: true, Text: "a", Offset: 3},
			{Level: 1, Numbered: true, Text: "b", Offset: 10},
			{Level: 1, Text: "c", Offset: 15},
			{Level: 1, Numbered: true, Text: "丁", Offset: 21},
		}},
		{"a\n\nb", []Item{{Text: "a"}, {Offset: 2}, {Text: "b", Offset: 3}}},
		{"3.5 per cent\n2026年\n1.\n-5", []Item{{Text: "3.5 per cent"}, {Text: "2026年", Offset: 13}, {Text: "1.", Offset: 19}, {Text: "-5", Offset: 22}}},
		{"                                        deep", []Item{{Level: MaxLevel, Text: "deep", Offset: 40}}},
		{"**强**", []Item{{Text: "**强**"}}},
	} {
		if diff := cmp.Diff(c.want, Items(c.in)); diff != "" {
			t.Errorf("Items(%q): %s", c.in, diff)
		}
		runes := []rune(c.in)
		for _, it := range Items(c.in) {
			if n := len([]rune(it.Text)); string(runes[it.Offset:it.Offset+n]) != it.Text {
				t.Errorf("%q: %+v does not stand there", c.in, it)
			}
		}
	}
}
