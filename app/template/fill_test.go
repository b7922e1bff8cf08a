package template

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readLibrary(t testing.TB, path string) *library.Library {
	t.Helper()
	p, err := argument.Read(path, readFile(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return library.New(p)
}

func builtIn(t testing.TB) *library.Library {
	return readLibrary(t, "../../assets/packs/digital-diplomacy.yaml")
}

func policyBrief(t testing.TB) *Template {
	t.Helper()
	tm, err := Read("policy-brief.yaml", readFile(t, "../../templates/policy-brief.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return tm
}

func fill(t testing.TB, lib *library.Library, challenges ...string) (*brief.Brief, Report) {
	t.Helper()
	b, report, err := Fill(policyBrief(t), lib, Choice{Challenges: challenges, ID: "test", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	return b, report
}

// written shows a brief as plain lines for comparison.
func shown(b *brief.Brief) string {
	var s strings.Builder
	for i := range b.Sections {
		sec := &b.Sections[i]
		fmt.Fprintf(&s, "## %s / %s\n", sec.Heading.ZH, sec.Heading.EN)
		for j := range sec.Blocks {
			k := &sec.Blocks[j]
			fmt.Fprintf(&s, "[%s", k.Kind)
			if k.From != nil {
				fmt.Fprintf(&s, " %s %s", k.From.Argument, k.From.Length)
			}
			if len(k.Answers) > 0 {
				fmt.Fprintf(&s, " answers %s", strings.Join(k.Answers, ","))
			}
			s.WriteString("]\n")
			for _, slot := range k.Slots() {
				for _, l := range language.Both() {
					if text, ok := b.Text(brief.Address{Block: k.ID, Slot: slot, Language: l}); ok && text != "" {
						fmt.Fprintf(&s, "%s\n", text)
					}
				}
			}
		}
	}
	return s.String()
}

func TestDraftOfTwoChallenges(t *testing.T) {
	b, report := fill(t, readLibrary(t, "testdata/pack.yaml"), "C1", "C2")
	got := shown(b)
	const golden = "testdata/draft.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(readFile(t, golden)), got); diff != "" {
		t.Errorf("the draft changed (-want +got); UPDATE=1 writes it anew:\n%s", diff)
	}
	if len(report.LeftOut) != 0 {
		t.Errorf("left out %v of a brief with room", report.LeftOut)
	}
	if b.Title != (language.Text{ZH: "两项挑战与应对之策", EN: "Two challenges and how to answer them"}) {
		t.Errorf("title %v", b.Title)
	}
	if want := "据林一、周二、吴三《港口的未来》一文整理"; b.Subtitle.ZH != want {
		t.Errorf("subtitle %q, want %q", b.Subtitle.ZH, want)
	}
	if want := "Drawn from ‘The future of harbours’ by Lin Yi, Zhou Er and Wu San"; b.Subtitle.EN != want {
		t.Errorf("subtitle %q, want %q", b.Subtitle.EN, want)
	}
}

func TestChallengeWithoutAnswersOrEvidenceSaysSo(t *testing.T) {
	b, _ := fill(t, readLibrary(t, "testdata/pack.yaml"), "C3")
	text := shown(b)
	for _, want := range []string{
		"文章没有提出针对这一挑战的对策。", "The article proposes no countermeasure to this challenge.",
		"文章没有专门为这一判断提供数据或事例", "The article offers no data or cases for this judgement",
		"文中没有针对它的对策。", "the article offers no countermeasure to it.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the draft does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "作者认为，码头") || strings.Contains(text, "The authors argue that the quays") {
		t.Error("a fact is ascribed to the authors")
	}
}

func TestDraftsOfTheBuiltInPack(t *testing.T) {
	lib := builtIn(t)
	for _, challenges := range [][]string{
		{"C1"}, {"C2"}, {"C3"}, {"C4"}, {"C1", "C2"}, {"C4", "C3"}, {"C1", "C2", "C3", "C4"}, {"C4", "C3", "C2", "C1"},
	} {
		t.Run(strings.Join(challenges, "-"), func(t *testing.T) {
			b, report := fill(t, lib, challenges...)
			if err := b.Validate(); err != nil {
				t.Fatal(err)
			}
			checkLimits(t, b)
			checkLanguages(t, b)
			checkSources(t, b, lib)
			checkRepetition(t, b, lib)
			for i := range b.Sections {
				s := &b.Sections[i]
				if len(s.Blocks) == 0 {
					t.Errorf("%s has no block", s.Slot)
				}
				if s.Slot == "key-messages" {
					if n := len(strings.Split(s.Blocks[0].Text.ZH, "\n")); n < 3 || n > 5 {
						t.Errorf("%d key messages", n)
					}
				}
			}
			if len(report.Blanks) == 0 {
				t.Error("a draft without blanks")
			}
			again, _ := fill(t, lib, challenges...)
			if diff := cmp.Diff(shown(b), shown(again)); diff != "" {
				t.Errorf("two drafts differ:\n%s", diff)
			}
		})
	}
}

func checkLimits(t *testing.T, b *brief.Brief) {
	t.Helper()
	for i := range b.Sections {
		s := &b.Sections[i]
		for l, limit := range map[language.Language]brief.Limit{language.ZH: s.LimitZH, language.EN: s.LimitEN} {
			if n := Length(s, l); limit.Hard > 0 && n > limit.Hard {
				t.Errorf("%s has %d in %s, the limit is %d", s.Slot, n, l, limit.Hard)
			}
		}
	}
}

func checkLanguages(t *testing.T, b *brief.Brief) {
	t.Helper()
	for at, text := range b.Addresses() {
		twin := at
		twin.Language = at.Language.Other()
		if other, _ := b.Text(twin); (text == "") != (other == "") {
			t.Errorf("%+v stands in one language only: %q, %q", at, text, other)
		}
		if strings.Contains(text, "  ") || strings.Contains(text, "。。") || strings.Contains(text, "..") || strings.Contains(text, "，，") {
			t.Errorf("%+v is joined badly: %q", at, text)
		}
		if strings.ContainsAny(text, "{}") {
			t.Errorf("%+v has a placeholder left: %q", at, text)
		}
	}
}

// checkSources holds that what comes from an argument says so, that authors'
// claims are attributed, and that citations are to sources there are.
func checkSources(t *testing.T, b *brief.Brief, lib *library.Library) {
	t.Helper()
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind != brief.Argument && k.Kind != brief.Evidence {
				continue
			}
			if k.From == nil {
				t.Errorf("%s has no origin: %s", k.ID, k.Text.ZH)
				continue
			}
			e, ok := lib.Get(k.From.Argument)
			if !ok || k.From.Version != e.Version || k.From.Pack != e.Pack.ID {
				t.Errorf("%s has the origin %+v", k.ID, k.From)
				continue
			}
			said := strings.Contains(k.Text.ZH, "作者") || strings.Contains(k.Text.ZH, "他们")
			saidEN := strings.Contains(strings.ToLower(k.Text.EN), "author") || strings.Contains(strings.ToLower(k.Text.EN), "they")
			if e.Claim == argument.Author && (!said || !saidEN) {
				t.Errorf("%s is the authors' claim and does not say so: %s %s", e.ID, k.Text.ZH, k.Text.EN)
			}
			mark := "[^" + e.Pack.Source.ID + "]"
			if strings.Count(k.Text.ZH, mark) != 1 || strings.Count(k.Text.EN, mark) != 1 {
				t.Errorf("%s is not cited once in each language: %s", e.ID, k.Text.EN)
			}
		}
	}
}

// checkRepetition holds that no line or statement of the pack stands in a
// draft twice outside the key messages, which are meant to repeat the point.
func checkRepetition(t *testing.T, b *brief.Brief, lib *library.Library) {
	t.Helper()
	var body strings.Builder
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind != brief.KeyMessages {
				body.WriteString(k.Text.ZH)
			}
		}
	}
	for _, e := range lib.All() {
		for _, n := range []argument.Length{argument.Line, argument.Statement} {
			text := bare(clause(e.At(n)).ZH)
			if strings.Count(body.String(), text) > 1 {
				t.Errorf("the %s of %s stands twice", n, e.ID)
			}
		}
		uses := 0
		for i := range b.Sections {
			for _, k := range b.Sections[i].Blocks {
				if k.From != nil && k.From.Argument == e.ID && k.Kind == brief.Argument {
					uses++
				}
			}
		}
		if e.Kind == argument.Countermeasure && uses > 1 {
			t.Errorf("%s is set in full %d times", e.ID, uses)
		}
	}
}

func TestAnswersOfLaterChallengesAreCrossReferences(t *testing.T) {
	b, _ := fill(t, readLibrary(t, "testdata/pack.yaml"), "C1", "C2")
	text := shown(b)
	for _, want := range []string{
		"这里同样用得上前文的“设立港口基金”：修仓库缺的正是钱。",
		"‘Set up a port fund’, set out above, applies here too: money is what the repair of the stores lacks.",
		"“定期疏浚”已见前文，与这一挑战也有关：大船回来，仓库才有货可存。",
		"‘Dredge at set times’, which has been set out, bears on this challenge as well: once large ships return, the stores have goods to keep.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no cross-reference %q:\n%s", want, text)
		}
	}
}

