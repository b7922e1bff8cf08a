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
	may  []string
	must []string
}

// writeForms holds the forms of the rules that write something of their own.
var writeForms = map[Write]form{
	WriteParagraph: {must: []string{"text"}},
	WriteNote:      {must: []string{"text"}},
	WriteHeading:   {must: []string{"text"}},
	WriteBlank:     {must: []string{"text"}},
	WriteList:      {must: []string{"items"}},
	WriteQuestion:  {must: []string{"text"}, may: []string{"answer", "space", "minutes"}},
	WriteExercise:  {must: []string{"text"}, may: []string{"answer", "space", "minutes"}},
	WriteTable:     {must: []string{"head"}, may: []string{"text", "rows", "empty", "widths", "space"}},
	WritePageBreak: {},
	WriteWeights:   {}, WriteTotals: {}, WriteSensitivity: {},
}

// forms holds the forms of the rules that take something from the library, by
// what they take and as what; a From without an As has one form only.
var forms = map[From]map[As]form{
	Concepts:   {"": {may: []string{"length", "most"}}},
	Background: {"": {may: []string{"length", "most"}}},
	Conclusion: {"": {may: []string{"length", "most"}}},
	Objections: {
		Paragraphs: {may: []string{"length", "most"}},
		Questions:  {must: []string{"text"}},
	},
	Challenges: {
		Paragraphs:  {may: []string{"length", "most"}},
		KeyMessages: {may: []string{"length", "most"}},
		BottomLine:  {may: []string{"length"}},
		Pillars:     {may: []string{"most"}},
		Discussion:  {may: []string{"length", "with"}},
		Map:         {may: []string{"with", "most", "text"}},
		Coverage:    {may: []string{"text"}},
		Claims:      {may: []string{"with", "most"}},
		Questions:   {must: []string{"text", "reply"}, may: []string{"most"}},
		Prompts:     {must: []string{"text", "reply"}, may: []string{"most", "space", "minutes"}},
	},
	Answers: {
		Paragraphs:      {may: []string{"length", "most"}},
		Themes:          {may: []string{"length", "most"}},
		Options:         {may: []string{"length", "most", "criteria"}},
		Recommendations: {may: []string{"length", "most"}},
		AnswerKey:       {may: []string{"length", "most"}},
	},
	Evidence: {
		Cards:    {may: []string{"most"}},
		Facts:    {may: []string{"most"}},
		Timeline: {may: []string{"most"}},
	},
	Terms: {
		Definitions: {may: []string{"most"}},
		Glossary:    {may: []string{"most"}},
		Avoid:       {may: []string{"most"}},
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

// fields are all that a rule can say.
var fields = []string{
	"write", "from", "as", "when", "in", "for", "length", "most", "with", "reply", "criteria", "text", "items",
	"answer", "space", "minutes", "head", "rows", "empty", "widths",
}

func (r *reader) rule(n *yaml.Node, slot string, t *Template) Rule {
	f := r.mapping(n, join(slot, "fill"), nil, fields)
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
		if _, ok := f[k]; !ok {
			r.fail(n, join(slot, "fill"), language.Text{ZH: "缺少“" + k + "”", EN: `"` + k + `" is missing`}, missing[k])
		}
	}
	allowed = append(append(allowed, form.may...), form.must...)
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if !slices.Contains(allowed, k) {
			r.fail(f[k].key, join(slot, "fill"), language.Text{ZH: "这条规则不能有“" + k + "”", EN: "this rule cannot have “" + k + "”"},
				language.Text{ZH: "请删去它", EN: "Remove it"})
			return rule
		}
	}
	if slices.Contains(form.may, "length") {
		rule.Length = argument.Line
	}
	r.details(f, slot, &rule)
	r.table(n, f, slot, &rule)
	return rule
}

