package number

import (
	"math/big"
	"strings"
)

// A chinese reads one Chinese text.
type chinese struct {
	runes  []rune
	values []Value
	i      int
}

func readChinese(text string) []Value {
	c := &chinese{runes: fold(text)}
	for c.i < len(c.runes) {
		c.step()
	}
	return ranges(c.runes, joined(c.runes, c.values))
}

// at reports whether one of the words stands at i, and its length.
func (c *chinese) at(i int, words ...string) int {
	for _, w := range words {
		n := 0
		for _, r := range w {
			if i+n >= len(c.runes) || c.runes[i+n] != r {
				n = -1
				break
			}
			n++
		}
		if n > 0 {
			return n
		}
	}
	return 0
}

// before reports whether one of the words ends at i, and its length.
func (c *chinese) before(i int, words ...string) int {
	for _, w := range words {
		n := len([]rune(w))
		if i >= n && c.at(i-n, w) == n {
			return n
		}
	}
	return 0
}

// space returns the place after the spaces at i.
func (c *chinese) space(i int) int {
	for k := 0; k < 3 && i < len(c.runes) && isSpace(c.runes[i]); k++ {
		i++
	}
	return i
}

func (c *chinese) rune(i int) rune {
	if i < 0 || i >= len(c.runes) {
		return 0
	}
	return c.runes[i]
}

// step reads what stands at i.
func (c *chinese) step() {
	r := c.runes[c.i]
	switch {
	case r < 0x80 && (isLatin(r) || isDigit(r)):
		if end := address(c.runes, c.i); end > c.i {
			c.i = end
			return
		}
		if isLatin(r) {
			c.latin()
			return
		}
		c.number()
	case r == '第' && c.i+1 < len(c.runes) && (isDigit(c.runes[c.i+1]) || isNumeral(c.runes[c.i+1])):
		c.ordinal()
	case r == '半':
		c.half()
	case r == '一' && c.rune(c.i+1) == '半':
		c.i++ // 一半 is read as 半
	case (r == '数' || r == '几' || r == '若') && c.vague():
	case (r == '上' || r == '本') && c.at(c.i+1, "世纪") > 0:
		c.thisCentury()
	case r == '翻' && c.fold():
	case isNumeral(r):
		c.number()
	default:
		c.i++
	}
}

// vague passes over amounts that are no numbers: 数百, 几十亿, 若干.
func (c *chinese) vague() bool {
	end := c.i + 1
	for end < len(c.runes) && end-c.i < 8 && scaleOf(c.runes[end]) > 0 {
		end++
	}
	if end == c.i+1 {
		return false
	}
	c.i = end
	return true
}

// latin passes over a Western word; the digits in it belong to a name.
func (c *chinese) latin() {
	word, digits := latinWord(c.runes, c.i)
	if digits < 0 || currencyBefore(string(c.runes[c.i:digits])) != "" {
		c.i = max(c.i+1, lettersEnd(c.runes, c.i))
		return
	}
	c.values = append(c.values, nameValues(c.runes, c.i, word)...)
	c.i = word
}

// number reads a number and what it is a number of.
func (c *chinese) number() {
	start := c.i
	if isDigit(c.runes[start]) {
		if d, end := day(c.runes, start); end > start {
			c.add(Value{Kind: Date, Day: d, From: start, To: end})
			return
		}
		if end, ok := eventDate(c.runes, start); ok {
			c.add(Value{Kind: Date, Day: eventDay(c.runes, start), From: start, To: end, Weak: true, inName: true})
			return
		}
		if end, values, ok := slashed(c.runes, start); ok {
			c.values = append(c.values, values...)
			c.i = end
			return
		}
	} else if n := c.plan(); n > 0 {
		return
	}
	n := readNumeral(c.runes, start)
	if n.code || n.end == start {
		c.i = max(n.end, start+1)
		return
	}
	if n.arabic && (isListNumber(c.runes, start, n.end) || clock(c.runes, start, n.end)) {
		c.i = n.end
		return
	}
	if n.arabic && isLatin(c.rune(n.end)) && c.unit(n.end).unit == "" && n.digits > 0 && n.scale == 0 {
		end := n.end
		for end < len(c.runes) && (isLatin(c.runes[end]) || isDigit(c.runes[end])) {
			end++
		}
		c.values = append(c.values, nameValues(c.runes, start, end)...)
		c.i = end
		return
	}
	if c.date(n) || c.share(n) || c.multiple(n) {
		return
	}
	c.count(n)
}

