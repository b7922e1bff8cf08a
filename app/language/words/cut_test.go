package words_test

import (
	"os"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"celun/app/language/words"
)

// terms are such as a pack has: they must come out whole wherever they stand.
var terms = []string{
	"数字外交", "人类命运共同体", "技术民族主义", "非国家行为体", "二十国集团",
	"G20峰会", "5G技术", "“一带一路”倡议", "后COVID", "中国",
	// Without meaning here, and harmless.
	"", " ", "\n", "数", "digital diplomacy", "数字外交", "  数字鸿沟 ",
}

// built is made once for all tests: it never changes.
var built = sync.OnceValues(func() (*words.Dictionary, error) {
	f, err := os.Open("../../../assets/dictionary/zh.txt")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return words.Build(f, terms)
})

func dictionary(t testing.TB) *words.Dictionary {
	t.Helper()
	d, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCut(t *testing.T) {
	d := dictionary(t)
	for _, want := range []string{
		"",
		// Terms, in any surroundings.
		"推进|中国|特色|数字外交|发展",
		"数字外交|发展",
		"构建|人类命运共同体|与|技术民族主义|的|挑战",
		"非国家行为体|与|二十国集团",
		"缩小|数字鸿沟",
		// Terms that are not hanzi only, in any width and case, but not out of
		// the middle of a Western word.
		"G20峰会|与|g20峰会|、|Ｇ２０峰会",
		"5G技术|，|15G|技术",
		"“一带一路”倡议|与|“|一带|一路|”",
		"后COVID|时代|和|后|COVID-19|时代",
		// A frequent word keeps its frequency when it is a term too.
		"中国|人",
		// Words of the dictionary.
		"各国|数字|空间|的|竞争|日趋|激烈|，|监管|滞后|带来|安全|隐患",
		"发展中国家|的|话语权",
		// Words of no dictionary, by the hidden Markov model.
		"王毅|外长",
		// Numbers and Western words.
		"2022|年|4|月|，|全球|约|27|亿人|（|占|37%|）|上网|。",
		"升至|66％|，|ＩＣＩ|指数|27,000|点",
		"COVID-19|疫情",
		"Don’t| |panic|:| |it’s| |1.5%|.",
		" |数字外交| |of| |the|  |G20|\r\n\u3000|发展|\u00a0|。",
		// Marks.
		"连接|——|新|的|机遇|……|！",
		"《|数字|空间|》",
		"①|首先|⑵|其次",
		// What is one character to a reader.
		"𠮷|野|家|的|葛\U000E0100|城",
		"👩‍👩‍👧|和|🇨🇳|🇬🇧|、|👍🏽",
		"cafe\u0301|与|カ\u3099",
		"한|국",
		// No text at all.
		"\xff|数字|\xfe|\xff|a|\x80",
		"\u200b|数字",
	} {
		s := strings.ReplaceAll(want, "|", "")
		if got := strings.Join(d.Cut(s), "|"); got != want {
			t.Errorf("Cut(%q)\n got %q\nwant %q", s, got, want)
		}
	}
}

func TestZeroDictionaryCutsByCharacter(t *testing.T) {
	var d words.Dictionary
	got := strings.Join(d.Cut("数字外交与G20，占1.5%。"), " ")
	if want := "数 字 外 交 与 G20 ， 占 1.5% 。"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := d.Breaks("数字，交"); len(got) != 2 {
		t.Errorf("breaks %v, want two", got)
	}
}

func TestLongTextWithoutMarks(t *testing.T) {
	d := dictionary(t)
	s := strings.Repeat("数字外交的挑战", 2000)
	cut := d.Cut(s)
	if len(cut) != 3*2000 || strings.Join(cut, "") != s {
		t.Errorf("%d pieces", len(cut))
	}
}

func TestBuildRefuses(t *testing.T) {
	for _, c := range []struct{ base, want string }{
		{"", "no word in the dictionary"},
		{"# only this\n\n", "no word in the dictionary"},
		{"数字 100 n\n外交\n", "line 2: want a word"},
		{"数字 100 n\n\n外交 many n\n", `line 3: "many" is no frequency`},
		{"数字 1 n\n", `"1" is no frequency`},
		{"数字 -5 n\n", `"-5" is no frequency`},
		{"数字 NaN n\n", `"NaN" is no frequency`},
		{"数字 +Inf n\n", `"+Inf" is no frequency`},
		{"G20峰会 100 n\n", `line 1: "G20峰会" is not of Chinese characters`},
		{"\xff\xfe 100 n\n", "line 1"},
		{"数字 100 n\n" + strings.Repeat("外", 1000) + " 5 n\n", "line 2"},
	} {
		d, err := words.Build(strings.NewReader(c.base), terms)
		if d != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Build(%.30q): %v, want an error with %q", c.base, err, c.want)
		}
	}
}

