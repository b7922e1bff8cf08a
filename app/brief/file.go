package brief

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"celun/app/language"
	"celun/app/store"
)

// MIMEType is the first part of every .celun file.
const MIMEType = "application/vnd.celun.brief+zip"

// Encode returns the .celun file of b; the same brief and thumbnail give the
// same bytes. The thumbnail, a PNG picture of the first page, may be nil. A
// brief that breaks the rules of [Brief.Validate] is not written, because it
// could not be read again.
func Encode(b *Brief, thumbnail []byte) ([]byte, error) {
	if err := b.Validate(); err != nil {
		return nil, err
	}
	text, err := encode(b)
	if err != nil {
		return nil, err
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, text, "", "  "); err != nil {
		return nil, err
	}
	indented.WriteByte('\n')
	parts := []part{{"mimetype", []byte(MIMEType)}, {"brief.json", indented.Bytes()}}
	parts = append(parts, b.parts...)
	if len(thumbnail) > 0 {
		parts = append(parts, part{"thumbnail.png", thumbnail})
	}
	list, err := json.MarshalIndent(newManifest(parts), "", "  ")
	if err != nil {
		return nil, err
	}
	return writeParts(append(parts, part{"manifest.json", append(list, '\n')}))
}

// Decode reads a .celun file. The name is for the error, which is a
// *language.Problem: nothing is read from a file that is damaged, cut off, of
// another kind or of a newer format. See [Salvage] for what can be saved.
func Decode(name string, data []byte) (*Brief, error) {
	b, p := decode(data)
	if p != nil {
		if p.Where = name + prefixed(", ", p.Where); p.Do.IsEmpty() {
			p.Do = language.Text{
				ZH: "请打开文件本身，或重新取得一份；这个文件未作任何改动",
				EN: "Choose a brief saved by Celun, or fetch the file once more; it was not changed",
			}
		}
		return nil, p
	}
	return b, nil
}

func decode(data []byte) (*Brief, *language.Problem) {
	switch {
	case len(data) == 0:
		return nil, problem("文件是空的", "the file is empty", nil)
	case len(data) > MaxFile:
		return nil, problem(
			fmt.Sprintf("文件超过 %d MB", MaxFile>>20),
			fmt.Sprintf("the file is larger than %d MB", MaxFile>>20), nil)
	case !bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil, problem("这不是策论文稿（.celun）", "this is not a Celun brief (.celun)", nil)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if z == nil {
		return nil, damaged("文件已损坏或被截断", "the file is damaged or cut off", err)
	}
	if p := checkKind(z); p != nil {
		return nil, p
	}
	parts, p := readParts(z)
	if p != nil {
		return nil, p
	}
	text, ok := find(parts, "brief.json")
	if !ok {
		return nil, damaged("文件缺少 brief.json", "the file has no brief.json", nil)
	}
	if p := checkFormat(text); p != nil {
		return nil, p
	}
	if p := checkManifest(parts); p != nil {
		return nil, p
	}
	b := &Brief{}
	if err := json.Unmarshal(text, b); err != nil {
		return nil, damaged("brief.json 的结构不对", "brief.json has a wrong structure", err)
	}
	if err := b.Validate(); err != nil {
		var p *language.Problem
		if errors.As(err, &p) {
			p.Where = "brief.json" + prefixed(", ", p.Where)
			return nil, p
		}
		return nil, problem("brief.json 的结构不对", "brief.json has a wrong structure", err)
	}
	b.Weigh()
	b.parts = slices.DeleteFunc(parts, func(p part) bool { return isOwnPart(p.name) })
	return b, nil
}

// isOwnPart reports the parts that are written anew on every save.
func isOwnPart(name string) bool {
	return slices.Contains([]string{"mimetype", "brief.json", "thumbnail.png", "manifest.json"}, name)
}

// checkKind reports a ZIP that is not a .celun file.
func checkKind(z *zip.Reader) *language.Problem {
	if len(z.File) > 0 && z.File[0].Name == "mimetype" {
		kind, err := readPart(z.File[0])
		switch {
		case err != nil:
			return damaged("部分 mimetype 已损坏", "the part mimetype is damaged", err)
		case string(kind) == MIMEType:
			return nil
		case strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument"):
			return problem("这是 OpenDocument 文件，不是策论文稿", "this is an OpenDocument file, not a Celun brief", nil)
		case string(kind) == "application/epub+zip":
			return problem("这是电子书，不是策论文稿", "this is an e-book, not a Celun brief", nil)
		}
	}
	for _, f := range z.File {
		if f.Name == "[Content_Types].xml" {
			return problem("这是 Office 文件，不是策论文稿", "this is an Office file, not a Celun brief", nil)
		}
	}
	return problem("这是别的压缩文件，不是策论文稿", "this is a ZIP file of another kind, not a Celun brief", nil)
}

// checkFormat reports a brief.json that is not JSON, of another kind, or of a
// newer format.
func checkFormat(text []byte) *language.Problem {
	if !utf8.Valid(text) {
		return damaged("brief.json 不是 UTF-8 编码", "brief.json is not in UTF-8", nil)
	}
	var head struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return damaged(
			fmt.Sprintf("brief.json 第 %d 行不是有效的 JSON", errorLine(text, err)),
			fmt.Sprintf("brief.json is not valid JSON at line %d", errorLine(text, err)), err)
	}
	if head.Format == Format {
		return nil
	}
	if p := checkNewer(text); p != nil {
		return p
	}
	return damaged(
		fmt.Sprintf("brief.json 的格式是“%s”，不是 %s", head.Format, Format),
		fmt.Sprintf("the format of brief.json is %q, not %s", head.Format, Format), nil)
}

