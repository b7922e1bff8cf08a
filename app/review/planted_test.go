package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A fault is something that can be done wrong in a whole brief. Plant reports
// whether the brief has a place for it.
type fault struct {
	code   string
	brings []string // what comes with it
	plant  func(b *brief.Brief, lib *library.Library) bool
}

// each calls f with the blocks until it returns true.
func each(b *brief.Brief, f func(s *brief.Section, k *brief.Block) bool) bool {
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if f(&b.Sections[i], &b.Sections[i].Blocks[j]) {
				return true
			}
		}
	}
	return false
}

// dropping drops blocks, and reports whether there were any.
func dropping(b *brief.Brief, drop func(k *brief.Block) bool) bool {
	any := false
	for i := range b.Sections {
		s := &b.Sections[i]
		n := len(s.Blocks)
		s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(k brief.Block) bool { return drop(&k) })
		any = any || len(s.Blocks) < n
	}
	return any
}

func kindOf(lib *library.Library, k *brief.Block) argument.Kind {
	if k.From == nil {
		return ""
	}
	e, ok := lib.Get(k.From.Argument)
	if !ok {
		return ""
	}
	return e.Kind
}

func faults() []fault {
	blankless := func(t language.Text) bool {
		return len(brief.Blanks(t.ZH, language.ZH))+len(brief.Blanks(t.EN, language.EN)) == 0 && t.ZH != "" && t.EN != ""
	}
	prose := func(k *brief.Block) bool {
		return (k.Kind == brief.Paragraph || k.Kind == brief.Argument) && blankless(k.Text)
	}
	recommendation := func(b *brief.Brief, change func(r *brief.Action)) bool {
		return each(b, func(_ *brief.Section, k *brief.Block) bool {
			if k.Recommendation != nil {
				change(k.Recommendation)
			}
			return k.Recommendation != nil
		})
	}
	return []fault{
		{"S1", []string{"S2", "S4", "A1", "A2", "A3", "R2", "R3", "R5", "S5", "H2", "H3", "R4", "E9", "E6"}, func(b *brief.Brief, _ *library.Library) bool {
			for i := range b.Sections {
				if s := &b.Sections[i]; s.Required && len(s.Blocks) > 0 && s.Slot != "sources" {
					s.Blocks = nil
					return true
				}
			}
			return false
		}},
		{"S2", []string{"G1", "G2"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(s *brief.Section, k *brief.Block) bool {
				if s.LimitZH.Hard == 0 || !prose(k) || len(k.Text.ZH) < 60 {
					return false
				}
				n := s.LimitZH.Hard/len([]rune(k.Text.ZH)) + 2
				k.Text = text(strings.Repeat(k.Text.ZH, n), strings.Repeat(k.Text.EN+" ", n))
				return true
			})
		}},
		{"S8", nil, func(b *brief.Brief, _ *library.Library) bool { b.Title.EN = ""; return true }},
		{"S8", nil, func(b *brief.Brief, _ *library.Library) bool {
			b.Title.ZH = strings.Repeat("很长的标题", 12)
			return true
		}},
		{"S10", nil, func(b *brief.Brief, _ *library.Library) bool { b.Meta.Date = ""; return true }},
		{"R1", []string{"R4"}, func(b *brief.Brief, _ *library.Library) bool {
			return recommendation(b, func(r *brief.Action) { r.Owner = language.Text{} })
		}},
		{"R1", []string{"R3", "R4"}, func(b *brief.Brief, _ *library.Library) bool {
			return recommendation(b, func(r *brief.Action) {
				r.Action = text("网络安全监管体系", "A system of oversight for network security")
			})
		}},
		{"R1", []string{"R3", "R4"}, func(b *brief.Brief, _ *library.Library) bool {
			return recommendation(b, func(r *brief.Action) { r.Action.ZH = "数字经济的发展" })
		}},
		{"R2", []string{"R3"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if k.Recommendation != nil {
					k.Answers = nil
				}
				return k.Recommendation != nil
			})
		}},
		{"R6", []string{"S2"}, func(b *brief.Brief, _ *library.Library) bool {
			return recommendation(b, func(r *brief.Action) { r.TimeFrame = text("2020年6月30日前", "By 30 June 2020") })
		}},
		{"R7", nil, func(b *brief.Brief, _ *library.Library) bool {
			return recommendation(b, func(r *brief.Action) { r.Indicator = language.Text{} })
		}},
		{"A1", []string{"S1", "R3", "S2", "H2"}, func(b *brief.Brief, lib *library.Library) bool {
			had := each(b, func(_ *brief.Section, k *brief.Block) bool { return kindOf(lib, k) == argument.Challenge })
			return dropping(b, func(k *brief.Block) bool { return kindOf(lib, k) == argument.Countermeasure && k.Recommendation == nil }) && had &&
				!each(b, func(_ *brief.Section, k *brief.Block) bool {
					return kindOf(lib, k) == argument.Countermeasure || k.Acknowledged
				})
		}},
		{"A2", []string{"R3", "B10", "G1", "G2"}, func(b *brief.Brief, lib *library.Library) bool {
			found, id := false, ""
			each(b, func(_ *brief.Section, k *brief.Block) bool {
				if kindOf(lib, k) == argument.Countermeasure && k.Kind == brief.Argument && (id == "" || id == k.From.Argument) {
					id, found = k.From.Argument, true
					k.Text = text("加强数据安全，完善法规。", "Strengthen data security and improve the law.")
				}
				return false
			})
			return found
		}},
		{"B1", []string{"B9", "S1"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if prose(k) {
					k.Text.EN = ""
					return true
				}
				return false
			})
		}},
		{"B2", nil, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if prose(k) {
					k.State.EN = brief.Stale
					return true
				}
				return false
			})
		}},
		{"B8", []string{"S4", "B10", "H2", "S5", "B3", "B4"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if k.Kind != brief.List && k.Kind != brief.KeyMessages || strings.Count(k.Text.EN, "\n") < 1 {
					return false
				}
				k.Text.EN, _, _ = strings.Cut(k.Text.EN, "\n")
				return true
			})
		}},
		{"B9", []string{"E9"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if !prose(k) || !strings.Contains(k.Text.EN, "[^han-wu]") {
					return false
				}
				k.Text.EN = strings.Replace(k.Text.EN, "[^han-wu]", "", 1)
				return true
			})
		}},
		{"E9", []string{"B9"}, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				if !prose(k) || !strings.Contains(k.Text.ZH, "[^han-wu]") {
					return false
				}
				k.Text = text(strings.Replace(k.Text.ZH, "[^han-wu]", "[^nobody]", 1), strings.Replace(k.Text.EN, "[^han-wu]", "[^nobody]", 1))
				return true
			})
		}},
		{"E9", nil, func(b *brief.Brief, _ *library.Library) bool {
			b.Sources = append(slices.Clone(b.Sources), argument.Source{
				ID: "more", Kind: "article", Language: language.ZH, Authors: []language.Text{text("某人", "Somebody")}, Title: text("题", "T"), Container: text("刊", "J"), Year: "2024", Issue: "1", Pages: "1–2",
			})
			return true
		}},
		{"E10", []string{"E6", "E9"}, func(b *brief.Brief, _ *library.Library) bool {
			for i := range b.Sections {
				if s := &b.Sections[i]; s.Slot == "sources" {
					s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(k brief.Block) bool { return k.Kind == brief.Note })
					return true
				}
			}
			return false
		}},
		{"C3", nil, func(b *brief.Brief, _ *library.Library) bool {
			return each(b, func(_ *brief.Section, k *brief.Block) bool {
				k.Comments = []brief.Comment{{ID: "c", Text: "?"}}
				return true
			})
		}},
	}
}

