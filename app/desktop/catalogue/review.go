package catalogue

import "celun/app/language"

// The pane of checks.
var (
	Checks          = language.Text{ZH: "检查", EN: "Checks"}
	ChecksFindings  = language.Text{ZH: "问题", EN: "Findings"}
	ChecksOutline   = language.Text{ZH: "首句", EN: "First sentences"}
	ChecksCitations = language.Text{ZH: "引用", EN: "Citations"}
	ChecksAdvice    = language.Text{ZH: "建议", EN: "Advice"}
	ShowAdvice      = language.Text{ZH: "逐条看建议", EN: "Recommendations one by one"}
	ShowOutline     = language.Text{ZH: "只看首句", EN: "First sentences only"}
	ShowCitations   = language.Text{ZH: "逐条看引用", EN: "Citations one by one"}
	ChecksKeys      = language.Text{ZH: "↑ ↓：上一条、下一条；回车：改正，或到正文中改；← →：换一种看法；Esc：回到正文", EN: "↑ ↓: previous, next; Enter: mend it, or go to the text; ← →: the other views; Esc: back to the text"}

	ReadyForFinal   = language.Text{ZH: "可以定稿", EN: "Ready for final"}
	NotReady        = language.Text{ZH: "还不能定稿", EN: "Not ready for final"}
	NothingToReport = language.Text{ZH: "没有发现问题", EN: "Nothing to report"}
	ToMend          = language.Text{ZH: "错误 %d，待填 %d", EN: "Errors: %d · to fill in: %d"}
	RestToMend      = language.Text{ZH: "提醒 %d，提示 %d", EN: "Warnings: %d · hints: %d"}
	Reviewing       = language.Text{ZH: "正在检查…", EN: "Checking…"}
	NoneOfThese     = language.Text{ZH: "没有符合筛选条件的问题。", EN: "No finding matches the filter."}

	SeverityError   = language.Text{ZH: "错误", EN: "Errors"}
	SeverityWarning = language.Text{ZH: "提醒", EN: "Warnings"}
	SeverityHint    = language.Text{ZH: "提示", EN: "Hints"}
	SeverityBlank   = language.Text{ZH: "待填", EN: "Blanks"}
	Waived          = language.Text{ZH: "已豁免", EN: "Waived"}
	AllFamilies     = language.Text{ZH: "全部类别", EN: "All kinds"}
	LanguagePass    = language.Text{ZH: "只看双语", EN: "Languages only"}

	Waive        = language.Text{ZH: "豁免…", EN: "Waive…"}
	WaiveTitle   = language.Text{ZH: "豁免这个问题", EN: "Waive this finding"}
	WaiveReason  = language.Text{ZH: "理由（写入定稿清单，必填）", EN: "Reason (goes into the manifest; required)"}
	WaiveBy      = language.Text{ZH: "由谁决定", EN: "Decided by"}
	WaiveScope   = language.Text{ZH: "只豁免这一个问题；这里若再出现别的问题，仍会报告。", EN: "It holds for this finding alone: another of its kind here is still reported."}
	WaivesAll    = language.Text{ZH: "早先的豁免：这里的同类问题一概不再报告。", EN: "An earlier waiver: it lets everything of this kind pass here."}
	WaiverLimit  = language.Text{ZH: "只豁免现有的问题", EN: "Limit to what is found now"}
	WaiverIdle   = language.Text{ZH: "已经没有这个问题了，豁免可以撤回。", EN: "This is no longer found; the waiver can be withdrawn."}
	WaiveDo      = language.Text{ZH: "豁免", EN: "Waive"}
	WaiverBack   = language.Text{ZH: "撤回豁免", EN: "Withdraw"}
	WaivedBy     = language.Text{ZH: "理由：%s（%s）", EN: "Reason: %s (%s)"}
	WaivedFor    = language.Text{ZH: "理由：%s", EN: "Reason: %s"}
	Mended       = language.Text{ZH: "已改正：%s", EN: "Mended: %s"}
	FindingGone  = language.Text{ZH: "这个问题已经不在了", EN: "This is no longer found"}
	NextFinding  = language.Text{ZH: "下一个问题", EN: "Next finding"}
	LastFinding  = language.Text{ZH: "上一个问题", EN: "Previous finding"}
	MendFinding  = language.Text{ZH: "改正这个问题", EN: "Mend this finding"}
	WaiveFinding = language.Text{ZH: "豁免这个问题…", EN: "Waive this finding…"}
	ExportFinal  = language.Text{ZH: "导出定稿…", EN: "Export final version…"}

	TenSeconds    = language.Text{ZH: "只读每段的第一句：它们连起来应当就是全文的论证。", EN: "Read the first sentence of each paragraph alone: together they should be the argument."}
	NoClaim       = language.Text{ZH: "不是论点", EN: "Not a claim"}
	NoClaimSays   = language.Text{ZH: "第一句不是论点，请把论点提到句首。", EN: "The first sentence is not a claim; put the claim first."}
	NoClaimOf     = language.Text{ZH: "第 %d 条要点不是论点，请改写成论点。", EN: "Key message %d is not a claim; make it one."}
	MarkNoClaim   = language.Text{ZH: "这一句不是论点", EN: "This sentence is not a claim"}
	ClaimAfterAll = language.Text{ZH: "还是论点", EN: "A claim after all"}
	RequestChange = language.Text{ZH: "请作者修改…", EN: "Request a change…"}
	NoAdvice      = language.Text{ZH: "还没有建议。", EN: "There are no recommendations yet."}
	NotGiven      = language.Text{ZH: "未写", EN: "not given"}
	SlotIs        = language.Text{ZH: "%s：%s", EN: "%s: %s"}
	NoCitations   = language.Text{ZH: "还没有引用。", EN: "There are no citations yet."}
	NoPage        = language.Text{ZH: "无页码", EN: "no page"}
	PageIs        = language.Text{ZH: "第 %s 页", EN: "p. %s"}
	NoSource      = language.Text{ZH: "来源里没有", EN: "not among the sources"}
	Verbatim      = language.Text{ZH: "引文相符", EN: "verbatim"}
	NotVerbatim   = language.Text{ZH: "引文不符", EN: "not verbatim"}
	NotOpened     = language.Text{ZH: "原文未打开", EN: "article not opened"}
	Retold        = language.Text{ZH: "转述", EN: "retold"}
	WholeBrief    = language.Text{ZH: "全文", EN: "Whole brief"}
	Becomes       = language.Text{ZH: "改为", EN: "becomes"}
	SaveFirst     = language.Text{ZH: "定稿前请先保存简报", EN: "Save the brief before its final version is made"}
	FindingsLeft  = language.Text{ZH: "还有 %d 处错误，没有导出定稿", EN: "%d errors are left, and no final version was exported"}
	SeeChecks     = language.Text{ZH: "请在“检查”里改正或豁免", EN: "Correct or waive them in the checks"}
	ReviewAgainst = language.Text{ZH: "“%s”", EN: "‘%s’"}
)

