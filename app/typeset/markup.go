package typeset

import "celun/app/brief"

// A piece is a stretch of a text with one look; its text is without the
// marks. Citations that follow each other are one piece, since they are set
// as one superscript.
type piece struct {
	text     string
	strong   bool
	emphasis bool
	under    bool
	dots     bool
	cite     []string // ids of a run of citations; text is then empty
	inline   bool     // the citation is a word of its sentence
	pages    string   // that the citation points to
	refer    string   // id of what a cross-reference leads to; text is then empty
	term     string   // id of the term that text is the rendering of
	note     string   // marked-up text of a footnote; text is then empty
	offset   int      // rune offset in the marked-up text
}

// parse cuts a text into pieces.
func parse(s string) []piece {
	var out []piece
	for _, span := range brief.Parse(s) {
		if span.Refer != "" {
			out = append(out, piece{refer: span.Refer, strong: span.Strong, emphasis: span.Emphasis, offset: span.Offset})
			continue
		}
		if span.Note != "" {
			out = append(out, piece{note: span.Note, strong: span.Strong, offset: span.Offset})
			continue
		}
		if span.Cite == "" {
			out = append(out, piece{
				text: span.Text, strong: span.Strong, emphasis: span.Emphasis, under: span.Underline, dots: span.Dots, term: span.Term, offset: span.Offset,
			})
			continue
		}
		if n := len(out); n > 0 && out[n-1].cite != nil && !out[n-1].inline && !span.Inline && out[n-1].pages == "" && span.Pages == "" {
			out[n-1].cite = append(out[n-1].cite, span.Cite)
			continue
		}
		out = append(out, piece{
			cite: []string{span.Cite}, inline: span.Inline, pages: span.Pages, strong: span.Strong, under: span.Underline, offset: span.Offset,
		})
	}
	return out
}

// plain returns a text without its markup and citations.
func plain(s string) string { return brief.Plain(s) }
