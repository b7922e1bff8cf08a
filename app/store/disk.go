package store

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// files is what a keeper needs of a file system. Tests put one in its place
// that fails.
type files interface {
	Resolve(path string) (string, error) // follows all links; fs.ErrNotExist when there is no file
	Link(path string) (string, error)    // where a symbolic link leads; an error when it is none
	Stat(path string) (fs.FileInfo, error)
	Open(path string) (file, error)
	Create(path string, mode fs.FileMode) (file, error) // fails when the path exists
	Rename(from, to string) error
	Remove(path string) error
	SyncDir(dir string) error
	ReadDir(dir string) ([]fs.DirEntry, error)
}

type file interface {
	io.ReadWriteCloser
	Chmod(mode fs.FileMode) error
	Sync() error
}

// disk is the file system of the machine.
type disk struct{}

func (disk) Resolve(path string) (string, error)       { return filepath.EvalSymlinks(path) }
func (disk) Link(path string) (string, error)          { return os.Readlink(path) }
func (disk) Stat(path string) (fs.FileInfo, error)     { return os.Stat(path) }
func (disk) Open(path string) (file, error)            { return os.Open(path) }
func (disk) Rename(from, to string) error              { return os.Rename(from, to) }
func (disk) Remove(path string) error                  { return os.Remove(path) }
func (disk) ReadDir(dir string) ([]fs.DirEntry, error) { return os.ReadDir(dir) }

func (disk) Create(path string, mode fs.FileMode) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}
