package cite_test

import (
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/cite"
	"celun/app/language"
)

func zh(s string) language.Text      { return language.Text{ZH: s} }
func en(s string) language.Text      { return language.Text{EN: s} }
func both(z, e string) language.Text { return language.Text{ZH: z, EN: e} }

// Every kind of work after GB/T 7714 of both years, and by author and date. An
// empty entry is not compared.
func TestStyles(t *testing.T) {
	for _, c := range []struct {
		name                   string
		s                      argument.Source
		gb2015, gb2025, author string
	}{
		{
			"a Western book in a later edition",
			argument.Source{
				Kind: "book", Authors: []language.Text{en("Porter, Anne M."), en("de Vries, Jan-Willem")}, Title: en("States and Networks"),
				Edition: "3", Place: en("Leiden"), Publisher: en("Harbour Press"), Year: "2019", Pages: "12-14",
			},
			"PORTER A M, DE VRIES J W. States and Networks[M]. 3rd ed. Leiden: Harbour Press, 2019: 12-14.",
			"Porter A M，De Vries J-W. States and Networks[M]. 3rd ed. Leiden：Harbour Press，2019：12-14.",
			"Porter, A.M. and de Vries, J.-W. (2019) States and Networks, 3rd edn, Leiden: Harbour Press, pp. 12–14.",
		},
		{
			"a translated book",
			argument.Source{
				Kind: "book", Authors: []language.Text{zh("霍尔")}, Translators: []language.Text{zh("陈岚")}, Title: zh("网络与国家"),
				Edition: "2", Place: zh("北京"), Publisher: zh("某某出版社"), Year: "2020",
			},
			"霍尔. 网络与国家[M]. 陈岚, 译. 2版. 北京: 某某出版社, 2020.",
			"霍尔. 网络与国家[M]. 陈岚，译. 2 版. 北京：某某出版社，2020.",
			"霍尔 (2020) 网络与国家, translated by 陈岚, 2nd edn, 北京: 某某出版社.",
		},
		{
			"a chapter",
			argument.Source{
				Kind: "chapter", Authors: []language.Text{zh("周舟")}, Title: zh("平台的边界"), Editors: []language.Text{zh("赵岩"), zh("孙林")},
				Container: zh("数字时代的治理"), Place: zh("上海"), Publisher: zh("某社"), Year: "2021", Pages: "32–36",
			},
			"周舟. 平台的边界[M]//赵岩, 孙林. 数字时代的治理. 上海: 某社, 2021: 32-36.",
			"周舟. 平台的边界[M]//赵岩，孙林. 数字时代的治理. 上海：某社，2021：32-36.",
			"周舟 (2021) ‘平台的边界’, in 赵岩 and 孙林 (eds) 数字时代的治理, 上海: 某社, pp. 32–36.",
		},
		{
			"a conference paper by more than three, in English",
			argument.Source{
				Kind: "paper", Title: en("Measuring access"), Container: en("Proceedings of the Third Symposium"), Publisher: en("ACM"), Place: en("New York"),
				Authors: []language.Text{en("Ng, Amy"), en("Ode, Ben"), en("Park, Cho"), en("Quist, Dan")}, Year: "2022", Pages: "5-9", DOI: "10.1000/x.5",
			},
			"NG A, ODE B, PARK C, et al. Measuring access[C/OL]//Proceedings of the Third Symposium. New York: ACM, 2022: 5-9. DOI:10.1000/x.5.",
			"Ng A，Ode B，Park C，et al. Measuring access[C/OL]//Proceedings of the Third Symposium. New York：ACM，2022：5-9. DOI:10.1000/x.5.",
			"Ng, A. et al. (2022) ‘Measuring access’, in Proceedings of the Third Symposium, New York: ACM, pp. 5–9. https://doi.org/10.1000/x.5",
		},
		{
			"an article read on the web",
			argument.Source{
				Kind: "article", Authors: []language.Text{zh("李明"), cite.Others}, Title: zh("数字治理"), Container: zh("政策研究"), Year: "2022", Volume: "12",
				Issue: "3", Pages: "5-12", URL: "https://example.org/a", Accessed: "2026-05-03", DOI: "10.1000/182",
			},
			"李明, 等. 数字治理[J/OL]. 政策研究, 2022, 12(3): 5-12[2026-05-03]. https://example.org/a. DOI:10.1000/182.",
			"李明，等. 数字治理[J/OL]. 政策研究，2022，12（3）：5-12. https://example.org/a. DOI:10.1000/182.",
			"李明等 (2022) ‘数字治理’, 政策研究, 12(3), pp. 5–12. https://doi.org/10.1000/182",
		},
		{
			"a thesis",
			argument.Source{Kind: "thesis", Authors: []language.Text{zh("吴桐")}, Title: zh("数字外交研究"), Place: zh("武汉"), Publisher: zh("某大学"), Year: "2023", Pages: "17"},
			"吴桐. 数字外交研究[D]. 武汉: 某大学, 2023: 17.",
			"吴桐. 数字外交研究[D]. 武汉：某大学，2023：17.",
			"吴桐 (2023) 数字外交研究, thesis, 某大学, 武汉, p. 17.",
		},
		{
			"a report with a number",
			argument.Source{Kind: "report", Authors: []language.Text{en("International Telecommunication Union")}, Title: en("Facts and Figures"), Number: "ITU-D 4", Place: en("Geneva"), Publisher: en("ITU"), Year: "2021"},
			"International Telecommunication Union. Facts and Figures: ITU-D 4[R]. Geneva: ITU, 2021.",
			"International Telecommunication Union. Facts and Figures：ITU-D 4[R]. Geneva：ITU，2021.",
			"International Telecommunication Union (2021) Facts and Figures, ITU-D 4, Geneva: ITU.",
		},
		{
			"a newspaper",
			argument.Source{Kind: "newspaper", Authors: []language.Text{zh("钱多")}, Title: zh("连接最后一公里"), Container: zh("某日报"), Date: "2022-04-03", Pages: "3"},
			"钱多. 连接最后一公里[N]. 某日报, 2022-04-03(3).",
			"钱多. 连接最后一公里[N]. 某日报，2022-04-03（3）.",
			"钱多 (2022) ‘连接最后一公里’, 某日报, 3 April, p. 3.",
		},
		{
			"a web page",
			argument.Source{
				Kind: "web", Authors: []language.Text{both("某办公室", "An Office")}, Title: both("白皮书", "White paper"), Container: both("某网", "A site"),
				Date: "2010-06-08", Accessed: "2026-11-02", URL: "https://example.org/w",
			},
			"某办公室. 白皮书[EB/OL]. 某网, 2010(2010-06-08)[2026-11-02]. https://example.org/w.",
			"某办公室. 白皮书[EB/OL]. （2010-06-08）[2026-11-02]. https://example.org/w.",
			"An Office (2010) ‘White paper’, A site. Available at: https://example.org/w (accessed 2 November 2026)",
		},
		{
			"a standard",
			argument.Source{Kind: "standard", Authors: []language.Text{zh("某标委会")}, Title: zh("信息与文献 著录规则"), Number: "GB/T 1—2015", Place: zh("北京"), Publisher: zh("某标准社"), Year: "2015"},
			"某标委会. 信息与文献 著录规则: GB/T 1—2015[S]. 北京: 某标准社, 2015.",
			"某标委会. GB/T 1—2015　信息与文献 著录规则[S]. 北京：某标准社，2015.",
			"某标委会 (2015) GB/T 1—2015: 信息与文献 著录规则, 北京: 某标准社.",
		},
		{
			"a patent",
			argument.Source{Kind: "patent", Authors: []language.Text{zh("郑好")}, Title: zh("一种中继装置"), Number: "CN1234567A", Date: "2021-07-09"},
			"郑好. 一种中继装置: CN1234567A[P]. 2021-07-09.",
			"郑好. 一种中继装置：CN1234567A[P]. 2021-07-09.",
			"郑好 (2021) 一种中继装置, patent CN1234567A.",
		},
		{
			"a preprint",
			argument.Source{Kind: "preprint", Authors: []language.Text{en("Roe, Sam")}, Title: en("Open networks"), Publisher: en("arXiv"), Date: "2024-02-01", Accessed: "2024-03-05", URL: "https://example.org/p"},
			"ROE S. Open networks[EB/OL]. arXiv, 2024(2024-02-01)[2024-03-05]. https://example.org/p.",
			"Roe S. Open networks[PP/OL]. arXiv（2024-02-01）[2024-03-05]. https://example.org/p.",
			"Roe, S. (2024) ‘Open networks’, arXiv. Available at: https://example.org/p (accessed 5 March 2024)",
		},
		{
			"a data set",
			argument.Source{Kind: "dataset", Authors: []language.Text{en("World Bank")}, Title: en("Access"), Publisher: en("World Bank"), Date: "2023-01-02", URL: "https://example.org/d", Accessed: "2023-02-03"},
			"World Bank. Access[DS/OL]. World Bank, 2023(2023-01-02)[2023-02-03]. https://example.org/d.",
			"World Bank. Access[DS/OL]. World Bank（2023-01-02）[2023-02-03]. https://example.org/d.",
			"World Bank (2023) Access [data set], World Bank. Available at: https://example.org/d (accessed 3 February 2023)",
		},
		{
			"a law",
			argument.Source{Kind: "law", Title: both("某某安全法", "A Security Law"), Number: "主席令第1号", Year: "2021"},
			"某某安全法: 主席令第1号[Z]. 2021.",
			"某某安全法：主席令第1号[A]. 2021.",
			"(2021) A Security Law, 主席令第1号.",
		},
		{
			"a map",
			argument.Source{Kind: "map", Authors: []language.Text{zh("某院")}, Title: zh("光缆分布图"), Place: zh("北京"), Publisher: zh("某图社"), Year: "2018"},
			"某院. 光缆分布图[CM]. 北京: 某图社, 2018.", "", "某院 (2018) 光缆分布图 [map], 北京: 某图社.",
		},
		{
			"an English work in a Chinese list keeps its language though it has a Chinese title",
			argument.Source{Kind: "book", Language: language.EN, Authors: []language.Text{both("罗伊", "Roe, Sam")}, Title: both("开放的网络", "Open Networks"), Publisher: both("港湾社", "Harbour Press"), Year: "2019"},
			"ROE S. Open Networks[M]. Harbour Press, 2019.", "Roe S. Open Networks[M]. Harbour Press，2019.",
			"Roe, S. (2019) Open Networks, Harbour Press.",
		},
		{
			"an edited book",
			argument.Source{Kind: "book", Editors: []language.Text{en("Roe, Jr, Sam"), en("Van Dyk, Ann")}, Title: en("Open Networks"), Publisher: en("Harbour Press"), Year: "2019"},
			"", "", "Roe, S., Jr and Van Dyk, A. (eds) (2019) Open Networks, Harbour Press.",
		},
	} {
		for style, want := range map[cite.Style]string{cite.GB2015: c.gb2015, cite.GB2025: c.gb2025, cite.AuthorDate: c.author} {
			if got := style.Write(c.s); want != "" && got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", c.name, style, got, want)
			}
		}
	}
}

