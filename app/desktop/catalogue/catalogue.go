// Package catalogue holds what the window says, each text in both languages,
// beside each other so that neither is forgotten. Texts with a verb such as
// %d are formats.
//
//	title := catalogue.Untitled.In(language.ZH)
//	fmt.Sprintf(catalogue.PageOf.In(lang), 1, 6)
//
// The names of commands stand with the commands themselves.
package catalogue

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// The library.
var (
	SearchLibrary  = language.Text{ZH: "搜索论点、证据、术语…", EN: "Search the library…"}
	NothingFound   = language.Text{ZH: "没有相符的论点。换一个词，或取消上面的筛选。", EN: "No argument matches. Try another word, or clear the filters above."}
	Used           = language.Text{ZH: "已用", EN: "Used"}
	AuthorsClaim   = language.Text{ZH: "作者观点", EN: "claim"}
	Fact           = language.Text{ZH: "事实", EN: "fact"}
	InsertArgument = language.Text{ZH: "插入", EN: "Insert"}
	OneAnswer      = language.Text{ZH: "1 条对策", EN: "1 answer"}
	Answers        = language.Text{ZH: "%d 条对策", EN: "%d answers"}
	OneEvidence    = language.Text{ZH: "1 条证据", EN: "1 evidence item"}
	Evidence       = language.Text{ZH: "%d 条证据", EN: "%d evidence items"}
	AnswersOne     = language.Text{ZH: "回应 1 个挑战", EN: "answers 1 challenge"}
	AnswersMany    = language.Text{ZH: "回应 %d 个挑战", EN: "answers %d challenges"}
	SupportsOne    = language.Text{ZH: "支持 1 个论点", EN: "supports 1 argument"}
	SupportsMany   = language.Text{ZH: "支持 %d 个论点", EN: "supports %d arguments"}
	OnePart        = language.Text{ZH: "含 1 个要点", EN: "1 part"}
	Parts          = language.Text{ZH: "含 %d 个要点", EN: "%d parts"}
	Unanswered     = language.Text{ZH: "文中无直接对策", EN: "no direct answer in the article"}
	NoEvidence     = language.Text{ZH: "文中无直接证据", EN: "no direct evidence"}
)

// Kind returns what a kind of argument is called.
func Kind(k argument.Kind) language.Text {
	switch k {
	case argument.Concept:
		return language.Text{ZH: "概念", EN: "Concept"}
	case argument.Role:
		return language.Text{ZH: "作用", EN: "Role"}
	case argument.Trait:
		return language.Text{ZH: "特点", EN: "Trait"}
	case argument.Challenge:
		return language.Text{ZH: "挑战", EN: "Challenge"}
	case argument.Stage:
		return language.Text{ZH: "阶段", EN: "Stage"}
	case argument.Feature:
		return language.Text{ZH: "特征", EN: "Feature"}
	case argument.Countermeasure:
		return language.Text{ZH: "对策", EN: "Countermeasure"}
	case argument.EvidenceKind:
		return language.Text{ZH: "证据", EN: "Evidence"}
	case argument.Conclusion:
		return language.Text{ZH: "结论", EN: "Conclusion"}
	case argument.Thesis:
		return language.Text{ZH: "主张", EN: "Thesis"}
	case argument.Option:
		return language.Text{ZH: "选项", EN: "Option"}
	case argument.Recommendation:
		return language.Text{ZH: "建议", EN: "Recommendation"}
	}
	return language.Text{ZH: "论点", EN: "Argument"}
}

