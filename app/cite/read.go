package cite

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// MaxBytes is the size of the largest file of references that is read.
const MaxBytes = 20 << 20

// A Note tells of an entry that was not read, or not whole.
type Note struct {
	Line  int    // where the entry begins, from 1; 0 if that does not help
	Entry string // its key or title, if it has any
	Text  language.Text
}

// Read reads the sources in a file of CSL-JSON, BibTeX or RIS, whichever it is.
// Their ids are unique and can stand in a citation. What could not be read of
// entries is told in the notes; a file that is none of the three, or holds no
// entry, is a [language.Problem].
func Read(name string, data []byte) ([]argument.Source, []Note, error) {
	problem := func(zh, en, doZH, doEN string) error {
		return &language.Problem{Where: name, What: language.Text{ZH: zh, EN: en}, Do: language.Text{ZH: doZH, EN: doEN}}
	}
	if len(data) > MaxBytes {
		return nil, nil, problem(fmt.Sprintf("文件超过 %d MB", MaxBytes>>20), fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20),
			"请分成几个文件", "Split it")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
	if !utf8.ValidString(text) {
		return nil, nil, problem("文字不是 UTF-8 编码", "the text is not in UTF-8",
			"请在文献软件里另存为 UTF-8 再导入", "Export it as UTF-8 from the program it came from")
	}
	var sources []argument.Source
	var notes []Note
	var err error
	switch begin := strings.TrimSpace(text); {
	case strings.HasPrefix(begin, "[") || strings.HasPrefix(begin, "{"):
		sources, err = readCSL(text)
		if err != nil {
			return nil, nil, problem("不是有效的 CSL-JSON", "this is not valid CSL-JSON", "请从文献软件重新导出", "Export it again from the program it came from")
		}
	case isRIS(begin):
		sources, notes = readRIS(text)
	case strings.Contains(begin, "@"):
		sources, notes = readBibTeX(text)
	default:
		return nil, nil, problem("不是 CSL-JSON、BibTeX 或 RIS 文件", "this is not a file of CSL-JSON, BibTeX or RIS",
			"请从文献软件导出这三种格式之一", "Export one of these formats from the program it came from")
	}
	if len(sources) == 0 {
		return nil, notes, problem("文件里没有读到文献", "no reference was found in the file", "请检查导出的内容", "Look at what was exported")
	}
	for i := range sources {
		tidy(&sources[i])
	}
	number(sources)
	return sources, notes, nil
}

// tidy brings what programs write in many ways into the one that is kept.
func tidy(s *argument.Source) {
	s.DOI = strings.TrimSpace(s.DOI)
	for _, head := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"} {
		s.DOI = strings.TrimSpace(strings.TrimPrefix(s.DOI, head))
	}
	s.Pages = strings.TrimSpace(hyphens(s.Pages, "–"))
	if s.Authors == nil {
		s.Authors = []language.Text{}
	}
	s.Year = strings.TrimSpace(s.Year)
}

// number gives sources without a key one, and keys that are taken a number, and
// leaves out of keys what cannot stand in a citation.
func number(sources []argument.Source) {
	taken := map[string]bool{}
	for i := range sources {
		s := &sources[i]
		id := plainKey(s.ID)
		if id == "" {
			id = key(s)
		}
		for n, base := 2, id; taken[id]; n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		taken[id] = true
		s.ID = id
	}
}

// key makes a key of the first author and the year.
func key(s *argument.Source) string {
	name := "source"
	if len(s.Authors) > 0 {
		if first := in(s.Authors[0], written(*s)); first != "" {
			name, _, _ = strings.Cut(first, ",")
		}
	}
	return cmp.Or(plainKey(strings.ToLower(name)+s.Year), "source")
}

// plainKey leaves out what cannot stand in a citation.
func plainKey(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune("[]|^=\\*#(){},;", r) {
			return -1
		}
		return r
	}, s)
}

// languageOf returns the language of a work by what its file says, such as zh-CN
// or chinese, or else by its title.
func languageOf(said, title string) language.Language {
	said = strings.ToLower(strings.TrimSpace(said))
	switch {
	case strings.HasPrefix(said, "zh"), strings.HasPrefix(said, "chi"), strings.HasPrefix(said, "中"), strings.HasPrefix(said, "汉"):
		return language.ZH
	case strings.HasPrefix(said, "en"):
		return language.EN
	case strings.ContainsFunc(title, language.IsHan):
		return language.ZH
	}
	return language.EN
}

// side returns a text that has s in l.
func side(l language.Language, s string) language.Text {
	return language.Text{}.With(l, strings.Join(strings.Fields(s), " "))
}

// person returns a name: that of someone with hanzi without a gap, a Western
// one with the family name first.
func person(family, given string) language.Text {
	family, given = strings.TrimSpace(family), strings.TrimSpace(given)
	if strings.ContainsFunc(family+given, language.IsHan) {
		return language.Text{ZH: strings.ReplaceAll(family+given, " ", "")}
	}
	return language.Text{EN: joined(family, ", ", given)}
}
