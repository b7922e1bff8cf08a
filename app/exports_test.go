package app

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"celun/app/brief"
)

// Exports share faces, patterns and the word list, and nothing that changes.
func TestTwentyExportsAtOnceGiveTheSameBytes(t *testing.T) {
	a := open()
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	layouts := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	dir := t.TempDir()
	export := func(a *App, name string, layout brief.Layout) []byte {
		o := ExportOptions{Out: filepath.Join(dir, name+".pdf")}
		o.Page.Layout = layout
		if _, err := a.Export(context.Background(), b, o); err != nil {
			t.Error(err)
			return nil
		}
		data, err := os.ReadFile(o.Out)
		if err != nil {
			t.Error(err)
		}
		return data
	}
	alone := make([][]byte, len(layouts))
	for i, l := range layouts {
		alone[i] = export(open(), "alone-"+string(l), l)
	}
	var wait sync.WaitGroup
	for i := range 20 {
		wait.Go(func() {
			k := i % len(layouts)
			if !bytes.Equal(export(a, fmt.Sprint(i), layouts[k]), alone[k]) {
				t.Errorf("export %d (%s) differs from the one made alone", i, layouts[k])
			}
		})
	}
	wait.Wait()
}
