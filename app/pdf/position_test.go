package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// A placed glyph is what the operators of a page draw.
type placed struct {
	font string
	size float64
	code int
	x, y float64
}

var token = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)|[\[\]]|[^\s\[\]()]+`)

// glyphs runs the text operators of a page, with the widths the file states.
func glyphs(t *testing.T, f *object.File, content string) []placed {
	t.Helper()
	widths := statedWidths(t, f)
	unescape := strings.NewReplacer(`\r`, "\r", `\(`, "(", `\)`, ")", `\\`, `\`)
	var out []placed
	var operands []string
	var font string
	var size, spacing, x, y, lineX, lineY float64
	wide := codeLengths(f)
	number := func(back int) float64 {
		v, err := strconv.ParseFloat(operands[len(operands)-back], 64)
		if err != nil {
			t.Fatalf("no number: %q", operands)
		}
		return v
	}
	show := func(list []string) {
		for _, o := range list {
			if o[0] != '(' {
				if v, err := strconv.ParseFloat(o, 64); err == nil {
					x -= v * size / 1000
				}
				continue
			}
			s := unescape.Replace(o[1 : len(o)-1])
			for i := 0; i+wide[font] <= len(s); i += wide[font] {
				code := int(s[i])
				if wide[font] == 2 {
					code = code<<8 | int(s[i+1])
				}
				out = append(out, placed{font, size, code, x, y})
				x += widths[font](code)*size/1000 + spacing
			}
		}
	}
	for _, w := range token.FindAllString(content, -1) {
		switch w {
		case "BT":
			x, y, lineX, lineY = 0, 0, 0, 0
		case "Tf":
			font, size = operands[len(operands)-2][1:], number(1)
		case "Tc":
			spacing = number(1)
		case "Td":
			lineX, lineY = lineX+number(2), lineY+number(1)
			x, y = lineX, lineY
		case "Tj", "TJ":
			show(operands)
		case "EMC":
		case "ET", "re", "f", "rg", "g", "G", "w", "J":
		default:
			operands = append(operands, w)
			continue
		}
		operands = operands[:0]
	}
	return out
}

// statedWidths reads the width of each code of each font of the first page.
func statedWidths(t *testing.T, f *object.File) map[string]func(code int) float64 {
	t.Helper()
	number := func(v object.Value) float64 {
		if n, ok := v.(int); ok {
			return float64(n)
		}
		x, _ := v.(float64)
		return x
	}
	refs, _ := f.Pages()
	page, _ := f.Dict(refs[0])
	resources, _ := f.Dict(page["Resources"])
	fonts, _ := f.Dict(resources["Font"])
	out := map[string]func(int) float64{}
	for name, v := range fonts {
		dict, _ := f.Dict(v)
		half, _ := f.Get(dict["DescendantFonts"]).(object.Array)
		cid, err := f.Dict(half[0])
		if err != nil {
			t.Fatal(err)
		}
		stated, list := map[int]float64{}, cid["W"].(object.Array)
		for i := 0; i+1 < len(list); i += 2 {
			for k, w := range list[i+1].(object.Array) {
				stated[list[i].(int)+k] = number(w)
			}
		}
		out[string(name)] = func(code int) float64 {
			if w, ok := stated[code]; ok {
				return w
			}
			return number(cid["DW"])
		}
	}
	return out
}

func TestGlyphsStandWhereThePageListSays(t *testing.T) {
	s := mixed(t)
	it := s.line(face.SerifSC, 10, "（一二）三 四")
	it.Shifts = make([]float64, len(it.Advances))
	it.Shifts[0], it.Advances[0] = -5, 5 // an opening mark without its empty half
	it.Advances[3] = 5                   // a closing one
	it.Advances[4] += 2.5
	long := s.line(face.Serif, 9.5, strings.Repeat("justified to a third of a point ", 4))
	for i := range long.Advances {
		long.Advances[i] += 0.123456 * float64(i%3)
	}
	last := s.line(face.SerifSC, 7, "3") // a superscript
	last.Rise, last.Y = 3, last.Y-3
	f, pages := content(t, s.write())
	got := glyphs(t, f, pages[0])
	i := 0
	for _, it := range s.last().Items {
		if it.Kind != typeset.TextItem {
			continue
		}
		x := it.X
		for k, r := range []rune(it.Text) {
			want := x
			if it.Shifts != nil {
				want += it.Shifts[k]
			}
			x += it.Advances[k]
			if i == len(got) {
				t.Fatal("glyphs are missing")
			}
			g := got[i]
			i++
			// 0.03 pt is a hundredth of a millimetre.
			if math.Abs(g.x-want) > 0.03 || math.Abs(g.y-(841.89-it.Y)) > 0.001 || g.size != it.Size {
				t.Errorf("%c of “%s” stands at %.3f, %.3f in %g pt, not %.3f, %.3f in %g pt",
					r, it.Text, g.x, g.y, g.size, want, 841.89-it.Y, it.Size)
			}
		}
	}
	if i != len(got) {
		t.Errorf("%d glyphs too many", len(got)-i)
	}
}

func TestJustifiedChineseIsWrittenCompactly(t *testing.T) {
	s := newSheet(t)
	it := s.line(face.SerifSC, 10.5, "数字外交以人民为中心更讲求时效与互信")
	for i := range it.Advances {
		it.Advances[i] += 0.31
	}
	_, pages := content(t, s.write())
	if !strings.Contains(pages[0], "0.3100 Tc") || strings.Contains(pages[0], "TJ") {
		t.Error("an even gap is not written as letter spacing")
	}
}
