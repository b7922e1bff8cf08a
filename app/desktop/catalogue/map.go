package catalogue

import "celun/app/language"

// The argument map.
var (
	Map              = language.Text{ZH: "论证图", EN: "Map"}
	MapOfBrief       = language.Text{ZH: "本简报", EN: "This brief"}
	MapOfLibrary     = language.Text{ZH: "整个论据库", EN: "Whole library"}
	MapAllChallenges = language.Text{ZH: "全部挑战", EN: "All challenges"}
	MapEvidence      = language.Text{ZH: "证据", EN: "Evidence"}
	MapFit           = language.Text{ZH: "显示全图", EN: "Show all"}
	MapOpen          = language.Text{ZH: "%d 个挑战尚无对策", EN: "%d unanswered"}
	MapNoneOpen      = language.Text{ZH: "挑战都有对策", EN: "All answered"}
	MapStrays        = language.Text{ZH: "%d 项对策放错了位置", EN: "%d misplaced"}
	MapStray         = language.Text{ZH: "放错位置", EN: "Misplaced"}
	MapStrayDrag     = language.Text{ZH: "排在“%s”之下，却不应对它；拖到它应对的挑战上，就移到那里", EN: "Stands under ‘%s’, which it does not answer; drag it to the one it answers to move it there"}
	MapStrayKeys     = language.Text{ZH: "排在“%s”之下，却不应对它；按 L，用方向键选它应对的挑战，回车即移到那里", EN: "Stands under ‘%s’, which it does not answer; L, arrows to the one it answers, Enter: move it there"}
	MapLinking       = language.Text{ZH: "方向键：选联系到哪里　Enter：确定　Esc：取消", EN: "Arrows: what to link it to; Enter: link; Esc: cancel"}
	MovedUnder       = language.Text{ZH: "已移到“%s”之下", EN: "Moved under ‘%s’"}
	MapUnanswered    = language.Text{ZH: "尚无对策", EN: "No answer yet"}
	MapHint          = language.Text{ZH: "单击定位，双击看详情，拖到另一论点上可建立联系", EN: "Click to go there, double click for details, drag to another to link"}
	MapKeys          = language.Text{
		ZH: "方向键：换论点　空格：定位　Enter：详情　L：联系　F：只看此挑战　+ −：缩放　0：全图",
		EN: "Arrows: next argument; Space: go there; Enter: details; L: link; F: this challenge only; + −: zoom; 0: show all",
	}
	MapWorking = language.Text{ZH: "正在排布论证图…", EN: "Laying out the map…"}
	MapEmpty   = language.Text{
		ZH: "这里还没有论点。可从左侧放入论点，或在上方改看整个论据库。",
		EN: "There are no arguments here yet. Put some in from the left, or look at the whole library.",
	}
)

// Figures made of the library.
var (
	FigureFromLibrary = language.Text{ZH: "用论据库作图", EN: "A figure from the library"}
	FigureBars        = language.Text{ZH: "条形图：%s", EN: "Bar chart: %s"}
	FigureMapOfBrief  = language.Text{ZH: "本简报的论证图", EN: "Map of the argument of this brief"}
	FigureMapOf       = language.Text{ZH: "论证图：%s", EN: "Map of the argument: %s"}
	FigureCoverage    = language.Text{ZH: "哪项对策应对哪项挑战", EN: "Which countermeasure answers which challenge"}
	FigureTimeline    = language.Text{ZH: "时间线：%s件有日期的事", EN: "Timeline: %s dated events"}
	FigureNone        = language.Text{ZH: "论据库里还没有可以成图的内容。", EN: "There is nothing in the library yet that makes a figure."}
)
