package verbs

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// recommendations reads testdata/actions.txt: those that say what is to be
// done, and those that only name something.
func recommendations(t testing.TB) map[string][]language.Text {
	t.Helper()
	data, err := os.ReadFile("testdata/actions.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, part := map[string][]language.Text{}, ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch zh, en, pair := strings.Cut(line, " | "); {
		case strings.HasPrefix(line, "## "):
			part = line[3:]
		case pair && !strings.HasPrefix(line, "#"):
			all[part] = append(all[part], language.Text{ZH: zh, EN: en})
		}
	}
	return all
}

// TestRecommendations holds the answers against recommendations that say what
// is to be done, of which none may be doubted, and ones that only name
// something. Run it with -v for the figures.
func TestRecommendations(t *testing.T) {
	all := recommendations(t)
	if len(all["say"]) < 90 || len(all["name"]) < 40 {
		t.Fatalf("only %d and %d", len(all["say"]), len(all["name"]))
	}
	for _, l := range language.Both() {
		unknown := 0
		for _, r := range all["say"] {
			switch In(l, r.In(l)) {
			case No:
				t.Errorf("false alarm: %s", r.In(l))
			case Unknown:
				unknown++
			}
		}
		found := 0
		for _, r := range all["name"] {
			switch In(l, r.In(l)) {
			case No:
				found++
			case Yes:
				t.Logf("taken for an action: %s", r.In(l))
			default:
				t.Logf("not told: %s", r.In(l))
			}
		}
		share := float64(found) / float64(len(all["name"]))
		t.Logf("%s: %d of %d without a verb are told, %.3f; of %d actions %d are not known as such", l, found, len(all["name"]), share, len(all["say"]), unknown)
		if share < 0.9 {
			t.Errorf("%s: only %.2f of what names something is told", l, share)
		}
	}
}

// Everything that the built-in pack proposes says what is to be done.
func TestCountermeasuresOfThePackAreActions(t *testing.T) {
	const file = "../../../assets/packs/digital-diplomacy.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(file, data)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := range p.Arguments {
		if p.Arguments[i].Kind != argument.Countermeasure {
			continue
		}
		for _, length := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
			n++
			for _, l := range language.Both() {
				text := p.Arguments[i].At(length).In(l)
				if a := In(l, text); a == No {
					t.Errorf("%s %d: %s", p.Arguments[i].ID, a, text)
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d", n)
	}
}

func TestTurn(t *testing.T) {
	for in, want := range map[language.Text]language.Text{
		{ZH: "数字经济的发展", EN: "The development of the digital economy"}: {ZH: "发展数字经济", EN: "Develop the digital economy"},
		{ZH: "信息内容的监管。", EN: "Supervision of content"}:                {ZH: "监管信息内容。", EN: "Supervise content"},
		{ZH: "数据安全问题", EN: "Rules of procedure"}:                      {},
		{ZH: "法规的健全、人才的培养", EN: "The future of work"}:                 {},
	} {
		if got := (language.Text{ZH: Turn(language.ZH, in.ZH), EN: Turn(language.EN, in.EN)}); got != want {
			t.Errorf("%v becomes %v", in, got)
		}
	}
}

func FuzzIn(f *testing.F) {
	f.Add("一是健全法规，二是培养人才")
	f.Add("First, set rules; second, train people")
	f.Add("（）的，")
	f.Add("应")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, l := range language.Both() {
			if a := In(l, text); a < Unknown || a > No {
				t.Errorf("%q: %d", text, a)
			}
		}
	})
}
