package handout

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

// A variant is one worksheet: its code, and the cards it has.
type variant struct {
	code  string
	cards []*library.Entry
	names []string
}

// mostCards and leastCards are how many cards a worksheet has.
const (
	mostCards  = 4
	leastCards = 2
)

// worksheets makes a worksheet for each group, from the brief itself if it is
// one.
func (s *Set) worksheets(o Options, own bool) error {
	if o.Worksheet == nil && !own {
		return nil
	}
	base := s.source
	if !own {
		var ids []string
		for _, c := range s.challenge {
			ids = append(ids, c.ID)
		}
		b, _, err := template.Fill(o.Worksheet, s.library, template.Choice{Challenges: ids, ID: s.source.ID + "-worksheet", Date: s.source.Meta.Date, Lead: s.source.Meta.Lead})
		if err != nil {
			return err
		}
		base = b
		s.dress(base)
	}
	s.draw(base, o)
	var all []*brief.Brief
	for i := range s.variants {
		b := s.worksheet(base, &s.variants[i])
		all = append(all, b)
		if !o.Single {
			v := &s.variants[i]
			s.Documents = append(s.Documents, Document{Name: "worksheet-" + v.code, Audience: brief.Participant, Variant: v.code, Brief: b})
		}
	}
	if o.Single {
		s.Documents = append(s.Documents, Document{Name: "worksheets", Audience: brief.Participant, Brief: together(all, s.variants)})
	}
	return nil
}

// draw draws the cards of every group. All groups have as many cards of each
// kind, so that none has it easier; the seed decides which.
func (s *Set) draw(base *brief.Brief, o Options) {
	pool := s.pool(base)
	rnd := rand.New(rand.NewPCG(o.Seed, 0x6365_6c75_6e00))
	share := shares(pool)
	names := slices.Clone(o.Names)
	rnd.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	n := max(1, o.Variants)
	seen := map[string]bool{}
	for i := range n {
		v := variant{code: code(o.Seed, i)}
		for range mostTries { // for cards that no group has yet
			v.cards = nil
			for kind, group := range pool {
				v.cards = append(v.cards, pick(rnd, group, share[kind])...)
			}
			if key := keyOf(v.cards); !seen[key] {
				seen[key] = true
				break
			}
		}
		for j := i; j < len(names); j += n {
			v.names = append(v.names, names[j])
		}
		s.variants = append(s.variants, v)
	}
	s.alike = len(seen) < n
}

// mostTries is how often cards are drawn for a group in search of cards that
// no other has.
const mostTries = 200

