package template

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// choices returns every choice of challenges of the built-in pack, in the
// order of the pack.
func choices() [][]string {
	ids := []string{"C1", "C2", "C3", "C4"}
	var all [][]string
	for set := 1; set < 1<<len(ids); set++ {
		var c []string
		for i, id := range ids {
			if set&(1<<i) != 0 {
				c = append(c, id)
			}
		}
		all = append(all, c)
	}
	return all
}

func section(t *testing.T, b *brief.Brief, slot string) *brief.Section {
	t.Helper()
	i := slices.IndexFunc(b.Sections, func(s brief.Section) bool { return s.Slot == slot })
	if i < 0 {
		t.Fatalf("no section %s", slot)
	}
	return &b.Sections[i]
}

// A fresh draft is not too long anywhere, and leaves nothing out for that.
func TestFreshDraftsAreWithinSoftLimits(t *testing.T) {
	lib := builtIn(t)
	for _, c := range choices() {
		b, report := fill(t, lib, c...)
		for i := range b.Sections {
			s := &b.Sections[i]
			for l, limit := range map[language.Language]brief.Limit{language.ZH: s.LimitZH, language.EN: s.LimitEN} {
				if n := Length(s, l); limit.Soft > 0 && n > limit.Soft {
					t.Errorf("%v: %s has %d in %s, and reads best within %d", c, s.Slot, n, l, limit.Soft)
				}
			}
		}
		if len(report.LeftOut) > 0 {
			t.Errorf("%v: left out %v", c, report.LeftOut)
		}
	}
}

// What the key message names is what the discussion, the options and the
// recommendations begin with.
func TestOneAnswerLeadsEachChallenge(t *testing.T) {
	lib := builtIn(t)
	for _, c := range choices() {
		b, _ := fill(t, lib, c...)
		messages := strings.Split(section(t, b, "key-messages").Blocks[0].Text.ZH, "\n")
		discussed := section(t, b, "evidence").Blocks
		options := section(t, b, "options").Blocks[0].Table.Rows
		recommended := section(t, b, "recommendations").Blocks
		var leads []string
		for i, id := range c {
			lead := lib.Answers(id)[0].Entry
			title := bare(lead.Title.ZH)
			if !strings.Contains(messages[i], title) {
				t.Errorf("%v: message %s does not name %s", c, messages[i], title)
			}
			first := slices.IndexFunc(discussed, func(k brief.Block) bool { return slices.Contains(k.Answers, id) && follows(discussed, k.ID, id) })
			if k := discussed[first]; (k.From == nil || k.From.Argument != lead.ID) && !strings.Contains(k.Text.ZH, "“"+title+"”") {
				t.Errorf("%v: %s begins with %s, not with %s", c, id, k.Text.ZH, title)
			}
			if !slices.Contains(leads, lead.ID) {
				leads = append(leads, lead.ID)
			}
		}
		for n, id := range leads {
			e, _ := lib.Get(id)
			if got := options[1+n][0].Text.ZH; got != bare(e.Title.ZH) {
				t.Errorf("%v: option %d is %s, not %s", c, n+1, got, e.Title.ZH)
			}
			for _, challenge := range c {
				about := lib.Answers(challenge)[0].ID == id && len(c) > 1
				if e, _ := lib.Get(challenge); about && !strings.Contains(options[1+n][1].Text.ZH, e.Title.ZH) {
					t.Errorf("%v: option %d leads %s and does not say so: %s", c, n+1, challenge, options[1+n][1].Text.ZH)
				}
			}
			if k := recommended[n]; k.From.Argument != id {
				t.Errorf("%v: recommendation %d is %s, not %s", c, n+1, k.From.Argument, id)
			}
		}
		if len(options) < 4 {
			t.Errorf("%v: %d options, no new action among them", c, len(options)-1)
		}
	}
}

// follows reports whether a block stands under the heading of a challenge.
func follows(blocks []brief.Block, block, challenge string) bool {
	under := ""
	for _, k := range blocks {
		if k.Kind == brief.Heading {
			under = k.From.Argument
		}
		if k.ID == block {
			return under == challenge
		}
	}
	return false
}

// Titles of evidence are headings; in a draft evidence speaks in sentences.
func TestEvidenceIsSetAsItsLine(t *testing.T) {
	for _, c := range choices() {
		b, _ := fill(t, builtIn(t), c...)
		for _, k := range section(t, b, "evidence").Blocks {
			if k.Kind == brief.Evidence && k.From.Length != argument.Line {
				t.Errorf("%v: %s is set as its %s: %s", c, k.From.Argument, k.From.Length, k.Text.EN)
			}
		}
	}
}

