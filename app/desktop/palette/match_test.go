package palette

import (
	"testing"

	"celun/app/desktop/actions"
	"celun/app/language"
	"celun/app/language/pinyin"
)

func list() actions.List {
	run := func() {}
	return actions.List{
		{ID: "new", Group: actions.File, Name: language.Text{ZH: "用模板新建…", EN: "New from template…"}, Run: run},
		{ID: "save", Group: actions.File, Name: language.Text{ZH: "保存", EN: "Save"}, Run: run},
		{ID: "save as", Group: actions.File, Name: language.Text{ZH: "另存为…", EN: "Save as…"}, Run: run},
		{ID: "export", Group: actions.File, Name: language.Text{ZH: "导出 PDF…", EN: "Export PDF…"}, Run: run},
		{ID: "import pack", Group: actions.Library, Name: language.Text{ZH: "导入论据包…", EN: "Import a pack…"}, Run: run},
		{ID: "export pack", Group: actions.Library, Name: language.Text{ZH: "导出论据包…", EN: "Export a pack…"}, Run: run},
	}
}

func TestWhatIsTypedFindsTheCommand(t *testing.T) {
	var readings pinyin.Table
	for _, c := range []struct{ query, first string }{
		{"save", "save"},
		{"保存", "save"},
		{"bc", "save"},
		{"baocun", "save"},
		{"pdf", "export"},
		{"导出", "export"},
		{"daochu", "export"},
		{"dclj", "export pack"},
		{"library export", "export pack"},
		{"pack", "import pack"},
		{"nft", "new"},
		{"zzzz", ""},
	} {
		got := match(list(), c.query, nil, &readings)
		first := ""
		if len(got) > 0 {
			first = got[0].ID
		}
		if first != c.first {
			t.Errorf("%q finds %q first, want %q", c.query, first, c.first)
		}
	}
}

func TestWhatWasRunLastComesFirst(t *testing.T) {
	var readings pinyin.Table
	got := match(list(), "", []string{"export pack", "save"}, &readings)
	if got[0].ID != "export pack" || got[1].ID != "save" || got[2].ID != "new" {
		t.Errorf("order: %s, %s, %s", got[0].ID, got[1].ID, got[2].ID)
	}
}
