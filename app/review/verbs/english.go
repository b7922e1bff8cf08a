package verbs

import (
	"strings"
	"unicode"
)

var (
	// nouns are verbs that are as often nouns: at the beginning they count as
	// verbs if what follows is their object.
	nouns = words(`access account address advance aid aim answer appeal approach audit balance ban bar base benchmark block bond boost brief bridge budget bundle call campaign cap catalogue challenge change charge chart check
		cause coach code combat command commission compact compromise concern condition conduct contact contract control copy cost counter cover cut date deal debate decline delay delegate demand design detail direct dispatch display
		document draft drive drop end estimate exchange exercise fence field file finance fix focus forecast form forward frame function fund gauge grant ground group guarantee guard guide hand halt harness head help
		highlight host impact increase index influence interview issue judge label land launch lead lease leave level limit link list lobby lock log mandate map mark market match measure merit mount move name network note object
		offer order outline overhaul pair partner pass pause pay permit phase pick pilot pioneer place plan plant play pledge plug point police pool position practice press price print process produce profile program project promise
		prompt protest publish pull purchase push question quote raise range rank rate reach record recruit reform refund register report request research reserve respect rest result return review reward roll route run
		sanction scale scan schedule screen seal search season seat service set shape share shift show sign source speed spend split sponsor spread staff stage standard start state station stay stem step stop store stress structure study
		subject supply support survey switch table tackle talk tap target task tender test time top touch trace track trade train transfer transport treat trial trigger trim trust try tune turn update upgrade use value view visit vote
		wait walk warrant watch water welcome win work`)
	// determiners and what else begins an object.
	objects = words(`a an the this that these those all both each every any no some more less fewer enough its their his her our your one two three four five six seven eight nine ten at in on for to with by from up out off over into
		as against between among through under within together jointly how what which who whether`)
	// modals make an action of any sentence.
	modals = words(`should must shall will would needs need ought has have had be do does`)
	// openers begin a phrase before the verb of the sentence.
	openers = words(`by with in under from within together as at on for through after before where when if once while until during across among alongside using drawing building working following given based besides beyond
		over without subject according`)
	// naming are first words of what names a thing.
	namingEN = words(`a an the more better greater stronger fairer closer wider higher lower fewer less broader deeper faster clearer safer new joint regular clear common shared public digital international national domestic local global
		data security technology cyber legal technical`)
	nounEnds = []string{"tion", "sion", "ment", "ness", "ity", "ance", "ence", "ancy", "ency", "ship", "ism", "ing", "ogy", "ics", "ture"}
	adjEnds  = []string{"al", "ive", "ous", "ful", "ic", "ary", "able", "ible", "less", "ian"}
	verbEnds = []string{"ise", "ize", "ify", "ate"}
	prefixes = []string{"re", "de", "co", "over", "under", "out", "pre", "mis", "un", "dis", "inter"}
)

// english tells of an English text by the first word of its clauses, and by
// the verbs that make any sentence say that something is to be done.
func english(text string) Answer {
	verdict, first := Unknown, true
	for sentence := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(".;:!?\n", r) }) {
		for clause := range strings.SplitSeq(sentence, ",") {
			w := tokens(clause)
			if len(w) == 0 {
				continue
			}
			a := begins(w, first)
			if a == Yes {
				return Yes
			}
			if first {
				verdict = a
			}
			first = false
		}
	}
	if verdict != No {
		return verdict
	}
	before := ""
	for _, w := range tokens(strings.ToLower(text)) {
		plural := strings.HasSuffix(before, "s") && !nouns[w] && enVerbs()[w] // the authors urge
		if before = w; modals[w] || thirdPerson(w) || plural {
			return Unknown // a sentence, and not only a name
		}
	}
	return No
}

// tokens returns the words of a clause, without marks.
func tokens(clause string) []string {
	return strings.FieldsFunc(clause, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' })
}

// begins tells of a clause by how it begins. Only that of the whole text says
// that it names something.
func begins(w []string, first bool) Answer {
	for len(w) > 1 && (strings.HasSuffix(w[0], "ly") && w[0] != "supply" && w[0] != "apply" && w[0] != "rely" && w[0] != "comply" || w[0] == "and" || w[0] == "then" || w[0] == "to" || w[0] == "not" || w[0] == "do" || w[0] == "first" || w[0] == "also" || w[0] == "never" || w[0] == "please") {
		w = w[1:]
	}
	for _, m := range w {
		if m == "should" || m == "must" || m == "shall" || m == "will" {
			return Yes
		}
	}
	head := w[0]
	next := ""
	if len(w) > 1 {
		next = w[1]
	}
	switch {
	case isBase(head) && (!nouns[head] || objects[next] || strings.HasSuffix(next, "ly")):
		return Yes
	case isBase(head):
		return Unknown
	case openers[head] || !first:
		return Unknown
	case namingEN[head] || ends(head, nounEnds) || ends(head, adjEnds), strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss"):
		return No
	}
	return Unknown
}

// isBase reports whether a word can be an imperative.
func isBase(w string) bool {
	if enVerbs()[w] || ends(w, verbEnds) && len(w) > 5 {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(w, p); ok && enVerbs()[strings.TrimPrefix(rest, "-")] {
			return true
		}
	}
	return false
}

// thirdPerson reports a verb that says what somebody does, and no plural of a
// noun.
func thirdPerson(w string) bool {
	base, ok := strings.CutSuffix(w, "s")
	if !ok {
		return w == "is" || w == "are"
	}
	return enVerbs()[base] && !nouns[base] || enVerbs()[strings.TrimSuffix(base, "e")] && !nouns[strings.TrimSuffix(base, "e")]
}
