package main

import (
	"context"
	"fmt"
	"path/filepath"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"
)

// jsonNew is what new prints.
type jsonNew struct {
	File    string      `json:"file"`
	Blocks  int         `json:"blocks"`
	Words   jsonWords   `json:"words"`
	Blanks  []jsonBlank `json:"blanks"`
	LeftOut []jsonLeft  `json:"left_out"`
}

type jsonWords struct {
	ZH int `json:"zh"`
	EN int `json:"en"`
}

type jsonBlank struct {
	Block    string            `json:"block"`
	Slot     brief.Slot        `json:"slot"`
	Language language.Language `json:"language"`
	Name     string            `json:"name"`
}

type jsonLeft struct {
	ID      string        `json:"id"`
	Title   language.Text `json:"title"`
	Section string        `json:"section"`
}

func newCommand() command {
	return command{
		name: "new", usage: "(--template ID --answer C1,C3 [--preset ID] | --from OUTLINE.json [--template ID]) --out F.celun",
		does: language.Text{ZH: "按模板从论据库起草简报，或把提纲做成简报", EN: "Drafts a brief from the library by a template, or makes one from an outline"},
		flags: []flag{
			{name: "--template", value: "ID", does: language.Text{ZH: "模板，如 policy-brief", EN: "the template, such as policy-brief"}},
			{name: "--answer", value: "IDS", does: language.Text{ZH: "要讨论的挑战，用逗号隔开；不写则取全部", EN: "the challenges to discuss, with commas between; all of them if not given"}},
			{name: "--preset", value: "ID", does: language.Text{ZH: "篇幅，见 template show", EN: "the length, as template show lists them"}},
			{name: "--layout", value: "LAYOUT", of: []string{"parallel", "stacked", "facing", "sequential"}, does: language.Text{ZH: "版式；不写则照模板", EN: "the layout; the template’s if not given"}},
			{name: "--style", value: "STYLE", of: []string{"brief", "official"}, does: language.Text{ZH: "式样：brief 简报，official 公文；不写则照模板", EN: "the look of a brief or of an official document; the template’s if not given"}},
			{name: "--from", value: "FILE", does: language.Text{ZH: "提纲文件（JSON）", EN: "an outline (JSON)"}},
			{name: "--out", value: "FILE", need: true, does: language.Text{ZH: "写入的简报", EN: "the brief to write"}},
			{name: "--force", does: language.Text{ZH: "文件已存在时覆盖它", EN: "replaces the file if there is one"}},
		},
		run: runNew,
	}
}

func runNew(p *program, ctx context.Context, a arguments) (int, error) {
	out := a.get("--out")
	if err := unused(out, a.has("--force")); err != nil {
		return couldNotRun, err
	}
	b, report, err := p.newBrief(a)
	if err != nil {
		return couldNotRun, err
	}
	if err := p.save(ctx, out, b); err != nil {
		return couldNotRun, err
	}
	words := jsonWords{app.Length(b, language.ZH), app.Length(b, language.EN)}
	blocks := 0
	for i := range b.Sections {
		blocks += len(b.Sections[i].Blocks)
	}
	if p.json {
		j := jsonNew{File: out, Blocks: blocks, Words: words, Blanks: []jsonBlank{}, LeftOut: []jsonLeft{}}
		for _, k := range report.Blanks {
			j.Blanks = append(j.Blanks, jsonBlank{k.At.Block, k.At.Slot, k.At.Language, k.Name})
		}
		for _, l := range report.LeftOut {
			j.LeftOut = append(j.LeftOut, jsonLeft{l.Argument, l.Title, l.Slot})
		}
		return done, p.encode(j)
	}
	p.say(language.Text{
		ZH: fmt.Sprintf("已写入 %s：%d 块，%d 字，英文 %d 词", out, blocks, words.ZH, words.EN),
		EN: fmt.Sprintf("Wrote %s: %d blocks, %d Chinese characters, %d English words", out, blocks, words.ZH, words.EN),
	})
	if n := places(report.Blanks); n > 0 {
		p.say(language.Text{
			ZH: fmt.Sprintf("有 %d 处留白待您填写；“celunctl check %s”逐一列出", n, out),
			EN: fmt.Sprintf("%d blanks are left for you to fill in; \"celunctl check %s\" lists them", n, out),
		})
	}
	for _, l := range report.LeftOut {
		p.say(language.Text{ZH: "放不下，未收入：" + l.Title.ZH, EN: "Left out for want of room: " + l.Title.EN})
	}
	return done, nil
}

// save writes a brief with the picture of its first page. A brief that cannot
// be drawn is saved all the same.
func (p *program) save(ctx context.Context, path string, b *brief.Brief) error {
	picture, err := p.app.Thumbnail(ctx, b)
	if err != nil {
		picture = nil
	}
	return brief.Save(path, b, picture)
}

func (p *program) newBrief(a arguments) (*brief.Brief, template.Report, error) {
	if from := a.get("--from"); from != "" {
		if a.has("--answer") {
			return nil, template.Report{}, &language.Problem{
				Where: "new",
				What:  language.Text{ZH: "--from 与 --answer 不能同时使用", EN: "--from and --answer do not go together"},
				Do:    language.Text{ZH: "请去掉其中一个", EN: "Leave one of them out"},
			}
		}
		b, err := p.fromOutline(from, a.get("--template"))
		if err != nil {
			return nil, template.Report{}, err
		}
		return b, template.Report{Blanks: b.Blanks()}, nil
	}
	if a.get("--template") == "" {
		return nil, template.Report{}, &language.Problem{
			Where: "new",
			What:  language.Text{ZH: "没有说明从什么做起", EN: "it is not said what to start from"},
			Do:    language.Text{ZH: "请加 --template 或 --from", EN: "Add --template or --from"},
		}
	}
	challenges := list(a.get("--answer"))
	if !a.has("--answer") {
		lib, err := p.app.Library()
		if err != nil {
			return nil, template.Report{}, err
		}
		for _, e := range lib.OfKind("challenge") {
			challenges = append(challenges, e.ID)
		}
	}
	return p.app.NewFromTemplate(a.get("--template"), template.Choice{
		Challenges: challenges, Date: p.date(), Preset: a.get("--preset"),
		Layout: brief.Layout(a.get("--layout")), Style: brief.Style(a.get("--style")),
	})
}

// fromOutline makes a brief from a plain outline, noting the template.
func (p *program) fromOutline(path, id string) (*brief.Brief, error) {
	o := brief.OutlineOptions{Date: p.date()}
	if id != "" {
		t, err := p.app.Template(id)
		if err != nil {
			return nil, err
		}
		o.Template = brief.Template{ID: t.ID, Version: t.Version}
	}
	data, err := store.Read(path, brief.MaxOutline)
	if err != nil {
		return nil, err
	}
	return brief.FromOutline(filepath.Base(path), data, o)
}

// places counts the blanks of one language, or all if one has none.
func places(blanks []brief.BlankAt) int {
	n := map[language.Language]int{}
	for _, b := range blanks {
		n[b.At.Language]++
	}
	return max(n[language.ZH], n[language.EN])
}
