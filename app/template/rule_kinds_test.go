package template

import (
	"os"
	"reflect"
	"testing"

	"celun/app/language"
)

// Every kind of rule can be made of every other, says nothing that it cannot,
// and is read back as it was written.
func TestEveryKindOfRuleIsMadeOfEveryOther(t *testing.T) {
	all, err := ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	base := all[0].Clone()
	base.Presets = nil
	text := language.Text{ZH: "文字", EN: "text"}
	for _, k := range RuleKinds() {
		for _, from := range RuleKinds() {
			r := from.Of(full(from))
			r = k.Of(r)
			if r.Kind() != k {
				t.Fatalf("%v of %v is %v", k, from, r.Kind())
			}
			for f, give := range map[Field]func(){
				TextField: func() { r.Text = text }, ItemsField: func() { r.Items = []language.Text{text} },
				HeadField: func() { r.Head, r.Rows, r.Empty, r.Widths = []language.Text{text}, nil, 1, nil }, ReplyField: func() { r.Reply = ReplyClaim },
			} {
				if k.Needs(f) {
					give()
				}
			}
			options := Rule{From: Answers, As: Options, Length: "line"}
			base.Sections = []Section{{Slot: "one", Heading: text, Purpose: text, Fill: []Rule{options, r}}}
			data, err := Encode(base)
			if err != nil {
				t.Fatalf("%v of %v: %v", k, from, err)
			}
			again, err := Read("x.yaml", data)
			if err != nil || !reflect.DeepEqual(again.Sections[0].Fill[1], r) {
				t.Fatalf("%v of %v is read back as %+v, %v", k, from, again.Sections[0].Fill[1], err)
			}
		}
	}
}

// full is a rule that says all that one can.
func full(k RuleKind) Rule {
	text := language.Text{ZH: "文字", EN: "text"}
	return Rule{
		Write: k.Write, From: k.From, As: k.As, When: Many, For: "trainer", Length: "statement", Most: 3,
		With: []With{WithEvidence, WithClaim}, Reply: ReplyOthers, Text: text, Criteria: []language.Text{text}, Items: []language.Text{text, text},
		Answer: text, Minutes: 4, Head: []language.Text{text}, Rows: [][]language.Text{{text}}, Empty: 2, Space: 9, Widths: []int{100},
	}
}

// Sizes have two decimals at most; those that binary numbers cannot hold are
// read as well.
func TestSizesWithDecimalsAreRead(t *testing.T) {
	all, err := ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	for v, ok := range map[float64]bool{9.3: true, 10.05: true, 9.57: true, 9.333: false, 9.0001: false} {
		c := all[0].Clone()
		c.Body = v
		if _, err := Encode(c); (err == nil) != ok {
			t.Errorf("%v: %v", v, err)
		}
	}
}
