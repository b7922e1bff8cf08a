package brief

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"celun/app/language"
)

// Salvage reads what is left of a damaged .celun file and says in notes what
// is missing or in doubt; no notes mean that the file is sound. The error is
// a *language.Problem: nothing of a brief can be found, or the file is of a
// newer format.
func Salvage(name string, data []byte) (b *Brief, notes []language.Text, err error) {
	b, p := decode(data)
	if p == nil {
		return b, nil, nil
	}
	notes = append(notes, p.What)
	parts := loosePartsOf(data)
	text, ok := find(parts, "brief.json")
	if !ok {
		p.Where = name
		p.Do = language.Text{
			ZH: "文件里找不到文稿内容，请改用早先的副本",
			EN: "No content of a brief can be found in it; use an earlier copy",
		}
		return nil, nil, p
	}
	if newer := checkNewer(text); newer != nil {
		newer.Where = name
		return nil, nil, newer
	}
	m := mender{notes: notes}
	b = m.brief(text)
	if b == nil || len(b.Sections) == 0 && b.Title.IsEmpty() {
		p.Where = name
		p.Do = language.Text{
			ZH: "文稿内容已不可读，请改用早先的副本",
			EN: "The content of the brief can no longer be read; use an earlier copy",
		}
		return nil, nil, p
	}
	b.parts = slices.DeleteFunc(parts, func(p part) bool { return isOwnPart(p.name) })
	return b, m.notes, nil
}

// loosePartsOf returns what can be read of the parts of a file, whole or not,
// each name once and within the limits.
func loosePartsOf(data []byte) []part {
	if len(data) > MaxFile {
		return nil
	}
	var parts []part
	total := 0
	add := func(name string, data []byte) {
		if _, twice := find(parts, name); twice || !isPartName(name) || len(data) > maxPart {
			return
		}
		if total += len(data); total <= maxUnpack && len(parts) < maxEntries {
			parts = append(parts, part{name, data})
		}
	}
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); z != nil && err == nil {
		for _, f := range z.File {
			if total > maxUnpack || len(parts) >= maxEntries {
				break
			}
			if read, err := readPart(f); len(read) > 0 && (err == nil || f.Name == "brief.json") {
				add(f.Name, read)
			}
		}
	}
	if _, ok := find(parts, "brief.json"); ok {
		return parts
	}
	// Without its directory a ZIP is still a row of parts, each behind a
	// header of its own.
	for at := 0; total <= maxUnpack && len(parts) < maxEntries; {
		i := bytes.Index(data[at:], []byte("PK\x03\x04"))
		if i < 0 {
			break
		}
		at += i
		if name, read := localPart(data[at:]); len(read) > 0 {
			add(name, read)
		}
		at += 4
	}
	if _, ok := find(parts, "brief.json"); !ok && bytes.Contains(data[:min(len(data), 200)], []byte(`"celun-brief/`)) {
		add("brief.json", data) // a brief.json that was taken out of its file
	}
	return parts
}

// localPart reads the part whose header starts data: as much of it as can be
// unpacked.
func localPart(data []byte) (name string, content []byte) {
	const header = 30 // bytes before the name
	if len(data) < header {
		return "", nil
	}
	method := binary.LittleEndian.Uint16(data[8:])
	size := int(binary.LittleEndian.Uint32(data[18:]))
	nameLength := int(binary.LittleEndian.Uint16(data[26:]))
	start := header + nameLength + int(binary.LittleEndian.Uint16(data[28:]))
	if start > len(data) {
		return "", nil
	}
	name = string(data[header : header+nameLength])
	body := data[start:]
	if method == zip.Store {
		return name, body[:min(size, len(body))]
	}
	// What was unpacked before an error is worth having.
	content, _ = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), maxPart+1))
	return name, content
}

// A mender makes a brief of JSON that is cut off or damaged, and notes what it
// had to leave out.
type mender struct {
	notes []language.Text
	seen  map[string]bool // ids
}

func (m *mender) note(zh, en string) { m.notes = append(m.notes, language.Text{ZH: zh, EN: en}) }

