//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// SyncDir puts a renaming on the disk. Some file systems cannot do that for a
// folder and say so; there is nothing more to be done on them.
func (disk) SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}

// hide does nothing: a dot before the name has hidden the file.
func hide(string) {}

// busy reports an error that passes by itself, when another program lets go
// of the file.
func busy(error) bool { return false }

// native gives the cause of an error that only this system knows.
func native(error) cause { return other }
