package brief

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// A Slot names one text inside a block or brief: empty for a block's own
// text; action, owner, time_frame, means, indicator in a recommendation;
// caption or cell:ROW:COLUMN (from 0) in a table; caption, alt, datum:N,
// unit:N or node:N in a figure; event:N or when:N in a timeline; term:N or
// definition:N in a term list; answer under a question or exercise. With no
// block it is title, subtitle, or a field of the meta (unit, author, contact,
// audience, series, number, disclaimer); with a section and no block it is
// heading.
type Slot string

// The slots that are not inside a block, and those of a recommendation.
const (
	TitleSlot     Slot = "title"
	SubtitleSlot  Slot = "subtitle"
	HeadingSlot   Slot = "heading"
	SeriesSlot    Slot = "series"
	NumberSlot    Slot = "number"
	UnitSlot      Slot = "unit"
	AuthorSlot    Slot = "author"
	ContactSlot   Slot = "contact"
	AudienceSlot  Slot = "audience"
	ActionSlot    Slot = "action"
	OwnerSlot     Slot = "owner"
	TimeFrameSlot Slot = "time_frame"
	MeansSlot     Slot = "means"
	IndicatorSlot Slot = "indicator"
	CaptionSlot   Slot = "caption"
	AltSlot       Slot = "alt"
	AnswerSlot    Slot = "answer"
	// DisclaimerSlot is a field of the meta.
	DisclaimerSlot Slot = "disclaimer"
)

// The slots of which a block has as many as it has data, nodes, events or
// terms; see [Slot.Of].
const (
	DatumSlot      Slot = "datum"      // the label of a datum
	DatumUnitSlot  Slot = "unit"       // its unit
	NodeSlot       Slot = "node"       // the label of a node
	EventSlot      Slot = "event"      // what happened
	WhenSlot       Slot = "when"       // how its date is shown
	TermSlot       Slot = "term"       // a term
	DefinitionSlot Slot = "definition" // its definition
)

// Of returns the slot of number n, from 0, of those called s.
func (s Slot) Of(n int) Slot { return s + ":" + Slot(strconv.Itoa(n)) }

// number returns s without its number, and that number; false if it has
// none.
func (s Slot) number() (of Slot, n int, ok bool) {
	name, digits, found := strings.Cut(string(s), ":")
	if !found {
		return "", 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || Slot(name).Of(n) != s {
		return "", 0, false
	}
	return Slot(name), n, true
}

// An Address finds one text of a brief in one language. Edits, findings,
// blanks and things on a page all point with it. Section is the id of the
// section when the text is a section's heading; Block the id of a block.
type Address struct {
	Section  string            `json:"section,omitempty"`
	Block    string            `json:"block,omitempty"`
	Slot     Slot              `json:"slot,omitempty"`
	Language language.Language `json:"language,omitempty"`
}
