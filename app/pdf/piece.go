package pdf

import (
	"strings"
	"unicode"

	"celun/app/language"
	"celun/app/typeset"
)

// pieces calls draw for each stretch of a text with the element it belongs to.
// Most items are one piece; those with a web address on them are more.
func (t *tagger) pieces(it *typeset.Item, links []linkArea, draw func(*typeset.Item, *element) error) error {
	l := t.leaf(it)
	var base *element
	into := func() *element { // only when something goes there: no Span stays empty
		if base == nil {
			base = t.spoken(l, it)
		}
		return base
	}
	if it.Made || it.Rise > 0.3*it.Size { // raised so far only a citation is
		e := into().last("Reference")
		if e == nil || l.at != e && l.at != e.last("Link") {
			e = base.add("Reference", base.language)
			l.at = e
		}
		base = e
	}
	n := len(it.Advances)
	x := it.X
	for from := 0; from < n; {
		at := over(links, it, x+it.Advances[from]/2)
		width, to := 0.0, from
		for to < n && over(links, it, x+width+it.Advances[to]/2) == at {
			width += it.Advances[to]
			to++
		}
		var e *element
		switch {
		case at >= 0 && links[at].element != nil:
			e = links[at].element
		case at >= 0:
			e = t.link(l, into(), &links[at])
		default:
			e = into()
		}
		l.at = e
		if from == 0 && to == n {
			return draw(it, e)
		}
		p := part(it, from, to, x, width)
		if err := draw(&p, e); err != nil {
			return err
		}
		from = to
		x += width
	}
	if n == 0 {
		return draw(it, into())
	}
	return nil
}

// part returns runes from–to of an item, which begin at x.
func part(it *typeset.Item, from, to int, x, width float64) typeset.Item {
	p := *it
	runes := []rune(it.Text)
	if len(runes) != len(it.Advances) { // the drawer refuses it
		return p
	}
	p.Text, p.Advances = string(runes[from:to]), it.Advances[from:to]
	if it.Shifts != nil {
		p.Shifts = it.Shifts[from:to]
	}
	p.X, p.Width, p.Hyphen = x, width, it.Hyphen && to == len(runes)
	return p
}

// A linkArea is a link of the page at hand. element is set when the first
// text under it is drawn.
type linkArea struct {
	item    *typeset.Item
	element *element
}

// over returns the link that lies over the text at x, or -1.
func over(links []linkArea, it *typeset.Item, x float64) int {
	for i := range links {
		l := links[i].item
		if x >= l.X && x <= l.X+l.Width && it.Y >= l.Y && it.Y <= l.Y+l.Height {
			return i
		}
	}
	return -1
}

// link returns the Link of an area: that of the area before if the address
// only went on to another line.
func (t *tagger) link(l *leaf, base *element, area *linkArea) *element {
	e := base.last("Link")
	if e == nil || e.target != area.item.Target || l.at != e {
		e = base.add("Link", base.language)
		e.target = area.item.Target
	}
	area.element = e
	return e
}

// spoken returns where a text of a leaf goes: into the leaf, or into a Span
// if it is in the other language. What is in no language, such as a number,
// stays with what was before it.
func (t *tagger) spoken(l *leaf, it *typeset.Item) *element {
	span := l.element.last("Span")
	// The last text went into the Span, or into a citation or link in it.
	inside := span != nil && (l.at == span || span.last(l.at.kind) == l.at && l.at != l.element)
	said, ok := tells(it)
	if !ok {
		if inside {
			return span
		}
		return l.element
	}
	if said == l.element.language {
		return l.element
	}
	if inside && span.language == said {
		return span
	}
	return l.element.add("Span", said)
}

// tells says in which language a text is to be read aloud: hanzi in Chinese,
// wherever they stand, and two words of Latin letters or more in English. A
// single name in a Chinese sentence is read as part of it. A text without
// letters tells nothing.
func tells(it *typeset.Item) (language.Language, bool) {
	letters := false
	words := 0
	for w := range strings.FieldsSeq(it.Text) {
		n := 0
		for _, r := range w {
			if unicode.Is(unicode.Han, r) {
				return language.ZH, true
			}
			if unicode.IsLetter(r) {
				letters = true
				n++
			}
		}
		if n > 1 {
			words++
		}
	}
	if !letters {
		return "", false
	}
	if words > 1 {
		return language.EN, true
	}
	return tongue(it), true
}
