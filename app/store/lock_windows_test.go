package store

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

func TestALockIsHiddenAndCanBeTakenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "简报.celun")
	for range 2 {
		l, err := TryLock(path)
		if err != nil {
			t.Fatal(err)
		}
		name, err := windows.UTF16PtrFromString(lockName(path))
		if err != nil {
			t.Fatal(err)
		}
		if a, err := windows.GetFileAttributes(name); err != nil || a&windows.FILE_ATTRIBUTE_HIDDEN == 0 {
			t.Errorf("attributes %x, %v", a, err)
		}
		if l2, err := TryLock(path); err == nil {
			l2.Release()
			t.Error("it was taken twice")
		}
		l.Release()
	}
}
