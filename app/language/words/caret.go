package words

import "unicode/utf8"

// Next returns where Ctrl+Right takes the caret from caret, both as numbers
// of runes before it: past spaces and punctuation to the end of the word that
// it stands in or before, or else to the end of s.
func (d *Dictionary) Next(s string, caret int) int {
	at := 0
	for _, p := range d.pieces(s) {
		at += utf8.RuneCountInString(p.text)
		if at > caret && p.kind <= western {
			return at
		}
	}
	return at
}

// Previous returns where Ctrl+Left takes the caret from caret: back past
// spaces and punctuation to the start of the word that it stands in or
// behind, or else to the start of s.
func (d *Dictionary) Previous(s string, caret int) int {
	at, start := 0, 0
	for _, p := range d.pieces(s) {
		if at >= caret {
			break
		}
		if p.kind <= western {
			start = at
		}
		at += utf8.RuneCountInString(p.text)
	}
	return start
}
