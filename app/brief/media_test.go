package brief

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// bomb returns the head of a PNG that says it is of a size in pixels.
func bomb(width, height uint32) []byte {
	head := []byte("IHDR\x00\x00\x00\x00\x00\x00\x00\x00\x08\x02\x00\x00\x00")
	binary.BigEndian.PutUint32(head[4:], width)
	binary.BigEndian.PutUint32(head[8:], height)
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	data = binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(head))
	return append(data, make([]byte, 1000)...)
}

func TestCheckPicture(t *testing.T) {
	if p, err := CheckPicture("a.png", picture(4, 3)); err != nil || p != (Picture{"png", 4, 3, 1}) {
		t.Errorf("a sound picture: %v, %v", p, err)
	}
	for name, data := range map[string][]byte{
		"declares 30,000 × 30,000": bomb(30000, 30000),
		"declares 2³¹ × 2":         bomb(1<<31-1, 2),
		"no picture":               []byte("GIF89a"),
		"nothing":                  nil,
		"cut off":                  picture(4, 3)[:20],
	} {
		if p, err := CheckPicture("a.png", data); err == nil {
			t.Errorf("%s: taken as %v", name, p)
		}
	}
}

func TestMedia(t *testing.T) {
	b := New("x")
	data := picture(4, 3)
	name := MediaName(data)
	back, err := SetMedia{Name: name, Data: data}.Apply(b)
	if got, ok := b.Media(name); err != nil || !ok || !bytes.Equal(got, data) {
		t.Fatalf("%s is not kept: %v", name, err)
	}
	if _, err := back.Apply(b); err != nil {
		t.Fatal(err)
	}
	if _, ok := b.Media(name); ok {
		t.Error("what was taken back is still there")
	}
	if _, err := (SetMedia{Name: "brief.json", Data: data}).Apply(b); err == nil {
		t.Error("a part outside the media was written")
	}
	if _, ok := b.Media("brief.json"); ok {
		t.Error("a part outside the media was read")
	}
}
