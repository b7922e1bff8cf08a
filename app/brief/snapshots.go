package brief

import (
	"encoding/hex"
	"path/filepath"

	"celun/app/store"
)

// JournalFolder returns where, in a folder of data, the journals of open
// briefs are kept.
func JournalFolder(data string) string { return filepath.Join(data, "journals") }

// SnapshotFolder returns where, in a folder of data, the snapshots of a brief
// are kept. It goes by the brief's id, so that it finds them when the file is
// moved; the id of a file from elsewhere may be anything, so it is not taken
// as a name.
func SnapshotFolder(data string, b *Brief) string {
	sum := store.SumOf([]byte(b.ID))
	return filepath.Join(data, "snapshots", hex.EncodeToString(sum[:12]))
}
