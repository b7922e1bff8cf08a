package template

import (
	"go.yaml.in/yaml/v4"

	"celun/app/argument"
	"celun/app/language"
)

// A Field is something that rules of some kinds can say.
type Field string

// The fields that say more than what a rule puts and when.
const (
	LengthField   Field = "length"
	MostField     Field = "most"
	WithField     Field = "with"
	ReplyField    Field = "reply"
	TextField     Field = "text"
	CriteriaField Field = "criteria"
	ItemsField    Field = "items"
	AnswerField   Field = "answer"
	MinutesField  Field = "minutes"
	HeadField     Field = "head"
	RowsField     Field = "rows"
	EmptyField    Field = "empty"
	SpaceField    Field = "space"
	WidthsField   Field = "widths"
)

// A ruleField is how a field is read from a file and written to one.
type ruleField struct {
	name  Field
	read  func(r *reader, n *yaml.Node, slot string, to *Rule)
	write func(m mapping, name string, of *Rule)
}

// ruleFields are all of them, in the order in which they are read and written.
func ruleFields() []ruleField {
	number := func(name Field, least, most int, of func(*Rule) *int) ruleField {
		return ruleField{
			name,
			func(r *reader, n *yaml.Node, slot string, to *Rule) {
				*of(to) = r.number(n, slot, string(name), least, most)
			},
			func(m mapping, name string, r *Rule) { m.num(name, *of(r)) },
		}
	}
	text := func(name Field, of func(*Rule) *language.Text) ruleField {
		return ruleField{
			name,
			func(r *reader, n *yaml.Node, slot string, to *Rule) { *of(to) = r.filled(n, slot) },
			func(m mapping, name string, r *Rule) { m.text(name, *of(r)) },
		}
	}
	texts := func(name Field, of func(*Rule) *[]language.Text) ruleField {
		return ruleField{
			name,
			func(r *reader, n *yaml.Node, slot string, to *Rule) { *of(to) = r.texts(n, slot, string(name)) },
			func(m mapping, name string, r *Rule) { m.texts(name, *of(r)) },
		}
	}
	return []ruleField{
		{
			LengthField,
			func(r *reader, n *yaml.Node, slot string, to *Rule) {
				to.Length = choice(r, n, slot, "length", argument.Title, argument.Line, argument.Statement)
			},
			func(m mapping, name string, r *Rule) {
				if r.Length != argument.Line { // which is what it is unless said
					m.str(name, string(r.Length))
				}
			},
		},
		number(MostField, 1, 99, func(r *Rule) *int { return &r.Most }),
		{WithField, (*reader).with, func(m mapping, name string, r *Rule) {
			if len(r.With) > 0 {
				m.put(name, words(r.With))
			}
		}},
		{
			ReplyField,
			func(r *reader, n *yaml.Node, slot string, to *Rule) {
				to.Reply = choice(r, n, slot, "reply", ReplyClaim, ReplyEvidence, ReplyAnswer, ReplyOthers)
			},
			func(m mapping, name string, r *Rule) { m.str(name, string(r.Reply)) },
		},
		text(TextField, func(r *Rule) *language.Text { return &r.Text }),
		texts(CriteriaField, func(r *Rule) *[]language.Text { return &r.Criteria }),
		texts(ItemsField, func(r *Rule) *[]language.Text { return &r.Items }),
		text(AnswerField, func(r *Rule) *language.Text { return &r.Answer }),
		number(MinutesField, 1, 600, func(r *Rule) *int { return &r.Minutes }),
		texts(HeadField, func(r *Rule) *[]language.Text { return &r.Head }),
		{RowsField, (*reader).rows, func(m mapping, name string, r *Rule) {
			if len(r.Rows) > 0 {
				m.put(name, listOf(r.Rows, func(row []language.Text) *yaml.Node { return listOf(row, ofText) }))
			}
		}},
		number(EmptyField, 1, mostItems, func(r *Rule) *int { return &r.Empty }),
		number(SpaceField, 1, 250, func(r *Rule) *int { return &r.Space }),
		{WidthsField, (*reader).widths, func(m mapping, name string, r *Rule) {
			if len(r.Widths) > 0 {
				n := listOf(r.Widths, whole)
				n.Style = yaml.FlowStyle
				m.put(name, n)
			}
		}},
	}
}

// mostCriteria is how many criteria a table of options has room for.
const mostCriteria = 6

// with reads the parts of a discussion or a map.
func (r *reader) with(n *yaml.Node, slot string, to *Rule) {
	parts := []With{WithEvidence, WithAnswers}
	if to.As == Discussion {
		parts = append(parts, WithClaim)
	}
	for _, n := range r.list(n, slot, "with") {
		to.With = append(to.With, choice(r, n, slot, "with", parts...))
	}
}

// rows reads the rows of a table, whose head has been read.
func (r *reader) rows(n *yaml.Node, slot string, to *Rule) {
	for _, n := range r.list(n, slot, "rows") {
		row := r.texts(n, slot, "rows")
		if len(row) != len(to.Head) {
			r.fail(n, slot, language.Text{ZH: "这一行的格数与表头不同", EN: "this row has another number of cells than the head"},
				language.Text{ZH: "请补上或删去几格", EN: "Add or remove cells"})
		}
		to.Rows = append(to.Rows, row)
	}
}

// widths reads the widths of the columns of a table.
func (r *reader) widths(n *yaml.Node, slot string, to *Rule) {
	sum := 0
	for _, n := range r.list(n, slot, "widths") {
		w := r.number(n, slot, "widths", 1, 100)
		to.Widths = append(to.Widths, w)
		sum += w
	}
	if len(to.Widths) != len(to.Head) || sum != 100 {
		r.fail(n, slot, language.Text{ZH: "列宽应与表头一样多，合计 100", EN: "the widths must be as many as the columns and add up to 100"},
			language.Text{ZH: "请改正列宽", EN: "Correct the widths"})
	}
}

// together looks at what the fields of a rule, whose node is n, say together.
func (r *reader) together(n *yaml.Node, f map[string]field, slot string, rule *Rule) {
	if v, ok := f["criteria"]; ok && len(rule.Criteria) > mostCriteria {
		r.fail(v.value, slot, language.Text{ZH: "判断标准超过六项", EN: "there are more than six criteria"}, language.Text{ZH: "请选四到六项", EN: "Choose four to six"})
	}
	_, head := f["head"] // that it is missing has been said
	if rule.Write == WriteTable && head && (len(rule.Rows) == 0 && rule.Empty == 0 || len(rule.Rows) > mostItems) {
		r.fail(n, join(slot, "fill"), language.Text{ZH: "表格没有行，或行太多", EN: "the table has no rows, or too many"},
			language.Text{ZH: "请写出“rows”，或用“empty”写明留几行空白，至多 40 行", EN: `Write "rows", or "empty" for how many to leave for writing; at most 40`})
	}
}
