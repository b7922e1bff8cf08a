package main

import (
	"fmt"

	"celun/app/language"
)

// help lists the commands, or tells about the one that follows.
func (p *program) help(args []string) (int, error) {
	if len(args) > 1 {
		c, _ := find(args[1:])
		if c == nil {
			return couldNotRun, unknownCommand(args[1:])
		}
		p.helpOn(c)
		return done, nil
	}
	p.say(language.Text{
		ZH: "celunctl：不开窗口使用策论。从文章的论点编写中英对照的政策简报，检查并导出 PDF。",
		EN: "celunctl: Celun without a window. Makes bilingual policy briefs from the arguments of an article, checks and exports them.",
	})
	fmt.Fprintln(p.out)
	for _, c := range commands() {
		fmt.Fprintf(p.out, "  celunctl %s %s\n      %s\n", c.name, c.usage, c.does.In(p.language))
	}
	fmt.Fprintln(p.out)
	p.say(language.Text{
		ZH: "各命令都可加 --json（供程序读取）和 --lang zh|en（提示语言）。“celunctl help 命令”说明各选项。\n退出码：0 完成；1 完成，但查出错误；2 无法执行。",
		EN: "Every command takes --json, for programs, and --lang zh|en, for its messages. \"celunctl help COMMAND\" tells of its options.\nExit codes: 0 done; 1 done, and errors were found; 2 it could not run.",
	})
	return done, nil
}

func (p *program) helpOn(c *command) {
	fmt.Fprintf(p.out, "celunctl %s %s\n  %s\n", c.name, c.usage, c.does.In(p.language))
	for _, f := range c.flags {
		name := f.name
		if f.value != "" {
			name += " " + f.value
		}
		fmt.Fprintf(p.out, "  %-22s %s\n", name, f.does.In(p.language))
	}
}
