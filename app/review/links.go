package review

import (
	"slices"
	"strconv"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// unclaimed is the other half of A3: an argument other than a challenge or
// countermeasure is stated as a fact, though the library calls it the author's
// claim and the brief neither shows evidence for it nor says whose it is.
func (r *run) unclaimed() {
	said := map[string]bool{}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.From == nil || b.Kind != brief.Argument || said[b.From.Argument] {
			return
		}
		e, ok := r.library.Get(b.From.Argument)
		if !ok || e.Claim != argument.Author {
			return
		}
		switch e.Kind {
		case argument.Role, argument.Trait, argument.Feature, argument.Stage, argument.Conclusion, argument.Thesis:
		default:
			return
		}
		said[e.ID] = true
		cites := false
		for _, k := range r.rooms[b.ID].pairs {
			cites = cites || len(r.pairs[k].zh.cites) > 0 || len(r.pairs[k].en.cites) > 0
		}
		if cites || attributed(b.Text) || r.proved(e.ID) || len(b.Text.Missing()) > 0 {
			return
		}
		r.add("A3", Warning, brief.Address{Block: b.ID},
			"“"+e.Title.ZH+"”是作者的主张，文中没有证据，也没有注明出处，请加上“作者认为”和引用",
			"‘"+e.Title.EN+"’ is the authors’ claim and stands without evidence or source; add ‘the authors argue’ and a citation").of(e.ID)
	})
}

// first returns the first block that is taken from an argument.
func (r *run) first(id string) brief.Address {
	at := brief.Address{}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if at == (brief.Address{}) && b.From != nil && b.From.Argument == id {
			at.Block = b.ID
		}
	})
	return at
}

// links are the checks A4, A5, A6 and A8 of the arguments that are used.
func (r *run) links() {
	var used []*library.Entry
	for id := range r.used {
		if e, ok := r.library.Get(id); ok {
			used = append(used, e)
		}
	}
	slices.SortFunc(used, func(a, b *library.Entry) int { return strings.Compare(a.ID, b.ID) })
	for _, e := range used {
		if r.reviewer.circles[e.ID] {
			r.add("A4", Error, r.first(e.ID),
				"“"+e.Title.ZH+"”转了一圈又由自己支持，请在论据库里去掉其中一条“支持”",
				"‘"+e.Title.EN+"’ supports itself by way of others; take one of the ‘supports’ links out in the library").of(e.ID)
		}
		r.hidden(e)
		if e.Kind == argument.EvidenceKind {
			for _, for1 := range r.library.Linked(e.ID, argument.Supports) {
				if slices.ContainsFunc(r.library.Linked(e.ID, argument.Opposes), func(k library.Link) bool { return k.ID == for1.ID }) {
					r.add("A6", Warning, r.first(e.ID),
						"证据“"+e.Title.ZH+"”既支持又反对“"+for1.Title.ZH+"”，请说明它究竟说明什么",
						"The evidence ‘"+e.Title.EN+"’ is for and against ‘"+for1.Title.EN+"’; say which it shows").of(e.ID, for1.ID)
				}
			}
		}
		if e.Kind != argument.EvidenceKind && len(e.Links) == 0 && !r.linkedTo(e.ID) {
			r.add("A8", Hint, r.first(e.ID),
				"论点“"+e.Title.ZH+"”在论据库里与别的论点没有联系，读者看不出它为何在此；请加上联系",
				"The argument ‘"+e.Title.EN+"’ has no link to any other in the library, so that nothing tells why it is here; link it").of(e.ID)
		}
	}
}

// linkedTo reports whether any argument links to one.
func (r *run) linkedTo(id string) bool {
	for _, k := range []argument.LinkKind{argument.Answers, argument.Supports, argument.Qualifies, argument.Opposes, argument.Cites, argument.PartOf} {
		if len(r.library.Linking(id, k)) > 0 {
			return true
		}
	}
	return false
}

