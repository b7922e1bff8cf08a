package review

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// wide gives the Chinese mark for an ASCII one.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）'}

// narrow gives the English mark for a Chinese one.
var narrow = map[rune]string{'，': ", ", '。': ". ", '；': "; ", '：': ": ", '！': "! ", '？': "? ", '（': " (", '）': ") ", '、': ", "}

// punctuation is check B7: ASCII marks between Chinese characters, Chinese
// marks in English, and straight double quotation marks in either.
func (r *run) punctuation() {
	for at, text := range r.brief.Addresses() {
		var fixed, zh, en string
		switch at.Language {
		case language.ZH:
			fixed, zh, en = chinesePunctuation(text), "中文里用了半角标点，请改用全角", "There is half-width punctuation in the Chinese; use full-width marks"
		case language.EN:
			fixed, zh, en = englishPunctuation(text), "英文里用了中文标点，请改用英文标点", "There is Chinese punctuation in the English; use English marks"
		default:
			continue
		}
		if fixed != text {
			r.add("B7", Warning, at, zh, en)
			r.findings[len(r.findings)-1].Fix = fixed
		}
		if strings.Contains(text, `"`) {
			r.add("B7", Hint, at, "用了直引号，请改用弯引号“ ”", "There are straight quotation marks; use curly ones, ‘ ’")
		}
	}
}

// chinesePunctuation makes ASCII marks between Chinese characters full-width.
// A mark counts if Chinese stands on both sides, or before it at the end.
func chinesePunctuation(text string) string {
	r := []rune(text)
	for i := range r {
		w, ok := wide[r[i]]
		if !ok {
			continue
		}
		before := i > 0 && language.IsHan(r[i-1])
		after := i+1 < len(r) && language.IsHan(r[i+1])
		if before && (after || i+1 == len(r)) || after && r[i] == '(' || before && r[i] == ')' {
			r[i] = w
		}
	}
	return string(r)
}

// englishPunctuation replaces Chinese marks in English text, but not within
// or beside Chinese words that it quotes, nor in a blank.
func englishPunctuation(text string) string {
	if len(brief.Blanks(text, language.ZH)) > 0 {
		return text
	}
	r := []rune(text)
	var b strings.Builder
	for i, c := range r {
		mark, ok := narrow[c]
		han := i > 0 && language.IsHan(r[i-1]) || i+1 < len(r) && language.IsHan(r[i+1])
		if !ok || han {
			b.WriteRune(c)
			continue
		}
		if i+1 == len(r) || r[i+1] == ' ' {
			mark = strings.TrimRight(mark, " ")
		}
		if i > 0 && r[i-1] == ' ' {
			mark = strings.TrimLeft(mark, " ")
		}
		b.WriteString(mark)
	}
	return b.String()
}
