package template

import (
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// A form is what a rule may say besides when, in and for, and what it must.
type form struct {
	may  []Field
	must []Field
}

// writeForms holds the forms of the rules that write something of their own.
var writeForms = map[Write]form{
	WriteParagraph: {must: []Field{TextField}},
	WriteNote:      {must: []Field{TextField}},
	WriteHeading:   {must: []Field{TextField}},
	WriteBlank:     {must: []Field{TextField}},
	WriteList:      {must: []Field{ItemsField}},
	WriteQuestion:  {must: []Field{TextField}, may: []Field{AnswerField, SpaceField, MinutesField}},
	WriteExercise:  {must: []Field{TextField}, may: []Field{AnswerField, SpaceField, MinutesField}},
	WriteTable:     {must: []Field{HeadField}, may: []Field{TextField, RowsField, EmptyField, WidthsField, SpaceField}},
	WritePageBreak: {},
	WriteWeights:   {}, WriteTotals: {}, WriteSensitivity: {},
}

// forms holds the forms of the rules that take something from the library, by
// what they take and as what; a From without an As has one form only.
var forms = map[From]map[As]form{
	Concepts:   {"": {may: []Field{LengthField, MostField}}},
	Background: {"": {may: []Field{LengthField, MostField}}},
	Conclusion: {"": {may: []Field{LengthField, MostField}}},
	Objections: {
		Paragraphs: {may: []Field{LengthField, MostField}},
		Questions:  {must: []Field{TextField}},
	},
	Challenges: {
		Paragraphs:  {may: []Field{LengthField, MostField}},
		KeyMessages: {may: []Field{LengthField, MostField}},
		BottomLine:  {may: []Field{LengthField}},
		Pillars:     {may: []Field{MostField}},
		Discussion:  {may: []Field{LengthField, WithField}},
		Map:         {may: []Field{WithField, MostField, TextField}},
		Coverage:    {may: []Field{TextField}},
		Claims:      {may: []Field{WithField, MostField}},
		Questions:   {must: []Field{TextField, ReplyField}, may: []Field{MostField}},
		Prompts:     {must: []Field{TextField, ReplyField}, may: []Field{MostField, SpaceField, MinutesField}},
	},
	Answers: {
		Paragraphs:      {may: []Field{LengthField, MostField}},
		Themes:          {may: []Field{LengthField, MostField}},
		Options:         {may: []Field{LengthField, MostField, CriteriaField}},
		Recommendations: {may: []Field{LengthField, MostField}},
		AnswerKey:       {may: []Field{LengthField, MostField}},
	},
	Evidence: {
		Cards:    {may: []Field{MostField}},
		Facts:    {may: []Field{MostField}},
		Timeline: {may: []Field{MostField}},
	},
	Terms: {
		Definitions: {may: []Field{MostField}},
		Glossary:    {may: []Field{MostField}},
		Avoid:       {may: []Field{MostField}},
	},
	Sources: {"": {}},
}

// froms and writes are what there is, in the order of messages.
var (
	froms  = []From{Concepts, Background, Challenges, Answers, Evidence, Terms, Conclusion, Objections, Sources}
	writes = []Write{
		WriteParagraph, WriteNote, WriteHeading, WriteBlank, WriteList, WriteQuestion, WriteExercise, WriteTable, WritePageBreak,
		WriteWeights, WriteTotals, WriteSensitivity,
	}
)

// fields returns all that a rule can say.
func fields() []string {
	all := []string{"write", "from", "as", "when", "in", "for"}
	for _, f := range ruleFields() {
		all = append(all, string(f.name))
	}
	return all
}

func (r *reader) rule(n *yaml.Node, slot string, t *Template) Rule {
	f := r.mapping(n, join(slot, "fill"), nil, fields())
	if f == nil {
		return Rule{}
	}
	_, write := f["write"]
	_, from := f["from"]
	if write == from {
		r.fail(n, join(slot, "fill"), language.Text{ZH: "一条规则要么写“write”，要么写“from”", EN: `a rule has either "write" or "from"`},
			language.Text{ZH: "请写其中之一", EN: "Write one of the two"})
		return Rule{}
	}
	rule := Rule{When: r.when(f, slot)}
	if v, ok := f["for"]; ok {
		rule.For = choice(r, v.value, slot, "for", brief.Trainer, brief.Participant)
	}
	if v, ok := f["in"]; ok {
		var ids []string
		for _, p := range t.Presets {
			ids = append(ids, p.ID)
		}
		for _, n := range r.list(v.value, slot, "in") {
			rule.In = append(rule.In, choice(r, n, slot, "in", ids...))
		}
	}
	before := len(r.faults)
	allowed := []string{"write", "from", "when", "in", "for"}
	var form form
	if write {
		rule.Write = choice(r, f["write"].value, slot, "write", writes...)
		form = writeForms[rule.Write]
	} else {
		rule.From = choice(r, f["from"].value, slot, "from", froms...)
		form = r.as(n, f, slot, &rule)
		allowed = append(allowed, "as")
	}
	if len(r.faults) > before {
		return rule // what else it may say depends on that
	}
	for _, k := range form.must {
		if _, ok := f[string(k)]; !ok {
			r.fail(n, join(slot, "fill"), language.Text{ZH: "缺少“" + string(k) + "”", EN: `"` + string(k) + `" is missing`}, missing[k])
		}
	}
	for _, k := range slices.Concat(form.may, form.must) {
		allowed = append(allowed, string(k))
	}
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if !slices.Contains(allowed, k) {
			r.fail(f[k].key, join(slot, "fill"), language.Text{ZH: "这条规则不能有“" + k + "”", EN: "this rule cannot have “" + k + "”"},
				language.Text{ZH: "请删去它", EN: "Remove it"})
			return rule
		}
	}
	if slices.Contains(form.may, LengthField) {
		rule.Length = argument.Line
	}
	for _, d := range ruleFields() {
		if v, ok := f[string(d.name)]; ok {
			d.read(r, v.value, slot, &rule)
		}
	}
	r.together(n, f, slot, &rule)
	return rule
}

