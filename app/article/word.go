package article

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// How much of a Word document is looked at.
const (
	maxPart  = 64 << 20 // bytes of one part, unpacked
	maxDepth = 512      // elements within each other
)

// errTooLarge is that a part holds more than maxPart.
var errTooLarge = errors.New("too large")

// word reads the paragraphs of a Word document, and after them its notes.
func (a *Article) word(data []byte) error {
	damaged := func() error {
		return refuse(a.Name, "Word 文档已损坏，读不出来", "the Word document is damaged and cannot be read", "请用 Word 打开并另存一份", "Open it in Word and save it again")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged()
	}
	found := false
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		for _, f := range archive.File {
			if f.Name != name {
				continue
			}
			found = found || name == "word/document.xml"
			switch err := a.wordPart(f); {
			case errors.Is(err, errTooLarge):
				return a.tooLong()
			case err != nil:
				return damaged()
			}
			break // what a second part of the name holds nobody sees
		}
	}
	if !found {
		return refuse(a.Name, "这个压缩包不是 Word 文档", "this archive is no Word document", "请选 .docx、.txt、.md 或 .html 文件", "Choose a .docx, .txt, .md or .html file")
	}
	return nil
}

func (a *Article) wordPart(f *zip.File) error {
	if f.UncompressedSize64 > maxPart {
		return errTooLarge
	}
	part, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = part.Close() }()
	return a.wordText(&bounded{part, maxPart}) // what the archive says of its size may be a lie
}

// A bounded reader fails once more was read than it may.
type bounded struct {
	io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n, errTooLarge
	}
	return n, err
}

// A wordParagraph is a paragraph that is being read: one may stand within
// another, as in a text box.
type wordParagraph struct {
	text   strings.Builder
	level  int
	raised bool
}

// wordText reads the paragraphs of a part of a document.
func (a *Article) wordText(r io.Reader) error {
	d := xml.NewDecoder(r)
	var open []*wordParagraph
	depth, skip, read := 0, 0, 0
	text := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var at *wordParagraph
		if len(open) > 0 {
			at = open[len(open)-1]
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errors.New("elements stand too deep in each other")
			}
			switch name := t.Name.Local; {
			case skip > 0:
			case name == "Fallback": // what AlternateContent says a second time
				skip = depth
			case name == "p":
				open = append(open, &wordParagraph{})
			case at == nil:
			case name == "t":
				text = true
			case name == "r":
				at.raised = false
			case name == "vertAlign":
				at.raised = attribute(t, "val") == "superscript"
			case name == "tab" || name == "br" || name == "cr":
				at.text.WriteByte(' ')
			case name == "noBreakHyphen":
				at.text.WriteByte('-')
			case name == "pStyle":
				at.level = max(at.level, styleLevel(attribute(t, "val")))
			case name == "outlineLvl":
				if n, err := strconv.Atoi(attribute(t, "val")); err == nil && n >= 0 && n < 9 {
					at.level = n + 1
				}
			}
		case xml.EndElement:
			if skip == depth {
				skip = 0
			}
			depth--
			text = false
			if t.Name.Local == "p" && at != nil && skip == 0 {
				open = open[:len(open)-1]
				a.add(at.text.String(), at.level)
			}
		case xml.CharData:
			if text && skip == 0 && at != nil && !(at.raised && isMark(string(t))) {
				if read += len(t); read > MaxText {
					return errTooLarge
				}
				at.text.Write(t)
			}
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// styleLevel returns the level of a style for headings; 0 if it is none.
func styleLevel(style string) int {
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	for _, name := range []string{"heading", "标题"} {
		if n, err := strconv.Atoi(strings.TrimPrefix(style, name)); err == nil && strings.HasPrefix(style, name) && n >= 1 && n <= 9 {
			return n
		}
	}
	return 0
}
