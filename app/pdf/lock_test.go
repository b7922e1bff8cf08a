package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/pdf/object"
)

func TestLockedFileOpensWithItsPasswordOnly(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	s := mixed(t)
	plain := run(t, s.write(), "pdftotext", "-raw", "FILE", "-")
	for _, password := range []string{"geheim", "策论 2026", strings.Repeat("long ", 40)} {
		pdf := lock(t, s, password)
		if !bytes.HasPrefix(pdf, []byte("%PDF-2.0\n")) {
			t.Errorf("begins %q", pdf[:9])
		}
		for _, secret := range []string{"pdfaid", "pdfuaid", "Producer", "弥合", "/Lang"} {
			if bytes.Contains(pdf, []byte(secret)) {
				t.Errorf("%s can be read without the password", secret)
			}
		}
		out := run(t, pdf, "qpdf", "--check", "--password="+password, "FILE")
		for _, want := range []string{"R = 6", "AESv3", "No syntax or stream encoding errors"} {
			if !strings.Contains(out, want) {
				t.Errorf("no %q in %s", want, out)
			}
		}
		if strings.Contains(out, "WARNING") {
			t.Error(out)
		}
		if len(password) < 128 { // poppler's program takes no longer one
			if got := run(t, pdf, "pdftotext", "-raw", "-upw", password, "FILE", "-"); got != plain {
				t.Errorf("the text is another:\n%s", got)
			}
		}
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, wrong := range []string{"", "Geheim"} {
			if out, err := exec.Command("qpdf", "--check", "--password="+wrong, path).CombinedOutput(); err == nil {
				t.Errorf("%q opens it too: %s", wrong, out)
			}
		}
	}
}

func TestLockedFileIsNotReadByUs(t *testing.T) {
	if _, err := object.Read(lock(t, mixed(t), "x")); err == nil {
		t.Error("an encrypted file was read as if it were plain")
	}
}

func lock(t *testing.T, s *sheet, password string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, s.doc, s.faces, Options{Password: password}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOnlyAnOpenFileSaysThatItConforms(t *testing.T) {
	s := newSheet(t)
	for password, want := range map[string]bool{"": true, "策论 2026": false} {
		xmp := string(metadata(s.doc, Options{Password: password}).xmp())
		if got := strings.Contains(xmp, "pdfuaid:part") && strings.Contains(xmp, "pdfaid:part"); got != want {
			t.Errorf("password %q: says that it conforms: %t", password, got)
		}
	}
}
