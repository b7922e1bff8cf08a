//go:build !(linux || freebsd || openbsd || netbsd || windows)

package chooser

import (
	"context"

	"fyne.io/fyne/v2"
)

func asker(fyne.Window) Asker {
	return func(context.Context, Question) (string, error) { return "", ErrNone }
}
