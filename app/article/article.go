// Package article reads the text of an article that a user has: plain text,
// Markdown, a Word document or a web page. It gives its paragraphs, and finds
// what is quoted from it.
//
//	a, err := article.Read("gap.docx", data)
//	found := a.Find("差距正在扩大……须尽快弥合")
//	fmt.Println(found.Whole, found.Passage.Paragraph)
//
// The text is held in memory and goes nowhere. What is found is told by its
// words, the words around them and the paragraph, and never by an offset
// alone, so that it can be found again in a corrected text.
//
// Reading is bounded, whatever the file holds: see [MaxBytes] and [MaxText].
package article

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
	"celun/app/store"

	"golang.org/x/text/unicode/norm"
)

// MaxBytes is the largest file that is read (bytes).
const MaxBytes = 32 << 20

// MaxText is the longest text that is taken in (bytes of UTF-8): a thick book.
const MaxText = 4 << 20

// An Article is what a file says. It does not change.
type Article struct {
	Name       string // of the file, without its folder
	Title      string // that the file gives itself, as a web page does; may be empty
	Paragraphs []Paragraph
	flat       flat
	text       string // of flat
	runes      []rune // of all paragraphs, each with a line end
	begins     []int  // where each paragraph begins in runes
}

// A Paragraph is one paragraph, or a heading.
type Paragraph struct {
	Text  string // without markup, on one line
	Level int    // of a heading, from 1; 0: it is none
}

// Extensions are the endings of the files that can be read.
func Extensions() []string {
	return []string{".txt", ".md", ".markdown", ".docx", ".html", ".htm"}
}

// Read reads the file with a name. What kind of file it is its content tells,
// and for texts its name. Errors are *language.Problem.
func Read(name string, data []byte) (*Article, error) {
	name = filepath.Base(name)
	if len(data) > MaxBytes {
		return nil, refuse(name, fmt.Sprintf("文件超过 %d MB", MaxBytes>>20), fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20),
			"请只保留正文，存为纯文本再打开", "Keep the article alone, as plain text")
	}
	a := &Article{Name: name}
	var err error
	switch kind := strings.ToLower(filepath.Ext(name)); {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		err = a.word(data)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		err = refuse(name, "这是 PDF，读不出可靠的文字", "this is a PDF, out of which no text can be read reliably",
			"请在阅读器里复制正文，存为 .txt，或用 Word 另存为 .docx", "Copy its text out of your reader into a .txt file, or save it as .docx with Word")
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		err = refuse(name, "这是旧式或加密的 Word 文件", "this is an old or an encrypted Word file", "请另存为不加密的 .docx", "Save it as a .docx without a password")
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		err = refuse(name, "这是 RTF 文件", "this is an RTF file", "请另存为 .docx 或 .txt", "Save it as .docx or .txt")
	case kind == ".docx":
		err = refuse(name, "这不是 Word 文档", "this is no Word document", "请确认文件没有损坏，或另存为 .txt", "See whether the file is damaged, or save it as .txt")
	default:
		var text string
		if text, err = decode(name, data, isPage(kind, data)); err != nil {
			break
		}
		switch {
		case isPage(kind, data):
			err = a.page(text)
		case kind == ".md" || kind == ".markdown":
			err = a.markdown(text)
		default:
			err = a.plain(text)
		}
	}
	if err != nil {
		return nil, err
	}
	if len(a.Paragraphs) == 0 {
		return nil, refuse(name, "文件里没有文字", "there is no text in the file", "请换一个文件", "Choose another file")
	}
	a.index()
	return a, nil
}

// isPage reports a web page, by the ending of its name or by how it begins.
func isPage(kind string, data []byte) bool {
	if kind == ".html" || kind == ".htm" || kind == ".xhtml" {
		return true
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 256)], "\xEF\xBB\xBF \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

func refuse(name, zh, en, doZH, doEN string) error {
	return &language.Problem{Where: name, What: language.Text{ZH: zh, EN: en}, Do: language.Text{ZH: doZH, EN: doEN}}
}

// add takes a paragraph in. What has no letter or digit is none.
func (a *Article) add(text string, level int) {
	text = strings.Join(strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Text: text, Level: level})
	}
}

// tooLong is the problem of a text over [MaxText].
func (a *Article) tooLong() error {
	return refuse(a.Name, fmt.Sprintf("正文超过 %d MB", MaxText>>20), fmt.Sprintf("the text is longer than %d MB", MaxText>>20),
		"请只保留要核对的部分", "Keep the part alone that is quoted from")
}

// Language returns the language that most of the article is in.
func (a *Article) Language() language.Language {
	han, latin := 0, 0
	for _, r := range a.flat.runes {
		switch {
		case language.IsHan(r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	if latin > 3*han { // a word has some five letters
		return language.EN
	}
	return language.ZH
}

// Mentions reports whether a text, such as the title of a source, stands near
// the beginning of the article or is the title it gives itself.
func (a *Article) Mentions(text string) bool {
	const near = 4000 // runes: what stands before the body
	want := string(flatten([]rune(text)).runes)
	if utf8.RuneCountInString(want) < 4 {
		return false
	}
	head := string(a.flat.runes[:min(len(a.flat.runes), near)])
	return strings.Contains(head, want) || strings.Contains(string(flatten([]rune(a.Title)).runes), want)
}

// heading returns the heading that a paragraph stands under; empty if there is
// none. Paragraphs count from 1.
func (a *Article) heading(paragraph int) string {
	for i := paragraph - 1; i >= 0 && i < len(a.Paragraphs); i-- {
		if a.Paragraphs[i].Level > 0 {
			return a.Paragraphs[i].Text
		}
	}
	return ""
}

// Open reads the article in a file. Errors are *language.Problem.
func Open(path string) (*Article, error) {
	data, err := store.Read(path, MaxBytes)
	if err != nil {
		return nil, err
	}
	return Read(path, data)
}
