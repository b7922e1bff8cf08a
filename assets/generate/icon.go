//go:build ignore

// Icon draws icon/celun.svg into PNG files of the sizes that desktops ask for.
//
// Run it in assets/:
//
//	go run generate/icon.go
package main

import (
	"bytes"
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
		if err := draw(name, size); err != nil {
			log.Fatal("icon: ", err)
		}
	}
}

func draw(name string, size int) error {
	svg, err := oksvg.ReadIcon("icon/celun.svg", oksvg.StrictErrorMode)
	if err != nil {
		return err
	}
	svg.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	svg.Draw(rasterx.NewDasher(size, size, scanner), 1)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, picture); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", name, out.Len())
	return os.WriteFile(name, out.Bytes(), 0o644)
}
