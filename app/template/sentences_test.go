package template

import (
	"testing"

	"celun/app/argument"
	"celun/app/language"
)

func TestAttributedLooksForWholeWords(t *testing.T) {
	for _, c := range []struct {
		text string
		l    language.Language
		want bool
	}{
		{"The authors hold that rules lag behind.", language.EN, true},
		{"Rules lag behind, the author’s view is.", language.EN, true},
		{"In the authors’ view rules lag behind.", language.EN, true},
		{"Author and reader disagree.", language.EN, true},
		{"According to the article, two countries met it.", language.EN, true},
		{"An authority for data is needed.", language.EN, false},
		{"Local authorities are authorised to act.", language.EN, false},
		{"A co-author platform opens.", language.EN, false},
		{"作者认为规则滞后。", language.ZH, true},
		{"据原文，两国达标。", language.ZH, true},
		{"文艺工作者反对审查。", language.ZH, false},
		{"该文件已经生效。", language.ZH, false},
		{"作者说，文艺工作者反对审查。", language.ZH, true},
		{"规则滞后。", language.ZH, false},
		{"", language.EN, true},
	} {
		if got := attributed(c.text, c.l); got != c.want {
			t.Errorf("%q is attributed: %v", c.text, got)
		}
	}
}

func TestBareKeepsWordsThatBeginWithYing(t *testing.T) {
	for text, want := range map[string]string{
		"应推动形成国际规范":   "推动形成国际规范",
		"应当推动形成国际规范":  "推动形成国际规范",
		"应该以技术防范操纵":   "以技术防范操纵",
		"应与发展中国家一道":   "与发展中国家一道",
		"必须疏浚航道":      "必须疏浚航道"[len("必须"):],
		"须疏浚航道":       "疏浚航道",
		"应急管理须先行":     "应急管理须先行",
		"应对网络攻击":      "应对网络攻击",
		"应用数字技术":      "应用数字技术",
		"应邀参加规则谈判":    "应邀参加规则谈判",
		"应变能力要提高":     "应变能力要提高",
		"应答须及时":       "应答须及时",
		"应当急流勇退":      "急流勇退",
		"须知风险":        "须知风险",
		"设立应急机制":      "设立应急机制",
		"应届生培养计划要先公布": "应届生培养计划要先公布",
	} {
		if got := bare(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestCountermeasuresOfAnyWordingJoinSentences(t *testing.T) {
	s := sentences{}
	for _, c := range []struct{ title, is, proposes string }{
		{"Set rules for data", " is to set rules for data", "The authors would set rules for data."},
		{"Track frontier technology", " is to track frontier technology", "The authors would track frontier technology."},
		{"A port fund", " is a port fund", "The authors propose a port fund."},
		{"States should share data", " is that states should share data", "The authors propose that states should share data."},
		{"Rules for data security", ": rules for data security", "The authors propose this: rules for data security."},
		{"Stronger voices for all", ": stronger voices for all", "The authors propose this: stronger voices for all."},
		{"Support for domestic companies", ": support for domestic companies", "The authors propose this: support for domestic companies."},
		{"Use of open standards", ": use of open standards", "The authors propose this: use of open standards."},
		{"Talks", ": talks", "The authors propose this: talks."},
	} {
		if got := s.is(c.title); got != c.is {
			t.Errorf("%s: %q, want %q", c.title, got, c.is)
		}
		if got := s.proposes(language.Text{ZH: "应设规", EN: c.title + "."}, 0); got.EN != c.proposes || got.ZH != "作者主张设规" {
			t.Errorf("%s: %v, want %q", c.title, got, c.proposes)
		}
	}
}

// Every countermeasure of the built-in pack is an imperative, and taken for
// one.
func TestBuiltInCountermeasuresAreImperatives(t *testing.T) {
	lib := builtIn(t)
	s := sentencesOf(lib)
	for _, e := range lib.OfKind(argument.Countermeasure) {
		for _, n := range []argument.Length{argument.Title, argument.Line} {
			if en := e.At(n).EN; s.is(en) != " is to "+s.lower(en) {
				t.Errorf("%s: %q", e.ID, s.is(en))
			}
		}
	}
}
