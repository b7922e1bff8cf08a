package shell

import (
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Tab is one of the panes on the right: the pages, the map, the checks. Its
// view is made when it is shown for the first time.
type Tab struct {
	ID   string
	Name language.Text
	Icon fyne.Resource
	View func() fyne.CanvasObject
	// Shown is told whether the tab is the one in front; it may be nil. A pane
	// that is not in front need not follow what changes.
	Shown func(bool)
}

// A Side shows one tab at a time under a line of their names.
type Side struct {
	// OnShown is told which tab a user went to.
	OnShown func(id string)

	lang    language.Language
	tabs    []Tab
	heads   map[string]*widgets.TabHead
	views   map[string]fyne.CanvasObject
	current string
	stack   *fyne.Container
	view    fyne.CanvasObject
}

// NewSide returns the side with the tab of an id in front, or else the first.
// The corner, which may be nil, stands at the right end of the names.
func NewSide(lang language.Language, tabs []Tab, front string, corner fyne.CanvasObject) *Side {
	s := &Side{lang: lang, tabs: tabs, heads: map[string]*widgets.TabHead{}, views: map[string]fyne.CanvasObject{}, stack: container.NewStack()}
	heads := make([]fyne.CanvasObject, len(tabs))
	for i, t := range tabs {
		h := widgets.NewTabHead(t.Name.In(lang), func() {
			s.Show(t.ID)
			if s.OnShown != nil {
				s.OnShown(t.ID)
			}
		})
		s.heads[t.ID], heads[i] = h, h
	}
	if corner != nil {
		heads = append(heads, gap(0), corner)
	}
	row := widgets.NewInset(widgets.NewLine(2, len(tabs), heads...), 6, 8, 5, 10)
	pane, line := widgets.NewGround(theme.Pane), widgets.NewHairline()
	s.view = widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(row, width)
		place(pane, 0, 0, width, h)
		place(row, 0, 0, width, h)
		place(line, 0, h, width, 1)
		place(s.stack, 0, h+1, width, fyne.Max(0, height-h-1))
		return fyne.Max(height, h+120)
	}, pane, row, line, s.stack)
	if s.tab(front) == nil && len(tabs) > 0 {
		front = tabs[0].ID
	}
	s.Show(front)
	return s
}

func (s *Side) tab(id string) *Tab {
	for i := range s.tabs {
		if s.tabs[i].ID == id {
			return &s.tabs[i]
		}
	}
	return nil
}

// View returns what the window shows.
func (s *Side) View() fyne.CanvasObject { return s.view }

// Current returns the id of the tab in front.
func (s *Side) Current() string { return s.current }

// Show brings a tab to the front.
func (s *Side) Show(id string) {
	t := s.tab(id)
	if t == nil || id == s.current {
		return
	}
	if old := s.tab(s.current); old != nil && old.Shown != nil {
		old.Shown(false)
	}
	s.current = id
	if s.views[id] == nil {
		s.views[id] = t.View()
	}
	for other, h := range s.heads {
		h.SetOn(other == id)
	}
	s.stack.Objects = []fyne.CanvasObject{s.views[id]}
	s.stack.Refresh()
	if t.Shown != nil {
		t.Shown(true)
	}
}

// Count shows a number beside the name of a tab, in a colour; 0 shows none.
func (s *Side) Count(id string, n int, ink fyne.ThemeColorName) {
	if h := s.heads[id]; h != nil {
		h.SetCount(n, ink)
		s.view.Refresh()
	}
}
