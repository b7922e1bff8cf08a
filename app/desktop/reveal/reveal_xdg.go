//go:build linux || freebsd || openbsd || netbsd

package reveal

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"

	"github.com/godbus/dbus/v5"
)

// file asks the file manager, as the specification of freedesktop.org for file
// managers has it.
func file(path string) bool {
	if !hasBus() {
		return false
	}
	bus, err := dbus.SessionBus() // shared: it is not ours to close
	if err != nil {
		return false
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	call := bus.Object("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1").
		Call("org.freedesktop.FileManager1.ShowItems", 0, []string{u.String()}, "")
	return call.Err == nil
}

// hasBus reports whether there is a session bus: without one the library would
// start one of its own.
func hasBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat("/run/user/" + strconv.Itoa(os.Getuid()) + "/bus")
	return err == nil
}
