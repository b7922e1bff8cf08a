package review

import (
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// An acronym is a row of capital letters that stands for a name.
type acronym struct {
	text     string
	from, to int  // runes of the plain text
	told     bool // what it stands for is said beside it
}

// familiar are acronyms that every reader of a policy brief knows, units of
// measure and currency among them.
var familiar = func() map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(`UN EU US UK USA UAE PRC NATO ASEAN BRICS WTO IMF OECD WHO UNESCO UNICEF APEC OPEC
		GDP GNP CPI CEO AI IT ID TV PC PDF CD DVD URL WWW USB GPS SMS DNA RNA HIV AIDS SARS COVID MBA PhD VIP NGO NGOs FAQ QA
		ISO IEC GB MB KB TB PB HZ KHZ MHZ GHZ KW MW GW KWH MWH GWH TWH KM CM MM KG MG ML PPM DPI
		USD RMB CNY EUR GBP JPY HKD AM PM AD BC BCE CE OK BBC CNN HTML XML JSON CSV API APP CPU PM2 CO DOI ISBN ISSN NO VS PS
		A3 A4 A5 DOCX YAML PPP`) {
		all[strings.ToUpper(w)] = true
	}
	return all
}()

// acronyms finds the acronyms of a text: two to six capitals, an s after them
// allowed, that are neither familiar nor a Roman number.
func acronyms(l language.Language, s *side) []acronym {
	var found []acronym
	for i := 0; i < len(s.runes); i++ {
		if !isWord(s.runes[i]) {
			continue
		}
		end, capitals, others := i, 0, 0
		for end < len(s.runes) && (isWord(s.runes[end]) || joins(s.runes, end)) {
			if s.runes[end] >= 'A' && s.runes[end] <= 'Z' {
				capitals++
			} else {
				others++
			}
			end++
		}
		word := string(s.runes[i:end])
		text := strings.TrimSuffix(word, "s")
		plural := len(word) - len(text)
		if capitals >= 2 && capitals <= 6 && others == plural && !familiar[text] && !isRoman(text) {
			found = append(found, acronym{text, i, end - plural, told(l, s, text, i, end)})
		}
		i = end
	}
	return found
}

// joins reports a mark within a word: e-mail, G20/OECD, GB/T, .org.
func joins(r []rune, i int) bool {
	switch r[i] {
	case '-', '/', '.', '&', '_', '@', '’', '\'':
		return i+1 < len(r) && isWord(r[i+1]) && i > 0 && isWord(r[i-1])
	}
	return false
}

func isRoman(s string) bool { return strings.Trim(s, "IVXLCDM") == "" }

// told reports whether the text says what an acronym stands for: it stands in
// brackets after the name, has the name in brackets after it, or the name
// with its initials stands before it.
func told(l language.Language, s *side, text string, from, to int) bool {
	at := func(i int) rune {
		if i < 0 || i >= len(s.runes) {
			return 0
		}
		return s.runes[i]
	}
	if at(from-1) == '(' || at(from-1) == '（' {
		k := from - 2
		if at(k) == ' ' {
			k--
		}
		return isWord(at(k)) || language.IsHan(at(k)) || at(k) == '”' || at(k) == '’' || at(k) == '》'
	}
	// 缩写 stands last in the brackets: （信息通信技术，ICT）
	if k := from - 1; strings.ContainsRune("，,； ", at(k)) && (at(to) == ')' || at(to) == '）') {
		return true
	}
	k := to
	if at(k) == ' ' {
		k++
	}
	if at(k) == '(' || at(k) == '（' {
		return isLetter(at(k+1)) || language.IsHan(at(k+1))
	}
	if l == language.ZH {
		return false
	}
	initials := ""
	for i := 0; i < from; i++ {
		if isLetter(s.runes[i]) && (i == 0 || !isWord(s.runes[i-1])) {
			initials += string(unicode.ToUpper(s.runes[i]))
		}
	}
	if strings.Contains(initials, text) {
		return true
	}
	// The name may leave out a small word: of, and, for.
	small := ""
	for w := range strings.FieldsSeq(string(s.runes[:from])) {
		w = strings.Trim(w, "(“‘,.;:")
		if w == "" || generic[strings.ToLower(w)] || !isLetter([]rune(w)[0]) {
			continue
		}
		small += strings.ToUpper(string([]rune(w)[0]))
	}
	return strings.Contains(small, text)
}

// expanded is check B12: an acronym in running text whose first use in a
// language does not say what it stands for. Headings and tables are too
// narrow for it, and a name told in them is told.
func (r *run) expanded() {
	for _, l := range language.Both() {
		known := map[string]bool{}
		for i := range r.pairs {
			p := &r.pairs[i]
			s := p.in(l)
			for _, a := range s.acronyms {
				if known[a.text] || p.at.Slot == brief.ContactSlot {
					continue
				}
				if a.told {
					known[a.text] = true
					continue
				}
				if p.block == nil || !isProse(p.block.Kind) || p.at.Slot != "" {
					continue
				}
				known[a.text] = true
				f := r.add("B12", Warning, in(p.at, l),
					"“"+a.text+"”在"+inChinese(l)+"里第一次出现，没有交代全称，请写作“全称（"+a.text+"）”",
					"‘"+a.text+"’ is used for the first time in the "+inEnglish(l)+" without its full name; write it out, with ‘"+a.text+"’ in brackets").on(s, a.from, a.to)
				if name := r.fullName(l, a.text); name != "" {
					as := name + " (" + a.text + ")"
					if l == language.ZH {
						as = name + "（" + a.text + "）"
					}
					r.instead(f, s, a.from, a.to, as)
				}
			}
		}
	}
}

// fullName returns the preferred rendering of the term that an acronym is an
// allowed rendering of.
func (r *run) fullName(l language.Language, text string) string {
	if r.reviewer.lexicon == nil {
		return ""
	}
	for _, t := range r.reviewer.lexicon.Terms() {
		for _, w := range append(t.EN[:len(t.EN):len(t.EN)], t.ZH...) {
			if w.Text != text {
				continue
			}
			list := t.ZH
			if l == language.EN {
				list = t.EN
			}
			for _, v := range list {
				if v.Status == argument.Preferred && v.Text != text {
					return v.Text
				}
			}
		}
	}
	return ""
}

// isProse reports the kinds of block that hold running text.
func isProse(k brief.Kind) bool {
	switch k {
	case brief.Paragraph, brief.Argument, brief.Evidence, brief.List, brief.KeyMessages, brief.Question, brief.Exercise:
		return true
	}
	return false
}
