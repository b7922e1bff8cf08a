//go:build ignore

// Planted makes of the finished sample a brief as an editor gets it, with
// faults in it, and an article to hold its quotations against:
//
//	go run .ci/planted.go SAMPLE.celun BRIEF.celun ARTICLE.txt
//
// The faults: a countermeasure under a challenge that it does not answer, a
// paraphrase in quotation marks, one of several renderings of a term that is
// to be avoided, a text behind its twin, a section longer than it reads best, a
// recommendation without an owner and one that is due before the brief is
// written.
package main

import (
	"fmt"
	"os"
	"slices"

	"celun/app/brief"
	"celun/app/language"
)

// The article has what the brief puts into quotation marks in other words.
const article = `数字外交的中国特色与实践

韩笑, 吴志成

国家依然是数字外交的主要行为体。网络服务商、技术专家和国际组织掌握着关键的技术与规则资源。
`

func main() {
	if len(os.Args) != 4 {
		fail(fmt.Errorf("usage: planted SAMPLE.celun BRIEF.celun ARTICLE.txt"))
	}
	b, err := brief.Open(os.Args[1])
	fail(err)
	plant(b)
	fail(brief.Save(os.Args[2], b, nil))
	fail(os.WriteFile(os.Args[3], []byte(article), 0o644))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "planted:", err)
		os.Exit(1)
	}
}

func plant(b *brief.Brief) {
	// The countermeasure to the third challenge stands under the second.
	misplaced := taken(b, "M2.1", "C3")
	under := find(b, func(k *brief.Block) bool { return from(k) == "M6" })
	under.section.Blocks = slices.Insert(under.section.Blocks, under.index+1, misplaced)

	// Retold, and in quotation marks all the same.
	actors := paragraph(b, "context", 1)
	actors.Text.ZH = "国家仍是主要行为体，却不再独掌资源。作者写道，“网络服务商、技术专家和国际组织掌握着重要的技术与规则资源”[^han-wu]。"
	actors.Text.EN = "States remain the main actors but no longer command every resource. The authors write that service providers, technical experts and international organisations hold key resources in technology and rules.[^han-wu]"

	// One term, four times, and once in words to avoid; the last makes its
	// section too long in English.
	add := func(k *brief.Block, zh, en string) {
		k.Text = language.Text{ZH: k.Text.ZH + zh, EN: k.Text.EN + " " + en}
	}
	add(paragraph(b, "summary", 0), "其中，公共外交变化最快。", "Public diplomacy changes fastest among its fields.")
	add(paragraph(b, "context", 0), "公共外交也随之转到线上。", "Public diplomacy has moved online with it.")
	add(paragraph(b, "context", 3), "公共外交的受众因此更难预料。", "The audiences of people’s diplomacy are harder to foresee for it.")
	add(paragraph(b, "risks", 1), "公共外交账号的使用情况一并报告。", "How accounts for public diplomacy are used is reported along with it.")

	// Written after its twin, which was not looked at again.
	paragraph(b, "next-step", 0).State.EN = brief.Stale

	advice := all(b, func(k *brief.Block) bool { return k.Recommendation != nil })
	advice[1].Recommendation.TimeFrame = language.Text{ZH: "2025年6月30日前", EN: "By 30 June 2025"}
	advice[2].Recommendation.Owner = language.Text{}
}

// A place is where a block stands.
type place struct {
	section *brief.Section
	index   int
}

func find(b *brief.Brief, is func(*brief.Block) bool) place {
	for i := range b.Sections {
		if j := slices.IndexFunc(b.Sections[i].Blocks, func(k brief.Block) bool { return is(&k) }); j >= 0 {
			return place{&b.Sections[i], j}
		}
	}
	fail(fmt.Errorf("the sample is another one"))
	return place{}
}

func all(b *brief.Brief, is func(*brief.Block) bool) []*brief.Block {
	var found []*brief.Block
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if k := &b.Sections[i].Blocks[j]; is(k) {
				found = append(found, k)
			}
		}
	}
	return found
}

func from(k *brief.Block) string {
	if k.From == nil {
		return ""
	}
	return k.From.Argument
}

// taken takes the block of an argument that answers a challenge out.
func taken(b *brief.Brief, argument, challenge string) brief.Block {
	at := find(b, func(k *brief.Block) bool { return from(k) == argument && slices.Contains(k.Answers, challenge) })
	k := at.section.Blocks[at.index]
	at.section.Blocks = slices.Delete(at.section.Blocks, at.index, at.index+1)
	return k
}

// paragraph returns a paragraph of a section by its number.
func paragraph(b *brief.Brief, slot string, n int) *brief.Block {
	for i := range b.Sections {
		if s := &b.Sections[i]; s.Slot == slot {
			for j := range s.Blocks {
				if s.Blocks[j].Kind != brief.Paragraph {
					continue
				}
				if n == 0 {
					return &s.Blocks[j]
				}
				n--
			}
		}
	}
	fail(fmt.Errorf("the sample is another one: %s", slot))
	return nil
}
