package cite_test

import (
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/cite"
	"celun/app/language"
)

func names(n int) []language.Text {
	all := []language.Text{
		{ZH: "李明", EN: "Li Ming"}, {ZH: "王芳", EN: "Wang Fang"}, {ZH: "张伟", EN: "Zhang Wei"}, {ZH: "刘洋", EN: "Liu Yang"},
	}
	return all[:n]
}

func article(authors int) argument.Source {
	return argument.Source{
		Kind: "article", Authors: names(authors), Title: language.Text{ZH: "数字治理", EN: "Digital governance"},
		Container: language.Text{ZH: "政策研究", EN: "Policy Studies"}, Year: "2022", Volume: "12", Issue: "3", Pages: "5–12",
	}
}

func TestReference(t *testing.T) {
	with := func(s argument.Source, change func(*argument.Source)) argument.Source {
		change(&s)
		return s
	}
	for _, c := range []struct {
		name   string
		source argument.Source
		zh, en string
	}{
		{
			"article", article(2),
			"李明, 王芳. 数字治理[J]. 政策研究, 2022, 12(3): 5-12.",
			"Li Ming and Wang Fang (2022) ‘Digital governance’, Policy Studies, 12(3), pp. 5–12.",
		},
		{
			"three authors", article(3),
			"李明, 王芳, 张伟. 数字治理[J]. 政策研究, 2022, 12(3): 5-12.",
			"Li Ming, Wang Fang and Zhang Wei (2022) ‘Digital governance’, Policy Studies, 12(3), pp. 5–12.",
		},
		{
			"four authors", article(4),
			"李明, 王芳, 张伟, 等. 数字治理[J]. 政策研究, 2022, 12(3): 5-12.",
			"Li Ming et al. (2022) ‘Digital governance’, Policy Studies, 12(3), pp. 5–12.",
		},
		{
			"no volume, one page", with(article(1), func(s *argument.Source) { s.Volume, s.Pages = "", "7" }),
			"李明. 数字治理[J]. 政策研究, 2022(3): 7.",
			"Li Ming (2022) ‘Digital governance’, Policy Studies, (3), p. 7.",
		},
		{
			"only authors and title",
			argument.Source{Kind: "article", Authors: names(2), Title: language.Text{ZH: "数字治理", EN: "Digital governance"}},
			"李明, 王芳. 数字治理[J]. 刊名、年份不详.",
			"Li Ming and Wang Fang, ‘Digital governance’, journal and year not given.",
		},
		{
			"no year", with(article(2), func(s *argument.Source) { s.Year, s.Volume, s.Issue = "", "", "" }),
			"李明, 王芳. 数字治理[J]. 政策研究: 5-12.",
			"Li Ming and Wang Fang, ‘Digital governance’, Policy Studies, pp. 5–12.",
		},
		{
			"a web page without site and year",
			argument.Source{Kind: "web", Authors: names(1), Title: language.Text{ZH: "白皮书", EN: "White paper"}, URL: "https://example.org/a"},
			"李明. 白皮书[EB/OL]. 网站、年份不详. https://example.org/a.",
			"Li Ming, ‘White paper’, site and year not given. Available at: https://example.org/a",
		},
		{
			"a book with a title only",
			argument.Source{Kind: "book", Title: language.Text{ZH: "论治", EN: "On Governing"}},
			"论治[M]. 出版机构、年份不详.", "On Governing, publisher and year not given.",
		},
		{
			"one language",
			argument.Source{Kind: "article", Authors: []language.Text{{ZH: "李明"}}, Title: language.Text{ZH: "数字治理"}, Year: "2022"},
			"李明. 数字治理[J]. 2022.",
			"李明 (2022) ‘数字治理’.",
		},
		{
			"book",
			argument.Source{Kind: "book", Authors: names(1), Title: language.Text{ZH: "论治", EN: "On Governing"}, Publisher: language.Text{ZH: "人民社", EN: "People’s Press"}, Year: "2020"},
			"李明. 论治[M]. 人民社, 2020.",
			"Li Ming (2020) On Governing, People’s Press.",
		},
		{
			"report by a body",
			argument.Source{Kind: "report", Authors: []language.Text{{ZH: "国际电信联盟", EN: "ITU"}}, Title: language.Text{ZH: "事实与数字", EN: "Facts and Figures"}, Container: language.Text{EN: "ITU"}, Year: "2021", Pages: "3-4"},
			"国际电信联盟. 事实与数字[R]. ITU, 2021: 3-4.",
			"ITU (2021) Facts and Figures, ITU, pp. 3–4.",
		},
		{
			"web page",
			argument.Source{Kind: "web", Title: language.Text{ZH: "白皮书", EN: "White paper"}, Container: language.Text{ZH: "网站", EN: "Site"}, Year: "2010", URL: "https://example.org/a"},
			"白皮书[EB/OL]. 网站, 2010. https://example.org/a.",
			"(2010) ‘White paper’, Site. Available at: https://example.org/a",
		},
		{"nothing", argument.Source{Kind: "article"}, "", ""},
	} {
		if got := cite.Reference(c.source, language.ZH); got != c.zh {
			t.Errorf("%s: %q, want %q", c.name, got, c.zh)
		}
		if got := cite.Reference(c.source, language.EN); got != c.en {
			t.Errorf("%s: %q, want %q", c.name, got, c.en)
		}
	}
}

func TestWithBlanks(t *testing.T) {
	blank := func(l language.Language, name string) string { return "<" + name + ">" }
	s := argument.Source{Kind: "article", Authors: names(1), Title: language.Text{ZH: "数字治理", EN: "Digital governance"}}
	for _, c := range []struct {
		l    language.Language
		want string
	}{
		{language.ZH, "李明. 数字治理[J]. <刊名>, <年份>(<期号>): <页码>."},
		{language.EN, "Li Ming (<year>) ‘Digital governance’, <journal>, (<issue>), <pages>."},
	} {
		if got := cite.WithBlanks(s, c.l, blank); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	full := article(2)
	for _, l := range language.Both() {
		if got := cite.WithBlanks(full, l, blank); got != cite.Reference(full, l) || strings.Contains(got, "<") {
			t.Errorf("a full source has blanks: %q", got)
		}
	}
	if got := cite.AuthorDate.WithBlanks(argument.Source{Kind: "web"}, blank); got != "<author> (<year>) ‘<title>’, <site>. Available at: <address>" {
		t.Errorf("%q", got)
	}
}
