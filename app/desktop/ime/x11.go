//go:build linux && cgo && !ci && !wayland

package ime

/*
#cgo LDFLAGS: -lX11 -ldl
#include <stdlib.h>
void imeLocale(void);
char *imeServer(void);
*/
import "C"

import (
	"os"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// prepare gives libX11 what it needs to find the input method, which it looks
// for when GLFW starts.
func prepare() {
	C.imeLocale()
	if os.Getenv("XMODIFIERS") != "" {
		return
	}
	name := C.imeServer()
	if name == nil {
		return
	}
	defer C.free(unsafe.Pointer(name))
	_ = os.Setenv("XMODIFIERS", "@im="+C.GoString(name)) // fails only for names with NUL or =
}

// followed are the windows by which the caret is found. X11 events name their
// window by number, and the same thread delivers them all.
var followed []fyne.Window

func follow(w fyne.Window) {
	if _, ok := w.(driver.NativeWindow); ok {
		followed = append(followed, w)
	}
}

// imeCaret is asked by x11.c before each key press is handed to the input
// method. It answers 1 and the point below the caret, in pixels inside the
// window, or 0 if no text of that window has the focus.
//
//export imeCaret
func imeCaret(window C.ulong, x, y *C.int) C.int {
	for _, w := range followed {
		var id uintptr
		w.(driver.NativeWindow).RunNative(func(context any) {
			if c, ok := context.(driver.X11WindowContext); ok {
				id = c.WindowHandle
			}
		})
		if id != uintptr(window) {
			continue
		}
		box, ok := caret(w.Canvas())
		if !ok {
			return 0
		}
		*x, *y = C.int(box.Min.X), C.int(box.Max.Y)
		return 1
	}
	return 0
}
