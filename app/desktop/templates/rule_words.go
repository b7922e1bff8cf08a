package templates

import (
	"celun/app/language"
	"celun/app/template"
)

// What the choices of a rule are called.
var (
	whenWord   = language.Text{ZH: "何时用", EN: "When"}
	forWord    = language.Text{ZH: "印在谁的本子里", EN: "In whose copy"}
	lengthWord = language.Text{ZH: "写到多长", EN: "At which length"}
	replyWord  = language.Text{ZH: "用什么回答", EN: "What answers it"}
	onlyIn     = language.Text{ZH: "用于", EN: "In "}

	atMostWord   = language.Text{ZH: "最多几项", EN: "At most"}
	minutesWord  = language.Text{ZH: "用时（分钟）", EN: "Minutes"}
	spaceWord    = language.Text{ZH: "书写位置（毫米）", EN: "Space to write (mm)"}
	emptyWord    = language.Text{ZH: "留空几行", EN: "Empty rows"}
	captionWord  = language.Text{ZH: "图表名", EN: "Caption"}
	questionWord = language.Text{ZH: "问题", EN: "Question"}
	answerWord   = language.Text{ZH: "参考答案（只在教员版）", EN: "Expected answer (trainer’s copy only)"}
	itemsWord    = language.Text{ZH: "各项，一行一项", EN: "Items, one a line"}
	criteriaWord = language.Text{ZH: "标准，一行一项，至多六项；空着用通常的三项", EN: "Criteria, one a line, six at most; none are the usual three"}
	tableWord    = language.Text{ZH: "表格：第一行是表头", EN: "Table: the first row is its head"}

	addRowWord     = language.Text{ZH: "加一行", EN: "Add a row"}
	addColumnWord  = language.Text{ZH: "加一列", EN: "Add a column"}
	dropColumnWord = language.Text{ZH: "去掉末列", EN: "Remove the last column"}
	newCell        = language.Text{ZH: "内容", EN: "Text"}

	whenNames = []language.Text{
		{ZH: "总是", EN: "Always"}, {ZH: "只选一项挑战时", EN: "For one challenge"}, {ZH: "选了几项挑战时", EN: "For several challenges"},
	}
	readerNames = []language.Text{
		{ZH: "所有人", EN: "Everyone’s"}, {ZH: "学员", EN: "The participants’"}, {ZH: "教员", EN: "The trainer’s"},
	}
	lengthNames = []language.Text{
		{ZH: "题目", EN: "Its title"}, {ZH: "一句话", EN: "One sentence"}, {ZH: "一段话", EN: "A paragraph"},
	}
	replyNames = []language.Text{
		{ZH: "挑战本身", EN: "What the challenge is"},
		{ZH: "证据", EN: "The evidence"},
		{ZH: "首要对策", EN: "The most direct measure"},
		{ZH: "其他对策", EN: "The further measures"},
	}
	withNames = map[template.With]language.Text{
		template.WithClaim: {ZH: "先写挑战", EN: "The challenge first"}, template.WithEvidence: {ZH: "含证据", EN: "With evidence"},
		template.WithAnswers: {ZH: "含对策", EN: "With measures"},
	}
)

// kindName says what a rule puts.
func kindName(k template.RuleKind) language.Text {
	if k.Write != "" {
		return wrote(k.Write)
	}
	t := taken(k)
	return language.Text{ZH: "取自论据库：" + t.ZH, EN: "From the library: " + t.EN}
}

// taken says what a rule takes from the library.
func taken(r template.RuleKind) language.Text {
	from := map[template.From]language.Text{
		template.Concepts: {ZH: "概念", EN: "concepts"}, template.Background: {ZH: "背景", EN: "background"},
		template.Challenges: {ZH: "所选挑战", EN: "the challenges"}, template.Answers: {ZH: "对策", EN: "the countermeasures"},
		template.Evidence: {ZH: "证据", EN: "the evidence"}, template.Terms: {ZH: "术语", EN: "terms"},
		template.Conclusion: {ZH: "结论", EN: "the conclusion"}, template.Objections: {ZH: "保留意见", EN: "reservations"},
		template.Sources: {ZH: "参考文献", EN: "the references"},
	}[r.From]
	as := map[template.As]language.Text{
		template.Paragraphs: {ZH: "段落", EN: "as paragraphs"}, template.KeyMessages: {ZH: "要点", EN: "as key messages"},
		template.BottomLine: {ZH: "三句话", EN: "in three messages"}, template.Pillars: {ZH: "谈话要点", EN: "as points to make"},
		template.Discussion: {ZH: "分项讨论", EN: "discussed one by one"}, template.Questions: {ZH: "问答", EN: "as questions with replies"},
		template.Prompts: {ZH: "讨论题", EN: "as questions to discuss"}, template.Map: {ZH: "论证图", EN: "as a map"},
		template.Coverage: {ZH: "对应矩阵", EN: "as a matrix"}, template.Claims: {ZH: "说明表", EN: "as a table of claims"},
		template.Options: {ZH: "选项表", EN: "as options"}, template.Recommendations: {ZH: "建议", EN: "as recommendations"},
		template.AnswerKey: {ZH: "参考答案", EN: "as a key"}, template.Themes: {ZH: "分题论述", EN: "each under its title"},
		template.Cards: {ZH: "证据卡", EN: "as cards"}, template.Facts: {ZH: "事实表", EN: "as a table of facts"},
		template.Timeline: {ZH: "时间线", EN: "as a timeline"}, template.Definitions: {ZH: "术语释义", EN: "with definitions"},
		template.Glossary: {ZH: "术语表", EN: "as a glossary"}, template.Avoid: {ZH: "不宜说法", EN: "that are to be avoided"},
	}[r.As]
	if as.IsEmpty() {
		return from
	}
	return language.Text{ZH: from.ZH + "，" + as.ZH, EN: from.EN + ", " + as.EN}
}

// wrote names what a rule writes of its own.
func wrote(w template.Write) language.Text {
	return map[template.Write]language.Text{
		template.WriteParagraph: {ZH: "一段文字", EN: "A paragraph"}, template.WriteNote: {ZH: "小字说明", EN: "A note in small print"},
		template.WriteHeading: {ZH: "小标题", EN: "A heading"}, template.WriteBlank: {ZH: "一处待填", EN: "A blank to fill in"},
		template.WriteList: {ZH: "列表", EN: "A list"}, template.WriteQuestion: {ZH: "问题", EN: "A question"},
		template.WriteExercise: {ZH: "练习", EN: "An exercise"}, template.WriteTable: {ZH: "表格", EN: "A table"},
		template.WritePageBreak: {ZH: "另起一页", EN: "A new page"}, template.WriteWeights: {ZH: "各项标准的权重", EN: "Weights of the criteria"},
		template.WriteTotals:      {ZH: "方案的加权总分（自动算出）", EN: "Weighted totals of the options (computed)"},
		template.WriteSensitivity: {ZH: "排序与敏感性（自动算出）", EN: "Ranking and sensitivity (computed)"},
	}[w]
}
