package typeset

import (
	"strings"

	"celun/app/language"
	"celun/app/typeset/face"
)

// A run is a stretch of a line in one face and size; x counts from the left
// end of the measure.
type run struct {
	text             string
	advances, shifts []float64
	x, width         float64
	size, rise       float64
	offset           int
	face             uint8
	id               face.ID // of face
	span             uint16
	super, hyphen    bool
	made             bool
	language         language.Language
}

// A line is one line of a passage.
type line struct {
	runs    []run
	strokes []stroke
	over    []run // pinyin
	hyphen  bool  // ends in a hyphen that we put in
}

// lines are a passage set: what the page needs of it. They depend on the
// texts, the style, the measure and the faces alone, so they can be kept.
type lines struct {
	lines   []line
	ragged  int // lines that could not be justified within the tolerance
	missing []missing
	width   float64  // of the longest line
	targets []target // where its citations, references and footnotes lead
	notes   []noted
}

// A justifier turns broken glyphs into lines.
type justifier struct {
	glyphs   []glyph
	text     string
	align    Align
	fill     fill
	hyphen   func(g *glyph) float64 // width of a hyphen after g
	set      *lines
	faces    *faces
	readings []run     // over the line at hand
	strokes  []stroke  // of the line at hand
	adjust   []float64 // what each gap of the line at hand gets
}

// lines makes the lines that end at ends.
func (j *justifier) lines(ends []int) {
	runs := make([]run, 0, 2*len(ends))
	advances := make([]float64, 0, len(j.glyphs)+len(ends))
	j.set.lines = make([]line, 0, len(ends))
	from := 0
	for k, to := range ends {
		first := len(runs)
		j.strokes, j.readings = nil, nil
		runs, advances = j.line(from, to, k == len(ends)-1, runs, advances)
		j.set.lines = append(j.set.lines, line{
			runs: runs[first:len(runs):len(runs)], strokes: j.strokes, over: j.readings, hyphen: to < len(j.glyphs) && j.glyphs[to].hyphen,
		})
		from = to
	}
}

func (j *justifier) line(from, to int, last bool, runs []run, advances []float64) ([]run, []float64) {
	glyphs := j.glyphs
	hyphen := to < len(glyphs) && glyphs[to].hyphen
	hyphenWidth := 0.0
	if hyphen {
		hyphenWidth = j.hyphen(&glyphs[to-1])
	}
	indent := 0.0
	if from == 0 {
		indent = j.fill.indent
	}
	natural := -glyphs[from].trimStart - glyphs[to-1].trimEnd + hyphenWidth
	for i := from; i < to; i++ {
		natural += glyphs[i].width
		if i > from {
			natural += glyphs[i].gap
		}
	}
	if cap(j.adjust) < to-from {
		j.adjust = make([]float64, 2*(to-from))
	}
	j.adjust = j.adjust[:to-from]
	clear(j.adjust)
	room := j.fill.measure - indent - natural
	hang := 0.0
	if room < -overfullSlip {
		hang = glyphs[to-1].hang
		natural -= hang
		room += hang
	}
	x := indent
	last = last || to < len(glyphs) && glyphs[to].penalty == must
	switch {
	case j.align == Right:
		x = j.fill.measure - natural
	case j.align == Centre:
		x = room / 2
	case j.align != Justify:
	case room < 0:
		j.shrink(from, to, -room)
	case !last && room > 0:
		if !j.stretch(from, to, room) {
			j.set.ragged++
		}
	}
	// A run of spaces at the end has no width, and the mark before them
	// loses its empty half.
	end := to
	for end > from && glyphs[end-1].class == space || end > from && glyphs[end-1].class == forced {
		end--
	}
	start := x
	for i := from; i < to; i++ {
		g := &glyphs[i]
		if i == from || !j.same(&glyphs[i-1], g) {
			runs = append(runs, run{
				x: x, face: g.face, id: j.faces.id(g.face), size: g.size, span: g.span, offset: int(g.offset),
				rise: g.rise, super: g.super, made: g.made, language: g.lang,
			})
		}
		r := &runs[len(runs)-1]
		advance, shift, between := g.width, g.shift, 0.0
		switch {
		case i >= end:
			advance = 0
		case i == from && g.trimStart > 0:
			advance -= g.trimStart
			shift -= g.trimStart
		}
		if i > from && g.fromLead {
			d := g.gap + j.adjust[i-from]
			if d < 0 || g.gap < 0 {
				advance += d
				shift += d
			}
		}
		if i == end-1 {
			advance -= g.trimEnd + hang
		}
		if i+1 < end {
			n := &glyphs[i+1]
			if d := n.gap + j.adjust[i+1-from]; !n.fromLead || d > 0 && n.gap >= 0 {
				if d > 0 && !j.same(g, n) {
					between = d // runs end where their last character does
				} else {
					advance += d
				}
			}
		}
		advances = append(advances, advance)
		if shift != 0 && r.shifts == nil {
			r.shifts = make([]float64, len(r.advances), to-from+1)
		}
		if r.shifts != nil {
			r.shifts = append(r.shifts, shift)
		}
		if i < end && (g.under || g.dots) {
			j.stroke(g, i > from && j.glyphs[i-1].under, x+g.inset, min(advance, g.width)-g.pad)
		}
		if g.reading != "" {
			j.readings = append(j.readings, j.over(g, x, min(advance, g.width)))
		}
		x += advance + between
		r.width += advance
		k := len(advances)
		r.advances = advances[k-1-len(r.advances) : k : k]
	}
	j.texts(from, to, runs)
	if hyphen {
		r := &runs[len(runs)-1]
		advances = append(advances, hyphenWidth)
		k := len(advances)
		r.advances = advances[k-1-len(r.advances) : k : k]
		if r.shifts != nil {
			r.shifts = append(r.shifts, 0)
		}
		r.text += "-"
		r.width += hyphenWidth
		r.hyphen = true
		x += hyphenWidth
	}
	j.set.width = max(j.set.width, x-start)
	return runs, advances
}

