package editor

import (
	"strings"
	"testing"

	"celun/app/desktop/widgets"
)

// What a text is read as lies where it stands in the text that is typed.
func TestRunsLieWhereTheyStand(t *testing.T) {
	x := newBench(t, paragraph("b1", "", ""))
	for _, text := range []string{
		"缩小**数字**鸿沟[^a]，*先*连接", "一[^a|12–15]二^[注[^b]]三[#s1]四[[t1|五]]", `a \*b\* c`, "第一\n  - **第二**\n\n1. 第四", "",
	} {
		runes := []rune(text)
		for _, runs := range [][]widgets.Run{x.reads(text, "zh"), x.items(text, "zh", true)} {
			at := 0
			for _, r := range runs {
				if r.At < at || r.Chip && r.At+r.Length > len(runes) {
					t.Errorf("%q: %+v after %d", text, r, at)
				}
				if !r.Chip {
					n := len([]rune(r.Text))
					if string(runes[r.At:r.At+n]) != r.Text {
						t.Errorf("%q: %+v is not there", text, r)
					}
					at = r.At + n
				} else {
					at = r.At + r.Length
				}
			}
		}
	}
	runs := x.reads("一[^a]二[#s1]", "zh")
	if runs[1].Text != "文献 a" || runs[1].Length != 4 || !strings.HasPrefix(runs[3].Text, "第一节") {
		t.Errorf("%+v", runs)
	}
}
