package pdf

import (
	"slices"
	"strings"
	"testing"

	"celun/app/pdf/object"
)

// The rules of PDF/UA-1 that a machine can check and that a change of ours is
// likeliest to break; `make conformance` has an independent program check all.
func TestStructureIsComplete(t *testing.T) {
	for name, o := range editions() {
		checkStructure(t, name, set(t, everyKind(t), o, Options{}), []string{
			"Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Note", "Reference", "Link", "BibEntry", "Span",
		})
		checkStructure(t, "specimen, "+name, set(t, specimen(t), o, Options{}), []string{
			"Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Note", "Reference", "Link", "BibEntry", "Figure", "TOC", "TOCI",
		})
	}
}

// checkStructure holds what is right in every tree, and that one has elements
// of some kinds.
func checkStructure(t *testing.T, name string, pdf []byte, want []string) {
	t.Helper()
	tr := readTree(t, pdf)
	if len(tr.loose) > 0 {
		t.Errorf("%s: drawn outside of any mark: %q", name, tr.loose)
	}
	for p, marks := range tr.marks {
		for id := range marks {
			if n := tr.seen[[2]int{p, id}]; n != 1 {
				t.Errorf("%s: mark %d of page %d is in the tree %d times", name, id, p+1, n)
			}
		}
	}
	if tr.root.kind != "Document" {
		t.Errorf("%s: the root is a %s", name, tr.root.kind)
	}
	checkWayBack(t, name, tr)
	above := 0
	kinds := map[string]int{}
	tr.root.walk(func(n *node) {
		kinds[n.kind]++
		if n.lang != "zh-CN" && n.lang != "en-GB" {
			t.Errorf("%s: a %s in language %q", name, n.kind, n.lang)
		}
		if n.parent != nil && n.dict["P"] != n.parent.ref {
			t.Errorf("%s: a %s has another parent", name, n.kind)
		}
		if len(n.kind) == 2 && n.kind[0] == 'H' {
			level := int(n.kind[1] - '0')
			if level > above+1 || level < 1 {
				t.Errorf("%s: %s after level %d: %s", name, n.kind, above, n.text)
			}
			above = level
		}
		checkPlace(t, name, n)
	})
	for _, k := range want {
		if kinds[k] == 0 {
			t.Errorf("%s: no %s", name, k)
		}
	}
}

// checkPlace holds what may stand in what.
func checkPlace(t *testing.T, name string, n *node) {
	t.Helper()
	within := map[string]string{
		"LI": "L", "Lbl": "LI", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR", "BibEntry": "LBody",
	}
	if p, ok := within[n.kind]; ok && (n.parent == nil || n.parent.kind != p) {
		t.Errorf("%s: a %s outside of a %s", name, n.kind, p)
	}
	switch n.kind {
	case "Table":
		cells := -1
		for i, k := range n.kids {
			if k.kind == "Caption" && i == 0 {
				continue
			}
			if cells < 0 {
				cells = len(k.kids)
			}
			if k.kind != "TR" || len(k.kids) != cells || cells == 0 {
				t.Errorf("%s: row %d of a table is a %s of %d cells, not %d", name, i, k.kind, len(k.kids), cells)
			}
		}
	case "TH":
		if a, _ := n.dict["A"].(object.Dict); a["Scope"] != object.Name("Column") {
			t.Errorf("%s: the head cell %q says nothing of its scope", name, n.text)
		}
	case "L":
		if a, _ := n.dict["A"].(object.Dict); a["ListNumbering"] == nil {
			t.Errorf("%s: a list without its way of numbering", name)
		}
	case "LI":
		if k := len(n.kids); k == 0 || k > 2 || n.kids[k-1].kind != "LBody" || k == 2 && n.kids[0].kind != "Lbl" {
			t.Errorf("%s: an item without label or body: %q", name, n.text)
		}
	case "Caption":
		if n.parent.kind != "Table" && n.parent.kind != "Div" {
			t.Errorf("%s: a Caption in a %s", name, n.parent.kind)
		}
	case "Figure":
		alt, _ := n.dict["Alt"].(object.String)
		if a, _ := n.dict["A"].(object.Dict); len(alt) == 0 || a["BBox"] == nil {
			t.Errorf("%s: a figure is told as %q, in the box %v", name, alt, a["BBox"])
		}
	case "P", "Span", "Link", "Reference", "Lbl", "BibEntry":
		if n.text == "" {
			t.Errorf("%s: an empty %s", name, n.kind)
		}
	}
}

