package main

import (
	"fmt"
	"slices"
	"strings"

	"celun/app"
	"celun/app/argument"
	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
)

// articleFlag names the articles that quotations are held against.
func articleFlag() flag {
	return flag{
		name: "--article", value: "FILE",
		does: language.Text{
			ZH: "对照这篇文章核对引文（.txt、.md、.docx、.html）；可写“来源编号=文件”，可重复",
			EN: "holds quotations against this article (.txt, .md, .docx, .html); may be SOURCE=FILE, and be given again",
		},
	}
}

// openArticles opens the articles that were named, by the source of the brief
// that each is the text of.
func openArticles(b *brief.Brief, a arguments) (map[string]*article.Article, error) {
	articles := map[string]*article.Article{}
	for _, value := range a.every["--article"] {
		id, file, given := strings.Cut(value, "=")
		if !given || !slices.ContainsFunc(b.Sources, func(s argument.Source) bool { return s.ID == id }) {
			id, file = "", value
		}
		opened, err := article.Open(file)
		if err != nil {
			return nil, err
		}
		if id == "" {
			if id = app.SourceOf(b, opened); id == "" {
				return nil, noSource(b, file)
			}
		}
		articles[id] = opened
	}
	return articles, nil
}

// noSource is the problem of an article that is the text of no source of a
// brief, as far as can be told.
func noSource(b *brief.Brief, file string) error {
	if len(b.Sources) == 0 {
		return &language.Problem{
			Where: file,
			What:  language.Text{ZH: "简报里没有来源，无从核对引文", EN: "the brief has no source that could be quoted"},
			Do:    language.Text{ZH: "请先加入来源，并在引文后注明", EN: "Add the source, and cite it behind the quotation"},
		}
	}
	var ids []string
	for _, s := range b.Sources {
		ids = append(ids, s.ID)
	}
	list := strings.Join(ids, ", ")
	return &language.Problem{
		Where: file,
		What:  language.Text{ZH: "看不出这是哪个来源的文章", EN: "it cannot be told which source this is the text of"},
		Do:    language.Text{ZH: "请写明：--article 来源编号=文件；来源有 " + list, EN: "Say it: --article SOURCE=FILE; the sources are " + list},
	}
}

// tellQuoted says how many quotations were held against articles.
func (p *program) tellQuoted(b *brief.Brief, articles map[string]*article.Article) {
	if len(articles) == 0 {
		return
	}
	checked, right := app.Quoted(b, articles)
	if checked == 0 {
		p.say(language.Text{
			ZH: "文中没有带引注的引文可以核对",
			EN: "Nothing is quoted with a citation that could be held against the article",
		})
		return
	}
	p.say(language.Text{
		ZH: fmt.Sprintf("对照原文核对引文 %d 处，相符 %d 处", checked, right),
		EN: fmt.Sprintf("Quotations held against the article: %d, verbatim: %d", checked, right),
	})
}
