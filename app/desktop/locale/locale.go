// Package locale gives Fyne a language that it knows where the system's locale
// is C or POSIX, as in C.UTF-8: Fyne would say on standard error that "C" is
// no language. Fyne looks while packages are initialised, so this is done then
// too, and before it: packages whose imports are ready are initialised in the
// order of their paths, and this one imports nothing but what Fyne imports.
//
//	import _ "celun/app/desktop/locale"
package locale

import (
	"os"
	"strings"
)

func init() {
	name(os.Getenv, func(name, value string) { _ = os.Setenv(name, value) })
}

// name sets LANGUAGE, which Fyne reads before the others, where what it would
// find is C or POSIX.
func name(getenv func(string) string, setenv func(name, value string)) {
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		first, _, _ := strings.Cut(value, ":")
		bare, _, _ := strings.Cut(first, ".")
		if bare == "C" || bare == "POSIX" {
			setenv("LANGUAGE", "en")
		}
		return
	}
}