// add appends a value whose span is set, and goes on after it.
func (c *chinese) add(v Value) {
	if v.Number == nil {
		v.Number = new(big.Rat)
	}
	if v.style.digits[1] == 0 {
		v.style.digits = [2]int{v.From, v.To}
	}
	v.Text = string(c.runes[v.From:v.To])
	c.context(&v)
	c.values = append(c.values, v)
	c.i = max(v.To, c.i+1)
}

// value starts a value from a numeral.
func (c *chinese) value(n numeral, k Kind, to int) Value {
	return Value{
		Kind: k, Number: n.number, From: n.start, To: to, Bound: n.more, word: !n.arabic, scaled: n.scale > 0,
		style: style{scale: n.scale, grouped: n.grouped, digits: [2]int{n.start, n.end}},
	}
}

// share reads percentages, points and fractions after n.
func (c *chinese) share(n numeral) bool {
	at := c.space(n.end)
	hundred := whole(100)
	if k := c.at(at, "分之"); k > 0 && (isDigit(c.rune(at+k)) || isNumeral(c.rune(at+k))) && n.number.Sign() > 0 {
		m := readNumeral(c.runes, at+k)
		if m.code {
			return false
		}
		v := c.value(m, Share, m.end)
		v.Number, v.From = part(m.number, n.number), n.start
		v.clear = true
		percent := n.number.Cmp(hundred) == 0
		v.Weak = !percent && !m.arabic
		c.add(v)
		return true
	}
	if k := c.at(at, "个百分点", "百分点"); k > 0 {
		c.add(c.value(n, Points, at+k))
		return true
	}
	if k := c.at(at, "个基点", "基点"); k > 0 {
		v := c.value(n, Points, at+k)
		v.Number = part(n.number, hundred)
		c.add(v)
		return true
	}
	if ten := whole(10); c.rune(at) == '折' && n.number.Cmp(ten) < 0 && c.at(at+1, "叠", "射", "旧", "中", "磨", "合", "算") == 0 {
		v := c.value(n, Share, at+1)
		v.others = []*big.Rat{part(n.number, ten)}
		v.Number, v.Weak = plus(whole(1), part(times(n.number, whole(-1)), ten)), true // 八折: 20% off
		c.add(v)
		return true
	}
	of := map[rune]int64{'%': 100, '‰': 1000, '成': 10}[c.rune(at)]
	if of == 0 || of == 10 && (c.at(at+1, "员", "为", "立", "功", "果", "本", "熟", "绩", "效", "就", "都", "型", "分", "长", "交", "套") > 0 || n.number.Cmp(whole(10)) > 0) {
		return false
	}
	end := at + 1
	v := c.value(n, Share, end)
	if of == 10 {
		v.Weak, v.clear = !n.arabic, true
		if c.rune(end) == '半' {
			v.Number, v.To = plus(v.Number, big.NewRat(1, 2)), end+1
		} else if d, ok := oneDigit(c.rune(end)); ok && !n.arabic && c.parts(end+1) { // 三成五: 35%
			v.Number, v.To = plus(v.Number, big.NewRat(d, 10)), end+1
		}
		if n.next != nil { // 七八成: 七 and 八成
			first := v
			first.Number, first.To = part(n.next, whole(10)), v.From+1
			first.style.digits = [2]int{v.From, v.From + 1}
			c.add(first)
			v.From++
		}
	}
	v.Number = part(v.Number, whole(of))
	c.add(v)
	return true
}

// oneDigit reads 一 to 九.
func oneDigit(r rune) (int64, bool) {
	for i, d := range []rune("一二三四五六七八九") {
		if r == d {
			return int64(i + 1), true
		}
	}
	return 0, false
}

// parts reports that what stands at i begins neither a number nor what is
// counted: 三成五的 is 35%, 三成五个 would be nothing.
func (c *chinese) parts(i int) bool {
	switch r := c.rune(i); r {
	case 0, '的', '，', '。', '、', '；', '：', '（', '）', '左', '以', '上', ' ', '\n':
		return true
	}
	return false
}

