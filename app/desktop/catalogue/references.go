package catalogue

import (
	"celun/app/cite"
	"celun/app/language"
)

// References.
var (
	ImportReferences = language.Text{ZH: "导入参考文献", EN: "Import references"}
	NoReferencesHere = language.Text{ZH: "这里没有参考文献文件（BibTeX、RIS 或 CSL-JSON）", EN: "There are no files of references here (BibTeX, RIS or CSL-JSON)"}
	ReferencesTaken  = language.Text{
		ZH: "已加入 %d 条文献，另有 %d 条简报中已有。在正文中键入 [^ 即可引用。",
		EN: "References added: %d; the brief had %d already. Type [^ in the text to cite one.",
	}
	ReferenceStyle = language.Text{ZH: "参考文献格式", EN: "Style of references"}
	MoreNotes      = language.Text{ZH: "另有 %d 条提示", EN: "%d more notes"}
)

// ReferencesAfter returns what the choice of a style for the list is called.
func ReferencesAfter(st cite.Style) language.Text {
	name := st.Name()
	return language.Text{ZH: "文献著录：" + name.ZH, EN: "References after " + name.EN}
}
