package argument

import (
	"os"
	"strings"
	"testing"

	"celun/app/language"
)

// A shipped pack must be complete; the same file is taken as an analyst's
// own, who may still be writing.
func TestPublishedPackIsComplete(t *testing.T) {
	data, err := os.ReadFile("../../assets/packs/digital-diplomacy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	if _, err := ReadPublished("p.yaml", data); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, from, to, zh, en string }{
		{"unknown id", "to: C1\n", "to: C99\n", "联系指向 C99，包里没有这一条", "the link leads to C99, which the pack does not have"},
		{"missing language", "zh: 网络监管乏力，安全隐患上升", `zh: ""`, "C1：title 缺少中文", "C1: title has no Chinese"},
	} {
		if !strings.Contains(whole, c.from) {
			t.Fatalf("%s: the pack has no %q", c.name, c.from)
		}
		changed := []byte(strings.Replace(whole, c.from, c.to, 1))
		p, err := ReadPublished("p.yaml", changed)
		if p != nil || err == nil {
			t.Errorf("%s: the pack was taken", c.name)
			continue
		}
		zh, en := language.Say(err, language.ZH), language.Say(err, language.EN)
		if !strings.Contains(zh, c.zh) || !strings.Contains(en, c.en) || !strings.HasPrefix(en, "p.yaml, line ") {
			t.Errorf("%s: says\n%s\n%s", c.name, zh, en)
		}
		if _, err := Read("p.yaml", changed); err != nil {
			t.Errorf("%s: refused as an own pack: %v", c.name, err)
		}
	}
}
