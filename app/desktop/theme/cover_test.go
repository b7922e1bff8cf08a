package theme

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"celun/app/typeset/face"
	"celun/assets"
)

// What the window says is drawn with its own face. A character that the face
// lacks is a box on a system without other fonts, though not on one with them.
func TestTheFaceHasWhatTheWindowSays(t *testing.T) {
	for _, name := range []string{cutRegular, cutBold} {
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		cover, err := face.Open(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			for _, text := range literals(t, path) {
				for _, r := range text {
					if r > 0x7e && !unseen[r] && cover.Glyph(r) == 0 {
						t.Errorf("%s: %q (%U) of %q is not in %s", path, r, r, text, name)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// literals returns the strings of a Go file.
func literals(t *testing.T, path string) []string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(f, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				all = append(all, s)
			}
		}
		return true
	})
	return all
}

// unseen are characters that are looked for in what is pasted, and never shown.
var unseen = map[rune]bool{'\u2028': true, '\u2029': true, '\ufffc': true}
