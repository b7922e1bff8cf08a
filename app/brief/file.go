package brief

import "celun/app/language"

// MIMEType is the first part of every .celun file.
const MIMEType = "application/vnd.celun.brief+zip"

// Encode returns the .celun file of b; the same brief and thumbnail give the
// same bytes. The thumbnail, a PNG picture of the first page, may be nil.
func Encode(b *Brief, thumbnail []byte) ([]byte, error) { return nil, nil }

// Decode reads a .celun file. The name is for the error, which is a
// *language.Problem: nothing is read from a file that is damaged, cut off, of
// another kind or of a newer format. See [Salvage] for what can be saved.
func Decode(name string, data []byte) (*Brief, error) { return nil, nil }

// Salvage reads what is left of a damaged .celun file and says in notes what
// is missing or in doubt. It fails when nothing of a brief can be found.
func Salvage(data []byte) (b *Brief, notes []language.Text, err error) { return nil, nil, nil }

// Open reads the brief in the file at path.
func Open(path string) (*Brief, error) { return nil, nil }

// Save writes the brief to the file at path: whole or not at all, and on the
// disk when it returns nil. The thumbnail may be nil.
func Save(path string, b *Brief, thumbnail []byte) error { return nil }
