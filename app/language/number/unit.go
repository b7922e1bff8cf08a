package number

import "math/big"

// A Unit is a unit of money, time or measure by its code: CNY, USD, year,
// km. It is empty where none is known; persons and things have none.
type Unit string

// A dimension is what units are of; within one, values are compared in its
// IsTime reports whether a unit is one of time: hours, days, years.
func (u Unit) IsTime() bool {
	of := u.in().of
	return of == months || of == days
}

// base unit.
type dimension int

const (
	none dimension = iota
	money
	months // years, months: their number of days is not certain
	days
	length
	area
	volume
	mass
	power
	energy
	memory
	warmth
)

// A measure is the dimension of a unit and how many base units it has.
type measure struct {
	of  dimension
	num int64
	den int64
}

// in returns what a unit measures. Every currency is a dimension of its own
// to the comparison: there is no rate.
func (u Unit) in() measure {
	switch u {
	case "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "KRW", "RUB", "INR":
		return measure{money, 1, 1}
	case "month":
		return measure{months, 1, 1}
	case "quarter":
		return measure{months, 3, 1}
	case "year":
		return measure{months, 12, 1}
	case "decade":
		return measure{months, 120, 1}
	case "century":
		return measure{months, 1200, 1}
	case "millennium":
		return measure{months, 12000, 1}
	case "second":
		return measure{days, 1, 86400}
	case "minute":
		return measure{days, 1, 1440}
	case "hour":
		return measure{days, 1, 24}
	case "day":
		return measure{days, 1, 1}
	case "week":
		return measure{days, 7, 1}
	case "fortnight":
		return measure{days, 14, 1}
	case "mm":
		return measure{length, 1, 1000}
	case "cm":
		return measure{length, 1, 100}
	case "m":
		return measure{length, 1, 1}
	case "km":
		return measure{length, 1000, 1}
	case "mile":
		return measure{length, 1609344, 1000}
	case "nautical mile":
		return measure{length, 1852, 1}
	case "m2":
		return measure{area, 1, 1}
	case "mu": // 15 to the hectare
		return measure{area, 10000, 15}
	case "ha":
		return measure{area, 10000, 1}
	case "km2":
		return measure{area, 1000000, 1}
	case "l":
		return measure{volume, 1, 1000}
	case "m3":
		return measure{volume, 1, 1}
	case "g":
		return measure{mass, 1, 1000}
	case "jin": // half a kilogram
		return measure{mass, 1, 2}
	case "kg":
		return measure{mass, 1, 1}
	case "t":
		return measure{mass, 1000, 1}
	case "kW":
		return measure{power, 1, 1}
	case "MW":
		return measure{power, 1000, 1}
	case "GW":
		return measure{power, 1000000, 1}
	case "kWh":
		return measure{energy, 1, 1}
	case "MB":
		return measure{memory, 1, 1000}
	case "GB":
		return measure{memory, 1, 1}
	case "TB":
		return measure{memory, 1000, 1}
	case "°C":
		return measure{warmth, 1, 1}
	}
	return measure{none, 1, 1}
}

// base returns a number of u in the base unit of its dimension.
func (u Unit) base(n *big.Rat) *big.Rat {
	m := u.in()
	if m.num == 1 && m.den == 1 {
		return n
	}
	return times(n, big.NewRat(m.num, m.den))
}

// opposes reports that two units cannot both be right for one number: two
// currencies, or two units of what is measured in the same or a like way.
func (u Unit) opposes(v Unit) bool {
	if u == "" || v == "" || u == v {
		return false
	}
	a, b := u.in().of, v.in().of
	isTime := func(d dimension) bool { return d == months || d == days }
	return a == b || isTime(a) && isTime(b)
}

// A sign is a word or mark for a unit.
type sign struct {
	text string
	unit Unit
}

