package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	"celun/app/store"
)

// A packFinding is one thing that library check tells. Its code is that of
// [library.Library.Check], or "pack" for a file that cannot be read.
type packFinding struct {
	jsonFault
	hint bool
}

func libraryCheckCommand() command {
	return command{
		name: "library check", usage: "[FILE]", most: 1,
		does: language.Text{
			ZH: "检查论据库或一个论据包：没有对策的挑战、没有证据的对策、循环支持、断开的联系、缺少的语言、篇幅、应避免的术语",
			EN: "Checks the library or one pack: challenges without countermeasures, countermeasures without evidence, circular support, dangling links, missing languages, lengths, terms to avoid",
		},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			findings, err := p.checkPacks(a.positional)
			if err != nil {
				return couldNotRun, err
			}
			wrong := 0
			all := make([]jsonFault, 0, len(findings))
			for _, f := range findings {
				all = append(all, f.jsonFault)
				if !f.hint {
					wrong++
				}
			}
			if p.json {
				if err := p.encode(all); err != nil {
					return couldNotRun, err
				}
			} else {
				p.listPackFindings(findings)
			}
			if wrong == 0 {
				return done, nil
			}
			where := ""
			if len(a.positional) > 0 {
				where = a.positional[0]
			}
			faults, them := "errors were found", "them"
			if wrong == 1 {
				faults, them = "error was found", "it"
			}
			return foundErrors, &language.Problem{
				Where: where,
				What:  language.Text{ZH: fmt.Sprintf("有 %d 处错误", wrong), EN: fmt.Sprintf("%d %s", wrong, faults)},
				Do:    language.Text{ZH: "请改正后再使用", EN: "Correct " + them + " before the pack is used"},
			}
		},
	}
}

func (p *program) checkPacks(paths []string) ([]packFinding, error) {
	shelf, err := p.app.Shelf()
	if err != nil {
		return nil, err
	}
	var all []packFinding
	if len(paths) == 0 {
		for _, t := range shelf.Troubles() {
			all = append(all, unreadable(t))
		}
		return append(all, packFindings(shelf.Library().Check(""))...), nil
	}
	data, err := store.Read(paths[0], argument.MaxBytes)
	if err != nil {
		return nil, err
	}
	if faults := argument.Check(data); len(faults) > 0 {
		for _, f := range faults {
			zh, en := f.Text.ZH, f.Text.EN
			if f.Line > 0 {
				zh, en = fmt.Sprintf("第 %d 行：%s", f.Line, zh), fmt.Sprintf("line %d: %s", f.Line, en)
			}
			all = append(all, packFinding{jsonFault: jsonFault{"pack", f.ID, language.Text{ZH: zh, EN: en}}})
		}
		return all, nil
	}
	pack, err := argument.Read(filepath.Base(paths[0]), data)
	if err != nil {
		return nil, err
	}
	return packFindings(shelf.Library().With(pack).Check(pack.ID)), nil
}

func packFindings(findings []library.Finding) []packFinding {
	var all []packFinding
	for _, f := range findings {
		all = append(all, packFinding{jsonFault{f.Code, f.ID, f.Message}, f.Severity == library.Hint})
	}
	return all
}

// unreadable is the finding of a file that is left out of the library.
func unreadable(err error) packFinding {
	f := packFinding{jsonFault: jsonFault{Code: "pack", Message: language.Text{ZH: err.Error(), EN: err.Error()}}}
	var problem *language.Problem
	if errors.As(err, &problem) {
		f.ID = filepath.Base(problem.Where)
		f.Message = problem.What
	}
	return f
}

func (p *program) listPackFindings(findings []packFinding) {
	if len(findings) == 0 {
		p.say(language.Text{ZH: "没有发现问题", EN: "Nothing to report"})
	}
	for _, f := range findings {
		weight := language.Text{ZH: "错误", EN: "error"}
		if f.hint {
			weight = language.Text{ZH: "提示", EN: "hint"}
		}
		fmt.Fprintf(p.out, "%-6s %-5s %s\n", weight.In(p.language), f.ID, f.Message.In(p.language))
	}
}
