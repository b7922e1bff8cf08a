package brief

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of pictures
	_ "image/png"
	"slices"
	"strings"

	"celun/app/language"
)

// mediaFolder is where the parts of a .celun file that are pictures stand.
const mediaFolder = "media/"

// MaxPicture is how many pixels a picture may have. One of that size is
// unpacked into 160 MB; more would be printed finer than any printer can.
const MaxPicture = 40 << 20

// Media returns the bytes of a part under media/, such as the picture of a
// figure. They must not be changed.
func (b *Brief) Media(name string) ([]byte, bool) {
	if !strings.HasPrefix(name, mediaFolder) {
		return nil, false
	}
	return find(b.parts, name)
}

// MediaName returns the name under which a picture is kept: the same for the
// same bytes, so that a picture shown twice is kept once.
func MediaName(data []byte) string {
	sum := sha256.Sum256(data)
	ending := ".png"
	if bytes.HasPrefix(data, []byte("\xff\xd8")) {
		ending = ".jpg"
	}
	return mediaFolder + hex.EncodeToString(sum[:8]) + ending
}

// SetMedia puts bytes under a name in the folder media/, or with no bytes takes
// away what is there. Check them with [CheckPicture] first. Index, if there is
// one, is the place of a new part among the parts that are kept.
type SetMedia struct {
	Name  string `json:"name"`
	Data  []byte `json:"data,omitempty"`
	Index *int   `json:"index,omitempty"`
}

// Apply sets the bytes.
func (e SetMedia) Apply(b *Brief) (Edit, error) {
	if !isMedia(e.Name) {
		return nil, refused("图片的名称应以 media/ 开头", "the name of a picture begins with media/")
	}
	if len(e.Data) > maxPart {
		return nil, refused(fmt.Sprintf("图片超过 %d MB", maxPart>>20), fmt.Sprintf("the picture is larger than %d MB", maxPart>>20))
	}
	parts := slices.Clone(b.parts)
	at := slices.IndexFunc(parts, func(p part) bool { return p.name == e.Name })
	inverse := SetMedia{Name: e.Name}
	if at >= 0 {
		inverse.Data, inverse.Index = parts[at].data, &at
		parts = slices.Delete(parts, at, at+1)
	} else {
		at = len(parts)
	}
	if e.Index != nil {
		at = *e.Index
	}
	if at < 0 || at > len(parts) {
		return nil, outside(at, len(parts))
	}
	if len(e.Data) > 0 {
		parts = slices.Insert(parts, at, part{e.Name, e.Data})
	}
	b.parts = parts
	return inverse, nil
}

// Where is the brief itself.
func (e SetMedia) Where() Address { return Address{} }

// A Picture is what a picture says of itself.
type Picture struct {
	Format        string // png or jpeg
	Width, Height int    // pixels, as it is shown
	Orientation   Orientation
}

// CheckPicture reads the head of a picture without unpacking it. It fails with
// a *language.Problem if it is neither PNG nor JPEG, or if unpacking it would
// take more room than [MaxPicture] allows, however small its file is.
func CheckPicture(name string, data []byte) (Picture, error) {
	wrong := func(zh, en string, err error) (Picture, error) {
		return Picture{}, &language.Problem{
			Where: name, What: language.Text{ZH: zh, EN: en}, Err: err,
			Do: language.Text{ZH: "请换一张 PNG 或 JPEG 图片", EN: "Choose another picture, PNG or JPEG"},
		}
	}
	if len(data) > maxPart {
		return wrong(fmt.Sprintf("图片超过 %d MB", maxPart>>20), fmt.Sprintf("The picture is larger than %d MB", maxPart>>20), nil)
	}
	head, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" && format != "jpeg" {
		return wrong("这不是 PNG 或 JPEG 图片，或者已经损坏", "This is neither a PNG nor a JPEG picture, or it is damaged", err)
	}
	if head.Width < 1 || head.Height < 1 || head.Width > MaxPicture/head.Height {
		return wrong(
			fmt.Sprintf("图片有 %d × %d 像素，太大了", head.Width, head.Height),
			fmt.Sprintf("The picture has %d × %d pixels, which is too many", head.Width, head.Height), nil)
	}
	p := Picture{format, head.Width, head.Height, OrientationOf(data)}
	if p.Orientation.Lies() {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}
