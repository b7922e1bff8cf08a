package store

import (
	"errors"

	"golang.org/x/sys/windows"
)

// SyncDir does nothing: on this system a renaming is on the disk with the file
// system's own journal.
func (disk) SyncDir(string) error { return nil }

// hide keeps a file out of what the Explorer shows. A dot before its name does
// that on other systems only.
func hide(path string) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return
	}
	if was, err := windows.GetFileAttributes(name); err == nil {
		_ = windows.SetFileAttributes(name, was|windows.FILE_ATTRIBUTE_HIDDEN)
	}
}

// busy reports an error that passes by itself, when another program, such as
// a virus scanner, lets go of the file.
func busy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// native gives the cause of an error that only this system knows.
func native(err error) cause {
	switch {
	case errors.Is(err, windows.ERROR_DISK_FULL), errors.Is(err, windows.ERROR_HANDLE_DISK_FULL):
		return full
	case errors.Is(err, windows.ERROR_WRITE_PROTECT):
		return readOnly
	case errors.Is(err, windows.ERROR_SHARING_VIOLATION), errors.Is(err, windows.ERROR_LOCK_VIOLATION):
		return inUse
	case errors.Is(err, windows.ERROR_INVALID_NAME):
		return badName
	}
	return other
}
