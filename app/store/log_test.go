package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestALogGoesOnAndBeginsAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log", "celun.log")
	write := func(text string) {
		f, err := OpenLog(path, 100)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	write("one\n")
	write("two\n")
	if got := read(path); got != "one\ntwo\n" {
		t.Errorf("the log reads %q", got)
	}
	write(strings.Repeat("x", 200))
	write("new\n")
	if got := read(path); got != "new\n" {
		t.Errorf("a long log goes on: %q", got)
	}
	if got := read(path + ".1"); !strings.HasPrefix(got, "one") {
		t.Errorf("the old log reads %q", got)
	}
}

func TestAReportIsTakenOnce(t *testing.T) {
	dir := t.TempDir()
	path, kept := filepath.Join(dir, "crash"), filepath.Join(dir, "kept")
	for _, c := range []struct {
		content string
		there   bool
		want    bool
	}{{"", false, false}, {"", true, false}, {"panic: …", true, true}} {
		if c.there {
			if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := TakeReport(path, kept); got != c.want || err != nil {
			t.Errorf("%+v: %v, %v", c, got, err)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the report is still there")
	}
	if data, _ := os.ReadFile(kept); string(data) != "panic: …" {
		t.Errorf("kept: %q", data)
	}
}
