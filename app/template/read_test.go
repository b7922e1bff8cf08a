package template

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// small is a template in which every rule occurs.
const small = `format: celun-template/1
id: small
version: 3
name: {zh: 小, en: Small}
description: {zh: 小模板, en: A small template}
layout: stacked
pages: {least: 1, most: 2}
series: {zh: 系列, en: Series}
audience: {zh: 读者, en: Readers}
title:
  - {when: one, text: {zh: "{challenge}", en: "{challenge}"}}
  - {text: {zh: "{count}", en: "{count}"}}
subtitle:
  - {text: {zh: "{article}{authors}", en: "{article} {authors}"}}
sections:
  - slot: all
    heading: {zh: 全, en: All}
    purpose: {zh: 写全, en: Write it all}
    required: true
    unnumbered: true
    limit: {zh: {soft: 10, hard: 20, more: 7}, en: {hard: 15}}
    fill:
      - {write: paragraph, when: many, text: {zh: "{challenges}", en: "{challenges}"}}
      - {write: note, text: {zh: 注, en: note}}
      - {write: blank, text: {zh: 空, en: blank}}
      - {from: concepts, length: statement, most: 1}
      - {from: conclusion}
      - {from: objections}
      - {from: challenges, as: paragraphs}
      - {from: challenges, as: key-messages, most: 5}
      - {from: challenges, as: discussion, with: [evidence, answers]}
      - {from: answers, as: options}
      - {from: answers, as: recommendations, length: title}
      - {from: sources}
`

// everyRule is a template in which every form of every rule occurs.
const everyRule = `format: celun-template/1
id: every-rule
version: 1
rank: 5
name: {zh: 全, en: All}
description: {zh: 全部规则, en: Every rule}
layout: stacked
pages: {least: 1, most: 2, more: 1}
promise: {zh: {least: 1, most: 1}, parallel: {least: 2, most: 3}}
style: official
landscape: true
body: 10.5
measure: 160
leading: 1.5
recommendations: {least: 1, most: 3}
presets:
  - {id: short, name: {zh: 短, en: Short}, scale: 50, pages: {least: 1, most: 1}}
title:
  - {text: {zh: "{topic}：{answer}", en: "{topic}: {answer}"}}
  - {text: {zh: "{measures}{cases}", en: "{measures} {cases}"}}
sections:
  - slot: all
    heading: {zh: 全, en: All}
    purpose: {zh: 写全, en: Write it all}
    fill:
      - {write: heading, text: {zh: 题, en: Head}}
      - {write: list, items: [{zh: 甲, en: a}, {zh: "{answers}", en: "{answers}"}], for: trainer}
      - {write: question, text: {zh: 问, en: Q}, answer: {zh: 答, en: A}, space: 20, minutes: 5}
      - {write: exercise, text: {zh: 练, en: E}, for: participant}
      - {write: table, head: [{zh: 甲, en: a}, {zh: 乙, en: b}], rows: [[{zh: "1", en: "1"}, {zh: 二, en: two}]], empty: 2, space: 9, widths: [30, 70], text: {zh: 表, en: Table}}
      - {write: page-break, in: [short]}
      - {from: background, most: 1}
      - {from: objections, as: questions, text: {zh: 吗, en: Really}}
      - {from: challenges, as: bottom-line}
      - {from: challenges, as: pillars, most: 2}
      - {from: challenges, as: map, with: [answers, evidence], most: 9, text: {zh: 图, en: Map}}
      - {from: challenges, as: coverage}
      - {from: challenges, as: claims, with: [answers]}
      - {from: challenges, as: questions, text: {zh: 问, en: Q}, reply: claim, most: 1}
      - {from: challenges, as: questions, text: {zh: 问, en: Q}, reply: others}
      - {from: challenges, as: prompts, text: {zh: 问, en: Q}, reply: answer, space: 9, minutes: 3}
      - {from: challenges, as: prompts, text: {zh: 问, en: Q}, reply: evidence}
      - {from: answers, as: themes, length: statement}
      - {from: answers, as: key, most: 2}
      - {from: answers, as: options, criteria: [{zh: 一, en: One}, {zh: 二, en: Two}, {zh: 三, en: Three}, {zh: 四, en: Four}]}
      - {from: evidence, as: cards, most: 2}
      - {from: evidence, as: facts}
      - {from: evidence, as: timeline, most: 5}
      - {from: terms, as: definitions}
      - {from: terms, as: glossary, most: 3}
      - {from: terms, as: avoid}
`

