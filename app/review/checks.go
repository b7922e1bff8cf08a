package review

import (
	"slices"

	"celun/app/language"
)

// A Check is one thing that a review looks for.
type Check struct {
	Code string
	Name language.Text // what people call it
	// When says what it needs: nothing, pages, or the finished PDF.
	When When
}

// A When says when a check can be made.
type When int

// While typing, when the pages are set, and of an exported file.
const (
	Typing When = iota
	OfPages
	OfFile
)

// A Group is the first letter of the codes of a family of checks.
type Group byte

// Groups are the families in the order of their list.
var Groups = []Group{'S', 'R', 'A', 'E', 'B', 'P', 'H', 'C', 'G'}

// Name returns what people call the family.
func (g Group) Name() language.Text {
	switch g {
	case 'S':
		return language.Text{ZH: "结构", EN: "Structure"}
	case 'R':
		return language.Text{ZH: "建议", EN: "Recommendations"}
	case 'A':
		return language.Text{ZH: "论证", EN: "Argument"}
	case 'E':
		return language.Text{ZH: "证据与来源", EN: "Evidence and sources"}
	case 'B':
		return language.Text{ZH: "中英对照", EN: "The two languages"}
	case 'P':
		return language.Text{ZH: "版面与 PDF", EN: "Pages and PDF"}
	case 'H':
		return language.Text{ZH: "讲义", EN: "Handout"}
	case 'C':
		return language.Text{ZH: "定稿", EN: "Going out"}
	case 'G':
		return language.Text{ZH: "文风", EN: "House style"}
	}
	return language.Text{}
}

// Checks returns every check that there is, family by family. The blanks that
// a template left count to S1, S8, S10, R1, R7 and E1.
func Checks() []Check {
	c := func(code, zh, en string, when When) Check { return Check{code, language.Text{ZH: zh, EN: en}, when} }
	return []Check{
		c("S1", "必写的部分与待填之处", "Required sections and blanks", Typing),
		c("S2", "篇幅", "Length", Typing),
		c("S3", "页数", "Number of pages", OfPages),
		c("S4", "要点的条数与句子", "Key messages", Typing),
		c("S5", "摘要与要点相合", "Summary and key messages", Typing),
		c("S6", "标题层级", "Levels of headings", Typing),
		c("S8", "标题", "Title", Typing),
		c("S9", "一事一议", "One thesis", Typing),
		c("S10", "日期、版本、单位、联系方式", "Date, version, unit, contact", Typing),
		c("R1", "做法、责任单位与时限", "Action, owner and time frame", Typing),
		c("R2", "建议回应挑战", "Recommendations answer challenges", Typing),
		c("R3", "建议有据", "Recommendations rest on evidence", Typing),
		c("R4", "建议不出正文之外", "Nothing new in recommendations", Typing),
		c("R5", "建议的条数", "Number of recommendations", Typing),
		c("R6", "时限", "Time frames", Typing),
		c("R7", "衡量指标", "Indicators", Typing),
		c("R8", "重复的建议", "Recommendations said twice", Typing),
		c("A1", "挑战有对策", "Challenges are answered", Typing),
		c("A2", "对策有据或注明主张者", "Countermeasures have evidence or an author", Typing),
		c("A3", "论点有据", "Claims have evidence", Typing),
		c("A4", "循环论证", "Circular support", Typing),
		c("A5", "反对意见", "Objections", Typing),
		c("A6", "证据自相矛盾", "Evidence for and against", Typing),
		c("A7", "要点的依据等级", "Grades of key messages", Typing),
		c("A8", "孤立的论点", "Arguments without links", Typing),
		c("A9", "对策的位置", "Place of countermeasures", Typing),
		c("E1", "来源著录完整", "Sources are complete", Typing),
		c("E2", "引文与原文一致", "Quotations are verbatim", Typing),
		c("E3", "印刷页码", "Printed pages", Typing),
		c("E4", "来源的语言", "Languages of sources", Typing),
		c("E5", "转引", "Citations at second hand", Typing),
		c("E6", "单一来源", "A single source", Typing),
		c("E7", "来源的年份", "Age of sources", Typing),
		c("E8", "数字有出处", "Figures have a source", Typing),
		c("E9", "引用与来源相符", "Citations and sources agree", Typing),
		c("E10", "成文说明", "How the brief was made", Typing),
		c("B1", "两种语言齐全", "Both languages are there", Typing),
		c("B2", "译文跟上修改", "Translations are up to date", Typing),
		c("B3", "数字一致", "Numbers agree", Typing),
		c("B4", "日期一致", "Dates agree", Typing),
		c("B5", "人名", "Names of people", Typing),
		c("B6", "术语", "Terms", Typing),
		c("B7", "标点", "Punctuation", Typing),
		c("B8", "列表条数一致", "Lists correspond", Typing),
		c("B9", "引用一致", "Citations correspond", Typing),
		c("B10", "篇幅相称", "Lengths correspond", Typing),
		c("B11", "漏译", "Untranslated passages", Typing),
		c("B12", "缩略语", "Acronyms", Typing),
		c("B13", "语气一致", "Duties and bans agree", Typing),
		c("B14", "标题大小写", "Capitals in headings", Typing),
		c("P1", "缺字", "Missing characters", OfPages),
		c("P2", "字体嵌入", "Embedded fonts", OfFile),
		c("P3", "文字溢出", "Overflowing text", OfPages),
		c("P4", "孤行标题与跨页", "Headings and pairs parted by a page", OfPages),
		c("P5", "字号下限", "Least size of type", OfPages),
		c("P6", "语言与结构标记", "Language and structure tags", OfFile),
		c("P7", "书签", "Bookmarks", OfFile),
		c("P8", "对比度", "Contrast", OfPages),
		c("P9", "文件属性", "Title and author of the file", OfFile),
		c("P10", "可重复导出", "Exports are repeatable", OfFile),
		c("H1", "答案不外泄", "No answers for participants", OfFile),
		c("H2", "目标有题", "Objectives have questions", Typing),
		c("H3", "术语用到", "Terms are used", Typing),
		c("H4", "书写空间", "Space to write in", Typing),
		c("C3", "批注", "Comments", Typing),
		c("G1", "中文文风", "Chinese style", Typing),
		c("G2", "英文文风", "English style", Typing),
	}
}

// WhileTyping reports whether the check of a code is made while a brief is
// worked on, and not of its pages or of a file.
func WhileTyping(code string) bool {
	return slices.ContainsFunc(Checks(), func(c Check) bool { return c.Code == code && c.When == Typing })
}

// Name returns what people call the check of a code.
func Name(code string) language.Text {
	for _, c := range Checks() {
		if c.Code == code {
			return c.Name
		}
	}
	return language.Text{ZH: code, EN: code}
}
