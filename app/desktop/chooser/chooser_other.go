//go:build !(linux || freebsd || openbsd || netbsd || windows)

package chooser

import "fyne.io/fyne/v2"

func asker(fyne.Window) Asker {
	return func(Question) (string, error) { return "", ErrNone }
}