// texts gives the runs of the line from–to, which end runs, their texts.
func (j *justifier) texts(from, to int, runs []run) {
	end := len(j.text)
	if to < len(j.glyphs) {
		end = int(j.glyphs[to].at)
	}
	for k := len(runs) - 1; k >= 0 && to > from; k-- {
		to -= len(runs[k].advances)
		at := int(j.glyphs[to].at)
		runs[k].text = j.text[at:end]
		end = at
	}
}

// same reports whether two neighbours can stand in one run: of one face and
// one script.
func (j *justifier) same(a, b *glyph) bool {
	if b.stretchLevel == stretchGap && b.gap > 0 {
		return false
	}
	return a.face == b.face && a.size == b.size && a.span == b.span && a.super == b.super && a.made == b.made && a.rise == b.rise &&
		(b.offset == a.offset+1 || b.made && b.offset == a.offset)
}

// stretch spreads room over the gaps of a line: word spaces first, then the
// gaps between hanzi and Latin up to a third of an em, then all others evenly. It reports whether the
// line stays within the tolerance; if not the line is left as it is.
func (j *justifier) stretch(from, to int, room float64) bool {
	var give [3]float64
	var even, unit float64
	for i := from + 1; i < to; i++ {
		g := &j.glyphs[i]
		give[g.stretchLevel] += g.stretch
		if g.even {
			even += g.size
			unit += evenUnit * g.size
		}
	}
	total := give[1] + give[2] + unit
	if total <= 0 || room/total > loosest+overfullSlip || unit == 0 && give[1] == 0 && room > give[2] {
		return false
	}
	var share [3]float64
	for level := 1; level <= 2; level++ {
		if give[level] > 0 && room > 0 {
			share[level] = min(1, room/give[level])
			room -= share[level] * give[level]
		}
	}
	spread := 0.0
	if room > 0 {
		if even > 0 {
			// Word spaces take their part of what is left as if each stood
			// between two hanzi.
			for i := from + 1; i < to; i++ {
				if g := &j.glyphs[i]; !g.even && g.stretchLevel == stretchWord {
					even += g.size
				}
			}
			spread = room / even
		} else if give[1] > 0 {
			share[1] += room / give[1]
		}
	}
	for i := from + 1; i < to; i++ {
		g := &j.glyphs[i]
		a := share[g.stretchLevel] * g.stretch
		if spread > 0 && (g.even || g.stretchLevel == stretchWord) {
			a += spread * g.size
		}
		j.adjust[i-from] = a
	}
	return true
}

// shrink takes excess from the gaps of a line, level by level in CLREQ's
// order.
func (j *justifier) shrink(from, to int, excess float64) {
	var take [shrinkLevels]float64
	for i := from + 1; i < to; i++ {
		g := &j.glyphs[i]
		take[g.shrinkLevel] += g.shrink
	}
	for level := 1; level < shrinkLevels && excess > 0; level++ {
		if take[level] <= 0 {
			continue
		}
		share := min(1, excess/take[level])
		excess -= share * take[level]
		for i := from + 1; i < to; i++ {
			if g := &j.glyphs[i]; int(g.shrinkLevel) == level {
				j.adjust[i-from] -= share * g.shrink
			}
		}
	}
}

// String returns the text of a line, for tests and messages.
func (l line) String() string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.text)
	}
	return b.String()
}
