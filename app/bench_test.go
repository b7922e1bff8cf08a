//go:build unix

package app

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"

	"celun/app/brief/outlines"
)

// BenchmarkExport has celunctl export briefs of three sizes, parallel and
// tagged, and reports the processor time and peak memory of its whole process
// and the bytes of the PDF.
func BenchmarkExport(b *testing.B) {
	dir := b.TempDir()
	run := func(name string, args ...string) *os.ProcessState {
		b.Helper()
		c := exec.Command(name, args...)
		c.Env = append(os.Environ(), "CGO_ENABLED=0", "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
		if msg, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%s: %v\n%s", name, err, msg)
		}
		return c.ProcessState
	}
	linked, program := filepath.Join(dir, "linked"), filepath.Join(dir, "celunctl")
	run("go", "build", "-o", linked, "../cmd/celunctl")
	// The linker writes the program through a mapping, and what lies in memory
	// since then counts for more in the process than what is read from a disk.
	// We copy it in pieces: what we hold ourselves is counted as the child's.
	copyFile(b, linked, program)
	for _, n := range []int{24, 240, 1200} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			outline, file, out := filepath.Join(dir, "o.json"), filepath.Join(dir, strconv.Itoa(n)+".celun"), filepath.Join(dir, "a.pdf")
			if err := os.WriteFile(outline, outlines.Of(n), 0o600); err != nil {
				b.Fatal(err)
			}
			run(program, "new", "--from", outline, "--out", file)
			var cpu, peak, runs float64
			for b.Loop() {
				state := run(program, "export", file, "--layout", "parallel", "--out", out)
				cpu += (state.UserTime() + state.SystemTime()).Seconds()
				if u, ok := state.SysUsage().(*syscall.Rusage); ok {
					unit := 1024.0 // Linux counts in KiB, macOS in bytes
					if runtime.GOOS == "darwin" {
						unit = 1
					}
					peak = max(peak, float64(u.Maxrss)*unit/(1<<20))
				}
				runs++
			}
			info, err := os.Stat(out)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(cpu/runs, "cpu-s")
			b.ReportMetric(peak, "peak-MiB")
			b.ReportMetric(float64(info.Size()), "file-bytes")
		})
	}
}

func copyFile(b *testing.B, from, to string) {
	b.Helper()
	r, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	w, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o700)
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.Copy(w, r)
	if err := errors.Join(err, w.Close()); err != nil {
		b.Fatal(err)
	}
}
