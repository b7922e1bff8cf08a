package catalogue

import "celun/app/language"

// The pages.
var (
	Pages             = language.Text{ZH: "页面", EN: "Pages"}
	PageOf            = language.Text{ZH: "第 %d 页，共 %d 页", EN: "Page %d of %d"}
	MissingCharacters = language.Text{
		ZH: "有 %d 个字没有字形（首个：%s，在“%s”），换字之后才能导出。",
		EN: "%d characters have no glyph (the first: %s in ‘%s’). Replace them before you export.",
	}
)
