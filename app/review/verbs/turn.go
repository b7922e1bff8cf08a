package verbs

import (
	"strings"

	"celun/app/language"
)

// turned are nouns made of verbs, with their verbs.
var turned = map[string]string{
	"development": "develop", "improvement": "improve", "establishment": "establish", "enhancement": "enhance", "enforcement": "enforce", "strengthening": "strengthen",
	"management": "manage", "recruitment": "recruit", "deployment": "deploy", "adjustment": "adjust", "assessment": "assess", "implementation": "implement",
	"protection": "protect", "promotion": "promote", "creation": "create", "integration": "integrate", "regulation": "regulate", "supervision": "supervise",
	"publication": "publish", "reduction": "reduce", "expansion": "expand", "coordination": "coordinate", "evaluation": "evaluate", "adoption": "adopt", "revision": "revise",
	"construction": "construct", "formulation": "formulate", "review": "review", "removal": "remove", "building": "build", "training": "train", "setting": "set", "making": "make",
	"monitoring": "monitor", "sharing": "share", "widening": "widen", "reform": "reform", "provision": "provide", "prevention": "prevent",
}

// Turn turns a name into what is to be done, if that can be said for certain:
// 数字经济的发展 into 发展数字经济, ‘The development of skills’ into ‘Develop
// skills’. It returns an empty text if it cannot.
func Turn(l language.Language, text string) string {
	text = strings.TrimSpace(text)
	if l == language.ZH {
		body, stop := strings.CutSuffix(text, "。")
		end := ""
		if stop {
			end = "。"
		}
		thing, verb, ok := cutLast(body, "的")
		runes := []rune(verb)
		if !ok || len(runes) != 2 || thing == "" || strings.ContainsAny(thing, "，；、的。") || !isVerb(runes) || In(l, verb+thing) != Yes {
			return ""
		}
		return verb + thing + end
	}
	rest := text
	for _, article := range []string{"The ", "the ", "A ", "An "} {
		rest = strings.TrimPrefix(rest, article)
	}
	noun, thing, ok := strings.Cut(rest, " of ")
	verb := turned[strings.ToLower(noun)]
	if !ok || verb == "" {
		return ""
	}
	return strings.ToUpper(verb[:1]) + verb[1:] + " " + thing
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
