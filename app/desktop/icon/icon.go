// Package icon holds the drawings of the window: lines on a grid of 24, each
// an SVG file of its own, drawn in the colour that is asked for.
//
//	button := widgets.NewButton(widgets.Flat, "", icon.Undo, desk.undo)
//	picture := icon.New(icon.Undo, 18)
//	icon.Tint(picture, icon.Undo, theme.Muted)
//
// An [Icon] is a resource for Fyne. By itself it has the colour of text.
package icon

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

//go:embed *.svg
var files embed.FS

// An Icon is one drawing, by the name of its file.
type Icon string

// The icons.
const (
	Add            Icon = "add"
	Bin            Icon = "bin"
	Bold           Icon = "bold"
	Checks         Icon = "checks"
	Close          Icon = "close"
	Command        Icon = "command"
	Comment        Icon = "comment"
	Contrast       Icon = "contrast"
	Copy           Icon = "copy"
	Down           Icon = "down"
	Drag           Icon = "drag"
	Drop           Icon = "drop"
	Edit           Icon = "edit"
	Error          Icon = "error"
	Export         Icon = "export"
	Figure         Icon = "figure"
	File           Icon = "file"
	FitWidth       Icon = "fit-width"
	Fold           Icon = "fold"
	Folder         Icon = "folder"
	FolderOpen     Icon = "folder-open"
	FullScreen     Icon = "full-screen"
	Globe          Icon = "globe"
	Heading        Icon = "heading"
	Home           Icon = "home"
	Import         Icon = "import"
	Info           Icon = "info"
	Issue          Icon = "issue"
	Italic         Icon = "italic"
	Keyboard       Icon = "keyboard"
	Left           Icon = "left"
	Library        Icon = "library"
	Link           Icon = "link"
	List           Icon = "list"
	Lock           Icon = "lock"
	Map            Icon = "map"
	Menu           Icon = "menu"
	More           Icon = "more"
	Note           Icon = "note"
	Outline        Icon = "outline"
	PageSettings   Icon = "page-settings"
	Pages          Icon = "pages"
	Paragraph      Icon = "paragraph"
	Print          Icon = "print"
	Question       Icon = "question"
	Quote          Icon = "quote"
	Recent         Icon = "recent"
	Recommendation Icon = "recommendation"
	Redo           Icon = "redo"
	Remove         Icon = "remove"
	Repeat         Icon = "repeat"
	Right          Icon = "right"
	Sample         Icon = "sample"
	Save           Icon = "save"
	Search         Icon = "search"
	Settings       Icon = "settings"
	SidebarLeft    Icon = "sidebar-left"
	SidebarRight   Icon = "sidebar-right"
	Table          Icon = "table"
	Template       Icon = "template"
	Term           Icon = "term"
	Thumbnails     Icon = "thumbnails"
	Tick           Icon = "tick"
	Timeline       Icon = "timeline"
	Undo           Icon = "undo"
	Unfold         Icon = "unfold"
	Up             Icon = "up"
	Wand           Icon = "wand"
	Warning        Icon = "warning"
	ZoomIn         Icon = "zoom-in"
	ZoomOut        Icon = "zoom-out"
)

var _ fyne.Resource = Icon("")

// Name is for Fyne, which keeps what it drew by this name: each colour has one
// of its own.
func (i Icon) Name() string { return i.In(fynetheme.ColorNameForeground).Name() }

// Content is for Fyne.
func (i Icon) Content() []byte { return i.In(fynetheme.ColorNameForeground).Content() }

// In returns the drawing in a colour of the look that is in use.
func (i Icon) In(name fyne.ThemeColorName) fyne.Resource { return tinted{i, name} }

// In returns any drawing in a colour of the look that is in use: one of these
// or one of Fyne's.
func In(r fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	if i, ok := r.(Icon); ok {
		return i.In(name)
	}
	return fynetheme.NewColoredResource(r, name)
}

// A tinted is an icon in a colour.
type tinted struct {
	icon  Icon
	color fyne.ThemeColorName
}

// ink returns the colour.
func (t tinted) ink() color.NRGBA {
	return color.NRGBAModel.Convert(theme.Color(t.color)).(color.NRGBA)
}

// Name is for Fyne.
func (t tinted) Name() string { return "celun-" + string(t.icon) + hex(t.ink()) + ".svg" }

// Content is for Fyne.
func (t tinted) Content() []byte { return t.icon.in(t.ink()) }

// hex returns a colour as SVG writes it.
func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// in returns the SVG of an icon in a colour; nil if there is none.
func (i Icon) in(ink color.NRGBA) []byte {
	data, err := files.ReadFile(string(i) + ".svg")
	if err != nil {
		return nil
	}
	return []byte(strings.ReplaceAll(string(data), "#000000", hex(ink)))
}

// orText returns the name of a colour, or that of text.
func orText(name fyne.ThemeColorName) fyne.ThemeColorName {
	if name == "" {
		return fynetheme.ColorNameForeground
	}
	return name
}
