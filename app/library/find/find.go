// Package find answers the one search box of the library: in either language,
// by ids, tags and terms, in pinyin, ranked and with the matches marked; and
// it tells which arguments are alike.
//
//	f := find.New(lib, find.Options{CacheFile: path, Words: w.Dictionary})
//	defer f.Close()
//	hits, err := f.Search(ctx, find.Query{Text: "数字鸿沟 kind:challenge", Limit: 50})
//	alike := f.Related("C2", 5)
//
// What a word of a query finds:
//
//   - Chinese: every occurrence, whatever words stand around it.
//   - Western words and numbers: every occurrence, words from their start
//     before parts of words, and English words of the same stem.
//   - What is in quotation marks: that, to the letter, without stems.
//   - Ids, from their start, and tags.
//   - Terms of the packs: with their other renderings, in both languages.
//   - Letters that are no word of the library: titles, tags and terms of which
//     they are the pinyin or the initials.
//
// A match in a title outweighs one in a line, and that one in a statement.
//
// New costs nothing. Until the index is there, and whenever it is not, all
// texts are scanned, with the same hits in the same order; the index, made in
// the background, is for large libraries.
package find

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/language/pinyin"
	"celun/app/language/words"
	"celun/app/library"
	"celun/app/library/index"
)

// Options say what a [Finder] may use. The zero Options scan and cut by
// characters.
type Options struct {
	// CacheFile is where the index is kept, such as search.db in the cache
	// folder of the program. Empty: no index is made.
	CacheFile string
	// Words returns the dictionary in use, for [Finder.Related]; it is called
	// each time it is needed. Nil: no words are known.
	Words func() *words.Dictionary
}

// A Hit is an argument that was found.
type Hit struct {
	Pack    string // id
	ID      string
	Kind    argument.Kind
	Title   language.Text
	Snippet language.Text // the line or a piece of the statement, with … where it was cut
	// Marks are the matches in Snippet, in order and without overlaps.
	Marks []Mark
	// TitleMarks are those in Title.
	TitleMarks []Mark
	Score      float64 // higher is better; comparable within one search only
}

// A Mark is a range of runes in the text of one language, End not included.
type Mark struct {
	Language   language.Language
	Start, End int
}

// A Finder finds things in one library. It is safe for concurrent use.
type Finder struct {
	entries  []*library.Entry
	lib      *library.Library
	options  Options
	pinyin   pinyin.Table
	folds    folds
	names    func() *names
	glossary func() *glossary

	measuring sync.Mutex
	measured  *likeness // by the dictionary of the last question

	stop    context.CancelFunc
	context context.Context
	ready   chan struct{}
	work    sync.WaitGroup
	covered atomic.Pointer[cover] // nil: scan

	mu     sync.Mutex // over what follows
	busy   bool       // the index is being opened or made
	builds int        // how often it was made
	err    error
	closed bool
}

// New returns a finder for the library and begins to open or make its index.
func New(lib *library.Library, o Options) *Finder {
	f := &Finder{lib: lib, entries: lib.All(), options: o, ready: make(chan struct{})}
	f.names = sync.OnceValue(f.readNames)
	f.glossary = sync.OnceValue(f.readGlossary)
	f.folds.keep(len(f.entries))
	f.context, f.stop = context.WithCancel(context.Background())
	if o.CacheFile == "" {
		close(f.ready)
		return f
	}
	f.busy = true
	f.work.Add(1)
	go func() {
		defer close(f.ready)
		f.prepare()
	}()
	return f
}

// Ready is closed when the index is in use, or it is clear that it cannot be
// ([Finder.Err]). Searching does not wait for it.
func (f *Finder) Ready() <-chan struct{} { return f.ready }

// Indexed reports whether searches use the index now.
func (f *Finder) Indexed() bool { return f.covered.Load() != nil }

// Err returns why there is no index, or nil. It is for logs: all is found
// without one too.
func (f *Finder) Err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
}