// missing says what to do about a field that is not there.
var missing = map[Field]language.Text{
	TextField:  {ZH: "请写出要放进去的文字", EN: "Write the text to put"},
	ItemsField: {ZH: "请逐项写出", EN: "Write the items"},
	HeadField:  {ZH: "请写出表头各格", EN: "Write the cells of the head"},
	ReplyField: {ZH: "请写明由什么来回答", EN: "Say what answers it"},
}

// as reads the form of a rule that takes something from the library.
func (r *reader) as(n *yaml.Node, f map[string]field, slot string, rule *Rule) form {
	all := forms[rule.From]
	if only, ok := all[""]; ok || all == nil {
		if v, given := f["as"]; given && all != nil {
			r.fail(v.key, join(slot, "fill"), language.Text{ZH: "这条规则不能有“as”", EN: "this rule cannot have “as”"}, language.Text{ZH: "请删去它", EN: "Remove it"})
		}
		return only
	}
	v, ok := f["as"]
	if !ok {
		if rule.From == Objections { // as older templates have it
			rule.As = Paragraphs
			return all[Paragraphs]
		}
		r.fail(n, join(slot, "fill"), language.Text{ZH: "缺少“as”", EN: `"as" is missing`}, language.Text{ZH: "请写明以什么形式放进去", EN: "Say in which form it is put"})
		return form{}
	}
	rule.As = choice(r, v.value, slot, "as", inOrder(all)...)
	return all[rule.As]
}

// inOrder returns the forms of one From in the order in which they are told.
func inOrder(all map[As]form) []As {
	order := []As{
		Paragraphs, KeyMessages, BottomLine, Pillars, Discussion, Questions, Prompts, Map, Coverage, Claims,
		Themes, Options, Recommendations, AnswerKey, Cards, Facts, Timeline, Definitions, Glossary, Avoid,
	}
	return slices.DeleteFunc(order, func(a As) bool { _, ok := all[a]; return !ok })
}
