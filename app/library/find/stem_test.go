package find

import "testing"

func TestStem(t *testing.T) {
	for _, same := range [][]string{
		{"challenge", "challenges", "challenged", "challenging"},
		{"diplomacy", "diplomatic", "diplomat", "diplomats", "diplomacies"},
		{"democracy", "democratic"},
		{"govern", "governs", "governed", "governing", "governance", "government", "governments"},
		{"organise", "organize", "organisation", "organizations", "organising"},
		{"technology", "technologies"},
		{"policy", "policies"},
		{"digital", "digitally"},
		{"sovereignty"},
		{"develop", "developing", "development", "developments"},
		{"plan", "planned", "planning", "plans"},
		{"secure", "secured", "securing"},
	} {
		for _, w := range same {
			if stem(w) != stem(same[0]) {
				t.Errorf("stem(%q) = %q, of %q it is %q", w, stem(w), same[0], stem(same[0]))
			}
		}
	}
	for _, apart := range [][2]string{
		{"policy", "police"},
		{"nation", "nature"},
		{"state", "station"},
		{"format", "form"},
		{"univers", "uni"},
		{"g20", "g2"},
		{"as", "a"},
		{"data", "date"},
		{"status", "state"},
	} {
		if stem(apart[0]) == stem(apart[1]) {
			t.Errorf("%q and %q both have the stem %q", apart[0], apart[1], stem(apart[0]))
		}
	}
	if got := stem("数字"); got != "数字" {
		t.Errorf("stem of Chinese is %q", got)
	}
}
