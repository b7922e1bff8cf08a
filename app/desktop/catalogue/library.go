package catalogue

import (
	"celun/app/argument"
	"celun/app/language"
)

// The cards and sheets of the library.
var (
	OnlyTheFirst   = language.Text{ZH: "只列出前 %d 条，请再加一个词。", EN: "Only the first %d are shown. Add another word."}
	DropArgument   = language.Text{ZH: "拖到正文里，在横线处松开，就放在那里", EN: "Drag it into the text; it goes where the line is when you let go"}
	TermCard       = language.Text{ZH: "术语", EN: "Term"}
	AlsoWritten    = language.Text{ZH: "也可：%s", EN: "also: %s"}
	AvoidWriting   = language.Text{ZH: "避免：%s", EN: "avoid: %s"}
	Details        = language.Text{ZH: "详情", EN: "Details"}
	More           = language.Text{ZH: "更多", EN: "More"}
	Edit           = language.Text{ZH: "修改…", EN: "Edit…"}
	Duplicate      = language.Text{ZH: "复制一条", EN: "Duplicate"}
	Delete         = language.Text{ZH: "移入回收站", EN: "Move to the bin"}
	Statement      = language.Text{ZH: "论述", EN: "Statement"}
	Line           = language.Text{ZH: "一句话", EN: "Line"}
	TitleOnly      = language.Text{ZH: "标题", EN: "Title"}
	Place          = language.Text{ZH: "出处", EN: "Place"}
	PlaceOf        = language.Text{ZH: "%s，第 %d 段", EN: "%s, paragraph %d"}
	Paragraph      = language.Text{ZH: "段", EN: "Paragraph"}
	PagePrinted    = language.Text{ZH: "页码", EN: "Page"}
	PackName       = language.Text{ZH: "论据包", EN: "Pack"}
	Claim          = language.Text{ZH: "性质", EN: "Status"}
	FactLong       = language.Text{ZH: "事实，可以核实", EN: "A fact that can be verified"}
	ClaimLong      = language.Text{ZH: "作者的观点", EN: "The authors’ claim"}
	Measure        = language.Text{ZH: "数据", EN: "Figure"}
	MeasureValue   = language.Text{ZH: "原文写法", EN: "As printed"}
	MeasureNumber  = language.Text{ZH: "数值", EN: "Number"}
	MeasureUnit    = language.Text{ZH: "单位", EN: "Unit"}
	MeasureDate    = language.Text{ZH: "时间", EN: "Date"}
	NoteOnArticle  = language.Text{ZH: "说明", EN: "Note"}
	Tags           = language.Text{ZH: "标签", EN: "Tags"}
	TagsHint       = language.Text{ZH: "用逗号隔开", EN: "Separated by commas"}
	Links          = language.Text{ZH: "联系", EN: "Links"}
	NoLinks        = language.Text{ZH: "还没有联系。", EN: "No links yet."}
	AddLink        = language.Text{ZH: "添加联系…", EN: "Add a link…"}
	Unlink         = language.Text{ZH: "取消联系", EN: "Unlink"}
	LinkKind       = language.Text{ZH: "怎样联系", EN: "How"}
	LinkTo         = language.Text{ZH: "联系到", EN: "To"}
	LinkReason     = language.Text{ZH: "理由", EN: "Reason"}
	LinkTarget     = language.Text{ZH: "编号或标题里的词", EN: "An id or words of the title"}
	ChooseTarget   = language.Text{ZH: "请选一条要联系的论点。", EN: "Choose the argument to link to."}
	WriteReason    = language.Text{ZH: "请用一句话写出理由，中文或英文。", EN: "Give the reason in one sentence, in Chinese or English."}
	NotInLibrary   = language.Text{ZH: "%s（不在论据库中）", EN: "%s (not in the library)"}
	Related        = language.Text{ZH: "内容相近", EN: "Related"}
	Candidates     = language.Text{ZH: "可能的对策", EN: "Possible answers"}
	Shared         = language.Text{ZH: "共有：%s", EN: "shared: %s"}
	ArgumentKind   = language.Text{ZH: "类别", EN: "Kind"}
	NewArgument    = language.Text{ZH: "新论点", EN: "New argument"}
	EditArgument   = language.Text{ZH: "修改 %s", EN: "Edit %s"}
	AddArgument    = language.Text{ZH: "加入论据库", EN: "Add to the library"}
	MyArguments    = language.Text{ZH: "我的论点", EN: "My arguments"}
	CopiedOnChange = language.Text{ZH: "这是内置论据包。保存时改动写入你自己的一份副本，内置原文不变。", EN: "This pack is built in. Your change is kept in a copy of your own; the built-in text stays as it is."}
	NeedsTexts     = language.Text{ZH: "标题、一句话、论述至少各写一种语言。", EN: "Write a title, a line and a statement, each in at least one language."}
	BadDate        = language.Text{ZH: "时间请写成 2021、2022-04 或 2010-06-08。", EN: "Write the date as 2021, 2022-04 or 2010-06-08."}
	BadNumber      = language.Text{ZH: "数值只写数字，例如 95 或 1.5。", EN: "Write the number in digits only, such as 95 or 1.5."}
	BadParagraph   = language.Text{ZH: "出处要同时有章节和段落（从 1 起的数字）。", EN: "A place needs both a section and a paragraph, counted from 1."}
	CharactersSpan = language.Text{ZH: "%d–%d 字", EN: "%d–%d characters"}
	CharactersMost = language.Text{ZH: "%d 字", EN: "%d characters"}
	WordsSpan      = language.Text{ZH: "%d–%d 词", EN: "%d–%d words"}
	WordsMost      = language.Text{ZH: "%d 词", EN: "%d words"}
	Section        = language.Text{ZH: "章节", EN: "Section"}
	Bin            = language.Text{ZH: "论据回收站", EN: "Bin of the library"}
	BinEmpty       = language.Text{ZH: "回收站是空的。", EN: "The bin is empty."}
	Restore        = language.Text{ZH: "恢复", EN: "Restore"}
	DeleteQuestion = language.Text{ZH: "把“%s”移入回收站？随时可以恢复。", EN: "Move ‘%s’ to the bin? It can be brought back at any time."}
	DeleteLinked   = language.Text{ZH: "有 %d 条论点联系到它，这些联系会暂时悬空。", EN: "%d arguments link to it; those links will lead nowhere meanwhile."}
	Added          = language.Text{ZH: "已加入 %s", EN: "Added %s"}
	Changed        = language.Text{ZH: "已修改 %s", EN: "Changed %s"}
	Duplicated     = language.Text{ZH: "已复制为 %s", EN: "Duplicated as %s"}
	Deleted        = language.Text{ZH: "已移入回收站：%s", EN: "Moved to the bin: %s"}
	Restored       = language.Text{ZH: "已恢复 %s", EN: "Restored %s"}
	Linked         = language.Text{ZH: "已联系 %s", EN: "Linked %s"}
	Unlinked       = language.Text{ZH: "已取消 %s 的联系", EN: "Unlinked %s"}
	LibraryRedone  = language.Text{ZH: "已重做对论据库的改动", EN: "The change of the library is made again"}
	LibraryUndone  = language.Text{ZH: "已撤销对论据库的改动", EN: "The change of the library is undone"}
	LibraryChanged = language.Text{ZH: "论据库已改", EN: "library text changed"}
	LibraryGone    = language.Text{ZH: "论据库中已没有", EN: "no longer in the library"}
	TakeIt         = language.Text{ZH: "采用新文字", EN: "Take the new text"}
	KeepText       = language.Text{ZH: "保留现有文字", EN: "Keep mine"}
	Compare        = language.Text{ZH: "对照…", EN: "Compare…"}
	CompareTitle   = language.Text{ZH: "论据库的文字改了", EN: "The library text has changed"}
	InThisBrief    = language.Text{ZH: "本简报", EN: "In this brief"}
	InTheLibrary   = language.Text{ZH: "论据库（第 %d 版）", EN: "In the library (version %d)"}
)

