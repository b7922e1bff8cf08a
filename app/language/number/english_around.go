package number

// unit returns the unit that the tokens at i name, and the token after it.
func (e *english) unit(i int) (Unit, int) {
	w := e.tok(i).text
	next := e.hyphen(i + 1)
	switch w {
	case "working", "business", "calendar", "consecutive", "full", "whole", "more", "further", "additional", "us", "american", "chinese":
		u := englishUnit(e.tok(next).text)
		if u.in().of == money != (w == "us" || w == "american" || w == "chinese") {
			return "", i
		}
		return u, next + 1
	case "square", "sq":
		switch englishUnit(e.tok(next).text) {
		case "km":
			return "km2", next + 1
		case "m":
			return "m2", next + 1
		}
		return "", i
	case "cubic":
		if englishUnit(e.tok(next).text) == "m" {
			return "m3", next + 1
		}
		return "", i
	case "nautical":
		return "nautical mile", next + 1
	case "kilowatt":
		if t := e.tok(next).text; t == "hours" || t == "hour" {
			return "kWh", next + 1
		}
	case "°", "degrees", "degree":
		if t := e.tok(i + 1).text; t == "c" || t == "celsius" {
			return "°C", i + 2
		}
		return "", i
	case "℃":
		return "°C", i + 1
	case "hong":
		if e.is(i, "hong", "kong", "dollars") {
			return "HKD", i + 3
		}
	}
	if !e.tok(i).word {
		return "", i
	}
	if u := englishUnit(w); u != "" {
		return u, i + 1
	}
	return "", i
}

// currency returns the currency whose sign stands before token i.
func (e *english) currency(i int) Unit {
	switch t := e.tok(i - 1); t.text {
	case "$":
		if e.tok(i-2).text == "hk" {
			return "HKD"
		}
		return "USD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "¥":
		return "CNY"
	default:
		if t.word && t.text != "us" && t.text != "hk" {
			return currencyBefore(t.text)
		}
	}
	return ""
}

// skipBound returns the first of the tokens before i that tell its bound or
// its currency, or i.
func (e *english) skipBound(i int) int {
	for e.currency(i) != "" || e.tok(i-1).text == "us" || e.tok(i-1).text == "hk" {
		i--
	}
	if _, n := e.boundBefore(i); n > 0 {
		i -= n
	}
	return i
}

// boundBefore returns the bound that the tokens before i tell and how many
// they are.
func (e *english) boundBefore(i int) (Bound, int) {
	two := func(a, b string) bool { return e.is(i-2, a, b) }
	switch e.tok(i - 1).text {
	case "than":
		var b Bound
		switch e.tok(i - 2).text {
		case "more", "higher", "greater", "larger":
			b = Above
		case "less", "fewer", "lower", "smaller":
			b = Below
		default:
			return Exact, 0
		}
		if t := e.tok(i - 3).text; t == "no" || t == "not" {
			return Above + Below - b, 3
		}
		return b, 2
	case "least":
		if two("at", "least") {
			return Above, 2
		}
	case "most":
		if two("at", "most") {
			return Below, 2
		}
	case "to":
		switch {
		case two("up", "to"):
			return Below, 2
		case two("close", "to"):
			return Below, 2
		}
	case "of":
		switch {
		case e.is(i-3, "in", "excess", "of"):
			return Above, 3
		case two("upwards", "of"), two("minimum", "of"):
			return Above, 2
		case two("maximum", "of"), two("short", "of"):
			return Below, 2
		}
	case "over", "above", "exceeding", "exceeded", "exceeds", "beyond", "surpassing", "surpassed", "exceed":
		if t := e.tok(i - 2).text; t == "not" || t == "no" {
			return Below, 2
		}
		return Above, 1
	case "under", "below", "nearly", "almost", "within", "approaching":
		if e.tok(i-2).text == "not" {
			return Above, 2
		}
		return Below, 1
	case "about", "around", "roughly", "approximately", "some", "circa":
		return About, 1
	case "estimated":
		return About, 1
	}
	return Exact, 0
}

// bound returns the bound around the tokens [first, end).
func (e *english) bound(first, end int) Bound {
	for e.currency(first) != "" || e.tok(first-1).text == "us" {
		first--
	}
	if t := e.tok(first - 1).text; t == "the" || t == "a" {
		first--
	}
	if b, _ := e.boundBefore(first); b != Exact {
		return b
	}
	if t := e.tok(end - 1).text; t == "+" || t == "odd" || t == "plus" {
		return Above
	}
	for i := end; i < end+3; i++ {
		t := e.tok(i)
		switch {
		case t.text == "+" && i == end:
			return Above
		case t.text == "or" || t.text == "and":
			switch e.tok(i + 1).text {
			case "more", "above", "over", "older":
				return Above
			case "less", "fewer", "below", "under", "younger":
				return Below
			case "so", "thereabouts":
				return About
			}
			return Exact
		case !t.word:
			return Exact
		}
	}
	return Exact
}

// trend returns the direction of a verb or noun of change, or 0.
func trend(word string) Direction {
	switch word {
	case "rise", "rises", "rose", "risen", "rising", "grow", "grows", "grew", "grown", "growing", "growth", "increase", "increases", "increased", "increasing",
		"climb", "climbed", "climbing", "expanded", "expand", "up", "gained", "raise", "raised", "raising", "jumped":
		return Up
	case "fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "dropping", "decline", "declines", "declined", "declining",
		"decrease", "decreases", "decreased", "decreasing", "reduce", "reduces", "reduced", "reducing", "shrank", "shrink", "down", "cut", "cutting", "lowered", "lower":
		return Down
	}
	return 0
}

// direction returns the direction of the change that leads to token i.
func (e *english) direction(i int) Direction {
	i = e.skipBound(i)
	switch e.tok(i - 1).text {
	case "by":
		if t := trend(e.tok(i - 2).text); t != 0 {
			return t | By
		}
		return 0
	case "to":
		if t := trend(e.tok(i - 2).text); t != 0 {
			return t | To
		}
		return 0
	}
	switch e.tok(i - 1).text {
	case "up", "down", "growth", "lower", "cut", "raise", "reduce", "growing", "falling", "rising":
		return 0 // up 8% says by, “growing 8%” says little, “lower 8%” nothing
	}
	if t := trend(e.tok(i - 1).text); t != 0 {
		return t | By
	}
	return 0
}
