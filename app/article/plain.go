package article

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"celun/app/language"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// decode returns the text of a file: UTF-8, UTF-16 with its mark, what a web
// page says of itself, or else GB18030.
func decode(name string, data []byte, page bool) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return wide(name, data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return wide(name, data[2:], binary.BigEndian)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", refuse(name, "这不是文本文件", "this is no text file", "请另存为 .txt、.md、.docx 或 .html", "Save the article as .txt, .md, .docx or .html")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if page {
		if e, _, certain := charset.DetermineEncoding(data, ""); certain {
			if text, err := e.NewDecoder().Bytes(data); err == nil && legible(text) {
				return string(text), nil
			}
		}
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || !legible(text) {
		return "", refuse(name, "看不出文件用的是哪种编码", "it cannot be told in which encoding the file is", "请用文本编辑器另存为 UTF-8", "Save it as UTF-8 with a text editor")
	}
	return string(text), nil
}

// wide decodes UTF-16.
func wide(name string, data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", refuse(name, "文件在半个字处断了", "the file ends in the middle of a character", "请重新取得这个文件", "Get the file again")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	if !legible([]byte(text)) {
		return "", refuse(name, "这不是文本文件", "this is no text file", "请另存为 UTF-8 的 .txt", "Save it as a .txt in UTF-8")
	}
	return text, nil
}

// legible reports whether next to everything in a text was understood.
func legible(text []byte) bool {
	bad, all := 0, 0
	for _, r := range string(text) {
		all++
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' {
			bad++
		}
	}
	return bad*200 <= all
}

// plain reads the paragraphs of a plain text. Its lines may be those of a
// page: then a paragraph goes on over them, and over blank ones as well, until
// a line is short or ends as a sentence does.
func (a *Article) plain(text string) error {
	if len(text) > MaxText {
		return a.tooLong()
	}
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' || r == '\u2028' || r == '\u2029' }) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	full := pageWidth(lines)
	var open strings.Builder
	for i, line := range lines {
		body := strings.TrimFunc(line, unicode.IsSpace)
		level := headingLevel(body)
		if open.Len() > 0 && (level > 0 || indented(line)) {
			a.add(open.String(), 0)
			open.Reset()
		}
		if level > 0 {
			a.add(body, level)
			continue
		}
		join(&open, body)
		broken := full > 0 && i+1 < len(lines) && goesOn(lines[i+1]) // as PDFs break text up word by word
		if full == 0 || ended(body) || columns(body)*4 < full*3 && !broken {
			a.add(open.String(), 0)
			open.Reset()
		}
	}
	a.add(open.String(), 0)
	return nil
}

// columns returns how wide a line is: a character is as wide as two letters.
func columns(line string) int {
	n := 0
	for _, r := range line {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}

// pageWidth returns how wide the lines of a text are that was set in a page
// (columns); 0 if each of its lines is a paragraph.
func pageWidth(lines []string) int {
	const widest = 140 // no page has wider lines
	if len(lines) < 4 {
		return 0
	}
	lengths := make([]int, len(lines))
	for i, line := range lines {
		lengths[i] = columns(strings.TrimSpace(line))
	}
	slices.Sort(lengths)
	if full := lengths[len(lengths)*9/10]; full <= widest && full >= 24 {
		return full
	}
	return 0
}

// join adds a line to what stands before: with a space between Western words,
// and nothing between characters.
func join(open *strings.Builder, line string) {
	before, _ := utf8.DecodeLastRuneInString(open.String())
	after, _ := utf8.DecodeRuneInString(line)
	if open.Len() > 0 && before != '-' && !language.IsHan(before) && !language.IsHan(after) && before < 0x2E80 {
		open.WriteByte(' ')
	}
	open.WriteString(line)
}

// ended reports that a line ends as a paragraph does.
func ended(line string) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool {
		return strings.ContainsRune("”’」』）)\"'", r) || unicode.Is(unicode.No, r)
	})
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune("。！？!?：:", last) || last == '.' && !strings.HasSuffix(line, "..")
}

// goesOn reports a line that begins within a sentence: with a small letter.
func goesOn(line string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(line))
	return unicode.IsLower(first)
}

// indented reports a line that begins a paragraph by its indent.
func indented(line string) bool {
	return strings.HasPrefix(line, "　　") || strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")
}

var (
	firstLevel  = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部])`)
	secondLevel = regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)]`)
)

// headingLevel tells a heading of a Chinese text by its number: 一、 is of the
// first level and （一） of the second. 0 if it is none.
func headingLevel(line string) int {
	const longest = 36 // runes
	if utf8.RuneCountInString(line) > longest || strings.ContainsAny(line, "。；！？") {
		return 0
	}
	switch {
	case firstLevel.MatchString(line):
		return 1
	case secondLevel.MatchString(line):
		return 2
	}
	return 0
}
