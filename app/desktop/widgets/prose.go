package widgets

import (
	"sort"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Prose is text to read: wrapped in both scripts, in one colour, weight and
// size, cut after MaxLines lines with an ellipsis.
type Prose struct {
	widget.BaseWidget
	Text     string
	Color    fyne.ThemeColorName // empty: foreground
	TextSize float32             // 0: the theme's
	Bold     bool
	MaxLines int // 0: all
	Align    fyne.TextAlign
	// Marks are the stretches of Text that are marked, in order.
	Marks []Stretch
	// Grounds are stretches with a ground of a colour behind them, in order.
	Grounds []Ground

	lines []string
	width float32
	texts []*canvas.Text
	marks []*canvas.Rectangle
	ruler *measure
}

var _ Flowing = (*Prose)(nil)

// NewProse returns text in the theme's size and foreground.
func NewProse(text string) *Prose {
	p := &Prose{Text: text}
	p.ExtendBaseWidget(p)
	return p
}

// NewNote returns small muted text of at most lines lines.
func NewNote(text string, color fyne.ThemeColorName, lines int) *Prose {
	p := &Prose{Text: text, Color: color, TextSize: 11.5, MaxLines: lines}
	p.ExtendBaseWidget(p)
	return p
}

// SetText shows another text.
func (p *Prose) SetText(text string) {
	if p.Text == text {
		return
	}
	p.Text, p.width = text, 0
	p.Refresh()
}

func (p *Prose) size() float32 {
	if p.TextSize > 0 {
		return p.TextSize
	}
	return fynetheme.Size(fynetheme.SizeNameText)
}

func (p *Prose) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.Bold} }

func (p *Prose) lineHeight() float32 {
	return fyne.MeasureText("字g", p.size(), p.style()).Height
}

func (p *Prose) wrap(width float32) []string {
	if width == p.width && p.lines != nil {
		return p.lines
	}
	p.width = width
	p.lines = wrap(p.Text, width, p.MaxLines, p.measure)
	return p.lines
}

func (p *Prose) measure(s string) float32 {
	if p.ruler == nil || p.ruler.size != p.size() {
		p.ruler = newMeasure(p.size())
	}
	return p.ruler.width(s, p.Bold)
}

// HeightFor returns the height of the wrapped lines.
func (p *Prose) HeightFor(width float32) float32 {
	if p.Text == "" {
		return 0
	}
	return float32(len(p.wrap(width))) * p.lineHeight()
}

// MinSize returns the size of the text on one line, or a narrow one when the
// text may wrap.
func (p *Prose) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	if p.MaxLines == 1 {
		return fyne.NewSize(fyne.Min(p.measure(p.Text), 24), p.lineHeight())
	}
	w := p.BaseWidget.Size().Width
	if w <= 0 {
		return fyne.NewSize(24, p.lineHeight())
	}
	return fyne.NewSize(24, p.HeightFor(w))
}

// Natural returns the width of the text on one line.
func (p *Prose) Natural() float32 { return p.measure(p.Text) }

// CreateRenderer is for Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ p *Prose }

func (r *proseRenderer) Layout(size fyne.Size) {
	p := r.p
	lines := p.wrap(size.Width)
	color := colorOf(p.Color)
	h := p.lineHeight()
	for len(p.texts) < len(lines) {
		p.texts = append(p.texts, canvas.NewText("", color))
	}
	p.texts = p.texts[:len(lines)]
	for i, line := range lines {
		t := p.texts[i]
		t.Text, t.Color, t.TextSize, t.TextStyle, t.Alignment = line, color, p.size(), p.style(), p.Align
		t.Resize(fyne.NewSize(size.Width, h))
		t.Move(fyne.NewPos(0, float32(i)*h))
	}
	r.mark(lines, h)
}

func (r *proseRenderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *proseRenderer) Refresh() {
	r.p.width, r.p.ruler = 0, nil // the theme may be another
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *proseRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.p.marks)+len(r.p.texts))
	for _, m := range r.p.marks {
		objects = append(objects, m)
	}
	for _, t := range r.p.texts {
		objects = append(objects, t)
	}
	return objects
}

func (r *proseRenderer) Destroy() {}

// wrap breaks text into lines of at most width, at spaces and between hanzi,
// never before a closing mark. With max > 0 the last line that is kept ends
// in an ellipsis if there was more.
func wrap(text string, width float32, max int, measure func(string) float32) []string {
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		var line strings.Builder
		used := float32(0)
		for _, unit := range units(para) {
			w := measure(strings.TrimRight(unit, " "))
			if used > 0 && used+w > width {
				lines = append(lines, strings.TrimRight(line.String(), " "))
				line.Reset()
				used = 0
			}
			line.WriteString(unit)
			if strings.HasSuffix(unit, " ") {
				w = measure(unit)
			}
			used += w
		}
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	if max <= 0 || len(lines) <= max {
		return lines
	}
	lines = lines[:max]
	last := []rune(lines[max-1])
	// Every text that is measured is shaped: it is halved, not tried rune by rune.
	fits := sort.Search(len(last), func(i int) bool { return measure(string(last[:i+1])+"…") > width })
	lines[max-1] = strings.TrimRight(string(last[:fits]), " ，、；,;") + "…"
	return lines
}

// units cuts a paragraph into what stays on one line: a hanzi with the marks
// that cling to it, or a word with the space after it.
func units(para string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	opening := false
	for _, r := range para {
		switch {
		case r == ' ':
			b.WriteRune(r)
			flush()
		case strings.ContainsRune("，。、；：？！）》”’」』】％%…—·\uFFFC", r):
			b.WriteRune(r)
			if r > 0x2000 {
				// more closing marks may follow: the unit ends at what opens the next
				opening = false
			}
		case strings.ContainsRune("（《“‘「『【", r):
			flush()
			b.WriteRune(r)
			opening = true
		case wide(r):
			if !opening {
				flush()
			}
			b.WriteRune(r)
			opening = false
		default:
			if s := []rune(b.String()); !opening && (endsWide(s, r) || endsInHyphen(s, r)) {
				flush()
			}
			b.WriteRune(r)
			opening = false
		}
	}
	flush()
	return out
}

func wide(r rune) bool { return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0xFFEF }

// endsWide reports whether what begins with next may go on in another line
// since s ends in a hanzi or a mark; an apostrophe is none.
func endsWide(s []rune, next rune) bool {
	if len(s) == 0 {
		return false
	}
	last := s[len(s)-1]
	if last == '’' && len(s) > 1 && unicode.IsLetter(s[len(s)-2]) && !wide(s[len(s)-2]) && unicode.IsLetter(next) {
		return false
	}
	return wide(last) || strings.ContainsRune("”’—…", last)
}

// endsInHyphen reports whether s ends in the hyphen or dash of two words that
// go together, of which next begins the second.
func endsInHyphen(s []rune, next rune) bool {
	n := len(s)
	return n > 2 && (s[n-1] == '-' || s[n-1] == '–') && unicode.IsLetter(s[n-2]) && unicode.IsLetter(s[n-3]) && unicode.IsLetter(next)
}
