package object

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// maxUnpacked bounds an object stream or cross-reference stream when it is
// unpacked (bytes).
const maxUnpacked = 64 << 20

// unpack returns the data of a stream as it was before compression.
func unpack(s *Stream) ([]byte, error) {
	if s.Dict["Filter"] != Name("FlateDecode") {
		return s.Data, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, maxUnpacked+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxUnpacked {
		return nil, errors.New("pdf: a stream of impossible length")
	}
	return b, nil
}

// readStreamed reads a file whose table of objects is a stream at byte at, as
// [File.Write] writes it.
func (p *parser) readStreamed(at int) (*File, error) {
	p.at = at
	n, err := p.integer()
	if err != nil {
		return nil, err
	}
	p.at = at
	v, err := p.object(n)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, p.damaged("no table of objects")
	}
	places, err := p.places(s)
	if err != nil {
		return nil, err
	}
	f := &File{Objects: make([]Value, len(places)), Trailer: Dict{}}
	for _, key := range []Name{"Root", "Info", "ID", "Encrypt"} {
		if v, ok := s.Dict[key]; ok {
			f.Trailer[key] = v
		}
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, errors.New("pdf: encrypted")
	}
	bundles := map[int64][]Value{}
	for n, pl := range places {
		switch pl.kind {
		case freePlace:
		case plainPlace:
			if pl.at >= int64(len(p.b)) {
				return nil, fmt.Errorf("pdf: object %d is beyond the end", n)
			}
			p.at = int(pl.at)
			if f.Objects[n], err = p.object(n); err != nil {
				return nil, err
			}
		case bundledPlace:
			if bundles[pl.at] == nil {
				if bundles[pl.at], err = p.openBundle(places, pl.at); err != nil {
					return nil, err
				}
			}
			if pl.in >= len(bundles[pl.at]) {
				return nil, fmt.Errorf("pdf: object %d is missing", n)
			}
			f.Objects[n] = bundles[pl.at][pl.in]
		default:
			return nil, p.damaged("no table of objects")
		}
	}
	f.Free(Ref(n)) // what only this way of writing needed
	for n := range bundles {
		f.Free(Ref(n))
	}
	for k := len(f.Objects); k > 1 && f.Objects[k-1] == nil; k-- {
		f.Objects = f.Objects[:k-1]
	}
	return f, nil
}

// places reads the entries of a cross-reference stream.
func (p *parser) places(s *Stream) ([]place, error) {
	rows, err := unpack(s)
	if err != nil {
		return nil, err
	}
	const wide = 8
	size, _ := s.Dict["Size"].(int)
	if size <= 0 || size > maxObjects || len(rows) != wide*size {
		return nil, p.damaged("no table of objects")
	}
	places := make([]place, size)
	var row [wide - 1]byte
	for i := range places {
		r := rows[wide*i:]
		if r[0] != 2 {
			return nil, p.damaged("no table of objects")
		}
		for k := range row {
			row[k] += r[1+k]
		}
		places[i] = place{
			row[0], int64(row[1])<<24 | int64(row[2])<<16 | int64(row[3])<<8 | int64(row[4]), int(row[5])<<8 | int(row[6]),
		}
	}
	return places, nil
}

// openBundle reads the objects of an object stream.
func (p *parser) openBundle(places []place, number int64) ([]Value, error) {
	if number >= int64(len(places)) || places[number].kind != plainPlace || places[number].at >= int64(len(p.b)) {
		return nil, errors.New("pdf: an object stream is missing")
	}
	p.at = int(places[number].at)
	v, err := p.object(int(number))
	if err != nil {
		return nil, err
	}
	s, ok := v.(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return nil, p.damaged("no object stream")
	}
	data, err := unpack(s)
	if err != nil {
		return nil, err
	}
	count, _ := s.Dict["N"].(int)
	first, _ := s.Dict["First"].(int)
	if count < 0 || first < 0 || first > len(data) || count > first {
		return nil, p.damaged("no object stream")
	}
	q := &parser{b: data}
	values := make([]Value, count)
	for i := range values {
		if _, err := q.integer(); err != nil {
			return nil, err
		}
		off, err := q.integer()
		if err != nil || off < 0 || off >= len(data)-first {
			return nil, p.damaged("no object stream")
		}
		after := q.at
		q.at = first + off
		if values[i], err = q.value(0); err != nil {
			return nil, err
		}
		q.at = after
	}
	return values, nil
}