// hidden is check A5: the library has an objection to an argument that is
// used, and the brief does not mention the strongest.
func (r *run) hidden(e *library.Entry) {
	objections := r.library.Linking(e.ID, argument.Opposes)
	if len(objections) == 0 {
		return
	}
	strongest := objections[0]
	for _, o := range objections {
		if r.used[o.ID] {
			return
		}
		if o.Link.Rank != 0 && (strongest.Link.Rank == 0 || o.Link.Rank < strongest.Link.Rank) {
			strongest = o
		}
	}
	at := r.first(e.ID)
	f := r.add("A5", Warning, at,
		"用了“"+e.Title.ZH+"”，却没有提到反对它的“"+strongest.Title.ZH+"”，请写出并回应",
		"It uses ‘"+e.Title.EN+"’ and does not mention the objection ‘"+strongest.Title.EN+"’; state it and answer it").of(e.ID, strongest.ID)
	r.inserts(f, strongest.Entry, at.Block)
}

// The grades of evidence, weakest first, as key messages state them.
var grades = []struct {
	zh, en []string
}{
	{[]string{"没有依据", "未给出依据", "无依据", "没有证据"}, []string{"no evidence", "giving no evidence", "without evidence"}},
	{[]string{"依据有限", "证据有限", "依据虽有限", "有限的证据"}, []string{"evidence is limited", "limited evidence"}},
	{[]string{"依据中等", "证据中等", "有一定依据"}, []string{"medium evidence", "moderate evidence", "evidence is moderate", "evidence is medium"}},
	{[]string{"依据强", "依据充分", "证据充分", "证据有力", "依据有力", "证据确凿"}, []string{"strong evidence", "evidence is strong", "ample evidence", "evidence is ample"}},
	{[]string{"依据很强", "证据很强", "依据十分充分", "证据十分充分"}, []string{"very strong evidence", "evidence is very strong", "overwhelming evidence"}},
}

// graded is check A7: a key message claims better evidence than the brief
// cites. A single source earns limited at most, two medium, three strong.
func (r *run) graded() {
	sources := map[string]bool{}
	for i := range r.pairs {
		for _, c := range r.pairs[i].zh.cites {
			sources[c.id] = true
		}
		for _, c := range r.pairs[i].en.cites {
			sources[c.id] = true
		}
	}
	most := min(len(sources), 3)
	if len(sources) > 4 {
		most = 4
	}
	r.blocks(func(_ *brief.Section, b *brief.Block) {
		if b.Kind != brief.KeyMessages {
			return
		}
		for _, l := range language.Both() {
			from := 0
			for message := range strings.SplitSeq(b.Text.In(l), "\n") {
				grade := -1
				for n, g := range grades {
					words := g.zh
					if l == language.EN {
						words = g.en
					}
					if says(strings.ToLower(message), words...) {
						grade = n
					}
				}
				if grade > max(most, 1) && !says(strings.ToLower(message), denied...) {
					f := r.add("A7", Warning, brief.Address{Block: b.ID, Language: l},
						"这条要点所说的依据强于它的来源（全文引用 "+strconv.Itoa(len(sources))+" 个来源），请降低等级或补充来源",
						"This key message claims stronger evidence than its sources give (the brief cites "+strconv.Itoa(len(sources))+"); lower the grade or add sources").of(message)
					f.Range = Range{from, from + len([]rune(message))}
				}
				from += len([]rune(message)) + 1
			}
		}
	})
}

// denied are phrases that say the contrary of a grade.
var denied = []string{"no strong evidence", "not strong evidence", "without strong evidence", "no ample evidence", "evidence is not strong", "缺乏有力证据"}

// circles returns the arguments of a library that support themselves by way
// of others.
func circles(lib *library.Library) map[string]bool {
	in := map[string]bool{}
	for _, circle := range lib.Circles() {
		for _, id := range circle {
			in[id] = true
		}
	}
	return in
}
