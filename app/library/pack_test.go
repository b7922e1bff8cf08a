package library_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/library"
)

// builtIn is the pack that the program comes with.
func builtIn(t testing.TB) *argument.Pack {
	t.Helper()
	path := filepath.Join("..", "..", "assets", "packs", "digital-diplomacy.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The built-in pack has nothing wrong, and hints only where the article gives
// a countermeasure no evidence.
func TestCheckOfTheBuiltInPack(t *testing.T) {
	var hints []string
	for _, f := range library.New(builtIn(t)).Check("") {
		if f.Severity == library.Hint {
			hints = append(hints, f.ID)
			continue
		}
		t.Errorf("%s %s: %s / %s", f.Code, f.ID, f.Message.ZH, f.Message.EN)
	}
	if got := strings.Join(hints, " "); got != "M1 M2 M2.1 M2.2 M2.3 M3 M3.1 M3.2 M5 M6" {
		t.Errorf("hints for %s", got)
	}
}
