// Package outlines gives tests and benchmarks outlines of a length: those of a
// folder, where there is one, and else some that it makes.
//
//	b, err := brief.FromOutline("bench.json", outlines.Of(240), brief.OutlineOptions{})
package outlines

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"celun/app/language"
)

// Of returns an outline of n paragraph pairs: the file brief-n.json of the
// folder that the environment variable CELUN_BENCH names, or [Generate]'s.
func Of(n int) []byte {
	if dir := os.Getenv("CELUN_BENCH"); dir != "" {
		if data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("brief-%d.json", n))); err == nil {
			return data
		}
	}
	return Generate(n)
}

// Generate makes an outline of n paragraph pairs, six to a section, each
// section with a table and a source, as an analyst's plain outline has them.
// One n gives one text.
func Generate(n int) []byte {
	r := rand.New(rand.NewPCG(2026, uint64(n)))
	type cell = language.Text
	type section struct {
		Heading cell     `json:"heading"`
		Pairs   []cell   `json:"pairs"`
		Table   [][]cell `json:"table"`
		Source  cell     `json:"source"`
	}
	fields := []cell{
		{ZH: "公共数据", EN: "public data"},
		{ZH: "社区养老", EN: "care for the elderly"},
		{ZH: "防汛值守", EN: "flood watch"},
		{ZH: "农产品冷链", EN: "the cold chain for farm produce"},
		{ZH: "旧城改造", EN: "urban renewal"},
		{ZH: "职业培训", EN: "vocational training"},
	}
	phrases := []cell{
		{ZH: "%[1]s在%[2]s方面先行一步，头一批覆盖%[3]d个村，受益约%[4]d万人；", EN: "%[1]s moved first on %[2]s, reaching %[3]d villages and some %[4]d0,000 people in the opening round; "},
		{ZH: "两年下来，投诉量减少了%[3]d%%，办理时限由%[4]d天缩到一半。", EN: "over two years complaints fell by %[3]d%% and the time allowed was halved from %[4]d days. "},
		{ZH: "也要看到，%[2]s的有些指标（如GDP能耗、PM2.5浓度）随季节起落，不宜单独用来评先进。", EN: "Some indicators of %[2]s (energy use per unit of GDP, PM2.5) rise and fall with the season and should not rank anyone by themselves. "},
		{ZH: "%[1]s建议把%[2]s写进年度计划，明确“谁牵头、谁出钱、谁验收”，逐季公开。", EN: "%[1]s proposes to write %[2]s into the yearly plan, to say ‘who leads, who pays, who accepts’, and to publish each quarter. "},
		{ZH: "剩下的%[3]d项要在%[4]d个月内补齐，补不齐的说明原因。", EN: "The remaining %[3]d items are due within %[4]d months, or the reason is to be stated. "},
	}
	name := func() cell {
		var hanzi []rune
		for range 1 + r.IntN(3) { // names of different lengths, or lines repeat
			hanzi = append(hanzi, rune(0x4E00+r.IntN(0x5100)))
		}
		return cell{ZH: string(hanzi) + "县", EN: fmt.Sprintf("pilot county %c-%d", 'A'+rune(r.IntN(26)), r.IntN(900))}
	}
	fill := func(p, who, what cell) cell {
		a, b := 3+r.IntN(90), 2+r.IntN(30)
		return cell{ZH: fmt.Sprintf(p.ZH+"%.0[5]s", who.ZH, what.ZH, a, b, ""), EN: fmt.Sprintf(p.EN+"%.0[5]s", who.EN, what.EN, a, b, "")}
	}
	var out struct {
		Title    cell      `json:"title"`
		Sections []section `json:"sections"`
	}
	out.Title = cell{ZH: fmt.Sprintf("试点情况汇编：%d段", n), EN: fmt.Sprintf("Reports from the pilots: %d paragraphs", n)}
	for left := n; left > 0; left -= 6 {
		who, what := name(), fields[r.IntN(len(fields))]
		s := section{Heading: cell{ZH: who.ZH + "的" + what.ZH, EN: strings.ToUpper(what.EN[:1]) + what.EN[1:] + " in " + who.EN}}
		for range min(6, left) {
			var p cell
			for range 4 {
				q := fill(phrases[r.IntN(len(phrases))], name(), fields[r.IntN(len(fields))])
				p.ZH, p.EN = p.ZH+q.ZH, p.EN+q.EN
			}
			s.Pairs = append(s.Pairs, cell{ZH: p.ZH, EN: strings.TrimSpace(p.EN)})
		}
		s.Table = [][]cell{{{ZH: "地区", EN: "Area"}, {ZH: "比例", EN: "Share"}, {ZH: "说明", EN: "Remark"}}}
		for range 4 {
			share := fmt.Sprintf("%d%%", r.IntN(100))
			s.Table = append(s.Table, []cell{name(), {ZH: share, EN: share}, {ZH: "逐季公开", EN: "published each quarter"}})
		}
		s.Source = cell{ZH: "资料来源：测试用数据。", EN: "Source: data made up for this test."}
		out.Sections = append(out.Sections, s)
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic(err)
	}
	return data
}
