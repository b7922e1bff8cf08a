package number

import (
	"math/big"
	"strings"
)

// A found unit and the length of its word in runes.
type found struct {
	unit   Unit
	length int
}

// unit returns the unit at i.
func (c *chinese) unit(i int) found {
	if !strings.ContainsRune("平个元千立摄工小星分美欧英日港韩卢公厘毫海兆吉年天周秒米亩吨斤克升℃kGMT", c.rune(i)) {
		return found{} // the first of no unit: most numbers have none
	}
	for _, s := range chineseUnits() {
		k := c.at(i, s.text)
		if k == 0 {
			continue
		}
		next := c.rune(i + k)
		if s.text == "周" && (next == '年' || next == '岁') || s.text == "年" && next == '代' || s.text == "天" && next == '下' || isLatin(rune(s.text[0])) && isLatin(next) {
			return found{}
		}
		return found{s.unit, k}
	}
	return found{}
}

// count reads a number that is neither share, multiple nor date.
func (c *chinese) count(n numeral) {
	end := n.end
	v := c.value(n, Count, end)
	at := c.space(end)
	half := false
	if c.rune(at) == '个' && c.at(at+1, "半月", "半小时", "半世纪") > 0 {
		half = true // 一个半月
		at += 2
	}
	if more := extra(c.runes, at); more != Exact && n.number.Cmp(whole(10)) >= 0 {
		v.Bound = more
		at++
		v.To = at
		end = at
	}
	if half {
		switch c.rune(at) {
		case '月':
			v.Unit, v.To = "month", at+1
		case '小':
			v.Unit, v.To = "hour", at+2
		default:
			v.Unit, v.To = "century", at+2
		}
		v.Number = plus(v.Number, big.NewRat(1, 2))
	} else if u := c.unit(at); u.unit != "" {
		v.Unit, v.To = u.unit, at+u.length
		if c.rune(v.To) == '半' && (u.unit == "year" || u.unit == "day") {
			v.Number = plus(v.Number, big.NewRat(1, 2)) // 两年半
			v.To++
		}
	} else {
		v.bare = v.Bound == Exact
		v.To = end
	}
	c.money(&v)
	if n.next != nil {
		v.others = append(v.others, n.next)
	}
	v.Weak = weak(v.Number, n.arabic, n.lead && !n.year && n.number.Cmp(whole(100)) >= 0)
	if !n.arabic && v.Unit != "" && n.number.Cmp(whole(1)) != 0 {
		v.clear = true
	}
	if next := c.rune(c.space(v.To)); v.Unit == "" && (next == '点' || next == '时' || next == '分') && n.arabic && n.number.Cmp(whole(60)) < 0 && c.at(v.To, "时代", "时期") == 0 {
		v.Weak = true // of the clock
	}
	if n.arabic && v.bare && n.digits == 4 && !n.decimal && !n.grouped && n.scale == 0 {
		if y, ok := integer(n.number, 2199); ok && isYear(y) && !c.counted(v.To) {
			v.Kind, v.Day, v.others, v.Number = Date, Day{Year: y}, []*big.Rat{n.number}, new(big.Rat)
		}
	}
	c.add(v)
}

// counted reports a classifier at i: what stands before it is an amount.
func (c *chinese) counted(i int) bool {
	return c.at(i, "个", "人", "家", "名", "位", "条", "件", "项", "次", "处", "所", "户", "座", "台", "套", "万", "亿", "余", "多", "种", "份", "起", "场", "篇", "村", "辆", "张", "间", "只", "笔") > 0
}

// weak reports an amount that may stand in one language only: 0 and 1, and
// numbers in words that are small or have no digit of their own.
func weak(n *big.Rat, digits, large bool) bool {
	if n.Sign() == 0 || n.Cmp(whole(1)) == 0 {
		return true
	}
	return !digits && !large
}

// money reads the sign of a currency before a value.
func (c *chinese) money(v *Value) {
	if v.Unit != "" && v.Unit != "CNY" {
		return
	}
	at := v.From
	if c.rune(at-1) == ' ' {
		at--
	}
	switch {
	case c.before(at, "人民币", "¥", "RMB", "CNY") > 0:
		v.Unit, v.bare = "CNY", false
	case c.before(at, "US$", "USD", "$") > 0 && c.before(at, "HK$") == 0:
		v.Unit, v.bare = "USD", false
	case c.before(at, "€", "EUR") > 0:
		v.Unit, v.bare = "EUR", false
	case c.before(at, "£", "GBP") > 0:
		v.Unit, v.bare = "GBP", false
	}
}

func growthWords() []string {
	return []string{"增长", "增加", "增", "提高", "提升", "上升", "扩大", "上涨", "涨", "升", "多", "高", "快", "大"}
}

// aroundWords stand between a verb and its number and tell the bound.
func aroundWords() []string {
	return []string{"不少于", "不低于", "不小于", "不超过", "不高于", "不多于", "不大于", "大约", "接近", "将近", "超过", "超出", "多于", "高于", "大于", "至少", "最少", "不足", "不到", "不满", "少于", "低于", "小于", "未满", "至多", "最多", "约", "近", "超", "逾", "过", "上"}
}

// boundOf returns the bound that such a word tells.
func boundOf(word string) Bound {
	switch word {
	case "约", "大约":
		return About
	case "超过", "超出", "超", "逾", "过", "上", "多于", "高于", "大于", "至少", "最少", "不少于", "不低于", "不小于":
		return Above
	case "":
		return Exact
	}
	return Below
}

// context reads the bound and the direction around a value.
func (c *chinese) context(v *Value) {
	at := v.From
	if c.rune(at-1) == ' ' {
		at--
	}
	for _, mark := range []string{"人民币", "US$", "$", "¥", "€", "£"} {
		if k := c.before(at, mark); k > 0 {
			at -= k
			break
		}
	}
	for _, w := range aroundWords() {
		if c.before(at, w) == 0 {
			continue
		}
		at -= len([]rune(w))
		if b := boundOf(w); v.Bound == Exact && (w != "过" && w != "上" || c.before(at, "超", "经", "通", "不", "以", "网", "线", "球", "会") == 0) {
			v.Bound = b
		}
		break
	}
	for i := v.To; v.Bound == Exact && i < v.To+4; i++ {
		switch {
		case c.at(i, "以上") > 0:
			v.Bound = Above
		case c.at(i, "以下", "以内", "之内") > 0:
			v.Bound = Below
		case c.at(i, "左右", "上下") > 0:
			v.Bound = About
		}
		if r := c.rune(i); r < 0x3400 && r != '%' { // a stop, or the next number
			break
		}
	}
	how := By
	switch {
	case c.before(at, "到", "至", "为") > 0:
		how = To
		at--
	case c.before(at, "了") > 0:
		at--
	}
	switch {
	case c.before(at, "增长", "增加", "提高", "提升", "上升", "扩大", "上涨", "增") > 0:
		v.Direction = Up | how
	case c.before(at, "下降", "减少", "降低", "下跌", "缩减", "缩短", "下滑", "减", "降") > 0:
		v.Direction = Down | how
	case how == To && c.before(at, "涨", "升") > 0:
		v.Direction = Up | how
	}
}
