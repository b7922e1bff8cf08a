package review

import (
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// terms is check B6: a rendering that the terms at hand say to avoid, and a
// term that is rendered by something near the preferred rendering.
func (r *run) terms(p *pair) {
	for _, l := range language.Both() {
		s := p.in(l)
		for i := range s.uses {
			u := &s.uses[i]
			if !avoided(u) || r.defines(p, u) {
				continue
			}
			zh, en := "“"+u.Text+"”是应避免的说法", "‘"+u.Text+"’ is to be avoided"
			as := instead(u)
			if l == language.EN && begins(s, u.From) {
				as = title(as)
			}
			if as != "" {
				zh, en = zh+"，请用“"+as+"”", en+"; write ‘"+as+"’"
			} else {
				zh, en = zh+"，请换一种说法", en+"; say it in another way"
			}
			if reason := r.reason(u); !reason.IsEmpty() {
				zh, en = zh+"（"+strings.TrimRight(reason.ZH, "。")+"）", en+" ("+strings.TrimRight(reason.EN, ".")+")"
			}
			f := r.add("B6", Error, in(p.at, l), zh, en).on(s, u.From, u.To)
			if as != "" {
				r.instead(f, s, u.From, u.To, as)
			}
		}
	}
	r.unlike(p)
}

// defines reports whether a use stands in a list of terms: the one place
// where one may say what not to say.
func (r *run) defines(p *pair, _ *library.Use) bool {
	return p.block != nil && p.block.Kind == brief.TermList
}

// reason returns why a rendering is to be avoided.
func (r *run) reason(u *library.Use) language.Text {
	t := r.reviewer.lexicon.Terms()[u.Terms[0]]
	if len(t.Reason.Missing()) > 0 {
		return language.Text{}
	}
	return t.Reason
}

// instead returns the preferred rendering in the number and case of a use.
func instead(u *library.Use) string {
	as := u.Instead
	if as == "" {
		return ""
	}
	if u.Inflected {
		given, used := strings.ToLower(u.As), strings.ToLower(u.Text)
		switch {
		case strings.HasSuffix(given, "ies") && strings.HasSuffix(used, "y"):
			if base, ok := strings.CutSuffix(as, "ies"); ok {
				as = base + "y"
			}
		case strings.HasSuffix(given, "s") && !strings.HasSuffix(used, "s"):
			as = strings.TrimSuffix(as, "s")
		case !strings.HasSuffix(given, "s") && strings.HasSuffix(used, "s") && !strings.HasSuffix(as, "s"):
			as += "s"
		}
	}
	first := []rune(u.Text)[0]
	if unicode.IsUpper(first) && !unicode.IsUpper([]rune(u.As)[0]) {
		runes := []rune(as)
		runes[0] = unicode.ToUpper(runes[0])
		as = string(runes)
	}
	return as
}

// begins reports whether a sentence begins at a place of a text.
func begins(s *side, at int) bool {
	for i := at - 1; i >= 0; i-- {
		switch c := s.runes[i]; {
		case strings.ContainsRune(" ‘“(\t", c):
		default:
			return strings.ContainsRune(".!?\n", c)
		}
	}
	return true
}

// unlike is the other half of B6: the Chinese has a term, and the English has
// a word of its preferred rendering beside another word, where it has no
// rendering of it at all: digital gap for 数字鸿沟, which is digital divide.
func (r *run) unlike(p *pair) {
	if r.reviewer.lexicon == nil || len(p.zh.uses) == 0 || p.en.empty {
		return
	}
	has := map[int]bool{}
	taken := make([]bool, len(p.en.runes)+1) // by a term
	for i := range p.en.uses {
		u := &p.en.uses[i]
		for _, n := range u.Terms {
			has[n] = true
		}
		for k := u.From; k < u.To; k++ {
			taken[k] = true
		}
	}
	said := map[int]bool{}
	for i := range p.zh.uses {
		u := &p.zh.uses[i]
		if avoided(u) || len([]rune(u.Text)) < 3 || len(u.Terms) != 1 || has[u.Terms[0]] || said[u.Terms[0]] {
			continue
		}
		said[u.Terms[0]] = true
		t := &r.reviewer.lexicon.Terms()[u.Terms[0]]
		preferred := ""
		for _, w := range t.EN {
			if w.Status == argument.Preferred && preferred == "" {
				preferred = w.Text
			}
		}
		near, from, to := nearMiss(&p.en, preferred, taken)
		if near == "" {
			continue
		}
		f := r.add("B6", Warning, in(p.at, language.EN),
			"“"+u.Text+"”的首选译法是“"+preferred+"”，英文写作“"+near+"”，请统一",
			"The preferred rendering of “"+u.Text+"” is ‘"+preferred+"’, and the English has ‘"+near+"’; make them alike").on(&p.en, from, to)
		r.instead(f, &p.en, from, to, preferred)
	}
}

// generic are last words that any phrase may have instead of a term's.
var generic = map[string]bool{"of": true, "and": true, "in": true, "for": true, "to": true, "the": true, "with": true, "on": true, "by": true, "are": true, "is": true, "as": true, "at": true, "from": true, "or": true, "that": true, "which": true, "has": true, "have": true, "will": true, "can": true, "could": true, "would": true}

// nearMiss finds the first word of a rendering of two words before another
// noun than its own, as in a phrase that stands in its place: digital gap for
// digital divide. Nothing if the last word of the rendering is anywhere in
// the text, for then it was said in another way.
func nearMiss(s *side, preferred string, taken []bool) (near string, from, to int) {
	words := strings.Fields(strings.ToLower(preferred))
	if len(words) != 2 {
		return "", 0, 0
	}
	low := strings.ToLower(s.text)
	stem := words[1][:min(len(words[1]), 5)]
	if strings.Contains(low, stem) {
		return "", 0, 0
	}
	for i := 0; i < len(s.runes); i++ {
		if i > 0 && isWord(s.runes[i-1]) || !hasPrefixFold(s.runes[i:], words[0]) {
			continue
		}
		j := i + len(words[0])
		if j >= len(s.runes) || s.runes[j] != ' ' {
			continue
		}
		k := j + 1
		for k < len(s.runes) && (isLetter(s.runes[k]) || s.runes[k] == '-') {
			k++
		}
		next := strings.ToLower(string(s.runes[j+1 : k]))
		if len(next) < 3 || generic[next] || taken[i] || taken[j+1] || !synonym(words[1], next) {
			continue
		}
		return string(s.runes[i:k]), i, k
	}
	return "", 0, 0
}

// synonyms are nouns that are written for each other when a term is not
// looked up.
var synonyms = [][]string{
	{"divide", "gap", "gulf", "chasm", "rift", "disparity"},
	{"dividends", "bonus", "bonuses", "benefits", "gains", "dividend", "bonanza"},
	{"diplomacy", "foreign-policy", "statecraft", "relations"},
	{"sovereignty", "autonomy", "independence"},
	{"governance", "government", "management", "administration", "regulation"},
	{"economy", "economics"},
	{"technology", "technique", "techniques", "tech", "science"},
	{"security", "safety"},
	{"order", "regime", "system"},
	{"power", "strength", "force", "might"},
	{"services", "affairs", "business"},
	{"protection", "defence", "safeguards"},
	{"hegemony", "dominance", "domination", "supremacy"},
	{"infrastructure", "facilities", "foundation"},
	{"brief", "report", "bulletin", "briefing"},
	{"image", "picture", "portrait"},
	{"building", "construction", "development"},
	{"community", "commonwealth", "society"},
	{"media", "networks", "platforms"},
	{"paper", "book"},
}

// synonym reports whether one noun may have been written for another.
func synonym(noun, other string) bool {
	for _, set := range synonyms {
		a, b := false, false
		for _, w := range set {
			a, b = a || w == noun, b || w == other
		}
		if a && b {
			return noun != other
		}
	}
	return false
}

func hasPrefixFold(runes []rune, word string) bool {
	n := 0
	for _, w := range word {
		if n >= len(runes) || unicode.ToLower(runes[n]) != w {
			return false
		}
		n++
	}
	return true
}
