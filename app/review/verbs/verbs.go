// Package verbs tells whether a text says that something is to be done: 完善
// 数据安全法规 and ‘Set rules for data security’ do, 数据安全法规的完善 and
// ‘Rules for data security’ only name it.
//
//	verbs.In(language.ZH, "平台建设方案") // No
//
// It goes by lists of verbs and by where they stand. Where it cannot tell it
// says so, since an alarm that is false costs more than one that is missed.
package verbs

import (
	_ "embed"
	"strings"
	"sync"

	"celun/app/language"
)

// An Answer says whether a text has a verb of action.
type Answer int

// The answers.
const (
	Unknown Answer = iota
	Yes
	No
)

// In tells whether a text in l, without markup, says that something is to be
// done.
func In(l language.Language, text string) Answer {
	if strings.TrimSpace(text) == "" {
		return Unknown
	}
	if l == language.EN {
		return english(text)
	}
	return chinese(text)
}

//go:embed zh.txt
var zhList string

//go:embed en.txt
var enList string

var (
	zhVerbs = sync.OnceValue(func() map[string]bool { return listed(zhList) })
	enVerbs = sync.OnceValue(func() map[string]bool { return listed(enList) })
)

// listed reads a list of words: those of each line that is no remark.
func listed(list string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			all[w] = true
		}
	}
	return all
}

// words makes a set of the words of a text.
func words(text string) map[string]bool { return listed(text) }