// brief returns what can be read of brief.json, or nil.
func (m *mender) brief(text []byte) *Brief {
	whole := bytes.ToValidUTF8(text, []byte("\ufffd"))
	if len(whole) != len(text) || !bytes.Equal(whole, text) {
		m.note("有些字符已损坏，显示为 �", "some characters are damaged and shown as �")
	}
	mended := mend(whole)
	if len(mended) == 0 {
		return nil
	}
	if !json.Valid(whole) {
		m.note("文稿末尾缺失，只取出了前面的部分", "the end of the brief is missing; what stands before it was taken out")
	}
	var top map[string]json.RawMessage
	if json.Unmarshal(mended, &top) != nil {
		return nil
	}
	b := New("")
	m.seen = map[string]bool{}
	m.field(top, "id", &b.ID)
	if b.ID == "" {
		b.ID = NewID()
	}
	m.field(top, "title", &b.Title)
	m.field(top, "subtitle", &b.Subtitle)
	m.field(top, "meta", &b.Meta)
	m.field(top, "sources", &b.Sources)
	m.field(top, "waivers", &b.Waivers)
	if validateWaivers(b.Waivers) != nil {
		m.note("豁免不合规则，已略去", "the waivers break their rules and were left out")
		b.Waivers = nil
	}
	m.field(top, "last_section", &b.LastSection)
	m.field(top, "last_block", &b.LastBlock)
	var sections []json.RawMessage
	m.field(top, "sections", &sections)
	for i, raw := range sections {
		if s, ok := m.section(i+1, raw); ok {
			b.Sections = append(b.Sections, s)
		}
	}
	for i := range b.Sections {
		if b.Sections[i].ID == "" {
			b.Sections[i].ID = b.NewSectionID()
		}
		for j := range b.Sections[i].Blocks {
			if b.Sections[i].Blocks[j].ID == "" {
				b.Sections[i].Blocks[j].ID = b.NewBlockID()
			}
		}
	}
	if b.Validate() != nil {
		return nil
	}
	return b
}

// field reads one field of a JSON object and notes one that cannot be read.
func (m *mender) field(from map[string]json.RawMessage, name string, to any) {
	raw, ok := from[name]
	if !ok {
		return
	}
	if json.Unmarshal(raw, to) != nil {
		m.note("字段 "+name+" 不可读", "the field "+name+" cannot be read")
	}
}

func (m *mender) section(number int, raw json.RawMessage) (Section, bool) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		m.note(fmt.Sprintf("第 %d 节不可读，已略去", number), fmt.Sprintf("section %d cannot be read and was left out", number))
		return Section{}, false
	}
	var blocks []json.RawMessage
	m.field(fields, "blocks", &blocks)
	delete(fields, "blocks")
	rest, err := encode(fields)
	s := Section{}
	if err != nil || json.Unmarshal(rest, &s) != nil {
		m.note(fmt.Sprintf("第 %d 节的标题不可读", number), fmt.Sprintf("the heading of section %d cannot be read", number))
		s = Section{}
	}
	s.ID = m.once(s.ID)
	s.Blocks = []Block{}
	for i, raw := range blocks {
		var blk Block
		broken := json.Unmarshal(raw, &blk) != nil
		if !broken && blk.validate() != nil {
			if broken = blk.Text.IsEmpty(); !broken {
				blk = Block{ID: blk.ID, Kind: Paragraph, Text: blk.Text}
				m.note(
					fmt.Sprintf("第 %d 节第 %d 块不合规则，已改为段落", number, i+1),
					fmt.Sprintf("block %d of section %d breaks the rules of its kind and became a paragraph", i+1, number))
			}
		}
		if broken {
			m.note(
				fmt.Sprintf("第 %d 节第 %d 块不可读，已略去", number, i+1),
				fmt.Sprintf("block %d of section %d cannot be read and was left out", i+1, number))
			continue
		}
		blk.ID = m.once(blk.ID)
		s.Blocks = append(s.Blocks, blk)
	}
	return s, true
}

// once returns the id, or nothing if it stands elsewhere already; such a block
// gets a new one in the end.
func (m *mender) once(id string) string {
	if m.seen[id] {
		m.note("编号 "+id+" 用了两次，后一处已换新", "the id "+id+" stood twice and the later one was replaced")
		return ""
	}
	m.seen[id] = true
	return id
}
