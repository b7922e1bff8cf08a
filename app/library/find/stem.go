package find

import "strings"

// stem takes the endings off a folded English word, so that "challenges",
// "challenge" and "challenging" are one. It goes by Porter's rules (M. F.
// Porter, An algorithm for suffix stripping, 1980) with one of our own before
// them: -acy, -atic and -at count as -ate, for diplomacy is what diplomats do.
// Words with other letters than a to z are their own stems.
func stem(w string) string {
	if len(w) < 3 || len(w) > 40 {
		return w
	}
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return w
		}
	}
	w = plural(w)
	w = pastAndGerund(w)
	if strings.HasSuffix(w, "y") && hasVowel(w[:len(w)-1]) {
		w = w[:len(w)-1] + "i"
	}
	w = office(w)
	w = replace(w, doubleEndings)
	w = replace(w, singleEndings)
	w = residue(w)
	if strings.HasSuffix(w, "e") {
		base := w[:len(w)-1]
		if m := measure(base); m > 1 || m == 1 && !endsCVC(base) {
			w = base
		}
	}
	if measure(w) > 1 && strings.HasSuffix(w, "ll") {
		w = w[:len(w)-1]
	}
	return w
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ies"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"):
		return w
	}
	return strings.TrimSuffix(w, "s")
}

func pastAndGerund(w string) string {
	if base, ok := strings.CutSuffix(w, "eed"); ok {
		if measure(base) > 0 {
			return w[:len(w)-1]
		}
		return w
	}
	base, ok := strings.CutSuffix(w, "ed")
	if !ok {
		base, ok = strings.CutSuffix(w, "ing")
	}
	if !ok || !hasVowel(base) {
		return w
	}
	n := len(base)
	switch {
	case strings.HasSuffix(base, "at"), strings.HasSuffix(base, "bl"), strings.HasSuffix(base, "iz"), strings.HasSuffix(base, "is"):
		return base + "e" // is: organising as organizing
	case n > 1 && base[n-1] == base[n-2] && isConsonant(base, n-1) && !strings.ContainsRune("lsz", rune(base[n-1])):
		return base[:n-1]
	case measure(base) == 1 && endsCVC(base):
		return base + "e"
	}
	return base
}

// office is the rule of our own.
func office(w string) string {
	for _, ending := range []string{"aci", "atic", "at"} {
		if base, ok := strings.CutSuffix(w, ending); ok && measure(base) > 1 || ok && ending != "at" && measure(base) > 0 {
			return base + "ate"
		}
	}
	return w
}

// An ending and what stands for it; the first that fits is the only one tried.
type ending struct{ from, to string }

var doubleEndings = []ending{
	{"ational", "ate"},
	{"tional", "tion"},
	{"enci", "ence"},
	{"anci", "ance"},
	{"izer", "ize"},
	{"iser", "ize"},
	{"abli", "able"},
	{"alli", "al"},
	{"entli", "ent"},
	{"eli", "e"},
	{"ousli", "ous"},
	{"ization", "ize"},
	{"isation", "ize"},
	{"ation", "ate"},
	{"ator", "ate"},
	{"alism", "al"},
	{"iveness", "ive"},
	{"fulness", "ful"},
	{"ousness", "ous"},
	{"aliti", "al"},
	{"iviti", "ive"},
	{"biliti", "ble"},
	{"ise", "ize"},
}

var singleEndings = []ending{
	{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
}

func replace(w string, endings []ending) string {
	for _, e := range endings {
		if base, ok := strings.CutSuffix(w, e.from); ok {
			if measure(base) > 0 {
				return base + e.to
			}
			return w
		}
	}
	return w
}

func residue(w string) string {
	for _, e := range [...]string{
		"ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
		"al", "er", "ic", "ou",
	} {
		if base, ok := strings.CutSuffix(w, e); ok {
			if measure(base) > 1 {
				return base
			}
			return w
		}
	}
	if base, ok := strings.CutSuffix(w, "ion"); ok && measure(base) > 1 &&
		(strings.HasSuffix(base, "s") || strings.HasSuffix(base, "t")) {
		return base
	}
	return w
}

func isConsonant(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	case 'y':
		return i == 0 || !isConsonant(w, i-1)
	}
	return true
}

func hasVowel(w string) bool {
	for i := range len(w) {
		if !isConsonant(w, i) {
			return true
		}
	}
	return false
}

// measure counts how often vowels are followed by consonants.
func measure(w string) int {
	m := 0
	for i := 1; i < len(w); i++ {
		if isConsonant(w, i) && !isConsonant(w, i-1) {
			m++
		}
	}
	return m
}

// endsCVC reports an ending such as in "hop", after which an e fell away.
func endsCVC(w string) bool {
	n := len(w)
	return n > 2 && isConsonant(w, n-3) && !isConsonant(w, n-2) && isConsonant(w, n-1) &&
		!strings.ContainsRune("wxy", rune(w[n-1]))
}
