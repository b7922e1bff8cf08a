package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// jsonArgument is an argument as library list and show print it.
type jsonArgument struct {
	ID        string             `json:"id"`
	Kind      argument.Kind      `json:"kind"`
	Title     language.Text      `json:"title"`
	Line      language.Text      `json:"line"`
	Statement language.Text      `json:"statement"`
	Place     jsonPlace          `json:"place"`
	Claim     argument.Claim     `json:"claim"`
	Links     []jsonLink         `json:"links"`
	Evidence  *argument.Evidence `json:"evidence"`
}

type jsonPlace struct {
	Section   string `json:"section"`
	Paragraph int    `json:"paragraph"`
}

type jsonLink struct {
	Kind   argument.LinkKind `json:"kind"`
	To     string            `json:"to"`
	Reason language.Text     `json:"reason"`
}

func libraryListCommand() command {
	return command{
		name: "library list", usage: "[--kind KIND]",
		does: language.Text{ZH: "列出论据库里的论点和证据", EN: "Lists the arguments and evidence of the library"},
		flags: []flag{{
			name: "--kind", value: "KIND", of: kinds(),
			does: language.Text{ZH: "只列一种，如 challenge、countermeasure、evidence", EN: "one kind only, such as challenge, countermeasure or evidence"},
		}},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			lib, err := p.app.Library()
			if err != nil {
				return couldNotRun, err
			}
			entries := lib.All()
			if k := a.get("--kind"); k != "" {
				entries = lib.OfKind(argument.Kind(k))
			}
			if p.json {
				return done, p.encode(jsonArguments(entries))
			}
			for _, e := range entries {
				fmt.Fprintf(p.out, "%-5s %s\n", e.ID, p.either(e.Title))
			}
			return done, nil
		},
	}
}

func libraryShowCommand() command {
	return command{
		name: "library show", usage: "ID…", least: 1, most: 1000,
		does: language.Text{ZH: "显示论点的全文、出处和联系", EN: "Shows arguments in full, with their places and links"},
		run: func(p *program, _ context.Context, a arguments) (int, error) {
			lib, err := p.app.Library()
			if err != nil {
				return couldNotRun, err
			}
			var entries []*library.Entry
			for _, id := range a.positional {
				e, ok := lib.Get(id)
				if !ok {
					return couldNotRun, noEntry(id)
				}
				entries = append(entries, e)
			}
			if p.json {
				return done, p.encode(jsonArguments(entries))
			}
			for i, e := range entries {
				if i > 0 {
					fmt.Fprintln(p.out)
				}
				p.show(lib, e)
			}
			return done, nil
		},
	}
}

// either returns a text in the user's language, or in the other one while that
// is still to be written.
func (p *program) either(t language.Text) string {
	if s := t.In(p.language); s != "" {
		return s
	}
	return t.In(p.language.Other())
}

// show prints an argument in both languages.
func (p *program) show(lib *library.Library, e *library.Entry) {
	claim := e.Claim.Name()
	fmt.Fprintf(p.out, "%s  %s / %s\n", e.ID, e.Title.ZH, e.Title.EN)
	if e.Place == (argument.Place{}) { // an argument of the analyst's own
		p.say(claim)
	} else {
		p.say(language.Text{
			ZH: fmt.Sprintf("出处：%s，第 %d 段；%s", e.Place.Section, e.Place.Paragraph, claim.ZH),
			EN: fmt.Sprintf("Place: %s, paragraph %d; %s", e.Place.Section, e.Place.Paragraph, claim.EN),
		})
	}
	fmt.Fprintf(p.out, "%s\n%s\n%s\n%s\n", e.Line.ZH, e.Line.EN, e.Statement.ZH, e.Statement.EN)
	for _, l := range e.Links {
		to := l.To
		if t, ok := lib.Get(l.To); ok {
			to += " " + p.either(t.Title)
		}
		fmt.Fprintf(p.out, "%s → %s: %s\n", l.Kind, to, p.either(l.Reason))
	}
}

func jsonArguments(entries []*library.Entry) []jsonArgument {
	all := make([]jsonArgument, 0, len(entries))
	for _, e := range entries {
		j := jsonArgument{
			ID: e.ID, Kind: e.Kind, Title: e.Title, Line: e.Line, Statement: e.Statement,
			Place: jsonPlace{e.Place.Section, e.Place.Paragraph}, Claim: e.Claim,
			Links: make([]jsonLink, 0, len(e.Links)), Evidence: e.Evidence,
		}
		for _, l := range e.Links {
			j.Links = append(j.Links, jsonLink{l.Kind, l.To, l.Reason})
		}
		all = append(all, j)
	}
	return all
}

// kinds returns the kinds of argument by name.
func kinds() []string {
	var names []string
	for _, k := range []argument.Kind{
		argument.Concept, argument.Role, argument.Trait, argument.Challenge, argument.Stage, argument.Feature,
		argument.Countermeasure, argument.EvidenceKind, argument.Conclusion, argument.Thesis, argument.Option, argument.Recommendation,
	} {
		names = append(names, string(k))
	}
	return names
}

// list splits a value such as C1,C3.
func list(value string) []string {
	all := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",，、 ", r) })
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
