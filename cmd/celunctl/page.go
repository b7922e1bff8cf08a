package main

import (
	"bytes"
	"context"
	"fmt"
	"image/png"

	"celun/app/language"
	"celun/app/raster"
	"celun/app/store"
)

func pageCommand() command {
	return command{
		name: "page", usage: "F.celun --number N --out P.png [--dpi 96] [--layout …] [--language both|zh|en] [--lead zh|en]",
		least: 1, most: 1,
		does: language.Text{ZH: "把一页画成图片", EN: "Draws one page as a picture"},
		flags: append([]flag{
			{name: "--number", value: "N", need: true, does: language.Text{ZH: "第几页，从 1 起", EN: "which page, from 1"}},
			{name: "--out", value: "FILE", need: true, does: language.Text{ZH: "写入的 PNG", EN: "the PNG to write"}},
			{name: "--dpi", value: "N", does: language.Text{ZH: "每英寸点数，缺省 96", EN: "dots per inch, 96 if not given"}},
			editionFlag(),
		}, layoutFlags()...),
		run: runPage,
	}
}

func runPage(p *program, ctx context.Context, a arguments) (int, error) {
	dpi, err := a.number("--dpi", 96, 10, 1200)
	if err != nil {
		return couldNotRun, err
	}
	number, err := a.number("--number", 1, 1, 100000)
	if err != nil {
		return couldNotRun, err
	}
	if err := refuseInput([]string{a.get("--out")}, a.positional[0]); err != nil {
		return couldNotRun, err
	}
	doc, err := p.pages(ctx, a)
	if err != nil {
		return couldNotRun, err
	}
	if number > len(doc.Pages) {
		return couldNotRun, &language.Problem{
			Where: "--number",
			What:  language.Text{ZH: fmt.Sprintf("没有第 %d 页", number), EN: fmt.Sprintf("there is no page %d", number)},
			Do:    language.Text{ZH: fmt.Sprintf("这份简报有 %d 页", len(doc.Pages)), EN: fmt.Sprintf("The brief has %d pages", len(doc.Pages))},
		}
	}
	picture, err := raster.Page(ctx, &doc.Pages[number-1], p.app.Faces(), float64(dpi)/72)
	if err != nil {
		return couldNotRun, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return couldNotRun, err
	}
	if err := store.Write(a.get("--out"), out.Bytes()); err != nil {
		return couldNotRun, err
	}
	size := picture.Bounds()
	if p.json {
		return done, p.encode(map[string]any{"file": a.get("--out"), "width": size.Dx(), "height": size.Dy()})
	}
	p.say(language.Text{
		ZH: fmt.Sprintf("%s：第 %d 页，%d × %d 像素", a.get("--out"), number, size.Dx(), size.Dy()),
		EN: fmt.Sprintf("%s: page %d, %d × %d pixels", a.get("--out"), number, size.Dx(), size.Dy()),
	})
	return done, nil
}
