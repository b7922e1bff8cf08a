package review

import (
	"reflect"
	"sync"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

// A Reviewer reviews a brief again and again while it is worked on. What it
// read of a text it keeps as long as the text stays, so that a review after an
// edit costs little. It is safe for concurrent use; reviews wait for each
// other. The briefs that it is given must not change afterwards, as those of
// a [brief.History] do not.
type Reviewer struct {
	mutex    sync.Mutex
	library  *library.Library
	lexicon  *library.Lexicon
	band     band
	circles  map[string]bool            // arguments that support themselves
	figures  map[string]map[string]bool // by source: the numbers of its packs
	readings map[language.Text]*reading
	lengths  map[string]length // by block
	looked   map[lookKey]looked
	round    int // reviews made
}

// A length is how long a block is as limits count it.
type length struct {
	block  brief.Block
	zh, en int
	round  int
}

// NewReviewer returns a reviewer that knows a library; nil leaves out the
// checks that need one.
func NewReviewer(lib *library.Library) *Reviewer {
	v := &Reviewer{library: lib, readings: map[language.Text]*reading{}, lengths: map[string]length{}, looked: map[lookKey]looked{}, figures: map[string]map[string]bool{}, band: usual}
	if lib != nil {
		v.lexicon = lib.Lexicon()
		v.band = learn(lib)
		v.circles = circles(lib)
	}
	return v
}

// Review returns what is found, in the order of the document, with what
// waivers let pass among it.
func (v *Reviewer) Review(b *brief.Brief, o Options) []Finding {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.round++
	r := &run{brief: b, library: v.library, reviewer: v, options: o, rooms: map[string]room{}}
	r.collect()
	r.structure()
	r.blanks()
	r.recommendations()
	if v.library != nil {
		r.arguments()
	}
	r.bilingual()
	r.language()
	r.sources()
	r.training()
	r.style()
	v.forget()
	Order(b, r.findings)
	waive(b, r.findings)
	return r.findings
}

// read returns the reading of a pair of texts.
func (v *Reviewer) read(t language.Text) *reading {
	g := v.readings[t]
	if g == nil {
		g = newReading(t, v.lexicon)
		v.readings[t] = g
	}
	g.round = v.round
	return g
}

// length returns how long a block is in l, in 字 or words.
func (v *Reviewer) length(b *brief.Block, l language.Language) int {
	k, ok := v.lengths[b.ID]
	if !ok || k.round != v.round {
		if !ok || !reflect.DeepEqual(k.block, *b) {
			k = length{block: *b, zh: template.BlockLength(b, language.ZH), en: template.BlockLength(b, language.EN)}
		}
		k.round = v.round
		v.lengths[b.ID] = k
	}
	if l == language.EN {
		return k.en
	}
	return k.zh
}

// forget drops what the last few reviews did not need: what was undone and is
// made again is soon read.
func (v *Reviewer) forget() {
	const kept = 8
	for t, g := range v.readings {
		if g.round+kept < v.round {
			delete(v.readings, t)
		}
	}
	for q, k := range v.looked {
		if k.round+kept < v.round {
			delete(v.looked, q)
		}
	}
	for id, k := range v.lengths {
		if k.round+kept < v.round {
			delete(v.lengths, id)
		}
	}
}
