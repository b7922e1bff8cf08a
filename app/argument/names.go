package argument

import "celun/app/language"

// Name returns what people call a kind of argument.
func (k Kind) Name() language.Text {
	if t, ok := kindNames[k]; ok {
		return t
	}
	return language.Text{ZH: string(k), EN: string(k)}
}

var kindNames = map[Kind]language.Text{
	Concept:        {ZH: "概念", EN: "Concept"},
	Role:           {ZH: "作用", EN: "Role"},
	Trait:          {ZH: "特点", EN: "Trait"},
	Challenge:      {ZH: "挑战", EN: "Challenge"},
	Stage:          {ZH: "阶段", EN: "Stage"},
	Feature:        {ZH: "特征", EN: "Feature"},
	Countermeasure: {ZH: "对策", EN: "Countermeasure"},
	EvidenceKind:   {ZH: "证据", EN: "Evidence"},
	Conclusion:     {ZH: "结论", EN: "Conclusion"},
	Thesis:         {ZH: "主张", EN: "Thesis"},
	Option:         {ZH: "选项", EN: "Option"},
	Recommendation: {ZH: "建议", EN: "Recommendation"},
}

// Name returns what a link does, as a verb: the argument that holds it
// answers, supports, qualifies the other.
func (k LinkKind) Name() language.Text {
	if t, ok := linkNames[k]; ok {
		return t
	}
	return language.Text{ZH: string(k), EN: string(k)}
}

var linkNames = map[LinkKind]language.Text{
	Answers:   {ZH: "应对", EN: "answers"},
	Supports:  {ZH: "支持", EN: "supports"},
	Qualifies: {ZH: "限定", EN: "qualifies"},
	Opposes:   {ZH: "反对", EN: "opposes"},
	Cites:     {ZH: "引用", EN: "cites"},
	PartOf:    {ZH: "属于", EN: "is part of"},
}

// Name returns whose word a claim is.
func (c Claim) Name() language.Text {
	if c == Fact {
		return language.Text{ZH: "可核实的事实", EN: "verifiable fact"}
	}
	return language.Text{ZH: "作者的主张", EN: "authors’ claim"}
}
