package pdf

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"celun/app/typeset/face"
)

func TestDamagedFaceIsAnErrorAndNothingIsWritten(t *testing.T) {
	path := "fonts/" + string(face.Serif) + ".ttf"
	whole, err := os.ReadFile("../../assets/" + path)
	if err != nil {
		t.Fatal(err)
	}
	zeroed := bytes.Clone(whole)
	clear(zeroed[len(zeroed)/8 : len(zeroed)/2])
	ones := bytes.Clone(whole)
	for i := len(ones) / 4; i < 3*len(ones)/4; i++ {
		ones[i] = 0xFF
	}
	s := newSheet(t)
	s.line(face.Serif, 10, "Éloge of the whole alphabet: quick brown foxes")
	for name, data := range map[string][]byte{
		"missing": nil, "empty": {}, "a text": []byte("no face"), "the head only": whole[:400],
		"cut off": whole[:len(whole)/4], "a hole": zeroed, "ones": ones,
	} {
		files := fstest.MapFS{}
		if data != nil {
			files[path] = &fstest.MapFile{Data: data}
		}
		var b bytes.Buffer
		err := Write(context.Background(), &b, s.doc, face.NewSet(files), Options{})
		if err == nil || !strings.Contains(err.Error(), string(face.Serif)) {
			t.Errorf("%s: %v", name, err)
		}
		if b.Len() > 0 {
			t.Errorf("%s: %d bytes are written", name, b.Len())
		}
	}
}