// multiple reads 倍.
func (c *chinese) multiple(n numeral) bool {
	at := c.space(n.end)
	end := at + 1
	if more := extra(c.runes, at); more != Exact && c.rune(end) == '倍' {
		n.more, at, end = more, at+1, at+2
	}
	if c.rune(at) != '倍' || c.rune(end) == '增' {
		return false
	}
	v := c.value(n, Times, end)
	if c.rune(end) == '半' {
		v.Number, v.To = plus(v.Number, big.NewRat(1, 2)), end+1
	}
	v.Weak, v.clear = true, true
	base, more := v.Number, plus(v.Number, whole(1))
	from := n.start
	for k := c.before(from, aroundWords()...); k > 0; k = c.before(from, aroundWords()...) {
		from -= k
	}
	switch {
	case c.before(from, "到", "至", "为", "达") > 0:
	case c.before(from, "了", "出") > 0 && c.before(from-1, growthWords()...) > 0, c.before(from, "高出", "多出") > 0:
		v.Number = more
	case c.before(from, growthWords()...) > 0, c.before(from, "多", "高", "大", "快") > 0:
		v.Number, v.others = more, []*big.Rat{base}
	}
	c.add(v)
	return true
}

// fold reads 翻一番, 翻两番 and 翻番 at i.
func (c *chinese) fold() bool {
	at := c.i + 1
	if c.rune(at) == '了' {
		at++
	}
	n := int64(1)
	if c.rune(at) != '番' {
		r := c.rune(at)
		if n = figure(r); n < 1 {
			if n = int64(r - '0'); n < 1 || n > 9 {
				return false
			}
		}
		if at++; c.rune(at) != '番' {
			return false
		}
	}
	c.add(Value{Kind: Times, Number: whole(1 << n), From: c.i, To: at + 1, Weak: true, word: true, clear: true})
	return true
}

// half reads 半年, 半数, 半个月 and 一半 without its 一.
func (c *chinese) half() {
	at := c.i + 1
	v := Value{Number: big.NewRat(1, 2), From: c.i, Weak: true, word: true}
	if k := c.at(at, "个百分点"); k > 0 {
		v.Kind, v.To, v.Weak = Points, at+k, false
		c.add(v)
		return
	}
	if u := c.unit(at); u.unit != "" && u.unit.in().of != length {
		v.Kind, v.Unit, v.To = Count, u.unit, at+u.length
		c.add(v)
		return
	}
	v.Kind = Share
	switch {
	case c.rune(at) == '数':
		v.To = at + 1
	case c.before(c.i, "一", "过", "近") > 0, c.at(at, "以上") > 0:
		v.To = at
	default:
		c.i++
		return
	}
	c.add(v)
}

// ordinal reads 第 and a number.
func (c *chinese) ordinal() {
	start := c.i
	n := readNumeral(c.runes, c.i+1)
	if n.code || n.end == start+1 {
		c.i = max(n.end, start+1)
		return
	}
	v := c.value(n, Ordinal, n.end)
	v.From = start
	v.Weak = !n.arabic && n.number.Cmp(whole(10)) <= 0
	if k := c.at(n.end, "个五年规划", "个五年计划"); k > 0 {
		v.To += k
	}
	c.add(v)
}

// plan reads what is named by a number: 十四五, 十八大, 十九届. It returns the
// length of what it read.
func (c *chinese) plan() int {
	start := c.i
	if c.runes[start] != '十' && c.rune(start+1) != '十' || start > 0 && (c.runes[start-1] == '第' || isNumeral(c.runes[start-1])) {
		return 0
	}
	at := start
	n := int64(0)
	if d := figure(c.runes[at]); d > 0 {
		n, at = d, at+1
	} else {
		n = 1
	}
	if c.rune(at) != '十' {
		return 0
	}
	n, at = n*10, at+1
	if d := figure(c.rune(at)); d > 0 {
		if c.rune(at+1) == '五' && c.at(at+2, "规划", "计划", "时期", "期间", "”", "」", "’", "》", "以来", "末", "开局") > 0 {
			return c.name(n+d, at+2)
		}
		n, at = n+d, at+1
	}
	if n > 10 && c.rune(at) == '大' && (at+1 == len(c.runes) || strings.ContainsRune("报精以召提确闭开后前的和，。、；”》明强指作代\n", c.rune(at+1))) || c.rune(at) == '届' {
		return c.name(n, at)
	}
	return 0
}

func (c *chinese) name(n int64, end int) int {
	start := c.i
	c.add(Value{Kind: Ordinal, Number: whole(n), From: start, To: end, Weak: true, word: true, clear: true})
	return end - start
}
