package chooser

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

func asker(w fyne.Window) Asker {
	var owner uintptr
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				owner = c.HWND
			}
		})
	}
	return func(_ context.Context, q Question) (string, error) { return ask(owner, q) }
}

// ask shows the dialog on a thread of its own. While it is there Windows lets
// its owner take no input, so there is nobody to give it up: ctx is not heeded.
func ask(owner uintptr, q Question) (string, error) {
	runtime.LockOSThread() // a dialog lives on the thread that shows it
	defer runtime.UnlockOSThread()
	switch err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err {
	case nil, syscall.Errno(windows.S_FALSE):
		defer windows.CoUninitialize()
	}
	d := newDialog(q.Kind)
	if d == nil {
		return "", ErrNone
	}
	defer d.release()
	if !prepare(d, q) {
		return "", ErrNone
	}
	switch r := d.call(dialogShow, owner); {
	case r == cancelled:
		return "", nil
	case int32(r) < 0:
		return "", ErrNone
	}
	path := d.path()
	if path == "" {
		return "", ErrNone
	}
	return filepath.Clean(path), nil
}

// prepare tells a dialog what is asked. What it is offered but cannot use, such
// as a folder that is gone, leaves it as it is.
func prepare(d *object, q Question) bool {
	var options uint32
	if int32(d.call(dialogGetOptions, uintptr(unsafe.Pointer(&options)))) < 0 {
		return false
	}
	options |= forceFileSystem | noChangeDir | pathMustExist
	switch q.Kind {
	case Save:
		options |= overwritePrompt
	case Folder:
		options |= pickFolders
	default:
		options |= fileMustExist
	}
	if int32(d.call(dialogSetOptions, uintptr(options))) < 0 {
		return false
	}
	d.tell(dialogSetTitle, q.Title)
	d.tell(dialogSetOkButtonLabel, q.Confirm)
	if q.Kind == Save {
		d.tell(dialogSetFileName, q.Name)
	}
	if folder := itemOf(q.Folder); folder != nil {
		d.call(dialogSetFolder, uintptr(unsafe.Pointer(folder)))
		folder.release()
	}
	if len(q.Endings) > 0 && q.Kind != Folder {
		kind := filterOf(q)
		d.call(dialogSetFileTypes, 1, uintptr(unsafe.Pointer(&kind)))
		runtime.KeepAlive(kind) // and of the texts it points to
		d.tell(dialogSetDefaultExtension, strings.TrimPrefix(q.Endings[0], "."))
	}
	return true
}

// A filter is laid out as COMDLG_FILTERSPEC.
type filter struct{ name, patterns *uint16 }

// filterOf returns which files are shown.
func filterOf(q Question) filter {
	patterns := make([]string, len(q.Endings))
	for i, e := range q.Endings {
		patterns[i] = "*" + e
	}
	return filter{text(q.Files), text(strings.Join(patterns, ";"))}
}

// text returns a text for Windows; nil for none, or one that cannot be.
func text(s string) *uint16 {
	if s == "" {
		return nil
	}
	p, err := windows.UTF16PtrFromString(s)
	if err != nil {
		return nil
	}
	return p
}
