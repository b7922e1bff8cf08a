package object

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

func inflated(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPackedDataComesBack(t *testing.T) {
	random := make([]byte, 70000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	// Counts like Fibonacci's numbers give the longest codes there are.
	var skewed []byte
	for a, b, c := 1, 1, byte('a'); a < 40000; a, b, c = b, a+b, c+1 {
		for range a {
			skewed = append(skewed, c, byte(r.Uint32()), byte(r.Uint32()))
		}
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "one byte": {7}, "two bytes": {7, 7}, "three": []byte("aaa"), "longest": bytes.Repeat([]byte("x"), 1000),
		"258 and one": bytes.Repeat([]byte("y"), 259), "far": append(append([]byte("a far stretch"), random[:window-13]...), "a far stretch"...),
		"too far": append(append([]byte("a far stretch"), random[:window-12]...), "a far stretch"...),
		"all":     random, "skewed": skewed, "text": []byte(strings.Repeat("/P<</MCID 12>>BDC\n0 -16.8 Td (ab)Tj\nEMC\n", 300)),
	} {
		if got := inflated(t, newPacker().pack(data)); !bytes.Equal(got, data) {
			t.Errorf("%s: %d bytes come back as %d others", name, len(data), len(got))
		}
	}
}

func TestPackingIsSmallerThanZlib(t *testing.T) {
	var page bytes.Buffer
	r := rand.New(rand.NewPCG(3, 4))
	for page.Len() < 12000 {
		page.WriteString("[(")
		for range 20 + r.IntN(40) {
			page.WriteByte(byte("the quick brown fox jumps"[r.IntN(25)]))
		}
		page.WriteString(")-31(")
		page.WriteByte(byte(r.IntN(256)))
		page.WriteString(")]TJ\n0 -16.8 Td ")
	}
	var plain bytes.Buffer
	w, _ := zlib.NewWriterLevel(&plain, zlib.BestCompression)
	if _, err := w.Write(page.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if packed := newPacker().pack(page.Bytes()); len(packed) >= plain.Len() {
		t.Errorf("%d bytes, zlib %d", len(packed), plain.Len())
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte("abcabcabcabcd"))
	f.Add([]byte{0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := inflated(t, newPacker().pack(data)); !bytes.Equal(got, data) {
			t.Errorf("%q comes back as %q", data, got)
		}
	})
}