// Close ends what goes on in the background and closes the index. Searching
// is still possible, by scanning.
func (f *Finder) Close() {
	f.mu.Lock()
	f.closed = true
	f.mu.Unlock()
	f.stop()
	f.work.Wait()
	if c := f.covered.Swap(nil); c != nil {
		c.retire()
	}
}

// A cover is an open index and what it covers of the library.
type cover struct {
	index   *index.Index
	words   *vocabulary
	entry   []int32 // by number in the index: the entry, or -1
	missing []int32 // entries that it does not hold, which are scanned; never nil
	users   sync.WaitGroup
	mu      sync.Mutex
	retired bool
}

// use takes the index for one search; false if it is being closed.
func (c *cover) use() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.retired {
		return false
	}
	c.users.Add(1)
	return true
}

// retire closes the index when its last search is done.
func (c *cover) retire() {
	c.mu.Lock()
	c.retired = true
	c.mu.Unlock()
	c.users.Wait()
	_ = c.index.Close() // only read: nothing can be lost
}

// How much of a library an index may lack before a new one is made: what it
// lacks is scanned, which costs about 1 ms of a search for 1,000 entries. And
// how much it may hold that the library has no longer.
const (
	lackAtLeast = 200
	lackPart    = 50 // a fiftieth of the library
	stalePart   = 2  // half of the index
)

// maxBuilds is how often one finder makes its index. A file that is damaged
// again and again is not worth the work: it is done without.
const maxBuilds = 5

// prepare opens the index, or makes it and opens it, and puts it in use.
func (f *Finder) prepare() {
	defer f.work.Done()
	c, err := f.open()
	switch {
	case f.context.Err() != nil:
	case err != nil || len(c.missing) > max(lackAtLeast, len(f.entries)/lackPart) ||
		len(c.entry) > lackAtLeast && len(f.entries)-len(c.missing) < len(c.entry)/stalePart:
		if err == nil {
			c.retire() // closed before its file is replaced, as Windows wants it
		}
		f.mu.Lock()
		f.builds++
		f.mu.Unlock()
		c = nil
		err = index.Build(f.context, f.options.CacheFile, len(f.entries), func(i int) index.Document {
			return documentOf(f.entries[i])
		})
		if err == nil {
			c, err = f.open()
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.busy, f.err = false, err
	if err != nil || c == nil {
		return
	}
	if f.closed {
		go c.retire()
		return
	}
	f.covered.Store(c)
	f.folds.forget()
}

// open opens the index and finds the entries of the library in it.
func (f *Finder) open() (*cover, error) {
	x, err := index.Open(f.context, f.options.CacheFile)
	if err != nil {
		return nil, err
	}
	numbers := make(map[index.Key][]int32, len(x.Keys()))
	for i, k := range x.Keys() {
		numbers[k] = append(numbers[k], int32(i))
	}
	c := &cover{index: x, words: newVocabulary(x.Words()), entry: make([]int32, len(x.Keys())), missing: []int32{}}
	for i := range c.entry {
		c.entry[i] = -1
	}
	for i, e := range f.entries {
		k := index.KeyOf(documentOf(e))
		same := numbers[k]
		if len(same) == 0 {
			c.missing = append(c.missing, int32(i))
			continue
		}
		c.entry[same[0]] = int32(i)
		numbers[k] = same[1:]
	}
	return c, nil
}

// current returns the index if it can be used for one search; give it back
// with c.users.Done.
func (f *Finder) current() *cover {
	c := f.covered.Load()
	if c == nil {
		return nil
	}
	if !c.index.Intact() {
		f.drop(c, errors.New("the index was changed or removed"))
		return nil
	}
	if !c.use() {
		return nil
	}
	return c
}

// drop goes back to scanning and has the index made anew.
func (f *Finder) drop(c *cover, why error) {
	if !f.covered.CompareAndSwap(c, nil) {
		return // another search saw it first
	}
	f.folds.keep(len(f.entries))
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = why
	again := !f.closed && !f.busy && f.builds < maxBuilds
	if again {
		f.busy = true
		f.work.Add(1)
	}
	go func() {
		c.retire()
		if again {
			f.prepare()
		}
	}()
}
