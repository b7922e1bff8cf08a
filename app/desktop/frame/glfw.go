//go:build !ci

package frame

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// with calls f with GLFW's own window, which Fyne makes the current one for
// the time that it draws.
func with(w fyne.Window, f func(*glfw.Window)) bool {
	c, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return false
	}
	found := false
	c.RunWithContext(func() {
		if gw := glfw.GetCurrentContext(); gw != nil {
			found = true
			f(gw)
		}
	})
	return found
}

// At returns where a window stands.
func At(w fyne.Window) (p Place, ok bool) {
	ok = with(w, func(gw *glfw.Window) {
		p.X, p.Y = gw.GetPos()
		p.Maximized = gw.GetAttrib(glfw.Maximized) == glfw.True
	})
	return p, ok
}

// Put moves a window that is shown to a place, if that is on a screen: one
// that was unplugged takes no window with it.
func Put(w fyne.Window, p Place) {
	with(w, func(gw *glfw.Window) {
		if onScreen(p.X, p.Y) {
			gw.SetPos(p.X, p.Y)
		}
		if p.Maximized {
			gw.Maximize()
		}
	})
}

// Fill makes a window as large as the screen lets it be.
func Fill(w fyne.Window) { with(w, (*glfw.Window).Maximize) }

// onScreen reports whether a window whose corner is at a place can be reached.
func onScreen(x, y int) bool {
	for _, m := range glfw.GetMonitors() {
		left, top, wide, high := m.GetWorkarea()
		if x > left-200 && x < left+wide-120 && y >= top-8 && y < top+high-80 {
			return true
		}
	}
	return false
}

// Screen returns how much room the first screen has for a window, in pixels.
// It can be asked once a window was made.
func Screen() (wide, high int) {
	m := glfw.GetPrimaryMonitor()
	if m == nil {
		return 0, 0
	}
	_, _, wide, high = m.GetWorkarea()
	return wide, high
}
