package review

import (
	"slices"
	"strings"
	"unicode"

	"celun/app/language"
	"celun/app/language/pinyin"
)

// A name is a Chinese person's name whose English does not go by GB/T 28039,
// or a foreign one without its original.
type name struct {
	foreign  bool
	spelt    bool // a foreign name that the English spells by pinyin
	hanzi    string
	latin    string // as the English has it; of a foreign name, what its original seems to be
	as       string // as it should be
	from, to int    // in the English; of a foreign name, in the Chinese
}

// surnames are the common ones, and all of two characters that are in use.
const (
	surnames  = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
	compounds = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 长孙 宇文 夏侯 南宫 端木 轩辕 独孤 呼延 申屠"
)

// surname holds both, each by itself.
var surname = func() map[string]bool {
	all := map[string]bool{}
	for _, c := range surnames {
		all[string(c)] = true
	}
	for w := range strings.FieldsSeq(compounds) {
		all[w] = true
	}
	return all
}()

// names finds the names of a pair. A Chinese name is known by its characters:
// what stands in the English must be one of their readings.
func names(g *reading) []name {
	words := capitalised(g.en.runes)
	found := append(foreignNames(g, words), undotted(g, words)...)
	found = append(found, spelled(g, words)...)
	if !slices.ContainsFunc(words, func(w word) bool { return w.joined }) {
		return found
	}
	low := strings.ToLower(g.en.text)
	for i, c := range g.zh.runes {
		if !language.IsHan(c) {
			continue
		}
		length := 0
		if i+1 < len(g.zh.runes) && surname[string(g.zh.runes[i:i+2])] {
			length = 2
		} else if surname[string(c)] {
			length = 1
		}
		if length == 0 {
			continue
		}
		for _, family := range readings(g.zh.runes[i : i+length]) {
			if !strings.Contains(low, family) {
				continue
			}
			for _, given := range []int{2, 1} {
				if i+length+given > len(g.zh.runes) {
					continue
				}
				if n, ok := misspelt(g, words, i, length, given, family); ok {
					found = append(found, n)
				}
			}
		}
	}
	return found
}

// misspelt looks in the English for the name at i of the Chinese: a surname
// of some length and a given name.
func misspelt(g *reading, words []word, i, length, given int, family string) (name, bool) {
	hanzi := g.zh.runes[i : i+length+given]
	if !hasOnlyHan(hanzi) {
		return name{}, false
	}
	var one, two []string
	one = readings(hanzi[length : length+1])
	if given == 2 {
		two = readings(hanzi[length+1:])
	} else {
		two = []string{""}
	}
	for _, a := range one {
		for _, b := range two {
			right := title(family) + " " + title(a+b)
			for k := range words {
				if k+1 < len(words) && words[k+1].joined && words[k].flat() == family && words[k+1].flat() == a+b && words[k+1].isOne() {
					return name{}, false // as it should be
				}
			}
			for k := range words {
				bad := 0
				switch {
				case k+1 < len(words) && words[k+1].joined && words[k].flat() == a+b && words[k+1].flat() == family:
					bad = 2 // the given name stands first
				case b != "" && k+1 < len(words) && words[k+1].joined && words[k].flat() == family && words[k+1].flat() == a+b && !words[k+1].isOne():
					bad = 2 // Zhi-cheng, ZhiCheng
				case b != "" && k+2 < len(words) && words[k+1].joined && words[k+2].joined && words[k].flat() == family && words[k+1].flat() == a && words[k+2].flat() == b:
					bad = 3
				}
				if bad > 0 {
					from, to := words[k].from, words[k+bad-1].to
					return name{hanzi: string(hanzi), latin: string(g.en.runes[from:to]), as: right, from: from, to: to}, true
				}
			}
		}
	}
	return name{}, false
}

// A word is a capitalised word of English.
type word struct {
	text     string
	from, to int
	joined   bool // only a space stands between it and the one before
}

// flat is the word in small letters without hyphens and apostrophes.
func (w *word) flat() string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '’' || r == '\'' {
			return -1
		}
		return unicode.ToLower(r)
	}, w.text)
}

// isOne reports that the word is written as one: a capital and small letters,
// or all capitals.
func (w *word) isOne() bool {
	rest := w.text[1:]
	return !strings.Contains(w.text, "-") && (strings.ToLower(rest) == rest || strings.ToUpper(w.text) == w.text)
}

func capitalised(runes []rune) []word {
	var all []word
	for i := 0; i < len(runes); i++ {
		if !isLetter(runes[i]) || i > 0 && isWord(runes[i-1]) {
			continue
		}
		end := i
		for end < len(runes) && (isLetter(runes[end]) || (runes[end] == '-' || runes[end] == '’' || runes[end] == '\'') && end+1 < len(runes) && isLetter(runes[end+1])) {
			end++
		}
		if unicode.IsUpper(runes[i]) {
			text := strings.TrimSuffix(string(runes[i:end]), "’s")
			w := word{text: text, from: i, to: i + len([]rune(text))}
			if n := len(all); n > 0 {
				w.joined = all[n-1].to+1 == i && runes[i-1] == ' '
			}
			all = append(all, w)
		}
		i = end
	}
	return all
}

// readings returns how a row of characters may be read, as one word.
func readings(hanzi []rune) []string {
	all := []string{""}
	for _, c := range hanzi {
		var next []string
		for _, before := range all {
			for _, syllable := range pinyin.Readings(c) {
				next = append(next, before+strings.ReplaceAll(syllable, "v", "ü"))
			}
		}
		all = next
	}
	return all
}

func title(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

func hasOnlyHan(runes []rune) bool {
	for _, r := range runes {
		if !language.IsHan(r) {
			return false
		}
	}
	return true
}

// people is check B5.
func (r *run) people() {
	published := map[string]bool{}
	for _, s := range r.brief.Sources {
		for _, a := range s.Authors {
			published[strings.ToLower(a.EN)] = true
		}
	}
	met := map[string]bool{}
	for i := range r.pairs {
		p := &r.pairs[i]
		for k := range p.names {
			n := &p.names[k]
			if n.spelt {
				r.spelt(p, n)
				continue
			}
			if !n.foreign {
				if published[strings.ToLower(n.latin)] {
					continue
				}
				f := r.add("B5", Warning, in(p.at, language.EN),
					"“"+n.hanzi+"”的英文写作“"+n.latin+"”，依 GB/T 28039 应姓在前、名连写，作“"+n.as+"”",
					"‘"+n.latin+"’ for “"+n.hanzi+"”: by GB/T 28039 the surname comes first and the given name is one word, ‘"+n.as+"’").on(&p.en, n.from, n.to)
				r.instead(f, &p.en, n.from, n.to, n.as)
				continue
			}
			if met[n.latin] || r.told(i, n.latin) {
				continue
			}
			met[n.latin] = true
			if strings.Contains(p.zh.text, "（"+n.latin) || strings.Contains(p.zh.text, "("+n.latin) || strings.Contains(p.zh.text, n.latin) {
				continue
			}
			r.add("B5", Warning, in(p.at, language.ZH),
				"外国人名第一次出现时请附原文：在译名后加“（"+n.latin+"）”",
				"Give the original of a foreign name at its first use in the Chinese: ‘（"+n.latin+"）’ after it").on(&p.zh, n.from, n.to)
		}
	}
}

// told reports that the Chinese before a pair has given an original already.
func (r *run) told(before int, latin string) bool {
	return slices.ContainsFunc(r.pairs[:before], func(p pair) bool { return strings.Contains(p.zh.text, latin) })
}
