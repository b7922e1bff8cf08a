package template

import (
	"os"
	"regexp"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

var sentence = map[language.Language]*regexp.Regexp{
	language.ZH: regexp.MustCompile(`[^。？！；]{12,}[。？！]`),
	language.EN: regexp.MustCompile(`[A-Z‘][^.?!]{50,}[.?!]`),
}

var citeMark = regexp.MustCompile(`\[\^[^\]]*\]`)

// Nothing that the program writes of its own stands twice in a draft, in any
// template and for any number of challenges. What evidence says may: a fact
// proves a point and answers a question; so may what a term means.
func TestNoSentenceStandsTwice(t *testing.T) {
	lib := builtIn(t)
	all, err := ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tm := range all {
		for _, c := range choices() {
			b, _, err := Fill(tm, lib, Choice{Challenges: c, ID: "x", Date: "2026-11-28"})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range language.Both() {
				seen := map[string]bool{}
				for at, text := range b.Addresses() {
					blk, _, _ := b.Block(at.Block)
					if at.Language != l || blk == nil || blk.Kind == brief.Evidence || blk.Kind == brief.TermList || blk.For == brief.Trainer || at.Slot == brief.AnswerSlot {
						continue
					}
					for _, s := range sentence[l].FindAllString(citeMark.ReplaceAllString(text, ""), -1) {
						if seen[s] && len(brief.Blanks(s, l)) == 0 {
							t.Errorf("%s on %v says twice: %s", tm.ID, c, s)
						}
						seen[s] = true
					}
				}
			}
		}
	}
}
