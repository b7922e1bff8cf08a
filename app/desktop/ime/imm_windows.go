package ime

import (
	"image"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// What Imm32 calls things; the figures are those of imm.h and winuser.h.
const (
	wmIMEStartComposition = 0x010D
	wmIMEEndComposition   = 0x010E
	wmIMEComposition      = 0x010F
	wmIMERequest          = 0x0288
	imrQueryCharPosition  = 6
	cfsForcePosition      = 0x20
	cfsExclude            = 0x80
	gwlpWndProc           = ^uintptr(3) // -4
)

var (
	imm32  = windows.NewLazySystemDLL("imm32.dll")
	user32 = windows.NewLazySystemDLL("user32.dll")

	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
	setWindowLong           = user32.NewProc("SetWindowLongPtrW")
	callWindowProc          = user32.NewProc("CallWindowProcW")
	clientToScreen          = user32.NewProc("ClientToScreen")
	createCaret             = user32.NewProc("CreateCaret")
	setCaretPos             = user32.NewProc("SetCaretPos")
	destroyCaret            = user32.NewProc("DestroyCaret")
)

// point, area, compositionForm, candidateForm and charPosition are laid out as
// POINT, RECT, COMPOSITIONFORM, CANDIDATEFORM and IMECHARPOSITION.
type (
	point           struct{ x, y int32 }
	area            struct{ left, top, right, bottom int32 }
	compositionForm struct {
		style uint32
		at    point
		box   area
	}
	candidateForm struct {
		index, style uint32
		at           point
		box          area
	}
	charPosition struct {
		size, char uint32
		at         point
		height     uint32
		document   area
	}
)

func prepare() {}

// A wrapped window has wndProc before the procedure that it had.
type wrapped struct {
	window   fyne.Window
	original uintptr
}

// followed are the wrapped windows by their handle. Messages come on the main
// thread only.
var followed = map[uintptr]wrapped{}

// procedure is wndProc as Windows calls it, made at the first window: there is
// room for a limited number of callbacks in a process.
var procedure uintptr

func follow(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok || setWindowLong.Find() != nil || immGetContext.Find() != nil {
		return
	}
	var handle uintptr
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok {
			handle = c.HWND
		}
	})
	if _, twice := followed[handle]; handle == 0 || twice {
		return
	}
	if procedure == 0 {
		procedure = windows.NewCallback(wndProc)
	}
	original, _, _ := setWindowLong.Call(handle, gwlpWndProc, procedure)
	followed[handle] = wrapped{w, original}
}

// wndProc tells the caret when a composition starts or goes on, and when an
// input method asks; each of the two is what some input methods go by, and some
// go by the system's caret instead. All else is left to the window's own
// procedure.
func wndProc(handle, message, w, l uintptr) uintptr {
	f := followed[handle]
	switch message {
	case wmIMEStartComposition, wmIMEComposition:
		if box, ok := caret(f.window.Canvas()); ok {
			tell(handle, box)
			if message == wmIMEStartComposition {
				// It is never shown: the text draws its own.
				_, _, _ = createCaret.Call(handle, 0, uintptr(box.Dx()), uintptr(box.Dy()))
			}
			_, _, _ = setCaretPos.Call(uintptr(box.Min.X), uintptr(box.Min.Y))
		}
	case wmIMEEndComposition:
		_, _, _ = destroyCaret.Call()
	case wmIMERequest:
		if box, ok := caret(f.window.Canvas()); ok && w == imrQueryCharPosition && l != 0 {
			// l is the address of Windows' own structure.
			answer(*(**charPosition)(unsafe.Pointer(&l)), handle, box)
			return 1
		}
	}
	result, _, _ := callWindowProc.Call(f.original, handle, message, w, l)
	return result
}

// tell puts the composition at the caret, and the candidates where they leave
// its line free.
func tell(handle uintptr, box image.Rectangle) {
	context, _, _ := immGetContext.Call(handle)
	if context == 0 {
		return
	}
	around := area{int32(box.Min.X), int32(box.Min.Y), int32(box.Max.X), int32(box.Max.Y)}
	composition := compositionForm{style: cfsForcePosition, at: point{around.left, around.top}}
	candidates := candidateForm{style: cfsExclude, at: point{around.left, around.bottom}, box: around}
	_, _, _ = immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&composition)))
	_, _, _ = immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
	_, _, _ = immReleaseContext.Call(handle, context)
}

// answer fills in where a character of the composition stands on the screen.
func answer(q *charPosition, handle uintptr, box image.Rectangle) {
	at := point{int32(box.Min.X), int32(box.Min.Y)}
	_, _, _ = clientToScreen.Call(handle, uintptr(unsafe.Pointer(&at)))
	q.at, q.height = at, uint32(box.Dy())
	q.document = area{at.x, at.y, at.x + int32(box.Dx()), at.y + int32(box.Dy())}
}
