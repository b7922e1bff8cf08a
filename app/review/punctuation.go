package review

import (
	"slices"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// A slipKind says what is wrong with a mark.
type slipKind int

const (
	widthSlip slipKind = iota // a mark, letter or digit of the other width
	quoteSlip                 // straight quotation marks, or those of the other language
	gapSlip                   // a space too many or too few, a mark said twice
	slipKinds
)

// wide gives the Chinese mark for an ASCII one.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）'}

// narrow gives the English mark for a Chinese one.
var narrow = map[rune]string{'，': ", ", '。': ". ", '；': "; ", '：': ": ", '！': "! ", '？': "? ", '（': " (", '）': ") ", '、': ", "}

// punctuation is check B7: marks of the other language, straight quotation
// marks, and gaps that the layout makes itself. All of a kind in one text are
// one finding, and one fix mends them.
func (r *run) punctuation(p *pair) {
	for _, l := range language.Both() {
		s := p.in(l)
		for kind := range slipKinds {
			first := -1
			for i := range s.marks {
				if s.marks[i].kind == kind && first < 0 {
					first = i
				}
			}
			if first < 0 || kind == gapSlip && p.at.Slot == brief.ContactSlot {
				continue
			}
			severity, zh, en := Hint, "", ""
			switch {
			case kind == widthSlip && l == language.ZH:
				severity, zh, en = Warning, "中文里用了半角标点或全角数字、字母，请改用中文的写法", "There is half-width punctuation in the Chinese, or full-width letters or digits; write them as Chinese does"
			case kind == widthSlip:
				severity, zh, en = Warning, "英文里用了中文标点，请改用英文标点", "There is Chinese punctuation in the English; use English marks"
			case kind == quoteSlip && l == language.ZH:
				zh, en = "引号不是中文的写法，请改用弯引号“ ”", "The quotation marks are straight or single; use curly double ones, “ ”"
			case kind == quoteSlip:
				zh, en = "用了直引号，请改用弯引号‘ ’", "There are straight quotation marks; use curly ones, ‘ ’"
			case l == language.ZH:
				zh, en = "中文里有多余的空格或重复的标点；汉字与西文之间的空隙由排版加上", "There is a space too many in the Chinese, or a mark said twice; the layout makes the gap beside Western words"
			default:
				zh, en = "英文里的空格或连接号不合规范", "A space or dash in the English is out of place"
			}
			f := r.add("B7", severity, in(p.at, l), zh, en).of(string(s.runes[s.marks[first].From:s.marks[first].To]), strconv.Itoa(int(kind)))
			f.on(s, s.marks[first].From, s.marks[first].To)
			if fixed := s.mended(kind); fixed != string(s.marked) {
				r.puts(f, fixed, "改正标点", "Correct the punctuation")
			}
		}
	}
}

// holdsReference reports a gap in which a reference to a block stands: it is
// no word of the plain text, and one of the page.
func (s *side) holdsReference(m slip) bool {
	if m.kind != gapSlip || len(s.refers) == 0 {
		return false
	}
	from, to := 0, len(s.marked)
	if m.From > 0 {
		from = s.at[m.From-1]
	}
	if m.To < len(s.at) {
		to = s.at[m.To]
	}
	return slices.ContainsFunc(s.refers, func(c citation) bool { return from <= c.From && c.From <= to })
}

// mended returns the marked text without slips of a kind.
func (s *side) mended(kind slipKind) string {
	var b strings.Builder
	done := 0
	for _, m := range s.marks {
		if m.kind != kind {
			continue
		}
		from, to := 0, 0
		if m.From == m.To { // something is missing here
			if m.From == 0 || m.From >= len(s.at) {
				continue
			}
			from = s.at[m.From]
			to = from
		} else {
			at := s.span(m.From, m.To)
			if at.To-at.From != m.To-m.From {
				continue // markup within
			}
			from, to = at.From, at.To
		}
		if from < done {
			continue
		}
		b.WriteString(string(s.marked[done:from]))
		b.WriteString(m.as)
		done = to
	}
	b.WriteString(string(s.marked[done:]))
	return b.String()
}

// slips gathers the slips of a text.
type slips struct {
	runes []rune
	found []slip
}

func (k *slips) add(kind slipKind, from, to int, as string) {
	k.found = append(k.found, slip{Range{from, to}, as, kind})
}

// at returns a rune of the text, or 0 outside it and at the end of a line.
func (k *slips) at(i int) rune {
	if i < 0 || i >= len(k.runes) || k.runes[i] == '\n' {
		return 0
	}
	return k.runes[i]
}

// isChineseMark reports marks that stand among Chinese characters as one of
// them.
func isChineseMark(r rune) bool {
	return strings.ContainsRune("，。；：！？、（）《》〈〉【】「」『』“”‘’…—", r)
}

// chineseMarks finds the slips of a Chinese text.
func chineseMarks(s *side) []slip {
	k := &slips{runes: s.runes}
	straight, quotes := []int(nil), strings.Count(s.text, "“")
	for i, c := range s.runes {
		before, after := k.at(i-1), k.at(i+1)
		han, next := language.IsHan(before), language.IsHan(after)
		switch {
		case c == '"':
			straight = append(straight, i)
		case wide[c] != 0:
			closed := after == 0 || next || isChineseMark(after) || after == '"'
			if han && closed || next && c == '(' || han && c == ')' || (han || isChineseMark(before)) && next && c != ':' || isLetter(before) && next && c != '(' && c != ')' {
				k.add(widthSlip, i, i+1, string(wide[c]))
			}
		case c == '.' && han && (after == 0 || after == '”'):
			k.add(widthSlip, i, i+1, "。")
		case c == '.' && han && after == '.' && k.at(i+2) == '.' && k.at(i+3) != '.':
			k.add(widthSlip, i, i+3, "……")
		case c >= '０' && c <= '９', c >= 'Ａ' && c <= 'Ｚ', c >= 'ａ' && c <= 'ｚ', c == '％':
			k.add(widthSlip, i, i+1, string(c-0xFEE0))
		case c == '‘' && quotes == 0:
			k.single(i)
		case c == ' ' && (han || isWord(before)) && (next || isWord(after)) && (han || next):
			k.add(gapSlip, i, i+1, "")
		case c == ' ' && (han && isChineseMark(after) || isChineseMark(before) && next):
			k.add(gapSlip, i, i+1, "")
		case (c == '，' || c == '。' || c == '、' || c == '；') && after == c && k.at(i+2) != c && before != c:
			k.add(gapSlip, i, i+2, string(c))
		}
	}
	k.curl(straight, "“", "”", func(text []rune) bool { return hasHan(text) })
	return k.found
}

// single finds single quotation marks around Chinese that stand in no double
// ones.
func (k *slips) single(i int) {
	for j := i + 1; k.at(j) != 0; j++ {
		if k.runes[j] == '’' {
			if hasHan(k.runes[i:j]) {
				k.add(quoteSlip, i, i+1, "“")
				k.add(quoteSlip, j, j+1, "”")
			}
			return
		}
	}
}

// curl makes straight quotation marks curly, in pairs.
func (k *slips) curl(straight []int, open, end string, within func([]rune) bool) {
	if len(straight)%2 != 0 {
		return // which of them opens is for a person to say
	}
	for i := 0; i+1 < len(straight); i += 2 {
		a, b := straight[i], straight[i+1]
		if within(k.runes[a+1 : b]) {
			k.add(quoteSlip, a, a+1, open)
			k.add(quoteSlip, b, b+1, end)
		}
	}
	slipsInOrder(k.found)
}

// englishMarks finds the slips of an English text. Marks within or beside
// Chinese words that it quotes, and in a blank, are not its own.
func englishMarks(s *side) []slip {
	k := &slips{runes: s.runes}
	var straight []int
	blank := len(brief.Blanks(s.text, language.ZH)) > 0
	for i, c := range s.runes {
		before, after := k.at(i-1), k.at(i+1)
		han := language.IsHan(before) || language.IsHan(after)
		switch {
		case c == '"':
			straight = append(straight, i)
		case c == '\'' && isLetter(before) && isLetter(after):
			k.add(quoteSlip, i, i+1, "’")
		case narrow[c] != "" && !han && !blank && !(c == '，' && amongChinese(s.runes, i)):
			mark := narrow[c]
			if after == 0 || after == ' ' {
				mark = strings.TrimRight(mark, " ")
			}
			if before == ' ' || before == 0 {
				mark = strings.TrimLeft(mark, " ")
			}
			k.add(widthSlip, i, i+1, mark)
		case c >= '０' && c <= '９', c >= 'Ａ' && c <= 'Ｚ', c >= 'ａ' && c <= 'ｚ', c == '％':
			k.add(widthSlip, i, i+1, string(c-0xFEE0))
		case c == ' ' && after == ' ' && before != 0 && before != ' ':
			end := i
			for k.at(end) == ' ' {
				end++
			}
			if k.at(end) != 0 {
				k.add(gapSlip, i, end, " ")
			}
		case c == ' ' && isWord(before) && (after == ',' || after == ';' || after == '.' && k.at(i+2) != '.' && !isWord(k.at(i+2))) && !(k.at(i+2) >= '0' && k.at(i+2) <= '9'):
			k.add(gapSlip, i, i+1, "")
		case (c == ',' || c == ';') && isLetter(before) && isLetter(after):
			k.add(gapSlip, i+1, i+1, " ")
		case c == '-' && before == '-' && k.at(i-2) != '-' && after != '-' && !isWord(k.at(i-2)) && !isWord(after):
			k.add(gapSlip, i-1, i+1, "–")
		case c == '-' && before == ' ' && after == ' ' && isWord(k.at(i-2)) && isWord(k.at(i+2)):
			k.add(gapSlip, i, i+1, "–")
		}
	}
	k.curl(straight, "‘", "’", func(text []rune) bool { return !hasHan(text) })
	return k.found
}

// amongChinese reports a mark within a stretch of Chinese that English quotes,
// though Latin stands beside it.
func amongChinese(runes []rune, i int) bool {
	return i > 1 && language.IsHan(runes[i-2]) || i+2 < len(runes) && language.IsHan(runes[i+2])
}

func hasHan(runes []rune) bool {
	for _, r := range runes {
		if language.IsHan(r) {
			return true
		}
	}
	return false
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isWord(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' }
