package store

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

// A keeper writes and reads through a file system.
type keeper struct {
	files files
	sleep func(time.Duration)
}

// renameTries and renamePause give a file that another program holds two
// seconds to come free.
const (
	renameTries = 20
	renamePause = 100 * time.Millisecond
)

func (k keeper) write(path string, data []byte) error {
	target, mode, err := k.target(path)
	if err != nil {
		return err
	}
	dir, base := filepath.Split(target)
	if dir == "" {
		dir = "."
	}
	temp := filepath.Join(dir, tempName(base))
	if err := k.fill(temp, data, mode); err != nil {
		return problem(path, err)
	}
	if err := k.rename(temp, target); err != nil {
		k.files.Remove(temp) // its own error would hide the one that counts
		return problem(path, err)
	}
	if err := k.files.SyncDir(dir); err != nil {
		return unconfirmed(path, err)
	}
	return nil
}

// target returns the file that path stands for and the mode it shall have; 0
// for a new file.
func (k keeper) target(path string) (string, fs.FileMode, error) {
	target, err := k.files.Resolve(path)
	for hops := 0; errors.Is(err, fs.ErrNotExist); hops++ {
		// A link that leads nowhere yet is followed all the same.
		to, notLink := k.files.Link(path)
		if notLink != nil || hops > 40 {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
		target, err = k.files.Resolve(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		dir := filepath.Dir(path)
		info, err := k.files.Stat(dir)
		if err != nil {
			return "", 0, problemOf(dir, causeOf(err, noFolder), err)
		}
		if !info.IsDir() {
			return "", 0, problemOf(dir, notFolder, nil)
		}
		return path, 0, nil
	}
	if err != nil {
		if _, says := k.files.Stat(path); says != nil && !errors.Is(says, fs.ErrNotExist) {
			err = says // names a circle of links, which Resolve does not
		}
		return "", 0, problem(path, err)
	}
	info, err := k.files.Stat(target)
	switch {
	case err != nil:
		return "", 0, problem(path, err)
	case info.IsDir():
		return "", 0, problemOf(path, isFolder, nil)
	case !info.Mode().IsRegular():
		return "", 0, problemOf(path, notFile, nil)
	case info.Mode().Perm()&0o222 == 0:
		return "", 0, problemOf(path, marked, nil)
	}
	return target, info.Mode().Perm(), nil
}

// fill makes a new file with data, on the disk, or leaves none.
func (k keeper) fill(path string, data []byte, mode fs.FileMode) (err error) {
	create := mode
	if mode == 0 {
		create = 0o666 // what the user's mask leaves of it
	}
	f, err := k.files.Create(path, create)
	if err != nil {
		return err
	}
	open := true
	defer func() {
		if err != nil {
			if open {
				f.Close()
			}
			k.files.Remove(path)
		}
	}()
	if mode != 0 {
		if err := f.Chmod(mode); err != nil && !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
	}
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	open = false
	return f.Close()
}

// rename puts the new file in the place of the old.
func (k keeper) rename(from, to string) error {
	for try := 1; ; try++ {
		err := k.files.Rename(from, to)
		if err == nil || !busy(err) || try == renameTries {
			return err
		}
		k.sleep(renamePause)
	}
}

func (k keeper) read(path string, limit int64) ([]byte, error) {
	info, err := k.files.Stat(path)
	switch {
	case err != nil:
		return nil, problemOf(path, causeOf(err, noFile), err)
	case info.IsDir():
		return nil, problemOf(path, isFolder, nil)
	case !info.Mode().IsRegular():
		// To open a pipe waits for a writer, and a device may never end.
		return nil, problemOf(path, notFile, nil)
	case info.Size() > limit:
		return nil, tooLarge(path, limit)
	}
	f, err := k.files.Open(path)
	if err != nil {
		return nil, problemOf(path, causeOf(err, noFile), err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, problem(path, err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(path, limit)
	}
	return data, nil
}

func (k keeper) sweep(dir string, before time.Time) (int, error) {
	entries, err := k.files.ReadDir(dir)
	if err != nil {
		return 0, problemOf(dir, causeOf(err, noFolder), err)
	}
	removed := 0
	var failed error
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !isTempName(e.Name()) || !info.ModTime().Before(before) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if err := k.files.Remove(path); err != nil {
			failed = problem(path, err)
			continue
		}
		removed++
	}
	return removed, failed
}

// tempName returns a name beside base that is new and can be told as ours:
// .base.tmp-PID-RANDOM. A long base is cut, for a name holds 255 bytes.
func tempName(base string) string {
	base = cut(base, 180)
	var random [8]byte
	rand.Read(random[:])
	return fmt.Sprintf(".%s.tmp-%d-%s", base, os.Getpid(), hex.EncodeToString(random[:]))
}

// cut returns as many of the first characters of a name as go into room bytes.
func cut(name string, room int) string {
	for len(name) > room {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

func isTempName(name string) bool {
	i := strings.LastIndex(name, ".tmp-")
	if i < 2 || name[0] != '.' {
		return false
	}
	pid, random, found := strings.Cut(name[i+len(".tmp-"):], "-")
	_, err := strconv.ParseUint(pid, 10, 32)
	decoded, bad := hex.DecodeString(random)
	return found && err == nil && bad == nil && len(decoded) == 8
}
