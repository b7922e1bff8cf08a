package index

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// oftenAt is in how many documents two neighbouring characters are listed. To
// walk through as few as that FTS5 takes no longer than reading a list does;
// and most pairs that ever stand together do so in fewer.
const oftenAt = 48

// A list holds numbers of documents, rising: each as its distance from the one
// before it, so that most take one byte.
type list struct {
	last    int32
	numbers []byte
}

func (l *list) add(number int32) {
	if number > l.last {
		l.numbers = binary.AppendUvarint(l.numbers, uint64(number-l.last))
		l.last = number
	}
}

// unlist calls yield with the numbers that a list holds, counted from 0, of
// which there are fewer than n.
func unlist(list []byte, n int, yield func(number int32)) error {
	last := uint64(0)
	for len(list) > 0 {
		distance, size := uint64(list[0]), 1
		if distance >= 0x80 {
			distance, size = binary.Uvarint(list)
		}
		if size <= 0 || distance == 0 || distance > uint64(n) || last+distance > uint64(n) {
			return fmt.Errorf("%w: a list names document %d of %d", ErrStale, last+distance, n)
		}
		last += distance
		yield(int32(last - 1))
		list = list[size:]
	}
	return nil
}

// makeLists writes for each place which documents have each Western word, each
// Chinese character, and each two of them that are often neighbours. It
// returns the words, in order.
func makeLists(ctx context.Context, db *sql.DB, n int, document func(i int) Document) ([]string, error) {
	words := map[string]struct{}{}
	for place, table := range tables {
		lists, err := often(ctx, db, table)
		if err != nil {
			return nil, err
		}
		for i := range n {
			if i%256 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			for _, s := range document(i)[place] {
				for p := range Pieces(Fold(s)) {
					lists.add(p, int32(i+1))
				}
			}
		}
		for token := range lists {
			if r, _ := utf8.DecodeRuneInString(token); IsWord(r) {
				words[token] = struct{}{}
			}
		}
		err = within(ctx, db, func(tx *sql.Tx) error { return lists.write(ctx, tx, place) })
		if err != nil {
			return nil, err
		}
	}
	return slices.Sorted(maps.Keys(words)), nil
}

// lists are those of one place, by token.
type lists map[string]*list

// often returns empty lists for the pairs that many documents have in a place.
func often(ctx context.Context, db *sql.DB, table string) (lists, error) {
	rows, err := db.QueryContext(ctx, "SELECT term FROM temp."+table+"_pairs WHERE doc >= ? AND term <> ?", oftenAt, between)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	l := lists{}
	for rows.Next() {
		var pair string
		if err := rows.Scan(&pair); err != nil {
			return nil, err
		}
		l[pair] = &list{}
	}
	return l, rows.Err()
}

// add enters a piece of a document.
func (l lists) add(p Piece, number int32) {
	if !p.Han {
		l.of(p.Text).add(number)
		return
	}
	for run := p.Text; run != ""; {
		_, first := utf8.DecodeRuneInString(run)
		l.of(run[:first]).add(number)
		if _, second := utf8.DecodeRuneInString(run[first:]); second > 0 {
			if pair, ok := l[run[:first+second]]; ok {
				pair.add(number)
			}
		}
		run = run[first:]
	}
}

// of returns the list of a token, a new one if need be.
func (l lists) of(token string) *list {
	if known, ok := l[token]; ok {
		return known
	}
	made := &list{}
	l[strings.Clone(token)] = made
	return made
}

func (l lists) write(ctx context.Context, tx *sql.Tx, place int) error {
	into, err := tx.PrepareContext(ctx, "INSERT INTO lists VALUES(?, ?, ?)")
	if err != nil {
		return err
	}
	defer into.Close()
	for _, token := range slices.Sorted(maps.Keys(l)) {
		if _, err := into.ExecContext(ctx, place, token, l[token].numbers); err != nil {
			return err
		}
	}
	return nil
}
