package language

import "testing"

// A place is told in the user's language: the line is 第12行 in Chinese.
func TestPlaceOfAProblem(t *testing.T) {
	for _, c := range []struct {
		p      Problem
		zh, en string
	}{
		{Problem{}, "", ""},
		{Problem{Where: "a.yaml"}, "a.yaml", "a.yaml"},
		{Problem{Where: "a.yaml", Line: 12}, "a.yaml 第12行", "a.yaml, line 12"},
		{Problem{Where: "a.yaml", Line: 12, Entry: "C1"}, "a.yaml 第12行 C1", "a.yaml, line 12, C1"},
		{Problem{Where: "a.yaml", Entry: "C1"}, "a.yaml C1", "a.yaml, C1"},
	} {
		if zh, en := c.p.Place(ZH), c.p.Place(EN); zh != c.zh || en != c.en {
			t.Errorf("%+v is at %q, %q; want %q, %q", c.p, zh, en, c.zh, c.en)
		}
	}
}
