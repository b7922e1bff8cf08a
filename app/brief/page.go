package brief

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// A Paper is a sheet size.
type Paper string

// The papers.
const (
	A4     Paper = "A4"
	A3     Paper = "A3"
	Letter Paper = "letter"
)

// A Page says how the pages of a brief are set where its style is not to
// decide. The zero value leaves everything to the style.
type Page struct {
	Paper     Paper   `json:"paper,omitempty"`     // empty is A4
	Landscape bool    `json:"landscape,omitempty"` // the paper lies on its long side
	Body      Size    `json:"body,omitempty"`      // size of the Chinese body text
	Measure   Measure `json:"measure,omitempty"`   // width of the text from margin to margin
	Leading   float64 `json:"leading,omitempty"`   // from baseline to baseline, in em of the body: 1.2 to 3
	// Grid sets hanzi on a strict grid, one to a square, and all lines of the
	// page on common baselines; Lines is how many of them a page has.
	Grid    bool `json:"grid,omitempty"`
	Lines   int  `json:"lines,omitempty"`
	Hanging bool `json:"hanging,omitempty"` // commas and full stops at a line end hang in the margin
	Phrases bool `json:"phrases,omitempty"` // Chinese lines end between words
	Tight   bool `json:"tight,omitempty"`   // two marks side by side take one em and not one and a half
	Spread  bool `json:"spread,omitempty"`  // 均排: short names in a column of a table are spread to one width
	Pinyin  bool `json:"pinyin,omitempty"`  // pinyin stands over the hanzi of running text
	// Numbered has the paragraphs of numbered sections counted through the
	// brief, as in a memo: 1. in both languages. English headings then have
	// no number of their own.
	Numbered bool  `json:"numbered,omitempty"`
	Faces    Faces `json:"faces,omitzero"`
}

// Faces name installed faces by the name that their maker gave them, such as
// FangSong or 仿宋. Where one is not installed the program's own stands for
// it, and the export says so.
type Faces struct {
	Song     string `json:"song,omitempty"`     // body text
	Hei      string `json:"hei,omitempty"`      // headings
	Kai      string `json:"kai,omitempty"`      // emphasis
	FangSong string `json:"fangsong,omitempty"` // body text of an official document
	Title    string `json:"title,omitempty"`    // title of an official document: 小标宋
}

// A Size is a type size: a 号 such as 五号 or 小四, or points such as 10.5 or
// 10.5pt. Empty leaves the size to the style.
type Size string

// A NamedSize is one of the Chinese type sizes.
type NamedSize struct {
	Name   Size
	Points float64
}

// NamedSizes returns the 号 from the largest to the smallest.
func NamedSizes() []NamedSize {
	return []NamedSize{
		{"初号", 42},
		{"小初", 36},
		{"一号", 26},
		{"小一", 24},
		{"二号", 22},
		{"小二", 18},
		{"三号", 16},
		{"小三", 15},
		{"四号", 14},
		{"小四", 12},
		{"五号", 10.5},
		{"小五", 9},
		{"六号", 7.5},
	}
}

// The body sizes that pages can be set in, in pt. Smaller text cannot be read
// on paper, larger text makes columns of a few words.
const (
	SmallestBody = 7.5
	LargestBody  = 42
)

// Points returns the size in pt; 0 if s is empty.
func (s Size) Points() (float64, error) {
	text := strings.TrimSpace(string(s))
	if text == "" {
		return 0, nil
	}
	for _, n := range NamedSizes() {
		if string(n.Name) == text {
			return n.Points, nil
		}
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(text, "pt")), 64)
	if err != nil || !(v >= SmallestBody && v <= LargestBody) {
		return 0, &language.Problem{
			Where: string(s),
			What:  language.Text{ZH: "不是可用的字号", EN: "This is no type size that can be used"},
			Do: language.Text{
				ZH: fmt.Sprintf("请写 初号 到 六号，或 %g 到 %g 的磅数，如 小四、10.5", SmallestBody, float64(LargestBody)),
				EN: fmt.Sprintf("Write a size in points from %g to %g, such as 10.5, or a Chinese one such as 小四", SmallestBody, float64(LargestBody)),
			},
		}
	}
	return v, nil
}

// A Measure is how wide the text is: millimetres such as 156mm, or characters
// of the body such as 28字 (28em). Empty leaves it to the style.
type Measure string

// Width returns the width in mm or in characters; one of the two is 0, and
// both are if m is empty.
func (m Measure) Width() (mm float64, characters int, err error) {
	text := strings.TrimSpace(string(m))
	if text == "" {
		return 0, 0, nil
	}
	if number, ok := strings.CutSuffix(text, "mm"); ok {
		mm, err = strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err == nil && mm >= 40 && mm <= 400 {
			return mm, 0, nil
		}
	}
	for _, unit := range []string{"字", "em"} {
		if number, ok := strings.CutSuffix(text, unit); ok {
			characters, err = strconv.Atoi(strings.TrimSpace(number))
			if err == nil && characters >= 8 && characters <= 100 {
				return 0, characters, nil
			}
		}
	}
	return 0, 0, &language.Problem{
		Where: string(m),
		What:  language.Text{ZH: "不是可用的版心宽度", EN: "This is no width of the text that can be used"},
		Do: language.Text{
			ZH: "请写 40mm 到 400mm，或 8字 到 100字，如 156mm、28字",
			EN: "Write 40mm to 400mm, or 8 to 100 characters, such as 156mm or 28字",
		},
	}
}

// Validate reports what in the settings cannot be used.
func (p Page) Validate() error {
	if !slices.Contains([]Paper{"", A4, A3, Letter}, p.Paper) {
		return &language.Problem{
			Where: string(p.Paper),
			What:  language.Text{ZH: "没有这种纸张", EN: "There is no such paper"},
			Do:    language.Text{ZH: "可用的纸张是 A4、A3、letter", EN: "Choose A4, A3 or letter"},
		}
	}
	if _, err := p.Body.Points(); err != nil {
		return err
	}
	if _, _, err := p.Measure.Width(); err != nil {
		return err
	}
	if p.Leading != 0 && !(p.Leading >= 1.2 && p.Leading <= 3) {
		return refused(
			fmt.Sprintf("行距 %g 不在 1.2 与 3 个字之间", p.Leading),
			fmt.Sprintf("a leading of %g em is not between 1.2 and 3", p.Leading))
	}
	if p.Lines != 0 && (p.Lines < 5 || p.Lines > 80) {
		return refused(
			fmt.Sprintf("每页 %d 行不在 5 与 80 之间", p.Lines),
			fmt.Sprintf("%d lines a page are not between 5 and 80", p.Lines))
	}
	for _, f := range []string{p.Faces.Song, p.Faces.Hei, p.Faces.Kai, p.Faces.FangSong, p.Faces.Title} {
		if len(f) > 100 {
			return refused("字体名过长", "the name of a face is too long")
		}
	}
	return nil
}