// What the style of 2025 rests on is said where it is chosen.
func TestTheNewerStyleIsLabelled(t *testing.T) {
	if n := cite.GB2025.Name(); !strings.Contains(n.ZH, "未核对标准原文") || !strings.Contains(n.EN, "not checked against the standard") {
		t.Errorf("%v", n)
	}
	for _, st := range cite.Styles() {
		if n := st.Name(); n.ZH == "" || n.EN == "" {
			t.Errorf("%s is called %v", st, n)
		}
	}
}

// No kind of work is written without its mark, or with an empty part.
func TestEveryKindIsWritten(t *testing.T) {
	for _, kind := range argument.SourceKinds() {
		s := argument.Source{Kind: kind, Title: both("题", "Title"), Authors: []language.Text{both("甲", "Doe, Jo")}, Year: "2020"}
		for _, st := range cite.Styles() {
			got := st.Write(s)
			if strings.Contains(got, "..") || strings.Contains(got, ", ,") || strings.Contains(got, "[]") || strings.Contains(got, "  ") || !strings.Contains(got, "2020") {
				t.Errorf("%s, %s: %q", kind, st, got)
			}
			if st != cite.AuthorDate && !strings.Contains(got, "[") {
				t.Errorf("%s has no mark: %q", kind, got)
			}
		}
	}
}
