package reveal

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	shell32          = windows.NewLazySystemDLL("shell32.dll")
	parseDisplayName = shell32.NewProc("SHParseDisplayName")
	openAndSelect    = shell32.NewProc("SHOpenFolderAndSelectItems")
)

// file has the Explorer choose the file. The Explorer's own switch for it,
// /select, takes the path to end at a comma; this way takes every path.
func file(path string) (shown bool) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil || parseDisplayName.Find() != nil || openAndSelect.Find() != nil {
		return false
	}
	onCOM(func() {
		var item unsafe.Pointer
		if r, _, _ := parseDisplayName.Call(uintptr(unsafe.Pointer(name)), 0, uintptr(unsafe.Pointer(&item)), 0, 0); int32(r) < 0 || item == nil {
			return
		}
		defer windows.CoTaskMemFree(item)
		r, _, _ := openAndSelect.Call(uintptr(item), 0, 0, 0)
		shown = int32(r) >= 0
	})
	return shown
}

// open has the shell open the path, as a double click in the Explorer does.
func open(path string) (err error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	onCOM(func() { err = windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL) })
	return err
}

// onCOM runs a function on a thread on which the shell may use COM.
func onCOM(run func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	run()
}
