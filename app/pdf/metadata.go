package pdf

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// program is what the metadata name as the maker of the file.
const program = "Celun"

// conformance says in XMP that the file is PDF/A-2a (ISO 19005-2, 6.6.4) and
// PDF/UA-1 (ISO 14289-1, 5). The schema of the second has to be described, as
// PDF/A knows only its own.
const conformance = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
	` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
	`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	`</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// conforms reports whether the file may say that it is PDF/A-2a and PDF/UA-1.
// All that we write is, but for what comes from without: a document needs a
// title, in each language it is in, and characters of private use mean
// nothing to whoever does not share the use. An encrypted file is neither.
func conforms(doc *typeset.Document, o Options) bool {
	if o.Password != "" || len(doc.Pages) == 0 {
		return false
	}
	titled := false
	for _, l := range language.Both() {
		shown := len(doc.Languages) == 0 || slices.Contains(doc.Languages, l)
		titled = titled || shown && doc.Title.In(l) != ""
	}
	if !titled {
		return false
	}
	for p := range doc.Pages {
		for i := range doc.Pages[p].Items {
			for _, r := range doc.Pages[p].Items[i].Text {
				if r >= 0xE000 && unicode.Is(unicode.Co, r) {
					return false
				}
			}
		}
	}
	return true
}

// A meta is what the file says about itself.
type meta struct {
	titles   map[language.Language]string
	title    string // in both languages
	author   string
	keywords []string
	date     time.Time // zero if the document has none
	tags     []string
	tool     string // that made the file, with its version
	conforms bool   // to PDF/A-2a and PDF/UA-1, and may say so
}

func metadata(doc *typeset.Document, o Options) meta {
	m := meta{titles: map[language.Language]string{}, keywords: o.Keywords, tool: program}
	if o.Version != "" {
		m.tool += " " + o.Version
	}
	m.conforms = conforms(doc, o)
	first := lead(doc)
	var titles, authors []string
	for _, l := range []language.Language{first, first.Other()} {
		if len(doc.Languages) > 0 && !slices.Contains(doc.Languages, l) {
			continue
		}
		m.tags = append(m.tags, l.Tag())
		if t := doc.Title.In(l); t != "" {
			m.titles[l] = t
			titles = append(titles, t)
		}
		if a := doc.Author.In(l); a != "" && !slices.Contains(authors, a) {
			authors = append(authors, a)
		}
	}
	m.title = strings.Join(slices.Compact(titles), " · ")
	m.author = strings.Join(authors, " · ")
	if m.keywords == nil && doc.Template.ID != "" {
		m.keywords = []string{doc.Template.ID}
		if doc.Template.Version > 0 {
			m.keywords[0] = fmt.Sprintf("%s, version %d", doc.Template.ID, doc.Template.Version)
		}
	}
	if t, err := time.Parse(time.DateOnly, doc.Date); err == nil {
		m.date = t
	}
	return m
}

// info returns the document information dictionary (PDF 1.7, 14.3.3).
func (m meta) info() object.Dict {
	d := object.Dict{"Producer": object.Text(m.tool), "Creator": object.Text(m.tool)}
	for key, s := range map[object.Name]string{
		"Title": m.title, "Author": m.author, "Keywords": strings.Join(m.keywords, ", "),
	} {
		if s != "" {
			d[key] = object.Text(s)
		}
	}
	if !m.date.IsZero() {
		d["CreationDate"] = object.String(m.date.Format("D:20060102150405Z"))
		d["ModDate"] = d["CreationDate"]
	}
	return d
}

// xmp returns the same as XMP, with the title in each language (XMP
// specification part 1; the default title equals that of the information
// dictionary, as PDF/A asks).
func (m meta) xmp() []byte {
	var b strings.Builder
	line := func(format string, values ...any) {
		for i, v := range values {
			values[i] = escapeXML(fmt.Sprint(v))
		}
		fmt.Fprintf(&b, format+"\n", values...)
	}
	line("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
	line(`<x:xmpmeta xmlns:x="adobe:ns:meta/">`)
	line(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	line(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">`)
	line(`<dc:format>application/pdf</dc:format>`)
	if m.title != "" {
		line(`<dc:title><rdf:Alt>`)
		line(`<rdf:li xml:lang="x-default">%s</rdf:li>`, m.title)
		for _, l := range language.Both() {
			if m.titles[l] != "" {
				line(`<rdf:li xml:lang="%s">%s</rdf:li>`, l.Tag(), m.titles[l])
			}
		}
		line(`</rdf:Alt></dc:title>`)
	}
	if m.author != "" {
		line(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, m.author)
	}
	line(`<dc:language><rdf:Bag>`)
	for _, tag := range m.tags {
		line(`<rdf:li>%s</rdf:li>`, tag)
	}
	line(`</rdf:Bag></dc:language>`)
	if len(m.keywords) > 0 {
		line(`<pdf:Keywords>%s</pdf:Keywords>`, strings.Join(m.keywords, ", "))
	}
	line(`<pdf:Producer>%s</pdf:Producer>`, m.tool)
	line(`<xmp:CreatorTool>%s</xmp:CreatorTool>`, m.tool)
	if !m.date.IsZero() {
		date := m.date.Format(time.RFC3339)
		line(`<xmp:CreateDate>%s</xmp:CreateDate>`, date)
		line(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	}
	line(`</rdf:Description>`)
	if m.conforms {
		line(conformance)
	}
	line(`</rdf:RDF></x:xmpmeta>`)
	b.WriteString(`<?xpacket end="w"?>`)
	return []byte(b.String())
}

// escapeXML returns s as it may stand in XML; what may not stand there at all
// becomes U+FFFD.
func escapeXML(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
