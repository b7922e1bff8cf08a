//go:build unix

package app

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"

	"celun/app/brief"
	"celun/app/brief/outlines"
)

// BenchmarkExport exports briefs of three sizes, parallel and tagged, each in
// a process of its own, and reports that process's processor time and peak
// memory and the bytes of the PDF. Making the brief from the outline is
// counted too; in the program it is read from a file.
func BenchmarkExport(b *testing.B) {
	for _, n := range []int{24, 240, 1200} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "a.pdf")
			var cpu, peak, runs float64
			for b.Loop() {
				child := exec.Command(os.Args[0], "-test.run=^TestExportForBenchmark$")
				child.Env = append(os.Environ(), "CELUN_BENCH_SIZE="+strconv.Itoa(n), "CELUN_BENCH_OUT="+out)
				if msg, err := child.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, msg)
				}
				cpu += (child.ProcessState.UserTime() + child.ProcessState.SystemTime()).Seconds()
				if u, ok := child.ProcessState.SysUsage().(*syscall.Rusage); ok {
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

// TestExportForBenchmark is the process that BenchmarkExport measures.
func TestExportForBenchmark(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("CELUN_BENCH_SIZE"))
	if err != nil {
		t.Skip("started by BenchmarkExport")
	}
	b, err := brief.FromOutline("bench.json", outlines.Of(n), brief.OutlineOptions{Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	o := ExportOptions{Out: os.Getenv("CELUN_BENCH_OUT")}
	o.Page.Layout = brief.Parallel
	if _, err := open().Export(context.Background(), b, o); err != nil {
		t.Fatal(err)
	}
}