// BlockKind returns what a kind of block is called.
func BlockKind(k brief.Kind) language.Text {
	switch k {
	case brief.Paragraph:
		return language.Text{ZH: "段落", EN: "Paragraph"}
	case brief.Heading:
		return language.Text{ZH: "小标题", EN: "Subheading"}
	case brief.List:
		return language.Text{ZH: "列表", EN: "List"}
	case brief.KeyMessages:
		return language.Text{ZH: "要点", EN: "Key messages"}
	case brief.Argument:
		return language.Text{ZH: "论点", EN: "Argument"}
	case brief.Evidence:
		return language.Text{ZH: "证据", EN: "Evidence"}
	case brief.Recommendation:
		return language.Text{ZH: "建议", EN: "Recommendation"}
	case brief.Options:
		return language.Text{ZH: "选项比较", EN: "Options"}
	case brief.Table:
		return language.Text{ZH: "表格", EN: "Table"}
	case brief.Note:
		return language.Text{ZH: "附注", EN: "Note"}
	case brief.References:
		return language.Text{ZH: "参考文献", EN: "References"}
	case brief.PageBreak:
		return language.Text{ZH: "分页", EN: "Page break"}
	case brief.FigureKind:
		return language.Text{ZH: "图", EN: "Figure"}
	case brief.Timeline:
		return language.Text{ZH: "时间线", EN: "Timeline"}
	case brief.TermList:
		return language.Text{ZH: "术语表", EN: "Term list"}
	case brief.Question:
		return language.Text{ZH: "问题", EN: "Question"}
	case brief.Exercise:
		return language.Text{ZH: "练习", EN: "Exercise"}
	}
	return language.Text{ZH: "内容", EN: "Block"}
}

// Slot returns what a named place for text is called.
func Slot(s brief.Slot) language.Text {
	switch s {
	case brief.TitleSlot:
		return language.Text{ZH: "标题", EN: "Title"}
	case brief.SubtitleSlot:
		return language.Text{ZH: "副题", EN: "Subtitle"}
	case brief.SeriesSlot:
		return language.Text{ZH: "刊头", EN: "Series"}
	case brief.NumberSlot:
		return language.Text{ZH: "期号", EN: "Number"}
	case brief.UnitSlot:
		return language.Text{ZH: "单位", EN: "Unit"}
	case brief.AuthorSlot:
		return language.Text{ZH: "作者", EN: "Author"}
	case brief.ContactSlot:
		return language.Text{ZH: "联系方式", EN: "Contact"}
	case brief.AudienceSlot:
		return language.Text{ZH: "读者", EN: "For"}
	case brief.ActionSlot:
		return language.Text{ZH: "建议", EN: "Recommendation"}
	case brief.OwnerSlot:
		return language.Text{ZH: "责任方", EN: "Owner"}
	case brief.TimeFrameSlot:
		return language.Text{ZH: "时限", EN: "Time frame"}
	case brief.MeansSlot:
		return language.Text{ZH: "手段与资源", EN: "Means"}
	case brief.IndicatorSlot:
		return language.Text{ZH: "衡量指标", EN: "Indicator"}
	case brief.CaptionSlot:
		return language.Text{ZH: "表题", EN: "Caption"}
	}
	return language.Text{ZH: "正文", EN: "Text"}
}

// State returns what the state of the text in l is called; a stale text says
// which side has moved on.
func State(s brief.State, l language.Language) language.Text {
	switch s {
	case brief.Empty:
		return language.Text{ZH: "未写", EN: "empty"}
	case brief.Stale:
		if l == language.EN {
			return language.Text{ZH: "中文已改，待更新", EN: "Chinese changed: update"}
		}
		return language.Text{ZH: "英文已改，待更新", EN: "English changed: update"}
	case brief.Reviewed:
		return language.Text{ZH: "已校", EN: "reviewed"}
	}
	return language.Text{ZH: "草稿", EN: "draft"}
}

// Layout returns what a layout is called.
func Layout(l brief.Layout) language.Text {
	switch l {
	case brief.Stacked:
		return language.Text{ZH: "上下对照", EN: "Stacked"}
	case brief.Facing:
		return language.Text{ZH: "对开页", EN: "Facing pages"}
	case brief.Sequential:
		return language.Text{ZH: "先后排列", EN: "One after the other"}
	}
	return language.Text{ZH: "平行双栏", EN: "Parallel columns"}
}

// Languages returns what an edition is called: both languages, or one.
func Languages(ls []language.Language) language.Text {
	switch {
	case len(ls) != 1:
		return language.Text{ZH: "中英双语", EN: "Chinese and English"}
	case ls[0] == language.EN:
		return language.Text{ZH: "仅英文", EN: "English only"}
	}
	return language.Text{ZH: "仅中文", EN: "Chinese only"}
}
