package library

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"celun/app/argument"
	core "celun/app/library"
	"celun/app/library/find"
)

// pause is how long after the last key a search begins.
const pause = 120 * time.Millisecond

// typed searches a moment after the last key.
func (p *Pane) typed(query string) {
	p.query, p.insert = query, false
	p.stop()
	asked := p.asked
	p.timer = time.AfterFunc(pause, func() {
		p.Post(func() {
			if p.asked == asked {
				p.ask()
			}
		})
	})
}

// stop makes an end of the search under way: its answer is no longer wanted.
func (p *Pane) stop() {
	p.asked++
	if p.timer != nil {
		p.timer.Stop()
		p.timer = nil
	}
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// ask answers the query as it is now.
func (p *Pane) ask() {
	p.stop()
	if p.blank() || p.Search == nil {
		p.showAll()
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	asked, query, only, lib, search := p.asked, p.query, p.only, p.lib, p.Search
	q := only.query(find.Query{Text: query, Kinds: p.chosenKinds(), Limit: maxHits})
	go func() {
		hits, err := search(ctx, q)
		var found []argument.Term
		if len(q.Kinds) == 0 && only == (filters{}) && err == nil {
			found = terms(lib.Terms(), &p.readings, query)
		}
		p.Post(func() {
			cancel()
			if err == nil && p.asked == asked {
				p.answered(query, hits, found)
			}
		})
	}()
}

// answered shows what was found.
func (p *Pane) answered(query string, hits []find.Hit, terms []argument.Term) {
	p.cancel = nil
	byID := make(map[string]find.Hit, len(hits))
	var entries []*core.Entry
	for _, h := range hits {
		if e, ok := p.lib.In(h.Pack, h.ID); ok {
			if _, twice := byID[h.ID]; !twice {
				byID[h.ID] = h
				entries = append(entries, e)
			}
		}
	}
	if strings.TrimSpace(query) == "" { // the filters alone: as without them
		slices.SortStableFunc(entries, func(a, b *core.Entry) int {
			return cmp.Compare(slices.Index(order(), a.Kind), slices.Index(order(), b.Kind))
		})
	}
	p.fill(query, entries, byID, terms)
	p.column.ScrollTo(0)
	if p.insert {
		p.insert = false
		p.insertFirst()
	}
}

// insertFirst puts the first argument of the answer in; while the answer is
// not there it waits for it.
func (p *Pane) insertFirst() {
	if p.shown != p.query && !p.blank() {
		if p.cancel == nil {
			p.ask()
		}
		p.insert = true
		return
	}
	if len(p.entries) > 0 {
		p.Insert(p.entries[0], argument.Statement)
	}
}
