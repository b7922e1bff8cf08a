package catalogue

import "testing"

func TestSectionsInEnglish(t *testing.T) {
	for name, want := range map[string]string{
		"三(一)": "3(1)", "四": "4", "四·一是": "4 (first point)", "五(六)": "5(6)", "结语": "conclusion",
		"Annex B": "Annex B", "三(": "三(", "三(x)": "三(x)", "四·": "四·", "": "", "第三章": "第三章",
	} {
		if got := SectionName(name); got.EN != want || got.ZH != name {
			t.Errorf("SectionName(%q) = %+v, want %q", name, got, want)
		}
	}
}