// The article's figures of coverage and of people offline add up to 103%; a
// brief that shows both says so, and one without them does not.
func TestFiguresThatDisagreeAreNoted(t *testing.T) {
	b, _ := fill(t, builtIn(t), "C1", "C2", "C3", "C4")
	var notes []language.Text
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind == brief.Note && b.Sections[i].Slot == "evidence" {
				notes = append(notes, k.Text)
			}
		}
	}
	if len(notes) != 1 || !strings.Contains(notes[0].ZH, "103%") || !strings.Contains(notes[0].EN, "103%") {
		t.Errorf("notes %v", notes)
	}
	other, _ := fill(t, builtIn(t), "C1")
	if strings.Contains(shown(other), "103%") {
		t.Error("figures that are not shown are noted")
	}
}

func TestChoiceIsRefused(t *testing.T) {
	lib := builtIn(t)
	for _, c := range []struct {
		name       string
		challenges []string
		zh, en     string
	}{
		{"none", nil, "没有选择挑战", "no challenge was chosen"},
		{"unknown", []string{"C1", "C9"}, "库里没有“C9”", `the library has no "C9"`},
		{"another kind", []string{"M1"}, "不是挑战", "is not a challenge"},
		{"twice", []string{"C1", "C1"}, "C1 选了两次", "C1 was chosen twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Fill(policyBrief(t), lib, Choice{Challenges: c.challenges})
			if err == nil {
				t.Fatal("no error")
			}
			if zh, en := language.Say(err, language.ZH), language.Say(err, language.EN); !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) {
				t.Errorf("says %q and %q", zh, en)
			}
		})
	}
}

