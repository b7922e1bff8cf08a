package desktop

import "testing"

// Memory is given back once after work, when it is over, and not while it is
// done or for little.
func TestMemoryIsGivenBackAtRest(t *testing.T) {
	var q quiet
	const mb = 1 << 20
	for i, step := range []struct {
		made uint64
		want bool
	}{
		{80 * mb, false}, // the start
		{150 * mb, false},
		{150*mb + 1000, true}, // at rest
		{150*mb + 2000, false},
		{160 * mb, false}, // a little work
		{160 * mb, false},
		{165 * mb, false}, // typing
		{170 * mb, false},
		{176 * mb, false},
		{176 * mb, true},
		{177 * mb, false},
	} {
		if got := q.look(step.made); got != step.want {
			t.Errorf("step %d, %d MB made: %v, want %v", i, step.made/mb, got, step.want)
		}
	}
}
