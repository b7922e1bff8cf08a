package index

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxWords is how many words one search names to SQLite at a time.
const maxWords = 100

// Chinese calls yield with the number of each document that holds the run of
// Chinese characters in the place, in no order. Every occurrence counts,
// whatever stands around it.
func (x *Index) Chinese(ctx context.Context, p Place, run string, yield func(number int32)) error {
	switch utf8.RuneCountInString(run) {
	case 0:
		return nil
	case 1:
		_, err := x.listed(ctx, p, []string{run}, yield)
		return err
	case 2:
		if known, err := x.listed(ctx, p, []string{run}, yield); known > 0 || err != nil {
			return err
		}
	}
	return x.match(ctx, p, `"`+strings.TrimSpace(string(pairs(nil, run)))+`"`, yield)
}

// Western calls yield with the number of each document that holds one of the
// words in the place, in no order and perhaps more than once. The words are
// such as [Index.Words] has.
func (x *Index) Western(ctx context.Context, p Place, words []string, yield func(number int32)) error {
	for len(words) > 0 {
		n := min(len(words), maxWords)
		if _, err := x.listed(ctx, p, words[:n], yield); err != nil {
			return err
		}
		words = words[n:]
	}
	return nil
}

// listed goes through the lists of the tokens and returns how many of them
// have one.
func (x *Index) listed(ctx context.Context, p Place, tokens []string, yield func(int32)) (known int, err error) {
	arguments := make([]any, 0, 1+len(tokens))
	arguments = append(arguments, int(p))
	for _, t := range tokens {
		arguments = append(arguments, t)
	}
	rows, err := x.db.QueryContext(ctx,
		"SELECT numbers FROM lists WHERE place = ? AND token IN (?"+strings.Repeat(",?", len(tokens)-1)+")", arguments...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var list sql.RawBytes
		if err := rows.Scan(&list); err != nil {
			return 0, err
		}
		known++
		if err := unlist(list, len(x.keys), yield); err != nil {
			return 0, err
		}
	}
	return known, rows.Err()
}

// match goes through the documents that match an expression. Their numbers
// come as one text: a row each costs several times as much.
func (x *Index) match(ctx context.Context, p Place, expression string, yield func(int32)) error {
	table := tables[p]
	rows, err := x.db.QueryContext(ctx, "SELECT group_concat(rowid) FROM "+table+" WHERE "+table+" MATCH ?", expression)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var list sql.RawBytes
		if err := rows.Scan(&list); err != nil {
			return err
		}
		n := 0
		for i, c := range list {
			if c != ',' {
				n = n*10 + int(c-'0')
			}
			if c == ',' || i == len(list)-1 {
				if n < 1 || n > len(x.keys) {
					return fmt.Errorf("%w: it names document %d of %d", ErrStale, n, len(x.keys))
				}
				yield(int32(n - 1))
				n = 0
			}
		}
	}
	return rows.Err()
}
