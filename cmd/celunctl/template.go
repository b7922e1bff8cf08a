package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"
)

// jsonTemplate is a template as template list and show print it.
type jsonTemplate struct {
	ID          string         `json:"id"`
	Version     int            `json:"version"`
	Name        language.Text  `json:"name"`
	Description language.Text  `json:"description"`
	Layout      brief.Layout   `json:"layout"`
	Pages       template.Pages `json:"pages"`
	// Promise holds the pages in other layouts and in one language.
	Promise  map[template.Promised]template.Pages `json:"promise"`
	Style    brief.Style                          `json:"style,omitempty"`
	Presets  []jsonPreset                         `json:"presets"`
	Sections []jsonSection                        `json:"sections"`
}

// jsonPreset is one of the lengths of a template.
type jsonPreset struct {
	ID    string         `json:"id"`
	Name  language.Text  `json:"name"`
	Pages template.Pages `json:"pages"`
}

type jsonSection struct {
	Slot       string        `json:"slot"`
	Heading    language.Text `json:"heading"`
	Purpose    language.Text `json:"purpose"`
	Required   bool          `json:"required"`
	Unnumbered bool          `json:"unnumbered"`
	Limit      jsonLimits    `json:"limit"`
}

type jsonLimits struct {
	ZH jsonLimit `json:"zh"`
	EN jsonLimit `json:"en"`
}

// jsonLimit is the limit for one challenge, and what each further one adds.
type jsonLimit struct {
	brief.Limit
	More int `json:"more,omitempty"`
}

func templateListCommand() command {
	return command{
		name: "template list",
		does: language.Text{ZH: "列出模板", EN: "Lists the templates"},
		run: func(p *program, _ context.Context, _ arguments) (int, error) {
			all, err := p.app.Templates()
			if err != nil {
				return couldNotRun, err
			}
			if p.json {
				return done, p.encode(jsonTemplates(all))
			}
			for _, t := range all {
				fmt.Fprintf(p.out, "%-18s%s  %s\n", t.ID, t.Name.In(p.language), t.Description.In(p.language))
			}
			return done, nil
		},
	}
}

func templateShowCommand() command {
	return command{
		name: "template show", usage: "ID…", least: 1, most: 1000,
		does: language.Text{ZH: "显示模板的章节、篇幅和写作提示", EN: "Shows the sections of templates, with limits and advice"},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			var all []*template.Template
			for _, id := range a.positional {
				t, err := p.app.Template(id)
				if err != nil {
					return couldNotRun, err
				}
				all = append(all, t)
			}
			if p.json {
				return done, p.encode(jsonTemplates(all))
			}
			for _, t := range all {
				p.showTemplate(t)
			}
			return done, nil
		},
	}
}

func (p *program) showTemplate(t *template.Template) {
	p.say(language.Text{
		ZH: fmt.Sprintf("%s（%s），%d–%d 页：%s", t.Name.ZH, t.ID, t.Pages.Least, t.Pages.Most, t.Description.ZH),
		EN: fmt.Sprintf("%s (%s), %d–%d pages. %s", t.Name.EN, t.ID, t.Pages.Least, t.Pages.Most, t.Description.EN),
	})
	for _, l := range t.Presets {
		fmt.Fprintf(p.out, "  --preset %-10s%s\n", l.ID, l.Name.In(p.language))
	}
	for _, s := range t.Sections {
		fmt.Fprintf(p.out, "\n%s / %s\n", s.Heading.ZH, s.Heading.EN)
		if s.LimitZH.Hard == 0 {
			fmt.Fprintf(p.out, "  %s\n", s.Purpose.In(p.language))
			continue
		}
		limit := language.Text{
			ZH: fmt.Sprintf("  上限 %d 字、%d 词", s.LimitZH.Hard, s.LimitEN.Hard),
			EN: fmt.Sprintf("  At most %d Chinese characters, %d English words", s.LimitZH.Hard, s.LimitEN.Hard),
		}
		if s.MoreZH > 0 || s.MoreEN > 0 {
			limit.ZH += fmt.Sprintf("；每多讨论一项挑战，再加 %d 字、%d 词", s.MoreZH, s.MoreEN)
			limit.EN += fmt.Sprintf("; %d and %d more for each further challenge", s.MoreZH, s.MoreEN)
		}
		p.say(limit)
		fmt.Fprintf(p.out, "  %s\n", s.Purpose.In(p.language))
	}
}

