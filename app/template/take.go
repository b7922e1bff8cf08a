package template

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// Take returns the block that an argument becomes when an analyst puts it
// into a brief by hand: its text at length n in both languages, said to be
// the author's where it is, citing the source of its pack, and a draft. The
// block has no id yet, and the brief must have the source.
func Take(lib *library.Library, e *library.Entry, n argument.Length) brief.Block {
	f := &filling{library: lib, sentences: sentencesOf(lib), cited: map[string]bool{e.Pack.ID: true}}
	text := stop(taken(e, n))
	if e.Kind == argument.Countermeasure && n != argument.Statement {
		text = f.sentences.proposes(text, 0)
	} else {
		text = f.sentences.claims(text, e.Claim, 0)
	}
	b := brief.Block{
		Kind:  brief.Argument,
		Text:  f.citing(text, e),
		From:  origin(e, n),
		State: brief.States{ZH: brief.Draft, EN: brief.Draft},
	}
	if e.Kind == argument.EvidenceKind {
		b.Kind = brief.Evidence
	}
	for _, to := range lib.Linked(e.ID, argument.Answers) {
		b.Answers = append(b.Answers, to.ID)
	}
	for _, l := range b.Text.Missing() {
		if l == language.ZH {
			b.State.ZH = brief.Empty
		} else {
			b.State.EN = brief.Empty
		}
	}
	return b
}
