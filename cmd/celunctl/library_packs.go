package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	"celun/app/store"
)

func libraryImportCommand() command {
	return command{
		name: "library import", usage: "FILE", least: 1, most: 1,
		does: language.Text{
			ZH: "把一个论据包收入论据库；与库中内容冲突时不导入，列出冲突",
			EN: "Takes a pack into the library; one that clashes with it is refused, with a list",
		},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			shelf, err := p.app.Shelf()
			if err != nil {
				return couldNotRun, err
			}
			data, err := store.Read(a.positional[0], argument.MaxBytes)
			if err != nil {
				return couldNotRun, err
			}
			in, err := shelf.Receive(filepath.Base(a.positional[0]), data)
			if err != nil {
				return couldNotRun, err
			}
			if refused := in.Err(); refused != nil {
				if err := p.listClashes(in.Clashes); err != nil {
					return couldNotRun, err
				}
				return foundErrors, refused
			}
			same := in.Same()
			if err := shelf.Import(in, nil); err != nil {
				return couldNotRun, err
			}
			if p.json {
				return done, p.encode([]jsonFault{})
			}
			n := len(in.Pack.Arguments)
			if same {
				p.say(language.Text{ZH: "论据库里已有这些内容，没有改动", EN: "The library has all of it already; nothing was changed"})
				return done, nil
			}
			title := p.either(in.Pack.Title)
			p.say(language.Text{
				ZH: fmt.Sprintf("已收入“%s”（%s），共 %d 条", title, in.Pack.ID, n),
				EN: fmt.Sprintf("Took in ‘%s’ (%s), arguments: %d", title, in.Pack.ID, n),
			})
			return done, nil
		},
	}
}

// listClashes prints what is in the way of an import.
func (p *program) listClashes(clashes []library.Clash) error {
	if p.json {
		all := make([]jsonFault, 0, len(clashes))
		for _, c := range clashes {
			all = append(all, jsonFault{string(c.Kind), c.ID, c.Message})
		}
		return p.encode(all)
	}
	for _, c := range clashes {
		p.say(c.Message)
	}
	return nil
}

// The formats of library export, by the end of a file's name.
var formats = map[string]argument.FileFormat{
	".argdown": argument.ArgdownFile, ".ad": argument.ArgdownFile, ".md": argument.MarkdownFile, ".markdown": argument.MarkdownFile,
}

func libraryExportCommand() command {
	return command{
		name: "library export", usage: "ID --out FILE [--format yaml|argdown|markdown]", least: 1, most: 1,
		does: language.Text{ZH: "把一个论据包写成文件", EN: "Writes a pack to a file"},
		flags: []flag{
			{name: "--out", value: "FILE", need: true, does: language.Text{ZH: "写入的文件", EN: "the file to write"}},
			{
				name: "--format", value: "FORMAT", of: []string{"yaml", "argdown", "markdown"},
				does: language.Text{
					ZH: "yaml 可再导入，argdown 画论点图，markdown 供阅读；不写则看文件名",
					EN: "yaml to import again, argdown for argument maps, markdown to read; by the file’s name if not given",
				},
			},
			{name: "--force", does: language.Text{ZH: "文件已存在时覆盖它", EN: "replaces the file if there is one"}},
		},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			out := a.get("--out")
			if err := unused(out, a.has("--force")); err != nil {
				return couldNotRun, err
			}
			pack, err := p.pack(a.positional[0])
			if err != nil {
				return couldNotRun, err
			}
			format := argument.FileFormat(a.get("--format"))
			if format == "" {
				format = formats[strings.ToLower(filepath.Ext(out))]
			}
			data, err := argument.Export(pack, format)
			if err != nil {
				return couldNotRun, err
			}
			if err := store.Write(out, data); err != nil {
				return couldNotRun, err
			}
			if p.json {
				return done, p.encode([]jsonFault{})
			}
			p.say(language.Text{ZH: "已写入 " + out, EN: "Wrote " + out})
			return done, nil
		},
	}
}

// pack returns the pack with the given id.
func (p *program) pack(id string) (*argument.Pack, error) {
	lib, err := p.app.Library()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, k := range lib.Packs() {
		if k.ID == id {
			return k, nil
		}
		ids = append(ids, k.ID)
	}
	list := strings.Join(ids, ", ")
	return nil, &language.Problem{
		What: language.Text{ZH: "没有“" + id + "”这个论据包", EN: fmt.Sprintf("there is no pack %q", id)},
		Do:   language.Text{ZH: "现有论据包：" + list, EN: "The packs are " + list},
	}
}

// unused refuses a file that is there already, unless it may be replaced.
func unused(path string, force bool) error {
	if _, err := os.Lstat(path); err != nil || force {
		return nil
	}
	return &language.Problem{
		Where: path,
		What:  language.Text{ZH: "已有这个文件，没有改动它", EN: "there is such a file already; it was left as it is"},
		Do:    language.Text{ZH: "请换一个名字，或加 --force 覆盖", EN: "Choose another name, or replace it with --force"},
		Err:   fs.ErrExist,
	}
}
