package library

import "celun/app/language"

// A Hit is one argument that matches a query.
type Hit struct {
	*Entry
	Language language.Language // in which the best match stands; empty for an id
	Score    int               // higher is better; 0 never occurs
}

// Find returns the arguments that match every word of the query, best first,
// at most limit of them (all if limit is 0 or less). Chinese matches as a
// substring, English from the start of a word and in either case, an id from
// its start; full-width letters and digits equal half-width ones. A match in
// a title outweighs one in a line, and that one in a statement. An empty
// query finds nothing.
func (l *Library) Find(query string, limit int) []Hit {
	return nil
}
