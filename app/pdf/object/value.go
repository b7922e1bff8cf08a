package object

import (
	"bytes"
	"strconv"
)

// value reads one value.
func (p *parser) value(depth int) (Value, error) {
	if depth > maxNesting {
		return nil, p.damaged("values nested too deep")
	}
	p.skipSpace()
	if p.at >= len(p.b) {
		return nil, p.damaged("an end in the middle of a value")
	}
	switch c := p.b[p.at]; {
	case c == '/':
		return p.name()
	case c == '(':
		return p.literal()
	case c == '[':
		p.at++
		return p.array(depth)
	case c == '<' && bytes.HasPrefix(p.b[p.at:], []byte("<<")):
		p.at += 2
		return p.dict(depth)
	case c == '<':
		return p.hex()
	default:
		return p.plain()
	}
}

// plain reads a number, a reference or a keyword.
func (p *parser) plain() (Value, error) {
	switch w := p.word(); w {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		n, err := strconv.ParseInt(w, 10, 32)
		if err != nil {
			x, err := strconv.ParseFloat(w, 64)
			if err != nil || x != x || x > 1e15 || x < -1e15 {
				return nil, p.damaged("no value")
			}
			return x, nil
		}
		if n < 0 {
			return int(n), nil
		}
		after := p.at
		if p.word() == "0" && p.word() == "R" {
			return Ref(n), nil
		}
		p.at = after
		return int(n), nil
	}
}

func (p *parser) name() (Value, error) {
	p.at++
	start := p.at
	for p.at < len(p.b) && !isSpace(p.b[p.at]) && !isDelimiter(p.b[p.at]) {
		p.at++
	}
	raw := p.b[start:p.at]
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw), nil
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return Name(out), nil
}

func (p *parser) array(depth int) (Value, error) {
	list := Array{}
	for {
		p.skipSpace()
		if p.at < len(p.b) && p.b[p.at] == ']' {
			p.at++
			return list, nil
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
}

func (p *parser) dict(depth int) (Value, error) {
	d := Dict{}
	for {
		p.skipSpace()
		if bytes.HasPrefix(p.b[p.at:], []byte(">>")) {
			p.at += 2
			return d, nil
		}
		if p.at >= len(p.b) || p.b[p.at] != '/' {
			return nil, p.damaged("no key")
		}
		key, err := p.name()
		if err != nil {
			return nil, err
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		d[key.(Name)] = v
	}
}

func (p *parser) hex() (Value, error) {
	end := bytes.IndexByte(p.b[p.at:], '>')
	if end < 0 {
		return nil, p.damaged("a string without end")
	}
	var digits []byte
	for _, c := range p.b[p.at+1 : p.at+end] {
		if !isSpace(c) {
			digits = append(digits, c)
		}
	}
	if len(digits)%2 != 0 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		v, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			return nil, p.damaged("no hexadecimal string")
		}
		out[i] = byte(v)
	}
	p.at += end + 1
	return String(out), nil
}

// literal reads a string in parentheses.
func (p *parser) literal() (Value, error) {
	var out []byte
	open := 0
	for p.at < len(p.b) {
		c := p.b[p.at]
		p.at++
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				return String(out), nil
			}
		case '\\':
			if p.at < len(p.b) {
				out = p.escape(out)
			}
			continue
		}
		out = append(out, c)
	}
	return nil, p.damaged("a string without end")
}

// escape reads what stands after a backslash.
func (p *parser) escape(out []byte) []byte {
	c := p.b[p.at]
	p.at++
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	if c == '\n' { // a line that goes on
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for range 2 {
		if p.at >= len(p.b) || p.b[p.at] < '0' || p.b[p.at] > '7' {
			break
		}
		v = 8*v + int(p.b[p.at]-'0')
		p.at++
	}
	return append(out, byte(v))
}
