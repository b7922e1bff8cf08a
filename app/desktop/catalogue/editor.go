package catalogue

import (
	"celun/app/brief"
	"celun/app/language"
)

// The editor.
var (
	MoreBlocks      = language.Text{ZH: "更多块", EN: "More blocks"}
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
	MendsThisSide   = language.Text{ZH: "%s 改光标所在的一边", EN: "%s mends the side with the caret"} // which of two mends a key makes
	NoBlankLeft     = language.Text{ZH: "没有待填的空白了", EN: "No blank is left to fill in"}
	GoToSection     = language.Text{ZH: "转到“%s”", EN: "Go to ‘%s’"}
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
	FindWhat        = language.Text{ZH: "查找（中英文）", EN: "Find in both languages"}
	ReplaceWith     = language.Text{ZH: "替换为", EN: "Replace with"}
	ReplaceAll      = language.Text{ZH: "全部替换", EN: "Replace all"}
	ReplacedMany    = language.Text{ZH: "已替换 %d 处", EN: "%d replaced"}
	NotFound        = language.Text{ZH: "没有找到", EN: "Not found"}
	FoldSection     = language.Text{ZH: "折叠本节", EN: "Fold this section"}
	UnfoldSection   = language.Text{ZH: "展开本节", EN: "Unfold this section"}
	FoldedBlocks    = language.Text{ZH: "已折叠 %d 块", EN: "%d blocks folded"}
	MoreKinds       = language.Text{ZH: "更多", EN: "More"}
	PictureFromFile = language.Text{ZH: "图片文件…", EN: "Picture from a file…"}
	AddComment      = language.Text{ZH: "加批注", EN: "Add a comment"}
	CommentDone     = language.Text{ZH: "已处理", EN: "Done"}
	CommentUndone   = language.Text{ZH: "重新打开", EN: "Open again"}
	CommentRemove   = language.Text{ZH: "删除批注", EN: "Delete comment"}
	CommentWrite    = language.Text{ZH: "批注内容", EN: "Your comment"}
	CommentsDone    = language.Text{ZH: "%d 条批注已处理", EN: "%d comments done"}
	WhatChangedZH   = language.Text{ZH: "中文的改动", EN: "What changed in the Chinese"}
	WhatChangedEN   = language.Text{ZH: "英文的改动", EN: "What changed in the English"}
	InStepNow       = language.Text{ZH: "这边已一致", EN: "This side is in step"}
	AddDatum        = language.Text{ZH: "＋ 加一项数据", EN: "+ Add a value"}
	AddEvent        = language.Text{ZH: "＋ 加一件事", EN: "+ Add an event"}
	AddTerm         = language.Text{ZH: "＋ 加一个术语", EN: "+ Add a term"}
	RemoveItem      = language.Text{ZH: "删去这一项", EN: "Remove this item"}
	WriteFigure     = language.Text{ZH: "图题", EN: "Caption"}
	WriteAlt        = language.Text{ZH: "替代文字（给看不见图的人）", EN: "Alternative text, for who cannot see it"}
	WriteLabel      = language.Text{ZH: "名称", EN: "Label"}
	WriteUnit       = language.Text{ZH: "单位", EN: "Unit"}
	WriteValue      = language.Text{ZH: "数值", EN: "Value"}
	WriteEvent      = language.Text{ZH: "发生了什么", EN: "What happened"}
	WriteTerm       = language.Text{ZH: "术语", EN: "Term"}
	WriteDefinition = language.Text{ZH: "释义", EN: "Definition"}
	WriteQuestion   = language.Text{ZH: "题目", EN: "The question"}
	WriteAnswer     = language.Text{ZH: "参考答案（只印在教师本）", EN: "Expected answer, in the trainer’s copy only"}
	SpaceToWrite    = language.Text{ZH: "书写位置（毫米）", EN: "Space to write (mm)"}
	MinutesToTake   = language.Text{ZH: "用时（分钟）", EN: "Minutes"}
	ForWhom         = language.Text{ZH: "印给", EN: "For"}
	ForAll          = language.Text{ZH: "所有人", EN: "everyone"}
	ForTrainer      = language.Text{ZH: "教师", EN: "the trainer"}
	ForParticipants = language.Text{ZH: "学员", EN: "participants"}
	FigureForm      = language.Text{ZH: "图的样式", EN: "Form"}
	NoPicture       = language.Text{ZH: "（图片不在文稿里）", EN: "(the picture is not in the brief)"}
	DateOfEvent     = language.Text{ZH: "年月日", EN: "Date"}
	MoveUp          = language.Text{ZH: "上移", EN: "Move up"}
	MoveDown        = language.Text{ZH: "下移", EN: "Move down"}
	NoPicturesHere  = language.Text{ZH: "这里没有 PNG 或 JPEG 图片。", EN: "There are no PNG or JPEG pictures here."}
	ChoosePicture   = language.Text{ZH: "选择图片", EN: "Choose a picture"}
	Insert          = language.Text{ZH: "插入", EN: "Insert"}
	CiteWord        = language.Text{ZH: "引注", EN: "Cite"}
	TitleInText     = language.Text{ZH: "《%s》", EN: "‘%s’"}
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

// FigureFormName returns what a form of a figure is called.
func FigureFormName(f brief.Form) language.Text {
	switch f {
	case brief.PictureForm:
		return language.Text{ZH: "图片", EN: "Picture"}
	case brief.BarForm:
		return language.Text{ZH: "条形图", EN: "Bars"}
	case brief.LineForm:
		return language.Text{ZH: "折线图", EN: "Lines"}
	case brief.DotForm:
		return language.Text{ZH: "点图", EN: "Dots"}
	case brief.MapForm:
		return language.Text{ZH: "论证图", EN: "Argument map"}
	case brief.CoverageForm:
		return language.Text{ZH: "对应表", EN: "Coverage matrix"}
	}
	return language.Text{ZH: "图", EN: "Figure"}
}
