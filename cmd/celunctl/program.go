package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"celun/app"
	"celun/app/language"
)

// The exit codes.
const (
	done        = 0
	foundErrors = 1
	couldNotRun = 2
)

// A program is one run of celunctl.
type program struct {
	out, err io.Writer
	env      func(string) string
	app      *app.App
	language language.Language
	json     bool
	today    string // ISO 8601; empty is the date of the clock
}

// A command is one command of the table in help.
type command struct {
	name  string // of one or two words
	usage string // what follows the name
	does  language.Text
	flags []flag
	least int // arguments
	most  int
	// run returns the exit code; with an error it is never done.
	run func(p *program, ctx context.Context, a arguments) (int, error)
}

func commands() []command {
	return []command{
		demoCommand(),
		libraryListCommand(), libraryShowCommand(), librarySearchCommand(), libraryRelatedCommand(),
		libraryCheckCommand(), libraryImportCommand(), libraryExportCommand(),
		templateListCommand(), templateShowCommand(), templateCheckCommand(), templateExportCommand(), templateImportCommand(),
		newCommand(),
		checkCommand(), handoutCommand(),
		exportCommand(),
		pagesCommand(), pageCommand(),
		citeCommand(),
		snapshotsCommand(), recoverCommand(),
		versionCommand(),
	}
}

// run runs the command line and returns the exit code.
func (p *program) run(args []string) int {
	p.language = p.locale()
	args, err := p.global(args)
	code := couldNotRun
	if err == nil {
		code, err = p.dispatch(args)
	}
	if err == nil {
		return code
	}
	line := strings.Join(strings.Fields(language.Say(err, p.language)), " ")
	fmt.Fprintln(p.err, "celunctl: "+line)
	return max(code, foundErrors)
}

func (p *program) dispatch(args []string) (int, error) {
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		return p.help(args)
	}
	if args[0] == "--version" {
		args[0] = "version"
	}
	c, rest := find(args)
	if c == nil {
		return couldNotRun, unknownCommand(args)
	}
	if slices.Contains(rest, "--help") || slices.Contains(rest, "-h") {
		p.helpOn(c)
		return done, nil
	}
	a, err := c.parse(rest)
	if err != nil {
		return couldNotRun, err
	}
	return c.run(p, context.Background(), a)
}

// find returns the command that args begin with, and what follows it.
func find(args []string) (*command, []string) {
	all := commands()
	for i := range all {
		words := strings.Fields(all[i].name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return &all[i], args[len(words):]
		}
	}
	return nil, nil
}

func unknownCommand(args []string) error {
	var names []string
	for _, c := range commands() {
		if first, _, two := strings.Cut(c.name, " "); two && first == args[0] {
			names = append(names, c.name)
		}
	}
	name := args[0]
	if len(names) > 0 && len(args) > 1 {
		name += " " + args[1]
	}
	if len(names) == 0 {
		for _, c := range commands() {
			names = append(names, c.name)
		}
	}
	list := strings.Join(names, ", ")
	return &language.Problem{
		What: language.Text{ZH: "没有“" + name + "”这个命令", EN: fmt.Sprintf("there is no command %q", name)},
		Do:   language.Text{ZH: "可用的命令：" + list, EN: "The commands are " + list},
	}
}

// global takes --lang and --json out of args, wherever they stand.
func (p *program) global(args []string) ([]string, error) {
	var rest []string
	for i := 0; i < len(args); i++ {
		name, value, joined := strings.Cut(args[i], "=")
		switch name {
		case "--json":
			p.json = true
			continue
		case "--lang":
			if !joined && i+1 < len(args) {
				i++
				value = args[i]
			}
			l := language.Language(value)
			if !slices.Contains(language.Both(), l) {
				return nil, oneOf("--lang", value, "zh", "en")
			}
			p.language = l
			continue
		}
		rest = append(rest, args[i])
	}
	return rest, nil
}

// locale returns the user's language: Chinese if the locale says so.
func (p *program) locale() language.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := p.env(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return language.ZH
			}
			return language.EN
		}
	}
	return language.EN
}

// say writes one line in the user's language.
func (p *program) say(t language.Text) { fmt.Fprintln(p.out, t.In(p.language)) }

// encode writes v as indented JSON.
func (p *program) encode(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// date returns today as ISO 8601.
func (p *program) date() string {
	if p.today != "" {
		return p.today
	}
	return time.Now().Format(time.DateOnly)
}
