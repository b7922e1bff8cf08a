package brief

// MarshalEdit returns the JSON of an edit, with its type.
func MarshalEdit(e Edit) ([]byte, error) { return nil, nil }

// UnmarshalEdit reads what [MarshalEdit] wrote.
func UnmarshalEdit(data []byte) (Edit, error) { return nil, nil }
