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

// An entry of a timeline does not repeat the date that stands over it.
func TestATimelineSaysDatesOnce(t *testing.T) {
	for date, c := range map[string][2]language.Text{
		"2010-06-08": {{ZH: "2010年6月8日，国新办发布白皮书。", EN: "On 8 June 2010 China’s office published a paper."}, {ZH: "国新办发布白皮书。", EN: "China’s office published a paper."}},
		"2021":       {{ZH: "2021年，平台限制账号。", EN: "In 2021 more platforms did so."}, {ZH: "平台限制账号。", EN: "More platforms did so."}},
		"2018":       {{ZH: "2018年以来，多次泄露。", EN: "Since 2018 data leaked."}, {ZH: "2018年以来，多次泄露。", EN: "Since 2018 data leaked."}},
		"2002":       {{ZH: "2002年，成立小组。", EN: "The task force began in 2002."}, {ZH: "2002年，成立小组。", EN: "The task force began in 2002."}},
		"202":        {{ZH: "2021年。", EN: "In 2021."}, {ZH: "2021年。", EN: "In 2021."}},
	} {
		if got := undated(c[0], date); got != c[1] {
			t.Errorf("%s: %s %s", date, got.ZH, got.EN)
		}
	}
}
