package templates

import (
	"celun/app/brief"
	"celun/app/language"
)

// What the dialogs say.
var (
	titleWord     = language.Text{ZH: "模板", EN: "Templates"}
	closeWord     = language.Text{ZH: "关闭", EN: "Close"}
	cancelWord    = language.Text{ZH: "取消", EN: "Cancel"}
	saveWord      = language.Text{ZH: "保存", EN: "Save"}
	removeWord    = language.Text{ZH: "删除", EN: "Remove"}
	importWord    = language.Text{ZH: "收入模板文件…", EN: "Import a file…"}
	duplicateWord = language.Text{ZH: "复制后修改", EN: "Duplicate and change"}
	changeWord    = language.Text{ZH: "修改", EN: "Change"}
	shareWord     = language.Text{ZH: "另存为文件…", EN: "Save as a file…"}
	ownWord       = language.Text{ZH: "自己的 · 第 %d 版", EN: "Own · version %d"}
	builtInWord   = language.Text{ZH: "内置", EN: "Built in"}
	intro         = language.Text{
		ZH: "内置模板不能直接改动，请复制一份再改。改动只影响以后新建的简报，已有的简报保留原来的版本。",
		EN: "A built-in template is not changed itself: duplicate it and change the copy. A change affects new briefs only; those that there are keep the version they were started from.",
	}
	reallyRemove = language.Text{ZH: "删除模板“%s”？用它做成的简报不受影响。", EN: "Remove the template ‘%s’? Briefs made from it are not affected."}
	editWord     = language.Text{ZH: "修改模板", EN: "Change a template"}
	leaveWord    = language.Text{ZH: "放弃修改", EN: "Drop the changes"}
	goOnWord     = language.Text{ZH: "继续修改", EN: "Go on"}
	leaveMore    = language.Text{ZH: "改动还没有保存。", EN: "The changes have not been saved."}

	nameWord        = language.Text{ZH: "名称", EN: "Name"}
	descriptionWord = language.Text{ZH: "说明", EN: "Description"}
	seriesWord      = language.Text{ZH: "刊头", EN: "Masthead"}
	audienceWord    = language.Text{ZH: "读者", EN: "Readers"}
	layoutWord      = language.Text{ZH: "版式", EN: "Layout"}
	styleWord       = language.Text{ZH: "式样", EN: "Look"}
	briefLook       = language.Text{ZH: "简报", EN: "Policy brief"}
	officialLook    = language.Text{ZH: "参照公文", EN: "Official document"}
	leastWord       = language.Text{ZH: "最少页数", EN: "Pages, at least"}
	mostWord        = language.Text{ZH: "最多页数", EN: "Pages, at most"}
	logoWord        = language.Text{ZH: "标志", EN: "Logo"}
	chooseLogo      = language.Text{ZH: "选择图片…", EN: "Choose a picture…"}
	dropLogo        = language.Text{ZH: "不用标志", EN: "No logo"}
	hasLogo         = language.Text{ZH: "已选标志", EN: "A logo is chosen"}
	noLogo          = language.Text{ZH: "用单位的标志", EN: "The unit’s logo is used"}
	sectionsWord    = language.Text{ZH: "章节", EN: "Sections"}
	addSection      = language.Text{ZH: "加一节", EN: "Add a section"}
	headingWord     = language.Text{ZH: "标题", EN: "Heading"}
	purposeWord     = language.Text{ZH: "写作提示", EN: "Advice to the writer"}
	requiredWord    = language.Text{ZH: "必写", EN: "Required"}
	numberedWord    = language.Text{ZH: "编号", EN: "Numbered"}
	softZH          = language.Text{ZH: "中文宜在（字）", EN: "Chinese, best within"}
	hardZH          = language.Text{ZH: "中文上限（字）", EN: "Chinese, at most"}
	softEN          = language.Text{ZH: "英文宜在（词）", EN: "English, best within (words)"}
	hardEN          = language.Text{ZH: "英文上限（词）", EN: "English, at most (words)"}
	moreZH          = language.Text{ZH: "每多一项挑战另加（字）", EN: "More for each further challenge"}
	moreEN          = language.Text{ZH: "每多一项挑战另加（词）", EN: "More for each further challenge (words)"}
	fillWord        = language.Text{ZH: "内容：从上到下依次写入", EN: "Content, put in from the first to the last"}
	noLimit         = language.Text{ZH: "不限篇幅", EN: "no limit"}
	limitsWord      = language.Text{ZH: "上限 %d 字、%d 词", EN: "at most %d characters, %d words"}
	partsWord       = language.Text{ZH: "%d 项内容", EN: "%d parts"}
	morePagesWord   = language.Text{ZH: "每多一项挑战另加（页）", EN: "More pages for each challenge"}
	bodyWord        = language.Text{ZH: "正文字号（磅）", EN: "Size of text (pt)"}
	measureWord     = language.Text{ZH: "版心宽度（毫米）", EN: "Text width (mm)"}
	leadingWord     = language.Text{ZH: "行距（字）", EN: "Leading (em)"}
	leastAdvice     = language.Text{ZH: "建议至少（条）", EN: "Recommendations, at least"}
	mostAdvice      = language.Text{ZH: "建议至多（条）", EN: "Recommendations, at most"}
	titlesWord      = language.Text{ZH: "标题：从上到下，用第一句适用的", EN: "Title: the first that applies is taken"}
	subtitlesWord   = language.Text{ZH: "副题：从上到下，用第一句适用的", EN: "Subtitle: the first that applies is taken"}
	addWording      = language.Text{ZH: "加一句", EN: "Add a wording"}
	newTitle        = language.Text{ZH: "标题", EN: "Title"}
	presetsWord     = language.Text{ZH: "篇幅：新建时可选；没有就只有一种", EN: "Lengths to choose from for a new brief; none is one only"}
	addPreset       = language.Text{ZH: "加一种篇幅", EN: "Add a length"}
	newPreset       = language.Text{ZH: "另一种篇幅", EN: "Another length"}
	scaleWord       = language.Text{ZH: "各节上限的百分之", EN: "Per cent of the limits"}
	addText         = language.Text{ZH: "加一段文字", EN: "Add a text"}
	addBlank        = language.Text{ZH: "加一处待填", EN: "Add a blank"}
	addTaken        = language.Text{ZH: "从论据库取", EN: "Take from the library"}
	textWord        = language.Text{ZH: "文字", EN: "Text"}
	blankWord       = language.Text{ZH: "待填项的名称", EN: "Name of the blank"}
	placeholders    = language.Text{
		ZH: "文字里可用：{article} 文章，{authors} 作者，{topic} 主题，{challenge} 挑战，{challenges} 全部挑战，{count} 挑战数，{answer} 首要对策，{answers} 各项首要对策，{measures} 对策数，{cases} 证据数，{unit} 发布单位，{author} 撰稿人；【待填：…】是留给写作者的空白。",
		EN: "A text may use {article}, {authors}, {topic}, {challenge}, {challenges}, {count}, {answer}, {answers}, {measures}, {cases}, {unit} and {author}; [to fill: …] is a blank for the writer.",
	}
	newHeading = language.Text{ZH: "新的一节", EN: "New section"}
	newPurpose = language.Text{ZH: "说明这一节写什么", EN: "Say what this section is for"}
	newBlank   = language.Text{ZH: "这一节的内容", EN: "what this section says"}
	newText    = language.Text{ZH: "请写出这段文字", EN: "Write this text"}

	unitTitle      = language.Text{ZH: "本单位资料", EN: "Unit profile"}
	unitIntro      = language.Text{ZH: "填一次，以后新建的简报都会带上；空着的项目在简报里留作待填。", EN: "Filled in once and put into every new brief; what is left empty is a blank there."}
	unitName       = language.Text{ZH: "单位名称", EN: "Name of the unit"}
	authorWord     = language.Text{ZH: "撰稿人", EN: "Author"}
	contactWord    = language.Text{ZH: "联系方式", EN: "Contact"}
	disclaimerWord = language.Text{ZH: "免责声明", EN: "Disclaimer"}
	prevailsWord   = language.Text{ZH: "以哪种语言为准", EN: "Which language prevails"}
	bothEqual      = language.Text{ZH: "两种语言同等有效", EN: "Both are equal"}
	zhPrevails     = language.Text{ZH: "以中文为准", EN: "Chinese prevails"}
	enPrevails     = language.Text{ZH: "以英文为准", EN: "English prevails"}
	noUnitLogo     = language.Text{ZH: "没有标志", EN: "No logo"}
)

// layoutNames are the layouts in the order in which they are offered.
var layouts = []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
