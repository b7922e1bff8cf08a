package handout

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset"
)

// Pages tells on which page of the participants' handout a block stands first,
// from 1; see [PagesOf].
type Pages map[string]int

// PagesOf returns where the blocks of a document stand.
func PagesOf(doc *typeset.Document) Pages {
	at := Pages{}
	for _, p := range doc.Pages {
		for i := range p.Items {
			if id := p.Items[i].Address.Block; id != "" && at[id] == 0 {
				at[id] = p.Number
			}
		}
	}
	return at
}

// Guide returns the trainer's guide: what to do when, what to expect of each
// question, which it names by the page of the handout and does not repeat,
// what is for the trainer alone, and the key to the worksheets.
func (s *Set) Guide(at Pages) Document {
	b := brief.New(s.source.ID + "-guide")
	b.Title = language.Text{ZH: "教员手册：" + s.source.Title.ZH, EN: "Trainer’s guide: " + s.source.Title.EN}
	b.Meta = s.source.Meta
	b.Meta.Series = language.Text{ZH: "教员手册", EN: "Trainer’s guide"}
	b.Meta.Audience = language.Text{ZH: "仅供教员使用", EN: "For the trainer only"}
	b.Meta.Layout, b.Meta.Template, b.Meta.Logo = brief.Stacked, brief.Template{}, ""
	b.Sources = slices.Clone(s.source.Sources)
	s.dress(b)
	g := &guide{Set: s, brief: b, at: at, labels: s.source.Labels()}
	g.files()
	g.questions()
	g.notes()
	g.key()
	if len(b.Sources) > 0 {
		g.section("来源", "Sources")
		g.add(brief.Block{Kind: brief.References})
	}
	return Document{Name: "trainer-guide", Audience: brief.Trainer, Brief: b, Page: typeset.Options{Trainer: true}}
}

// A guide is one trainer's guide in the making.
type guide struct {
	*Set
	brief  *brief.Brief
	at     Pages
	labels map[string]language.Text
}

func (g *guide) section(zh, en string) {
	g.brief.Sections = append(g.brief.Sections, brief.Section{
		ID: g.brief.NewSectionID(), Heading: language.Text{ZH: zh, EN: en}, Blocks: []brief.Block{},
	})
}

func (g *guide) add(k brief.Block) {
	k.ID, k.For = g.brief.NewBlockID(), ""
	s := &g.brief.Sections[len(g.brief.Sections)-1]
	s.Blocks = append(s.Blocks, k)
}

func text(zh, en string) brief.Cell { return brief.Cell{Text: language.Text{ZH: zh, EN: en}} }

// files says what there is to take to class.
func (g *guide) files() {
	g.section("带什么去上课", "What to take to class")
	grid := &brief.Grid{Header: 1, Widths: []float64{0.4, 0.6}, Rows: [][]brief.Cell{{text("文件", "File"), text("用途", "For")}}}
	uses := map[string]language.Text{
		"handout":  {ZH: "学员讲义，每人一份，不含答案", EN: "the participants’ handout, one each, without answers"},
		"map":      {ZH: "完整的论证图，A3，讨论之后再张贴", EN: "the whole map of the argument on A3, to be put up after the discussion"},
		"glossary": {ZH: "术语表，每人一份", EN: "the glossary, one each"},
	}
	counted := false
	for _, d := range g.Documents {
		name, use := d.Name+".pdf", uses[d.Name]
		switch {
		case d.Variant != "" && counted:
			continue
		case d.Variant != "":
			counted = true
			name = "worksheet-….pdf"
			n := fmt.Sprint(len(g.variants))
			use = language.Text{ZH: "工作单，共" + n + "份，每组一份，代码见后面的对照表", EN: "the worksheets, " + n + " in all, one for a group; their codes are in the key"}
		case d.Name == "worksheets":
			use = language.Text{ZH: "全部工作单，按组拆开", EN: "all worksheets; take them apart by group"}
		}
		grid.Rows = append(grid.Rows, []brief.Cell{{Same: name}, {Text: use}})
	}
	g.add(brief.Block{Kind: brief.Table, Table: grid})
}

