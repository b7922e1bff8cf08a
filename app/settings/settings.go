// Package settings keeps what the program remembers from one day to the next:
// the language and look of its window, the files worked on last, and how the
// last export was made.
//
//	s, err := settings.Load(settings.Dir()) // usable also when err is not nil
//	s.AddRecent("gap.celun")
//	err = settings.Save(settings.Dir(), s)
//
// It is one JSON file that a person can read and edit. A file that cannot be
// read never keeps the program from starting: the defaults apply, and the file
// is kept beside under the name settings.json.damaged.
package settings

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"
)

// A Theme is the look of the window.
type Theme string

// The themes; System follows the desktop.
const (
	System Theme = "system"
	Light  Theme = "light"
	Dark   Theme = "dark"
	// Contrast is black on white with strong lines.
	Contrast Theme = "contrast"
)

// Auto, as the language of the interface, follows the desktop.
const Auto language.Language = "auto"

// How large everything in the window is drawn, in percent of the normal size.
const (
	SmallestText = 70
	NormalText   = 100
	LargestText  = 200
)

// maxRecent is how many files are remembered.
const maxRecent = 12

// Settings is everything that is remembered. The zero value is not valid; see
// [Defaults].
type Settings struct {
	Language language.Language `json:"language"` // of the interface: auto, zh or en
	Theme    Theme             `json:"theme"`
	TextSize int               `json:"text_size"` // percent, SmallestText to LargestText
	Recent   []string          `json:"recent"`    // paths of briefs, the last one first
	Export   Export            `json:"export"`
	Window   Window            `json:"window"`
	Unit     template.Unit     `json:"unit,omitzero"` // who issues the briefs; its logo is a file beside (see [LoadUnit])
	// Briefs holds what is remembered of the briefs worked on last, by path.
	Briefs map[string]Brief `json:"briefs,omitempty"`
}

// A Brief is what is remembered of one brief.
type Brief struct {
	Export *Export `json:"export,omitempty"` // how it was exported last
	At     *Place  `json:"at,omitempty"`     // where it was left
	// Articles are the files that its quotations are held against, by the id
	// of the source.
	Articles map[string]string `json:"articles,omitempty"`
}

// A Place is where a user was in a brief.
type Place struct {
	Section  string            `json:"section,omitempty"`
	Block    string            `json:"block,omitempty"`
	Slot     string            `json:"slot,omitempty"`
	Language language.Language `json:"language,omitempty"`
	Offset   int               `json:"offset,omitempty"` // of the caret, in runes
	Text     float64           `json:"text,omitempty"`   // how far the text was scrolled
	Pages    float64           `json:"pages,omitempty"`  // how far the pages were scrolled
}

// Window is how the window was left, in the units of its toolkit (pixels on a
// screen of ordinary density). 0 is what the program thinks best.
type Window struct {
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
	Left   int `json:"left,omitempty"`  // width of the library pane
	Right  int `json:"right,omitempty"` // width of the side with the pages
	// At is where the window stood on the screen, in the screen's own pixels.
	At        *Point `json:"at,omitempty"`
	Maximized bool   `json:"maximized,omitempty"`
	// NoLibrary and NoSide say that the outer panes are hidden.
	NoLibrary bool   `json:"no_library,omitempty"`
	NoSide    bool   `json:"no_side,omitempty"`
	Side      string `json:"side,omitempty"` // the tab in front on the right: pages, map, checks
	// Zoom is the size of pages in percent; 0 is as wide as their pane.
	Zoom       int  `json:"zoom,omitempty"`
	Thumbnails bool `json:"thumbnails,omitempty"`
}

// A Point is a place on the screen.
type Point struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// What a window can reasonably measure: a smaller one would hide what it
// shows, and a larger one comes of a file that was damaged.
const (
	leastWindow = 300
	mostWindow  = 16000
	leastPane   = 100
	mostPane    = 6000
	leastZoom   = 10
	mostZoom    = 400
)

// Export is how a PDF was made last.
type Export struct {
	Dir      string       `json:"dir"` // where to; empty is beside the brief
	Layout   brief.Layout `json:"layout"`
	Language string       `json:"language"` // both, zh, en, or all for one file of each
	// Of one brief only:
	File      string      `json:"file,omitempty"` // the PDF, with its folder
	Paper     brief.Paper `json:"paper,omitempty"`
	Landscape bool        `json:"landscape,omitempty"`
	Trace     bool        `json:"trace,omitempty"` // with an appendix that says where each sentence comes from
}

