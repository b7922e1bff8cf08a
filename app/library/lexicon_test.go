package library

import (
	"fmt"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
)

func TestLexiconFindsTerms(t *testing.T) {
	list := func(of ...string) []argument.Rendering {
		var all []argument.Rendering
		for _, s := range of {
			text, status, _ := strings.Cut(s, "/")
			all = append(all, argument.Rendering{Text: text, Status: argument.Status(status)})
		}
		return all
	}
	x := New(&argument.Pack{ID: "p", Terms: []argument.Term{
		{ID: "diplomacy", ZH: list("外交/preferred"), EN: list("diplomacy/preferred")},
		{ID: "digital", ZH: list("数字外交/preferred", "推特外交/avoid"), EN: list("digital diplomacy/preferred", "Twitter diplomacy/avoid")},
		{ID: "countries", ZH: list("发展中国家/preferred"), EN: list("developing countries/preferred", "third-world countries/avoid")},
		{ID: "talent", ZH: list("人才/preferred"), EN: list("people with skills/preferred", "talents/avoid")},
		{ID: "show", ZH: list("选秀/preferred"), EN: list("talent/preferred")},
		{ID: "people", EN: list("people’s diplomacy/avoid")},
	}}).Lexicon()
	for _, c := range []struct {
		l          language.Language
		text, want string
	}{
		{language.ZH, "数字外交与公共外交", "0–4 数字外交 preferred, 7–9 外交 preferred"},
		{language.ZH, "所谓推特外交", "2–6 推特外交 avoid→数字外交"},
		{language.EN, "Digital Diplomacy and digital diplomacies", "0–17 Digital Diplomacy preferred, 22–41 digital diplomacies preferred"},
		{language.EN, "a third-world country", "2–21 third-world country avoid→developing countries inflected"},
		{language.EN, "talent show", "0–6 talent preferred"},
		{language.EN, "its talents", "4–11 talents avoid→people with skills"},
		{language.EN, "cyberdiplomacy", ""},
		{language.EN, "ｄｉｐｌｏｍａｃｙ", "0–9 ｄｉｐｌｏｍａｃｙ preferred"},
		{language.EN, "the people's diplomacy", "4–22 people's diplomacy avoid→"},
	} {
		var got []string
		for _, u := range x.Find(c.l, c.text) {
			s := fmt.Sprintf("%d–%d %s %s", u.From, u.To, u.Text, u.Status)
			if u.Status == argument.Avoid {
				s += "→" + u.Instead
			}
			if u.Inflected && u.Status == argument.Avoid {
				s += " inflected"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}
