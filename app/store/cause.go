package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"celun/app/language"
)

// A cause is why something could not be done with a file, as far as it makes
// a difference to what the user does next.
type cause int

const (
	other cause = iota
	denied
	readOnly // the medium
	marked   // the file
	full
	noFolder
	noFile
	isFolder
	notFolder
	notFile
	badName
	loop
	inUse
	gone // the medium was taken out, or does not work
)

// causeOf tells the cause of a system's error; missing is what a missing path
// means where the error came up.
func causeOf(err error, missing cause) cause {
	is := func(targets ...error) bool {
		for _, t := range targets {
			if errors.Is(err, t) {
				return true
			}
		}
		return false
	}
	switch {
	case is(syscall.EROFS):
		return readOnly
	case is(syscall.ENOSPC, syscall.EDQUOT):
		return full
	case is(syscall.EISDIR):
		return isFolder
	case is(syscall.ENOTDIR):
		return notFolder
	case is(syscall.ENAMETOOLONG, fs.ErrInvalid):
		return badName
	case is(syscall.ELOOP):
		return loop
	case is(syscall.ETXTBSY, syscall.EBUSY):
		return inUse
	case is(syscall.EIO, syscall.ENXIO, syscall.ENODEV):
		return gone
	case native(err) != other:
		return native(err)
	case is(fs.ErrPermission):
		return denied
	case is(fs.ErrNotExist):
		return missing
	}
	return other
}

// problem tells an error of writing or reading at path.
func problem(path string, err error) error {
	return problemOf(path, causeOf(err, noFolder), err)
}

func problemOf(path string, c cause, err error) error {
	p := &language.Problem{Where: path, Err: err}
	elsewhere := language.Text{
		ZH: "请另存到别的文件夹，例如“文档”",
		EN: "Save it to another folder, such as Documents",
	}
	switch c {
	case denied:
		p.What = language.Text{ZH: "没有权限", EN: "permission is denied"}
		p.Do = elsewhere
	case readOnly:
		p.What = language.Text{ZH: "所在的盘是只读的", EN: "the disk is read-only"}
		p.Do = elsewhere
	case marked:
		p.What = language.Text{ZH: "文件标记为只读", EN: "the file is marked read-only"}
		p.Do = language.Text{ZH: "请换一个文件名，或先取消只读标记", EN: "Choose another name, or take the mark off first"}
	case full:
		p.What = language.Text{ZH: "磁盘已满或超出配额", EN: "the disk is full or the quota used up"}
		p.Do = language.Text{ZH: "请腾出空间后重试，或另存到别的盘", EN: "Free some space and try again, or save to another disk"}
	case noFolder:
		p.What = language.Text{ZH: "没有这个文件夹", EN: "there is no such folder"}
		p.Do = language.Text{ZH: "请先建立它，或另选一个文件夹", EN: "Make it first, or choose another folder"}
	case noFile:
		p.What = language.Text{ZH: "没有这个文件", EN: "there is no such file"}
		p.Do = language.Text{ZH: "请核对文件名和所在文件夹", EN: "Check its name and folder"}
	case isFolder:
		p.What = language.Text{ZH: "这是文件夹，不是文件", EN: "this is a folder, not a file"}
		p.Do = language.Text{ZH: "请给出文件名", EN: "Give the name of a file"}
	case notFolder:
		p.What = language.Text{ZH: "路径中有一段不是文件夹", EN: "a step of the path is not a folder"}
		p.Do = language.Text{ZH: "请核对路径", EN: "Check the path"}
	case notFile:
		p.What = language.Text{ZH: "这不是普通文件", EN: "this is not an ordinary file"}
		p.Do = language.Text{ZH: "请换一个文件名", EN: "Choose another name"}
	case badName:
		p.What = language.Text{ZH: "文件名过长，或含有系统不接受的字符", EN: "the name is too long or has characters that the system does not take"}
		p.Do = language.Text{ZH: "请换一个短些的文件名", EN: "Choose a shorter name"}
	case loop:
		p.What = language.Text{ZH: "链接绕成了一圈", EN: "the links lead round in a circle"}
		p.Do = language.Text{ZH: "请换一个文件名", EN: "Choose another name"}
	case inUse:
		p.What = language.Text{ZH: "文件正被另一个程序占用", EN: "another program is using the file"}
		p.Do = language.Text{ZH: "请关闭那个程序后重试，或另存为别的文件名", EN: "Close that program and try again, or save under another name"}
	case gone:
		p.What = language.Text{ZH: "磁盘读写出错，可能已拔出或损坏", EN: "the disk does not work; it may have been taken out or be failing"}
		p.Do = language.Text{ZH: "请检查磁盘，或另存到别的盘", EN: "Check it, or save to another disk"}
	default:
		p.What = language.Text{
			ZH: fmt.Sprintf("系统报告错误（%v）", err),
			EN: fmt.Sprintf("the system reports an error (%v)", err),
		}
		p.Do = language.Text{ZH: "请重试，或另存到别的文件夹", EN: "Try again, or save to another folder"}
	}
	return p
}

// unconfirmed is the problem of a file that was replaced, without the disk
// saying that it will still be there after a power cut.
func unconfirmed(path string, err error) error {
	return &language.Problem{
		Where: path,
		What:  language.Text{ZH: "文件已换新，但磁盘没有确认写入", EN: "the file was replaced, but the disk did not confirm it"},
		Do:    language.Text{ZH: "请再保存一次，或另存到别的盘", EN: "Save once more, or to another disk"},
		Err:   err,
	}
}

func tooLarge(path string, limit int64) error {
	return &language.Problem{
		Where: path,
		What: language.Text{
			ZH: fmt.Sprintf("文件超过 %d MB", limit>>20),
			EN: fmt.Sprintf("the file is larger than %d MB", limit>>20),
		},
		Do: language.Text{ZH: "请换一个文件", EN: "Choose another file"},
	}
}
