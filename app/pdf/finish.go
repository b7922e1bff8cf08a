package pdf

import (
	"fmt"
	"strings"
	"sync"

	"celun/app/language"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// finish turns what gofpdf wrote into the file we want: true fonts, outline,
// languages, metadata.
func finish(file *object.File, doc *typeset.Document, fonts []*font, drawn *drawer, o Options) error {
	tree := drawn.tags.finish()
	catalog, err := file.Dict(file.Trailer["Root"])
	if err != nil {
		return err
	}
	pages, err := file.Pages()
	if err != nil {
		return err
	}
	if err := addResources(file, pages, fonts, drawn.pictures); err != nil {
		return err
	}
	links, err := finishPages(file, doc, pages, tree)
	if err != nil {
		return err
	}
	tree.write(file, catalog, pages, links)
	m := metadata(doc, o)
	catalog["OutputIntents"] = object.Array{object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String(colourSpace), "Info": object.String(colourSpace),
		"DestOutputProfile": file.Add(&object.Stream{Dict: object.Dict{"N": 3}, Data: sRGB()}),
	}}
	delete(catalog, "Names") // an empty list of attachments
	if root := outline(file, doc, pages); root != 0 {
		catalog["Outlines"], catalog["PageMode"] = root, object.Name("UseOutlines")
	}
	catalog["Lang"] = object.String(lead(doc).Tag())
	catalog["ViewerPreferences"] = object.Dict{"DisplayDocTitle": true}
	catalog["PageLabels"] = object.Dict{"Nums": object.Array{0, object.Dict{"S": object.Name("D")}}}
	// Compressed: nearly all of it is the same in every file, and a brief of a
	// few pages is a hundredth smaller so. PDF/A-1 forbade that, PDF/A-2 does not.
	catalog["Metadata"] = file.Add(&object.Stream{
		Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")},
		Data: m.xmp(),
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

// addResources gives the pages their fonts and pictures. All of them share one
// dictionary of resources.
func addResources(file *object.File, pages []object.Ref, fonts []*font, pictures []*picture) error {
	page, err := file.Dict(pages[0])
	if err != nil {
		return err
	}
	resources, err := file.Dict(page["Resources"])
	if err != nil {
		return err
	}
	short := sync.OnceValue(func() object.Ref { return file.Add(shortCodes()) })
	mine := object.Dict{}
	for _, f := range fonts {
		if mine[object.Name(f.name)], err = f.add(file, short); err != nil {
			return err
		}
	}
	clear(resources)
	resources["Font"] = mine
	addPictures(file, resources, pictures)
	return nil
}

// finishPages gives pages their exact size and ties them and their links to
// the structure. It returns the references of each page's links.
func finishPages(file *object.File, doc *typeset.Document, pages []object.Ref, tree *structure) ([][]object.Ref, error) {
	links := make([][]object.Ref, len(pages))
	next := len(pages) // keys of the parent tree: pages, then links
	for i, ref := range pages {
		page, err := file.Dict(ref)
		if err != nil {
			return nil, err
		}
		if i < len(doc.Pages) {
			page["MediaBox"] = object.Array{0, 0, doc.Pages[i].Width, doc.Pages[i].Height}
		}
		if len(tree.marks[i]) > 0 {
			page["StructParents"] = i
		}
		list, _ := page["Annots"].(object.Array)
		if len(list) != len(tree.links[i]) {
			return nil, fmt.Errorf("pdf: %d links on page %d, not %d", len(list), i+1, len(tree.links[i]))
		}
		for k, link := range list {
			d, err := file.Dict(link)
			if err != nil {
				return nil, err
			}
			d["F"] = 4 // printed
			d["Contents"] = object.Text(linkText(tree.links[i][k]))
			d["StructParent"] = next
			next++
			ref := file.Add(d) // gofpdf writes them into the page; the structure has to refer to them
			list[k] = ref
			links[i] = append(links[i], ref)
		}
		if list != nil {
			page["Tabs"] = object.Name("S") // the tab key follows the structure
		}
	}
	return links, nil
}

// linkText says where a link leads, for those who cannot see it.
func linkText(e *element) string {
	if !strings.HasPrefix(e.target, "#") {
		return e.target
	}
	if e.language == language.EN {
		return "To another place in this document"
	}
	return "转到文中另一处"
}
