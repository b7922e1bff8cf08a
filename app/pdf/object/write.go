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
	Version string // of PDF, such as "1.7"
	// Step, if set, is called before each object; its error ends the writing.
	Step func(done, total int) error
}

// Write writes the file: streams compressed (zlib, level 6), objects in order
// of their numbers, one table, and an identifier made from the content.
func (f *File) Write(w io.Writer, o WriteOptions) error {
	out := &output{w: w, sum: sha256.New()}
	// The second line tells programs that move files that this one is binary.
	out.print("%PDF-", o.Version, "\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int64, len(f.Objects))
	for n, v := range f.Objects {
		if n == 0 || v == nil {
			continue
		}
		if o.Step != nil {
			if err := o.Step(n, len(f.Objects)); err != nil {
				return err
			}
		}
		offsets[n] = out.n
		out.print(strconv.Itoa(n), " 0 obj\n")
		if err := out.object(v); err != nil {
			return fmt.Errorf("pdf: object %d: %w", n, err)
		}
		out.print("\nendobj\n")
		if out.err != nil {
			return out.err
		}
	}
	table := out.n
	out.print("xref\n0 ", strconv.Itoa(len(f.Objects)), "\n")
	free := f.free()
	for n, off := range offsets {
		if off == 0 {
			generation := 1
			if n == 0 {
				generation = 65535
			}
			out.print(fmt.Sprintf("%010d %05d f \n", free[n], generation))
			continue
		}
		out.print(fmt.Sprintf("%010d 00000 n \n", off))
	}
	trailer := maps.Clone(f.Trailer)
	id := String(out.sum.Sum(nil)[:16])
	trailer["ID"] = Array{id, id}
	trailer["Size"] = len(f.Objects)
	b, err := appendValue(nil, trailer)
	if err != nil {
		return err
	}
	out.print("trailer\n", string(b), "\nstartxref\n", strconv.FormatInt(table, 10), "\n%%EOF\n")
	return out.err
}

// free returns for each free object the next one; the chain begins at 0 and
// ends there.
func (f *File) free() map[int]int {
	next, last := map[int]int{}, 0
	for n, v := range f.Objects {
		if n > 0 && v == nil {
			next[last] = n
			last = n
		}
	}
	return next
}

// An output counts and hashes what it writes, and keeps the first error. The
// compressor and its buffer serve all streams of the file.
type output struct {
	w    io.Writer
	n    int64
	sum  hash.Hash
	err  error
	zip  *zlib.Writer
	data bytes.Buffer
	line []byte
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

func (o *output) object(v Value) error {
	s, ok := v.(*Stream)
	if !ok {
		b, err := appendValue(o.line[:0], v)
		if err != nil {
			return err
		}
		o.line = b
		o.write(b)
		return nil
	}
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
	d["Length"] = len(data)
	b, err := appendValue(nil, d)
	if err != nil {
		return err
	}
	o.write(append(b, "\nstream\n"...))
	o.write(data)
	o.print("\nendstream")
	return nil
}

func (o *output) compress(data []byte) ([]byte, error) {
	o.data.Reset()
	if o.zip == nil {
		// Level 6 is 9 % smaller than gofpdf's level 1; 9 gains nothing more.
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

// appendValue writes a value in PDF syntax.
func appendValue(b []byte, v Value) ([]byte, error) {
	var err error
	switch v := v.(type) {
	case nil:
		return append(b, "null"...), nil
	case bool:
		return strconv.AppendBool(b, v), nil
	case int:
		return strconv.AppendInt(b, int64(v), 10), nil
	case float64:
		return AppendNumber(b, v), nil
	case Ref:
		return append(strconv.AppendInt(b, int64(v), 10), " 0 R"...), nil
	case Name:
		return appendName(b, v), nil
	case String:
		return AppendString(b, string(v)), nil
	case Array:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			if b, err = appendValue(b, e); err != nil {
				return nil, err
			}
		}
		return append(b, ']'), nil
	case Dict:
		b = append(b, "<<"...)
		for _, k := range slices.Sorted(maps.Keys(v)) {
			b = append(appendName(b, k), ' ')
			if b, err = appendValue(b, v[k]); err != nil {
				return nil, err
			}
		}
		return append(b, ">>"...), nil
	default:
		return nil, fmt.Errorf("no PDF value: %T", v)
	}
}

func appendName(b []byte, n Name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

// AppendString writes a string in parentheses, with what needs it escaped.
func AppendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // a bare one would be read as a line feed
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// AppendNumber writes a number with at most three decimals.
func AppendNumber(b []byte, x float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, x, 'f', 3, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}