// Every form of a rule is read, and fills what the brief's format allows, in
// packs that have little to give too.
func TestEveryFormOfRuleFills(t *testing.T) {
	tm, err := Read("every.yaml", []byte(everyRule))
	if err != nil {
		t.Fatal(err)
	}
	for _, lib := range []*library.Library{builtIn(t), readLibrary(t, "testdata/pack.yaml")} {
		for _, c := range [][]string{{"C1"}, {"C2", "C3"}, {"C3"}} {
			b, _, err := Fill(tm, lib, Choice{Challenges: c, ID: "x", Date: "2026-11-22"})
			if err != nil {
				t.Fatalf("%v: %v", c, err)
			}
			if err := b.Validate(); err != nil {
				t.Errorf("%v: %v", c, err)
			}
			checkLanguages(t, b)
		}
	}
}

func TestReadTakesEverything(t *testing.T) {
	tm, err := Read("small.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	if tm.ID != "small" || tm.Version != 3 || tm.Layout != brief.Stacked || tm.Pages != (Pages{Least: 1, Most: 2}) || tm.Series.EN != "Series" {
		t.Errorf("read %+v", tm)
	}
	s := tm.Sections[0]
	if !s.Required || !s.Unnumbered || s.LimitZH != (brief.Limit{Soft: 10, Hard: 20}) || s.LimitEN != (brief.Limit{Hard: 15}) || s.MoreZH != 7 || s.MoreEN != 0 {
		t.Errorf("read %+v", s)
	}
	if len(s.Fill) != 12 || s.Fill[0].When != Many || s.Fill[4].Length != "line" || len(s.Fill[8].With) != 2 {
		t.Errorf("read the rules %+v", s.Fill)
	}
	if _, err := Read("small.yaml", append([]byte("\ufeff"), small...)); err != nil {
		t.Errorf("with a byte order mark: %v", err)
	}
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	edit := func(old, replacement string) []byte {
		if strings.Count(small, old) != 1 {
			t.Fatalf("%q stands %d times", old, strings.Count(small, old))
		}
		return []byte(strings.Replace(small, old, replacement, 1))
	}
	for _, c := range []struct {
		name   string
		data   []byte
		zh, en string
	}{
		{"empty", nil, "t.yaml：文件是空的", "t.yaml: the file is empty"},
		{"spaces", []byte(" \n\n"), "文件是空的", "the file is empty"},
		{"not UTF-8", []byte("format: celun-template/1\nid: \xff\xfe\n"), "t.yaml 第2行：文件不是 UTF-8", "t.yaml, line 2: the file is not encoded as UTF-8"},
		{"a ZIP", []byte("PK\x03\x04rest"), "不是文本文件", "not a text file"},
		{"a list", []byte("- a\n- b\n"), "这不是模板文件", "this is not a template file"},
		{"text", []byte("hello"), "这不是模板文件", "this is not a template file"},
		{"a pack", []byte("format: celun-pack/1\nid: x\n"), "这是“celun-pack/1”，不是模板", "this is “celun-pack/1”, not a template"},
		{"a newer format", edit("celun-template/1", "celun-template/2"), "celun-template/2", "t.yaml, line 1, format: this is “celun-template/2”"},
		{"cut off in a text", []byte(small[:strings.Index(small, "Series}")]), "不合 YAML", "may be cut off"},
		{"cut off between fields", []byte(small[:strings.Index(small, "title:")]), "缺少“title”", `"title" is missing`},
		{"tab for indent", edit("  - slot: all", "\t- slot: all"), "t.yaml 第", "t.yaml, line"},
		{"unknown field", edit("version: 3", "version: 3\ncolour: red"), "不认识“colour”", `line 4: there is no field "colour" here`},
		{"field twice", edit("version: 3", "version: 3\nversion: 4"), "“version”写了两次", `"version" stands twice`},
		{"bad id", edit("id: small", "id: Small One"), "“id”不能是“Small One”", "the id cannot be “Small One”"},
		{"version as text", edit("version: 3", "version: three"), "“version”应当是", `"version" must be a whole number`},
		{"one language", edit("name: {zh: 小, en: Small}", "name: {zh: 小}"), "缺少“en”", `line 4, name: "en" is missing`},
		{"empty text", edit("{zh: 小, en: Small}", "{zh: 小, en: \"\"}"), "“name.en”没有内容", `"name.en" has no text`},
		{"text of two lines", edit("{zh: 小, en: Small}", `{zh: 小, en: "Small\nbig"}`), "有换行", "more than one line"},
		{"unknown layout", edit("layout: stacked", "layout: columns"), "“layout”不能是“columns”", "It can be parallel, stacked, facing, sequential"},
		{"pages the wrong way round", edit("least: 1, most: 2", "least: 3, most: 2"), "“most”应当是 3", `"most" must be a whole number from 3`},
		{"no title that always holds", edit(`  - {text: {zh: "{count}", en: "{count}"}}`+"\n", ""), "不带“when”", `none of these is without "when"`},
		{"unknown placeholder", edit(`{zh: "{count}", en: "{count}"}`, `{zh: "{date}", en: "x"}`), "不认识“{date}”", "nothing to fill in for “{date}”"},
		{"open placeholder", edit(`{zh: "{count}", en: "{count}"}`, `{zh: "{count", en: "x"}`), "不认识“{count”", "nothing to fill in"},
		{"no sections", edit("sections:\n", "sections: []\nx:\n"), "“sections”应当是至少有一项的列表", `"sections" must be a list`},
		{"slot twice", []byte(small + "  - {slot: all, heading: {zh: 甲, en: A}, purpose: {zh: 乙, en: B}, fill: [{from: sources}]}\n"), "两个章节的 slot 都是“all”", "two sections have the slot all"},
		{"soft over hard", edit("soft: 10, hard: 20", "soft: 30, hard: 20"), "“limit.zh.soft”", `"limit.zh.soft" must be a whole number from 1 to 20`},
		{"required as text", edit("required: true", "required: perhaps"), "只能是 true 或 false", "is either true or false"},
		{"rule with neither", edit("- {from: sources}", "- {length: line}"), "要么写“write”，要么写“from”", `either "write" or "from"`},
		{"unknown rule", edit("- {from: sources}", "- {from: files}"), "“from”不能是“files”", "It can be concepts, background, challenges"},
		{"write of another kind", edit("write: note", "write: script"), "“write”不能是“script”", `"write" cannot be "script"`},
		{"write without text", edit("{write: note, text: {zh: 注, en: note}}", "{write: note}"), "缺少“text”", `"text" is missing`},
		{"as missing", edit("{from: challenges, as: paragraphs}", "{from: challenges}"), "缺少“as”", `"as" is missing`},
		{"as of another rule", edit("{from: answers, as: options}", "{from: answers, as: key-messages}"), "“as”不能是", "It can be paragraphs, themes, options, recommendations, key"},
		{"field of another rule", edit("- {from: sources}", "- {from: sources, length: line}"), "不能有“length”", "cannot have “length”"},
		{"unknown length", edit("length: title", "length: long"), "“length”不能是“long”", `"length" cannot be "long"`},
		{"table without head", edit("- {from: sources}", "- {write: table, empty: 2}"), "缺少“head”", `"head" is missing`},
		{"table without rows", edit("- {from: sources}", "- {write: table, head: [{zh: 甲, en: A}]}"), "表格没有行", "the table has no rows"},
		{"uneven row", edit("- {from: sources}", "- {write: table, head: [{zh: 甲, en: A}], rows: [[{zh: 一, en: x}, {zh: 二, en: y}]]}"), "格数与表头不同", "another number of cells than the head"},
		{"widths that do not add up", edit("- {from: sources}", "- {write: table, head: [{zh: 甲, en: A}], empty: 1, widths: [90]}"), "合计 100", "add up to 100"},
		{"preset that there is not", edit("- {from: sources}", "- {from: sources, in: [long]}"), "“in”不能是“long”", `"in" cannot be "long"`},
		{"question without reply", edit("- {from: sources}", "- {from: challenges, as: questions, text: {zh: 问, en: Q}}"), "缺少“reply”", `"reply" is missing`},
		{"a logo that is none", []byte(small + "logo: aGVsbG8=\n"), "标志不是", "the logo is not a PNG or JPEG"},
		{"unknown part", edit("with: [evidence, answers]", "with: [evidence, songs]"), "“with”不能是“songs”", `"with" cannot be "songs"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			tm, err := Read("t.yaml", c.data)
			if tm != nil || err == nil {
				t.Fatalf("read %v, %v", tm, err)
			}
			zh, en := language.Say(err, language.ZH), language.Say(err, language.EN)
			if !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) {
				t.Errorf("says\n%s\n%s", zh, en)
			}
			if strings.ContainsAny(zh+en, "\n") {
				t.Errorf("more than one line: %q", zh+en)
			}
			var p *language.Problem
			if !errors.As(err, &p) || p.Do.IsEmpty() || len(p.Do.Missing()) > 0 || len(p.What.Missing()) > 0 {
				t.Errorf("does not say in both languages what to do: %+v", p)
			}
		})
	}
}

// A person who mends a template sees all that is wrong with it at once.
func TestCheckNamesEveryFault(t *testing.T) {
	bad := strings.NewReplacer("version: 3", "version: three\ncolour: red", "least: 1, most: 2", "least: 3, most: 2", "as: paragraphs", "as: songs", "{from: sources}", "{from: sources, length: line}").Replace(small)
	_, faults := Check("t.yaml", []byte(bad))
	var lines []int
	for _, f := range faults {
		lines = append(lines, f.Line)
	}
	at := func(s string) int { return 1 + strings.Count(bad[:strings.Index(bad, s)], "\n") }
	want := []int{at("version: three"), at("colour"), at("least: 3"), at("as: songs"), at("sources, length")}
	if !slices.Equal(lines, want) {
		t.Errorf("faults in the lines %v, want %v", lines, want)
	}
}

func TestReadAllSortsAndRefusesOneIDTwice(t *testing.T) {
	other := strings.Replace(small, "id: small", "id: another", 1)
	all, err := ReadAll(fstest.MapFS{"a.yaml": {Data: []byte(small)}, "b.yaml": {Data: []byte(other)}, "notes.txt": {}})
	if err != nil || len(all) != 2 || all[0].ID != "another" {
		t.Errorf("read %v, %v", all, err)
	}
	_, err = ReadAll(fstest.MapFS{"a.yaml": {Data: []byte(small)}, "b.yaml": {Data: []byte(small)}})
	if err == nil || !strings.Contains(err.Error(), "b.yaml") || !strings.Contains(err.Error(), "a.yaml has the id small already") {
		t.Errorf("one id twice: %v", err)
	}
}

func TestBuiltInTemplatesAreSound(t *testing.T) {
	all, err := ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("there are none")
	}
}

// FuzzRead holds that nothing makes the reader panic, that an error is one
// readable line, and that what was read can be filled.
func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("format: celun-template/1\n"))
	f.Add([]byte("- a"))
	f.Add([]byte("a: &x [*x]"))
	f.Add([]byte("\xff"))
	names, err := filepath.Glob("../../templates/*.yaml")
	if err != nil || len(names) == 0 {
		f.Fatal("no templates", err)
	}
	for _, n := range names {
		f.Add(readFile(f, n))
	}
	f.Add([]byte(everyRule))
	lib := readLibrary(f, "testdata/pack.yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		tm, err := Read("fuzz.yaml", data)
		if err != nil {
			var p *language.Problem
			if !errors.As(err, &p) {
				t.Fatalf("%T: %v", err, err)
			}
			if s := p.In(language.ZH) + p.In(language.EN); strings.ContainsAny(s, "\n\r") || !bytes.Equal([]byte(s), bytes.ToValidUTF8([]byte(s), nil)) {
				t.Fatalf("unreadable message %q", s)
			}
			return
		}
		b, _, err := Fill(tm, lib, Choice{Challenges: []string{"C1", "C2"}, ID: "fuzz"})
		if err != nil {
			if tm.Logo != nil {
				return // a picture only by its first bytes
			}
			t.Fatal(err)
		}
		if err := b.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}
