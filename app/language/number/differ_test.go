package number

import "testing"

// A slip is a pair that disagrees, why, and what would mend each side; an
// empty fix is not checked.
type slipCase struct {
	zh, en       string
	cause        Cause
	fixZH, fixEN string
}

func slips() []slipCase {
	return []slipCase{
		{"覆盖8.5亿人", "reaching 85 million people", Magnitude, "8500万", "850 million"},
		{"约27亿人离线", "About 27 billion people are offline", Magnitude, "270亿", "2.7 billion"},
		{"约27亿人离线", "About 270 million people are offline", Magnitude, "2.7亿", "2.7 billion"},
		{"3万名志愿者", "3,000 volunteers", Magnitude, "3000", "30,000"},
		{"1.2万亿元", "1.2 billion yuan", Magnitude, "12亿", "1.2 trillion"},
		{"投入120亿美元", "$1.2 billion", Magnitude, "12亿", "12 billion"},
		{"占66%", "6.6 per cent", Magnitude, "6.6", "66"},
		{"一百二十人", "1,200 people", Magnitude, "", "120"},
		{"十七亿人", "170 million people", Magnitude, "1.7亿", "1.7 billion"},
		{"500亩", "5,000 mu", Magnitude, "5000", "500"},
		{"提高4个百分点", "rose by 4%", PercentOrPoints, "4%", "4 percentage points"},
		{"提高4%", "rose by 4 percentage points", PercentOrPoints, "4个百分点", "4%"},
		{"降低1个百分点", "down 1 per cent", PercentOrPoints, "1%", "1 percentage point"},
		{"百分之四的增长", "growth of 4 percentage points", PercentOrPoints, "4个百分点", "4 per cent"},
		{"占66%", "67 per cent", Differs, "67", "66"},
		{"占66%", "around 60%", Differs, "60", "66"},
		{"三分之二的企业", "three-quarters of firms", Differs, "", ""},
		{"三分之一的企业", "a quarter of firms", Differs, "", ""},
		{"三成企业", "40% of firms", Differs, "", ""},
		{"七成半的家庭", "70 per cent of households", Differs, "", ""},
		{"提高4个百分点", "5 percentage points higher", Differs, "5", "4"},
		{"下调25个基点", "a cut of 50 basis points", Differs, "", ""},
		{"100多位领导人", "More than 110 leaders", Differs, "110", "100"},
		{"至少3次泄露", "At least 4 breaches", Differs, "4", "3"},
		{"3万5千人", "36,000 people", Differs, "3.6万", "35,000"},
		{"10至20亿元", "10 to 30 billion yuan", Magnitude, "", ""},
		{"占10%至20%", "between 10 and 25 per cent", Differs, "25", "20"},
		{"3到5年", "3–6 years", Differs, "", ""},
		{"第76届联大", "the 75th General Assembly", Differs, "75", "76th"},
		{"第十四个五年规划", "the 13th Five-Year Plan", Differs, "", "14th"},
		{"党的十八大", "the 19th National Congress", Differs, "", ""},
		{"“十四五”时期", "the 15th Five-Year Plan", Differs, "", ""},
		{"第18条", "Article 19", Missing, "", ""},
		{"2022年4月", "May 2022", DateDiffers, "2022年5月", "April 2022"},
		{"2010年6月8日", "18 June 2010", DateDiffers, "2010年6月18日", "8 June 2010"},
		{"2010年6月8日", "June 8, 2011", DateDiffers, "2011年6月8日", "June 8, 2010"},
		{"2027年1月29日前", "by 29 February 2027", DateDiffers, "2027年2月29日", "29 January 2027"},
		{"自2018年以来", "Since 2019", DateDiffers, "2019年", "2018"},
		{"二〇二二年起", "From 2021", DateDiffers, "", "2022"},
		{"6月8日", "9 June", DateDiffers, "6月9日", "8 June"},
		{"4月至6月", "from April to July", DateDiffers, "7月", "June"},
		{"2021—2025年", "2021–2026", DateDiffers, "", "2025"},
		{"20世纪90年代", "the 1980s", DateDiffers, "20世纪80年代", "1990s"},
		{"上世纪八十年代", "the 1990s", DateDiffers, "20世纪90年代", "1980s"},
		{"21世纪初", "the early 20th century", DateDiffers, "20世纪", "21st century"},
		{"二十世纪末", "the late nineteenth century", DateDiffers, "", "20th century"},
		{"120亿美元", "12 billion yuan", UnitDiffers, "", ""},
		{"3000元", "3,000 euros", UnitDiffers, "", ""},
		{"90日内整改", "within 90 hours", UnitDiffers, "", ""},
		{"3个月内", "within 3 years", UnitDiffers, "", ""},
		{"150公里", "150 miles", UnitDiffers, "", ""},
		{"占66", "66 per cent", UnitDiffers, "", ""},
		{"增长了三倍", "It is three times as much", MultipleDiffers, "", "four"},
		{"增长到三倍", "It grew to four times the size", MultipleDiffers, "", "three"},
		{"增长了一倍", "It tripled", MultipleDiffers, "", ""},
		{"翻了两番", "It doubled", MultipleDiffers, "", ""},
		{"是标准的四倍", "five times the standard", MultipleDiffers, "", "four"},
		{"超过30%", "less than 30%", BoundDiffers, "", ""},
		{"不足30%", "over 30 per cent", BoundDiffers, "", ""},
		{"近6%", "more than 6%", BoundDiffers, "", ""},
		{"不超过50人", "at least 50 people", BoundDiffers, "", ""},
		{"增长到30%", "increased by 30%", DirectionDiffers, "", ""},
		{"下降了30%", "fell to 30%", DirectionDiffers, "", ""},
		{"上升了30%", "fell by 30%", DirectionDiffers, "", ""},
		{"覆盖率为66%", "Coverage is wide", Missing, "", ""},
		{"覆盖面广", "Coverage is 66%", Missing, "", ""},
		{"自2024年起试行", "On trial", Missing, "", ""},
		{"15家以上平台", "Many platforms", Missing, "", ""},
		{"有关平台", "More than 15 platforms", Missing, "", ""},
		{"北京", "On 8 June in Beijing", Missing, "", ""},
		{"拨打12308热线", "call the hotline 12380", Differs, "12380", "12308"},
		{"年均温升1.5℃", "warming of 2.5°C", Differs, "2.5", "1.5"},
		{"流量2GB", "3 GB of data", Differs, "3", "2"},
		{"每10万人有8.3例", "8.8 cases per 100,000", Differs, "8.8", "8.3"},
	}
}

func TestSlipsAreFoundAndMended(t *testing.T) {
	for _, c := range slips() {
		r := Compare(c.zh, c.en)
		if len(r.Mismatches) == 0 {
			t.Errorf("%s | %s: nothing was found", c.zh, c.en)
			continue
		}
		found := false
		for _, m := range r.Mismatches {
			found = found || m.Cause == c.cause && (c.fixZH == "" || m.FixZH.Text == c.fixZH) && (c.fixEN == "" || m.FixEN.Text == c.fixEN)
		}
		if !found {
			for _, m := range r.Mismatches {
				t.Errorf("%s | %s: %s (%q, %q)", c.zh, c.en, say(m), m.FixZH.Text, m.FixEN.Text)
			}
		}
	}
}