// LinkTo returns what a link says of the argument that it leads to, and, read
// from the other end, of the one that it comes from.
func LinkName(k argument.LinkKind, outward bool) language.Text {
	out := map[argument.LinkKind]language.Text{
		argument.Answers:   {ZH: "回应", EN: "answers"},
		argument.Supports:  {ZH: "支持", EN: "supports"},
		argument.Qualifies: {ZH: "限定", EN: "qualifies"},
		argument.Opposes:   {ZH: "反对", EN: "opposes"},
		argument.Cites:     {ZH: "引用", EN: "cites"},
		argument.PartOf:    {ZH: "属于", EN: "is part of"},
	}
	in := map[argument.LinkKind]language.Text{
		argument.Answers:   {ZH: "对策", EN: "is answered by"},
		argument.Supports:  {ZH: "依据", EN: "is supported by"},
		argument.Qualifies: {ZH: "受限于", EN: "is qualified by"},
		argument.Opposes:   {ZH: "反对意见", EN: "is opposed by"},
		argument.Cites:     {ZH: "被引于", EN: "is cited by"},
		argument.PartOf:    {ZH: "包含", EN: "has the part"},
	}
	if outward {
		return out[k]
	}
	return in[k]
}

// RenderingStatus says whether a rendering of a term is to be used.
func RenderingStatus(s argument.Status) language.Text {
	switch s {
	case argument.Preferred:
		return language.Text{ZH: "首选", EN: "preferred"}
	case argument.Allowed:
		return language.Text{ZH: "可用", EN: "allowed"}
	case argument.Avoid:
		return language.Text{ZH: "避免", EN: "avoid"}
	}
	return language.Text{ZH: string(s), EN: string(s)}
}

