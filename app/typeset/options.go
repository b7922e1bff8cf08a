package typeset

import (
	"celun/app/brief"
	"celun/app/language"
)

// complete fills in what o leaves open and refuses what there is not.
func complete(o *Options, b *brief.Brief) error {
	if o.Layout == "" {
		o.Layout = b.Meta.Layout
	}
	if o.Layout == "" {
		o.Layout = brief.Parallel
	}
	if o.Style == "" {
		o.Style = b.Meta.Style
	}
	switch o.Style {
	case "", brief.BriefStyle, brief.OfficialStyle:
	default:
		return &language.Problem{
			Where: string(o.Style),
			What:  language.Text{ZH: "没有这种式样", EN: "There is no such style"},
			Do:    language.Text{ZH: "可用的式样是 brief（简报）、official（公文）", EN: "Choose brief or official"},
		}
	}
	if o.Lead == "" {
		o.Lead = b.Meta.Lead
	}
	if o.Lead == "" {
		o.Lead = language.ZH
	}
	if o.Paper == "" {
		o.Paper = b.Meta.Page.Paper
	}
	if o.Paper == "" {
		o.Paper = A4
	}
	o.Landscape = o.Landscape || b.Meta.Page.Landscape
	switch o.Layout {
	case brief.Parallel, brief.Stacked, brief.Sequential, brief.Facing:
	default:
		return &language.Problem{
			Where: string(o.Layout),
			What:  language.Text{ZH: "没有这种版式", EN: "There is no such layout"},
			Do: language.Text{
				ZH: "可用的版式是 parallel（并列）、stacked（上下）、facing（对开）、sequential（先后）",
				EN: "Choose parallel, stacked, facing or sequential",
			},
		}
	}
	switch o.Paper {
	case A4, A3, Letter:
	default:
		return &language.Problem{
			Where: string(o.Paper),
			What:  language.Text{ZH: "没有这种纸张", EN: "There is no such paper"},
			Do:    language.Text{ZH: "可用的纸张是 A4、A3、letter", EN: "Choose A4, A3 or letter"},
		}
	}
	known := func(l language.Language) bool { return l == language.ZH || l == language.EN }
	var shown []language.Language
	for _, l := range []language.Language{o.Lead, o.Lead.Other()} {
		if !known(l) {
			return noLanguage(l)
		}
		if len(o.Languages) == 0 {
			shown = append(shown, l)
			continue
		}
		for _, m := range o.Languages {
			if !known(m) {
				return noLanguage(m)
			}
			if m == l {
				shown = append(shown, l)
				break
			}
		}
	}
	o.Languages = shown
	o.Lead = shown[0]
	return nil
}

func noLanguage(l language.Language) error {
	return &language.Problem{
		Where: string(l),
		What:  language.Text{ZH: "没有这种语言", EN: "There is no such language"},
		Do:    language.Text{ZH: "可用的语言是 zh 和 en", EN: "Choose zh or en"},
	}
}

// paper returns the width and height of a page in pt.
func paper(o Options) (wide, high float64) {
	switch o.Paper {
	case A3:
		wide, high = 297*mm, 420*mm
	case Letter:
		wide, high = 612, 792
	default:
		wide, high = 210*mm, 297*mm
	}
	if o.Landscape {
		wide, high = high, wide
	}
	return wide, high
}