// Defaults returns the settings of a first start.
func Defaults() Settings {
	return Settings{
		Language: Auto,
		Theme:    System,
		TextSize: NormalText,
		Recent:   []string{},
		Export:   Export{Layout: brief.Parallel, Language: "both"},
	}
}

const (
	name     = "settings.json"
	maxBytes = 1 << 20
)

// Load returns the settings kept in the folder dir, or the defaults when there
// are none; a value that is missing or not known is the default one. The
// error, a *language.Problem, says that the file could not be read or was
// damaged: the settings returned with it are the defaults and may be used.
func Load(dir string) (Settings, error) {
	path := filepath.Join(dir, name)
	data, found, err := store.ReadIfExists(path, maxBytes)
	if err != nil || !found {
		return Defaults(), err
	}
	s := Defaults()
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(text, &s); err != nil || !utf8.Valid(text) {
		p := &language.Problem{
			Where: path,
			What:  language.Text{ZH: "设置文件已损坏，现用默认设置", EN: "the settings are damaged; the defaults are used"},
			Do: language.Text{
				ZH: "原文件另存为 " + name + ".damaged，可以不管它",
				EN: "The file was kept as " + name + ".damaged; there is nothing you need to do",
			},
			Err: err,
		}
		if kept := store.Write(path+".damaged", data); kept != nil {
			return Defaults(), kept
		}
		return Defaults(), p
	}
	return s.valid(), nil
}

// Save keeps the settings in the folder dir, which is made if need be.
func Save(dir string, s Settings) error {
	data, err := json.MarshalIndent(s.valid(), "", "  ")
	if err != nil {
		return err
	}
	if err := store.CreateDir(dir); err != nil {
		return err
	}
	return store.Write(filepath.Join(dir, name), append(data, '\n'))
}

// AddRecent puts a file at the head of those worked on last, which holds each
// once. A path that is not absolute is taken from the folder the program was
// started in.
func (s *Settings) AddRecent(path string) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	s.Recent = slices.Insert(slices.DeleteFunc(slices.Clone(s.Recent), func(p string) bool { return p == path }), 0, path)
	if len(s.Recent) > maxRecent {
		s.Recent = s.Recent[:maxRecent]
	}
}

// RemoveRecent forgets a file, as when it is no longer there.
func (s *Settings) RemoveRecent(path string) {
	s.Recent = slices.DeleteFunc(slices.Clone(s.Recent), func(p string) bool { return p == path })
}

// Remember keeps what there is to remember of a brief. Of briefs that are no
// longer among those worked on last nothing is kept.
func (s *Settings) Remember(path string, change func(*Brief)) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	briefs := maps.Clone(s.Briefs)
	if briefs == nil {
		briefs = map[string]Brief{}
	}
	b := briefs[path]
	change(&b)
	briefs[path] = b
	maps.DeleteFunc(briefs, func(p string, _ Brief) bool { return p != path && !slices.Contains(s.Recent, p) })
	s.Briefs = briefs
}

// valid returns s with every value that is not known replaced by its default.
func (s Settings) valid() Settings {
	d := Defaults()
	if !slices.Contains([]language.Language{Auto, language.ZH, language.EN}, s.Language) {
		s.Language = d.Language
	}
	if !slices.Contains([]Theme{System, Light, Dark, Contrast}, s.Theme) {
		s.Theme = d.Theme
	}
	if s.TextSize < SmallestText || s.TextSize > LargestText {
		s.TextSize = d.TextSize
	}
	s.Unit = validUnit(s.Unit)
	recent := []string{}
	for _, path := range s.Recent {
		if path != "" && len(recent) < maxRecent && !slices.Contains(recent, path) {
			recent = append(recent, path)
		}
	}
	s.Recent = recent
	if !slices.Contains([]brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}, s.Export.Layout) {
		s.Export.Layout = d.Export.Layout
	}
	if !slices.Contains([]string{"both", "zh", "en", "all"}, s.Export.Language) {
		s.Export.Language = d.Export.Language
	}
	if w := &s.Window; !between(w.Width, leastWindow, mostWindow) || !between(w.Height, leastWindow, mostWindow) {
		w.Width, w.Height = 0, 0
	}
	if !between(s.Window.Zoom, leastZoom, mostZoom) {
		s.Window.Zoom = 0
	}
	for _, pane := range []*int{&s.Window.Left, &s.Window.Right} {
		if !between(*pane, leastPane, mostPane) {
			*pane = 0
		}
	}
	return s
}

func between(n, least, most int) bool { return n >= least && n <= most }
