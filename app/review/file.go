package review

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// File returns what is wrong in a PDF of a document that was just exported,
// without a password: P2, P6, P7 and P9. What it looks for is what the export
// makes itself, so that a finding is a fault of the program and not of the
// brief; it is better found here than by a reader.
func File(b *brief.Brief, data []byte, doc *typeset.Document) []Finding {
	k := &reader{doc: doc}
	file, err := object.Read(data)
	if err != nil {
		k.add("P6", "文件读不出来（"+err.Error()+"）", "the file cannot be read ("+err.Error()+")")
	} else {
		k.file = file
		k.look()
	}
	waive(b, k.findings)
	return k.findings
}

// Unrepeatable is check P10: two exports of the same brief differ.
func Unrepeatable(b *brief.Brief) []Finding {
	k := &reader{}
	k.add("P10", "同一份简报两次导出的文件不相同", "two exports of the same brief are not the same")
	waive(b, k.findings)
	return k.findings
}

// A reader looks into a PDF.
type reader struct {
	file     *object.File
	doc      *typeset.Document
	findings []Finding
}

func (k *reader) add(code, zh, en string) {
	k.findings = append(k.findings, Finding{Code: code, Severity: Error, Message: language.Text{
		ZH: "导出的 PDF 有误：" + zh + "；请重新导出，仍有此事请告知我们",
		EN: "The exported PDF is faulty: " + en + "; export it again, and tell us if it stays so",
	}, about: []string{en}})
}

func (k *reader) look() {
	catalog, err := k.file.Dict(k.file.Trailer["Root"])
	if err != nil {
		k.add("P6", "没有目录对象", "it has no catalogue")
		return
	}
	k.fonts()
	k.structure(catalog)
	k.bookmarks(catalog)
	k.properties()
}

// fonts is check P2.
func (k *reader) fonts() {
	missing := map[string]bool{}
	for _, v := range k.file.Objects {
		d, ok := v.(object.Dict)
		if !ok || d["Type"] != object.Name("Font") {
			continue
		}
		if kids, ok := k.file.Get(d["DescendantFonts"]).(object.Array); ok && len(kids) > 0 {
			continue // looked at by themselves
		}
		descriptor, err := k.file.Dict(d["FontDescriptor"])
		if err != nil || k.file.Get(descriptor["FontFile"]) == nil && k.file.Get(descriptor["FontFile2"]) == nil && k.file.Get(descriptor["FontFile3"]) == nil {
			name, _ := d["BaseFont"].(object.Name)
			missing[string(name)] = true
		}
	}
	for name := range missing {
		k.add("P2", "字体 "+name+" 没有嵌入", "the face "+name+" is not embedded")
	}
}

// structure is check P6.
func (k *reader) structure(catalog object.Dict) {
	if s, ok := k.file.Get(catalog["Lang"]).(object.String); !ok || s == "" {
		k.add("P6", "文件没有声明语言", "it does not say its language")
	}
	info, err := k.file.Dict(catalog["MarkInfo"])
	if err != nil || k.file.Get(info["Marked"]) != true {
		k.add("P6", "没有标签", "it is not tagged")
	}
	root, err := k.file.Dict(catalog["StructTreeRoot"])
	if err != nil {
		k.add("P6", "没有结构树", "it has no structure tree")
		return
	}
	headings, said := 0, map[string]bool{}
	once := func(zh, en string) {
		if !said[en] {
			said[en] = true
			k.add("P6", zh, en)
		}
	}
	var walk func(v object.Value, lang string, table *bool, depth int)
	walk = func(v object.Value, lang string, table *bool, depth int) {
		if depth > 64 {
			return
		}
		if all, ok := k.file.Get(v).(object.Array); ok {
			for _, one := range all {
				walk(one, lang, table, depth+1)
			}
			return
		}
		d, ok := k.file.Get(v).(object.Dict)
		if !ok {
			return
		}
		if s, ok := k.file.Get(d["Lang"]).(object.String); ok {
			lang = plainText(s)
		}
		kind, _ := d["S"].(object.Name)
		head := false
		switch {
		case kind == "Table":
			table = &head
		case kind == "TH" && table != nil:
			*table = true
		case kind == "Figure":
			if s, ok := k.file.Get(d["Alt"]).(object.String); !ok || strings.TrimSpace(plainText(s)) == "" {
				once("有图没有替代文字", "a figure has no alternative text")
			}
		case len(kind) == 2 && kind[0] == 'H' && kind[1] >= '1' && kind[1] <= '6':
			headings++
		}
		if kind != "" && kind != "Document" && lang != "zh-CN" && lang != "en-GB" {
			once("有段落没有声明语言", "a paragraph does not say its language")
		}
		walk(d["K"], lang, table, depth+1)
		if kind == "Table" && !head {
			once("有表格没有表头", "a table has no header cells")
		}
	}
	walk(root["K"], "", nil, 0)
	if len(k.doc.Headings) > 0 && headings < len(k.doc.Headings) {
		k.add("P6", fmt.Sprintf("有 %d 个标题，只标了 %d 个", len(k.doc.Headings), headings), fmt.Sprintf("it has %d headings and tags only %d", len(k.doc.Headings), headings))
	}
}

// bookmarks is check P7: they are the headings.
func (k *reader) bookmarks(catalog object.Dict) {
	var titles []string
	var walk func(v object.Value, left int) int
	walk = func(v object.Value, left int) int {
		for left > 0 {
			d, err := k.file.Dict(v)
			if err != nil {
				return left
			}
			if s, ok := k.file.Get(d["Title"]).(object.String); ok {
				titles = append(titles, plainText(s))
			}
			left = walk(d["First"], left-1)
			v = d["Next"]
		}
		return left
	}
	if root, err := k.file.Dict(catalog["Outlines"]); err == nil {
		walk(root["First"], 1<<16)
	}
	at := 0
	for _, h := range k.doc.Headings {
		if h.Text.IsEmpty() {
			continue
		}
		if at >= len(titles) || !strings.Contains(titles[at], h.Text.ZH) || !strings.Contains(titles[at], h.Text.EN) {
			name := h.Text.ZH
			if name == "" {
				name = h.Text.EN
			}
			k.add("P7", "标题“"+name+"”没有书签", "the heading ‘"+name+"’ has no bookmark")
			return
		}
		at++
	}
	if at != len(titles) {
		k.add("P7", "书签“"+titles[at]+"”不是标题", "the bookmark ‘"+titles[at]+"’ is no heading")
	}
}

// properties is check P9.
func (k *reader) properties() {
	info, err := k.file.Dict(k.file.Trailer["Info"])
	field := func(name object.Name) string {
		if err != nil {
			return ""
		}
		s, _ := k.file.Get(info[name]).(object.String)
		return plainText(s)
	}
	if !k.doc.Title.IsEmpty() && strings.TrimSpace(field("Title")) == "" {
		k.add("P9", "文件属性里没有标题", "its properties have no title")
	}
	if !k.doc.Author.IsEmpty() && strings.TrimSpace(field("Author")) == "" {
		k.add("P9", "文件属性里没有作者", "its properties have no author")
	}
}

// plainText returns what a PDF text string says.
func plainText(s object.String) string {
	if !strings.HasPrefix(string(s), "\xFE\xFF") {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
