package brief

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"celun/app/language"
)

// MarshalJSON writes the brief with the fields of a newer format that it was
// read with.
func (b Brief) MarshalJSON() ([]byte, error) {
	type plain Brief
	if b.Sections == nil {
		b.Sections = []Section{}
	}
	b.Sources = cloneSources(b.Sources)
	for i := range b.Sources {
		if b.Sources[i].Authors == nil {
			b.Sources[i].Authors = []language.Text{}
		}
	}
	return withUnknown(plain(b), b.unknown)
}

// UnmarshalJSON reads a brief and keeps the fields it does not know.
func (b *Brief) UnmarshalJSON(data []byte) error {
	type plain Brief
	p, unknown, err := withFields[plain](data)
	if err == nil {
		*b = Brief(p)
		b.unknown = unknown
	}
	return err
}

// MarshalJSON writes the section; see [Brief.MarshalJSON].
func (s Section) MarshalJSON() ([]byte, error) {
	type plain Section
	if s.Blocks == nil {
		s.Blocks = []Block{}
	}
	return withUnknown(plain(s), s.unknown)
}

// UnmarshalJSON reads a section and keeps the fields it does not know.
func (s *Section) UnmarshalJSON(data []byte) error {
	type plain Section
	p, unknown, err := withFields[plain](data)
	if err == nil {
		*s = Section(p)
		s.unknown = unknown
	}
	return err
}

// MarshalJSON writes the block; see [Brief.MarshalJSON].
func (b Block) MarshalJSON() ([]byte, error) {
	type plain Block
	return withUnknown(plain(b), b.unknown)
}

// UnmarshalJSON reads a block and keeps the fields it does not know.
func (b *Block) UnmarshalJSON(data []byte) error {
	type plain Block
	p, unknown, err := withFields[plain](data)
	if err == nil {
		*b = Block(p)
		b.unknown = unknown
	}
	return err
}

// MarshalJSON writes a cell as one string, or as {"zh", "en"}.
func (c Cell) MarshalJSON() ([]byte, error) {
	if c.Same != "" {
		return encode(c.Same)
	}
	return encode(c.Text)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Cell) UnmarshalJSON(data []byte) error {
	*c = Cell{}
	if trimmed := bytes.TrimSpace(data); len(trimmed) > 0 && trimmed[0] == '"' {
		return json.Unmarshal(data, &c.Same)
	}
	var t language.Text
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	c.Text = t
	return nil
}

// encode writes JSON with <, > and & as they are, for people to read.
func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// withUnknown writes a struct and after its own fields the unknown ones, by
// name.
func withUnknown(v any, unknown map[string]json.RawMessage) ([]byte, error) {
	data, err := encode(v)
	if err != nil || len(unknown) == 0 {
		return data, err
	}
	data = data[:len(data)-1] // the closing brace
	for _, name := range slices.Sorted(maps.Keys(unknown)) {
		key, err := encode(name)
		if err != nil {
			return nil, err
		}
		if len(data) > 1 {
			data = append(data, ',')
		}
		data = append(append(append(data, key...), ':'), unknown[name]...)
	}
	return append(data, '}'), nil
}

// withFields reads a struct and the fields of its JSON that it does not have.
func withFields[T any](data []byte) (v T, unknown map[string]json.RawMessage, err error) {
	if err = json.Unmarshal(data, &v); err == nil {
		unknown, err = unknownFields(data, v)
	}
	return v, unknown, err
}

// unknownFields returns the fields of the JSON object that the struct v does
// not have. As the JSON reader does, it looks at names without their case.
func unknownFields(data []byte, v any) (map[string]json.RawMessage, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	known := jsonNames(reflect.TypeOf(v))
	maps.DeleteFunc(all, func(name string, _ json.RawMessage) bool {
		return slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, name) })
	})
	if len(all) == 0 {
		return nil, nil
	}
	return all, nil
}

// jsonNames returns the names of a struct's fields in JSON.
func jsonNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" {
			names = append(names, name)
		}
	}
	return names
}
