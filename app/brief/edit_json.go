package brief

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// editTypes names the edits in JSON.
func editTypes() map[string]Edit {
	return map[string]Edit{
		"set-text":        SetText{},
		"set-cell":        SetCell{},
		"insert-block":    InsertBlock{},
		"remove-block":    RemoveBlock{},
		"move-block":      MoveBlock{},
		"replace-block":   ReplaceBlock{},
		"insert-section":  InsertSection{},
		"remove-section":  RemoveSection{},
		"move-section":    MoveSection{},
		"set-meta":        SetMeta{},
		"set-state":       SetState{},
		"set-sources":     SetSources{},
		"set-media":       SetMedia{},
		"add-comment":     AddComment{},
		"resolve-comment": ResolveComment{},
		"remove-comment":  RemoveComment{},
		"add-waiver":      AddWaiver{},
		"remove-waiver":   RemoveWaiver{},
		"replace-all":     ReplaceAll{},
		"batch":           Batch{},
	}
}

// MarshalEdit returns the JSON of an edit: its fields and its "type".
func MarshalEdit(e Edit) ([]byte, error) {
	name := ""
	for n, of := range editTypes() {
		if reflect.TypeOf(of) == reflect.TypeOf(e) {
			name = n
		}
	}
	if name == "" {
		return nil, fmt.Errorf("brief: an edit of type %T has no JSON", e)
	}
	fields, err := encode(e)
	if err != nil {
		return nil, err
	}
	head := []byte(`{"type":"` + name + `"`)
	if len(fields) > 2 { // more than {}
		head = append(head, ',')
	}
	return append(head, fields[1:]...), nil
}

// UnmarshalEdit reads what [MarshalEdit] wrote.
func UnmarshalEdit(data []byte) (Edit, error) { return unmarshalEdit(data, 0) }

// maxBatches is how deep batches may hold batches.
const maxBatches = 20

func unmarshalEdit(data []byte, depth int) (Edit, error) {
	if depth > maxBatches {
		return nil, fmt.Errorf("brief: batches of edits nest deeper than %d", maxBatches)
	}
	var head struct {
		Type  string            `json:"type"`
		Edits []json.RawMessage `json:"edits"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("brief: reading an edit: %w", err)
	}
	of, known := editTypes()[head.Type]
	if !known {
		return nil, fmt.Errorf("brief: an edit of type %q is not known", head.Type)
	}
	if head.Type == "batch" {
		b := Batch{Edits: make([]Edit, len(head.Edits))}
		for i, raw := range head.Edits {
			var err error
			if b.Edits[i], err = unmarshalEdit(raw, depth+1); err != nil {
				return nil, err
			}
		}
		return b, nil
	}
	e := reflect.New(reflect.TypeOf(of))
	if err := json.Unmarshal(data, e.Interface()); err != nil {
		return nil, fmt.Errorf("brief: reading an edit of type %s: %w", head.Type, err)
	}
	return e.Elem().Interface().(Edit), nil
}

// MarshalJSON writes the edits with their types.
func (e Batch) MarshalJSON() ([]byte, error) {
	raw := make([]json.RawMessage, len(e.Edits))
	for i, edit := range e.Edits {
		var err error
		if raw[i], err = MarshalEdit(edit); err != nil {
			return nil, err
		}
	}
	return encode(struct {
		Edits []json.RawMessage `json:"edits"`
	}{raw})
}
