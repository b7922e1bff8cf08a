package app

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf"
	"celun/app/review"
	"celun/app/store"
	"celun/app/typeset"
)

// Pages sets a brief as pages. Its titles break between phrases.
func (a *App) Pages(ctx context.Context, b *brief.Brief, o typeset.Options) (*typeset.Document, error) {
	setter, err := a.setterFor(b)
	if err != nil {
		return nil, err
	}
	return setter.Set(ctx, b, o)
}

// setterFor returns a setter that knows the phrases of what breaks between
// them: titles and tables, or all of the brief.
func (a *App) setterFor(b *brief.Brief) (*typeset.Setter, error) {
	if b.Meta.Page.Phrases {
		d, err := a.Dictionary()
		if err != nil {
			return nil, err
		}
		return a.NewSetter(d.Breaks)
	}
	d, err := a.narrow(headlines(b))
	if err != nil {
		return nil, err
	}
	return a.NewSetter(d.Breaks)
}

// An Edition says which languages a PDF shows.
type Edition string

// The editions. All makes a PDF of each of the other three.
const (
	Both        Edition = "both"
	OnlyChinese Edition = "zh"
	OnlyEnglish Edition = "en"
	All         Edition = "all"
)

// ExportOptions say how a brief is exported. The zero value of a field takes
// what the brief says, and else both languages in parallel columns on A4.
type ExportOptions struct {
	Out     string // path of the PDF; editions of one language get .zh or .en before .pdf if all are made
	Edition Edition
	Page    typeset.Options // its Languages are set by Edition
	// Trace adds an appendix that says where each sentence comes from (see
	// [App.Trace]).
	Trace bool
	// Password, if set, is needed to open the files (see [pdf.Options]).
	Password string
	// Final has the files looked at before they are written: what is wrong in
	// them is among the findings, and an error that is not waived stops the
	// export.
	Final bool
	// Articles are what a final version is held against: the texts of sources
	// that were opened, by the id of the source.
	Articles map[string]*article.Article
	// Progress, if set, is told how much of all the files is written, in
	// thousandths of a file.
	Progress func(done, total int)
}

// A File is one file that was exported.
type File struct {
	Path    string
	Pages   int
	Edition Edition // Both, or one language
	SHA256  string  // of the file, in hexadecimal
}

// An Exported is the result of an export.
type Exported struct {
	Files    []File
	Layout   brief.Layout // of the first file, as it was set
	Warnings []typeset.Warning
	Findings []review.Finding // of a final export: what was found in the files
}

// Export writes a brief as one or more PDFs. Nothing is written unless all of
// them could be made; it then writes file by file, each whole or not at all.
func (a *App) Export(ctx context.Context, b *brief.Brief, o ExportOptions) (Exported, error) {
	editions := o.editions()
	if o.Trace {
		traced, err := a.Trace(b)
		if err != nil {
			return Exported{}, err
		}
		b = traced
	}
	setter, err := a.setterFor(b)
	if err != nil {
		return Exported{}, err
	}
	var result Exported
	if o.Password != "" {
		result.Warnings = append(result.Warnings, typeset.Warning{Code: "encrypted", Text: language.Text{
			ZH: "文件已加密，因此不标注 PDF/A-2a（归档）与 PDF/UA-1（无障碍）：两项标准都不容许这种加密；标签仍在",
			EN: "The file is encrypted and so does not say that it is PDF/A-2a (archival) or PDF/UA-1 (accessible): neither allows this encryption. Its tags are all there",
		}})
	}
	var contents [][]byte
	for i, e := range editions {
		page := o.Page
		page.Languages = e.languages()
		doc, err := setter.Set(ctx, b, page)
		if err != nil {
			return Exported{}, err
		}
		var out bytes.Buffer
		err = pdf.Write(ctx, &out, doc, a.faces, pdf.Options{Version: Version(), Password: o.Password, Progress: func(done, total int) {
			if o.Progress != nil {
				o.Progress(1000*i+1000*done/max(1, total), 1000*len(editions))
			}
		}})
		if err != nil {
			return Exported{}, err
		}
		if o.Final {
			found, err := a.inspect(ctx, b, doc, out.Bytes(), o.Password != "")
			if err != nil {
				return Exported{}, err
			}
			result.Findings = append(result.Findings, found...)
		}
		contents = append(contents, out.Bytes())
		result.Files = append(result.Files, File{o.path(e), len(doc.Pages), e, sum(out.Bytes())})
		if i == 0 {
			result.Layout = doc.Layout
		}
		result.Warnings = append(result.Warnings, doc.Warnings...)
	}
	for _, f := range review.Open(result.Findings) {
		if f.Severity == review.Error {
			return Exported{}, &language.Problem{
				Where: filepath.Base(o.Out), What: f.Message,
				Do: language.Text{ZH: "没有写出任何文件", EN: "No file was written"},
			}
		}
	}
	if err := ctx.Err(); err != nil { // the last moment to leave no file
		return Exported{}, err
	}
	for i, f := range result.Files {
		if err := store.Write(f.Path, contents[i]); err != nil {
			return Exported{}, err
		}
	}
	return result, nil
}

// inspect looks into a PDF, and writes it again to see that it comes out the
// same. Of a locked one it looks at what was locked.
func (a *App) inspect(ctx context.Context, b *brief.Brief, doc *typeset.Document, data []byte, locked bool) ([]review.Finding, error) {
	write := func() ([]byte, error) {
		var out bytes.Buffer
		err := pdf.Write(ctx, &out, doc, a.faces, pdf.Options{Version: Version()})
		return out.Bytes(), err
	}
	if locked {
		plain, err := write()
		if err != nil {
			return nil, err
		}
		data = plain
	}
	again, err := write()
	if err != nil {
		return nil, err
	}
	found := review.File(b, data, doc)
	if !bytes.Equal(data, again) {
		found = append(found, review.Unrepeatable(b)...)
	}
	return found, nil
}

// Paths returns where an export puts its PDFs.
func (o *ExportOptions) Paths() []string {
	var paths []string
	for _, e := range o.editions() {
		paths = append(paths, o.path(e))
	}
	return paths
}

func (o *ExportOptions) editions() []Edition {
	switch o.Edition {
	case "":
		return []Edition{Both}
	case All:
		return []Edition{Both, OnlyChinese, OnlyEnglish}
	}
	return []Edition{o.Edition}
}

func (e Edition) languages() []language.Language {
	switch e {
	case OnlyChinese:
		return []language.Language{language.ZH}
	case OnlyEnglish:
		return []language.Language{language.EN}
	}
	return language.Both()
}

// path returns the path of edition e.
func (o *ExportOptions) path(e Edition) string {
	if o.Edition != All || e == Both {
		return o.Out
	}
	ext := filepath.Ext(o.Out)
	return strings.TrimSuffix(o.Out, ext) + "." + string(e) + ext
}
