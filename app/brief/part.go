package brief

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"strings"

	"celun/app/language"
)

// A part is one named stretch of bytes in a .celun file.
type part struct {
	name string
	data []byte
}

// MaxFile bounds a .celun file (bytes).
const MaxFile = 100 << 20

// The further limits of a .celun file. They are checked on what is really
// read, not on what the file says of itself.
const (
	maxPart    = 64 << 20  // bytes of one part, unpacked
	maxUnpack  = 256 << 20 // bytes of all parts, unpacked
	maxEntries = 5000
)

// writeParts packs the parts into a ZIP. The bytes depend on nothing but the
// parts: no clock, and sizes in front of the data, so that a file that was cut
// off can still be read in part. The first part is stored as it is.
func writeParts(parts []part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i, p := range parts {
		packed := p.data
		method := zip.Store
		if i > 0 {
			var deflated bytes.Buffer
			w, err := flate.NewWriter(&deflated, flate.DefaultCompression)
			if err != nil {
				return nil, err
			}
			if _, err := w.Write(p.data); err != nil {
				return nil, err
			}
			if err := w.Close(); err != nil {
				return nil, err
			}
			packed, method = deflated.Bytes(), zip.Deflate
		}
		header := &zip.FileHeader{
			Name:               p.name,
			Method:             method,
			Flags:              0x800, // the name is UTF-8
			CRC32:              crc32.ChecksumIEEE(p.data),
			CompressedSize64:   uint64(len(packed)),
			UncompressedSize64: uint64(len(p.data)),
		}
		w, err := z.CreateRaw(header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(packed); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// readParts unpacks a ZIP within the limits.
func readParts(z *zip.Reader) ([]part, *language.Problem) {
	if len(z.File) > maxEntries {
		return nil, damaged(
			fmt.Sprintf("文件里有 %d 个部分，超过 %d", len(z.File), maxEntries),
			fmt.Sprintf("the file has %d parts, more than %d", len(z.File), maxEntries), nil)
	}
	var parts []part
	seen := map[string]bool{}
	total := 0
	for _, f := range z.File {
		if !isPartName(f.Name) {
			return nil, damaged(
				fmt.Sprintf("文件里有名称不允许的部分 %q", f.Name),
				fmt.Sprintf("the file has a part with the forbidden name %q", f.Name), nil)
		}
		if seen[f.Name] {
			return nil, damaged(
				fmt.Sprintf("文件里有两个 %s", f.Name),
				fmt.Sprintf("the file has two parts called %s", f.Name), nil)
		}
		seen[f.Name] = true
		data, err := readPart(f)
		if err != nil {
			return nil, damaged("部分 "+f.Name+" 已损坏", "the part "+f.Name+" is damaged", err)
		}
		if total += len(data); len(data) > maxPart || total > maxUnpack {
			return nil, damaged("部分 "+f.Name+" 太大", "the part "+f.Name+" is too large", nil)
		}
		parts = append(parts, part{f.Name, data})
	}
	return parts, nil
}

// readPart returns a part, at most one byte more than is allowed; with an
// error, what could be read of it.
func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, maxPart+1))
}

// isPartName reports a relative name with / between its steps that stays
// within the file.
func isPartName(name string) bool {
	if name == "" || len(name) > 255 || strings.ContainsAny(name, `\:`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return false
	}
	for step := range strings.SplitSeq(name, "/") {
		if step == "" || step == "." || step == ".." {
			return false
		}
	}
	return true
}

// find returns the data of a part.
func find(parts []part, name string) ([]byte, bool) {
	for _, p := range parts {
		if p.name == name {
			return p.data, true
		}
	}
	return nil, false
}
