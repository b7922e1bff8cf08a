package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"celun/app/language"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// jsonPages is the page list, in points from the top left; the y of a text is
// its baseline.
type jsonPages struct {
	Pages []jsonPage `json:"pages"`
}

type jsonPage struct {
	Width  float64    `json:"width"`
	Height float64    `json:"height"`
	Items  []jsonItem `json:"items"`
}

type jsonItem struct {
	Kind     typeset.ItemKind  `json:"kind"`
	X        float64           `json:"x"`
	Y        float64           `json:"y"`
	Width    float64           `json:"width"`
	Height   float64           `json:"height"`
	Text     string            `json:"text"`
	Face     face.ID           `json:"face"`
	Size     float64           `json:"size"`
	Language language.Language `json:"language"`
	Role     typeset.Role      `json:"role"`
	Block    string            `json:"block"`
	// Advances are those of the characters of Text; Paragraph is one number
	// for all lines of a passage; Hyphen says that the layout put in the last
	// character.
	Advances  []float64 `json:"advances,omitempty"`
	Rise      float64   `json:"rise,omitempty"`
	Paragraph int       `json:"paragraph,omitempty"`
	Hyphen    bool      `json:"hyphen,omitempty"`
}

func pagesCommand() command {
	return command{
		name: "pages", usage: "F.celun [--layout …] [--language both|zh|en] [--lead zh|en] [--paper …] [--landscape] [--style …] [--draft] [--salvage]",
		least: 1, most: 1,
		does:  language.Text{ZH: "列出页面上的每一件东西及其位置", EN: "Lists everything that is drawn, and where"},
		flags: append([]flag{editionFlag()}, layoutFlags()...),
		run: func(p *program, ctx context.Context, a arguments) (int, error) {
			doc, err := p.pages(ctx, a)
			if err != nil {
				return couldNotRun, err
			}
			if p.json {
				return done, p.encode(pageList(doc))
			}
			for _, page := range doc.Pages {
				p.say(language.Text{ZH: fmt.Sprintf("—— 第 %d 页 ——", page.Number), EN: fmt.Sprintf("—— page %d ——", page.Number)})
				for _, line := range lines(page) {
					fmt.Fprintln(p.out, line)
				}
			}
			return done, nil
		},
	}
}

// editionFlag is --language for commands that make one document.
func editionFlag() flag {
	return flag{
		name: "--language", value: "LANGUAGE", of: []string{"both", "zh", "en"},
		does: language.Text{ZH: "both 双语，zh 中文，en 英文", EN: "both, Chinese or English"},
	}
}

// pages sets the brief that a names.
func (p *program) pages(ctx context.Context, a arguments) (*typeset.Document, error) {
	b, _, err := p.open(a.positional[0], a.has("--salvage"))
	if err != nil {
		return nil, err
	}
	if err := setPage(b, a); err != nil {
		return nil, err
	}
	o := pageOptions(a)
	if l := language.Language(a.get("--language")); l == language.ZH || l == language.EN {
		o.Languages = []language.Language{l}
	}
	return p.app.Pages(ctx, b, o)
}

func pageList(doc *typeset.Document) jsonPages {
	list := jsonPages{Pages: make([]jsonPage, 0, len(doc.Pages))}
	for _, page := range doc.Pages {
		j := jsonPage{Width: page.Width, Height: page.Height, Items: make([]jsonItem, 0, len(page.Items))}
		for i := range page.Items {
			it := &page.Items[i]
			j.Items = append(j.Items, jsonItem{
				it.Kind, it.X, it.Y, it.Width, it.Height, it.Text, it.Face, it.Size, it.Language, it.Role, it.Address.Block,
				rounded(it.Advances), it.Rise, it.Paragraph, it.Hyphen,
			})
		}
		list.Pages = append(list.Pages, j)
	}
	return list
}

// rounded returns lengths to a ten-thousandth of a point.
func rounded(lengths []float64) []float64 {
	if lengths == nil {
		return nil
	}
	out := make([]float64, len(lengths))
	for i, l := range lengths {
		out[i] = math.Round(l*1e4) / 1e4
	}
	return out
}

// lines returns the texts of a page, those on one baseline of one paragraph
// together.
func lines(page typeset.Page) []string {
	var all []string
	var line strings.Builder
	paragraph, y := -1, 0.0
	for i := range page.Items {
		it := &page.Items[i]
		if it.Kind != typeset.TextItem {
			continue
		}
		if line.Len() > 0 && (it.Paragraph != paragraph || it.Y-it.Rise != y && it.Y+it.Rise != y) {
			all = append(all, line.String())
			line.Reset()
		}
		paragraph, y = it.Paragraph, it.Y+it.Rise
		line.WriteString(it.Text)
	}
	if line.Len() > 0 {
		all = append(all, line.String())
	}
	return all
}
