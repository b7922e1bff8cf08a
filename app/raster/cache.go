package raster

import (
	"container/list"
	"sync"

	"celun/app/typeset/face"
)

// A key names a drawn glyph: face, glyph, size (px), and the quarter pixels
// its origin is off.
type key struct {
	face   face.ID
	glyph  face.GlyphID
	size   float32
	qx, qy uint8
}

// A cache keeps the masks last used, up to a number of bytes. Masks do not
// change once they are in it.
type cache struct {
	mu     sync.Mutex
	masks  map[key]*list.Element
	recent *list.List // of *entry, the last used first
	left   int        // bytes
}

type entry struct {
	key  key
	mask *mask
}

// entrySize is what an entry costs beside its mask (bytes, estimated).
const entrySize = 200

func newCache(size int) *cache {
	return &cache{masks: map[key]*list.Element{}, recent: list.New(), left: size}
}

func (c *cache) get(k key) (*mask, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.masks[k]
	if !ok {
		return nil, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(*entry).mask, true
}

func (c *cache) put(k key, m *mask) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.masks[k]; ok {
		return // drawn at the same time by another
	}
	c.masks[k] = c.recent.PushFront(&entry{k, m})
	c.left -= len(m.cover) + entrySize
	for c.left < 0 && c.recent.Len() > 1 {
		last := c.recent.Remove(c.recent.Back()).(*entry)
		delete(c.masks, last.key)
		c.left += len(last.mask.cover) + entrySize
	}
}
