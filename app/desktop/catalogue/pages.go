package catalogue

import (
	"celun/app/brief"
	"celun/app/language"
)

// The pages.
var (
	Pages             = language.Text{ZH: "页面", EN: "Pages"}
	PageOf            = language.Text{ZH: "第 %d 页，共 %d 页", EN: "Page %d of %d"}
	FitWidth          = language.Text{ZH: "适合宽度", EN: "Fit width"}
	DraftMark         = language.Text{ZH: "草稿字样", EN: "Draft mark"}
	TrainersCopy      = language.Text{ZH: "教师用本", EN: "Trainer’s copy"}
	PageSettings      = language.Text{ZH: "页面设置…", EN: "Page settings…"}
	MissingCharacters = language.Text{
		ZH: "有 %d 个字没有字形（首个：%s，在“%s”），换字之后才能导出。",
		EN: "%d characters have no glyph (the first: %s in ‘%s’). Replace them before you export.",
	}
)

// PaperName returns what a paper is called in both languages.
func PaperName(p brief.Paper) string {
	if p == brief.Letter {
		return "US Letter"
	}
	return string(p)
}

// Style returns what a style of pages is called.
func Style(s brief.Style) language.Text {
	if s == brief.OfficialStyle {
		return language.Text{ZH: "公文式样", EN: "Official document"}
	}
	return language.Text{ZH: "简报式样", EN: "Brief"}
}
