package catalogue

import (
	"strconv"
	"time"

	"celun/app/language"
)

// The start page.
var (
	ProgramName        = language.Text{ZH: "策论 Celun", EN: "Celun 策论"}
	Tagline            = language.Text{ZH: "从一篇文章的论证，到一份中英双语政策简报", EN: "From an article’s arguments to a bilingual policy brief"}
	SeeSample          = language.Text{ZH: "看一份做好的简报", EN: "See a finished brief"}
	SeeSampleMore      = language.Text{ZH: "四个挑战、对策与证据都已写好。可以随意改动，原件不受影响。", EN: "Four challenges with their countermeasures and evidence, written to the end. Change what you like: it is a copy."}
	FromArticle        = language.Text{ZH: "用内置文章做一份", EN: "Make one from the article"}
	FromArticleMore    = language.Text{ZH: "回答五个问题，得到一份完整的双语草稿，对策与证据已经配好。", EN: "Answer five questions and get a complete bilingual draft, with countermeasures and evidence in place."}
	Templates          = language.Text{ZH: "模板", EN: "Templates"}
	NextIssue          = language.Text{ZH: "接着出新一期", EN: "New issue from this"}
	ForgetFile         = language.Text{ZH: "从列表中移除", EN: "Remove from the list"}
	FromTemplate       = language.Text{ZH: "用模板新建", EN: "New from a template"}
	FromTemplateMore   = language.Text{ZH: "选好要回应的挑战，得到一份已配好对策与证据的双语草稿。", EN: "Choose the challenges to answer and get a bilingual draft with countermeasures and evidence in place."}
	OpenFile           = language.Text{ZH: "打开文件", EN: "Open a file"}
	OpenFileMore       = language.Text{ZH: "继续写一份 .celun 简报。", EN: "Go on with a .celun brief of yours."}
	RecentFiles        = language.Text{ZH: "最近打开", EN: "Recent files"}
	NoRecentFiles      = language.Text{ZH: "打开或保存过的简报会列在这里。", EN: "Briefs that you open or save are listed here."}
	NoLongerThere      = language.Text{ZH: "已不在 %s", EN: "no longer in %s"}
	Template           = language.Text{ZH: "模板", EN: "Template"}
	ChallengesToAnswer = language.Text{ZH: "要回应的挑战", EN: "Challenges to answer"}
	PageLayout         = language.Text{ZH: "版式", EN: "Layout"}
	MakeDraft          = language.Text{ZH: "生成草稿", EN: "Make the draft"}
	ChooseOne          = language.Text{ZH: "请至少选择一个挑战。", EN: "Choose at least one challenge."}
	Cancel             = language.Text{ZH: "取消", EN: "Cancel"}
)

// PageRange says how many pages something takes.
func PageRange(least, most int) language.Text {
	if least == most || least == 0 {
		unit := " pages"
		if most == 1 {
			unit = " page"
		}
		n := strconv.Itoa(most)
		return language.Text{ZH: n + " 页", EN: n + unit}
	}
	a, b := strconv.Itoa(least), strconv.Itoa(most)
	return language.Text{ZH: a + "–" + b + " 页", EN: a + "–" + b + " pages"}
}

// When says when something was changed, as one says it now.
func When(t, now time.Time) language.Text {
	t = t.In(now.Location())
	clock := t.Format("15:04")
	day := func(t time.Time) string { return t.Format("2006-01-02") }
	switch {
	case t.IsZero():
		return language.Text{ZH: "时间不详", EN: "date unknown"}
	case day(t) == day(now):
		return language.Text{ZH: "今天 " + clock, EN: "today " + clock}
	case day(t) == day(now.AddDate(0, 0, -1)):
		return language.Text{ZH: "昨天 " + clock, EN: "yesterday " + clock}
	case t.Year() == now.Year():
		return language.Text{ZH: t.Format("1月2日"), EN: t.Format("2 January")}
	}
	return language.Text{ZH: t.Format("2006年1月2日"), EN: t.Format("2 January 2006")}
}
