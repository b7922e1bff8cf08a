package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/store"
	"celun/app/typeset"
)

// jsonExport is what export prints.
type jsonExport struct {
	Files    []jsonFile    `json:"files"`
	Words    jsonWords     `json:"words"`
	Layout   brief.Layout  `json:"layout"`
	Warnings []jsonWarning `json:"warnings"`
}

type jsonFile struct {
	File     string      `json:"file"`
	Pages    int         `json:"pages"`
	Language app.Edition `json:"language"`
}

type jsonWarning struct {
	Code    string        `json:"code"`
	Message language.Text `json:"message"`
	Block   string        `json:"block"`
}

// layoutFlags are the options of all commands that set pages.
func layoutFlags() []flag {
	return append([]flag{
		{
			name: "--layout", value: "LAYOUT", of: []string{"parallel", "stacked", "facing", "sequential"},
			does: language.Text{ZH: "版式：parallel 并列、stacked 上下、facing 对开、sequential 先后", EN: "parallel columns, stacked pairs, facing pages, or one language after the other"},
		},
		{name: "--lead", value: "LANGUAGE", of: []string{"zh", "en"}, does: language.Text{ZH: "居先的语言", EN: "the language that stands first"}},
		{name: "--paper", value: "PAPER", of: []string{"A4", "A3", "letter"}, does: language.Text{ZH: "纸张", EN: "the paper"}},
		{
			name: "--style", value: "STYLE", of: []string{"brief", "official"},
			does: language.Text{ZH: "式样：brief 简报，official 公文（照 GB/T 9704-2012，只有中文）", EN: "a policy brief, or a Chinese official document after GB/T 9704-2012"},
		},
		{name: "--trainer", does: language.Text{ZH: "教员版：连同答案、用时和只供教员的内容", EN: "the trainer’s copy, with answers, timing and what is for the trainer"}},
		{name: "--draft", does: language.Text{ZH: "每页衬“草稿”字样", EN: "marks each page as a draft"}},
		{name: "--landscape", does: language.Text{ZH: "横放", EN: "turns the paper"}},
		{name: "--salvage", does: language.Text{ZH: "简报损坏时，取出还能读出的部分", EN: "takes what can still be read of a damaged brief"}},
	}, settingFlags()...)
}

// pageOptions reads them.
func pageOptions(a arguments) typeset.Options {
	return typeset.Options{
		Layout: brief.Layout(a.get("--layout")), Lead: language.Language(a.get("--lead")),
		Paper: typeset.Paper(a.get("--paper")), Landscape: a.has("--landscape"),
		Style: brief.Style(a.get("--style")), Draft: a.has("--draft"), Trainer: a.has("--trainer"),
	}
}

func exportCommand() command {
	return command{
		name: "export", usage: "F.celun [--language both|zh|en|all] [--layout …] [--lead zh|en] [--paper …] [--landscape] [--style …] [--draft] [--trace] [--final] [--article [ID=]FILE] [--salvage] [--password-file F] [--out F.pdf]",
		least: 1, most: 1,
		does: language.Text{ZH: "导出 PDF；不改动简报", EN: "Exports a brief as PDF; never changes the brief"},
		flags: append([]flag{
			{
				name: "--language", value: "LANGUAGE", of: []string{"both", "zh", "en", "all"},
				does: language.Text{ZH: "both 双语，zh 中文，en 英文，all 三份都要", EN: "both in one, Chinese, English, or all three files"},
			},
			{name: "--trace", does: language.Text{ZH: "附录：每句话依据的论点、证据和文中位置", EN: "an appendix: each sentence with its argument, evidence and place in the article"}},
			{name: "--password-file", value: "FILE", does: language.Text{ZH: "用这个文件第一行的密码加密（AES-256）；密码不写在命令行上", EN: "encrypts with the password in the first line of this file (AES-256); never on the command line"}},
			{name: "--final", does: language.Text{ZH: "导出定稿：先检查，有错误则不导出；并写 F.manifest.json", EN: "a final version: checked first, refused if there are errors; also writes F.manifest.json"}},
			articleFlag(),
			{name: "--out", value: "FILE", does: language.Text{ZH: "写入的 PDF；不写则与简报同名同处", EN: "the PDF to write; beside the brief and with its name if not given"}},
		}, layoutFlags()...),
		run: runExport,
	}
}

