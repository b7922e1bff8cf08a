package argument

import (
	"fmt"

	"celun/app/language"

	"go.yaml.in/yaml/v4"
)

// MaxBytes is the size of the largest pack file that is read.
const MaxBytes = 5 << 20

// Read reads the pack in data and validates it. The error is a
// *language.Problem that names the file, the line and the entry of the first
// fault; [Check] tells all of them. Read never returns half a pack.
func Read(name string, data []byte) (*Pack, error) {
	var p Pack
	if err := yaml.Load(data, &p, yaml.WithKnownFields()); err != nil {
		return nil, &language.Problem{
			Where: name,
			What:  language.Text{ZH: "论据包无法读取", EN: "the pack cannot be read"},
			Do:    language.Text{ZH: fmt.Sprint(err), EN: fmt.Sprint(err)},
			Err:   err,
		}
	}
	return &p, nil
}

// A Fault is one thing that is wrong in a pack file.
type Fault struct {
	Line int    // from 1; 0 when the fault is in the file as a whole
	ID   string // the entry it stands in; empty outside entries
	Text language.Text
}

// Argument returns the argument with the given id.
func (p *Pack) Argument(id string) (*Argument, bool) {
	for i := range p.Arguments {
		if p.Arguments[i].ID == id {
			return &p.Arguments[i], true
		}
	}
	return nil, false
}

// Term returns the term with the given id.
func (p *Pack) Term(id string) (*Term, bool) {
	for i := range p.Terms {
		if p.Terms[i].ID == id {
			return &p.Terms[i], true
		}
	}
	return nil, false
}

// UserTerms returns the Chinese renderings that are not to be avoided, each
// once and in the order of the pack: the user dictionary of word cutting.
func (p *Pack) UserTerms() []string {
	var terms []string
	seen := map[string]bool{}
	for _, t := range p.Terms {
		for _, r := range t.ZH {
			if r.Status != Avoid && r.Text != "" && !seen[r.Text] {
				seen[r.Text] = true
				terms = append(terms, r.Text)
			}
		}
	}
	return terms
}
