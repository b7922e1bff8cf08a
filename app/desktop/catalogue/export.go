package catalogue

import (
	"strings"

	"celun/app/language"
)

// The export.
var (
	ExportPDF    = language.Text{ZH: "导出 PDF", EN: "Export PDF"}
	Export       = language.Text{ZH: "导出", EN: "Export"}
	Edition      = language.Text{ZH: "语言", EN: "Languages"}
	AllEditions  = language.Text{ZH: "三份都要", EN: "All three"}
	WithTrace    = language.Text{ZH: "附论据出处：每句话来自哪里", EN: "With an appendix that says where each sentence comes from"}
	WillWrite    = language.Text{ZH: "将写出%s", EN: "Writes %s"}
	Paper        = language.Text{ZH: "纸张", EN: "Paper"}
	Landscape    = language.Text{ZH: "横排", EN: "Landscape"}
	PDFFile      = language.Text{ZH: "存为", EN: "Save as"}
	Browse       = language.Text{ZH: "浏览…", EN: "Browse…"}
	ReplaceFile  = language.Text{ZH: "“%s”已经存在。要替换它吗？", EN: "‘%s’ exists already. Replace it?"}
	ReplaceFiles = language.Text{ZH: "%s都已经存在。要替换它们吗？", EN: "%s exist already. Replace them?"}
	Replace      = language.Text{ZH: "替换", EN: "Replace"}
	SettingPages = language.Text{ZH: "正在排版…", EN: "Setting the pages…"}
	WritingPDF   = language.Text{ZH: "正在写入文件…", EN: "Writing the file…"}
	Exported     = language.Text{ZH: "导出完成", EN: "Exported"}
	PageCount    = language.Text{ZH: "%d 页", EN: "%d pages"}
	PageCountOne = language.Text{ZH: "%d 页", EN: "%d page"}
	OpenPDF      = language.Text{ZH: "打开文件", EN: "Open file"}
	ShowFolder   = language.Text{ZH: "在文件夹中显示", EN: "Show in folder"}
	Close        = language.Text{ZH: "关闭", EN: "Close"}

	ExportedAgain      = language.Text{ZH: "已再次导出%s", EN: "Exported again: %s"}
	ExportCancelled    = language.Text{ZH: "已取消导出，没有写入文件", EN: "Export cancelled; no file was written"}
	ExportedAllTheSame = language.Text{ZH: "取消时文件已经写好：%s", EN: "The file was written before you cancelled: %s"}
)

// Names lists the names of files.
func Names(names []string) language.Text {
	last := len(names) - 1
	if last < 1 {
		return language.Text{ZH: "“" + strings.Join(names, "") + "”", EN: "‘" + strings.Join(names, "") + "’"}
	}
	return language.Text{
		ZH: "“" + strings.Join(names, "”、“") + "”",
		EN: "‘" + strings.Join(names[:last], "’, ‘") + "’ and ‘" + names[last] + "’",
	}
}
