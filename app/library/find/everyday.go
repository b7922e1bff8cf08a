package find

// everyday are common words of policy briefs in both languages that are no
// terms of any pack: who looks for one of a line means the notion, as with the
// renderings of a term. They make a search in one language find what the same
// search finds in the other, also where the texts of an argument choose other
// words.
var everyday = [][]string{
	{"平台", "platform"},
	{"规制", "监管", "管制", "管控", "regulation", "oversight", "supervision"},
	{"规则", "rule"},
	{"标准", "standard"},
	{"风险", "risk"},
	{"合作", "cooperation"},
	{"竞争", "competition"},
	{"人才", "talent"},
	{"企业", "company", "enterprise"},
}
