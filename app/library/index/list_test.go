package index

import (
	"errors"
	"slices"
	"testing"
)

func TestList(t *testing.T) {
	for _, numbers := range [][]int32{nil, {0}, {0, 1, 2}, {5, 200, 201, 70000}, {99999}} {
		var l list
		for _, n := range numbers {
			l.add(n + 1)
			l.add(n + 1) // twice in one document
		}
		var got []int32
		if err := unlist(l.numbers, 100000, func(n int32) { got = append(got, n) }); err != nil || !slices.Equal(got, numbers) {
			t.Errorf("%v: %v, %v", numbers, got, err)
		}
	}
	for name, list := range map[string][]byte{
		"too far":       {9, 2},
		"cut off":       {1, 0x80},
		"no distance":   {1, 0},
		"overflowing":   {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1},
		"far beyond it": {1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1},
	} {
		if err := unlist(list, 10, func(int32) {}); !errors.Is(err, ErrStale) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnlist(f *testing.F) {
	f.Add([]byte{1, 0x80, 2, 0xff, 0xff, 3})
	f.Fuzz(func(t *testing.T, list []byte) {
		last := int32(-1)
		_ = unlist(list, 1000, func(n int32) { // an error is as good as an end
			if n <= last || n >= 1000 {
				t.Fatalf("% x: %d after %d", list, n, last)
			}
			last = n
		})
	})
}
