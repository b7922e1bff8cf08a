package catalogue

import "celun/app/language"

// Templates, and who issues the briefs.
var (
	TemplateRemove    = language.Text{ZH: "删除", EN: "Remove"}
	TemplateImport    = language.Text{ZH: "收入模板文件…", EN: "Import a file…"}
	TemplateDuplicate = language.Text{ZH: "复制后修改", EN: "Duplicate and change"}
	TemplateChange    = language.Text{ZH: "修改", EN: "Change"}
	TemplateShare     = language.Text{ZH: "另存为文件…", EN: "Save as a file…"}
	TemplateOwn       = language.Text{ZH: "自己的 · 第 %d 版", EN: "Own · version %d"}
	TemplateBuiltIn   = language.Text{ZH: "内置", EN: "Built in"}
	TemplateIntro     = language.Text{
		ZH: "内置模板不能直接改动，请复制一份再改。改动只影响以后新建的简报，已有的简报保留原来的版本。",
		EN: "A built-in template is not changed itself: duplicate it and change the copy. A change affects new briefs only; those that there are keep the version they were started from.",
	}
	TemplateReallyRemove = language.Text{ZH: "删除模板“%s”？用它做成的简报不受影响。", EN: "Remove the template ‘%s’? Briefs made from it are not affected."}
	TemplateEdit         = language.Text{ZH: "修改模板", EN: "Change a template"}
	TemplateLeave        = language.Text{ZH: "放弃修改", EN: "Drop the changes"}
	TemplateGoOn         = language.Text{ZH: "继续修改", EN: "Go on"}
	TemplateLeaveMore    = language.Text{ZH: "改动还没有保存。", EN: "The changes have not been saved."}

	TemplateName         = language.Text{ZH: "名称", EN: "Name"}
	TemplateDescription  = language.Text{ZH: "说明", EN: "Description"}
	TemplateSeries       = language.Text{ZH: "刊头", EN: "Masthead"}
	TemplateAudience     = language.Text{ZH: "读者", EN: "Readers"}
	TemplateStyle        = language.Text{ZH: "式样", EN: "Look"}
	TemplateBriefLook    = language.Text{ZH: "简报", EN: "Policy brief"}
	TemplateOfficialLook = language.Text{ZH: "参照公文", EN: "Official document"}
	TemplateLeast        = language.Text{ZH: "最少页数", EN: "Pages, at least"}
	TemplateMost         = language.Text{ZH: "最多页数", EN: "Pages, at most"}
	TemplateLogo         = language.Text{ZH: "标志", EN: "Logo"}
	TemplateChooseLogo   = language.Text{ZH: "选择图片…", EN: "Choose a picture…"}
	TemplateDropLogo     = language.Text{ZH: "不用标志", EN: "No logo"}
	TemplateHasLogo      = language.Text{ZH: "已选标志", EN: "A logo is chosen"}
	TemplateNoLogo       = language.Text{ZH: "用单位的标志", EN: "The unit’s logo is used"}
	TemplateSections     = language.Text{ZH: "章节", EN: "Sections"}
	TemplateAddSection   = language.Text{ZH: "加一节", EN: "Add a section"}
	TemplatePurpose      = language.Text{ZH: "写作提示", EN: "Advice to the writer"}
	TemplateRequired     = language.Text{ZH: "必写", EN: "Required"}
	TemplateNumbered     = language.Text{ZH: "编号", EN: "Numbered"}
	TemplateSoftZH       = language.Text{ZH: "中文宜在（字）", EN: "Chinese, best within"}
	TemplateHardZH       = language.Text{ZH: "中文上限（字）", EN: "Chinese, at most"}
	TemplateSoftEN       = language.Text{ZH: "英文宜在（词）", EN: "English, best within (words)"}
	TemplateHardEN       = language.Text{ZH: "英文上限（词）", EN: "English, at most (words)"}
	TemplateMoreZH       = language.Text{ZH: "每多一项挑战另加（字）", EN: "More for each further challenge"}
	TemplateMoreEN       = language.Text{ZH: "每多一项挑战另加（词）", EN: "More for each further challenge (words)"}
	TemplateFill         = language.Text{ZH: "内容：从上到下依次写入", EN: "Content, put in from the first to the last"}
	TemplateNoLimit      = language.Text{ZH: "不限篇幅", EN: "no limit"}
	TemplateLimits       = language.Text{ZH: "上限 %d 字、%d 词", EN: "at most %d characters, %d words"}
	TemplateParts        = language.Text{ZH: "%d 项内容", EN: "%d parts"}
	TemplateMorePages    = language.Text{ZH: "每多一项挑战另加（页）", EN: "More pages for each challenge"}
	TemplateBody         = language.Text{ZH: "正文字号（磅）", EN: "Size of text (pt)"}
	TemplateMeasure      = language.Text{ZH: "版心宽度（毫米）", EN: "Text width (mm)"}
	TemplateLeading      = language.Text{ZH: "行距（字）", EN: "Leading (em)"}
	TemplateLeastAdvice  = language.Text{ZH: "建议至少（条）", EN: "Recommendations, at least"}
	TemplateMostAdvice   = language.Text{ZH: "建议至多（条）", EN: "Recommendations, at most"}
	TemplateTitles       = language.Text{ZH: "标题：从上到下，用第一句适用的", EN: "Title: the first that applies is taken"}
	TemplateSubtitles    = language.Text{ZH: "副题：从上到下，用第一句适用的", EN: "Subtitle: the first that applies is taken"}
	TemplateAddWording   = language.Text{ZH: "加一句", EN: "Add a wording"}
	TemplateNewTitle     = language.Text{ZH: "标题", EN: "Title"}
	TemplatePresets      = language.Text{ZH: "篇幅：新建时可选；没有就只有一种", EN: "Lengths to choose from for a new brief; none is one only"}
	TemplateAddPreset    = language.Text{ZH: "加一种篇幅", EN: "Add a length"}
	TemplateNewPreset    = language.Text{ZH: "另一种篇幅", EN: "Another length"}
	TemplateScale        = language.Text{ZH: "各节上限的百分之", EN: "Per cent of the limits"}
	TemplateAddText      = language.Text{ZH: "加一段文字", EN: "Add a text"}
	TemplateAddBlank     = language.Text{ZH: "加一处待填", EN: "Add a blank"}
	TemplateAddTaken     = language.Text{ZH: "从论据库取", EN: "Take from the library"}
	TemplateText         = language.Text{ZH: "文字", EN: "Text"}
	TemplateBlank        = language.Text{ZH: "待填项的名称", EN: "Name of the blank"}
	TemplatePlaceholders = language.Text{
		ZH: "文字里可用：{article} 文章，{authors} 作者，{topic} 主题，{challenge} 挑战，{challenges} 全部挑战，{count} 挑战数，{answer} 首要对策，{answers} 各项首要对策，{measures} 对策数，{cases} 证据数，{unit} 发布单位，{author} 撰稿人；【待填：…】是留给写作者的空白。",
		EN: "A text may use {article}, {authors}, {topic}, {challenge}, {challenges}, {count}, {answer}, {answers}, {measures}, {cases}, {unit} and {author}; [to fill: …] is a blank for the writer.",
	}
	TemplateNewHeading = language.Text{ZH: "新的一节", EN: "New section"}
	TemplateNewPurpose = language.Text{ZH: "说明这一节写什么", EN: "Say what this section is for"}
	TemplateNewBlank   = language.Text{ZH: "这一节的内容", EN: "what this section says"}
	TemplateNewText    = language.Text{ZH: "请写出这段文字", EN: "Write this text"}

	UnitTitle           = language.Text{ZH: "本单位资料", EN: "Unit profile"}
	UnitIntro           = language.Text{ZH: "填一次，以后新建的简报都会带上；空着的项目在简报里留作待填。", EN: "Filled in once and put into every new brief; what is left empty is a blank there."}
	UnitName            = language.Text{ZH: "单位名称", EN: "Name of the unit"}
	UnitAuthor          = language.Text{ZH: "撰稿人", EN: "Author"}
	UnitContact         = language.Text{ZH: "联系方式", EN: "Contact"}
	UnitDisclaimer      = language.Text{ZH: "免责声明", EN: "Disclaimer"}
	UnitPrevails        = language.Text{ZH: "以哪种语言为准", EN: "Which language prevails"}
	UnitBothEqual       = language.Text{ZH: "两种语言同等有效", EN: "Both are equal"}
	UnitChinesePrevails = language.Text{ZH: "以中文为准", EN: "Chinese prevails"}
	UnitEnglishPrevails = language.Text{ZH: "以英文为准", EN: "English prevails"}
	UnitNoLogo          = language.Text{ZH: "没有标志", EN: "No logo"}
)
