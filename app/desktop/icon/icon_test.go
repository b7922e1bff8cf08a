package icon

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"io/fs"
	"strings"
	"testing"

	"celun/app/desktop/theme"
	"celun/assets"

	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// TestEveryIconHasADrawing compares the names with the files, both ways.
func TestEveryIconHasADrawing(t *testing.T) {
	names := map[string]bool{}
	file, err := parser.ParseFile(token.NewFileSet(), "icon.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			if lit, ok := v.Values[0].(*ast.BasicLit); ok {
				names[strings.Trim(lit.Value, `"`)+".svg"] = true
			}
		}
		return true
	})
	drawn, err := fs.Glob(files, "*.svg")
	if err != nil || len(drawn) == 0 {
		t.Fatal(err, len(drawn))
	}
	for _, f := range drawn {
		if !names[f] {
			t.Errorf("%s has no name", f)
		}
		delete(names, f)
	}
	for f := range names {
		t.Errorf("there is no %s", f)
	}
}

func TestAnIconIsDrawnInTheColourAskedFor(t *testing.T) {
	a := test.NewTempApp(t)
	light, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a.Settings().SetTheme(light)
	day := Undo.In(fynetheme.ColorNamePrimary)
	if !bytes.Contains(day.Content(), []byte("#2a5d8f")) || bytes.Contains(day.Content(), []byte("#000000")) {
		t.Errorf("by day: %s", day.Content())
	}
	name := day.Name()
	a.Settings().SetTheme(light.With(theme.Dark))
	if night := Undo.In(fynetheme.ColorNamePrimary); night.Name() == name || bytes.Contains(night.Content(), []byte("#2a5d8f")) {
		t.Errorf("at night it is drawn as by day: %s", night.Name())
	}
}

// BenchmarkDraw draws an icon that was not drawn before.
func BenchmarkDraw(b *testing.B) {
	ink := uint32(0)
	for b.Loop() {
		ink++
		if Settings.draw(color.NRGBA{uint8(ink), uint8(ink >> 8), uint8(ink >> 16), 0xff}, 18) == nil {
			b.Fatal("not drawn")
		}
	}
}
