package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// A flag is one option of a command. Options may stand before, between and
// after arguments, as --name value or --name=value.
type flag struct {
	name  string   // with its two hyphens
	value string   // what its value is called in help; empty for a switch
	of    []string // the values there are; nil for any
	need  bool
	does  language.Text
}

// Arguments are the command line of one command.
type arguments struct {
	positional []string
	set        map[string]string
	every      map[string][]string // of an option that is given more than once
}

// get returns the value of a flag, or "".
func (a arguments) get(name string) string { return a.set[name] }

// has reports whether a flag was given.
func (a arguments) has(name string) bool { _, ok := a.set[name]; return ok }

// number returns the value of a flag as a number within bounds.
func (a arguments) number(name string, otherwise, least, most int) (int, error) {
	if !a.has(name) {
		return otherwise, nil
	}
	n, err := strconv.Atoi(a.get(name))
	if err != nil || n < least || n > most {
		return 0, &language.Problem{
			Where: name,
			What:  language.Text{ZH: "“" + a.get(name) + "”不合要求", EN: fmt.Sprintf("%q will not do", a.get(name))},
			Do: language.Text{
				ZH: fmt.Sprintf("请写 %d 到 %d 的整数", least, most),
				EN: fmt.Sprintf("Write a whole number from %d to %d", least, most),
			},
		}
	}
	return n, nil
}

func (c *command) parse(args []string) (arguments, error) {
	a := arguments{set: map[string]string{}, every: map[string][]string{}}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			a.positional = append(a.positional, args[i+1:]...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			a.positional = append(a.positional, arg)
			continue
		}
		name, value, joined := strings.Cut(arg, "=")
		f := c.flag(name)
		if f == nil {
			return a, c.unknownFlag(name)
		}
		switch {
		case f.value == "" && joined:
			return a, c.wrong(language.Text{ZH: name + " 不带值", EN: name + " takes no value"})
		case f.value != "" && !joined:
			if i++; i >= len(args) {
				return a, c.wrong(language.Text{ZH: name + " 后面缺少" + f.value, EN: name + " lacks its " + f.value})
			}
			value = args[i]
		}
		if f.of != nil && !slices.Contains(f.of, value) {
			return a, oneOf(name, value, f.of...)
		}
		a.set[name] = value
		a.every[name] = append(a.every[name], value)
	}
	for _, f := range c.flags {
		if f.need && a.get(f.name) == "" {
			return a, c.wrong(language.Text{ZH: "缺少 " + f.name, EN: f.name + " is missing"})
		}
	}
	switch n := len(a.positional); {
	case n < c.least:
		return a, c.wrong(language.Text{ZH: "参数不够", EN: "an argument is missing"})
	case n > c.most:
		return a, c.wrong(language.Text{ZH: "多了参数“" + a.positional[c.most] + "”", EN: fmt.Sprintf("%q is one argument too many", a.positional[c.most])})
	}
	return a, nil
}

func (c *command) flag(name string) *flag {
	for i := range c.flags {
		if c.flags[i].name == name {
			return &c.flags[i]
		}
	}
	return nil
}

func (c *command) unknownFlag(name string) error {
	names := make([]string, 0, len(c.flags)+2)
	for _, f := range c.flags {
		names = append(names, f.name)
	}
	list := strings.Join(append(names, "--json", "--lang"), ", ")
	return &language.Problem{
		Where: c.name,
		What:  language.Text{ZH: "没有“" + name + "”这个选项", EN: fmt.Sprintf("there is no option %q", name)},
		Do:    language.Text{ZH: "可用的选项：" + list, EN: "The options are " + list},
	}
}

// wrong is a command line that does not fit the command.
func (c *command) wrong(what language.Text) error {
	usage := "celunctl " + c.name
	if c.usage != "" {
		usage += " " + c.usage
	}
	return &language.Problem{
		Where: c.name, What: what,
		Do: language.Text{ZH: "用法：" + usage, EN: "Usage: " + usage},
	}
}

func oneOf(name, value string, of ...string) error {
	list := strings.Join(of, ", ")
	return &language.Problem{
		Where: name,
		What:  language.Text{ZH: "“" + value + "”不在可选之列", EN: fmt.Sprintf("%q is not among its values", value)},
		Do:    language.Text{ZH: "可选：" + list, EN: "It can be " + list},
	}
}
