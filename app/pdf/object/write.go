package object

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"strconv"
)

// WriteOptions say how a file is written.
type WriteOptions struct {
	Version string // of PDF, such as "1.7"; at least 1.5, or 2.0 for an encrypted file
	// Step, if set, is called before each object; its error ends the writing.
	Step func(done, total int) error
	// Lock, if set, encrypts the file.
	Lock *Lock
}

// perBundle is how many objects share an object stream. More gains little,
// and a reader has to unpack all of them for one.
const perBundle = 400

// Write writes the file: streams compressed (zlib, level 6), objects in order
// of their numbers, and an identifier made from the content. Objects that are
// no streams are bundled in object streams (PDF 1.7, 7.5.7): the thousands
// of small dictionaries of a structure tree take a tenth of the space.
func (f *File) Write(w io.Writer, o WriteOptions) error {
	out := &output{w: w, sum: sha256.New(), lock: o.Lock}
	// The second line tells programs that move files that this one is binary.
	out.print("%PDF-", o.Version, "\n%\xE2\xE3\xCF\xD3\n")
	size := len(f.Objects)
	for size > 1 && f.Objects[size-1] == nil {
		size--
	}
	out.places = make([]place, max(1, size), size+size/perBundle+4)
	var small []int // objects for the bundles
	for n, v := range f.Objects[:size] {
		if n == 0 || v == nil {
			continue
		}
		if o.Step != nil {
			if err := o.Step(n, len(f.Objects)); err != nil {
				return err
			}
		}
		s, ok := v.(*Stream)
		if !ok {
			small = append(small, n)
			continue
		}
		if err := out.stream(n, s); err != nil {
			return fmt.Errorf("pdf: object %d: %w", n, err)
		}
		if out.err != nil {
			return out.err
		}
	}
	for part := range slices.Chunk(small, perBundle) {
		if err := out.bundle(f, part); err != nil {
			return err
		}
	}
	trailer := Dict{}
	for _, key := range []Name{"Root", "Info"} {
		if v, ok := f.Trailer[key]; ok {
			trailer[key] = v
		}
	}
	if o.Lock != nil {
		n := out.number()
		b, err := appendValue(nil, o.Lock.dict())
		if err != nil {
			return err
		}
		out.places[n] = place{kind: plainPlace, at: out.n}
		out.print(strconv.Itoa(n), " 0 obj\n", string(b), "\nendobj\n")
		trailer["Encrypt"] = Ref(n)
	}
	return out.table(trailer)
}

// A place is where an object is: nowhere, at a byte of the file, or at an
// index in a bundle. The kinds are numbered as in a cross-reference stream
// (PDF 1.7, table 18).
type place struct {
	kind byte
	at   int64 // byte, or number of the bundle
	in   int   // index in the bundle
}

const (
	freePlace    = 0
	plainPlace   = 1
	bundledPlace = 2
)

// An output counts and hashes what it writes, and keeps the first error. The
// compressor and its buffer serve all streams of the file.
type output struct {
	w      io.Writer
	n      int64
	sum    hash.Hash
	err    error
	packed int // bytes compressed by pack
	packer *packer
	zip    *zlib.Writer
	data   bytes.Buffer
	line   []byte
	places []place
	lock   *Lock
}

func (o *output) write(b []byte) {
	if o.err != nil {
		return
	}
	n, err := o.w.Write(b)
	o.n += int64(n)
	o.sum.Write(b)
	o.err = err
}

func (o *output) print(parts ...string) {
	o.line = o.line[:0]
	for _, p := range parts {
		o.line = append(o.line, p...)
	}
	o.write(o.line)
}

// number returns a number for one more object.
func (o *output) number() int {
	o.places = append(o.places, place{})
	return len(o.places) - 1
}

