package find

import (
	"sync"
	"sync/atomic"

	"celun/app/language"
	"celun/app/library"
	"celun/app/library/index"
)

// parts is how many texts of an argument are searched.
const parts = 9

// A part is one text of an argument. What is neither Chinese nor English, a
// measure, is of no language.
type part struct {
	place    index.Place
	language language.Language
	text     string
}

// textsOf returns the texts of an argument, titles first. The measure counts
// as a line and a note as a statement. Texts that are missing are empty.
func textsOf(e *library.Entry) [parts]part {
	value := ""
	if e.Evidence != nil {
		value = e.Evidence.Value
	}
	return [parts]part{
		{index.Title, language.ZH, e.Title.ZH},
		{index.Title, language.EN, e.Title.EN},
		{index.Line, language.ZH, e.Line.ZH},
		{index.Line, language.EN, e.Line.EN},
		{index.Line, "", value},
		{index.Statement, language.ZH, e.Statement.ZH},
		{index.Statement, language.EN, e.Statement.EN},
		{index.Statement, language.ZH, e.Note.ZH},
		{index.Statement, language.EN, e.Note.EN},
	}
}

// documentOf returns what is indexed of an argument.
func documentOf(e *library.Entry) index.Document {
	var d index.Document
	for _, t := range textsOf(e) {
		if t.text != "" {
			d[t.place] = append(d[t.place], t.text)
		}
	}
	return d
}

// maxRecent is how many folded entries are kept when there is an index: about
// 5 MB of them.
const maxRecent = 2000

// Folds keeps folded texts: all of them while scanning needs them again and
// again. With an index only few texts are looked at, and keeping all would
// cost as much memory as the library; then it keeps the last ones.
type folds struct {
	kept atomic.Pointer[[]atomic.Pointer[[parts]string]]

	mu     sync.Mutex
	recent map[int]*[parts]string
}

func (f *folds) keep(n int) {
	kept := make([]atomic.Pointer[[parts]string], n)
	f.kept.Store(&kept)
}

func (f *folds) forget() { f.kept.Store(nil) }

// of returns the folded texts of entry number i.
func (f *folds) of(i int, e *library.Entry) *[parts]string {
	if kept := f.kept.Load(); kept != nil {
		texts := (*kept)[i].Load()
		if texts == nil {
			texts = fold(e)
			(*kept)[i].Store(texts)
		}
		return texts
	}
	f.mu.Lock()
	texts := f.recent[i]
	f.mu.Unlock()
	if texts != nil {
		return texts
	}
	texts = fold(e)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.recent == nil || len(f.recent) >= maxRecent {
		f.recent = make(map[int]*[parts]string, maxRecent)
	}
	f.recent[i] = texts
	return texts
}

func fold(e *library.Entry) *[parts]string {
	var texts [parts]string
	for p, t := range textsOf(e) {
		texts[p] = index.Fold(t.text)
	}
	return &texts
}
