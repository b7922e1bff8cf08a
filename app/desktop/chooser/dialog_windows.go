package chooser

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What the shell calls things; the figures are those of shobjidl_core.h and
// shobjidl.h.
const (
	overwritePrompt = 0x00000002
	noChangeDir     = 0x00000008
	pickFolders     = 0x00000020
	forceFileSystem = 0x00000040
	pathMustExist   = 0x00000800
	fileMustExist   = 0x00001000

	cancelled      = 0x800704C7 // HRESULT_FROM_WIN32(ERROR_CANCELLED)
	fileSystemPath = 0x80058000 // SIGDN_FILESYSPATH
	inProcess      = 1          // CLSCTX_INPROC_SERVER
)

// Methods by their number: those of IUnknown, of IShellItem and of IFileDialog.
const (
	objectRelease = 2

	itemGetDisplayName = 5

	dialogShow                = 3
	dialogSetFileTypes        = 4
	dialogSetOptions          = 9
	dialogGetOptions          = 10
	dialogSetFolder           = 12
	dialogSetFileName         = 15
	dialogSetTitle            = 17
	dialogSetOkButtonLabel    = 18
	dialogGetResult           = 20
	dialogSetDefaultExtension = 22
	dialogMethods             = 27
)

var (
	openDialog = windows.GUID{Data1: 0xDC1C5A9C, Data2: 0xE88A, Data3: 0x4DDE, Data4: [8]byte{0xA5, 0xA1, 0x60, 0xF8, 0x2A, 0x20, 0xAE, 0xF7}}
	saveDialog = windows.GUID{Data1: 0xC0B4E2F3, Data2: 0xBA21, Data3: 0x4773, Data4: [8]byte{0x8D, 0xBA, 0x33, 0x5E, 0xC9, 0x46, 0xEB, 0x8B}}
	fileDialog = windows.GUID{Data1: 0x42F85136, Data2: 0xDB7E, Data3: 0x439C, Data4: [8]byte{0x85, 0xF1, 0xE4, 0x07, 0x5D, 0x13, 0x5F, 0xC8}}
	shellItem  = windows.GUID{Data1: 0x43826D1E, Data2: 0xE718, Data3: 0x42EE, Data4: [8]byte{0xBC, 0x55, 0xA1, 0xE2, 0x61, 0xC3, 0x7B, 0xFE}}

	ole32   = windows.NewLazySystemDLL("ole32.dll")
	shell32 = windows.NewLazySystemDLL("shell32.dll")

	createInstance = ole32.NewProc("CoCreateInstance")
	itemFromPath   = shell32.NewProc("SHCreateItemFromParsingName")
)

// An object is one of COM: the dialog, or a file or folder. Its methods are
// called by their number.
type object struct {
	methods *[dialogMethods]uintptr
}

// newDialog returns the dialog for a question, nil if there is none.
func newDialog(k Kind) *object {
	class := openDialog
	if k == Save {
		class = saveDialog
	}
	if createInstance.Find() != nil {
		return nil
	}
	var d *object
	r, _, _ := createInstance.Call(uintptr(unsafe.Pointer(&class)), 0, inProcess, uintptr(unsafe.Pointer(&fileDialog)), uintptr(unsafe.Pointer(&d)))
	if int32(r) < 0 {
		return nil
	}
	return d
}

// itemOf returns the folder at a path, nil if there is none.
func itemOf(path string) *object {
	name := text(path)
	if name == nil || itemFromPath.Find() != nil {
		return nil
	}
	var item *object
	r, _, _ := itemFromPath.Call(uintptr(unsafe.Pointer(name)), 0, uintptr(unsafe.Pointer(&shellItem)), uintptr(unsafe.Pointer(&item)))
	if int32(r) < 0 {
		return nil
	}
	return item
}

// call calls a method and returns its HRESULT. What arguments point to stays
// where it is meanwhile.
//
//go:uintptrescapes
func (o *object) call(method int, arguments ...uintptr) uintptr {
	r, _, _ := syscall.SyscallN(o.methods[method], append([]uintptr{uintptr(unsafe.Pointer(o))}, arguments...)...)
	return r & 0xFFFFFFFF
}

// tell calls a method with a text, unless there is none.
func (o *object) tell(method int, s string) {
	if p := text(s); p != nil {
		o.call(method, uintptr(unsafe.Pointer(p)))
	}
}

func (o *object) release() { o.call(objectRelease) }

// path returns what the user has chosen; empty if that is no file.
func (o *object) path() string {
	var item *object
	if int32(o.call(dialogGetResult, uintptr(unsafe.Pointer(&item)))) < 0 || item == nil {
		return ""
	}
	defer item.release()
	var name *uint16
	if int32(item.call(itemGetDisplayName, fileSystemPath, uintptr(unsafe.Pointer(&name)))) < 0 || name == nil {
		return ""
	}
	defer windows.CoTaskMemFree(unsafe.Pointer(name))
	return windows.UTF16PtrToString(name)
}
