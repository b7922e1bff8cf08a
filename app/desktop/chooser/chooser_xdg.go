//go:build linux || freebsd || openbsd || netbsd

package chooser

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"celun/app/desktop/bus"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"
)

// Names of the portal, as https://flatpak.github.io/xdg-desktop-portal has them.
const (
	portal   = "org.freedesktop.portal.Desktop"
	object   = "/org/freedesktop/portal/desktop"
	chooser  = "org.freedesktop.portal.FileChooser"
	request  = "org.freedesktop.portal.Request"
	response = request + ".Response"

	busName     = "org.freedesktop.DBus"
	nameChanged = busName + ".NameOwnerChanged"
)

// patience is how long the portal may take to say that it asks. It may have to
// be started for it; the user has clicked and waits.
const patience = 1500 * time.Millisecond

// glance is how long a dialog is seen at least before the user can close it.
const glance = 700 * time.Millisecond

func asker(w fyne.Window) Asker {
	parent := ""
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.X11WindowContext); ok && c.WindowHandle != 0 {
				parent = "x11:" + strconv.FormatUint(uint64(c.WindowHandle), 16)
			}
		})
	}
	return func(ctx context.Context, q Question) (string, error) { return ask(ctx, parent, q) }
}

// asked counts the questions: each needs a name of its own.
var asked atomic.Uint64

func ask(ctx context.Context, parent string, q Question) (string, error) {
	if !bus.IsThere() {
		return "", ErrNone
	}
	session, err := dbus.ConnectSessionBus() // of its own: only its answers come here
	if err != nil {
		return "", ErrNone
	}
	keep := false
	defer func() {
		if !keep {
			session.Close()
		}
	}()
	answers := make(chan *dbus.Signal, 4)
	session.Signal(answers)
	if err := session.AddMatchSignal(dbus.WithMatchInterface(request)); err != nil {
		return "", ErrNone
	}
	if err := session.AddMatchSignal(dbus.WithMatchInterface(busName), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portal)); err != nil {
		return "", ErrNone
	}
	token := fmt.Sprintf("celun%d", asked.Add(1))
	soon, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	call := session.Object(portal, object).GoWithContext(soon, chooser+"."+method(q.Kind), 0, make(chan *dbus.Call, 1), parent, q.Title, options(q, token))
	var done *dbus.Call
	select {
	case done = <-call.Done:
	case <-soon.Done():
	}
	if soon.Err() != nil && (done == nil || done.Err != nil) {
		// Should it still come, it would be a second dialog: it goes with the
		// connection, or is closed by its name.
		keep = true
		go giveUp(session, token)
		if ctx.Err() != nil {
			return "", nil
		}
		return "", ErrNone
	}
	var handle dbus.ObjectPath
	if done.Err != nil || done.Store(&handle) != nil {
		return "", ErrNone
	}
	shown := time.Now()
	for {
		select {
		case s := <-answers:
			switch {
			case s == nil, isGone(s):
				return "", ErrNone
			case s.Name == response && s.Path == handle:
				return answer(s.Body, time.Since(shown))
			}
		case <-ctx.Done():
			_ = session.Object(portal, handle).Call(request+".Close", 0).Err
			return "", nil
		}
	}
}

// isGone reports whether a signal says that the portal has ended: its dialog
// will not answer any more.
func isGone(s *dbus.Signal) bool {
	if s.Name != nameChanged || len(s.Body) != 3 {
		return false
	}
	now, _ := s.Body[2].(string)
	return s.Body[0] == portal && now == ""
}

// giveUp closes a dialog that comes too late.
func giveUp(session *dbus.Conn, token string) {
	defer session.Close()
	sender := strings.ReplaceAll(strings.TrimPrefix(session.Names()[0], ":"), ".", "_")
	path := dbus.ObjectPath(object + "/request/" + sender + "/" + token)
	for range 20 {
		if session.Object(portal, path).Call(request+".Close", 0).Err == nil {
			return
		}
		time.Sleep(time.Second)
	}
}

func method(k Kind) string {
	if k == Save {
		return "SaveFile"
	}
	return "OpenFile"
}

// options are those of the portal.
func options(q Question, token string) map[string]dbus.Variant {
	o := map[string]dbus.Variant{
		"handle_token": dbus.MakeVariant(token),
		"modal":        dbus.MakeVariant(true),
	}
	if q.Kind == Folder {
		o["directory"] = dbus.MakeVariant(true)
	}
	if q.Confirm != "" {
		o["accept_label"] = dbus.MakeVariant(q.Confirm)
	}
	if q.Folder != "" {
		o["current_folder"] = dbus.MakeVariant(append([]byte(q.Folder), 0))
	}
	if q.Kind == Save && q.Name != "" {
		o["current_name"] = dbus.MakeVariant(q.Name)
	}
	if len(q.Endings) > 0 && q.Kind != Folder {
		type rule struct {
			Type    uint32 // 0 is a pattern of names
			Pattern string
		}
		type filter struct {
			Name  string
			Rules []rule
		}
		f := filter{Name: q.Files}
		for _, e := range q.Endings {
			f.Rules = append(f.Rules, rule{0, "*" + anyCase(e)})
		}
		o["filters"] = dbus.MakeVariant([]filter{f})
	}
	return o
}

// anyCase returns a pattern for an ending in capitals and small letters, which
// patterns tell apart.
func anyCase(ending string) string {
	var b strings.Builder
	for _, r := range ending {
		if lower, upper := strings.ToLower(string(r)), strings.ToUpper(string(r)); lower != upper {
			b.WriteString("[" + lower + upper + "]")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// answer reads what the portal says of the user after some time: 0 and where the
// files are, 1 if they cancelled, 2 if it came to nothing. That is both a dialog
// that cannot be shown and, with GTK, one that was closed by Escape or at its
// corner; only the time tells them apart.
func answer(body []any, after time.Duration) (string, error) {
	if len(body) != 2 {
		return "", ErrNone
	}
	code, _ := body[0].(uint32)
	results, _ := body[1].(map[string]dbus.Variant)
	switch code {
	case 1:
		return "", nil
	case 2:
		if after > glance {
			return "", nil
		}
		return "", ErrNone
	}
	uris, _ := results["uris"].Value().([]string)
	if len(uris) == 0 {
		return "", ErrNone
	}
	u, err := url.Parse(uris[0])
	if err != nil || u.Scheme != "file" || !filepath.IsAbs(u.Path) {
		return "", ErrNone
	}
	return u.Path, nil
}
