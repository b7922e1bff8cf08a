package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"celun/app"
	"celun/app/brief"
	"celun/app/handout"
	"celun/app/language"
	"celun/app/store"
)

// jsonHandout is what handout prints.
type jsonHandout struct {
	Files []jsonClassFile `json:"files"`
	Leaks []jsonLeak      `json:"leaks"`
}

type jsonClassFile struct {
	Path     string `json:"path"`
	Audience string `json:"audience"`
	Variant  string `json:"variant"`
	Pages    int    `json:"pages"`
}

type jsonLeak struct {
	File  string        `json:"file"`
	Page  int           `json:"page"`
	Where language.Text `json:"where"`
	Text  string        `json:"text"`
	Block string        `json:"block"`
}

func handoutCommand() command {
	return command{
		name: "handout", usage: "F.celun [--variants N] [--seed S] [--names F.csv] [--single] --out DIR", least: 1, most: 1,
		does: language.Text{
			ZH: "生成一套培训材料：学员讲义、分组工作单、教员手册、论证图、术语表；学员文件里若有答案则不写出",
			EN: "Makes a trainer’s set: handout, worksheets, guide with key, map and glossary; refused if an answer stands in a participants’ file",
		},
		flags: []flag{
			{name: "--variants", value: "N", does: language.Text{ZH: fmt.Sprintf("工作单的份数，1 到 %d", handout.MostVariants), EN: fmt.Sprintf("how many worksheets, 1 to %d", handout.MostVariants)}},
			{name: "--seed", value: "S", does: language.Text{ZH: "抽卡片的种子；同一个数，结果相同", EN: "the seed by which cards are drawn; the same number draws the same"}},
			{name: "--names", value: "FILE", does: language.Text{ZH: "学员名单（CSV，每行第一格是姓名），分到各组", EN: "the participants (CSV, a name first in each line), shared out among the groups"}},
			{name: "--single", does: language.Text{ZH: "全部工作单放在一个文件里", EN: "puts all worksheets into one file"}},
			{name: "--out", value: "DIR", need: true, does: language.Text{ZH: "写入的文件夹", EN: "the folder to write to"}},
		},
		run: runHandout,
	}
}

func runHandout(p *program, ctx context.Context, a arguments) (int, error) {
	b, err := brief.Open(a.positional[0])
	if err != nil {
		return couldNotRun, err
	}
	o := app.HandoutOptions{Dir: a.get("--out"), Variants: 1, Single: a.has("--single")}
	if v := a.get("--variants"); v != "" {
		if o.Variants, err = strconv.Atoi(v); err != nil || o.Variants < 1 || o.Variants > handout.MostVariants {
			return couldNotRun, noNumber("--variants", v, fmt.Sprint(handout.MostVariants))
		}
	}
	if v := a.get("--seed"); v != "" {
		if o.Seed, err = strconv.ParseUint(v, 10, 64); err != nil {
			return couldNotRun, noNumber("--seed", v, "18446744073709551615")
		}
	}
	if o.Names, err = readNames(a.get("--names")); err != nil {
		return couldNotRun, err
	}
	made, err := p.app.Handout(ctx, b, o)
	if err != nil {
		return couldNotRun, err
	}
	if p.json {
		j := jsonHandout{Files: []jsonClassFile{}, Leaks: []jsonLeak{}}
		for _, f := range made.Files {
			j.Files = append(j.Files, jsonClassFile{f.Path, string(f.Audience), f.Variant, f.Pages})
		}
		for _, l := range made.Leaks {
			j.Leaks = append(j.Leaks, jsonLeak(l))
		}
		if err := p.encode(j); err != nil {
			return couldNotRun, err
		}
	} else {
		for _, f := range made.Files {
			fmt.Fprintln(p.out, f.Path)
		}
		for _, l := range made.Leaks {
			p.say(language.Text{
				ZH: fmt.Sprintf("%s，%s：%s", l.File, l.Where.ZH, l.Text),
				EN: fmt.Sprintf("%s, %s: %s", l.File, l.Where.EN, l.Text),
			})
		}
	}
	if n := len(made.Leaks); n > 0 {
		return foundErrors, &language.Problem{
			Where: filepath.Base(a.positional[0]),
			What:  language.Text{ZH: fmt.Sprintf("学员文件里有 %d 处教员才看的内容，没有写出任何文件", n), EN: "participants could read what is for the trainer in " + language.Plural(n, "place", "places") + "; no file was written"},
			Do:    language.Text{ZH: "请从标题、表格、脚注、图的说明等处删去，或改为“仅供教员”", EN: "Take it out of the headings, tables, notes and figures named, or mark those as for the trainer"},
		}
	}
	return done, nil
}

// noNumber says that the value of a flag is no number from 1 to most.
func noNumber(flag, value, most string) error {
	return &language.Problem{
		Where: flag,
		What:  language.Text{ZH: "“" + value + "”不是这里能用的数", EN: fmt.Sprintf("%q is no number for it", value)},
		Do:    language.Text{ZH: "请写不超过 " + most + " 的整数", EN: "Write a whole number of at most " + most},
	}
}

// mostNames bounds a list of participants (bytes).
const mostNames = 1 << 20

// readNames reads the first cell of each line of a CSV file; no path is no
// names.
func readNames(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	data, err := store.Read(path, mostNames)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	wrong := func(line int, zh, en string, err error) error {
		return &language.Problem{
			Where: path, Line: line, What: language.Text{ZH: zh, EN: en}, Err: err,
			Do: language.Text{ZH: "请把名单存为 UTF-8 编码的 CSV，每行一人", EN: "Save the list as CSV in UTF-8, one person a line"},
		}
	}
	if !utf8.Valid(data) {
		return nil, wrong(0, "名单不是 UTF-8 编码", "the list is not in UTF-8", nil)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, wrong(0, "名单读不出来", "the list cannot be read", err)
	}
	var names []string
	for _, row := range rows {
		if name := strings.Join(strings.Fields(row[0]), " "); name != "" {
			names = append(names, name)
		}
	}
	return names, nil
}
