//go:build linux || freebsd || openbsd || netbsd

package reveal

import (
	"net/url"
	"path/filepath"

	"celun/app/desktop/bus"

	"github.com/godbus/dbus/v5"
)

// file asks the file manager, as the specification of freedesktop.org for file
// managers has it.
func file(path string) bool {
	if !bus.IsThere() {
		return false
	}
	session, err := dbus.SessionBus() // shared: it is not ours to close
	if err != nil {
		return false
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	call := session.Object("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1").
		Call("org.freedesktop.FileManager1.ShowItems", 0, []string{u.String()}, "")
	return call.Err == nil
}
