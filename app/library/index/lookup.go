package index

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxWords is how many words one search names to SQLite at a time: FTS5 goes
// through all of them for each row.
const maxWords = 16

// Chinese returns the numbers of the documents that hold the run of Chinese
// characters in the place, in no order. Every occurrence counts, whatever
// stands around it.
func (x *Index) Chinese(ctx context.Context, p Place, run string) ([]int32, error) {
	switch utf8.RuneCountInString(run) {
	case 0:
		return nil, nil
	case 1:
		return x.match(ctx, p, `"`+run+`" *`, nil)
	}
	var b strings.Builder
	pairs(&b, run)
	return x.match(ctx, p, `"`+strings.TrimSpace(b.String())+`"`, nil)
}

// Western returns the numbers of the documents that hold one of the words in
// the place, in no order and perhaps more than once. The words are such as
// [Index.Words] has.
func (x *Index) Western(ctx context.Context, p Place, words []string) ([]int32, error) {
	var numbers []int32
	for len(words) > 0 {
		n := min(len(words), maxWords)
		var b strings.Builder
		for i, w := range words[:n] {
			if i > 0 {
				b.WriteString(" OR ")
			}
			b.WriteByte('"')
			b.WriteString(token(w)) // letters and digits: no quote to double
			b.WriteByte('"')
		}
		var err error
		if numbers, err = x.match(ctx, p, b.String(), numbers); err != nil {
			return nil, err
		}
		words = words[n:]
	}
	return numbers, nil
}

// match appends the numbers of the documents that match the expression. They
// come as one text: a row each costs several times as much.
func (x *Index) match(ctx context.Context, p Place, expression string, numbers []int32) ([]int32, error) {
	table := tables[p]
	var list sql.RawBytes
	rows, err := x.db.QueryContext(ctx, "SELECT group_concat(rowid) FROM "+table+" WHERE "+table+" MATCH ?", expression)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&list); err != nil {
			return nil, err
		}
		n := 0
		for i, c := range list {
			if c != ',' {
				n = n*10 + int(c-'0')
			}
			if c == ',' || i == len(list)-1 {
				if n < 1 || n > len(x.keys) {
					return nil, fmt.Errorf("%w: it names document %d of %d", ErrStale, n, len(x.keys))
				}
				numbers = append(numbers, int32(n-1))
				n = 0
			}
		}
	}
	return numbers, rows.Err()
}
