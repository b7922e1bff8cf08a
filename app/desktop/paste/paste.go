// Package paste turns what other programs put on the clipboard into what a
// brief is made of: paragraphs, headings, lists and tables, with their bold
// and italic as light markup.
//
//	for _, p := range paste.HTML(html) {
//		fmt.Println(p.Kind, p.Text)
//	}
//
// It reads what Word, WPS, LibreOffice, Excel and web pages write, whose lists
// are often paragraphs that only look like lists. It takes no pictures, and
// follows no link.
package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/brief"
)

// Most is how much can be pasted at once (bytes): more is no paragraph but a
// book, and belongs into a file.
const Most = 1 << 20

// A Piece is one paragraph, heading, list or table.
type Piece struct {
	Kind  brief.Kind // Paragraph, Heading, List or Table
	Level int        // of a heading: 2 to 4
	Text  string     // with light markup; of a list one item a line
	Rows  [][]string // of a table, all of the same length
}

// Text returns the pieces of plain text: lines are paragraphs, lines with tabs
// in all of them a table.
func Text(text string) []Piece {
	text = strings.Trim(clean(text), "\n")
	if rows := table(text); rows != nil {
		return []Piece{{Kind: brief.Table, Rows: rows}}
	}
	var pieces []Piece
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " "))
		if line != "" {
			pieces = append(pieces, Piece{Kind: brief.Paragraph, Text: line})
		}
	}
	return pieces
}

// table returns the cells of lines that all have tabs, or nil.
func table(text string) [][]string {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return nil
	}
	var rows [][]string
	for _, line := range lines {
		if !strings.Contains(line, "\t") {
			return nil
		}
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return square(rows)
}

// square gives all rows the same number of cells.
func square(rows [][]string) [][]string {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	for i := range rows {
		for len(rows[i]) < n {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

// clean takes away what no page can show, and makes every line end one line
// feed.
func clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\u00a0", " ").Replace(text)
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if r < ' ' || r == utf8.RuneError || r == 0x7f || r == 0xfeff || unicode.Is(unicode.Cf, r) && r != 0x200d {
			return -1
		}
		return r
	}, text)
}
