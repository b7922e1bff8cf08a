//go:build linux || freebsd || openbsd || netbsd

package reveal

import (
	"net/url"
	"os/exec"
	"path/filepath"
	"time"

	"celun/app/desktop/bus"

	"github.com/godbus/dbus/v5"
)

// patience is how long an opener is watched. It may become the program that
// shows the file, and then it ends when the user closes that.
var patience = 10 * time.Second

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

// open asks xdg-open. That there is no program for a kind of file it says only
// when it ends.
func open(path string) error {
	opener := exec.Command("xdg-open", path)
	if err := opener.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- opener.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return nil
	}
}
