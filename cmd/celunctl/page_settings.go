package main

import (
	"celun/app/brief"
	"celun/app/language"
)

// settingFlags are those that change how the pages of a brief are set for this
// once; the brief stays as it is.
func settingFlags() []flag {
	return []flag{
		{name: "--body", value: "SIZE", does: language.Text{ZH: "正文字号：小四、五号或磅数", EN: "the size of the body: points, or a Chinese one such as 小四"}},
		{name: "--measure", value: "WIDTH", does: language.Text{ZH: "版心宽度：156mm 或 28字", EN: "the width of the text: 156mm, or 28字 (characters)"}},
		{name: "--lines", value: "N", does: language.Text{ZH: "每页行数", EN: "how many lines a page has"}},
		{name: "--grid", does: language.Text{ZH: "严格网格：一字一格", EN: "a strict grid, one hanzi to a square"}},
		{name: "--hanging", does: language.Text{ZH: "行末逗号、句号悬出版心", EN: "commas and full stops hang in the margin"}},
		{name: "--phrases", does: language.Text{ZH: "按词换行", EN: "Chinese lines end between words"}},
		{name: "--spread", does: language.Text{ZH: "表格中的人名均排", EN: "short names in tables are spread to one width"}},
		{name: "--numbered", does: language.Text{ZH: "段落通篇编号", EN: "paragraphs are numbered through the brief"}},
		{name: "--pinyin", does: language.Text{ZH: "正文注拼音", EN: "pinyin over the hanzi of running text"}},
	}
}

// setPage writes the settings that a gives into the meta of b.
func setPage(b *brief.Brief, a arguments) error {
	p := &b.Meta.Page
	if s := a.get("--body"); s != "" {
		p.Body = brief.Size(s)
	}
	if s := a.get("--measure"); s != "" {
		p.Measure = brief.Measure(s)
	}
	lines, err := a.number("--lines", p.Lines, 0, 80)
	if err != nil {
		return err
	}
	p.Lines = lines
	p.Grid = p.Grid || a.has("--grid")
	p.Hanging = p.Hanging || a.has("--hanging")
	p.Phrases = p.Phrases || a.has("--phrases")
	p.Spread = p.Spread || a.has("--spread")
	p.Numbered = p.Numbered || a.has("--numbered")
	p.Pinyin = p.Pinyin || a.has("--pinyin")
	return p.Validate()
}
