package review

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// How long sentences and paragraphs read well.
const (
	longSentenceZH  = 60  // 字
	longSentenceEN  = 30  // words
	longParagraphZH = 200 // 字
	oftenEmpty      = 3   // uses of an empty phrase in one brief
)

// empty are phrases that say nothing if they are said often.
var empty = []string{"高度重视", "切实加强", "进一步", "不断完善", "大力推进", "着力", "扎实推进", "积极推动", "深入贯彻"}

var (
	doubleHedge = regexp.MustCompile(`(?:约|大约|近)[^，。；]{1,10}?左右`)
	passive     = regexp.MustCompile(`(?i)\b(?:should|must|shall|will|to) be (\w+ed|made|taken|given|built|set|done|held|put|drawn|kept|run|led|sent)\b`)
	shouldWord  = regexp.MustCompile(`\bshould\b`)
	vagueWord   = regexp.MustCompile(`\b(?:may|might|could)\b`)
	gradeWord   = regexp.MustCompile(`(?i)\bevidence\b|\bgrade\b|\bconfidence\b|\blikely\b`)
)

// style are the hints of house style: nothing that keeps a brief from going
// out. What was taken from the library word for word was written by others.
func (r *run) style() {
	phrases := map[string]int{}
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.block == nil || !(isProse(p.block.Kind) || p.block.Kind == brief.Recommendation) || r.borrowed(p) {
			continue
		}
		r.chineseStyle(p, phrases)
		r.englishStyle(p)
	}
}

// borrowed reports whether a text is the library's.
func (r *run) borrowed(p *pair) bool {
	if p.block.From == nil || r.library == nil {
		return false
	}
	e, ok := r.library.In(p.block.From.Pack, p.block.From.Argument)
	if !ok {
		return false
	}
	for _, n := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
		body := strings.TrimRight(e.At(n).ZH, "。")
		if body != "" && strings.Contains(p.zh.text, strings.TrimPrefix(body, "作者认为，")) {
			return true
		}
	}
	return false
}

func (r *run) chineseStyle(p *pair, phrases map[string]int) {
	s := &p.zh
	hint := func(from, to int, zh, en string) {
		r.add("G1", Hint, in(p.at, language.ZH), zh, en).on(s, from, to)
	}
	prose := s.prose(language.ZH)
	for _, x := range prose.long {
		hint(x.From, x.To, fmt.Sprintf("这句有 %d 字，宜在 %d 字以内，请断开", x.count, longSentenceZH), fmt.Sprintf("This sentence has %d characters; break it so that it has %d at most", x.count, longSentenceZH))
	}
	if p.block.Kind == brief.Paragraph || p.block.Kind == brief.Argument {
		if n := prose.count; n > longParagraphZH {
			hint(0, len(s.runes), fmt.Sprintf("这段有 %d 字，宜在 %d 字以内，请分段", n, longParagraphZH), fmt.Sprintf("This paragraph has %d characters; break it so that it has %d at most", n, longParagraphZH))
		}
	}
	if w := prose.selfish; w.as != "" && r.brief.Meta.Template.ID != "" {
		hint(w.From, w.To, "简报代表单位，不用“"+w.as+"”，请写明是谁的判断", "A brief speaks for its unit; say whose judgement it is instead of “"+w.as+"”")
	}
	if w := prose.hedged; w.To > 0 {
		hint(w.From, w.To, "“约”与“左右”重复，请留一个", "“约” and “左右” say the same; keep one of them")
	}
	for _, w := range prose.empty {
		if phrases[w.as]++; phrases[w.as] == oftenEmpty+1 {
			hint(w.From, w.To, fmt.Sprintf("“%s”已经用了 %d 次，请写出具体做法", w.as, phrases[w.as]), fmt.Sprintf("“%s” is used for the %dth time; say what is to be done", w.as, phrases[w.as]))
		}
	}
}

func (r *run) englishStyle(p *pair) {
	s := &p.en
	hint := func(at []int, zh, en string) {
		from := len([]rune(s.text[:at[0]]))
		r.add("G2", Hint, in(p.at, language.EN), zh, en).on(s, from, from+len([]rune(s.text[at[0]:at[1]])))
	}
	for _, x := range s.prose(language.EN).long {
		r.add("G2", Hint, in(p.at, language.EN),
			fmt.Sprintf("这句英文有 %d 词，宜在 %d 词以内，请断开", x.count, longSentenceEN),
			fmt.Sprintf("This sentence has %d words; break it so that it has %d at most", x.count, longSentenceEN)).on(s, x.From, x.To)
	}
	switch {
	case p.at.Slot == brief.ActionSlot:
		if at := passive.FindStringIndex(s.text); at != nil && !strings.Contains(s.text, " by ") {
			hint(at, "建议用了被动语态，没有说由谁做，请改为主动", "The recommendation is passive and names no one who acts; make it active")
		}
	case p.block.Kind == brief.Evidence || p.section.Slot == "evidence" && p.block.Kind == brief.Paragraph:
		if at := shouldWord.FindStringIndex(s.text); at != nil {
			hint(at, "论据部分用了“should”：先陈述事实，主张放到建议里", "‘should’ stands among the evidence: state what is, and leave what should be to the recommendations")
		}
	case p.block.Kind == brief.KeyMessages:
		for line := range strings.SplitSeq(s.text, "\n") {
			if at := vagueWord.FindStringIndex(line); at != nil && !gradeWord.MatchString(line) {
				base := strings.Index(s.text, line)
				hint([]int{base + at[0], base + at[1]}, "要点里的“"+line[at[0]:at[1]]+"”没有说明把握有多大，请写明依据的等级", "‘"+line[at[0]:at[1]]+"’ in a key message says nothing of how sure it is; state the grade of the evidence")
			}
		}
	}
}

