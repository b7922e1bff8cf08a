package brief

import (
	"encoding/json"
	"errors"
)

// mend returns the longest beginning of a JSON text that is right, closed so
// that it is JSON again: a list or object that was cut off ends after its last
// whole item. It returns nil when there is none. JSON that is right comes back
// as it is.
func mend(text []byte) []byte {
	for range 20 { // a turn for every place that is wrong; one is usual
		var any json.RawMessage
		err := json.Unmarshal(text, &any)
		if err == nil {
			return text
		}
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && syntax.Offset > 0 && syntax.Offset < int64(len(text)) {
			text = text[:syntax.Offset-1] // before the character that is wrong
		}
		if text = closeOff(text); text == nil {
			return nil
		}
	}
	return nil
}

// maxOpen is how deep a JSON text may nest to be mended; a brief needs eight.
const maxOpen = 100

// closeOff cuts a JSON text after its last whole item and closes what is open
// there.
func closeOff(text []byte) []byte {
	var open []byte // the brackets that close what is open
	var cut []byte  // the same at the last whole item
	end := -1       // where that item ends
	inString := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		if inString {
			switch c {
			case '\\':
				i++
			case '"':
				inString = false
			}
			continue
		}
		if len(open) > maxOpen {
			break
		}
		switch c {
		case '"':
			inString = true
		case '{':
			open = append(open, '}')
		case '[':
			open = append(open, ']')
		case '}', ']':
			if len(open) == 0 || open[len(open)-1] != c {
				i = len(text) // nothing after this can be trusted
				continue
			}
			open = open[:len(open)-1]
			end, cut = i+1, append(cut[:0], open...)
		case ',':
			end, cut = i, append(cut[:0], open...)
		}
	}
	if end < 0 {
		return nil
	}
	closed := append([]byte{}, text[:end]...)
	for i := len(cut) - 1; i >= 0; i-- {
		closed = append(closed, cut[i])
	}
	return closed
}