// questions says what to expect of each question and exercise of the handout.
func (g *guide) questions() {
	grid := &brief.Grid{Header: 1, Widths: []float64{0.1, 0.14, 0.12, 0.64}, Rows: [][]brief.Cell{
		{text("页码", "Page"), text("题目", "Item"), text("用时", "Time"), text("参考要点", "What to expect")},
	}}
	total := 0
	for i := range g.source.Sections {
		for _, k := range g.source.Sections[i].Blocks {
			if k.Kind != brief.Question && k.Kind != brief.Exercise || k.For == brief.Trainer || k.Answer.IsEmpty() && k.Minutes == 0 {
				continue
			}
			page := brief.Cell{Same: "—"}
			if n := g.at[k.ID]; n > 0 {
				page = brief.Cell{Same: fmt.Sprint(n)}
			}
			time := brief.Cell{Same: "—"}
			if k.Minutes > 0 {
				time = minutes(k.Minutes)
			}
			total += k.Minutes
			expect := k.Answer
			if expect.IsEmpty() {
				expect = language.Text{ZH: "由学员自由发挥", EN: "open"}
			}
			grid.Rows = append(grid.Rows, []brief.Cell{page, {Text: g.labels[k.ID]}, time, {Text: expect}})
		}
	}
	if len(grid.Rows) == 1 {
		return
	}
	g.section("题目与参考要点", "Questions and what to expect")
	g.add(brief.Block{Kind: brief.Paragraph, Text: language.Text{
		ZH: fmt.Sprintf("题目见学员讲义，这里只写页码，不重复题目。合计%d分钟。", total),
		EN: fmt.Sprintf("The questions are in the handout; here stand their pages only. In all %d minutes.", total),
	}})
	g.add(brief.Block{Kind: brief.Table, Table: grid})
}

func minutes(n int) brief.Cell {
	if n == 1 {
		return text("1分钟", "1 minute")
	}
	return text(fmt.Sprintf("%d分钟", n), fmt.Sprintf("%d minutes", n))
}

// notes sets what the brief keeps for the trainer, under the headings of its
// sections.
func (g *guide) notes() {
	for i := range g.source.Sections {
		s := &g.source.Sections[i]
		begun := false
		for _, k := range s.Blocks {
			if k.For != brief.Trainer {
				continue
			}
			if !begun {
				g.section(s.Heading.ZH, s.Heading.EN)
				begun = true
			}
			g.add(k.Clone())
		}
	}
}

// mostNamed is how many answers the key names for a challenge.
const mostNamed = 4

// key says which worksheet has which cards, and what its group may find.
func (g *guide) key() {
	if len(g.variants) == 0 {
		return
	}
	g.section("工作单对照", "Key to the worksheets")
	told := language.Text{
		ZH: "代码印在每份工作单的第一页。各组卡片的数目和难度相同。",
		EN: "The code stands on the first page of each worksheet. All groups have cards of the same number and difficulty.",
	}
	if g.alike {
		told.ZH += "证据有限，有的组卡片相同，可以请他们互相比较。"
		told.EN += " There is little evidence, so some groups have the same cards; let them compare notes."
	}
	g.add(brief.Block{Kind: brief.Paragraph, Text: told})
	grid := &brief.Grid{Header: 1, Widths: []float64{0.14, 0.5, 0.36}, Rows: [][]brief.Cell{
		{text("代码", "Code"), text("卡片", "Cards"), text("指向的挑战", "Challenges they show")},
	}}
	for _, v := range g.variants {
		var cards, shown []language.Text
		for _, e := range v.cards {
			cards = append(cards, e.Title)
			for _, l := range g.library.Linked(e.ID, argument.Supports) {
				if l.Kind == argument.Challenge && slices.Contains(g.challenge, l.Entry) && !slices.Contains(shown, l.Title) {
					shown = append(shown, l.Title)
				}
			}
		}
		grid.Rows = append(grid.Rows, []brief.Cell{{Same: v.code}, {Text: listed(cards)}, {Text: listed(shown)}})
	}
	g.add(brief.Block{Kind: brief.Table, Table: grid})
	answers := &brief.Grid{Header: 1, Widths: []float64{0.32, 0.68}, Rows: [][]brief.Cell{
		{text("挑战", "Challenge"), text("文章的对策，先直接后间接", "What the article proposes, the most direct first")},
	}}
	for _, c := range g.challenge {
		var names []language.Text
		for i, a := range g.library.Answers(c.ID) {
			if i < mostNamed {
				names = append(names, a.Title)
			}
		}
		if len(names) == 0 {
			names = append(names, language.Text{ZH: "文章没有提出对策", EN: "the article proposes none"})
		}
		answers.Rows = append(answers.Rows, []brief.Cell{{Text: language.Text{ZH: brief.Escape(c.Title.ZH), EN: brief.Escape(c.Title.EN)}}, {Text: listed(names)}})
	}
	g.add(brief.Block{Kind: brief.Table, Table: answers})
}

// listed joins titles with semicolons.
func listed(ts []language.Text) language.Text {
	var zh, en []string
	for _, t := range ts {
		zh, en = append(zh, brief.Escape(t.ZH)), append(en, brief.Escape(t.EN))
	}
	return language.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
}