func keyOf(cards []*library.Entry) string {
	var ids []string
	for _, e := range cards {
		ids = append(ids, e.ID)
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// pick draws n of a group.
func pick(rnd *rand.Rand, group []*library.Entry, n int) []*library.Entry {
	taken := slices.Clone(group)
	rnd.Shuffle(len(taken), func(i, j int) { taken[i], taken[j] = taken[j], taken[i] })
	return taken[:n]
}

// difficulty tells how hard a card is to use: a fact is at hand, an account of
// the authors has to be doubted first.
func difficulty(e *library.Entry) int {
	if e.Claim == argument.Author {
		return 1
	}
	return 0
}

// pool returns the evidence that may stand on cards, by how hard it is.
func (s *Set) pool(base *brief.Brief) [2][]*library.Entry {
	var pool [2][]*library.Entry
	var seen []string
	add := func(e *library.Entry) {
		if e.Kind == argument.EvidenceKind && !slices.Contains(seen, e.ID) && len(e.Line.Missing()) == 0 {
			seen = append(seen, e.ID)
			pool[difficulty(e)] = append(pool[difficulty(e)], e)
		}
	}
	for _, k := range slot(base, cardsSlot).Blocks {
		if k.From != nil {
			if e, ok := s.library.Get(k.From.Argument); ok {
				add(e)
			}
		}
	}
	for _, c := range s.challenge {
		for _, l := range s.library.Supports(c.ID) {
			add(l.Entry)
		}
	}
	return pool
}

// shares returns how many cards of each kind a worksheet has: as many as leave
// the most ways to draw them, so that groups differ; of as many ways, the most
// cards.
func shares(pool [2][]*library.Entry) (best [2]int) {
	most := 0.0
	for n := leastCards; n <= mostCards; n++ {
		for facts := 0; facts <= n; facts++ {
			share := [2]int{facts, n - facts}
			if ways := ways(len(pool[0]), share[0]) * ways(len(pool[1]), share[1]); ways >= most && ways > 0 {
				most, best = ways, share
			}
		}
	}
	if most == 0 { // fewer than there should be: all of them
		return [2]int{len(pool[0]), len(pool[1])}
	}
	return best
}

// ways returns in how many ways k of n can be drawn.
func ways(n, k int) float64 {
	if k > n {
		return 0
	}
	w := 1.0
	for i := range k {
		w = w * float64(n-i) / float64(i+1)
	}
	return w
}

// code returns the code of worksheet i: its letter, and four characters that
// tell one draw from another.
func code(seed uint64, i int) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%d/%d", seed, i)
	const plain = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ" // none that look alike
	n := h.Sum32()
	var b strings.Builder
	for range 4 {
		b.WriteByte(plain[n%32])
		n /= 32
	}
	return string(rune('A'+i)) + "-" + b.String()
}

// worksheet returns the worksheet of a variant.
func (s *Set) worksheet(base *brief.Brief, v *variant) *brief.Brief {
	b := Participants(base)
	b.ID += "-" + v.code
	b.Meta.Number = numbered(v)
	cards := slot(b, cardsSlot)
	old := cards.Blocks
	cards.Blocks = nil
	for _, k := range old {
		if k.Kind != brief.Evidence {
			cards.Blocks = append(cards.Blocks, k)
		}
	}
	for _, e := range v.cards {
		k := template.Take(s.library, e, argument.Line)
		k.ID, k.Answers = b.NewBlockID(), nil
		cards.Blocks = append(cards.Blocks, k)
		if src := e.Pack.Source; src.ID != "" && !slices.ContainsFunc(b.Sources, func(o argument.Source) bool { return o.ID == src.ID }) {
			b.Sources = append(b.Sources, src)
		}
	}
	if t := slot(b, taskSlot); t != nil {
		text := numbered(v)
		if len(v.names) > 0 {
			text.ZH += "。本组成员：" + brief.Escape(strings.Join(v.names, "、"))
			text.EN += ". Members: " + brief.Escape(strings.Join(v.names, ", "))
		}
		text.ZH, text.EN = text.ZH+"。", text.EN+"."
		t.Blocks = append([]brief.Block{{
			ID: b.NewBlockID(), Kind: brief.Paragraph, Text: text, State: brief.States{ZH: brief.Draft, EN: brief.Draft},
		}}, t.Blocks...)
	}
	return b
}

// numbered names a variant.
func numbered(v *variant) language.Text {
	return language.Text{ZH: "工作单 " + v.code, EN: "Worksheet " + v.code}
}

// together puts all worksheets into one brief, each from a new page on.
func together(all []*brief.Brief, variants []variant) *brief.Brief {
	b := all[0].Clone()
	b.Sections, b.Meta.Number = nil, language.Text{}
	for i, w := range all {
		for j, sec := range w.Sections {
			id := b.NewSectionID()
			if j == 0 {
				n := numbered(&variants[i])
				sec.Heading = language.Text{ZH: n.ZH + "：" + sec.Heading.ZH, EN: n.EN + ": " + sec.Heading.EN}
			}
			last := i < len(all)-1 && j == len(w.Sections)-1
			blocks := slices.Clone(sec.Blocks)
			sec.ID, sec.Blocks = id, nil
			b.Sections = append(b.Sections, sec)
			for _, k := range blocks {
				k.ID = b.NewBlockID()
				b.Sections[len(b.Sections)-1].Blocks = append(b.Sections[len(b.Sections)-1].Blocks, k)
			}
			if last {
				at := &b.Sections[len(b.Sections)-1]
				at.Blocks = append(at.Blocks, brief.Block{ID: b.NewBlockID(), Kind: brief.PageBreak})
			}
		}
		for _, src := range w.Sources {
			if !slices.ContainsFunc(b.Sources, func(o argument.Source) bool { return o.ID == src.ID }) {
				b.Sources = append(b.Sources, src)
			}
		}
	}
	return b
}
