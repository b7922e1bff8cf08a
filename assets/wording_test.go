package assets

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// The share of a plan's price is one of average income wherever it is told.
// In Chinese a number and its unit stand together in the source, for the
// layout puts the space; in English a space is written.
func TestTextsOfPackAndSampleAgree(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"income is not said to be average": regexp.MustCompile(`6%\s+of\s+income|[^均]收入的6%`),
		"a space before a unit in Chinese": regexp.MustCompile(`\p{Han}\d+ GB|\d+ GB\p{Han}`),
		"no space before a unit":           regexp.MustCompile(`[A-Za-z] \d+GB|\d+GB [A-Za-z]`),
	}
	for _, name := range []string{"packs/digital-diplomacy.yaml", "sample/brief.json"} {
		data, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for what, pattern := range wrong {
			for _, at := range pattern.FindAllIndex(data, -1) {
				t.Errorf("%s: %s: …%s", name, what, data[max(0, at[0]-30):at[1]])
			}
		}
	}
}

// The grade of the evidence is part of a key message's sentence, not an aside
// that a line end may tear off.
func TestKeyMessagesOfTheSampleHaveNoAsides(t *testing.T) {
	data, err := Files.ReadFile("sample/brief.json")
	if err != nil {
		t.Fatal(err)
	}
	var sample struct {
		Sections []struct {
			Slot   string
			Blocks []struct{ Text map[string]string }
		}
	}
	if err := json.Unmarshal(data, &sample); err != nil {
		t.Fatal(err)
	}
	if len(sample.Sections) == 0 || sample.Sections[0].Slot != "key-messages" {
		t.Fatal("the sample does not begin with key messages")
	}
	for l, text := range sample.Sections[0].Blocks[0].Text {
		if strings.ContainsAny(text, "()（）") {
			t.Errorf("%s: an aside in %s", l, text)
		}
		if n := strings.Count(text, "依据") + strings.Count(text, "evidence"); n != 4 {
			t.Errorf("%s: %d of 4 messages say what evidence they rest on", l, n)
		}
	}
}
