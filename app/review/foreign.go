package review

import (
	"slices"
	"strings"

	"celun/app/language"
)

// Foreign names that stand without a dot in Chinese and can be nobody's but
// theirs. Of the first readers expect the original at the first use; the
// others everybody knows, so that only their English is looked at.
const (
	abroad = `基辛格 Kissinger 亨廷顿 Huntington 布热津斯基 Brzezinski 摩根索 Morgenthau 基欧汉 Keohane 米尔斯海默 Mearsheimer 哈贝马斯 Habermas 卡斯特尔 Castells 波斯特尔 Poster
		杜鲁门 Truman 凯南 Kennan 温特 Wendt 布赞 Buzan 沃勒斯坦 Wallerstein 吉登斯 Giddens 福柯 Foucault 鲍德里亚 Baudrillard 麦克卢汉 McLuhan 波特 Porter 熊彼特 Schumpeter
		施瓦布 Schwab 扎克伯格 Zuckerberg 皮查伊 Pichai 贝索斯 Bezos 斯诺登 Snowden 阿桑奇 Assange 祖博夫 Zuboff 莱斯格 Lessig 卡明斯 Cummings 比约拉 Bjola 霍姆斯 Holmes
		博雷利 Borrell 布林肯 Blinken 沙利文 Sullivan 雷蒙多 Raimondo 蓬佩奥 Pompeo 韦斯塔格 Vestager 布雷顿 Breton 贝尔伯克 Baerbock 拉夫罗夫 Lavrov 苏杰生 Jaishankar 谭德塞 Tedros`
	renowned = `拜登 Biden 特朗普 Trump 奥巴马 Obama 克林顿 Clinton 里根 Reagan 尼克松 Nixon 肯尼迪 Kennedy 罗斯福 Roosevelt 普京 Putin 梅德韦杰夫 Medvedev 叶利钦 Yeltsin 戈尔巴乔夫 Gorbachev
		马克龙 Macron 萨科齐 Sarkozy 默克尔 Merkel 朔尔茨 Scholz 撒切尔 Thatcher 丘吉尔 Churchill 苏纳克 Sunak 斯塔默 Starmer 特鲁多 Trudeau 莫迪 Modi 埃尔多安 Erdoğan 卢拉 Lula
		拉马福萨 Ramaphosa 古特雷斯 Guterres 泽连斯基 Zelenskyy 马斯克 Musk`
)

// A person is a foreigner of the lists.
type person struct {
	hanzi, latin string
	renowned     bool
	spelt        []string // how pinyin would spell the name, in small letters
}

// persons are the people of both lists.
var persons = func() []person {
	var all []person
	for _, list := range []string{abroad, renowned} {
		fields := strings.Fields(list)
		for i := 0; i+1 < len(fields); i += 2 {
			p := person{hanzi: fields[i], latin: fields[i+1], renowned: list == renowned}
			if runes := []rune(p.hanzi); len(runes) >= 3 { // of two, the pinyin may be an English word
				p.spelt = readings(runes)
			}
			all = append(all, p)
		}
	}
	return all
}()

// notPersons follow a name in what is only called after somebody.
var notPersons = []string{"群岛", "海峡", "大学", "学院", "基金会", "奖", "主义", "公司", "中心", "研究所", "定律", "模型", "指数", "号", "级", "湾", "山", "河", "城", "市", "州", "县", "镇", "街", "路", "门"}