// chineseUnits are units after a number, longer ones first.
func chineseUnits() []sign {
	return []sign{
		{"平方公里", "km2"},
		{"平方千米", "km2"},
		{"个工作日", "day"},
		{"元人民币", "CNY"},
		{"个多月", "month"},
		{"个季度", "quarter"},
		{"个世纪", "century"},
		{"个小时", "hour"},
		{"个星期", "week"},
		{"千瓦时", "kWh"},
		{"平方米", "m2"},
		{"立方米", "m3"},
		{"摄氏度", "°C"},
		{"工作日", "day"},
		{"个月", "month"},
		{"小时", "hour"},
		{"星期", "week"},
		{"分钟", "minute"},
		{"美元", "USD"},
		{"欧元", "EUR"},
		{"英镑", "GBP"},
		{"日元", "JPY"},
		{"港元", "HKD"},
		{"港币", "HKD"},
		{"韩元", "KRW"},
		{"卢布", "RUB"},
		{"卢比", "INR"},
		{"公里", "km"},
		{"千米", "km"},
		{"厘米", "cm"},
		{"毫米", "mm"},
		{"英里", "mile"},
		{"海里", "nautical mile"},
		{"公顷", "ha"},
		{"公斤", "kg"},
		{"千克", "kg"},
		{"千瓦", "kW"},
		{"兆瓦", "MW"},
		{"吉瓦", "GW"},
		{"km", "km"},
		{"kg", "kg"},
		{"GB", "GB"},
		{"MB", "MB"},
		{"TB", "TB"},
		{"MW", "MW"},
		{"GW", "GW"},
		{"元", "CNY"},
		{"年", "year"},
		{"天", "day"},
		{"日", "day"},
		{"周", "week"},
		{"秒", "second"},
		{"米", "m"},
		{"亩", "mu"},
		{"吨", "t"},
		{"斤", "jin"},
		{"克", "g"},
		{"升", "l"},
		{"℃", "°C"},
	}
}

// englishUnit returns the unit that a word names, in lower case except for
// the short forms. Plurals end in s.
func englishUnit(word string) Unit {
	switch word {
	case "yuan", "renminbi", "rmb", "cny":
		return "CNY"
	case "dollar", "dollars", "usd":
		return "USD"
	case "euro", "euros", "eur":
		return "EUR"
	case "pound", "pounds", "gbp", "sterling":
		return "GBP"
	case "yen", "jpy":
		return "JPY"
	case "won", "krw":
		return "KRW"
	case "rouble", "roubles", "ruble", "rubles":
		return "RUB"
	case "rupee", "rupees", "inr":
		return "INR"
	case "hkd":
		return "HKD"
	case "century", "centuries":
		return "century"
	case "millennium", "millennia":
		return "millennium"
	case "year", "years", "month", "months", "decade", "decades", "day", "days", "week", "weeks", "fortnight", "fortnights", "hour", "hours", "minute", "minutes", "second", "seconds", "mile", "miles":
		if word[len(word)-1] == 's' {
			word = word[:len(word)-1]
		}
		return Unit(word)
	case "quarter", "quarters":
		return "quarter"
	case "km", "kilometre", "kilometres", "kilometer", "kilometers":
		return "km"
	case "metre", "metres", "meter", "meters", "m":
		return "m"
	case "cm", "centimetre", "centimetres", "centimeter", "centimeters":
		return "cm"
	case "mm", "millimetre", "millimetres":
		return "mm"
	case "hectare", "hectares", "ha":
		return "ha"
	case "mu":
		return "mu"
	case "tonne", "tonnes", "ton", "tons", "t":
		return "t"
	case "kg", "kilogram", "kilograms", "kilo", "kilos", "kilogramme", "kilogrammes":
		return "kg"
	case "gram", "grams", "g":
		return "g"
	case "jin":
		return "jin"
	case "litre", "litres", "liter", "liters":
		return "l"
	case "kilowatt", "kilowatts", "kw":
		return "kW"
	case "megawatt", "megawatts", "mw":
		return "MW"
	case "gigawatt", "gigawatts", "gw":
		return "GW"
	case "kwh":
		return "kWh"
	case "gb", "gigabyte", "gigabytes":
		return "GB"
	case "mb", "megabyte", "megabytes":
		return "MB"
	case "tb", "terabyte", "terabytes":
		return "TB"
	}
	return ""
}
