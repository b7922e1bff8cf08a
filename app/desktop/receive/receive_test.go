package receive

import (
	"reflect"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func text(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }

// said returns the texts that objects show, in order.
func said(objects []fyne.CanvasObject) string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if p, ok := o.(*widgets.Prose); ok {
			all = append(all, p.Text)
			return
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, c := range test.WidgetRenderer(w).Objects() {
				walk(c)
			}
		}
	}
	for _, o := range objects {
		walk(o)
	}
	return strings.Join(all, " | ")
}

// What differs in a clash is shown, mine first, and what is the same is not.
func TestDifferences(t *testing.T) {
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	number := 66.0
	for _, c := range []struct {
		name  string
		clash library.Clash
		want  string
	}{
		{"argument", library.Clash{
			Mine: &argument.Argument{
				Version: 1, Kind: argument.EvidenceKind, Title: text("覆盖率", "Coverage"), Tags: []string{"known", "b"},
				Links: []argument.Link{{Kind: argument.Supports, To: "C1", Reason: text("因", "Why")}, {Kind: argument.Supports, To: "C2"}},
			},
			Theirs: &argument.Argument{
				Version: 2, Kind: argument.EvidenceKind, Title: text("覆盖率", "Reach"), Tags: []string{"known"},
				Links: []argument.Link{{Kind: argument.Supports, To: "C2"}}, Evidence: &argument.Evidence{Value: "66%", Number: &number, Unit: "%"},
			},
		}, "Mine · version 1 | Theirs · version 2 | Title · English | Coverage | Reach | Tags | Named, b | Named | " +
			"As printed | — | 66% · 66 % | Links | supports C1: Why | —"},
		{"term", library.Clash{
			MyTerm: &argument.Term{ZH: []argument.Rendering{{Text: "软实力", Status: argument.Preferred}}, Definition: text("甲", "One")},
			TheirTerm: &argument.Term{ZH: []argument.Rendering{
				{Text: "软实力", Status: argument.Preferred}, {Text: "软力量", Status: argument.Avoid},
			}, Definition: text("甲", "One")},
		}, "Mine | Theirs | Chinese | 软实力 (preferred) | 软实力 (preferred), 软力量 (avoid)"},
		{"source", library.Clash{
			MySource: &library.Origin{Title: text("包", "Pack"), Source: argument.Source{ID: "s", Year: "2023", Authors: []language.Text{text("韩笑", "Han Xiao")}}},
			TheirSource: &library.Origin{
				Title:  text("包", "Pack"),
				Source: argument.Source{ID: "s", Year: "2024", Authors: []language.Text{text("韩笑", "Han Xiao")}, Container: text("刊", "")},
			},
		}, "Mine | Theirs | Published in · Chinese | — | 刊 | Year | 2023 | 2024"},
	} {
		named := Params{Incoming: &library.Incoming{Pack: &argument.Pack{Tags: []argument.Tag{{ID: "known", ZH: "名称", EN: "Named"}}}}}
		if got := said(differences(language.EN, c.clash, Params{}.theirs(), named.tagName)); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// Every field of a source has a name in both languages.
func TestEveryFieldOfASourceHasAName(t *testing.T) {
	s := reflect.TypeFor[argument.Source]()
	for i := range s.NumField() {
		field, _, _ := strings.Cut(s.Field(i).Tag.Get("yaml"), ",")
		if name := catalogue.SourceField(field); name.ZH == field {
			t.Errorf("%s has no name", field)
		}
	}
}
