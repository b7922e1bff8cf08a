package assets_test

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"celun/assets"
)

// Faces are read in pieces where they lie.
func TestFilesAreReadInPieces(t *testing.T) {
	f, err := assets.Files.Open("fonts/NotoSerifSC-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	at, ok := f.(io.ReaderAt)
	if !ok {
		t.Fatal("an opened file cannot be read in pieces")
	}
	var head [4]byte
	if _, err := at.ReadAt(head[:], 0); err != nil || head != [4]byte{0, 1, 0, 0} {
		t.Errorf("head % x (%v), want TrueType's 00 01 00 00", head, err)
	}
}

// Every face, and everything made from others' work, is in NOTICES.md with
// the checksum it has; and nothing is there that is not.
func TestNoticesKnowTheFiles(t *testing.T) {
	notices, err := os.ReadFile("NOTICES.md")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	for line := range strings.Lines(string(notices)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && len(sum) == 64 {
			told[name] = sum
		}
	}
	for _, folder := range []string{"fonts", "dictionary", "patterns"} {
		err := fs.WalkDir(assets.Files, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Base(name)[:3] == "OFL" {
				return err
			}
			content, err := fs.ReadFile(assets.Files, name)
			if err != nil {
				return err
			}
			if sum := fmt.Sprintf("%x", sha256.Sum256(content)); told[name] != sum {
				t.Errorf("%s has the checksum %s, NOTICES.md says %q", name, sum, told[name])
			}
			delete(told, name)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name := range told {
		t.Errorf("NOTICES.md tells of %s, which is not there", name)
	}
}

// Each face lies beside the text of its licence.
func TestFacesHaveTheirLicences(t *testing.T) {
	for file, licence := range map[string]string{
		"fonts/NotoSerifSC-*.ttf":              "fonts/OFL-NotoSerifSC.txt",
		"fonts/NotoSansSC-*.ttf":               "fonts/OFL-NotoSansSC.txt",
		"fonts/SourceSerif4-*.ttf":             "fonts/OFL-SourceSerif4.txt",
		"fonts/LXGWWenKai-*.ttf":               "fonts/OFL-LXGWWenKai.txt",
		"fonts/interface/CelunInterface-*.ttf": "fonts/interface/OFL-CelunInterface.txt",
	} {
		if found, err := fs.Glob(assets.Files, file); err != nil || len(found) == 0 {
			t.Errorf("no face %s (%v)", file, err)
		}
		text, err := fs.ReadFile(assets.Files, licence)
		if err != nil || !strings.Contains(string(text), "SIL OPEN FONT LICENSE Version 1.1") || !strings.HasPrefix(string(text), "Copyright") {
			t.Errorf("%s is not the licence with its copyright line (%v)", licence, err)
		}
	}
}

// What the rooms open by name is there.
func TestFilesThatAreOpenedByName(t *testing.T) {
	for _, name := range []string{
		"dictionary/zh.txt", "patterns/en-GB.txt", "icon/celun.png", "icon/celun.svg",
		"packs/digital-diplomacy.yaml", "sample/brief.json", "schema/brief.schema.json",
	} {
		if info, err := fs.Stat(assets.Files, name); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
