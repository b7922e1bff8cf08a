//go:build linux && !ci

package clip

import (
	"errors"
	"io"
	"os"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// read asks the owner of the X clipboard on a connection of its own.
func read(patience time.Duration, most int) (Content, error) {
	if os.Getenv("DISPLAY") == "" {
		return Content{}, ErrNone
	}
	xgb.Logger.SetOutput(io.Discard) // it tells of every display without a cookie
	c, err := xgb.NewConn()
	if err != nil {
		return Content{}, ErrNone
	}
	defer c.Close()
	r := &asker{conn: c, most: most, end: time.Now().Add(patience), events: make(chan xgb.Event, 64)}
	if err := r.open(); err != nil {
		return Content{}, ErrNone
	}
	go func() {
		for {
			event, err := c.WaitForEvent()
			if event == nil && err == nil {
				close(r.events)
				return
			}
			if event != nil {
				r.events <- event
			}
		}
	}()
	var got Content
	if got.HTML, err = r.ask("text/html"); err != nil {
		return Content{}, err
	}
	got.Text, err = r.ask("UTF8_STRING")
	return got, err
}

// An asker asks for the clipboard in one form after another.
type asker struct {
	conn     *xgb.Conn
	window   xproto.Window
	most     int
	end      time.Time
	events   chan xgb.Event
	property xproto.Atom
	incr     xproto.Atom
}

// open makes the window to which the owner answers.
func (r *asker) open() error {
	screen := xproto.Setup(r.conn).DefaultScreen(r.conn)
	window, err := xproto.NewWindowId(r.conn)
	if err != nil {
		return err
	}
	r.window = window
	err = xproto.CreateWindowChecked(r.conn, 0, window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	if err != nil {
		return err
	}
	if r.property, err = r.atom("CELUN_CLIPBOARD"); err != nil {
		return err
	}
	r.incr, err = r.atom("INCR")
	return err
}

func (r *asker) atom(name string) (xproto.Atom, error) {
	reply, err := xproto.InternAtom(r.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0, err
	}
	return reply.Atom, nil
}

var errPatience = errors.New("the owner of the clipboard does not answer")

// next returns the next event, as long as there is patience.
func (r *asker) next() (xgb.Event, error) {
	select {
	case event, ok := <-r.events:
		if !ok {
			return nil, errPatience
		}
		return event, nil
	case <-time.After(time.Until(r.end)):
		return nil, errPatience
	}
}

// ask returns the clipboard in a form; empty when its owner has no such form.
func (r *asker) ask(form string) (string, error) {
	clipboard, err := r.atom("CLIPBOARD")
	if err != nil {
		return "", err
	}
	target, err := r.atom(form)
	if err != nil {
		return "", err
	}
	xproto.ConvertSelection(r.conn, r.window, clipboard, target, r.property, xproto.TimeCurrentTime)
	for {
		event, err := r.next()
		if err != nil {
			return "", err
		}
		notify, ok := event.(xproto.SelectionNotifyEvent)
		if !ok || notify.Target != target {
			continue
		}
		if notify.Property == xproto.AtomNone {
			return "", nil
		}
		return r.value()
	}
}

// value returns what the owner has put down, whole or in parts.
func (r *asker) value() (string, error) {
	// Only the head first: it says how much there is.
	head, err := xproto.GetProperty(r.conn, false, r.window, r.property, xproto.GetPropertyTypeAny, 0, 1).Reply()
	if err != nil {
		return "", err
	}
	if head.Type == r.incr {
		if n := le32(head.Value); n > r.most {
			return "", &TooLarge{n}
		}
		return r.parts()
	}
	if n := len(head.Value) + int(head.BytesAfter); n > r.most {
		return "", &TooLarge{n}
	}
	data, err := r.take()
	return decode(data), err
}

// take reads the property and deletes it, which asks for the next part.
func (r *asker) take() ([]byte, error) {
	reply, err := xproto.GetProperty(r.conn, true, r.window, r.property, xproto.GetPropertyTypeAny, 0, uint32(r.most/4+1)).Reply()
	if err != nil {
		return nil, err
	}
	return reply.Value, nil
}

// parts reads a value that comes in parts.
func (r *asker) parts() (string, error) {
	if _, err := r.take(); err != nil {
		return "", err
	}
	var all []byte
	for {
		event, err := r.next()
		if err != nil {
			return "", err
		}
		changed, ok := event.(xproto.PropertyNotifyEvent)
		if !ok || changed.Atom != r.property || changed.State != xproto.PropertyNewValue {
			continue
		}
		data, err := r.take()
		if err != nil {
			return "", err
		}
		if len(data) == 0 {
			return decode(all), nil
		}
		if all = append(all, data...); len(all) > r.most {
			return "", &TooLarge{len(all)}
		}
	}
}

func le32(b []byte) int {
	if len(b) < 4 {
		return 0
	}
	return int(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
}
