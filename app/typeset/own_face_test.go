package typeset

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset/face"
)

// withInstalled returns a setter that finds these faces installed.
func withInstalled(t *testing.T, families ...string) (*Setter, *face.Set) {
	t.Helper()
	f, err := testFaces().Face(face.Kai)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, name := range families {
		data, err := f.CutAs([]rune("甲题数字外交，。一、二0123456789AB"), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name+".ttf"] = &fstest.MapFile{Data: data}
	}
	set := face.NewSet(os.DirFS("../../assets"))
	set.Install(files)
	return NewSetter(set), set
}

func facesOf(doc *Document, role Role) map[face.ID]bool {
	out := map[face.ID]bool{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Role == role && strings.ContainsAny(it.Text, "甲题数字外交") {
				out[it.Face] = true
			}
		}
	}
	return out
}

func fallbacks(doc *Document) (out []string) {
	for _, w := range doc.Warnings {
		if w.Code == "face-fallback" {
			out = append(out, w.Text.EN)
		}
	}
	return out
}

// A named face that is installed is used; one that is not is said, with what
// stands for it; and the same setter goes on with other faces afterwards.
func TestNamedFaces(t *testing.T) {
	s, _ := withInstalled(t, "Simsun")
	b := oneBlock(brief.Paragraph, "数字外交", "digital")
	set := func(f brief.Faces) *Document {
		b.Meta.Page.Faces = f
		doc, err := s.Set(t.Context(), b, Options{Languages: []language.Language{language.ZH}})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	for range 2 {
		doc := set(brief.Faces{Song: "SimSun"})
		if got := facesOf(doc, ParagraphRole); !got["Local-Simsun-Regular"] || len(got) != 1 || len(fallbacks(doc)) != 0 {
			t.Errorf("body in %v, said %q", got, fallbacks(doc))
		}
		doc = set(brief.Faces{Hei: "SimHei"})
		if got := facesOf(doc, HeadingRole); !got[face.SansSCBold] || len(got) != 1 {
			t.Errorf("heading in %v", got)
		}
		if got := facesOf(doc, ParagraphRole); !got[face.SerifSC] || len(got) != 1 {
			t.Errorf("body in %v after the face was taken back", got)
		}
		if said := fallbacks(doc); len(said) != 1 || !strings.Contains(said[0], "SimHei is not installed") || !strings.Contains(said[0], "Noto Sans SC") {
			t.Errorf("said %q", said)
		}
	}
	// What the face lacks comes from ours.
	b.Sections[0].Blocks[0].Text.ZH = "数字外交与治理"
	doc := set(brief.Faces{Song: "SimSun"})
	if len(doc.Missing) != 0 {
		t.Errorf("missing: %v", doc.Missing)
	}
}

// An official document takes FangSong, Hei, Kai and the small-title Song where
// they are installed, without being told.
func TestOfficialFaces(t *testing.T) {
	b := oneBlock(brief.Paragraph, "数字外交", "")
	b.Title.ZH = "题"
	o := Options{Style: brief.OfficialStyle, Languages: []language.Language{language.ZH}}
	s, _ := withInstalled(t, "仿宋", "黑体", "方正小标宋简体")
	doc, err := s.Set(t.Context(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(fallbacks(doc)) != 0 {
		t.Errorf("said %q", fallbacks(doc))
	}
	for role, want := range map[Role]string{ParagraphRole: "Local-", HeadingRole: "Local-", TitleRole: "Local-"} {
		for id := range facesOf(doc, role) {
			if !strings.HasPrefix(string(id), want) {
				t.Errorf("%s in %s", role, id)
			}
		}
	}
	s, _ = withInstalled(t, "黑体")
	if doc, err = s.Set(t.Context(), b, o); err != nil {
		t.Fatal(err)
	}
	if said := fallbacks(doc); len(said) != 2 {
		t.Errorf("without FangSong and a title face: %q", said)
	}
}
