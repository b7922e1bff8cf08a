package argument

import "celun/app/language"

// Format is the first line of every pack file.
const Format = "celun-pack/1"

// A Source is a work that can be cited, such as the one a pack was made from.
// What the work does not give stays empty, for the analyst to fill in. A
// Western name is written with its family name first, as in Smith, John A.; a
// body, and a name without a comma, is shown as it stands.
type Source struct {
	ID          string            `json:"id" yaml:"id"`
	Kind        string            `json:"kind" yaml:"kind"`                             // one of [SourceKinds]
	Language    language.Language `json:"language,omitempty" yaml:"language,omitempty"` // that it is written in; empty: the one it has a title in, Chinese if both
	Authors     []language.Text   `json:"authors" yaml:"authors"`
	Title       language.Text     `json:"title" yaml:"title"`
	Editors     []language.Text   `json:"editors,omitempty" yaml:"editors,omitempty"` // of the book that a part of it stands in, or of itself
	Translators []language.Text   `json:"translators,omitempty" yaml:"translators,omitempty"`
	Container   language.Text     `json:"container" yaml:"container"`                 // journal, newspaper, site, or book that it stands in
	Edition     string            `json:"edition,omitempty" yaml:"edition,omitempty"` // 2, or as it is called
	Place       language.Text     `json:"place,omitzero" yaml:"place,omitempty"`      // of the publisher
	Publisher   language.Text     `json:"publisher,omitzero" yaml:"publisher,omitempty"`
	Number      string            `json:"number,omitempty" yaml:"number,omitempty"` // of a report, standard, patent or file
	Year        string            `json:"year" yaml:"year"`
	Date        string            `json:"date,omitempty" yaml:"date,omitempty"` // ISO 8601: when it was published or last changed, if more than the year is known
	Volume      string            `json:"volume" yaml:"volume"`
	Issue       string            `json:"issue" yaml:"issue"`
	Pages       string            `json:"pages" yaml:"pages"`
	DOI         string            `json:"doi,omitempty" yaml:"doi,omitempty"` // as 10.1000/182, without an address before it
	URL         string            `json:"url" yaml:"url"`
	Accessed    string            `json:"accessed,omitempty" yaml:"accessed,omitempty"` // ISO 8601: when the address was read
}

// SourceKinds returns the kinds of work that can be cited.
func SourceKinds() []string {
	return []string{
		"article", "book", "chapter", "paper", "proceedings", "thesis", "report", "newspaper", "web", "standard", "patent",
		"preprint", "dataset", "software", "law", "archive", "map", "other",
	}
}

// A Status says whether a rendering of a term is to be used.
type Status string

// The statuses of a rendering.
const (
	Preferred Status = "preferred"
	Allowed   Status = "allowed"
	Avoid     Status = "avoid"
)

// A Rendering is one way to write a term in one language.
type Rendering struct {
	Text   string `json:"text" yaml:"text"`
	Status Status `json:"status" yaml:"status"`
}

// A Term is one notion with its renderings in both languages.
type Term struct {
	ID         string        `json:"id" yaml:"id"`
	ZH         []Rendering   `json:"zh" yaml:"zh"`
	EN         []Rendering   `json:"en" yaml:"en"`
	Definition language.Text `json:"definition" yaml:"definition"`
	Reason     language.Text `json:"reason" yaml:"reason"` // source of, or reason for, the choice
	Date       string        `json:"date,omitempty" yaml:"date,omitempty"`
}

// A Tag says what a tag of the arguments is called in both languages. A tag
// without a name is shown as it is.
type Tag struct {
	ID string `json:"id" yaml:"id"` // as the arguments have it
	ZH string `json:"zh" yaml:"zh"`
	EN string `json:"en" yaml:"en"`
}

// Name returns what the tag is called.
func (t Tag) Name() language.Text { return language.Text{ZH: t.ZH, EN: t.EN} }

// A Pack is one article's arguments, terms and source. A pack that [Read]
// returned is valid and is not changed afterwards.
type Pack struct {
	Format    string        `json:"format" yaml:"format"`
	ID        string        `json:"id" yaml:"id"`
	Version   int           `json:"version" yaml:"version"`
	Title     language.Text `json:"title" yaml:"title"`
	Source    Source        `json:"source" yaml:"source"`
	Tags      []Tag         `json:"tags,omitempty" yaml:"tags,omitempty"`
	Arguments []Argument    `json:"arguments" yaml:"arguments"`
	Terms     []Term        `json:"terms" yaml:"terms"`
	// Bin holds the arguments that an analyst deleted, so that they can be
	// brought back. Their ids are not given to others.
	Bin []Argument `json:"bin,omitempty" yaml:"bin,omitempty"`
}
