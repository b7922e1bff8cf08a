//go:build unix

package store

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe that nobody writes to would keep a read waiting for ever.
func TestReadRefusesPipesAndDevices(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	// A second end, with more than the limit, keeps a wrong Read from hanging
	// the test.
	end, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := end.WriteString("data and more"); err != nil {
		t.Fatal(err)
	}
	defer end.Close()
	for _, path := range []string{pipe, os.DevNull} {
		if data, err := Read(path, 4); err == nil || !strings.Contains(err.Error(), "not an ordinary file") {
			t.Errorf("%s: read %q, %v", path, data, err)
		}
		if _, found, err := ReadIfExists(path, 4); found || err == nil {
			t.Errorf("%s: found %v, %v", path, found, err)
		}
	}
}
