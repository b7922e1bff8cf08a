package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/store"
)

// ManifestFormat is the value of "format" in a manifest.
const ManifestFormat = "celun-manifest/1"

// A Manifest tells what a final export was made of: what went in, at which
// version, what came out, and what the checks still had to say. The same
// inputs give the same manifest.
type Manifest struct {
	Format   string            `json:"format"`
	Brief    ManifestBrief     `json:"brief"`
	Template brief.Template    `json:"template"`
	Packs    []ManifestPack    `json:"packs"`
	Layout   brief.Layout      `json:"layout"`
	Files    []ManifestFile    `json:"files"`
	Warnings []ManifestWarning `json:"warnings"`
	Waivers  []ManifestWaiver  `json:"waivers"`
}

// A ManifestBrief is the brief that was exported.
type ManifestBrief struct {
	ID      string        `json:"id"`
	Title   language.Text `json:"title"`
	Version string        `json:"version"`
	Date    string        `json:"date"`
	File    string        `json:"file"`
	SHA256  string        `json:"sha256"` // of the .celun file
}

// A ManifestPack is a pack that the brief takes arguments from.
type ManifestPack struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

// A ManifestFile is a PDF that was written.
type ManifestFile struct {
	File     string  `json:"file"`
	Pages    int     `json:"pages"`
	Language Edition `json:"language"`
	SHA256   string  `json:"sha256"`
}

// A ManifestWarning is a warning or hint that was open at the export.
type ManifestWarning struct {
	Code     string            `json:"code"`
	Severity review.Severity   `json:"severity"`
	Block    string            `json:"block"`
	Language language.Language `json:"language"`
	Message  language.Text     `json:"message"`
}

// A ManifestWaiver is what somebody let pass, and why.
type ManifestWaiver struct {
	Code     string            `json:"code"`
	Section  string            `json:"section"`
	Block    string            `json:"block"`
	Language language.Language `json:"language"`
	Reason   string            `json:"reason"`
	By       string            `json:"by"`
	Date     string            `json:"date"`
	What     language.Text     `json:"what"`  // what was found when it was given; empty in briefs of earlier versions
	Found    []ManifestFound   `json:"found"` // empty: there is nothing to let pass any more
}

// A ManifestFound is a finding that a waiver let pass.
type ManifestFound struct {
	Severity review.Severity `json:"severity"`
	Message  language.Text   `json:"message"`
}

// ManifestPath returns where the manifest of an export to out lies.
func ManifestPath(out string) string {
	return strings.TrimSuffix(out, filepath.Ext(out)) + ".manifest.json"
}

// WriteManifest writes the manifest of a final export beside its PDF and
// returns its path. Path and data are the .celun file that b was read from,
// findings what a final check of it found, with what was waived.
func (a *App) WriteManifest(b *brief.Brief, path string, data []byte, e Exported, findings []review.Finding) (string, error) {
	lib, err := a.Library()
	if err != nil {
		return "", err
	}
	m := Manifest{
		Format: ManifestFormat,
		Brief: ManifestBrief{
			ID: b.ID, Title: b.Title, Version: b.Meta.Version, Date: b.Meta.Date,
			File: filepath.Base(path), SHA256: sum(data),
		},
		Template: b.Meta.Template, Layout: e.Layout,
		Packs: []ManifestPack{}, Files: []ManifestFile{}, Warnings: []ManifestWarning{}, Waivers: []ManifestWaiver{},
	}
	used := map[string]bool{}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.From != nil {
				used[k.From.Pack] = true
			}
		}
	}
	for _, p := range lib.Packs() {
		if used[p.ID] {
			m.Packs = append(m.Packs, ManifestPack{p.ID, p.Version})
		}
	}
	for _, f := range e.Files {
		m.Files = append(m.Files, ManifestFile{filepath.Base(f.Path), f.Pages, f.Edition, f.SHA256})
	}
	for _, f := range review.Open(findings) {
		if f.Severity != review.Error {
			m.Warnings = append(m.Warnings, ManifestWarning{f.Code, f.Severity, f.Address.Block, f.Address.Language, f.Message})
		}
	}
	for i := range b.Waivers {
		w := &b.Waivers[i]
		k := ManifestWaiver{w.Code, w.Section, w.Block, w.Language, w.Reason, w.By, w.Date, w.What, []ManifestFound{}}
		for _, f := range review.Waived(findings) {
			if f.Waiver.Is(*w) {
				k.Found = append(k.Found, ManifestFound{f.Severity, f.Message})
			}
		}
		m.Waivers = append(m.Waivers, k)
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return "", err
	}
	out := ManifestPath(e.Files[0].Path)
	return out, store.Write(out, text.Bytes())
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
