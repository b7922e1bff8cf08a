package brief

import "celun/app/language"

// A Slot names one text inside a block or brief: empty for a block's own
// text; action, owner, time_frame, means, indicator in a recommendation;
// caption or cell:ROW:COLUMN (from 0) in a table. With no block it is title,
// subtitle, or a field of the meta (unit, author, contact, audience, series,
// number); with a section and no block it is heading.
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
)

// An Address finds one text of a brief in one language. Edits, findings,
// blanks and things on a page all point with it. Section is the id of the
// section when the text is a section's heading; Block the id of a block.
type Address struct {
	Section  string            `json:"section,omitempty"`
	Block    string            `json:"block,omitempty"`
	Slot     Slot              `json:"slot,omitempty"`
	Language language.Language `json:"language,omitempty"`
}