// tight returns the policy brief with other hard limits for one section.
func tight(t *testing.T, slot string, zh, en int) *Template {
	tm := *policyBrief(t)
	tm.Sections = slices.Clone(tm.Sections)
	for i := range tm.Sections {
		if tm.Sections[i].Slot == slot {
			tm.Sections[i].LimitZH.Hard, tm.Sections[i].LimitEN.Hard = zh, en
		}
	}
	return &tm
}

func TestTightLimitsLeaveOutAndReport(t *testing.T) {
	for name, limit := range map[string][2]int{"Chinese": {160, 9999}, "English": {9999, 105}} {
		t.Run(name, func(t *testing.T) {
			b, report, err := Fill(tight(t, "evidence", limit[0], limit[1]), builtIn(t), Choice{Challenges: []string{"C2"}, ID: "x"})
			if err != nil {
				t.Fatal(err)
			}
			checkLimits(t, b)
			if len(report.LeftOut) == 0 {
				t.Fatal("nothing was left out of a section that has no room")
			}
			for _, k := range section(t, b, "evidence").Blocks {
				if k.Kind == brief.Evidence && k.From.Length != argument.Line {
					t.Errorf("%s is set as its title, which is no sentence", k.From.Argument)
				}
			}
			for _, l := range report.LeftOut {
				if l.Slot != "evidence" || strings.Contains(shown(b), "evidence "+l.Argument+" ") {
					t.Errorf("%+v is reported as left out and stands in the draft", l)
				}
			}
		})
	}
}

// The title of a concept is no sentence, so a concept goes as a whole, and
// before a challenge gets shorter.
func TestConceptsGiveWayFirst(t *testing.T) {
	b, report, err := Fill(tight(t, "context", 160, 9999), builtIn(t), Choice{Challenges: []string{"C2"}, ID: "x"})
	if err != nil {
		t.Fatal(err)
	}
	text := shown(b)
	if len(report.LeftOut) != 1 || report.LeftOut[0].Argument != "K2" || strings.Contains(text, "K1 title") || !strings.Contains(text, "[argument C2 statement]") {
		t.Errorf("left out %v of\n%s", report.LeftOut, text)
	}
}