// templateCheckCommand says all that is wrong with a template file.
func templateCheckCommand() command {
	return command{
		name: "template check", usage: "FILE", least: 1, most: 1,
		does: language.Text{ZH: "检查模板文件，逐行指出错误", EN: "Checks a template file and names every fault with its line"},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			path := a.positional[0]
			data, err := store.Read(path, 1<<20)
			if err != nil {
				return couldNotRun, err
			}
			t, problems := template.Check(filepath.Base(path), data)
			if p.json {
				faults := []jsonFault{}
				for _, problem := range problems {
					faults = append(faults, jsonFault{"template", problem.Place(language.EN), language.Text{ZH: problem.In(language.ZH), EN: problem.In(language.EN)}})
				}
				if err := p.encode(faults); err != nil {
					return couldNotRun, err
				}
			} else {
				for _, problem := range problems {
					fmt.Fprintln(p.out, strings.Join(strings.Fields(problem.In(p.language)), " "))
				}
			}
			switch n := len(problems); {
			case n == 1:
				return foundErrors, problems[0]
			case n > 1:
				return foundErrors, &language.Problem{
					Where: filepath.Base(path),
					What:  language.Text{ZH: fmt.Sprintf("有 %d 处错误", n), EN: fmt.Sprintf("%d faults were found", n)},
					Do:    language.Text{ZH: "请逐处改正后再检查一遍", EN: "Correct them and check it again"},
				}
			}
			if !p.json {
				p.say(language.Text{
					ZH: fmt.Sprintf("模板“%s”没有问题，共 %d 节", t.Name.ZH, len(t.Sections)),
					EN: fmt.Sprintf("The template ‘%s’ is sound; it has %d sections", t.Name.EN, len(t.Sections)),
				})
			}
			return done, nil
		},
	}
}

// templateExportCommand writes a template as a file to share.
func templateExportCommand() command {
	return command{
		name: "template export", usage: "ID --out F.yaml", least: 1, most: 1,
		does: language.Text{ZH: "把模板写成 YAML 文件，供修改或交给别人", EN: "Writes a template as a YAML file, to change or to share"},
		flags: []flag{
			{name: "--out", value: "FILE", need: true, does: language.Text{ZH: "写入的文件", EN: "the file to write"}},
			{name: "--force", does: language.Text{ZH: "文件已存在时覆盖它", EN: "replaces the file if there is one"}},
		},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			out := a.get("--out")
			if err := unused(out, a.has("--force")); err != nil {
				return couldNotRun, err
			}
			t, err := p.app.Template(a.positional[0])
			if err != nil {
				return couldNotRun, err
			}
			data, err := template.Encode(t)
			if err != nil {
				return couldNotRun, err
			}
			if err := store.Write(out, data); err != nil {
				return couldNotRun, err
			}
			return done, p.kept(t, out)
		},
	}
}

// templateImportCommand keeps a template that somebody sent.
func templateImportCommand() command {
	return command{
		name: "template import", usage: "FILE", least: 1, most: 1,
		does: language.Text{ZH: "收下一个模板；同名的旧版留给用过它的简报", EN: "Keeps a template; the version before stays for the briefs that were started from it"},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			path := a.positional[0]
			data, err := store.Read(path, 1<<20)
			if err != nil {
				return couldNotRun, err
			}
			shelf, err := p.app.TemplateShelf()
			if err != nil {
				return couldNotRun, err
			}
			t, err := shelf.Import(filepath.Base(path), data)
			if err != nil {
				return foundErrors, err
			}
			return done, p.kept(t, "")
		},
	}
}

// kept says which template was written or kept.
func (p *program) kept(t *template.Template, path string) error {
	if p.json {
		return p.encode(struct {
			ID      string `json:"id"`
			Version int    `json:"version"`
			File    string `json:"file,omitempty"`
		}{t.ID, t.Version, path})
	}
	p.say(language.Text{
		ZH: fmt.Sprintf("模板“%s”（%s），第 %d 版", t.Name.ZH, t.ID, t.Version),
		EN: fmt.Sprintf("Template ‘%s’ (%s), version %d", t.Name.EN, t.ID, t.Version),
	})
	return nil
}

// jsonFault is one thing that is wrong in a file.
type jsonFault struct {
	Code    string        `json:"code"`
	ID      string        `json:"id"`
	Message language.Text `json:"message"`
}

func jsonTemplates(all []*template.Template) []jsonTemplate {
	list := make([]jsonTemplate, 0, len(all))
	for _, t := range all {
		j := jsonTemplate{
			ID: t.ID, Version: t.Version, Name: t.Name, Description: t.Description,
			Layout: t.Layout, Pages: t.Pages, Promise: t.Promise, Style: t.Style,
			Presets: []jsonPreset{}, Sections: make([]jsonSection, 0, len(t.Sections)),
		}
		if j.Promise == nil {
			j.Promise = map[template.Promised]template.Pages{}
		}
		for _, p := range t.Presets {
			j.Presets = append(j.Presets, jsonPreset{p.ID, p.Name, p.Pages})
		}
		for _, s := range t.Sections {
			j.Sections = append(j.Sections, jsonSection{
				s.Slot, s.Heading, s.Purpose, s.Required, s.Unnumbered, jsonLimits{jsonLimit{s.LimitZH, s.MoreZH}, jsonLimit{s.LimitEN, s.MoreEN}},
			})
		}
		list = append(list, j)
	}
	return list
}
