package index

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"celun/app/store"
)

// leftBehind is the age at which an unfinished index is nobody's any more.
const leftBehind = 24 * time.Hour

// Build makes an index of n documents and puts it at path, in the place of
// what is there; the folder is made if need be. If it fails or ctx ends, what
// was at path is still there and nothing else is left.
func Build(ctx context.Context, path string, n int, document func(i int) Document) (err error) {
	dir := filepath.Dir(path)
	if err := store.CreateDir(dir); err != nil {
		return err
	}
	// What a program left that was killed while it built. That it cannot be
	// cleared away is no reason not to build.
	_, _ = store.SweepTemps(dir, leftBehind)
	temp := store.TempPath(path)
	defer func() {
		if err != nil {
			_ = store.Remove(temp) // the first error is the one that counts
		}
	}()
	if err := fill(ctx, temp, n, document); err != nil {
		return err
	}
	return store.Move(temp, path)
}

// fill makes the file. It needs no journal: a file that was not finished is
// thrown away.
func fill(ctx context.Context, path string, n int, document func(i int) Document) (err error) {
	db, err := open(path, url.Values{
		"_pragma": {"journal_mode(off)", "synchronous(off)", "locking_mode(exclusive)", "cache_size(-16000)", "temp_store(memory)"},
	})
	if err != nil {
		return err
	}
	defer func() {
		if e := db.Close(); err == nil {
			err = e
		}
	}()
	db.SetMaxOpenConns(1)
	statements := []string{
		"CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
		"CREATE TABLE lists (place INTEGER, token TEXT, numbers BLOB, PRIMARY KEY (place, token)) WITHOUT ROWID",
	}
	for _, t := range tables {
		statements = append(statements,
			"CREATE VIRTUAL TABLE "+t+" USING fts5(text, content='', columnsize=0, tokenize='ascii')",
			"CREATE VIRTUAL TABLE temp."+t+"_pairs USING fts5vocab(main, "+t+", row)")
	}
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	keys, err := insert(ctx, db, n, document)
	if err != nil {
		return err
	}
	words, err := makeLists(ctx, db, n, document)
	if err != nil {
		return err
	}
	for _, row := range []struct {
		name  string
		value any
	}{{"keys", keys}, {"words", []byte(strings.Join(words, "\n"))}, {"format", format}} {
		if _, err := db.ExecContext(ctx, "INSERT INTO about VALUES(?, ?)", row.name, row.value); err != nil {
			return err
		}
	}
	sum, err := checksum(ctx, db)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "INSERT INTO about VALUES('sum', ?)", sum)
	return err
}

// insert gives the Chinese of the documents to FTS5 and returns their keys.
func insert(ctx context.Context, db *sql.DB, n int, document func(i int) Document) ([]byte, error) {
	keys := make([]byte, 0, n*len(Key{}))
	err := within(ctx, db, func(tx *sql.Tx) error {
		var into [len(tables)]*sql.Stmt
		for p, t := range tables {
			s, err := tx.PrepareContext(ctx, "INSERT INTO "+t+"(rowid, text) VALUES(?, ?)")
			if err != nil {
				return err
			}
			defer s.Close()
			into[p] = s
		}
		var text []byte
		for i := range n {
			d := document(i)
			key := KeyOf(d)
			keys = append(keys, key[:]...)
			for p, texts := range d {
				text = text[:0]
				for _, s := range texts {
					text = phrases(text, s)
				}
				if len(text) == 0 {
					continue
				}
				if _, err := into[p].ExecContext(ctx, i+1, string(text)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		if _, err := db.ExecContext(ctx, "INSERT INTO "+t+"("+t+") VALUES('optimize')"); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// within runs work in one transaction.
func within(ctx context.Context, db *sql.DB, work func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		_ = tx.Rollback() // the first error is the one that counts
		return err
	}
	return tx.Commit()
}
