package main

import (
	"context"
	"fmt"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/typeset"
)

// jsonFinding is a finding as check prints it.
type jsonFinding struct {
	Code     string            `json:"code"`
	Severity review.Severity   `json:"severity"`
	Block    string            `json:"block"`
	Language language.Language `json:"language"`
	Message  language.Text     `json:"message"`
	Fix      string            `json:"fix"` // what the text there should be, or empty
	// Where else it is, and what would mend it if that is no text.
	Section string        `json:"section"`
	Slot    brief.Slot    `json:"slot"`
	From    int           `json:"from"` // runes of the text there, with its markup; from equal to to: all of it
	To      int           `json:"to"`
	Mend    language.Text `json:"mend"`
	Digest  string        `json:"digest"` // what a waiver names to let this pass and nothing else
}

func checkCommand() command {
	return command{
		name: "check", usage: "F.celun [--final] [--article [ID=]FILE] [--outline]", least: 1, most: 1,
		does: language.Text{ZH: "检查简报，列出问题", EN: "Checks a brief and lists what it finds"},
		flags: []flag{{
			name: "--outline",
			does: language.Text{ZH: "不检查，只列出标题和每段的第一句：连起来读，应当就是全文的论证", EN: "checks nothing, but lists the headings and first sentences, which together should be the argument"},
		}, {
			name: "--final",
			does: language.Text{ZH: "按定稿检查：留白也算错误，版面也要看", EN: "checks as for a final version: blanks are errors, and the pages are looked at"},
		}, articleFlag()},
		run: func(p *program, ctx context.Context, a arguments) (int, error) {
			b, err := brief.Open(a.positional[0])
			if err != nil {
				return couldNotRun, err
			}
			if a.has("--outline") {
				return done, p.outline(b)
			}
			articles, err := openArticles(b, a)
			if err != nil {
				return couldNotRun, err
			}
			var findings []review.Finding
			if a.has("--final") {
				findings, err = p.app.CheckFinal(ctx, b, typeset.Options{}, articles)
			} else {
				findings, err = p.app.Check(b, review.Options{Articles: articles})
			}
			if err != nil {
				return couldNotRun, err
			}
			waived := review.Waived(findings)
			findings = review.Open(findings)
			n := map[review.Severity]int{}
			all := make([]jsonFinding, 0, len(findings))
			for _, f := range findings {
				n[f.Severity]++
				all = append(all, jsonFinding{
					f.Code, f.Severity, f.Address.Block, f.Address.Language, f.Message, f.Fix,
					f.Address.Section, f.Address.Slot, f.Range.From, f.Range.To, f.Mend, f.Digest(),
				})
			}
			if p.json {
				err = p.encode(all)
			} else {
				p.list(b, findings)
				p.listWaived(b, waived)
				p.tellQuoted(b, articles)
			}
			if err != nil {
				return couldNotRun, err
			}
			if n[review.Error] > 0 {
				return foundErrors, &language.Problem{
					Where: a.positional[0],
					What:  language.Text{ZH: fmt.Sprintf("有 %d 处错误", n[review.Error]), EN: language.Plural(n[review.Error], "error was", "errors were") + " found"},
					Do:    language.Text{ZH: "请改正后再定稿", EN: "Correct what is wrong before the brief goes out"},
				}
			}
			return done, nil
		},
	}
}

// jsonSentence is a heading or first sentence as check --outline prints it.
type jsonSentence struct {
	Section string        `json:"section"`
	Block   string        `json:"block"`
	Heading bool          `json:"heading"`
	Text    language.Text `json:"text"`
}

// outline prints the headings and first sentences of a brief.
func (p *program) outline(b *brief.Brief) error {
	all := []jsonSentence{}
	for _, s := range review.FirstSentences(b) {
		all = append(all, jsonSentence{s.At.Section, s.At.Block, s.Head, s.Text})
	}
	if p.json {
		return p.encode(all)
	}
	for _, s := range all {
		text := s.Text.In(p.language)
		if text == "" {
			text = s.Text.In(p.language.Other())
		}
		if s.Heading {
			fmt.Fprintf(p.out, "\n%s\n", text)
			continue
		}
		fmt.Fprintf(p.out, "  %s\n", text)
	}
	return nil
}

// list prints findings, each with the section it stands in.
func (p *program) list(b *brief.Brief, findings []review.Finding) {
	if len(findings) == 0 {
		p.say(language.Text{ZH: "没有发现问题", EN: "Nothing to report"})
		return
	}
	severity := map[review.Severity]language.Text{
		review.Error:   {ZH: "错误", EN: "error"},
		review.Warning: {ZH: "提醒", EN: "warning"},
		review.Hint:    {ZH: "提示", EN: "hint"},
	}
	for _, f := range findings {
		fmt.Fprintf(p.out, "%-9s%s  %s\n", severity[f.Severity].In(p.language), p.place(b, f.Address), f.Message.In(p.language))
		if !f.Mend.IsEmpty() {
			fmt.Fprintf(p.out, "         → %s\n", f.Mend.In(p.language))
		}
	}
}

// listWaived prints what waivers let pass, with their reasons.
func (p *program) listWaived(b *brief.Brief, findings []review.Finding) {
	for _, f := range findings {
		fmt.Fprintf(p.out, "%-9s%s  %s (%s)\n", language.Text{ZH: "已豁免", EN: "waived"}.In(p.language), p.place(b, f.Address), f.Message.In(p.language), f.Waiver.Reason)
	}
}

// place names where an address is: the heading of its section, and which
// block of it.
func (p *program) place(b *brief.Brief, at brief.Address) string {
	s, index := b.Section(at.Section)
	block := 0
	if at.Block != "" {
		if _, i, j := b.Block(at.Block); i >= 0 {
			s, index, block = &b.Sections[i], i, j+1
		}
	}
	if index < 0 {
		return language.Text{ZH: "全文", EN: "whole brief"}.In(p.language)
	}
	name := s.Heading.In(p.language)
	if name == "" {
		name = s.Heading.In(p.language.Other())
	}
	if block > 0 {
		name += language.Text{ZH: fmt.Sprintf("，第 %d 块", block), EN: fmt.Sprintf(", block %d", block)}.In(p.language)
	}
	return name
}
