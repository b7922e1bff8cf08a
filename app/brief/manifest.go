package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"celun/app/language"
)

// manifestFormat is the value of "format" in manifest.json.
const manifestFormat = "celun-manifest/1"

// A manifest lists the parts of a .celun file with their SHA-256, so that a
// changed byte is noticed even where the JSON stays readable.
type manifest struct {
	Format string         `json:"format"`
	Parts  []manifestPart `json:"parts"`
}

type manifestPart struct {
	Name   string `json:"name"`
	Size   int    `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

func newManifest(parts []part) manifest {
	m := manifest{Format: manifestFormat, Parts: make([]manifestPart, len(parts))}
	for i, p := range parts {
		sum := sha256.Sum256(p.data)
		m.Parts[i] = manifestPart{p.name, len(p.data), hex.EncodeToString(sum[:])}
	}
	return m
}

// check compares the parts of a file with its manifest.
func checkManifest(parts []part) *language.Problem {
	data, ok := find(parts, "manifest.json")
	if !ok {
		return damaged("文件缺少校验清单 manifest.json", "the file has no manifest.json", nil)
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil || m.Format != manifestFormat {
		return damaged("校验清单 manifest.json 已损坏", "manifest.json is damaged", err)
	}
	listed := map[string]manifestPart{}
	for _, p := range m.Parts {
		listed[p.Name] = p
	}
	for _, p := range newManifest(parts).Parts {
		if p.Name == "manifest.json" {
			continue
		}
		want, ok := listed[p.Name]
		if !ok {
			return damaged("部分 "+p.Name+" 不在校验清单里", "the part "+p.Name+" is not in the manifest", nil)
		}
		if want != p {
			return damaged("部分 "+p.Name+" 与校验和不符，内容已被改动", "the part "+p.Name+" does not match its checksum: it was changed", nil)
		}
		delete(listed, p.Name)
	}
	for _, p := range m.Parts {
		if _, missing := listed[p.Name]; missing {
			return damaged("文件缺少部分 "+p.Name, "the part "+p.Name+" is missing", nil)
		}
	}
	return nil
}
