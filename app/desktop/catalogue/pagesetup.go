package catalogue

import "celun/app/language"

// The settings of the page.
var (
	PaperAndText   = language.Text{ZH: "纸张与版心", EN: "Paper and text"}
	BodySize       = language.Text{ZH: "正文字号", EN: "Size of text"}
	BodyHint       = language.Text{ZH: "按式样；如 小四、五号、10.5", EN: "As the style has it; e.g. 10.5 or 小四"}
	TextWidth      = language.Text{ZH: "版心宽度", EN: "Text width"}
	WidthHint      = language.Text{ZH: "按式样；如 156mm、28字", EN: "As the style has it; e.g. 156mm or 28em"}
	Leading        = language.Text{ZH: "行距（字）", EN: "Leading (em)"}
	LeadingHint    = language.Text{ZH: "按式样；1.2 到 3", EN: "As the style has it; 1.2 to 3"}
	LinesAPage     = language.Text{ZH: "每页行数", EN: "Lines a page"}
	LinesHint      = language.Text{ZH: "按式样；5 到 80", EN: "As the style has it; 5 to 80"}
	OnGrid         = language.Text{ZH: "汉字排在方格上，各行对齐", EN: "Hanzi on a grid, lines on common baselines"}
	Numbered       = language.Text{ZH: "段落通篇编号", EN: "Paragraphs are numbered throughout"}
	ChineseLines   = language.Text{ZH: "中文行", EN: "Chinese lines"}
	Hanging        = language.Text{ZH: "行末逗号、句号悬挂在版心外", EN: "Commas and full stops hang in the margin"}
	Phrases        = language.Text{ZH: "按词断行", EN: "Lines end between words"}
	TightMarks     = language.Text{ZH: "相邻两个标点合占一字", EN: "Two marks side by side take one em"}
	SpreadNames    = language.Text{ZH: "表中人名均排", EN: "Names in a column are spread to one width"}
	Pinyin         = language.Text{ZH: "正文注拼音", EN: "Pinyin over the text"}
	FacesOfYourOwn = language.Text{ZH: "改用本机字体", EN: "Faces installed here"}
	FaceSong       = language.Text{ZH: "正文（宋）", EN: "Text (Song)"}
	FaceHei        = language.Text{ZH: "标题（黑）", EN: "Headings (Hei)"}
	FaceKai        = language.Text{ZH: "强调（楷）", EN: "Emphasis (Kai)"}
	FaceFangSong   = language.Text{ZH: "公文（仿宋）", EN: "Official"}
	FaceTitle      = language.Text{ZH: "公文标题", EN: "Official title"}
	FaceHint       = language.Text{ZH: "自带字体；或写字体名", EN: "Our own; or the name of a face"}
	NoNumber       = language.Text{ZH: "这不是数", EN: "this is no number"}
	Apply          = language.Text{ZH: "应用", EN: "Apply"}
	Done           = language.Text{ZH: "完成", EN: "Done"}
)