// A prose is what there is to say of the style of one text.
type prose struct {
	count   int // 字 of a Chinese text
	long    []sentence
	selfish slip // as is the word
	hedged  Range
	empty   []slip // each use of an empty phrase
}

// A sentence is one that is long, and how long.
type sentence struct {
	Range
	count int
}

// prose reads the style of a text.
func (s *side) prose(l language.Language) *prose {
	if s.style != nil {
		return s.style
	}
	k := &prose{}
	s.style = k
	longest := longSentenceEN
	if l == language.ZH {
		longest = longSentenceZH
	}
	for _, x := range sentences(l, s.runes) {
		if x.To-x.From <= longest {
			continue // neither characters nor words are shorter than a rune
		}
		if n := spoken(l, s.runes[x.From:x.To]); n > longest {
			k.long = append(k.long, sentence{x, n})
		}
	}
	if l == language.EN {
		return k
	}
	if len(s.runes) > longParagraphZH {
		k.count = language.Count(l, s.text)
	}
	for _, w := range []string{"笔者", "我认为", "我觉得"} {
		if from := runeIndex(s, w); from >= 0 && k.selfish.as == "" {
			k.selfish = slip{Range: Range{from, from + len([]rune(w))}, as: w}
		}
	}
	if strings.Contains(s.text, "左右") {
		if at := doubleHedge.FindStringIndex(s.text); at != nil {
			from := len([]rune(s.text[:at[0]]))
			k.hedged = Range{from, from + len([]rune(s.text[at[0]:at[1]]))}
		}
	}
	for _, w := range empty {
		for at := 0; ; {
			i := strings.Index(s.text[at:], w)
			if i < 0 {
				break
			}
			from := len([]rune(s.text[:at+i]))
			k.empty = append(k.empty, slip{Range: Range{from, from + len([]rune(w))}, as: w})
			at += i + len(w)
		}
	}
	return k
}

// spoken counts a sentence without what it quotes or names, which is not for
// its writer to shorten.
func spoken(l language.Language, runes []rune) int {
	var own strings.Builder
	var opened []rune
	for i, c := range runes {
		if n := len(opened); n > 0 && c == opened[n-1] && !(c == '’' && i+1 < len(runes) && isLetter(runes[i+1])) {
			opened = opened[:n-1]
			continue
		}
		switch c {
		case '“':
			opened = append(opened, '”')
		case '‘':
			opened = append(opened, '’')
		case '《':
			opened = append(opened, '》')
		default:
			if len(opened) == 0 {
				own.WriteRune(c)
			}
		}
	}
	return language.Count(l, own.String())
}

// runeIndex returns where a word stands in the plain text, in runes, or -1.
func runeIndex(s *side, w string) int {
	at := strings.Index(s.text, w)
	if at < 0 {
		return -1
	}
	return len([]rune(s.text[:at]))
}

// sentences returns the sentences of a text without the spaces around them. A
// semicolon or colon ends one as well: what stands before it can be read by
// itself.
func sentences(l language.Language, runes []rune) []Range {
	var all []Range
	start := 0
	end := func(i int) {
		from := start
		for from < i && unicode.IsSpace(runes[from]) {
			from++
		}
		if from < i {
			all = append(all, Range{from, i})
		}
		start = i
	}
	for i, c := range runes {
		switch {
		case c == '\n', l == language.ZH && strings.ContainsRune("。！？；：", c):
			end(i + 1)
		case l == language.EN && strings.ContainsRune(".!?;:", c):
			next := i + 1
			for next < len(runes) && strings.ContainsRune("’”)\"'", runes[next]) {
				next++
			}
			if next >= len(runes) || unicode.IsSpace(runes[next]) && !(c == '.' && shortened(runes[start:i])) {
				end(next)
			}
		}
	}
	end(len(runes))
	return all
}

// shortened reports that a text ends with an abbreviation before its stop.
func shortened(runes []rune) bool {
	word := string(runes)
	if i := strings.LastIndexByte(word, ' '); i >= 0 {
		word = word[i+1:]
	}
	word = strings.Trim(word, "(‘“")
	switch strings.ToLower(word) {
	case "no", "e.g", "i.e", "cf", "mr", "mrs", "ms", "dr", "prof", "vol", "pp", "p", "fig", "st", "al", "etc", "vs":
		return true
	}
	return len([]rune(word)) == 1 && word != "I"
}