// checkWayBack holds that pages and links lead back to the tree.
func checkWayBack(t *testing.T, name string, tr *written) {
	t.Helper()
	f := tr.file
	catalog, _ := f.Dict(f.Trailer["Root"])
	if m, _ := f.Dict(catalog["MarkInfo"]); m["Marked"] != true {
		t.Errorf("%s: not marked as tagged", name)
	}
	root, _ := f.Dict(catalog["StructTreeRoot"])
	parents, _ := f.Dict(root["ParentTree"])
	nums, _ := parents["Nums"].(object.Array)
	at := map[int]object.Value{}
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		key := nums[i].(int)
		if key <= last {
			t.Errorf("%s: key %d of the parent tree after %d", name, key, last)
		}
		last, at[key] = key, nums[i+1]
	}
	if root["ParentTreeNextKey"] != last+1 {
		t.Errorf("%s: the next key is %v after %d", name, root["ParentTreeNextKey"], last)
	}
	pages, _ := f.Pages()
	links := 0
	for p, ref := range pages {
		page, _ := f.Dict(ref)
		key, ok := page["StructParents"].(int)
		if !ok {
			t.Errorf("%s: page %d does not lead to the tree", name, p+1)
			continue
		}
		list, _ := f.Get(at[key]).(object.Array)
		if len(list) != len(tr.marks[p]) {
			t.Errorf("%s: page %d has %d marks, and the parents of %d", name, p+1, len(tr.marks[p]), len(list))
		}
		for id, r := range list {
			n := tr.byRef[r.(object.Ref)]
			if n == nil || !strings.Contains(n.text, tr.marks[p][id]) {
				t.Errorf("%s: mark %d of page %d leads to another element", name, id, p+1)
			}
		}
		annots, _ := page["Annots"].(object.Array)
		if len(annots) > 0 && page["Tabs"] != object.Name("S") {
			t.Errorf("%s: page %d does not say the order of its links", name, p+1)
		}
		for _, a := range annots {
			links++
			d, _ := f.Dict(a)
			n := tr.links[a.(object.Ref)]
			key, ok := d["StructParent"].(int)
			if n == nil || n.kind != "Link" || !ok || at[key] != n.ref {
				t.Errorf("%s: a link on page %d does not lead to its Link", name, p+1)
			}
			if s, _ := d["Contents"].(object.String); s == "" || d["F"] != 4 {
				t.Errorf("%s: a link is not described, or not printed: %v", name, d)
			}
		}
	}
	if links != len(tr.links) || links == 0 {
		t.Errorf("%s: %d links, %d in the tree", name, links, len(tr.links))
	}
	var ids []string
	tr.root.walk(func(n *node) {
		if n.kind == "Note" {
			id, _ := n.dict["ID"].(object.String)
			ids = append(ids, string(id))
		}
	})
	byName, _ := f.Dict(root["IDTree"])
	names, _ := byName["Names"].(object.Array)
	if !slices.IsSorted(ids) || len(slices.Compact(ids)) != len(names)/2 {
		t.Errorf("%s: notes %q, of which %d can be found", name, ids, len(names)/2)
	}
}

// A text in the other language is told apart, and a name in passing is not.
func TestChangeOfLanguageIsTold(t *testing.T) {
	tr := readTree(t, set(t, everyKind(t), editions()["parallel"], Options{}))
	spans := map[string]string{}
	tr.root.walk(func(n *node) {
		if n.kind == "Span" {
			spans[strings.TrimSpace(n.text)] = n.lang
		}
	})
	for text, lang := range map[string]string{"Internet Governance Forum": "en-GB", "数字鸿沟": "zh-CN", "Policy brief": ""} {
		if spans[text] != lang {
			t.Errorf("%s is in %q: %q", text, spans[text], spans)
		}
	}
}

// Web addresses are text of their links, over line ends too.
func TestLinksHoldTheirText(t *testing.T) {
	tr := readTree(t, set(t, everyKind(t), editions()["parallel"], Options{}))
	const address = "https://example.org/reports/2025/access-cost-and-security/an-address-that-does-not-fit-on-one-line/index.html"
	found := 0
	tr.root.walk(func(n *node) {
		if n.kind == "Link" && strings.HasPrefix(n.text, "https://example.org/reports") {
			found++
			if got := withoutSpace(strings.ReplaceAll(n.text, "\u00AD", "")); got != address {
				t.Errorf("the link says %s", got)
			}
			if k, _ := n.dict["K"].(object.Array); len(k) < 2 {
				t.Errorf("the link has %v", k)
			}
		}
	})
	if found != 2 {
		t.Errorf("%d links, not one in each language", found)
	}
}
