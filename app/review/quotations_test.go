package review

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
)

func opened(t testing.TB, text string) *article.Article {
	t.Helper()
	a, err := article.Read("silt.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// silt is an article of our own.
const silt = `一、成因

水道逐年变浅,是 因为上游来沙没有减少。“清淤治标，护岸治本”，局长说。①

二、代价

２０２４年疏浚花去３０００万元，比上年多一成半；若不治理，五年之后大船将不能进港。
`

const siltEN = "The channel grows shallower each year because the sand from upstream has not lessened. The director calls dredging ‘a cure for the symptom’ and the users’ money was spent.\n"

// held returns what is found of the quotations of a pair, with the brief.
func held(t testing.TB, zh, en string, articles map[string]*article.Article) (*brief.Brief, []Finding) {
	t.Helper()
	b := sound()
	b.Sources = append(b.Sources, b.Sources[0])
	b.Sources[1].ID = "wu"
	block(b, "b10").Text = text(zh, en)
	var found []Finding
	for _, f := range Run(b, nil, Options{Articles: articles}) {
		if f.Code == "E2" {
			found = append(found, f)
		}
	}
	return b, found
}

func TestQuotationsAreHeldAgainstTheArticle(t *testing.T) {
	lin := map[string]*article.Article{"lin": opened(t, silt)}
	for _, c := range []struct {
		zh    string
		stays string // what is pointed at; empty: nothing is found
		fixed string // the text with the fix; empty: there is none
	}{
		{"他们写道：“水道逐年变浅，是因为上游来沙没有减少”[^lin]。", "", ""},
		{"他们写道：“水道逐年变浅，是因为上游来沙没有减少。”[^lin]", "", ""},
		{"他们写道：「水道逐年变浅，是因为上游来沙没有减少」[^lin]。", "", ""},
		{"他们写道：“水道逐年变浅……五年之后大船将不能进港”[^lin]。", "", ""},
		{"他们写道：“水道逐年变浅，是因为上游来沙没有减少。‘清淤治标，护岸治本’”[^lin]。", "", ""},
		{"他们写道：“2024年疏浚花去3000万元，比上年多一成半”[^lin]。", "", ""},
		{"所谓“泥沙”问题[^lin]。", "", ""},                                    // a word that is spoken of
		{"他们写道：“水道逐年变浅，是因为下游来沙没有减少”。", "", ""},                         // cites nothing
		{"他们写道：“水道逐年变浅，是因为下游来沙没有减少”[^wu]。", "", ""},                    // not opened
		{"他们写道：“水道逐年变浅，是因为下游来沙没有减少”[^wu][^lin]。", "", ""},              // may be the other's
		{"前人说“水道逐年变浅，是因为下游来沙没有减少”。他们不同意[^lin]。", "", ""},               // another sentence
		{"他们写道：“**水道**逐年变浅，是因为上游来沙没有减少”，又说“清淤治标，护岸治本”[^lin]。", "", ""}, // two of them
		{
			"他们写道：“水道逐年变浅，是因为下游来沙没有减少”[^lin]。", "水道逐年变浅，是因为下游来沙没有减少",
			"他们写道：“水道逐年变浅，是因为上游来沙没有减少”[^lin]。",
		},
		{
			"他们写道：“2024年疏浚用去4000万元，比上年多一成半。”[^lin]", "2024年疏浚用去4000万元，比上年多一成半",
			"他们写道：“2024年疏浚花去3000万元，比上年多一成半。”[^lin]",
		},
		{
			"他们写道：“水道逐年变浅……五年以后大船就不能进港”[^lin|4]。", "五年以后大船就不能进港",
			"他们写道：“水道逐年变浅……五年之后大船将不能进港”[^lin|4]。",
		},
		{
			"他们写道：“没有减少。清淤治标，护岸治根本”[^lin]。", "没有减少。清淤治标，护岸治根本",
			"他们写道：“没有减少。‘清淤治标，护岸治本”[^lin]。",
		},
		{"他们写道：“数字外交的秩序需要各国一同来建立”[^lin]。", "数字外交的秩序需要各国一同来建立", ""},
		{"他们写道：“水道**逐年**变浅，是因为下游来沙没有减少”[^lin]。", "水道**逐年**变浅，是因为下游来沙没有减少", ""}, // markup within: for a person
	} {
		b, found := held(t, c.zh, "A note.[^lin][^wu]", lin)
		if c.stays == "" {
			if len(found) != 0 {
				t.Errorf("%s: found %+v", c.zh, found)
			}
			continue
		}
		if len(found) != 1 {
			t.Errorf("%s: found %+v", c.zh, found)
			continue
		}
		f := found[0]
		at := []rune(c.zh)
		if got := string(at[f.Range.From:f.Range.To]); got != c.stays || f.Address != (brief.Address{Block: "b10", Language: language.ZH}) || f.Severity != Error {
			t.Errorf("%s: at %+v, %q", c.zh, f.Address, got)
		}
		if f.Fix != c.fixed || (f.Edit != nil) != (c.fixed != "") {
			t.Errorf("%s is mended to %q", c.zh, f.Fix)
		}
		if c.fixed != "" && !strings.Contains(f.Message.EN, "nearest is paragraph") {
			t.Errorf("%s: %s", c.zh, f.Message.EN)
		}
		if f.Edit == nil || strings.Contains(c.fixed, "‘清淤") {
			continue
		}
		next := *b
		if _, err := f.Edit.Apply(&next); err != nil {
			t.Fatal(err)
		}
		for _, left := range Run(&next, nil, Options{Articles: lin}) {
			if left.Code == "E2" || left.Code == "B7" {
				t.Errorf("after the fix: %+v", left)
			}
		}
	}
}

func TestAnEnglishArticleIsQuotedInEnglish(t *testing.T) {
	lin := map[string]*article.Article{"lin": opened(t, siltEN)}
	for en, want := range map[string]int{
		"They write that ‘the channel grows shallower each year’.[^lin]":                  0,
		"They write that ‘the users’ money was spent’.[^lin]":                             0,
		"They write “The director calls dredging ‘a cure for the symptom’”.[^lin]":        0,
		"They write that ‘the channel grows shallower every year’.[^lin]":                 1,
		"They write that ‘the users’ funds were spent on it’.[^lin]":                      1,
		"They speak of ‘a cure’ for it.[^lin]":                                            0,
		"Others say ‘the channel grows deeper each year’. They do not.[^lin]":             0,
		"They say (No. 7) that ‘the channel grows deeper each year’, and it does.[^lin]":  1,
		"They say that ‘the channel … has not lessened’, and that it costs money.[^lin] ": 0,
	} {
		if _, found := held(t, "他们说“水道一年比一年更深了”[^lin]。", en, lin); len(found) != want || want == 1 && found[0].Address.Language != language.EN {
			t.Errorf("%s: found %+v", en, found)
		}
	}
}

// A waiver of one quotation does not let another one pass.
func TestQuotationsAreWaivedOneByOne(t *testing.T) {
	lin := map[string]*article.Article{"lin": opened(t, silt)}
	b, found := held(t, "他们写道：“水道逐年变浅，是因为下游来沙没有减少”，又说“清淤治标，护岸治根本”[^lin]。", "A note.[^lin][^wu]", lin)
	if len(found) != 2 {
		t.Fatalf("found %+v", found)
	}
	w := found[0].Waives()
	w.Reason = "as spoken"
	b.Waivers = []brief.Waiver{w}
	open := 0
	for _, f := range Run(b, nil, Options{Articles: lin}) {
		if f.Code == "E2" {
			open++
		}
	}
	if open != 1 {
		t.Errorf("%d are open", open)
	}
}

// TestPlantedMisquotations takes quotations out of the article that the
// project starts from, as its text stands there, and holds them against it
// whole and with one or two changes. Run it with -v for the figures.
func TestPlantedMisquotations(t *testing.T) {
	folder := os.Getenv("CELUN_ARTICLE")
	if folder == "" {
		t.Skip("CELUN_ARTICLE does not name the folder of the article")
	}
	data, err := os.ReadFile(filepath.Join(folder, "digital-diplomacy.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Read("digital-diplomacy.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	articles := map[string]*article.Article{"lin": a}
	tidy := strings.NewReplacer(",", "，", " ", "", "“", "", "”", "", "[", "", "]", "", "*", "", "_", "", "^", "", ";", "；", ":", "：")
	right, alarms, wrong, told, mended := 0, 0, 0, 0, 0
	for _, p := range a.Paragraphs {
		runes := []rune(tidy.Replace(p.Text))
		for from := 30; from+60 < len(runes); from += 70 {
			quote := string(runes[from : from+40])
			if strings.ContainsAny(quote, "①②③④⑤⑥⑦⑧⑨ABCDEFGHIJKLMNOPQRSTUVWXYZ…") {
				continue
			}
			right++
			_, found := held(t, "文章说“"+quote+"”[^lin]。", "The article says so.[^lin][^wu]", articles)
			alarms += len(found)
			changed := []rune(quote)
			changed[20] = '港'
			if from%3 == 0 {
				changed = append(changed[:10], changed[12:]...)
			}
			wrong++
			_, found = held(t, "文章说“"+string(changed)+"”[^lin]。", "The article says so.[^lin][^wu]", articles)
			told += len(found)
			if len(found) == 1 && found[0].Fix != "" {
				if _, left := held(t, found[0].Fix, "The article says so.[^lin][^wu]", articles); len(left) == 0 {
					mended++
				}
			}
		}
	}
	t.Logf("%d right quotations, %d alarms; %d wrong ones, %d found, %d mended by their fix", right, alarms, wrong, told, mended)
	if right < 100 || alarms > 0 || told < wrong || mended*100 < wrong*97 {
		t.Errorf("%d right, %d alarms, %d wrong, %d found, %d mended", right, alarms, wrong, told, mended)
	}
}
