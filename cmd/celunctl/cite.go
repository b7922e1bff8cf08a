package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/language"
	"celun/app/store"
)

// jsonCite is what cite prints.
type jsonCite struct {
	Sources []argument.Source `json:"sources"`
	Entries []jsonEntry       `json:"entries"`
	Notes   []jsonNote        `json:"notes"`
	Added   int               `json:"added"` // to the brief of --into
}

type jsonEntry struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type jsonNote struct {
	Line    int           `json:"line"`
	Entry   string        `json:"entry"`
	Message language.Text `json:"message"`
}

func citeCommand() command {
	var styles []string
	for _, s := range cite.Styles() {
		styles = append(styles, string(s))
	}
	return command{
		name: "cite", usage: "FILE [--style STYLE] [--blanks] [--csl] [--into F.celun]", least: 1, most: 1,
		does: language.Text{
			ZH: "读取参考文献（BibTeX、RIS 或 CSL-JSON），按规则写出，或加入简报",
			EN: "Reads references (BibTeX, RIS or CSL-JSON), writes them in a style, or adds them to a brief",
		},
		flags: []flag{
			{name: "--style", value: "STYLE", of: styles, does: language.Text{
				ZH: "著录规则；2025 版据公开资料，未核对标准原文", EN: "the style; that of 2025 rests on public sources, not on the standard itself",
			}},
			{name: "--blanks", does: language.Text{ZH: "缺的项目写成待填的空白", EN: "shows what an entry lacks as blanks to fill in"}},
			{name: "--csl", does: language.Text{ZH: "改写成 CSL-JSON", EN: "writes CSL-JSON instead"}},
			{name: "--into", value: "F.celun", does: language.Text{ZH: "把读到的文献加入这份简报", EN: "adds what was read to the sources of this brief"}},
		},
		run: runCite,
	}
}

func runCite(p *program, ctx context.Context, a arguments) (int, error) {
	file := a.positional[0]
	data, err := store.Read(file, cite.MaxBytes)
	if err != nil {
		return couldNotRun, err
	}
	sources, notes, err := cite.Read(filepath.Base(file), data)
	if err != nil {
		return couldNotRun, err
	}
	added := 0
	if into := a.get("--into"); into != "" {
		if added, err = p.addSources(ctx, into, sources); err != nil {
			return couldNotRun, err
		}
	}
	style := cite.Style(a.get("--style"))
	if style == "" {
		style = cite.GB2015
	}
	write := style.Write
	if a.has("--blanks") {
		write = func(s argument.Source) string { return style.WithBlanks(s, brief.Blank) }
	}
	switch {
	case p.json:
		j := jsonCite{Sources: slices.Clip(sources), Entries: []jsonEntry{}, Notes: []jsonNote{}, Added: added}
		for _, s := range sources {
			j.Entries = append(j.Entries, jsonEntry{s.ID, write(s)})
		}
		for _, n := range notes {
			j.Notes = append(j.Notes, jsonNote{n.Line, n.Entry, n.Text})
		}
		return done, p.encode(j)
	case a.has("--csl"):
		csl, err := cite.WriteCSL(sources)
		if err != nil {
			return couldNotRun, err
		}
		_, err = p.out.Write(csl)
		return done, err
	}
	for _, s := range sources {
		fmt.Fprintf(p.out, "%s  %s\n", s.ID, write(s))
	}
	for _, n := range notes {
		fmt.Fprintln(p.out, (&language.Problem{Where: filepath.Base(file), Line: n.Line, Entry: n.Entry, What: n.Text}).In(p.language))
	}
	if into := a.get("--into"); into != "" {
		p.say(language.Text{
			ZH: fmt.Sprintf("已向 %s 加入 %d 条文献，%d 条原已有之", into, added, len(sources)-added),
			EN: fmt.Sprintf("References added to %s: %d; it had %d already", into, added, len(sources)-added),
		})
	}
	return done, nil
}

// addSources adds sources to those of a brief, and returns how many. A brief
// that has them all is not written.
func (p *program) addSources(ctx context.Context, path string, sources []argument.Source) (int, error) {
	b, err := brief.Open(path)
	if err != nil {
		return 0, err
	}
	edit, added := brief.AddSources(b, sources)
	if added == 0 {
		return 0, nil
	}
	if _, err := edit.Apply(b); err != nil {
		return 0, err
	}
	return added, p.save(ctx, path, b)
}
