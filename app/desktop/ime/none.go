//go:build !windows && (!linux || !cgo || ci || wayland)

package ime

import "fyne.io/fyne/v2"

func prepare() {}

func follow(fyne.Window) {}
