package find_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"celun/app/library"
	"celun/app/library/find"
)

// sizes are the libraries that are measured. The largest takes two minutes
// and a gigabyte: set CELUN_BENCH_LARGE to have it too.
//
//	CELUN_BENCH_LARGE=1 go test -run '^$' -bench Library -benchtime 1x ./app/library/find
func sizes() []int {
	if os.Getenv("CELUN_BENCH_LARGE") != "" {
		return []int{1000, 10000, 100000}
	}
	return []int{1000, 10000}
}

// BenchmarkLibrary measures, in processor time: the first search after the
// start, without an index; 400 queries without an index; making the index;
// opening it; 400 queries with it. Memory is what the finder adds to the
// library: the heap after the queries.
func BenchmarkLibrary(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := newGenerator(b, 1)
			lib := g.library(n)
			queries := g.queries(lib, 400)
			for b.Loop() {
				before := heap()
				path := filepath.Join(b.TempDir(), "search.db")
				at := spent()
				f := find.New(lib, find.Options{})
				run(b, f, queries[2])
				b.ReportMetric(ms(spent()-at), "first-ms")
				p50, p99, _ := percentiles(b, f, queries)
				b.ReportMetric(p50, "scan-p50-ms")
				b.ReportMetric(p99, "scan-p99-ms")
				b.ReportMetric(float64(heap()-before)/(1<<20), "scan-MB")
				f.Close()

				at = spent()
				f = indexed(b, lib, path)
				b.ReportMetric((spent() - at).Seconds(), "build-s")
				f.Close()
				at = spent()
				f = indexed(b, lib, path)
				b.ReportMetric(ms(spent()-at), "open-ms")
				p50, p99, most := percentiles(b, f, queries)
				b.ReportMetric(p50, "p50-ms")
				b.ReportMetric(p99, "p99-ms")
				b.ReportMetric(most, "max-ms")
				b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
				if info, err := os.Stat(path); err == nil {
					b.ReportMetric(float64(info.Size())/(1<<20), "file-MB")
				}
				f.Close()
			}
			b.ReportMetric(0, "ns/op") // means nothing here
		})
	}
}

func indexed(b *testing.B, lib *library.Library, path string) *find.Finder {
	b.Helper()
	f := find.New(lib, find.Options{CacheFile: path})
	<-f.Ready()
	if !f.Indexed() {
		b.Fatal(f.Err())
	}
	return f
}

func run(b *testing.B, f *find.Finder, query string) {
	b.Helper()
	if _, err := f.Search(context.Background(), find.Query{Text: query, Limit: 20}); err != nil {
		b.Fatal(err)
	}
}

// percentiles runs the queries and returns the median, the 99th percentile and
// the longest of their processor times (ms).
func percentiles(b *testing.B, f *find.Finder, queries []string) (p50, p99, most float64) {
	b.Helper()
	times := make([]float64, len(queries))
	for i, q := range queries {
		at := spent()
		run(b, f, q)
		times[i] = ms(spent() - at)
		if os.Getenv("CELUN_BENCH_SLOW") != "" && times[i] > 50 {
			b.Logf("%q took %.0f ms", q, times[i])
		}
	}
	slices.Sort(times)
	return times[len(times)/2], times[len(times)*99/100], times[len(times)-1]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// heap returns what is in use on the heap after collection (bytes).
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
