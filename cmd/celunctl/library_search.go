package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	finder "celun/app/library/find"
)

// jsonHit is an argument as library search prints it.
type jsonHit struct {
	ID      string        `json:"id"`
	Kind    argument.Kind `json:"kind"`
	Title   language.Text `json:"title"`
	Snippet language.Text `json:"snippet"`
	Score   float64       `json:"score"`
}

// jsonRelated is one that library related prints, with what it shares.
type jsonRelated struct {
	jsonHit
	Shared []string `json:"shared"`
}

// maxHits bounds --limit.
const maxHits = 10000

func limitFlag(otherwise int) flag {
	return flag{
		name: "--limit", value: "N",
		does: language.Text{ZH: fmt.Sprintf("最多列出几条，缺省 %d", otherwise), EN: fmt.Sprintf("how many at most, %d if not given", otherwise)},
	}
}

func librarySearchCommand() command {
	const limit = 20
	return command{
		name: "library search", usage: "[QUERY] [--kind KIND] [--tag TAG] [--source SOURCE] [--answers ID] [--limit N]", most: 1000,
		does: language.Text{ZH: "查找论点：中文、英文、编号、标签、术语、拼音都可以", EN: "Finds arguments by Chinese, English, id, tag, term or pinyin"},
		flags: []flag{
			{
				name: "--kind", value: "KIND", of: kinds(),
				does: language.Text{ZH: "只找一种，如 challenge、countermeasure、evidence", EN: "one kind only, such as challenge, countermeasure or evidence"},
			},
			{
				name: "--tag", value: "TAG",
				does: language.Text{ZH: "只找有这个标签的，写名称或编号；可重复，须都有", EN: "only what has this tag, by its name or id; given again, all of them"},
			},
			{
				name: "--source", value: "SOURCE",
				does: language.Text{ZH: "只找这个论据包的，写编号、题名或作者的一部分；可重复，有一个即可", EN: "only out of this pack, by its id or part of a title or author; given again, any of them"},
			},
			{
				name: "--answers", value: "ID",
				does: language.Text{ZH: "只找回应这项挑战的，如 C1；可重复，有一个即可", EN: "only what answers this challenge, such as C1; given again, any of them"},
			},
			limitFlag(limit),
		},
		run: func(p *program, ctx context.Context, a arguments) (int, error) {
			n, err := a.number("--limit", limit, 1, maxHits)
			if err != nil {
				return couldNotRun, err
			}
			q := finder.Query{Text: strings.Join(a.positional, " "), Limit: n}
			if strings.TrimSpace(q.Text) == "" && len(a.set) == 0 {
				return couldNotRun, &language.Problem{
					Where: "library search",
					What:  language.Text{ZH: "没有写要查找什么", EN: "it is not said what to look for"},
					Do:    language.Text{ZH: "请写一个或几个词，或一个筛选条件", EN: "Write a word or a few, or a filter"},
				}
			}
			if k := a.get("--kind"); k != "" {
				q.Kinds = []argument.Kind{argument.Kind(k)}
			}
			if err := p.narrow(&q, a); err != nil {
				return couldNotRun, err
			}
			f, err := p.app.Finder()
			if err != nil {
				return couldNotRun, err
			}
			defer f.Close()
			hits, err := f.Search(ctx, q)
			if err != nil {
				return couldNotRun, err
			}
			if p.json {
				all := make([]jsonHit, 0, len(hits))
				for _, h := range hits {
					all = append(all, jsonHit{h.ID, h.Kind, h.Title, h.Snippet, h.Score})
				}
				return done, p.encode(all)
			}
			if len(hits) == 0 {
				p.say(language.Text{ZH: "没有找到", EN: "Nothing was found"})
			}
			for _, h := range hits {
				p.hit(h)
			}
			return done, nil
		},
	}
}

// narrow adds the filters that were given to a query. A tag or challenge that
// there is not is an error: it would only find nothing.
func (p *program) narrow(q *finder.Query, a arguments) error {
	lib, err := p.app.Library()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, e := range lib.All() {
		for _, tag := range e.Tags {
			known[tag] = true
		}
	}
	for _, name := range a.every["--tag"] {
		tag := name
		for _, l := range language.Both() {
			if called := lib.TagCalled(name, l); !known[tag] {
				tag = called
			}
		}
		if !known[tag] {
			all := make([]string, 0, len(known))
			for k := range known {
				all = append(all, lib.TagName(k).In(p.language))
			}
			slices.Sort(all)
			list := strings.Join(all, ", ")
			return &language.Problem{
				Where: "--tag",
				What:  language.Text{ZH: "没有“" + name + "”这个标签", EN: fmt.Sprintf("there is no tag %q", name)},
				Do:    language.Text{ZH: "现有标签：" + list, EN: "The tags are " + list},
			}
		}
		q.Tags = append(q.Tags, tag)
	}
	for _, id := range a.every["--answers"] {
		e, ok := lib.Get(id)
		if !ok {
			return noEntry(id)
		}
		if e.Kind != argument.Challenge {
			return &language.Problem{
				Where: "--answers",
				What:  language.Text{ZH: id + " 不是挑战", EN: id + " is no challenge"},
				Do:    language.Text{ZH: "用“celunctl library list --kind challenge”查看全部挑战", EN: "See the challenges with \"celunctl library list --kind challenge\""},
			}
		}
		q.Answers = append(q.Answers, id)
	}
	q.Packs = append(q.Packs, a.every["--source"]...)
	return nil
}

