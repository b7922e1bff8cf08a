package pdf

import (
	"fmt"
	"strings"

	"celun/app/language"
	"celun/app/typeset"
)

// maxNamed is how many missing characters a message names with their places;
// the rest are counted.
const maxNamed = 5

// refuseMissing returns the problem of a document with characters that no
// face has, or nil.
func refuseMissing(doc *typeset.Document) error {
	if len(doc.Missing) == 0 {
		return nil
	}
	var zh, en []string
	named := map[rune]bool{}
	more := 0
	for _, m := range doc.Missing {
		if named[m.Rune] {
			continue
		}
		named[m.Rune] = true
		if len(zh) == maxNamed {
			more++
			continue
		}
		where := language.Text{ZH: "首节之前", EN: "before the first section"}
		if m.Section > 0 {
			where = language.Text{ZH: fmt.Sprintf("第 %d 节", m.Section), EN: fmt.Sprintf("section %d", m.Section)}
		}
		context := strings.TrimSpace(m.Context)
		if context == "" {
			zh = append(zh, fmt.Sprintf("%s（%s）", show(m.Rune), where.ZH))
			en = append(en, fmt.Sprintf("%s (%s)", show(m.Rune), where.EN))
			continue
		}
		zh = append(zh, fmt.Sprintf("%s（%s，“%s”）", show(m.Rune), where.ZH, context))
		en = append(en, fmt.Sprintf("%s (%s, “%s”)", show(m.Rune), where.EN, context))
	}
	what := language.Text{
		ZH: "字体中没有下列字符，未导出：" + strings.Join(zh, "；"),
		EN: "No typeface has these characters, so nothing was exported: " + strings.Join(en, "; "),
	}
	if more > 0 {
		what.ZH += fmt.Sprintf("；另有 %d 个", more)
		what.EN += fmt.Sprintf("; and %d more", more)
	}
	return &language.Problem{
		What: what,
		Do: language.Text{
			ZH: "请改用其他字符，或删去后再导出",
			EN: "Replace or remove them and export again",
		},
	}
}

// noGlyph is the problem of one character met while drawing. The layout finds
// them first; this is the second lock on the same door.
func noGlyph(r rune, page int, text string) error {
	return &language.Problem{
		What: language.Text{
			ZH: fmt.Sprintf("字体中没有字符 %s（第 %d 页，“%s”），未导出", show(r), page, text),
			EN: fmt.Sprintf("No typeface has the character %s (page %d, “%s”), so nothing was exported", show(r), page, text),
		},
		Do: language.Text{
			ZH: "请改用其他字符，或删去后再导出",
			EN: "Replace or remove it and export again",
		},
	}
}

// show writes a character with its number, since one that no face has may
// well not be shown where the message is read.
func show(r rune) string {
	if r < ' ' || r == 0x7F {
		return fmt.Sprintf("%U", r)
	}
	return fmt.Sprintf("%c %U", r, r)
}
