package desktop

import (
	"celun/app/settings"
	"celun/app/template"
)

// Unit returns who issues the briefs, with the logo. It may be asked on any
// goroutine.
func (m *Memory) Unit() template.Unit {
	if m.dir == "" {
		return template.Unit{}
	}
	m.mu.Lock()
	next := m.next
	m.mu.Unlock()
	u := settings.LoadUnit(m.dir)
	if next != nil { // not written yet
		logo := u.Logo
		u = next.Unit
		u.Logo = logo
	}
	return u
}

// SetUnit remembers who issues the briefs. It fails if the logo is no picture
// or cannot be kept, and changes nothing then.
func (m *Memory) SetUnit(u template.Unit) error {
	if m.dir == "" {
		return nil
	}
	if err := settings.SaveLogo(m.dir, u.Logo); err != nil {
		return err
	}
	u.Logo = nil
	m.settings.Unit = u
	m.keep()
	return nil
}