// sourceFields are the fields of a source as a pack file names them.
var sourceFields = map[string]language.Text{
	"id":          {ZH: "编号", EN: "Id"},
	"kind":        {ZH: "文献类型", EN: "Kind of work"},
	"language":    {ZH: "语种", EN: "Language"},
	"authors":     {ZH: "作者", EN: "Authors"},
	"title":       {ZH: "题名", EN: "Title"},
	"editors":     {ZH: "编者", EN: "Editors"},
	"translators": {ZH: "译者", EN: "Translators"},
	"container":   {ZH: "载体", EN: "Published in"},
	"edition":     {ZH: "版次", EN: "Edition"},
	"place":       {ZH: "出版地", EN: "Place"},
	"publisher":   {ZH: "出版者", EN: "Publisher"},
	"number":      {ZH: "文号", EN: "Number"},
	"year":        {ZH: "年份", EN: "Year"},
	"date":        {ZH: "日期", EN: "Date"},
	"volume":      {ZH: "卷", EN: "Volume"},
	"issue":       {ZH: "期", EN: "Issue"},
	"pages":       {ZH: "页码", EN: "Pages"},
	"doi":         {ZH: "DOI", EN: "DOI"},
	"url":         {ZH: "网址", EN: "Address"},
	"accessed":    {ZH: "查阅日期", EN: "Accessed"},
}

// SourceField returns what a field of a source is called.
func SourceField(name string) language.Text {
	if t, ok := sourceFields[name]; ok {
		return t
	}
	return language.Text{ZH: name, EN: name}
}

// PackFormat names a format of a pack's file.
func PackFormat(f argument.FileFormat) language.Text {
	switch f {
	case argument.ArgdownFile:
		return language.Text{ZH: "Argdown，用于论点图", EN: "Argdown, for argument maps"}
	case argument.MarkdownFile:
		return language.Text{ZH: "Markdown，供阅读", EN: "Markdown, to read"}
	}
	return language.Text{ZH: "YAML 论据包，可再导入", EN: "YAML pack, to import again"}
}

// Length returns what a length of an argument is called.
func Length(n argument.Length) language.Text {
	switch n {
	case argument.Title:
		return TitleOnly
	case argument.Line:
		return Line
	}
	return Statement
}

// InsertLength names the command that puts an argument in at a length.
func InsertLength(n argument.Length) language.Text {
	name := Length(n)
	return language.Text{ZH: "插入" + name.ZH, EN: "Insert the " + Lower(name.EN)}
}

// The dialogs in which arguments are written and linked.
var (
	Chinese     = language.Text{ZH: "中文", EN: "Chinese"}
	English     = language.Text{ZH: "英文", EN: "English"}
	DropText    = language.Text{ZH: "刚才写的还没有保存。要放弃吗？", EN: "What you have written is not saved. Give it up?"}
	GoOnWriting = language.Text{ZH: "继续写", EN: "Go on writing"}
	LinkFrom    = language.Text{ZH: "添加联系", EN: "Add a link"}
	LinkThem    = language.Text{ZH: "联系", EN: "Link"}
)

