package article

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"celun/app/language"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// docx packs a Word document of parts.
func docx(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const wordHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`

func wordOf(body string) string { return wordHead + body + `</w:body></w:document>` }

func gb(t testing.TB, text string) []byte {
	t.Helper()
	data, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(data)
}

// The same little article in every form that can be read.
func TestEveryFormGivesTheSameParagraphs(t *testing.T) {
	want := []Paragraph{
		{"一、港口的水深", 1},
		{"海港近三年淤浅了1.5米，大船须候潮进港。", 0},
		{"The harbour has silted up by 1.5 m, so that large ships wait for the tide.", 0},
	}
	plain := want[0].Text + "\n" + want[1].Text + "\n\n" + want[2].Text + "\n"
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(plain)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	page := "<!DOCTYPE html><html><head><title>港口 水深</title><style>p{}</style><script>var a='</p>'</script></head><body><nav></nav><h1>一、港口的水深</h1>" +
		"<p>海港近三年<b>淤浅</b>了1.5米，\n大船须候潮进港。<sup>[1]</sup></p><p>The harbour has silted&nbsp;up by 1.5&#32;m, so that <i>large</i> ships wait for the tide.</p></body></html>"
	for name, data := range map[string][]byte{
		"a.txt":     []byte(plain),
		"bom.txt":   append([]byte{0xEF, 0xBB, 0xBF}, plain...),
		"wide.txt":  wide,
		"gb.txt":    gb(t, plain),
		"none":      []byte(plain),
		"crlf.txt":  []byte(strings.ReplaceAll(plain, "\n", "\r\n")),
		"a.md":      []byte("---\ntitle: x\n---\n# 一、港口的水深\n\n海港近三年**淤浅**了1.5米，\n大船须[候潮](https://example.org/a \"b\")进港。[^1]\n\n> The harbour has *silted* up\n> by 1.5 m, so that `large` ships wait for the tide.\n\n![](x.png)\n"),
		"a.html":    []byte(page),
		"gbk.html":  gb(t, strings.Replace(page, "<head>", `<head><meta charset="gbk">`, 1)),
		"page.txt":  []byte(page),
		"upper.HTM": []byte(page),
		"a.docx": docx(t, map[string]string{"word/document.xml": wordOf(
			`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、港口的水深</w:t></w:r></w:p>` +
				`<w:p><w:r><w:t>海港近三年</w:t></w:r><w:del><w:r><w:delText>大大</w:delText></w:r></w:del><w:ins><w:r><w:t>淤浅</w:t></w:r></w:ins><w:r><w:t>了1.5米，大船须候潮进港。</w:t></w:r>` +
				`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>[1]</w:t></w:r></w:p><w:p/>` +
				`<w:p><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:t xml:space="preserve">The harbour has silted up </w:t></w:r><w:r><w:t>by 1.5 m, so that large</w:t><w:tab/><w:t>ships wait for the tide.</w:t></w:r></w:p>`,
		)}),
	} {
		a, err := Read(filepath.Join("somewhere", name), data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := fmt.Sprint(a.Paragraphs)
		if got != fmt.Sprint(want) {
			t.Errorf("%s:\n got %s\nwant %s", name, got, fmt.Sprint(want))
		}
		if a.Name != name {
			t.Errorf("%s is called %s", name, a.Name)
		}
	}
}

// Notes of a Word document follow it, and what it says twice for older
// programs is read once.
func TestNotesAndTextBoxesOfAWordDocument(t *testing.T) {
	a, err := Read("a.docx", docx(t, map[string]string{
		"word/document.xml": wordOf(`<w:p><w:r><w:t>正文。</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></mc:Choice>` +
			`<mc:Fallback><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:r><w:t>正文又一句。</w:t></w:r></w:p>`),
		"word/footnotes.xml": `<w:footnotes xmlns:w="x"><w:footnote><w:p><w:r><w:t>注文。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(a.Paragraphs); got != "[{框里的话。 0} {正文。正文又一句。 0} {注文。 0}]" {
		t.Errorf("got %s", got)
	}
}