func runExport(p *program, ctx context.Context, a arguments) (int, error) {
	path := a.positional[0]
	if a.has("--final") && a.has("--salvage") {
		return couldNotRun, &language.Problem{
			Where: "export",
			What:  language.Text{ZH: "--final 与 --salvage 不能同时使用", EN: "--final and --salvage do not go together"},
			Do:    language.Text{ZH: "请先把抢救出的简报另存并检查", EN: "Save and check what was salvaged first"},
		}
	}
	b, data, err := p.open(path, a.has("--salvage"))
	if err != nil {
		return couldNotRun, err
	}
	if err := setPage(b, a); err != nil {
		return couldNotRun, err
	}
	var findings []review.Finding
	if a.has("--final") {
		articles, err := openArticles(b, a)
		if err != nil {
			return couldNotRun, err
		}
		if findings, err = p.app.CheckFinal(ctx, b, pageOptions(a), articles); err != nil {
			return couldNotRun, err
		}
		if err := refuseErrors(review.Open(findings), path); err != nil {
			return foundErrors, err
		}
	}
	o := app.ExportOptions{Out: a.get("--out"), Edition: app.Edition(a.get("--language")), Page: pageOptions(a), Trace: a.has("--trace"), Final: a.has("--final")}
	if o.Password, err = readPassword(a.get("--password-file")); err != nil {
		return couldNotRun, err
	}
	if o.Out == "" {
		o.Out = strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf"
	}
	outs := o.Paths()
	if a.has("--final") {
		outs = append(outs, app.ManifestPath(outs[0]))
	}
	if err := refuseInput(outs, path, a.get("--password-file")); err != nil {
		return couldNotRun, err
	}
	result, err := p.app.Export(ctx, b, o)
	if err != nil {
		return couldNotRun, err
	}
	if a.has("--final") {
		if _, err := p.app.WriteManifest(b, path, data, result, append(findings, result.Findings...)); err != nil {
			return couldNotRun, err
		}
	}
	if p.json {
		j := jsonExport{
			Files: []jsonFile{}, Warnings: []jsonWarning{}, Layout: result.Layout,
			Words: jsonWords{app.Length(b, language.ZH), app.Length(b, language.EN)},
		}
		for _, f := range result.Files {
			j.Files = append(j.Files, jsonFile{f.Path, f.Pages, f.Edition})
		}
		for _, w := range result.Warnings {
			j.Warnings = append(j.Warnings, jsonWarning{w.Code, w.Text, w.Address.Block})
		}
		return done, p.encode(j)
	}
	for _, f := range result.Files {
		p.say(language.Text{ZH: fmt.Sprintf("%s：%d 页", f.Path, f.Pages), EN: fmt.Sprintf("%s: %d pages", f.Path, f.Pages)})
	}
	for _, w := range result.Warnings {
		p.say(language.Text{ZH: "提醒：" + w.Text.ZH, EN: "warning: " + w.Text.EN})
	}
	return done, nil
}

// refuseErrors keeps a brief with errors from being exported as final.
func refuseErrors(findings []review.Finding, path string) error {
	n := 0
	for _, f := range findings {
		if f.Severity == review.Error {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return &language.Problem{
		Where: path,
		What:  language.Text{ZH: fmt.Sprintf("有 %d 处错误，没有导出定稿", n), EN: language.Plural(n, "error was", "errors were") + " found and no final version was exported"},
		Do:    language.Text{ZH: "用“celunctl check --final " + path + "”查看并改正", EN: "See them with \"celunctl check --final " + path + "\" and correct them"},
	}
}

// open reads a brief and returns it with the bytes of its file. A damaged one
// is refused unless it is to be salvaged; what is missing from it is then said
// on standard error.
func (p *program) open(path string, salvage bool) (*brief.Brief, []byte, error) {
	data, err := store.Read(path, brief.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	if !salvage {
		b, err := brief.Decode(path, data)
		return b, data, err
	}
	b, notes, err := brief.Salvage(path, data)
	if err != nil {
		return nil, nil, err
	}
	for _, n := range notes {
		fmt.Fprintln(p.err, "celunctl: "+n.In(p.language))
	}
	return b, data, nil
}

// refuseInput keeps a command from writing over a file it reads; an input
// that is not named is "".
func refuseInput(outs []string, inputs ...string) error {
	for _, out := range outs {
		for _, in := range inputs {
			if in == "" || !store.SameFile(out, in) {
				continue
			}
			return &language.Problem{
				Where: out,
				What:  language.Text{ZH: "这正是要读取的文件，没有改动它", EN: "this is a file that is read; it was left as it is"},
				Do:    language.Text{ZH: "请用 --out 另取一个名字", EN: "Choose another name with --out"},
			}
		}
	}
	return nil
}

// readPassword returns the first line of a file, or "" if none is named. An
// empty password would lock nothing and is refused.
func readPassword(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	const most = 1 << 10
	data, err := store.Read(path, most)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(data), "\n")
	line = strings.TrimSuffix(line, "\r")
	if line == "" || !utf8.ValidString(line) {
		return "", &language.Problem{
			Where: path,
			What:  language.Text{ZH: "第一行没有可用的密码，没有导出", EN: "its first line holds no usable password, so nothing was exported"},
			Do:    language.Text{ZH: "请把密码写在第一行，以 UTF-8 保存", EN: "Write the password in the first line and save the file as UTF-8"},
		}
	}
	return line, nil
}