// A recommendation is the measure's line as an action, the option its title.
func TestRecommendationsAreActionsOfTheirOwnWords(t *testing.T) {
	lib := builtIn(t)
	b, _ := fill(t, lib, "C1", "C2", "C3", "C4")
	options := shownRows(section(t, b, "options").Blocks[0].Table)
	names := map[brief.Slot]language.Text{}
	for _, k := range section(t, b, "recommendations").Blocks {
		e, _ := lib.Get(k.From.Argument)
		r := k.Recommendation
		if r.Action != (language.Text{ZH: bare(clause(e.Line).ZH), EN: clause(e.Line).EN}) {
			t.Errorf("%s: %v", e.ID, r.Action)
		}
		if strings.Contains(options, r.Action.ZH) {
			t.Errorf("%s is an option word for word", r.Action.ZH)
		}
		names[brief.OwnerSlot], names[brief.TimeFrameSlot], names[brief.MeansSlot], names[brief.IndicatorSlot] = r.Owner, r.TimeFrame, r.Means, r.Indicator
	}
	want := map[brief.Slot]language.Text{
		brief.OwnerSlot:     {ZH: "【待填：责任方】", EN: "[to fill: owner]"},
		brief.TimeFrameSlot: {ZH: "【待填：时限】", EN: "[to fill: time frame]"},
		brief.MeansSlot:     {ZH: "【待填：手段与资源】", EN: "[to fill: means]"},
		brief.IndicatorSlot: {ZH: "【待填：衡量指标】", EN: "[to fill: indicator]"},
	}
	if fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("blanks %v", names)
	}
}

func shownRows(g *brief.Grid) string {
	var s strings.Builder
	for _, row := range g.Rows {
		for _, c := range row {
			s.WriteString(c.Text.ZH + "\n")
		}
	}
	return s.String()
}

// The further messages of a brief on few challenges say something: the
// sharpest contrast, the first figure, or that there is none.
func TestFurtherKeyMessages(t *testing.T) {
	for _, c := range []struct {
		challenges string
		zh, en     string
	}{
		{"C2,C3", "据原文，北美的互联网覆盖率高达95%，而非洲的互联网覆盖率只有35%。", "According to the article, internet coverage in North America is as high as 95%, while internet coverage in Africa is only 35%."},
		{"C1,C2", "据原文，北美的互联网覆盖率高达95%，而非洲的互联网覆盖率只有35%。", "According to the article, internet coverage in North America"},
		{"C1", "据原文，2018年以来，推特（Twitter）至少发生3次大规模数据泄露，涉及1亿以上用户。", "According to the article, since 2018 Twitter has had at least 3 large data breaches"},
		{"C1", "作者还主张反对以政治为目的的网络攻击", "The authors would also oppose cyberattacks"},
		{"C3", "文章没有专门为这一判断提供数据或事例，只有作者的论述。", "The article offers no data or cases for this judgement, only the authors’ reasoning."},
	} {
		b, _ := fill(t, builtIn(t), strings.Split(c.challenges, ",")...)
		text := section(t, b, "key-messages").Blocks[0].Text
		if !strings.Contains(text.ZH, c.zh) || !strings.Contains(text.EN, c.en) {
			t.Errorf("%s: no message %s, %s in\n%s\n%s", c.challenges, c.zh, c.en, text.ZH, text.EN)
		}
	}
}

// What is said of measures beside a table of options is said of the options,
// in their order, and of no others.
func TestOptionsAndWhatIsSaidOfThemAgree(t *testing.T) {
	lib := builtIn(t)
	for _, file := range []string{"options-matrix", "decision-memo"} {
		tm, err := Read(file, readFile(t, "../../templates/"+file+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range choices() {
			b, _, err := Fill(tm, lib, Choice{Challenges: c, ID: "x"})
			if err != nil {
				t.Fatal(err)
			}
			var options, said []string
			for i := range b.Sections {
				for j := range b.Sections[i].Blocks {
					k := &b.Sections[i].Blocks[j]
					if k.Kind == brief.Options {
						for _, row := range k.Table.Rows[1 : len(k.Table.Rows)-1] {
							options = append(options, row[0].EN)
						}
					}
					if len(options) > 0 && k.Kind == brief.Argument && k.From != nil && len(k.Answers) > 0 {
						e, _ := lib.Get(k.From.Argument)
						said = append(said, clause(e.Title).EN)
					}
				}
			}
			if len(said) == 0 || len(said) > len(options) || !slices.Equal(said, options[:len(said)]) {
				t.Errorf("%s on %v: the options are %v, and %v are spoken of", file, c, options, said)
			}
		}
	}
}
