package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// Others is an author that stands for those who are not named.
var Others = language.Text{ZH: "等", EN: "et al."}

// names returns the names of people in the language of the entry, and whether
// there are others that are not named.
func (e entry) names(people []language.Text) (names []string, others bool) {
	for _, p := range people {
		if p == Others {
			others = true
			continue
		}
		if name := in(p, e.item); name != "" {
			names = append(names, name)
		}
	}
	return names, others
}

// split parts a name that is written with the family name first: Smith,
// John A. is Smith and John A. Jr and the like stand between two commas.
func split(name string) (family, given, suffix string, ok bool) {
	if strings.ContainsFunc(name, language.IsHan) {
		return "", "", "", false
	}
	parts := strings.Split(name, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	switch {
	case len(parts) == 2 && parts[0] != "" && parts[1] != "":
		return parts[0], parts[1], "", true
	case len(parts) == 3 && parts[0] != "" && parts[2] != "":
		return parts[0], parts[2], parts[1], true
	}
	return "", "", "", false
}

// initials returns the first letters of given names: J A of John A., and J-L
// of Jean-Luc if hyphens are kept.
func initials(given, stop, between string, hyphen bool) string {
	var out []string
	for _, name := range strings.FieldsFunc(given, func(r rune) bool { return r == ' ' || r == '.' || r == '\u00a0' }) {
		var letters []string
		for part := range strings.SplitSeq(name, "-") {
			if r, _ := utf8.DecodeRuneInString(part); r != utf8.RuneError && unicode.IsLetter(r) {
				letters = append(letters, string(unicode.ToUpper(r))+stop)
			}
		}
		if len(letters) == 0 {
			continue
		}
		if hyphen {
			out = append(out, strings.Join(letters, "-"))
		} else {
			out = append(out, letters...)
		}
	}
	return strings.Join(out, between)
}

// hasHan reports whether a list of names is written in hanzi.
func hasHan(names []string) bool {
	for _, n := range names {
		if strings.ContainsFunc(n, language.IsHan) {
			return true
		}
	}
	return false
}
