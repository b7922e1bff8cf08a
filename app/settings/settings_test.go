package settings

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"

	"github.com/adrg/xdg"
	"github.com/google/go-cmp/cmp"
)

func TestSaveAndLoad(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	s, err := Load(dir)
	if err != nil || cmp.Diff(Defaults(), s) != "" {
		t.Fatalf("first start: %+v, %v", s, err)
	}
	s.Language, s.Theme, s.TextSize = language.EN, Dark, 125
	s.Export = Export{Dir: "/tmp/x", Layout: brief.Facing, Language: "all"}
	s.Window = Window{Width: 1400, Height: 900, Left: 280, Right: 520}
	s.AddRecent("/a.celun")
	if err := Save(dir, s); err != nil {
		t.Fatal(err)
	}
	back, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, back); diff != "" {
		t.Error(diff)
	}
}

func TestDamagedSettingsAreKeptAside(t *testing.T) {
	for _, damaged := range []string{"", "{", "\x00\x00\x00", `{"theme":7}`, "{\"theme\":\"\xff\"}", "[]"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Load(dir)
		if err == nil || !strings.Contains(err.Error(), "the settings are damaged") {
			t.Errorf("%q: %v", damaged, err)
		}
		if diff := cmp.Diff(Defaults(), s); diff != "" {
			t.Errorf("%q: %s", damaged, diff)
		}
		if kept, err := os.ReadFile(path + ".damaged"); err != nil || string(kept) != damaged {
			t.Errorf("%q: kept %q, %v", damaged, kept, err)
		}
		if err := Save(dir, s); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(dir); err != nil {
			t.Errorf("after saving: %v", err)
		}
	}
}

func TestStrangeValuesBecomeDefaults(t *testing.T) {
	dir := t.TempDir()
	text := `{"language":"fr","theme":"pink","text_size":9000,"recent":["/a","","/a","/b"],
	 "export":{"dir":"/d","layout":"spiral","language":"de"},"window":{"width":1000000000,"height":500,"left":-3,"right":400},"later":1}`
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := Defaults()
	want.Recent = []string{"/a", "/b"}
	want.Export.Dir = "/d"
	want.Window.Right = 400
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
}

func TestSettingsThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Load(dir)
	if err == nil || cmp.Diff(Defaults(), s) != "" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestRecent(t *testing.T) {
	s := Defaults()
	for i := range 20 {
		s.AddRecent("/" + string(rune('a'+i)))
	}
	s.AddRecent("/s")
	if len(s.Recent) != maxRecent || s.Recent[0] != "/s" || s.Recent[1] != "/t" || s.Recent[2] != "/r" {
		t.Errorf("recent = %v", s.Recent)
	}
	s.RemoveRecent("/t")
	if s.Recent[1] != "/r" {
		t.Errorf("recent = %v", s.Recent)
	}
	s.AddRecent("here.celun")
	if !filepath.IsAbs(s.Recent[0]) {
		t.Errorf("recent = %v", s.Recent)
	}
}

func TestWhereThingsAreKept(t *testing.T) {
	t.Setenv(HomeVariable, "/one/place")
	if Dir() != "/one/place" || CacheDir() != filepath.Join("/one/place", "cache") {
		t.Errorf("Dir %q, CacheDir %q", Dir(), CacheDir())
	}
	t.Setenv(HomeVariable, "")
	if d := Dir(); filepath.Base(d) != "celun" || d == CacheDir() {
		t.Errorf("Dir %q, CacheDir %q", d, CacheDir())
	}
	bin := t.TempDir()
	program := filepath.Join(bin, "celun")
	if err := os.WriteFile(program, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	if dir, ok := portable(program); ok {
		t.Errorf("portable in %q", dir)
	}
	asks := filepath.Join(bin, PortableFile)
	if err := os.WriteFile(asks, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if dir, ok := portable(program); !ok || dir != filepath.Join(bin, PortableDir) {
		t.Errorf("with the file %s it is portable = %v in %q", PortableFile, ok, dir)
	}
	if err := os.Remove(asks); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(bin, PortableDir), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "celun")
	if err := os.Symlink(program, link); err != nil {
		link = program
	}
	if dir, ok := portable(link); !ok || filepath.Base(dir) != PortableDir {
		t.Errorf("portable = %q, %v", dir, ok)
	}
}

func TestOfABriefIsRememberedAsLongAsItIsWorkedOn(t *testing.T) {
	dir := t.TempDir()
	s := Defaults()
	for i := range 14 {
		path := filepath.Join("/briefs", string(rune('a'+i))+".celun")
		s.AddRecent(path)
		s.Remember(path, func(b *Brief) { b.Export = &Export{File: path + ".pdf", Language: "all"} })
	}
	last := "/briefs/n.celun"
	s.Remember(last, func(b *Brief) { b.At = &Place{Block: "b7", Language: language.EN, Offset: 3} })
	if err := Save(dir, s); err != nil {
		t.Fatal(err)
	}
	again, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Briefs) != maxRecent {
		t.Errorf("%d briefs are remembered, %d were worked on last", len(again.Briefs), maxRecent)
	}
	if b := again.Briefs[last]; b.Export == nil || b.Export.File != last+".pdf" || b.At == nil || b.At.Block != "b7" || b.At.Offset != 3 {
		t.Errorf("of the last one: %+v", b)
	}
}

// Who issues the briefs is kept with the settings, the logo beside them.
func TestUnit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "celun")
	s := Defaults()
	s.Unit = template.Unit{Name: language.Text{ZH: "研究室", EN: "Research Office"}, Prevailing: language.ZH}
	if err := Save(dir, s); err != nil {
		t.Fatal(err)
	}
	if err := SaveLogo(dir, []byte("no picture")); err == nil {
		t.Error("what is no picture was kept as a logo")
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	if err := SaveLogo(dir, logo.Bytes()); err != nil {
		t.Fatal(err)
	}
	if u := LoadUnit(dir); u.Name.EN != "Research Office" || u.Prevailing != language.ZH || !bytes.Equal(u.Logo, logo.Bytes()) {
		t.Errorf("loaded %+v", u)
	}
	if err := SaveLogo(dir, nil); err != nil {
		t.Fatal(err)
	}
	if u := LoadUnit(dir); u.Logo != nil {
		t.Error("the logo is still there")
	}
	s.Unit.Prevailing = "fr"
	if err := Save(dir, s); err != nil {
		t.Fatal(err)
	}
	if u := LoadUnit(dir); u.Prevailing != "" {
		t.Errorf("a language that there is not prevails: %s", u.Prevailing)
	}
}

func TestDocumentsAreKeptInAFolderThatIsThere(t *testing.T) {
	defer func(was string) { xdg.UserDirs.Documents = was }(xdg.UserDirs.Documents)
	xdg.UserDirs.Documents = t.TempDir()
	if d := DocumentsDir(); d != xdg.UserDirs.Documents {
		t.Errorf("kept in %q", d)
	}
	xdg.UserDirs.Documents = filepath.Join(t.TempDir(), "none")
	if d := DocumentsDir(); d != xdg.Home && d != "." {
		t.Errorf("without such a folder kept in %q", d)
	}
}
