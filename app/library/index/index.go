// Package index is the index that makes searching a large library quick: an
// SQLite file made from the packs, kept in the cache folder and thrown away at
// any time. It answers which documents hold a
// stretch of Chinese, or one of several Western words, in their title, line or
// statement; ranking and showing hits is for who asks.
//
//	err := index.Build(ctx, path, n, func(i int) index.Document { … })
//	x, err := index.Open(ctx, path)
//	defer x.Close()
//	numbers, err := x.Chinese(ctx, index.Title, "数字鸿沟")
//
// Documents are known by the hash of what is indexed of them ([KeyOf]), not by
// a place in a list or a time, so that an index serves any library that holds
// some of the same texts: after an edit, and for two programs that have
// different packs open.
//
// Phrases of Chinese are found by FTS5, which knows where every two neighbours
// stand. What is looked for most and is in most documents, single characters,
// frequent pairs and Western words, has ready lists beside it: walking through
// thousands of documents by FTS5 takes ten times as long as reading a list.
//
// A file is never changed once it stands under its name: it is made under
// another one and moved there. It is read without locks, by as many programs
// as like. Its checksum is compared when it is opened; that it was changed,
// replaced or removed since is told by [Index.Intact].
package index

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// format tells indexes of other versions of the program. Raise it with every
// change of the tables or tokens.
const format = "celun-index/2"

// A Place is a part of a document that is indexed by itself.
type Place int

// The places, the one that weighs most first.
const (
	Title Place = iota
	Line
	Statement
)

// tables are named after the places.
var tables = [...]string{Title: "title", Line: "line", Statement: "statement"}

// A Document is what is indexed of one argument: the texts of each place, in
// any language.
type Document [3][]string

// A Key tells documents apart by their texts.
type Key [16]byte

// KeyOf returns the key of a document: the start of the SHA-256 of its texts.
func KeyOf(d Document) Key {
	h := sha256.New()
	var length [8]byte
	for place, texts := range d {
		for _, s := range texts {
			binary.LittleEndian.PutUint64(length[:], uint64(len(s))<<2|uint64(place))
			h.Write(length[:])
			h.Write([]byte(s))
		}
	}
	return Key(h.Sum(nil)[:16])
}

// An Index is an open index. It is safe for concurrent use.
type Index struct {
	path  string
	file  fs.FileInfo // as it was when opened
	db    *sql.DB
	keys  []Key
	words []string
}

// ErrStale is the cause when a file is no index of this version, or was
// damaged: it is to be built anew.
var ErrStale = errors.New("no index of this version")

// Open opens the index at path and reads it through once, to compare its
// checksum. The error is [ErrStale] or one of the system, such as
// fs.ErrNotExist.
func Open(ctx context.Context, path string) (*Index, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: not a file", ErrStale)
	}
	db, err := open(path, url.Values{
		"mode":      {"ro"},
		"immutable": {"1"},
		"_pragma":   {"query_only(1)", "cell_size_check(1)", "trusted_schema(0)"},
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	x := &Index{path: path, file: info, db: db}
	if err := x.load(ctx); err != nil {
		db.Close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %w", ErrStale, err)
	}
	return x, nil
}

// open opens an SQLite file. The name goes into a URI, so that no character
// of it is taken for a parameter.
func open(path string, parameters url.Values) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… on Windows
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: parameters.Encode()}
	return sql.Open("sqlite", u.String())
}

// load reads what is kept in memory and holds the file to its checksum.
func (x *Index) load(ctx context.Context) error {
	var version string
	if err := x.db.QueryRowContext(ctx, "SELECT value FROM about WHERE name = 'format'").Scan(&version); err != nil {
		return err
	}
	if version != format {
		return fmt.Errorf("the format is %.40q", version)
	}
	var keys, words []byte
	var sum int64
	for _, column := range []struct {
		name string
		into any
	}{{"keys", &keys}, {"words", &words}, {"sum", &sum}} {
		err := x.db.QueryRowContext(ctx, "SELECT value FROM about WHERE name = ?", column.name).Scan(column.into)
		if err != nil {
			return err
		}
	}
	now, err := checksum(ctx, x.db)
	if err != nil {
		return err
	}
	if now != sum || len(keys)%len(Key{}) != 0 {
		return errors.New("the checksum is another")
	}
	x.keys = make([]Key, len(keys)/len(Key{}))
	for i := range x.keys {
		x.keys[i] = Key(keys[i*len(Key{}):])
	}
	if len(words) > 0 {
		x.words = strings.Split(string(words), "\n")
	}
	return nil
}

// checksum reads all that the index holds.
func checksum(ctx context.Context, db *sql.DB) (int64, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	var queries []string
	for _, table := range tables {
		queries = append(queries,
			"SELECT id, block FROM "+table+"_data ORDER BY id",
			"SELECT segid << 32 | pgno, term FROM "+table+"_idx ORDER BY segid, term")
	}
	queries = append(queries,
		"SELECT place, token FROM lists ORDER BY place, token",
		"SELECT length(numbers), numbers FROM lists ORDER BY place, token",
		"SELECT length(value), value FROM about WHERE name IN ('keys', 'words') ORDER BY name")
	for _, q := range queries {
		rows, err := db.QueryContext(ctx, q)
		if err != nil {
			return 0, err
		}
		for rows.Next() {
			var id int64
			var block sql.RawBytes
			if err := rows.Scan(&id, &block); err != nil {
				rows.Close()
				return 0, err
			}
			var number [16]byte
			binary.LittleEndian.PutUint64(number[:], uint64(id))
			binary.LittleEndian.PutUint64(number[8:], uint64(len(block)))
			sum.Write(number[:])
			sum.Write(block)
		}
		if err := rows.Close(); err != nil {
			return 0, err
		}
		if err := rows.Err(); err != nil {
			return 0, err
		}
	}
	return int64(sum.Sum32()), nil
}

// Keys returns the keys of the documents; their places in it are the numbers
// that searching gives. It must not be changed.
func (x *Index) Keys() []Key { return x.keys }

// Words returns every Western word of the documents, folded, each once and in
// order. It must not be changed.
func (x *Index) Words() []string { return x.words }

// Intact reports whether the file is still the one that was opened, as far as
// its folder tells: there, of the same size and of the same time.
func (x *Index) Intact() bool {
	now, err := os.Stat(x.path)
	return err == nil && os.SameFile(now, x.file) && now.Size() == x.file.Size() && now.ModTime().Equal(x.file.ModTime())
}

// Close closes the index. Searches that are under way end with an error.
func (x *Index) Close() error { return x.db.Close() }
