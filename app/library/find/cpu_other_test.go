//go:build !unix

package find_test

import "time"

var began = time.Now()

// spent returns the time that has passed: processor time is not to be had in
// the same way here.
func spent() time.Duration { return time.Since(began) }
