package pinyin_test

import (
	"sync"
	"testing"
	"unicode/utf8"

	"celun/app/language/pinyin"
)

func TestFind(t *testing.T) {
	var table pinyin.Table
	for _, c := range []struct {
		query, text string
		start, end  int // 0, 0: not found
	}{
		{"szwj", "数字外交的内涵", 0, 4},
		{"shuziwaijiao", "数字外交的内涵", 0, 4},
		{"shuziwj", "数字外交的内涵", 0, 4},
		{"szwaijiao", "数字外交的内涵", 0, 4},
		{"shzwj", "数字外交", 0, 4},
		{"SHUZI", "数字外交", 0, 2},
		{"ＳＺＷＪ", "数字外交", 0, 4},
		{"neihan", "数字外交的内涵", 5, 7},
		{"nh", "数字外交的内涵", 5, 7},
		// Broken off in a syllable.
		{"shuz", "数字外交", 0, 2},
		{"shuziwaiji", "数字外交", 0, 4},
		{"shuziwaiq", "数字外交", 0, 0},
		{"wai", "数字外交", 2, 3},
		{"wa", "数字外交", 0, 0},
		{"w", "外", 0, 0},
		// A reading for the word it stands in.
		{"chongqing", "重庆", 0, 2},
		{"zhongqing", "重庆", 0, 2},
		{"changqi", "长期", 0, 2},
		{"tiaozheng", "调整", 0, 2},
		{"shuaixian", "率先", 0, 2},
		{"kuaiji", "会计", 0, 2},
		{"chongfu", "重复", 0, 2},
		{"zhuoli", "着力", 0, 2},
		{"hangye", "行业", 0, 2},
		// ü.
		{"lvse", "绿色", 0, 2},
		{"lüse", "绿色", 0, 2},
		{"luse", "绿色", 0, 2},
		{"nvxing", "女性", 0, 2},
		{"celve", "策略", 0, 2},
		{"celue", "策略", 0, 2},
		// What separates and what is passed over.
		{"xi'an", "西安", 0, 2},
		{"xian", "西安", 0, 2},
		{"anquanyinhuan", "安全、隐患", 0, 5},
		{"g20fh", "二十国集团（G20）峰会", 6, 12},
		{"5gjs", "发展5G技术", 2, 6},
		{"gjs", "发展5G技术", 3, 6},
		// No pinyin.
		{"", "数字", 0, 0},
		{"数字", "数字", 0, 0},
		{"s z", "数字", 0, 0},
		{"2022", "二〇二二", 0, 0},
		{"zz", "外交", 0, 0},
		{"wj", "", 0, 0},
	} {
		start, end, ok := table.Find(c.query, c.text)
		if start != c.start || end != c.end || ok != (c.end > 0) {
			t.Errorf("Find(%q, %q) = %d, %d, %v, want %d, %d", c.query, c.text, start, end, ok, c.start, c.end)
		}
	}
}

func TestReadings(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want []string
	}{
		{'数', []string{"shu", "shuo"}},
		{'率', []string{"lv", "shuai", "lve"}},
		{'呒', []string{"m"}},
		{'a', nil},
		{'，', nil},
	} {
		got := map[string]bool{}
		for _, s := range pinyin.Readings(c.r) {
			got[s] = true
		}
		for _, s := range c.want {
			if !got[s] {
				t.Errorf("Readings(%c) = %v, want %s in it", c.r, got, s)
			}
		}
		if len(c.want) == 0 && len(got) > 0 {
			t.Errorf("Readings(%c) = %v, want none", c.r, got)
		}
	}
}

func TestTableIsSafeForConcurrentUse(t *testing.T) {
	var table pinyin.Table
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, _, ok := table.Find("jjfz", "加快数字经济发展"); !ok {
				t.Error("not found")
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	var table pinyin.Table
	f.Add("szwj", "数字外交")
	f.Add("lü'e5", "\xff略㐀𠮷 G2")
	f.Fuzz(func(t *testing.T, query, text string) {
		start, end, ok := table.Find(query, text)
		if ok != (end > 0) || start < 0 || start > end || end > utf8.RuneCountInString(text) {
			t.Fatalf("Find(%q, %q) = %d, %d, %v", query, text, start, end, ok)
		}
	})
}
