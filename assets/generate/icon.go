//go:build ignore

// Icon draws icon/celun.svg into PNG files of the sizes that desktops ask for,
// and into the one file that Windows takes.
//
// Run it in assets/:
//
//	go run generate/icon.go
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"log"
	"os"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

func main() {
	log.SetFlags(0)
	for name, size := range map[string]int{
		"icon/celun.png":     512,
		"icon/celun-128.png": 128,
		"icon/celun-48.png":  48,
		"icon/celun-16.png":  16,
	} {
		write(name, draw(size))
	}
	write("packaging/windows/celun.ico", gather(16, 24, 32, 48, 256))
}

func write(name string, data []byte) {
	fmt.Printf("%s: %d bytes\n", name, len(data))
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal("icon: ", err)
	}
}

// draw returns the icon as a PNG picture.
func draw(size int) []byte {
	svg, err := oksvg.ReadIcon("icon/celun.svg", oksvg.StrictErrorMode)
	if err != nil {
		log.Fatal("icon: ", err)
	}
	svg.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	svg.Draw(rasterx.NewDasher(size, size, scanner), 1)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, picture); err != nil {
		log.Fatal("icon: ", err)
	}
	return out.Bytes()
}

// gather returns the icon in some sizes as an ICO file: a head, an entry for
// each size, and the pictures.
func gather(sizes ...int) []byte {
	head := binary.LittleEndian.AppendUint16(nil, 0)
	head = binary.LittleEndian.AppendUint16(head, 1) // icons, not cursors
	head = binary.LittleEndian.AppendUint16(head, uint16(len(sizes)))
	var pictures []byte
	for _, size := range sizes {
		picture := draw(size)
		head = append(head, byte(size), byte(size), 0, 0) // 256 is written as 0
		head = binary.LittleEndian.AppendUint16(head, 1)
		head = binary.LittleEndian.AppendUint16(head, 32) // bits for each pixel
		head = binary.LittleEndian.AppendUint32(head, uint32(len(picture)))
		head = binary.LittleEndian.AppendUint32(head, uint32(6+16*len(sizes)+len(pictures)))
		pictures = append(pictures, picture...)
	}
	return append(head, pictures...)
}
