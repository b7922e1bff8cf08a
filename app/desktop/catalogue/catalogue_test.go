package catalogue_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var verb = regexp.MustCompile(`%[a-z]`)

// TestEveryTextIsInBothLanguages reads the source of the window: every text
// has both languages, with the same verbs in the same order, and no Chinese
// stands outside such a text, where it would be shown to English readers.
func TestEveryTextIsInBothLanguages(t *testing.T) {
	texts := 0
	for name, file := range sources(t) {
		inside := map[ast.Node]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			zh, en, is := sides(lit)
			if !is {
				return true
			}
			texts++
			for _, e := range lit.Elts {
				ast.Inspect(e, func(n ast.Node) bool {
					inside[n] = true
					return true
				})
			}
			if zh == nil || en == nil {
				t.Errorf("%s: a text with one language only", name)
				return true
			}
			z, ok1 := plain(zh)
			e, ok2 := plain(en)
			if !ok1 || !ok2 {
				return true // composed of others
			}
			if z == "" || e == "" {
				t.Errorf("%s: %q / %q", name, z, e)
			}
			if a, b := verb.FindAllString(z, -1), verb.FindAllString(e, -1); strings.Join(a, "") != strings.Join(b, "") {
				t.Errorf("%s: the verbs of %q and %q differ", name, z, e)
			}
			return true
		})
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if ok && lit.Kind == token.STRING && !inside[n] && strings.ContainsFunc(lit.Value, ideograph) && !allowed(lit.Value) {
				t.Errorf("%s: Chinese outside a text in both languages: %s", name, lit.Value)
			}
			return true
		})
	}
	if texts < 100 {
		t.Errorf("found only %d texts: is this the right folder?", texts)
	}
}

// allowed are strings with Chinese that are no texts: the name of the
// program, what measures and wraps lines, what makes Chinese numbers, and names of
// folders on a disk.
func allowed(lit string) bool {
	for _, s := range []string{"策论 Celun", "\"字\"", "字g", "零一二三四五六七八九", "十", "、", "文档", "桌面"} {
		if strings.Contains(lit, s) {
			return true
		}
	}
	return false
}

func ideograph(r rune) bool { return unicode.Is(unicode.Han, r) }

// sides returns the ZH and EN of a composite literal that has such keys.
func sides(lit *ast.CompositeLit) (zh, en ast.Expr, is bool) {
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return nil, nil, false
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return nil, nil, false
		}
		switch key.Name {
		case "ZH":
			zh, is = kv.Value, true
		case "EN":
			en, is = kv.Value, true
		default:
			return nil, nil, false
		}
	}
	if is && notTexts(zh) {
		return nil, nil, false
	}
	return zh, en, is
}

// notTexts reports values that are no text, as in States{ZH: Draft}.
func notTexts(e ast.Expr) bool {
	_, selector := e.(*ast.SelectorExpr)
	return selector
}

func plain(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// sources parses the window's source files, without tests.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		files[path] = f
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