// undotted finds the foreign names of the lists: one that the English has, and
// one that the English spells by pinyin.
func undotted(g *reading, words []word) []name {
	var found []name
	for i := range persons {
		p := &persons[i]
		at := strings.Index(g.zh.text, p.hanzi)
		if at < 0 {
			continue
		}
		before, after := g.zh.text[:at], g.zh.text[at+len(p.hanzi):]
		if strings.HasSuffix(before, "·") || strings.HasPrefix(after, "·") || slices.ContainsFunc(notPersons, func(w string) bool { return strings.HasPrefix(after, w) }) {
			continue
		}
		from := len([]rune(before))
		to := from + len([]rune(p.hanzi))
		named := slices.ContainsFunc(words, func(w word) bool { return w.text == p.latin })
		if named && !p.renowned {
			found = append(found, name{foreign: true, hanzi: p.hanzi, latin: p.latin, from: from, to: to})
		}
		if named {
			continue
		}
		for k := range words {
			for run := 1; run <= 3 && k+run <= len(words); run++ {
				last := &words[k+run-1]
				if run > 1 && !last.joined {
					break
				}
				whole := ""
				for _, w := range words[k : k+run] {
					whole += w.flat()
				}
				if slices.Contains(p.spelt, whole) {
					found = append(found, name{spelt: true, hanzi: p.hanzi, latin: string(g.en.runes[words[k].from:last.to]), as: p.latin, from: words[k].from, to: last.to})
				}
			}
		}
	}
	return found
}

// spelled finds a name with a dot, 约瑟夫·奈, whose parts the English spells by
// pinyin.
func spelled(g *reading, words []word) []name {
	var found []name
	if !strings.Contains(g.zh.text, "·") {
		return nil
	}
	for i := range g.zh.runes {
		if g.zh.runes[i] != '·' {
			continue
		}
		from := i
		for from > 0 && language.IsHan(g.zh.runes[from-1]) && i-from < 4 {
			from--
		}
		if i-from < 2 {
			continue
		}
		for start := from; i-start >= 2; start++ { // where the name begins is not known
			spelt := readings(g.zh.runes[start:i])
			for k := range words {
				if w := words[k].flat(); len(w) >= 6 && slices.Contains(spelt, w) {
					found = append(found, name{spelt: true, hanzi: string(g.zh.runes[start:i]), latin: words[k].text, from: words[k].from, to: words[k].to})
					return found
				}
			}
		}
	}
	return found
}

// foreignNames finds names with a dot, 约瑟夫·奈, which the English has in as
// many capitalised words.
func foreignNames(g *reading, words []word) []name {
	if !strings.Contains(g.zh.text, "·") {
		return nil
	}
	var found []name
	for i := 0; i < len(g.zh.runes); i++ {
		if g.zh.runes[i] != '·' || i == 0 || !language.IsHan(g.zh.runes[i-1]) {
			continue
		}
		// The parts after the first end where the last one does: at a mark, or
		// after as many characters as cannot be told, so that brackets count
		// only where they stand at once.
		from := i
		for from > 0 && language.IsHan(g.zh.runes[from-1]) && i-from < 6 {
			from--
		}
		end, dots := i, 0
		for end < len(g.zh.runes) && (language.IsHan(g.zh.runes[end]) || g.zh.runes[end] == '·') {
			if g.zh.runes[end] == '·' {
				dots++
			}
			end++
		}
		latin := ""
		for k := range words {
			run := 1
			for k+run < len(words) && words[k+run].joined {
				run++
			}
			if (k == 0 || !words[k].joined) && run == dots+1 {
				if latin != "" {
					latin = ""
					break // which of them is not known
				}
				latin = string(g.en.runes[words[k].from:words[k+run-1].to])
			}
		}
		if latin != "" {
			found = append(found, name{foreign: true, hanzi: string(g.zh.runes[from:end]), latin: latin, from: i, to: end})
		}
		i = end
	}
	return found
}

// spelt reports a foreign name that the English spells by pinyin.
func (r *run) spelt(p *pair, n *name) {
	zh, en := "“"+n.hanzi+"”是外国人名，英文不用拼音“"+n.latin+"”，请写原文", "“"+n.hanzi+"” is a foreign name; do not spell it ‘"+n.latin+"’ by pinyin, but give the original"
	if n.as != "" {
		zh, en = zh+"“"+n.as+"”", en+", ‘"+n.as+"’"
	}
	f := r.add("B5", Warning, in(p.at, language.EN), zh, en).on(&p.en, n.from, n.to)
	if n.as != "" {
		r.instead(f, &p.en, n.from, n.to, n.as)
	}
}
