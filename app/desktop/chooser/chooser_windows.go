package chooser

import (
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// What comdlg32 and shell32 call things; the figures are those of commdlg.h and
// shlobj_core.h.
const (
	ofnOverwritePrompt = 0x00000002
	ofnHideReadOnly    = 0x00000004
	ofnNoChangeDir     = 0x00000008
	ofnPathMustExist   = 0x00000800
	ofnFileMustExist   = 0x00001000
	ofnExplorer        = 0x00080000

	bifReturnOnlyFolders = 0x0001
	bifNewDialogStyle    = 0x0040

	mostPath = 32768 // in UTF-16 units
)

var (
	comdlg32 = windows.NewLazySystemDLL("comdlg32.dll")
	shell32  = windows.NewLazySystemDLL("shell32.dll")
	ole32    = windows.NewLazySystemDLL("ole32.dll")

	getOpenFileName = comdlg32.NewProc("GetOpenFileNameW")
	getSaveFileName = comdlg32.NewProc("GetSaveFileNameW")
	extendedError   = comdlg32.NewProc("CommDlgExtendedError")
	browseForFolder = shell32.NewProc("SHBrowseForFolderW")
	pathFromIDList  = shell32.NewProc("SHGetPathFromIDListW")
	oleInitialize   = ole32.NewProc("OleInitialize")
	oleUninitialize = ole32.NewProc("OleUninitialize")
	coTaskMemFree   = ole32.NewProc("CoTaskMemFree")
)

// openFileName is laid out as OPENFILENAMEW, browseInfo as BROWSEINFOW.
type (
	openFileName struct {
		structSize    uint32
		owner         uintptr
		instance      uintptr
		filter        *uint16
		customFilter  *uint16
		maxCustom     uint32
		filterIndex   uint32
		file          *uint16
		maxFile       uint32
		fileTitle     *uint16
		maxFileTitle  uint32
		initialDir    *uint16
		title         *uint16
		flags         uint32
		fileOffset    uint16
		fileExtension uint16
		defaultExt    *uint16
		custData      uintptr
		hook          uintptr
		template      *uint16
		reservedP     uintptr
		reserved      uint32
		flagsEx       uint32
	}
	browseInfo struct {
		owner   uintptr
		root    uintptr
		display *uint16
		title   *uint16
		flags   uint32
		hook    uintptr
		param   uintptr
		image   int32
	}
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
	return func(q Question) (string, error) {
		runtime.LockOSThread() // a dialog lives on the thread that shows it
		defer runtime.UnlockOSThread()
		if q.Kind == Folder {
			return askFolder(owner, q)
		}
		return askFile(owner, q)
	}
}

func askFile(owner uintptr, q Question) (string, error) {
	if comdlg32.Load() != nil {
		return "", ErrNone
	}
	name := make([]uint16, mostPath)
	copy(name[:mostPath-1], utf16.Encode([]rune(q.Name)))
	o := openFileName{
		structSize: uint32(unsafe.Sizeof(openFileName{})), owner: owner, file: &name[0], maxFile: mostPath,
		title: text(q.Title), initialDir: text(q.Folder),
		flags: ofnExplorer | ofnHideReadOnly | ofnNoChangeDir | ofnPathMustExist,
	}
	if len(q.Endings) > 0 {
		filter := filterOf(q)
		o.filter, o.filterIndex = &filter[0], 1
		o.defaultExt = text(strings.TrimPrefix(q.Endings[0], "."))
	}
	show := getOpenFileName
	if q.Kind == Save {
		show = getSaveFileName
		o.flags |= ofnOverwritePrompt
	} else {
		o.flags |= ofnFileMustExist
	}
	if ok, _, _ := show.Call(uintptr(unsafe.Pointer(&o))); ok != 0 {
		return filepath.Clean(windows.UTF16ToString(name)), nil
	}
	if why, _, _ := extendedError.Call(); why != 0 {
		return "", ErrNone
	}
	return "", nil // the user cancelled
}

// filterOf returns what files are shown, as the dialog has it: a name and its
// patterns, each ended by a zero, and a zero after the last.
func filterOf(q Question) []uint16 {
	patterns := make([]string, len(q.Endings))
	for i, e := range q.Endings {
		patterns[i] = "*" + e
	}
	return utf16.Encode([]rune(q.Files + "\x00" + strings.Join(patterns, ";") + "\x00\x00"))
}

func askFolder(owner uintptr, q Question) (string, error) {
	if shell32.Load() != nil || ole32.Load() != nil {
		return "", ErrNone
	}
	if r, _, _ := oleInitialize.Call(0); int32(r) >= 0 {
		defer oleUninitialize.Call()
	}
	name := make([]uint16, mostPath)
	b := browseInfo{owner: owner, display: &name[0], title: text(q.Title), flags: bifReturnOnlyFolders | bifNewDialogStyle}
	list, _, _ := browseForFolder.Call(uintptr(unsafe.Pointer(&b)))
	if list == 0 {
		return "", nil // the user cancelled
	}
	defer coTaskMemFree.Call(list)
	if ok, _, _ := pathFromIDList.Call(list, uintptr(unsafe.Pointer(&name[0]))); ok == 0 {
		return "", ErrNone
	}
	return windows.UTF16ToString(name), nil
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
