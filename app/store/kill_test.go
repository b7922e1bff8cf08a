package store

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

const (
	killSize  = 200_000 // bytes of the file
	killTimes = 100
	killEnv   = "CELUN_TEST_WRITE_UNTIL_KILLED"
)

// TestWriteUntilKilled is not a test by itself but the program that
// TestKilledWhileWriting starts and kills: it writes one version after another.
func TestWriteUntilKilled(t *testing.T) {
	path := os.Getenv(killEnv)
	if path == "" {
		t.Skip("only TestKilledWhileWriting runs this")
	}
	for version := byte(1); ; version++ {
		if err := Write(path, bytes.Repeat([]byte{version}, killSize)); err != nil {
			t.Fatal(err)
		}
	}
}

// However a write is killed, the file holds one whole version, and what is
// left behind can be swept away.
func TestKilledWhileWriting(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a hundred processes")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.celun")
	if err := Write(path, bytes.Repeat([]byte{0}, killSize)); err != nil {
		t.Fatal(err)
	}
	changed := 0
	for i := range killTimes {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		child := exec.Command(program, "-test.run=^TestWriteUntilKilled$")
		child.Env = append(os.Environ(), killEnv+"="+path)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// The pause only spreads the kills over the work; nothing depends on it.
		time.Sleep(time.Duration(8+i%23) * time.Millisecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		child.Wait()
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(after) != killSize || !bytes.Equal(after, bytes.Repeat(after[:1], killSize)) {
			t.Fatalf("kill %d: the file is torn: %d bytes, begins with %d", i, len(after), after[0])
		}
		if !bytes.Equal(before, after) {
			changed++
		}
	}
	left := len(temps(t, filepath.Dir(path)))
	t.Logf("%d kills, %d of them after a write, %d files left behind", killTimes, changed, left)
	if n, err := SweepTemps(filepath.Dir(path), 0); n != left || err != nil {
		t.Errorf("%d of %d swept, %v", n, left, err)
	}
}
