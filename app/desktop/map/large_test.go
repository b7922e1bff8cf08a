package argumentmap

import (
	"fmt"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// large is a library of n arguments, a tenth of them challenges.
func large(n int) *library.Library {
	p := &argument.Pack{Format: argument.Format, ID: "large"}
	for i := range n {
		a := argument.Argument{ID: fmt.Sprintf("A%d", i), Kind: argument.Countermeasure, Title: language.Text{ZH: "一条对策", EN: "A measure"}}
		switch top := i - i%10; {
		case i%10 == 0:
			a.Kind = argument.Challenge
		case i%10 > 5:
			a.Kind = argument.EvidenceKind
			a.Links = []argument.Link{{Kind: argument.Supports, To: fmt.Sprintf("A%d", top+i%3)}, {Kind: argument.Supports, To: fmt.Sprintf("A%d", (top+70)%n)}}
		default:
			a.Links = []argument.Link{{Kind: argument.Answers, To: fmt.Sprintf("A%d", top)}}
		}
		p.Arguments = append(p.Arguments, a)
	}
	return library.New(p)
}

func BenchmarkDrawLarge(b *testing.B) {
	in := Input{Library: large(2000)}
	for b.Loop() {
		draw(in, Choice{Whole: true, Evidence: true}, language.ZH, room)
	}
}
