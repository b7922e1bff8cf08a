//go:build windows && !ci

package clip

import (
	"strconv"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

const unicodeText = 13 // CF_UNICODETEXT

var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")

	openClipboard    = user32.NewProc("OpenClipboard")
	closeClipboard   = user32.NewProc("CloseClipboard")
	getClipboardData = user32.NewProc("GetClipboardData")
	registerFormat   = user32.NewProc("RegisterClipboardFormatW")
	globalLock       = kernel32.NewProc("GlobalLock")
	globalUnlock     = kernel32.NewProc("GlobalUnlock")
	globalSize       = kernel32.NewProc("GlobalSize")
)

func read(patience time.Duration, most int) (Content, error) {
	end := time.Now().Add(patience)
	for { // another program may have it open
		if ok, _, _ := openClipboard.Call(0); ok != 0 {
			break
		}
		if time.Now().After(end) {
			return Content{}, ErrNone
		}
		time.Sleep(10 * time.Millisecond)
	}
	defer closeClipboard.Call()
	name, err := windows.UTF16PtrFromString("HTML Format")
	if err != nil {
		return Content{}, err
	}
	format, _, _ := registerFormat.Call(uintptr(unsafe.Pointer(name)))
	page, err := data(format, most)
	if err != nil {
		return Content{}, err
	}
	text, err := data(unicodeText, 2*most)
	if err != nil {
		return Content{}, err
	}
	return Content{HTML: fragment(decode(page)), Text: utf16Text(text)}, nil
}

// data copies what the clipboard holds in a format.
func data(format uintptr, most int) ([]byte, error) {
	handle, _, _ := getClipboardData.Call(format)
	if handle == 0 {
		return nil, nil
	}
	size, _, _ := globalSize.Call(handle)
	if int(size) > most {
		return nil, &TooLarge{int(size)}
	}
	at, _, _ := globalLock.Call(handle)
	if at == 0 {
		return nil, nil
	}
	defer globalUnlock.Call(handle)
	// at is the address of Windows' own memory.
	return append([]byte(nil), unsafe.Slice(*(**byte)(unsafe.Pointer(&at)), size)...), nil
}

func utf16Text(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i]) | uint16(data[2*i+1])<<8
	}
	return windows.UTF16ToString(units)
}

// fragment returns what was copied of the page: the head of the format gives
// its place in bytes.
func fragment(s string) string {
	place := func(name string) int {
		_, rest, found := strings.Cut(s[:min(len(s), 1000)], name+":")
		if !found {
			return -1
		}
		digits, _, _ := strings.Cut(rest, "\n")
		n, err := strconv.Atoi(strings.TrimSpace(digits))
		if err != nil {
			return -1
		}
		return n
	}
	start, end := place("StartFragment"), place("EndFragment")
	if start < 0 || end < start || end > len(s) {
		return s
	}
	return s[start:end]
}