// missing says what to do about a field that is not there.
var missing = map[string]language.Text{
	"text":  {ZH: "请写出要放进去的文字", EN: "Write the text to put"},
	"items": {ZH: "请逐项写出", EN: "Write the items"},
	"head":  {ZH: "请写出表头各格", EN: "Write the cells of the head"},
	"reply": {ZH: "请写明由什么来回答", EN: "Say what answers it"},
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

// details reads the fields that many rules may have.
func (r *reader) details(f map[string]field, slot string, rule *Rule) {
	if v, ok := f["length"]; ok {
		rule.Length = choice(r, v.value, slot, "length", argument.Title, argument.Line, argument.Statement)
	}
	for _, d := range []struct {
		name  string
		to    *int
		least int
		most  int
	}{
		{"most", &rule.Most, 1, 99}, {"space", &rule.Space, 1, 250}, {"minutes", &rule.Minutes, 1, 600}, {"empty", &rule.Empty, 1, mostItems},
	} {
		if v, ok := f[d.name]; ok {
			*d.to = r.number(v.value, slot, d.name, d.least, d.most)
		}
	}
	if v, ok := f["with"]; ok {
		parts := []With{WithEvidence, WithAnswers}
		if rule.As == Discussion {
			parts = append(parts, WithClaim)
		}
		for _, n := range r.list(v.value, slot, "with") {
			rule.With = append(rule.With, choice(r, n, slot, "with", parts...))
		}
	}
	if v, ok := f["reply"]; ok {
		rule.Reply = choice(r, v.value, slot, "reply", ReplyClaim, ReplyEvidence, ReplyAnswer, ReplyOthers)
	}
	if v, ok := f["text"]; ok {
		rule.Text = r.filled(v.value, slot)
	}
	if v, ok := f["answer"]; ok {
		rule.Answer = r.filled(v.value, slot)
	}
	if v, ok := f["items"]; ok {
		rule.Items = r.texts(v.value, slot, "items")
	}
	if v, ok := f["criteria"]; ok {
		rule.Criteria = r.texts(v.value, slot, "criteria")
		if len(rule.Criteria) > mostCriteria {
			r.fail(v.value, slot, language.Text{ZH: "判断标准超过六项", EN: "there are more than six criteria"}, language.Text{ZH: "请选四到六项", EN: "Choose four to six"})
		}
	}
}

// mostCriteria is how many criteria a table of options has room for.
const mostCriteria = 6

// table reads the fields of a table.
func (r *reader) table(n *yaml.Node, f map[string]field, slot string, rule *Rule) {
	head, ok := f["head"]
	if rule.Write != WriteTable || !ok { // that it is missing has been said
		return
	}
	rule.Head = r.texts(head.value, slot, "head")
	if v, ok := f["rows"]; ok {
		for _, n := range r.list(v.value, slot, "rows") {
			row := r.texts(n, slot, "rows")
			if len(row) != len(rule.Head) {
				r.fail(n, slot, language.Text{ZH: "这一行的格数与表头不同", EN: "this row has another number of cells than the head"},
					language.Text{ZH: "请补上或删去几格", EN: "Add or remove cells"})
			}
			rule.Rows = append(rule.Rows, row)
		}
	}
	if len(rule.Rows) == 0 && rule.Empty == 0 || len(rule.Rows) > mostItems {
		r.fail(n, join(slot, "fill"), language.Text{ZH: "表格没有行，或行太多", EN: "the table has no rows, or too many"},
			language.Text{ZH: "请写出“rows”，或用“empty”写明留几行空白，至多 40 行", EN: `Write "rows", or "empty" for how many to leave for writing; at most 40`})
	}
	if v, ok := f["widths"]; ok {
		sum := 0
		for _, n := range r.list(v.value, slot, "widths") {
			w := r.number(n, slot, "widths", 1, 100)
			rule.Widths = append(rule.Widths, w)
			sum += w
		}
		if len(rule.Widths) != len(rule.Head) || sum != 100 {
			r.fail(v.value, slot, language.Text{ZH: "列宽应与表头一样多，合计 100", EN: "the widths must be as many as the columns and add up to 100"},
				language.Text{ZH: "请改正列宽", EN: "Correct the widths"})
		}
	}
}
