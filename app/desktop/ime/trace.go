//go:build linux && cgo && !ci && !wayland && watchdog

package ime

// #cgo CFLAGS: -DIME_TRACE
import "C"
