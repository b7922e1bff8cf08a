package library

import (
	"fmt"
	"reflect"
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// A ClashKind says what is in the way of an entry that comes in.
type ClashKind string

// The kinds of clash. Differs: the pack on the shelf has the argument with
// other words. Deleted: it lies in the bin there, with other words. Elsewhere:
// another pack has an argument with this id. Term: the pack on the shelf has
// the term with other words. Source: it has another title or source; the id
// of such a clash is that of the source.
const (
	Differs   ClashKind = "differs"
	Deleted   ClashKind = "deleted"
	Elsewhere ClashKind = "elsewhere"
	TermClash ClashKind = "term"
	Source    ClashKind = "source"
)

// A Clash is an entry of an incoming pack that cannot be taken without a
// choice.
type Clash struct {
	Kind    ClashKind
	ID      string
	Pack    string        // on the shelf, that has the other one
	Message language.Text // one sentence without a final stop

	Mine, Theirs          *argument.Argument // nil for terms and sources
	MyTerm, TheirTerm     *argument.Term     // of a term
	MySource, TheirSource *Origin            // of a source
}

// An Origin is what a pack says of itself: its title and its source.
type Origin struct {
	Title  language.Text
	Source argument.Source
}

// Key tells the clash from the others of its import.
func (c Clash) Key() string { return string(c.Kind) + " " + c.ID }

// A Choice says what to do about a clash.
type Choice string

// The choices. KeepBoth takes an argument under a new id, and links of the
// incoming pack that mean it lead to that one; terms and sources cannot be
// kept twice.
const (
	KeepMine   Choice = "mine"
	TakeTheirs Choice = "theirs"
	KeepBoth   Choice = "both"
)

// Incoming is a pack that was received, compared with the shelf.
type Incoming struct {
	Pack    *argument.Pack
	Name    string   // of its file
	New     []string // ids of arguments and terms that are taken as they are
	Clashes []Clash
	raised  bool // some entry differs by its version only
}

// Same reports that the shelf has all of the pack already.
func (in *Incoming) Same() bool { return len(in.New)+len(in.Clashes) == 0 && !in.raised }

// Err returns the error of an import for which nobody can be asked: nil
// without clashes, else a *language.Problem that lists them.
func (in *Incoming) Err() error {
	if len(in.Clashes) == 0 {
		return nil
	}
	const most = 8
	var zh, en []string
	for _, c := range in.Clashes[:min(most, len(in.Clashes))] {
		zh, en = append(zh, c.Message.ZH), append(en, c.Message.EN)
	}
	n, more := len(in.Clashes), language.Text{}
	if n > most {
		more = language.Text{ZH: "……", EN: " …"}
	}
	clashes := "clashes"
	if n == 1 {
		clashes = "clash"
	}
	return &language.Problem{
		Where: in.Name,
		What: language.Text{
			ZH: fmt.Sprintf("与论据库有 %d 处冲突，未导入：%s%s", n, strings.Join(zh, "；"), more.ZH),
			EN: fmt.Sprintf("%d %s with the library, nothing was imported: %s%s", n, clashes, strings.Join(en, "; "), more.EN),
		},
		Do: language.Text{ZH: "请在窗口中导入，逐条选择", EN: "Import the file in the window, which asks about each"},
	}
}

// Receive reads a pack file and compares it with the shelf. Nothing is changed
// before [Shelf.Import].
func (s *Shelf) Receive(name string, data []byte) (*Incoming, error) {
	p, err := argument.Read(name, data)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.compare(name, p), nil
}

func (s *Shelf) compare(name string, theirs *argument.Pack) *Incoming {
	in := &Incoming{Pack: theirs, Name: name}
	known := stock{mine: s.pack(theirs.ID), others: map[string]*Entry{}}
	if known.mine == nil {
		known.mine = &argument.Pack{ID: theirs.ID, Title: theirs.Title, Source: theirs.Source}
	}
	for _, h := range s.holdings() {
		for i := range h.Pack.Arguments {
			if a := &h.Pack.Arguments[i]; h.Pack.ID != theirs.ID && known.others[a.ID] == nil {
				known.others[a.ID] = &Entry{h.Pack, a}
			}
		}
	}
	known.used, known.binned, known.kept = byID(known.mine.Arguments), byID(known.mine.Bin), kept(known.mine, theirs)
	for i := range theirs.Arguments {
		in.argument(known, &theirs.Arguments[i])
	}
	terms := map[string]*argument.Term{}
	for i := range known.mine.Terms {
		terms[known.mine.Terms[i].ID] = &known.mine.Terms[i]
	}
	for i := range theirs.Terms {
		t := &theirs.Terms[i]
		if m := terms[t.ID]; m == nil {
			in.New = append(in.New, t.ID)
		} else if !reflect.DeepEqual(m, t) {
			in.add(Clash{Kind: TermClash, ID: t.ID, Pack: known.mine.ID, MyTerm: m, TheirTerm: t}, "术语 "+t.ID+" 与库中的不同", "the term "+t.ID+" differs from the library’s")
		}
	}
	if m := known.mine; m.Title != theirs.Title || !reflect.DeepEqual(m.Source, theirs.Source) {
		in.add(Clash{
			Kind: Source, ID: theirs.Source.ID, Pack: m.ID,
			MySource: &Origin{m.Title, m.Source}, TheirSource: &Origin{theirs.Title, theirs.Source},
		}, "包的题名或来源与库中的不同", "the title or source of the pack differs from the library’s")
	}
	return in
}

// stock is what the shelf has that an incoming pack may clash with: its pack
// of the same id, empty if there is none, and the arguments of the others.
type stock struct {
	mine         *argument.Pack
	used, binned map[string]*argument.Argument
	others       map[string]*Entry
	kept         map[string]string // ids that an earlier import which kept both made new, with the new ones
}

func byID(all []argument.Argument) map[string]*argument.Argument {
	m := make(map[string]*argument.Argument, len(all))
	for i := range all {
		m[all[i].ID] = &all[i]
	}
	return m
}

func (in *Incoming) argument(known stock, a *argument.Argument) {
	m, bin, other := known.used[a.ID], known.binned[a.ID], known.others[a.ID]
	led := *a
	relink(&led, known.kept)
	switch {
	case m != nil && (same(m, a) || same(m, &led)):
		in.raised = in.raised || a.Version > m.Version
	case known.kept[a.ID] != "" || bin != nil && same(bin, a) || other != nil && same(other.Argument, a):
		// It is here already, or was deleted as it comes in.
	case m != nil:
		in.clash(Differs, a.ID, known.mine.ID, m, a, a.ID+" 与库中的不同", a.ID+" differs from the library’s")
	case bin != nil:
		in.clash(Deleted, a.ID, known.mine.ID, bin, a, a.ID+" 已在库中删除，文字也不同", a.ID+" was deleted from the library and differs")
	case other != nil:
		in.clash(Elsewhere, a.ID, other.Pack.ID, other.Argument, a,
			fmt.Sprintf("%s 的编号已用在包“%s”里", a.ID, other.Pack.ID), fmt.Sprintf("the id %s is taken in the pack %q", a.ID, other.Pack.ID))
	default:
		in.New = append(in.New, a.ID)
	}
}

func (in *Incoming) clash(k ClashKind, id, pack string, mine, theirs *argument.Argument, zh, en string) {
	in.add(Clash{Kind: k, ID: id, Pack: pack, Mine: mine, Theirs: theirs}, zh, en)
}

func (in *Incoming) add(c Clash, zh, en string) {
	c.Message = language.Text{ZH: zh, EN: en}
	in.Clashes = append(in.Clashes, c)
}

// kept returns the ids of theirs that are in mine under new ids, because an
// earlier import kept both.
func kept(mine, theirs *argument.Pack) map[string]string {
	copies := map[string][]*argument.Argument{}
	for i := range mine.Arguments {
		m := &mine.Arguments[i]
		if f := m.From; f != nil && f.Pack == mine.ID && f.ID != m.ID {
			copies[f.ID] = append(copies[f.ID], m)
		}
	}
	ids := map[string]string{}
	for i := range theirs.Arguments {
		a := &theirs.Arguments[i]
		for _, m := range copies[a.ID] {
			c := *m
			c.ID, c.Links = a.ID, a.Links // its links may have been led to new ids
			if same(&c, a) {
				ids[a.ID] = m.ID
			}
		}
	}
	return ids
}