// The filters of the library beside the kinds.
var (
	FilterTag     = language.Text{ZH: "标签", EN: "Tag"}
	FilterSource  = language.Text{ZH: "来源", EN: "Source"}
	FilterAnswers = language.Text{ZH: "回应挑战", EN: "Answers"}
	FilterAny     = language.Text{ZH: "不限", EN: "Any"}
)

// The import and export of packs.
var (
	ImportPack    = language.Text{ZH: "导入论据包", EN: "Import a pack"}
	Import        = language.Text{ZH: "导入", EN: "Import"}
	ExportPack    = language.Text{ZH: "导出论据包", EN: "Export a pack"}
	ImportClash   = language.Text{ZH: "与论据库不同", EN: "It differs from the library"}
	ClashOf       = language.Text{ZH: "第 %d 处，共 %d 处", EN: "%d of %d"}
	UpdateClash   = language.Text{ZH: "内置论据包的新内容", EN: "New in the built-in pack"}
	BuiltInText   = language.Text{ZH: "内置的", EN: "Built in"}
	TakeBuiltIn   = language.Text{ZH: "采用内置的", EN: "Take the built-in text"}
	NewerText     = language.Text{ZH: "%s 在内置论据包中有了新的文字", EN: "%s has a new text in the built-in pack"}
	Definition    = language.Text{ZH: "释义", EN: "Definition"}
	TermReason    = language.Text{ZH: "来源或理由", EN: "Source or reason"}
	Colon         = language.Text{ZH: "：", EN: ": "}
	Bracketed     = language.Text{ZH: "%s（%s）", EN: "%s (%s)"}
	ForAllRest    = language.Text{ZH: "其余 %d 处也照此处理", EN: "Do the same for the other %d"}
	ForTheLast    = language.Text{ZH: "另外 1 处也照此处理", EN: "Do the same for the other one"}
	CancelImport  = language.Text{ZH: "不导入", EN: "Cancel the import"}
	KeepMine      = language.Text{ZH: "保留我的", EN: "Keep mine"}
	TakeTheirs    = language.Text{ZH: "采用对方的", EN: "Take theirs"}
	KeepBoth      = language.Text{ZH: "两条都留", EN: "Keep both"}
	Mine          = language.Text{ZH: "我的", EN: "Mine"}
	Theirs        = language.Text{ZH: "对方的", EN: "Theirs"}
	VersionOf     = language.Text{ZH: "第 %d 版", EN: "version %d"}
	NothingNew    = language.Text{ZH: "论据库里已有这个包的全部内容，没有改动。", EN: "The library has all of this pack already. Nothing was changed."}
	KeptAll       = language.Text{ZH: "全部保留了我的，论据库没有改动。", EN: "Yours was kept everywhere. The library was not changed."}
	ImportedSome  = language.Text{ZH: "已导入“%s”：新增 %d 条，采用对方的 %d 条，保留我的 %d 条。", EN: "Imported ‘%s’. New: %d; taken from theirs: %d; kept as mine: %d."}
	FileFormat    = language.Text{ZH: "格式", EN: "Format"}
	PackExported  = language.Text{ZH: "论据包已导出到 %s", EN: "The pack is exported to %s"}
	PackHas       = language.Text{ZH: "%d 条论点，%d 条术语", EN: "%d arguments, %d terms"}
	StandBuiltIn  = language.Text{ZH: "内置", EN: "built in"}
	StandChanged  = language.Text{ZH: "内置，有你的改动", EN: "built in, with your changes"}
	StandOwn      = language.Text{ZH: "我的", EN: "mine"}
	StandReceived = language.Text{ZH: "收到的", EN: "received"}
	NoPackHere    = language.Text{ZH: "这里没有论据包。", EN: "There are no packs here."}
)

// LanguageName returns what a language is called.
func LanguageName(l language.Language) language.Text {
	if l == language.EN {
		return English
	}
	return Chinese
}