// hit prints a hit in the user's language, and in the other one too if that is
// where the match stands.
func (p *program) hit(h finder.Hit) {
	in := func(marks []finder.Mark, l language.Language) bool {
		return slices.ContainsFunc(marks, func(m finder.Mark) bool { return m.Language == l })
	}
	own, other := p.language, p.language.Other()
	title := own
	if h.Title.In(own) == "" {
		title = other
	}
	fmt.Fprintf(p.out, "%-5s %s\n", h.ID, marked(h.Title, h.TitleMarks, title))
	if title == own && in(h.TitleMarks, other) && !in(h.TitleMarks, own) {
		fmt.Fprintf(p.out, "      %s\n", marked(h.Title, h.TitleMarks, other))
	}
	if in(h.Marks, other) && !in(h.Marks, own) || h.Snippet.In(own) == "" {
		own = other
	}
	if s := marked(h.Snippet, h.Marks, own); s != "" {
		fmt.Fprintf(p.out, "      %s\n", s)
	}
}

// marked returns a text in l with its matches between ** and **.
func marked(t language.Text, marks []finder.Mark, l language.Language) string {
	runes := []rune(t.In(l))
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m.Language != l || m.Start < at || m.End > len(runes) {
			continue
		}
		b.WriteString(string(runes[at:m.Start]) + "**" + string(runes[m.Start:m.End]) + "**")
		at = m.End
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

func libraryRelatedCommand() command {
	const limit = 10
	return command{
		name: "library related", usage: "ID [--limit N]", least: 1, most: 1,
		does: language.Text{
			ZH: "列出与一条论点最相近的论点；对尚无对策的挑战，列出最可能的对策",
			EN: "Lists the arguments most like one; for a challenge without an answer, the likeliest countermeasures",
		},
		flags: []flag{limitFlag(limit)},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			n, err := a.number("--limit", limit, 1, maxHits)
			if err != nil {
				return couldNotRun, err
			}
			lib, err := p.app.Library()
			if err != nil {
				return couldNotRun, err
			}
			e, ok := lib.Get(a.positional[0])
			if !ok {
				return couldNotRun, noEntry(a.positional[0])
			}
			f, err := p.app.Finder()
			if err != nil {
				return couldNotRun, err
			}
			defer f.Close()
			alike := f.Related
			if e.Kind == argument.Challenge && len(lib.Answers(e.ID)) == 0 {
				alike = f.Candidates
			}
			return done, p.related(lib, alike(e.ID, n))
		},
	}
}

func (p *program) related(lib *library.Library, all []finder.Relation) error {
	if p.json {
		list := make([]jsonRelated, 0, len(all))
		for _, r := range all {
			e, _ := lib.Get(r.ID)
			j := jsonRelated{jsonHit{r.ID, e.Kind, r.Title, e.Line, r.Score}, r.Shared}
			if j.Shared == nil {
				j.Shared = []string{}
			}
			list = append(list, j)
		}
		return p.encode(list)
	}
	if len(all) == 0 {
		p.say(language.Text{ZH: "没有相近的论点", EN: "No other argument is like it"})
	}
	for _, r := range all {
		fmt.Fprintf(p.out, "%-5s %s\n", r.ID, p.either(r.Title))
		if len(r.Shared) > 0 {
			shared := strings.Join(r.Shared, ", ")
			p.say(language.Text{ZH: "      共有：" + shared, EN: "      shared: " + shared})
		}
	}
	return nil
}

// noEntry is the problem of an id that the library does not have.
func noEntry(id string) error {
	return &language.Problem{
		Where: id,
		What:  language.Text{ZH: "论据库里没有这一条", EN: "the library has no such entry"},
		Do:    language.Text{ZH: "用“celunctl library list”查看全部", EN: "See them all with \"celunctl library list\""},
	}
}