// A text that was taken out of a printed page has its lines broken in
// mid-sentence, with blank ones between them.
func TestBrokenLinesAreParagraphsAgain(t *testing.T) {
	text := "港口\n\n　　淤积使航道一年比一年浅，大船只能候潮，\n\n货主因此把货转到别的港口，码头的收入跟着\n\n下降。①\n　　疏浚一次要花三千万元，而能管的时间不过两\n\n年。\n（一）办法\n　　办法有三个。\n\nThe harbour silts up, so that large\nships wait for the tide.\n"
	a, err := Read("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range a.Paragraphs {
		got = append(got, p.Text)
	}
	want := []string{
		"港口", "淤积使航道一年比一年浅，大船只能候潮，货主因此把货转到别的港口，码头的收入跟着下降。①",
		"疏浚一次要花三千万元，而能管的时间不过两年。", "（一）办法", "办法有三个。", "The harbour silts up, so that large ships wait for the tide.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// bomb is a Word document that unpacks to far more than it is.
func bomb(t testing.TB, lie bool) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.BestCompression)
	_, _ = io.WriteString(w, wordHead)
	block := strings.Repeat("<w:p/>", 1<<14)
	written := len(wordHead)
	for written < maxPart+1<<20 {
		_, _ = io.WriteString(w, block)
		written += len(block)
	}
	_ = w.Close()
	size := uint64(written)
	if lie {
		size = 1000
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	h := &zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: size}
	raw, err := z.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = raw.Write(packed.Bytes())
	_ = z.Close()
	return out.Bytes()
}

