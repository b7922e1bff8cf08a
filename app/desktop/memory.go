package desktop

import (
	"slices"
	"strings"

	"celun/app/language"

	"fyne.io/fyne/v2"
)

// A Memory is what the window remembers from one run to the next.
type Memory interface {
	Language() language.Language // of the interface
	SetLanguage(language.Language)
	Theme() string // light, dark or system
	SetTheme(string)
	WindowSize() fyne.Size
	SetWindowSize(fyne.Size)
	PaneWidths() (left, right float32)
	SetPaneWidths(left, right float32)
	Recent() []string // paths, newest first
	AddRecent(path string)
	Forget(path string)
}

// maxRecent is how many recent files are remembered.
const maxRecent = 8

// A Session is a memory that lasts as long as the program runs, with what a
// first run begins with.
type Session struct {
	language    language.Language
	theme       string
	window      fyne.Size
	left, right float32
	recent      []string
}

// NewSession returns a memory with the language that the environment asks for.
func NewSession(getenv func(string) string) *Session {
	return &Session{
		language: systemLanguage(getenv), theme: "light",
		window: fyne.NewSize(1280, 690), left: 284, right: 400,
	}
}

// SystemLanguage returns the language of the system: Chinese where the locale
// is Chinese, else English.
func systemLanguage(getenv func(string) string) language.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return language.ZH
			}
			return language.EN
		}
	}
	return language.EN
}

var _ Memory = (*Session)(nil)

// Language returns the language of the interface.
func (s *Session) Language() language.Language { return s.language }

// SetLanguage remembers the language of the interface.
func (s *Session) SetLanguage(l language.Language) { s.language = l }

// Theme returns the look.
func (s *Session) Theme() string { return s.theme }

// SetTheme remembers the look.
func (s *Session) SetTheme(t string) { s.theme = t }

// WindowSize returns the size of the window.
func (s *Session) WindowSize() fyne.Size { return s.window }

// SetWindowSize remembers the size of the window.
func (s *Session) SetWindowSize(size fyne.Size) { s.window = size }

// PaneWidths returns the widths of the outer panes.
func (s *Session) PaneWidths() (left, right float32) { return s.left, s.right }

// SetPaneWidths remembers the widths of the outer panes.
func (s *Session) SetPaneWidths(left, right float32) { s.left, s.right = left, right }

// Recent returns the files that were open, newest first.
func (s *Session) Recent() []string { return slices.Clone(s.recent) }

// AddRecent puts a file at the head of the recent ones.
func (s *Session) AddRecent(path string) {
	s.Forget(path)
	s.recent = slices.Insert(s.recent, 0, path)
	if len(s.recent) > maxRecent {
		s.recent = s.recent[:maxRecent]
	}
}

// Forget takes a file off the list.
func (s *Session) Forget(path string) {
	s.recent = slices.DeleteFunc(s.recent, func(p string) bool { return p == path })
}