// TestPlantedFaults holds the checks of whole briefs against the drafts of
// every template and the sample, with one fault at a time. Run it with -v for
// the figures.
func TestPlantedFaults(t *testing.T) {
	lib := library.New(builtIn(t))
	v := NewReviewer(lib)
	all := drafts(t, lib)
	all["sample"] = sampleBrief(t)
	type tally struct{ planted, found, wrong int }
	count := map[string]*tally{}
	for _, name := range slices.Sorted(keysOf(all)) {
		was := map[string]bool{}
		for _, f := range v.Review(all[name], Options{}) {
			was[f.Code+f.Address.Block+f.Address.Section+f.Message.EN] = true
		}
		for n, x := range faults() {
			b := all[name].Clone()
			if !x.plant(b, lib) {
				continue
			}
			if count[x.code] == nil {
				count[x.code] = &tally{}
			}
			count[x.code].planted++
			found, others := false, map[string]string{}
			for _, f := range Open(v.Review(b, Options{})) {
				switch {
				case f.Code == x.code && !was[f.Code+f.Address.Block+f.Address.Section+f.Message.EN]:
					found = true
				case was[f.Code+f.Address.Block+f.Address.Section+f.Message.EN], slices.Contains(x.brings, f.Code), f.Blank:
				default:
					others[f.Code] = f.Message.EN
				}
			}
			if found {
				count[x.code].found++
			} else {
				t.Logf("%s: %s is not found (fault %d)", name, x.code, n)
			}
			for code, said := range others {
				if count[code] == nil {
					count[code] = &tally{}
				}
				count[code].wrong++
				t.Logf("%s: %s besides %s: %s", name, code, x.code, said)
			}
		}
	}
	for _, code := range slices.SortedFunc(keysOf(count), func(a, b string) int {
		n, _ := strconv.Atoi(a[1:])
		m, _ := strconv.Atoi(b[1:])
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(n, m))
	}) {
		c := count[code]
		precision := 1.0
		if c.found+c.wrong > 0 {
			precision = float64(c.found) / float64(c.found+c.wrong)
		}
		recall := 1.0
		if c.planted > 0 {
			recall = float64(c.found) / float64(c.planted)
		}
		t.Logf("%-4s %4d planted %4d found %3d false   precision %.3f   recall %.3f", code, c.planted, c.found, c.wrong, precision, recall)
		if precision < 0.98 || recall < 0.95 {
			t.Errorf("%s: precision %.3f, recall %.3f", code, precision, recall)
		}
	}
}

func keysOf[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
