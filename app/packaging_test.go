package app_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
)

// The desktop knows a brief by the same kind that the file itself names, and
// the menu entry opens that kind.
func TestADesktopKnowsABrief(t *testing.T) {
	var kinds struct {
		Types []struct {
			Type string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
		} `xml:"mime-type"`
	}
	data, err := os.ReadFile(filepath.Join("..", "assets", "packaging", "linux", "org.celun.desktop.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, &kinds); err != nil {
		t.Fatal(err)
	}
	if len(kinds.Types) != 1 || kinds.Types[0].Type != brief.MIMEType || kinds.Types[0].Glob.Pattern != "*.celun" {
		t.Errorf("kinds of files: %+v", kinds.Types)
	}
	if !strings.Contains(string(data), "mimetype"+brief.MIMEType+`"`) {
		t.Error("a brief is not known by its beginning")
	}
	entry, err := os.ReadFile(filepath.Join("..", "assets", "packaging", "linux", "org.celun.desktop.desktop"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(entry), "\nMimeType="+brief.MIMEType+";\n") {
		t.Errorf("the menu entry does not open %s", brief.MIMEType)
	}
}
