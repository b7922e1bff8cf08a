package argument

import "celun/app/language"

// Format is the first line of every pack file.
const Format = "celun-pack/1"

// A Source is the work a pack was made from, as a citable item. What the
// work does not give stays empty, for the analyst to fill in.
type Source struct {
	ID        string          `json:"id" yaml:"id"`
	Kind      string          `json:"kind" yaml:"kind"` // article, book, report, web
	Authors   []language.Text `json:"authors" yaml:"authors"`
	Title     language.Text   `json:"title" yaml:"title"`
	Container language.Text   `json:"container" yaml:"container"` // journal, site or book
	Publisher language.Text   `json:"publisher,omitzero" yaml:"publisher,omitempty"`
	Year      string          `json:"year" yaml:"year"`
	Volume    string          `json:"volume" yaml:"volume"`
	Issue     string          `json:"issue" yaml:"issue"`
	Pages     string          `json:"pages" yaml:"pages"`
	URL       string          `json:"url" yaml:"url"`
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

// A Pack is one article's arguments, terms and source. A pack that [Read]
// returned is valid and is not changed afterwards.
type Pack struct {
	Format    string        `json:"format" yaml:"format"`
	ID        string        `json:"id" yaml:"id"`
	Version   int           `json:"version" yaml:"version"`
	Title     language.Text `json:"title" yaml:"title"`
	Source    Source        `json:"source" yaml:"source"`
	Arguments []Argument    `json:"arguments" yaml:"arguments"`
	Terms     []Term        `json:"terms" yaml:"terms"`
	// Bin holds the arguments that an analyst deleted, so that they can be
	// brought back. Their ids are not given to others.
	Bin []Argument `json:"bin,omitempty" yaml:"bin,omitempty"`
}
