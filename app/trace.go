package app

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// Trace returns a copy of a brief with an appendix: each sentence that rests
// on an argument of the library, with what supports it and where the article
// has it. The brief itself stays as it is. An argument that the library does
// not have is named by its id.
func (a *App) Trace(b *brief.Brief) (*brief.Brief, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	c := b.Clone()
	t := tracer{lib: lib, brief: c}
	var rows [][]brief.Cell
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if k := &b.Sections[i].Blocks[j]; k.From != nil {
				rows = append(rows, t.rows(k)...)
			}
		}
	}
	s := brief.Section{
		ID: c.NewSectionID(), Unnumbered: true,
		Heading: language.Text{ZH: "附录：语句与论据的来处", EN: "Appendix: where each sentence comes from"},
	}
	if len(rows) == 0 {
		s.Blocks = append(s.Blocks, t.block(brief.Paragraph, language.Text{
			ZH: "本简报没有取自论证库的语句。",
			EN: "No sentence of this brief was taken from the library of arguments.",
		}))
		c.Sections = append(c.Sections, s)
		return c, nil
	}
	intro := language.Text{
		ZH: "下表按正文次序列出取自论证库的每一句话、它依据的论点、支持它的证据，以及在文章中的位置。段数从该级标题下的第一段算起。",
		EN: "In the order of the text, the table lists each sentence taken from the library of arguments, the argument it rests on, the evidence for it, and its place in the article. Paragraphs are counted from the first under their heading.",
	}
	if t.pageless {
		intro.ZH += "未写页码的，是论据包没有记录印刷页码。"
		intro.EN += " Where no page is given, the pack does not record the printed page."
	}
	table := t.block(brief.Table, language.Text{})
	table.Table = &brief.Grid{
		Caption: language.Text{ZH: "语句、论点与证据", EN: "Sentences, arguments and evidence"},
		Header:  1, Widths: []float64{0.38, 0.26, 0.36},
		Rows: append([][]brief.Cell{{
			{Text: language.Text{ZH: "语句", EN: "Sentence"}},
			{Text: language.Text{ZH: "论点及其位置", EN: "Argument and place"}},
			{Text: language.Text{ZH: "证据及其位置", EN: "Evidence and place"}},
		}}, rows...),
	}
	s.Blocks = append(s.Blocks, t.block(brief.Paragraph, intro), table)
	c.Sections = append(c.Sections, s)
	return c, nil
}

// A tracer makes the rows of the appendix.
type tracer struct {
	lib      *library.Library
	brief    *brief.Brief
	pageless bool // a place without a printed page was met
}

func (t *tracer) block(k brief.Kind, text language.Text) brief.Block {
	return brief.Block{ID: t.brief.NewBlockID(), Kind: k, Text: text}
}

// rows returns a row for each sentence of a block.
func (t *tracer) rows(b *brief.Block) [][]brief.Cell {
	rest, support := language.Text{ZH: b.From.Argument, EN: b.From.Argument}, language.Text{}
	if e, ok := t.lib.Get(b.From.Argument); ok && e.Pack.ID == b.From.Pack {
		at := t.place(e.Place)
		rest = language.Text{ZH: e.Title.ZH + "（" + e.ID + "，" + at.ZH + "）", EN: e.Title.EN + " (" + e.ID + ", " + at.EN + ")"}
		if e.Claim == argument.Author {
			rest.ZH += "；作者观点"
			rest.EN += "; the author’s view"
		}
		support = t.evidence(e)
	}
	var out [][]brief.Cell
	for _, s := range pairSentences(b.Text) {
		out = append(out, []brief.Cell{{Text: s}, {Text: rest}, {Text: support}})
	}
	return out
}

// evidence says what supports an argument, each piece with its own place;
// evidence itself is its own.
func (t *tracer) evidence(e *library.Entry) language.Text {
	var zh, en []string
	for _, s := range t.lib.Supports(e.ID) {
		if s.Evidence == nil {
			continue
		}
		at := t.place(s.Place)
		zh = append(zh, s.Title.ZH+"（"+s.ID+"，"+at.ZH+"）")
		en = append(en, s.Title.EN+" ("+s.ID+", "+at.EN+")")
	}
	if len(zh) > 0 {
		return language.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
	}
	if e.Evidence != nil {
		return language.Text{ZH: "本句即证据", EN: "The sentence is itself evidence"}
	}
	return language.Text{ZH: "文中未给数据", EN: "The article gives no figures"}
}

// place says where the article has something.
func (t *tracer) place(p argument.Place) language.Text {
	if p.Section == "" {
		return language.Text{ZH: "位置不详", EN: "place unknown"}
	}
	text := language.Text{ZH: p.Section, EN: "§ " + p.Section}
	if p.Paragraph > 0 {
		text.ZH += fmt.Sprintf("第%d段", p.Paragraph)
		text.EN += fmt.Sprintf(", para. %d", p.Paragraph)
	}
	if p.Page == "" {
		t.pageless = true
		return text
	}
	text.ZH += "，第" + p.Page + "页"
	text.EN += ", p. " + p.Page
	return text
}

// pairSentences pairs the sentences of the two languages; if one has more
// than the other the texts stay whole, since nothing says which belong
// together.
func pairSentences(t language.Text) []language.Text {
	zh, en := sentences(t.ZH), sentences(t.EN)
	if len(zh) > 0 && len(en) > 0 && len(zh) != len(en) {
		return []language.Text{t}
	}
	out := make([]language.Text, max(len(zh), len(en)))
	for i := range zh {
		out[i].ZH = zh[i]
	}
	for i := range en {
		out[i].EN = en[i]
	}
	return out
}

// sentences cuts a text after 。！？ and after . ! ? before a space and a
// capital, quotation marks and citations included. An abbreviation before a
// name (Dr. Han) is rare in briefs and costs a cut in the wrong place, no text.
func sentences(s string) []string {
	var out []string
	start := 0
	for i, r := range s {
		if !strings.ContainsRune("。！？.!?", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(s) { // what closes the sentence
			c, n := utf8.DecodeRuneInString(s[end:])
			if strings.HasPrefix(s[end:], "[^") {
				if n = strings.IndexByte(s[end:], ']') + 1; n == 0 {
					break
				}
			} else if !strings.ContainsRune("”’」』）)\"*。！？.!?", c) {
				break
			}
			end += n
		}
		if end <= start || r < 0x80 && !beginsAnew(s[end:]) {
			continue
		}
		if text := strings.TrimSpace(s[start:end]); text != "" {
			out = append(out, text)
		}
		start = end
	}
	if text := strings.TrimSpace(s[start:]); text != "" {
		out = append(out, text)
	}
	return out
}

// beginsAnew reports whether a text after a full stop begins a sentence.
func beginsAnew(s string) bool {
	rest := strings.TrimLeft(s, " \n")
	if rest == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "“‘\"*("))
	return len(rest) < len(s) && (unicode.IsUpper(r) || unicode.IsDigit(r))
}
