package catalogue

import (
	"celun/app/brief"
	"celun/app/language"
)

// The editor.
var (
	WriteText       = language.Text{ZH: "中文", EN: "English"}
	WriteHeading    = language.Text{ZH: "标题", EN: "Heading"}
	WriteItems      = language.Text{ZH: "每行一条", EN: "One item a line"}
	WriteNote       = language.Text{ZH: "附注", EN: "Note"}
	WriteCaption    = language.Text{ZH: "表题", EN: "Caption"}
	OneItemALine    = language.Text{ZH: "每行一条", EN: "one item a line"}
	AnswersTo       = language.Text{ZH: "回应%s", EN: "answers %s"}
	Quoted          = language.Text{ZH: "“%s”", EN: "‘%s’"}
	ListComma       = language.Text{ZH: "、", EN: ", "}
	PageBreakHere   = language.Text{ZH: "从这里另起一页", EN: "A new page begins here"}
	MadeFromSources = language.Text{ZH: "文末列表按引用自动生成，现有文献：", EN: "The list is made from what is cited. Sources of this brief:"}
	MarkReviewed    = language.Text{ZH: "标为已校", EN: "Mark as reviewed"}
	MarkDraft       = language.Text{ZH: "标为草稿", EN: "Mark as draft"}
	AddRow          = language.Text{ZH: "在光标下方加一行", EN: "Add a row below the caret"}
	AddColumn       = language.Text{ZH: "在光标右侧加一列", EN: "Add a column right of the caret"}
	RemoveRow       = language.Text{ZH: "删除光标所在行", EN: "Delete the row of the caret"}
	RemoveColumn    = language.Text{ZH: "删除光标所在列", EN: "Delete the column of the caret"}
	DeleteBlock     = language.Text{ZH: "删除此块", EN: "Delete this block"}
	MoveSectionUp   = language.Text{ZH: "本节上移", EN: "Move section up"}
	MoveSectionDown = language.Text{ZH: "本节下移", EN: "Move section down"}
	AddSection      = language.Text{ZH: "在其后加一节", EN: "Add a section after it"}
	DeleteSection   = language.Text{ZH: "删除本节", EN: "Delete this section"}
	AddHere         = language.Text{ZH: "＋ 添加：", EN: "+ Add:"}
	MoreDetails     = language.Text{ZH: "刊头、单位、日期…", EN: "Series, unit, date…"}
	FewerDetails    = language.Text{ZH: "收起", EN: "Show less"}
	Date            = language.Text{ZH: "日期", EN: "Date"}
	SourceChip      = language.Text{ZH: "文献 ", EN: "ref "}
	PagesOfChip     = language.Text{ZH: "：", EN: ": "}
	NoteChip        = language.Text{ZH: "脚注", EN: "note"}
	Characters      = language.Text{ZH: "%s 字", EN: "%s characters"}
	Words           = language.Text{ZH: "%s 词", EN: "%s words"}
)

// TurnInto names the command that makes a block one of another kind.
func TurnInto(k brief.Kind) language.Text {
	name := BlockKind(k)
	return language.Text{ZH: "改为" + name.ZH, EN: "Turn into " + Lower(name.EN)}
}

// Lower returns a name as it stands within a sentence.
func Lower(s string) string {
	if s == "" {
		return s
	}
	return string(s[0]|0x20) + s[1:]
}