// stream writes stream s as object n.
func (o *output) stream(n int, s *Stream) error {
	d, data := maps.Clone(s.Dict), s.Data
	if d == nil {
		d = Dict{}
	}
	if _, done := d["Filter"]; !done && !s.Plain {
		var err error
		if data, err = o.compress(data); err != nil {
			return err
		}
		d["Filter"] = Name("FlateDecode")
	}
	if o.lock != nil && d["Type"] != Name("XRef") {
		var err error
		if data, err = o.lock.encrypt(data); err != nil {
			return err
		}
	}
	d["Length"] = len(data)
	b, err := appendValue(nil, d)
	if err != nil {
		return err
	}
	o.places[n] = place{kind: plainPlace, at: o.n}
	o.print(strconv.Itoa(n), " 0 obj\n", string(b), "\nstream\n")
	o.write(data)
	o.print("\nendstream\nendobj\n")
	return nil
}

// bundle writes objects as one object stream.
func (o *output) bundle(f *File, numbers []int) error {
	at := o.number()
	var head, body []byte
	for i, n := range numbers {
		head = strconv.AppendInt(head, int64(n), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(body)), 10)
		head = append(head, ' ')
		var err error
		if body, err = appendValue(body, f.Objects[n]); err != nil {
			return fmt.Errorf("pdf: object %d: %w", n, err)
		}
		body = append(body, '\n')
		o.places[n] = place{bundledPlace, int64(at), i}
	}
	err := o.stream(at, &Stream{
		Dict: Dict{"Type": Name("ObjStm"), "N": len(numbers), "First": len(head)},
		Data: append(head, body...),
	})
	if err != nil {
		return err
	}
	return o.err
}

// table writes the cross-reference stream, which carries the trailer.
func (o *output) table(trailer Dict) error {
	n := o.number()
	o.places[n] = place{kind: plainPlace, at: o.n}
	const wide = 8 // the bytes of an entry: 1 for its kind, 4 and 2; and one before each for the predictor
	rows := make([]byte, 0, wide*len(o.places))
	var above [wide - 1]byte
	for i, p := range o.places {
		generation := p.in
		if p.kind == freePlace && i == 0 {
			generation = 0xFFFF
		}
		row := [wide - 1]byte{p.kind, byte(p.at >> 24), byte(p.at >> 16), byte(p.at >> 8), byte(p.at), byte(generation >> 8), byte(generation)}
		rows = append(rows, 2) // PNG's "up": the difference to the row above, which compresses best
		for k := range row {
			rows = append(rows, row[k]-above[k])
		}
		above = row
	}
	id := String(o.sum.Sum(nil)[:16])
	d := maps.Clone(trailer)
	maps.Copy(d, Dict{
		"Type": Name("XRef"), "Size": len(o.places), "W": Array{1, 4, 2}, "ID": Array{id, id},
		"DecodeParms": Dict{"Predictor": 12, "Columns": wide - 1},
	})
	if o.lock != nil {
		d["ID"] = Array{o.lock.id(), o.lock.id()}
	}
	at := o.n
	if err := o.stream(n, &Stream{Dict: d, Data: rows}); err != nil {
		return err
	}
	o.print("startxref\n", strconv.FormatInt(at, 10), "\n%%EOF\n")
	return o.err
}

// mostPacked is how much of a file (bytes) is compressed with more care: all
// of a short one but its largest fonts. A long one is small for its length anyway,
// and there the time would be felt.
const mostPacked = 1 << 18

func (o *output) compress(data []byte) ([]byte, error) {
	if len(data) <= mostPacked/4 && o.packed+len(data) <= mostPacked {
		o.packed += len(data)
		if o.packer == nil {
			o.packer = newPacker()
		}
		return o.packer.pack(data), nil
	}
	o.data.Reset()
	if o.zip == nil {
		// Level 6 is 9 % smaller than gofpdf's level 1; 9 gains 1 % more.
		zip, err := zlib.NewWriterLevel(&o.data, 6)
		if err != nil {
			return nil, err
		}
		o.zip = zip
	} else {
		o.zip.Reset(&o.data)
	}
	if _, err := o.zip.Write(data); err != nil {
		return nil, err
	}
	if err := o.zip.Close(); err != nil {
		return nil, err
	}
	return o.data.Bytes(), nil
}
