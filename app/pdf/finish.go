package pdf

import (
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// program is what the metadata name as the maker of the file.
const program = "Celun"

// finish turns what gofpdf wrote into the file we want: true fonts, outline,
// languages, metadata.
func finish(file *object.File, doc *typeset.Document, fonts []*font, o Options) error {
	catalog, err := file.Dict(file.Trailer["Root"])
	if err != nil {
		return err
	}
	pages, err := file.Pages()
	if err != nil {
		return err
	}
	if err := replaceFonts(file, pages, fonts); err != nil {
		return err
	}
	if err := finishPages(file, doc, pages); err != nil {
		return err
	}
	m := metadata(doc, o)
	delete(catalog, "Names") // an empty list of attachments
	if root := outline(file, doc, pages); root != 0 {
		catalog["Outlines"], catalog["PageMode"] = root, object.Name("UseOutlines")
	}
	catalog["Lang"] = object.String(lead(doc).Tag())
	catalog["ViewerPreferences"] = object.Dict{"DisplayDocTitle": true}
	catalog["PageLabels"] = object.Dict{"Nums": object.Array{0, object.Dict{"S": object.Name("D")}}}
	catalog["Metadata"] = file.Add(&object.Stream{
		Dict:  object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")},
		Data:  m.xmp(),
		Plain: true,
	})
	file.Trailer["Info"] = file.Set(file.Trailer["Info"], m.info())
	return nil
}

// lead returns the language that leads the document.
func lead(doc *typeset.Document) language.Language {
	if len(doc.Languages) == 1 {
		return doc.Languages[0]
	}
	if doc.Lead == language.EN {
		return language.EN
	}
	return language.ZH
}

// replaceFonts puts the true fonts in the place of gofpdf's, under our names.
// All pages share one dictionary of resources.
func replaceFonts(file *object.File, pages []object.Ref, fonts []*font) error {
	page, err := file.Dict(pages[0])
	if err != nil {
		return err
	}
	resources, err := file.Dict(page["Resources"])
	if err != nil {
		return err
	}
	written, err := file.Dict(resources["Font"])
	if err != nil {
		return err
	}
	mine := object.Dict{}
	for _, key := range slices.Sorted(maps.Keys(written)) {
		dict, err := file.Dict(written[key])
		if err != nil {
			return err
		}
		base, _ := dict["BaseFont"].(object.Name)
		for _, f := range fonts {
			// gofpdf's name for what was added as F0 is utf8f0.
			if strings.EqualFold(string(base), "utf8"+f.name) {
				if err := f.replace(file, dict); err != nil {
					return err
				}
				mine[object.Name(f.name)] = written[key]
			}
		}
	}
	if len(mine) != len(fonts) {
		return errors.New("pdf: a font is missing")
	}
	clear(resources)
	resources["Font"] = mine
	return nil
}

// finishPages gives pages their exact size and links their flags.
func finishPages(file *object.File, doc *typeset.Document, pages []object.Ref) error {
	for i, ref := range pages {
		page, err := file.Dict(ref)
		if err != nil {
			return err
		}
		if i < len(doc.Pages) {
			page["MediaBox"] = object.Array{0, 0, doc.Pages[i].Width, doc.Pages[i].Height}
		}
		links, _ := page["Annots"].(object.Array)
		for _, link := range links {
			d, err := file.Dict(link)
			if err != nil {
				return err
			}
			d["F"] = 4 // printed
		}
	}
	return nil
}

// A meta is what the file says about itself.
type meta struct {
	titles   map[language.Language]string
	title    string // in both languages
	author   string
	keywords []string
	date     time.Time // zero if the document has none
	tags     []string
}

func metadata(doc *typeset.Document, o Options) meta {
	m := meta{titles: map[language.Language]string{}, keywords: o.Keywords}
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
	}
	if t, err := time.Parse(time.DateOnly, doc.Date); err == nil {
		m.date = t
	}
	return m
}

// info returns the document information dictionary (PDF 1.7, 14.3.3).
func (m meta) info() object.Dict {
	d := object.Dict{"Producer": object.Text(program), "Creator": object.Text(program)}
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
	line(`<pdf:Producer>%s</pdf:Producer>`, program)
	line(`<xmp:CreatorTool>%s</xmp:CreatorTool>`, program)
	if !m.date.IsZero() {
		date := m.date.Format(time.RFC3339)
		line(`<xmp:CreateDate>%s</xmp:CreateDate>`, date)
		line(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	}
	line(`</rdf:Description></rdf:RDF></x:xmpmeta>`)
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
