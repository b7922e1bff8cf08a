//go:build !(linux || freebsd || openbsd || netbsd || windows || darwin)

package reveal

import "errors"

func file(string) bool { return false }

func open(string) error { return errors.ErrUnsupported }