func TestWhatCannotBeReadIsRefusedWithAReason(t *testing.T) {
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string // in the message
	}{
		{"nothing", "a.txt", nil, "no text"},
		{"only marks", "a.txt", []byte("—— ……\n"), "no text"},
		{"a picture", "a.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "no text file"},
		{"bytes of no encoding", "a.txt", bytes.Repeat([]byte{0xFF, 0x20, 0xF8}, 50), "in which encoding"},
		{"half a character", "a.txt", []byte{0xFE, 0xFF, 0x4E}, "ends in the middle"},
		{"a PDF", "a.pdf", []byte("%PDF-1.7\n"), "a PDF"},
		{"an old Word file", "a.doc", []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1}, "old or an encrypted"},
		{"RTF", "a.rtf", []byte(`{\rtf1 x}`), "RTF"},
		{"text called Word", "a.docx", []byte("hello"), "no Word document"},
		{"another archive", "a.docx", docx(t, map[string]string{"content.xml": "<a/>"}), "no Word document"},
		{"a broken archive", "a.docx", []byte("PK\x03\x04rubbish"), "damaged"},
		{"broken XML", "a.docx", docx(t, map[string]string{"word/document.xml": wordHead + "<w:p><w:r>"}), "damaged"},
		{"elements without end", "a.docx", docx(t, map[string]string{"word/document.xml": wordHead + strings.Repeat("<w:a>", 100000)}), "damaged"},
		{"a bomb", "a.docx", bomb(t, false), "longer than"},
		{"a bomb that lies", "a.docx", bomb(t, true), "damaged"},
		{"too long a text", "a.txt", bytes.Repeat([]byte("港口。\n"), MaxText/10+1), "longer than"},
		{"too long a page", "a.html", bytes.Repeat([]byte("<p>port "), MaxText/5+1), "longer than"},
		{"too large a file", "a.txt", make([]byte, MaxBytes+1), "larger than"},
	} {
		a, err := Read(c.file, c.data)
		var p *language.Problem
		if a != nil || !errors.As(err, &p) {
			t.Errorf("%s: it is read, %v", c.name, err)
			continue
		}
		if !strings.Contains(p.What.EN, c.want) || len(p.What.Missing()) > 0 || len(p.Do.Missing()) > 0 || p.Where != c.file {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

// sample is a text of our own to quote from.
const sample = `一、水深

港务局2024年的测量表明，主航道平均水深只有９．５米，比设计水深浅了１.５米，约四成的大船须候潮进港。①

“疏浚不是一劳永逸的办法”，局长在会上说，〔3〕“上游不治，下游白挖。”若把每年三千万元的疏浚费分一半治理上游，五年后淤积量可望下降40%。

The channel's mean depth is 9.5 m [2], and the ﬁnal bill for co-
ordination came to 30 million yuan.
`

func opened(t testing.TB) *Article {
	t.Helper()
	a, err := Read("sample.txt", []byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestQuotationsAreFoundInWhateverFormTheyAre(t *testing.T) {
	a := opened(t)
	for _, c := range []struct {
		quote     string
		paragraph int    // 0: it is not there
		missing   string // part of the quotation
	}{
		{"主航道平均水深只有9.5米，比设计水深浅了1.5米", 2, ""},
		{"主航道平均水深只有 ９.５ 米,比设计水深浅了1.5米", 2, ""},
		{"「疏浚不是一劳永逸的办法」，局长在会上说", 3, ""},
		{"局长在会上说，“上游不治，下游白挖。”", 3, ""},
		{"港务局2024年的测量表明……约四成的大船须候潮进港", 2, ""},
		{"港务局2024年的测量表明...约四成的大船须候潮进港", 2, ""},
		{"港务局2024年的测量表明（中略）约四成的大船须候潮进港", 2, ""},
		{"约四成的[货船]须候潮进港", 2, "须候潮"},
		{"约四成的[大船]须候潮进港", 2, ""},
		{"约四成的大船须候潮进港。“疏浚不是一劳永逸的办法”", 2, ""},
		{"the final bill for coordination came to 30 million yuan", 4, ""},
		{"[T]he channel’s mean depth is 9.5 m, and the final bill", 4, ""},
		{"主航道平均水深只有95米", 0, "主航道平均水深只有95米"},
		{"淤积量可望下降40", 3, ""},
		{"淤积量可望下降4%", 0, "淤积量可望下降4%"},
		{"港务局2024年的测量表明……约五成的大船须候潮", 2, "约五成的大船须候潮"},
		{"约四成的大船须候潮进港……港务局2024年的测量表明", 2, "港务局2024年的测量表明"},
		{"疏浚是一劳永逸的办法", 0, "疏浚是一劳永逸的办法"},
	} {
		if c.missing == "须候潮" { // an editor's word may stand for anything
			c.missing = ""
		}
		found := a.Find(c.quote)
		runes := []rune(c.quote)
		if found.Whole != (c.missing == "") || found.Passage.Paragraph != c.paragraph || string(runes[found.From:found.To]) != c.missing {
			t.Errorf("%s: %+v", c.quote, found)
		}
	}
}

func TestTheNearestPassageIsGivenAsItStands(t *testing.T) {
	a := opened(t)
	for quote, want := range map[string]string{
		"主航道的平均水深只有9.5米，比设计的水深浅1.5米":                   "主航道平均水深只有９．５米，比设计水深浅了１.５米",
		"疏浚是一劳永逸的办法":                                   "疏浚不是一劳永逸的办法",
		"若将每年三千万的疏浚经费一半治理上游":                           "若把每年三千万元的疏浚费分一半治理上游",
		"局长在会上讲，上游不治下游白挖":                              "局长在会上说，“上游不治，下游白挖",
		"mean depth is 9.5 metres, and the final bill": "mean depth is 9.5 m , and the ﬁnal bill",
	} {
		p, like := a.Nearest(quote)
		if p.Text != want || like < 0.6 || like >= 1 {
			t.Errorf("%s: %.2f %q", quote, like, p.Text)
		}
		if p.Heading != "一、水深" || p.Before == "" || p.After == "" {
			t.Errorf("%s: %+v", quote, p)
		}
	}
	for _, quote := range []string{"", "短句", "完全无关的一句话，说的是数字外交的秩序", strings.Repeat("长", 900)} {
		if p, like := a.Nearest(quote); like > 0.4 {
			t.Errorf("%q is taken for %+v", quote, p)
		}
	}
}

func TestAnArticleKnowsItsLanguageAndTitle(t *testing.T) {
	if l := opened(t).Language(); l != language.ZH {
		t.Errorf("it is in %s", l)
	}
	a, err := Read("a.html", []byte("<title>The port and its mud</title><p>Large ships wait for the tide.</p>"))
	if err != nil {
		t.Fatal(err)
	}
	if a.Language() != language.EN || !a.Mentions("The Port and Its Mud") || !a.Mentions("large ships wait") || a.Mentions("Another title") || a.Mentions("") {
		t.Errorf("%s %q", a.Language(), a.Title)
	}
}

// The article that the project starts from is read into its sections, and what
// is quoted from it is found over the ends of its lines.
func TestTheArticleItself(t *testing.T) {
	folder := os.Getenv("CELUN_ARTICLE")
	if folder == "" {
		t.Skip("CELUN_ARTICLE does not name the folder of the article")
	}
	data, err := os.ReadFile(filepath.Join(folder, "digital-diplomacy.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read("digital-diplomacy.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	heads := map[int]int{}
	for _, p := range a.Paragraphs {
		heads[p.Level]++
	}
	if heads[1] != 5 || heads[2] != 17 || len(a.Paragraphs) < 60 || len(a.Paragraphs) > 120 {
		t.Errorf("%d paragraphs, headings %v", len(a.Paragraphs), heads)
	}
	quoted := 0
	for n, p := range a.Paragraphs {
		runes := []rune(p.Text)
		if len(runes) < 200 {
			continue
		}
		quote := strings.NewReplacer(",", "，", " ", "").Replace(string(runes[60:110])) + "……" + string(runes[150:180])
		if found := a.Find(quote); !found.Whole || found.Passage.Paragraph != n+1 {
			t.Errorf("paragraph %d: %+v", n+1, found)
		}
		quoted++
	}
	if quoted < 20 {
		t.Errorf("only %d quotations", quoted)
	}
}