// Articles that quotations are held against.
var (
	CheckArticle    = language.Text{ZH: "用文章核对引文…", EN: "Check quotations against an article…"}
	CloseArticle    = language.Text{ZH: "不再用文章核对引文", EN: "Stop checking quotations"}
	ChooseArticle   = language.Text{ZH: "用文章核对引文", EN: "Check quotations against an article"}
	CheckIt         = language.Text{ZH: "核对", EN: "Check"}
	NoArticlesHere  = language.Text{ZH: "这里没有文章（.txt、.md、.docx 或 .html）", EN: "There are no articles here (.txt, .md, .docx or .html)"}
	WhichSource     = language.Text{ZH: "《%s》是哪个来源的原文？引用这个来源的引文将与它逐字核对。", EN: "Which source is ‘%s’ the text of? What is quoted from that source will be held against it word for word."}
	NoSourceToQuote = language.Text{ZH: "简报里没有来源，无从核对引文", EN: "the brief has no source that could be quoted"}
	AddSourceFirst  = language.Text{ZH: "请先加入来源，并在引文后注明", EN: "Add the source, and cite it behind the quotation"}
	QuotedRight     = language.Text{ZH: "已用《%s》核对引文：共 %d 处，相符 %d 处", EN: "Quotations held against ‘%s’: %d, verbatim: %d"}
	NothingQuoted   = language.Text{ZH: "已打开《%s》；文中还没有带引注的引文可以核对", EN: "‘%s’ is open; nothing is quoted with a citation yet that could be held against it"}
	ArticlesClosed  = language.Text{ZH: "不再用文章核对引文", EN: "Quotations are no longer checked"}
	ArticleLost     = language.Text{ZH: "引文无法核对：", EN: "Quotations cannot be checked: "}
	ChooseAgain     = language.Text{ZH: "另选文件…", EN: "Choose the file…"}
	WithoutIt       = language.Text{ZH: "不再核对", EN: "Go without it"}
)
