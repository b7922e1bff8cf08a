package object

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

const (
	maxNesting = 64      // of arrays and dictionaries
	maxObjects = 1 << 23 // the limit of PDF 1.7, annex C
)

// Read takes a file apart. The data of streams is not copied: b must not
// change afterwards.
func Read(b []byte) (*File, error) {
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, errors.New("pdf: not a PDF file")
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("pdf: cut off before its table of objects")
	}
	p := &parser{b: b, at: at + len("startxref")}
	table, err := p.integer()
	if err != nil {
		return nil, err
	}
	if table < 0 || table >= len(b) {
		return nil, errors.New("pdf: its table of objects is missing")
	}
	p.at = table
	if p.word() != "xref" {
		return p.readStreamed(table)
	}
	p.at = table
	f := &File{}
	offsets, err := p.table()
	if err != nil {
		return nil, err
	}
	if f.Trailer, err = p.trailer(); err != nil {
		return nil, err
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, errors.New("pdf: encrypted")
	}
	f.Objects = make([]Value, len(offsets))
	for n, off := range offsets {
		if off < 0 {
			continue
		}
		if off >= len(b) {
			return nil, fmt.Errorf("pdf: object %d is beyond the end", n)
		}
		p.at = off
		if f.Objects[n], err = p.object(n); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// A parser reads PDF syntax at a position in b.
type parser struct {
	b  []byte
	at int
}

func (p *parser) damaged(what string) error {
	return fmt.Errorf("pdf: %s at byte %d", what, p.at)
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

func (p *parser) skipSpace() {
	for p.at < len(p.b) {
		switch c := p.b[p.at]; {
		case isSpace(c):
			p.at++
		case c == '%':
			for p.at < len(p.b) && p.b[p.at] != '\n' && p.b[p.at] != '\r' {
				p.at++
			}
		default:
			return
		}
	}
}

// word reads up to the next space or delimiter.
func (p *parser) word() string {
	p.skipSpace()
	start := p.at
	for p.at < len(p.b) && !isSpace(p.b[p.at]) && !isDelimiter(p.b[p.at]) {
		p.at++
	}
	return string(p.b[start:p.at])
}

func (p *parser) integer() (int, error) {
	w := p.word()
	n, err := strconv.ParseInt(w, 10, 32)
	if err != nil {
		return 0, p.damaged("no number")
	}
	return int(n), nil
}

// expect reads a word that must be there.
func (p *parser) expect(word string) error {
	if p.word() != word {
		return p.damaged("no " + word)
	}
	return nil
}

// table reads the offsets of the objects; -1 is a free one.
func (p *parser) table() ([]int, error) {
	if err := p.expect("xref"); err != nil {
		return nil, err
	}
	first, err := p.integer()
	if err != nil {
		return nil, err
	}
	n, err := p.integer()
	if err != nil {
		return nil, err
	}
	// An entry has 20 bytes (19 from gofpdf): no more than there is room for.
	if first != 0 || n < 0 || n > maxObjects || n > (len(p.b)-p.at)/18 {
		return nil, p.damaged("no table of objects")
	}
	offsets := make([]int, n)
	for i := range offsets {
		if offsets[i], err = p.integer(); err != nil {
			return nil, err
		}
		if _, err = p.integer(); err != nil {
			return nil, err
		}
		if p.word() != "n" {
			offsets[i] = -1
		}
	}
	return offsets, nil
}

func (p *parser) trailer() (Dict, error) {
	if err := p.expect("trailer"); err != nil {
		return nil, err
	}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(Dict)
	if !ok {
		return nil, p.damaged("no trailer")
	}
	return d, nil
}

// object reads object n.
func (p *parser) object(n int) (Value, error) {
	if found, err := p.integer(); err != nil || found != n {
		return nil, p.damaged(fmt.Sprintf("no object %d", n))
	}
	if _, err := p.integer(); err != nil {
		return nil, err
	}
	if err := p.expect("obj"); err != nil {
		return nil, err
	}
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(Dict)
	if !ok {
		return v, p.expect("endobj")
	}
	switch p.word() {
	case "endobj":
		return d, nil
	case "stream":
	default:
		return nil, p.damaged("no end of the object")
	}
	if bytes.HasPrefix(p.b[p.at:], []byte("\r")) {
		p.at++
	}
	if !bytes.HasPrefix(p.b[p.at:], []byte("\n")) {
		return nil, p.damaged("no stream")
	}
	p.at++
	length, ok := d["Length"].(int)
	if !ok || length < 0 || length > len(p.b)-p.at {
		return nil, p.damaged("a stream of impossible length")
	}
	delete(d, "Length") // written anew
	s := &Stream{Dict: d, Data: p.b[p.at : p.at+length : p.at+length]}
	p.at += length
	if err := p.expect("endstream"); err != nil {
		return nil, err
	}
	return s, p.expect("endobj")
}
