package desktop

import (
	"strings"
	"sync"

	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/app/settings"

	"fyne.io/fyne/v2"
)

// A Memory is what the window remembers: the settings, which are written to
// their folder in the background after each change.
type Memory struct {
	dir      string
	getenv   func(string) string
	settings settings.Settings
	Failed   func(error) // told, on any goroutine, that settings could not be kept

	mu     sync.Mutex // of what is written
	next   *settings.Settings
	writer sync.WaitGroup
}

// NewMemory returns the memory kept in the folder dir; an empty dir keeps
// nothing. The error says that the settings could not be read: the memory is
// that of a first start then, and may be used. Getenv tells the locale.
func NewMemory(dir string, getenv func(string) string) (*Memory, error) {
	m := &Memory{dir: dir, getenv: getenv, settings: settings.Defaults()}
	if dir == "" {
		return m, nil
	}
	s, err := settings.Load(dir)
	m.settings = s
	return m, err
}

// Language returns the language of the interface: what the user chose, or
// that of the system.
func (m *Memory) Language() language.Language {
	if m.settings.Language != settings.Auto {
		return m.settings.Language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := m.getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return language.ZH
			}
			return language.EN
		}
	}
	return language.EN
}

// SetLanguage remembers the language of the interface.
func (m *Memory) SetLanguage(l language.Language) {
	m.settings.Language = l
	m.keep()
}

// Theme returns the look.
func (m *Memory) Theme() theme.Variant { return theme.Variant(m.settings.Theme) }

// SetTheme remembers the look.
func (m *Memory) SetTheme(v theme.Variant) {
	m.settings.Theme = settings.Theme(v)
	m.keep()
}

// Recent returns the files worked on last, newest first.
func (m *Memory) Recent() []string { return m.settings.Recent }

// AddRecent puts a file at the head of those worked on last.
func (m *Memory) AddRecent(path string) {
	m.settings.AddRecent(path)
	m.keep()
}

// Forget takes a file off the list.
func (m *Memory) Forget(path string) {
	m.settings.RemoveRecent(path)
	m.keep()
}

// Export returns how a PDF was made last.
func (m *Memory) Export() settings.Export { return m.settings.Export }

// SetExport remembers how a PDF was made.
func (m *Memory) SetExport(e settings.Export) {
	m.settings.Export = e
	m.keep()
}

// PaneWidths returns the widths of the outer panes; 0 is one that was never
// dragged.
func (m *Memory) PaneWidths() (left, right float32) {
	return float32(m.settings.Window.Left), float32(m.settings.Window.Right)
}

// SetPaneWidths remembers the widths of the outer panes.
func (m *Memory) SetPaneWidths(left, right float32) {
	w := m.settings.Window
	w.Left, w.Right = int(left), int(right)
	m.setWindow(w)
}

// WindowSize returns the size that the window was left with; false if it never
// was.
func (m *Memory) WindowSize() (size fyne.Size, ok bool) {
	w := m.settings.Window
	return fyne.NewSize(float32(w.Width), float32(w.Height)), w.Width > 0 && w.Height > 0
}

// SetWindowSize remembers the size of the window.
func (m *Memory) SetWindowSize(size fyne.Size) {
	w := m.settings.Window
	w.Width, w.Height = int(size.Width), int(size.Height)
	m.setWindow(w)
}

// Brief returns what is remembered of a brief.
func (m *Memory) Brief(path string) settings.Brief { return m.settings.Briefs[path] }

// Remember changes what is remembered of a brief.
func (m *Memory) Remember(path string, change func(*settings.Brief)) {
	m.settings.Remember(path, change)
	m.keep()
}

// A Place is where a window stands on the screen.
type Place struct {
	X, Y      int
	Maximized bool
}

// Place returns where the window was left; false if it never was.
func (m *Memory) Place() (p Place, ok bool) {
	w := m.settings.Window
	if w.At == nil {
		return p, false
	}
	return Place{w.At.X, w.At.Y, w.Maximized}, true
}

// SetPlace remembers where the window stands; of one that fills the screen the
// place that it goes back to is kept.
func (m *Memory) SetPlace(p Place) {
	w := m.settings.Window
	if !p.Maximized || w.At == nil {
		w.At = &settings.Point{X: p.X, Y: p.Y}
	}
	w.Maximized = p.Maximized
	m.setWindow(w)
}

// TextSize returns how large everything is drawn, in percent.
func (m *Memory) TextSize() int { return m.settings.TextSize }

// SetTextSize remembers how large everything is drawn, in percent.
func (m *Memory) SetTextSize(percent int) {
	if percent != m.settings.TextSize {
		m.settings.TextSize = percent
		m.keep()
	}
}

// Pages returns the size of pages in percent, 0 for as wide as their pane, and
// whether the strip of thumbnails is shown.
func (m *Memory) Pages() (zoom int, thumbnails bool) {
	return m.settings.Window.Zoom, m.settings.Window.Thumbnails
}

// SetPages remembers the size of pages and whether thumbnails are shown.
func (m *Memory) SetPages(zoom int, thumbnails bool) {
	w := m.settings.Window
	w.Zoom, w.Thumbnails = zoom, thumbnails
	m.setWindow(w)
}

// Side returns the tab that was in front on the right; empty is the first.
func (m *Memory) Side() string { return m.settings.Window.Side }

// SetSide remembers the tab in front on the right.
func (m *Memory) SetSide(id string) {
	w := m.settings.Window
	w.Side = id
	m.setWindow(w)
}

// Panes returns whether the library and the side are shown.
func (m *Memory) Panes() (library, side bool) {
	return !m.settings.Window.NoLibrary, !m.settings.Window.NoSide
}

// SetPanes remembers whether the library and the side are shown.
func (m *Memory) SetPanes(library, side bool) {
	w := m.settings.Window
	w.NoLibrary, w.NoSide = !library, !side
	m.setWindow(w)
}

func (m *Memory) setWindow(w settings.Window) {
	if w != m.settings.Window {
		m.settings.Window = w
		m.keep()
	}
}

// keep writes the settings on another goroutine; of several changes in a row
// only the last is written.
func (m *Memory) keep() {
	if m.dir == "" {
		return
	}
	s := m.settings
	m.mu.Lock()
	defer m.mu.Unlock()
	idle := m.next == nil
	m.next = &s
	if idle {
		m.writer.Go(m.write)
	}
}

func (m *Memory) write() {
	for {
		m.mu.Lock()
		s := m.next
		m.mu.Unlock()
		err := settings.Save(m.dir, *s)
		m.mu.Lock()
		last := m.next == s
		if last {
			m.next = nil
		}
		m.mu.Unlock()
		if err != nil && m.Failed != nil {
			m.Failed(err)
		}
		if last {
			return
		}
	}
}

// Close waits until everything is written.
func (m *Memory) Close() { m.writer.Wait() }