// A character that begins words but is none itself must not decide over what
// stands before it.
func TestCharacterThatIsNoWord(t *testing.T) {
	d, err := words.Build(strings.NewReader("的话 5054 u\n的 9999 uj\n话语权 81 n\n体系 300 n\n发展 7000 v\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(d.Cut("发展的话语权体"), " "), "发展 的 话语权 体"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A dictionary for a text cuts it as the whole one does.
func TestBuildFor(t *testing.T) {
	whole := dictionary(t)
	texts := []string{
		"", "发展中国家的话语权与非国家行为体", "国家", "二十国集团与G20峰会、５Ｇ技术",
		"纪念活动前夕，主办单位用100天在网上发布100个小故事，读者反响热烈。",
		"线上线下相辅相成，体现特朗普及其关联账号的做法。", "技术差异加剧发展不平等", "葛\U000E0100城𠮷野家龘龘龘",
		"主管部门发布新规后，企业面对外部环境的变化调整计划，逐步形成适合自身的做法",
	}
	narrow := narrowed(t, texts)
	for _, s := range texts {
		if got, want := strings.Join(narrow.Cut(s), " "), strings.Join(whole.Cut(s), " "); got != want {
			t.Errorf("a dictionary for the text cuts\n     %s\nnot  %s", got, want)
		}
	}
}

func narrowed(t testing.TB, texts []string) *words.Dictionary {
	t.Helper()
	f, err := os.Open("../../../assets/dictionary/zh.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d, err := words.BuildFor(f, terms, texts)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A term stays whole between the most frequent of words, and does not lose the
// frequency that it has as a word.
func TestTermAmongFrequentWords(t *testing.T) {
	base := "公共 90000 n\n外交 90000 n\n中国 50000 ns\n国人 40000 n\n"
	for _, c := range []struct{ term, want string }{
		{"公共外交", "公共外交 部"},
		{"公共卫生", "公共 外交 部"},
		{"中国", "中国 人"},
	} {
		d, err := words.Build(strings.NewReader(base), []string{c.term})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(d.Cut(strings.ReplaceAll(c.want, " ", "")), " "); got != c.want {
			t.Errorf("with %s as a term: %s, want %s", c.term, got, c.want)
		}
	}
}

func FuzzCut(f *testing.F) {
	d := dictionary(f)
	zero := new(words.Dictionary)
	for _, s := range []string{
		"", "数字外交与G20峰会，占1.5%。", "\xff数\xfe", "葛\U000E0100城", "👩‍👩‍👧", "ＩＣＩ", "后COVID-19", "a\u0301\u200d数", "“一带一路”倡议", "，1,", "\r\n ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []*words.Dictionary{d, zero} {
			cut := d.Cut(s)
			if strings.Join(cut, "") != s {
				t.Fatalf("Cut(%q) = %q", s, cut)
			}
			for _, p := range cut {
				if p == "" {
					t.Fatalf("Cut(%q) = %q: an empty piece", s, cut)
				}
			}
			n, last := utf8.RuneCountInString(s), 0
			for _, b := range d.Breaks(s) {
				if b <= last || b >= n {
					t.Fatalf("Breaks(%q) = %v", s, d.Breaks(s))
				}
				last = b
			}
			for caret := range n + 1 {
				if next := d.Next(s, caret); next < caret || next > n || next == caret && caret < n {
					t.Fatalf("Next(%q, %d) = %d", s, caret, next)
				}
				if previous := d.Previous(s, caret); previous < 0 || previous > caret || previous == caret && caret > 0 {
					t.Fatalf("Previous(%q, %d) = %d", s, caret, previous)
				}
			}
		}
	})
}

func FuzzBuild(f *testing.F) {
	f.Add("数字 100 n\n外交 20 n\n", "数字外交", "数字外交")
	f.Add("# x\n的 9 u\n", "G20峰会", "g20峰会与")
	f.Add("数字 1e12 n\n", "\xff数", "\xff数")
	f.Fuzz(func(t *testing.T, base, term, s string) {
		d, err := words.Build(strings.NewReader(base), []string{term, s})
		if err != nil {
			return
		}
		if cut := d.Cut(s); strings.Join(cut, "") != s {
			t.Errorf("Cut(%q) = %q", s, cut)
		}
	})
}

func FuzzBuildFor(f *testing.F) {
	whole := dictionary(f)
	f.Add("发展中国家的话语权与非国家行为体", "外交部通过数字平台在100天里")
	f.Add("外交部门提供权威信息", "各国尤其是技术大国")
	f.Fuzz(func(t *testing.T, a, b string) {
		narrow := narrowed(t, []string{a, b})
		for _, s := range []string{a, b} {
			if got, want := strings.Join(narrow.Cut(s), " "), strings.Join(whole.Cut(s), " "); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	})
}
