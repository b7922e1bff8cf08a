package number

import "testing"

// BenchmarkCompare takes the pairs of the tables of this package once.
func BenchmarkCompare(b *testing.B) {
	pairs := agreeing()
	for b.Loop() {
		for _, p := range pairs {
			Compare(p[0], p[1])
		}
	}
}
