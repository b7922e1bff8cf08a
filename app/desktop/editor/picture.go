package editor

import (
	"bytes"
	"image"
	_ "image/jpeg" // the formats of pictures
	_ "image/png"
	"sync"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/draw"
)

const (
	highest  = 180         // of a picture in the editor: a few lines
	mostHigh = 3 * highest // pixels, on the finest screen
	mostWide = 2000        // pixels
	mostKept = 24          // pictures that are kept unpacked
)

// pictures unpacks the pictures of a brief beside the main thread, one after
// another, and keeps them as large as they are shown: one of a camera has 80 MB.
type pictures struct {
	post  func(func())
	kept  map[*byte]image.Image // by the first byte of their file, of which nobody makes another
	doing sync.Mutex
}

// ask calls back with a picture on the main thread: at once if it is kept, else
// when it is unpacked. A nil picture is one that is damaged.
func (p *pictures) ask(data []byte, head brief.Picture, then func(image.Image)) {
	key := &data[0]
	if m, ok := p.kept[key]; ok {
		then(m)
		return
	}
	take := func(m image.Image) {
		if len(p.kept) >= mostKept {
			clear(p.kept)
		}
		p.kept[key] = m
		then(m)
	}
	if p.post == nil {
		take(unpack(data, head))
		return
	}
	go func() {
		p.doing.Lock()
		m := unpack(data, head)
		p.doing.Unlock()
		p.post(func() { take(m) })
	}()
}

// unpack returns a picture upright and no larger than it is shown, or nil.
func unpack(data []byte, head brief.Picture) image.Image {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	b := m.Bounds()
	high, wide := mostHigh, mostWide
	if head.Orientation.Lies() {
		high, wide = wide, high
	}
	if by := min(float64(wide)/float64(b.Dx()), float64(high)/float64(b.Dy())); by < 1 {
		small := image.NewRGBA(image.Rect(0, 0, max(1, int(by*float64(b.Dx()))), max(1, int(by*float64(b.Dy())))))
		draw.BiLinear.Scale(small, small.Bounds(), m, b, draw.Src, nil)
		m = small
	}
	return head.Orientation.Upright(m)
}

// picture shows a picture of the brief, no higher than a few lines. Until it is
// unpacked its place is kept.
func (v *blockView) picture(name string) fyne.CanvasObject {
	data, ok := v.e.brief.Media(name)
	head, err := brief.CheckPicture(name, data)
	if !ok || err != nil {
		return widgets.NewInset(widgets.NewNote(catalogue.NoPicture.In(v.e.Language), theme.Muted, 1), 4, 12, 4, 12)
	}
	ratio := float32(head.Width) / float32(head.Height)
	place, shown, none := widgets.NewGround(theme.Soft), &canvas.Image{}, widgets.NewNote("", theme.Muted, 1)
	shown.FillMode, shown.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	all := widgets.NewArranged(100, func(width, _ float32, put widgets.Place) float32 {
		h := fyne.Min(highest, (width-24)/ratio)
		put(place, 12+(width-24-h*ratio)/2, 4, h*ratio, h)
		put(shown, 12, 4, width-24, h)
		put(none, 16, 8, width-32, none.MinSize().Height)
		return h + 8
	}, place, shown, none)
	v.e.pictures.ask(data, head, func(m image.Image) {
		if m == nil {
			none.SetText(catalogue.NoPicture.In(v.e.Language))
			return
		}
		shown.Image = m
		place.Hide()
		shown.Refresh()
	})
	return all
}
