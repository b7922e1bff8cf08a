package app

import (
	"context"
	"fmt"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/store"
)

// ExportFinal exports the final version of the brief in a file, with its
// manifest beside the PDF. It is checked first: an error that is not waived
// stops it, and nothing is written.
func (a *App) ExportFinal(ctx context.Context, path string, o ExportOptions) (Exported, error) {
	data, err := store.Read(path, brief.MaxFile)
	if err != nil {
		return Exported{}, err
	}
	b, err := brief.Decode(path, data)
	if err != nil {
		return Exported{}, err
	}
	findings, err := a.CheckFinal(ctx, b, o.Page, o.Articles)
	if err != nil {
		return Exported{}, err
	}
	if n := review.Count(review.Open(findings), review.Error); n > 0 {
		return Exported{}, &language.Problem{
			Where: path,
			What:  language.Text{ZH: fmt.Sprintf("有 %d 处错误，没有导出定稿", n), EN: language.Plural(n, "error was", "errors were") + " found and no final version was exported"},
			Do:    language.Text{ZH: "请在“检查”里改正，或注明理由予以豁免", EN: "Correct them in the checks, or waive them with a reason"},
		}
	}
	o.Final = true
	result, err := a.Export(ctx, b, o)
	if err != nil {
		return Exported{}, err
	}
	_, err = a.WriteManifest(b, path, data, result, append(findings, result.Findings...))
	return result, err
}
