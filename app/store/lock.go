package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"celun/app/language"

	"github.com/gofrs/flock"
)

// A Lock says that a program works on a file. The system frees it when the
// program ends, in whatever way: a killed program cannot leave one behind. It
// is a hint between programs that ask for it, and holds no other one off.
type Lock struct {
	flock *flock.Flock
	path  string // of the lock file
}

// ErrHeld is what an error of [TryLock] wraps when another program, or another
// window of this one, holds the lock.
var ErrHeld = errors.New("locked by another program")

// ownerAt is where in a lock file the owner is written: some systems lock the
// first byte against reading too.
const ownerAt = 1

// TryLock locks the file at path, which need not exist yet, by a hidden file
// beside it. Names and links that lead to one file lock the same. If another
// holds the lock, the error wraps [ErrHeld] and says who. Any other error
// means that the folder takes no locks; a program may then work without.
func TryLock(path string) (*Lock, error) {
	target, _, err := (keeper{files: disk{}}).target(path)
	if err != nil {
		if target, err = filepath.EvalSymlinks(path); err != nil {
			return nil, problem(path, err)
		}
	}
	name := lockName(target)
	for range 20 {
		f := flock.New(name, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o666))
		ok, err := f.TryLock()
		if err != nil {
			return nil, problem(path, err)
		}
		if !ok {
			return nil, held(path, owner(name))
		}
		// The one before may have removed the file between our opening and our
		// locking it: that would be a lock which nobody else finds.
		there, err := os.Stat(name)
		mine, err2 := f.Stat()
		if err != nil || err2 != nil || !os.SameFile(there, mine) {
			f.Close()
			continue
		}
		l := &Lock{f, name}
		hide(name)
		l.sign()
		return l, nil
	}
	return nil, held(path, "")
}

// lockName returns the file by which a file is locked.
func lockName(target string) string {
	dir, base := filepath.Split(target)
	return filepath.Join(dir, "."+cut(base, 200)+".lock")
}

// sign writes who holds the lock, for others to read. That it fails does not
// make the lock weaker.
func (l *Lock) sign() {
	name := ""
	if u, err := user.Current(); err == nil {
		name = u.Username[strings.LastIndexByte(u.Username, '\\')+1:] // Windows puts the machine before it
	}
	host, _ := os.Hostname()
	f, err := os.OpenFile(l.path, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	defer f.Close()
	line := fmt.Sprintf("%s@%s, %d\n", name, host, os.Getpid())
	if _, err := f.WriteAt([]byte(line), ownerAt); err == nil {
		_ = f.Truncate(int64(ownerAt + len(line)))
	}
}

// owner reads who holds a lock; empty when it cannot be told.
func owner(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	data, err := io.ReadAll(io.NewSectionReader(f, ownerAt, 200))
	if err != nil {
		return ""
	}
	line, _, whole := strings.Cut(string(data), "\n")
	if !whole {
		return ""
	}
	return line
}

// Release frees the lock and removes its file.
func (l *Lock) Release() {
	if l == nil {
		return
	}
	err := os.Remove(l.path) // while it is held, so that no one else's is removed
	_ = l.flock.Close()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		_ = os.Remove(l.path) // some systems do not remove an open file
	}
}

func held(path, by string) error {
	p := &language.Problem{
		Where: path,
		What:  language.Text{ZH: "另一个窗口正在编辑这个文件", EN: "another window is editing this file"},
		Do:    language.Text{ZH: "请先关闭那个窗口", EN: "Close that window first"},
		Err:   owned{by},
	}
	if by != "" {
		p.What.ZH += "（" + by + "）"
		p.What.EN += " (" + by + ")"
	}
	return p
}

// owned is [ErrHeld] with who holds the lock.
type owned struct{ by string }

func (o owned) Error() string        { return ErrHeld.Error() }
func (o owned) Is(target error) bool { return target == ErrHeld }

// HeldBy returns who holds the lock that an error of [TryLock] tells of; empty
// when that is not known.
func HeldBy(err error) string {
	var o owned
	errors.As(err, &o)
	return o.by
}
