package review

import (
	"regexp"
	"strings"

	"celun/app/language"
)

// A modal is a duty, a leave or a ban that one language states and the other
// turns into something else.
type modal struct {
	language language.Language // which side it is found on
	Range
	zh, en string // how the sides differ
}

var (
	banned   = regexp.MustCompile(`不得(?:[^不已而]|$)|严禁|禁止|不准|不许|切勿`)
	binding  = regexp.MustCompile(`必须|务必|应当`)
	duty     = regexp.MustCompile(`必|须|应|需|要|得|一定|请|务`)
	negative = regexp.MustCompile(`不|禁|勿|莫|无|未|非|没|免|防止|杜绝|拒绝|停|止|戒|否|拒`)

	denies  = regexp.MustCompile(`(?i)\b(?:not|no|never|nor|neither|without|cannot|none|nothing|ban|bans|banned|banning|bar|bars|barred|forbid\w*|prohibit\w*|prevent\w*|disallow\w*|refrain\w*|avoid\w*|outlaw\w*|illegal\w*|unlawful\w*|off[- ]limits|ruled? out|exclud\w*|refus\w*|impermissible|unless|stop\w*|keep\w* out|rather than|instead of)\b|n[’']t\b`)
	forbids = regexp.MustCompile(`\b(?:must|shall) not\b|\bmustn[’']t\b|\b(?:is|are|be) (?:strictly )?(?:prohibited|forbidden|banned)\b`)
	obliges = regexp.MustCompile(`\b(?:must|shall)\b`)
	permits = regexp.MustCompile(`\b(?:may|can|could|might|is allowed to|are allowed to|is free to|are free to)\b`)
	strong  = regexp.MustCompile(`(?i)\b(?:must|shall|should|ought|ha(?:ve|s|d) to|need|needs|needed|require\w*|oblig\w*|mandatory|necessary|essential|is to|are to|be sure|compulsory|calls? for|insist\w*|demand\w*|vital|duty|only if|imperative|cannot)\b`)
)

// modals finds where one side forbids and the other does not, and where one
// obliges and the other only permits. It looks at whole texts: words of duty
// are too many for more than the plain cases.
func modals(g *reading) []modal {
	var found []modal
	zh, en := g.zh.text, g.en.text
	add := func(l language.Language, at []int, saysZH, saysEN string) {
		s := g.in(l)
		text := s.text
		from := len([]rune(text[:at[0]]))
		found = append(found, modal{l, Range{from, from + len([]rune(text[at[0]:at[1]]))}, saysZH, saysEN})
	}
	// Most texts have none of these words, so that they are looked for before
	// anything slower.
	if at := find(banned, zh, "不得", "严禁", "禁止", "不准", "不许", "切勿"); at != nil && !denies.MatchString(en) {
		// What follows 不得 was looked at as well.
		at[1] = at[0] + len("不得")
		add(language.ZH, at, "中文是禁止，英文没有否定", "The Chinese forbids and the English has no negative")
	}
	if at := find(forbids, en, " not", "mustn", "prohibited", "forbidden", "banned"); at != nil && !negative.MatchString(zh) {
		add(language.EN, at, "英文是禁止，中文没有否定", "The English forbids and the Chinese has no negative")
	}
	if at := find(binding, zh, "必须", "务必", "应当"); at != nil && !strings.Contains(zh, "可以") && permits.MatchString(en) && !strong.MatchString(en) {
		add(language.ZH, at, "中文是必须，英文只是可以", "The Chinese obliges and the English only permits")
	}
	if at := find(obliges, en, "must", "shall"); at != nil && strings.Contains(zh, "可以") && !duty.MatchString(zh) && !forbids.MatchString(en) {
		add(language.EN, at, "英文是必须，中文只是可以", "The English obliges and the Chinese only permits")
	}
	return found
}

// find finds an expression in a text that has one of some words.
func find(e *regexp.Regexp, text string, words ...string) []int {
	if !says(text, words...) {
		return nil
	}
	return e.FindStringIndex(text)
}

// modality is check B13.
func (r *run) modality(p *pair) {
	for i := range p.modals {
		m := &p.modals[i]
		s := p.in(m.language)
		word := string(s.runes[m.From:m.To])
		r.add("B13", Warning, in(p.at, m.language),
			m.zh+"（“"+word+"”），请核对语气", m.en+" (‘"+word+"’); check the force of both").of(m.en, word).on(s, m.From, m.To)
	}
}