// checkNewer reports a brief of a later format than this version's, even if
// its JSON is cut off.
func checkNewer(text []byte) *language.Problem {
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(mend(text), &head) != nil {
		return nil
	}
	number, found := strings.CutPrefix(head.Format, "celun-brief/")
	if n, err := strconv.Atoi(number); !found || err != nil || n < 2 {
		return nil
	}
	p := problem(
		"文稿由更新的版本保存（"+head.Format+"），本版本读到 "+Format,
		"the brief was saved by a newer version ("+head.Format+"); this one reads up to "+Format, nil)
	p.Do = language.Text{ZH: "请升级程序后再打开", EN: "Open it with a newer version of the program"}
	return p
}

// errorLine returns the line of an error of the JSON reader, from 1.
func errorLine(text []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(0)
	if errors.As(err, &syntax) {
		at = syntax.Offset
	} else if errors.As(err, &kind) {
		at = kind.Offset
	}
	return 1 + bytes.Count(text[:min(max(at, 0), int64(len(text)))], []byte("\n"))
}

func problem(zh, en string, err error) *language.Problem {
	return &language.Problem{What: language.Text{ZH: zh, EN: en}, Err: err}
}

// damaged is a problem of a file from which something may still be saved.
func damaged(zh, en string, err error) *language.Problem {
	p := problem(zh, en, err)
	p.Do = language.Text{
		ZH: "请改用早先的副本，或用 celunctl export --salvage 取出还能读的部分；这个文件未作任何改动",
		EN: "Use an earlier copy, or take out what can be read with celunctl export --salvage; the file was not changed",
	}
	return p
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// Open reads the brief in the file at path.
func Open(path string) (*Brief, error) {
	data, err := store.Read(path, MaxFile)
	if err != nil {
		return nil, err
	}
	return Decode(path, data)
}

// Save writes the brief to the file at path: whole or not at all, and on the
// disk when it returns nil. The thumbnail may be nil.
func Save(path string, b *Brief, thumbnail []byte) error {
	data, err := Encode(b, thumbnail)
	if err != nil {
		return err
	}
	return store.Write(path, data)
}
