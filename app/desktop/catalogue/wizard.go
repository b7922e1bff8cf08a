package catalogue

import "celun/app/language"

// The wizard.
var (
	WizardIntro     = language.Text{ZH: "五个问题都已有答案，改动哪一项，右边的页面随即更新。", EN: "All five questions have an answer already. Change any of them and the pages on the right follow."}
	WhoReads        = language.Text{ZH: "给谁看？", EN: "Who will read it?"}
	WhatFor         = language.Text{ZH: "希望促成什么？", EN: "What should come of it?"}
	WhichChallenges = language.Text{ZH: "要回应哪些挑战？", EN: "Which challenges does it answer?"}
	HowLong         = language.Text{ZH: "写多长？", EN: "How long may it be?"}
	HowLanguages    = language.Text{ZH: "用哪种语言，怎样排版？", EN: "Which languages, and how do they stand?"}
	UsesTemplate    = language.Text{ZH: "据此选用模板：%s", EN: "This calls for the template: %s"}
	OtherTemplate   = language.Text{ZH: "换一个", EN: "Choose another"}
	ChineseFirst    = language.Text{ZH: "中文在前", EN: "Chinese first"}
	EnglishFirst    = language.Text{ZH: "英文在前", EN: "English first"}
	PairedIn        = language.Text{ZH: "配有 %d 条对策、%d 条证据", EN: "with %d countermeasures and %d evidence items"}
	NoAnswerYet     = language.Text{ZH: "此挑战尚无对策", EN: "no countermeasure answers it yet"}
	MakingDraft     = language.Text{ZH: "正在生成草稿…", EN: "Making the draft…"}
	DraftWhole      = language.Text{ZH: "草稿完整，没有待填之处。", EN: "The draft is complete; nothing is left to fill in."}
	DraftBlanks     = language.Text{ZH: "草稿完整，有 %d 处待您填写，文中均已标出。", EN: "The draft is complete, with %d places marked for you to fill in."}
)

// Readers returns who a brief can be for.
func Readers() []language.Text {
	return []language.Text{
		{ZH: "决策者", EN: "Those who decide"},
		{ZH: "业务同事与专家", EN: "Colleagues and experts"},
		{ZH: "媒体与公众", EN: "The press and the public"},
		{ZH: "学员", EN: "Trainees"},
	}
}

// Purposes returns what a brief can be for.
func Purposes() []language.Text {
	return []language.Text{
		{ZH: "作出决定", EN: "A decision"},
		{ZH: "了解情况", EN: "A clear picture"},
		{ZH: "比较选项", EN: "A comparison of options"},
		{ZH: "对外答问", EN: "Sure answers in public"},
		{ZH: "教学与研讨", EN: "Teaching and discussion"},
	}
}

// Sizes returns how long a brief can be.
func Sizes() []language.Text {
	return []language.Text{
		{ZH: "一两页", EN: "One or two pages"},
		{ZH: "三到五页", EN: "Three to five pages"},
		{ZH: "六页以上", EN: "Six pages or more"},
	}
}
