//go:build linux || freebsd || openbsd || netbsd

package chooser

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// onBus gives the test a session bus of its own and returns a connection to it.
func onBus(t *testing.T) *dbus.Conn {
	t.Helper()
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon")
	}
	daemon := exec.Command(program, "--session", "--nofork", "--print-address", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	c, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// desktop answers as a desktop's portal does.
type desktop struct {
	bus  *dbus.Conn
	wait time.Duration // before it says that it asks
	code uint32
	uris []string
	open chan string // if there is one, nothing is chosen: the dialogs that were opened and closed

	mu     sync.Mutex
	method string
	title  string
	asked  map[string]dbus.Variant
}

func (d *desktop) OpenFile(m dbus.Message, parent, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("OpenFile", m, title, o)
}

func (d *desktop) SaveFile(m dbus.Message, parent, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("SaveFile", m, title, o)
}

func (d *desktop) ask(method string, m dbus.Message, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	time.Sleep(d.wait)
	d.mu.Lock()
	d.method, d.title, d.asked = method, title, o
	d.mu.Unlock()
	sender, _ := m.Headers[dbus.FieldSender].Value().(string)
	token, _ := o["handle_token"].Value().(string)
	handle := dbus.ObjectPath(object + "/request/" + strings.ReplaceAll(strings.TrimPrefix(sender, ":"), ".", "_") + "/" + token)
	if d.open != nil {
		_ = d.bus.Export(dialog{d.open}, handle, request)
		d.open <- "opened"
		return handle, nil
	}
	go func() {
		// Another answer comes first, which is not for this question.
		_ = d.bus.Emit(object+"/request/other", response, uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file:///other"})})
		_ = d.bus.Emit(handle, response, d.code, map[string]dbus.Variant{"uris": dbus.MakeVariant(d.uris)})
	}()
	return handle, nil
}

// A dialog is what the desktop shows.
type dialog struct{ told chan string }

func (d dialog) Close() *dbus.Error {
	d.told <- "closed"
	return nil
}

func (d *desktop) option(name string) any {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.asked[name].Value()
}

// offer has a desktop answer on a bus.
func offer(t *testing.T, d *desktop) *desktop {
	t.Helper()
	d.bus = onBus(t)
	if err := d.bus.Export(d, object, chooser); err != nil {
		t.Fatal(err)
	}
	if _, err := d.bus.RequestName(portal, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestThePortalIsAsked(t *testing.T) {
	d := offer(t, &desktop{uris: []string{"file:///home/li/%E7%AE%80%E6%8A%A5%20a+b.celun"}})
	ask := For(nil)
	path, err := ask(t.Context(), Question{Kind: Open, Title: "打开", Confirm: "打开", Folder: "/home/li", Files: "Briefs", Endings: []string{".celun"}})
	if err != nil || path != "/home/li/简报 a+b.celun" {
		t.Fatalf("%q, %v", path, err)
	}
	if d.method != "OpenFile" || d.title != "打开" || string(d.option("current_folder").([]byte)) != "/home/li\x00" || d.option("directory") != nil {
		t.Errorf("%s %q %v", d.method, d.title, d.asked)
	}
	if !strings.Contains(d.asked["filters"].String(), "*.[cC][eE][lL][uU][nN]") {
		t.Errorf("filters %v", d.asked["filters"])
	}
	if sent := options(Question{Endings: []string{".png", ".jpg"}}, "t")["filters"].Signature().String(); sent != "a(sa(us))" {
		t.Errorf("filters are sent as %s", sent)
	}
	if _, err := ask(t.Context(), Question{Kind: Folder, Title: "x"}); err != nil || d.option("directory") != true {
		t.Errorf("a folder: %v, %v", d.asked, err)
	}
	if _, err := ask(t.Context(), Question{Kind: Save, Title: "x", Name: "简报.celun"}); err != nil || d.method != "SaveFile" || d.option("current_name") != "简报.celun" {
		t.Errorf("a file to write: %s %v, %v", d.method, d.asked, err)
	}
}

func TestWhatIsCancelledIsNothing(t *testing.T) {
	offer(t, &desktop{code: 1})
	if path, err := For(nil)(t.Context(), Question{}); path != "" || err != nil {
		t.Errorf("%q, %v", path, err)
	}
}

// Escape in the dialog of GTK, or closing it at its corner, is "ended in some
// other way". It is not answered by another dialog.
func TestADialogThatIsClosedIsCancelled(t *testing.T) {
	closed := []any{uint32(2), map[string]dbus.Variant{}}
	if path, err := answer(closed, 2*time.Second); path != "" || err != nil {
		t.Errorf("%q, %v", path, err)
	}
	if _, err := answer(closed, 10*time.Millisecond); !errors.Is(err, ErrNone) {
		t.Errorf("a dialog that nobody can have closed: %v", err)
	}
}

// Without a dialog the program asks by itself, and soon.
func TestWithoutADialogThereIsNone(t *testing.T) {
	t.Run("no bus", func(t *testing.T) {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
		if _, err := For(nil)(t.Context(), Question{}); !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	})
	t.Run("no portal", func(t *testing.T) {
		onBus(t)
		if _, err := For(nil)(t.Context(), Question{}); !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	})
	t.Run("a portal that fails", func(t *testing.T) {
		offer(t, &desktop{code: 2})
		if _, err := For(nil)(t.Context(), Question{}); !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	})
	t.Run("a portal that hangs", func(t *testing.T) {
		offer(t, &desktop{wait: 4 * time.Second, uris: []string{"file:///late"}})
		if _, err := For(nil)(t.Context(), Question{}); !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	})
}

// A dialog that the user has given up in our window does not stay behind.
func TestADialogThatIsGivenUpIsClosed(t *testing.T) {
	d := offer(t, &desktop{open: make(chan string, 2)})
	ctx, giveUp := context.WithCancel(t.Context())
	go func() {
		<-d.open
		giveUp()
	}()
	if path, err := For(nil)(ctx, Question{}); path != "" || err != nil {
		t.Errorf("%q, %v", path, err)
	}
	select {
	case told := <-d.open:
		if told != "closed" {
			t.Errorf("the dialog was %s", told)
		}
	case <-time.After(10 * time.Second):
		t.Error("the dialog is still open")
	}
}

// A portal that ends while it asks answers no more.
func TestAPortalThatEndsIsNotWaitedFor(t *testing.T) {
	d := offer(t, &desktop{open: make(chan string, 2)})
	go func() {
		<-d.open
		_ = d.bus.Close()
	}()
	answered := make(chan error, 1)
	go func() {
		_, err := For(nil)(t.Context(), Question{})
		answered <- err
	}()
	select {
	case err := <-answered:
		if !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it is still waited for")
	}
}

func TestAnswersThatAreNoFileAreNone(t *testing.T) {
	for _, uri := range []string{"", "https://example.org/a", "file:a", "::"} {
		if path, err := answer([]any{uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{uri})}}, time.Minute); !errors.Is(err, ErrNone) {
			t.Errorf("%q: %q, %v", uri, path, err)
		}
	}
}
