package figure

import (
	"fmt"
	"math"

	"celun/app/brief"
	"celun/app/language"
)

// MaxNodes is how many nodes a map holds at most; [Split] makes several maps
// of more.
const MaxNodes = 30

// Draw draws a block that is a figure or a timeline. What cannot be drawn, such
// as values of different units in one chart, is a [language.Problem]; a
// picture is not drawn here, and an empty figure is a problem too.
func Draw(b *brief.Block, o Options) (*Drawing, error) {
	if len(o.Languages) == 0 {
		o.Languages = language.Both()
	}
	p := newPen(o)
	err := p.draw(b)
	if err != nil {
		return nil, err
	}
	return &p.Drawing, nil
}

// Fits reports whether a map can be drawn within the width and height of o in
// letters of a size that reads well. What is no map, or cannot be drawn at all,
// is not held against its place.
func Fits(b *brief.Block, o Options) bool {
	if len(o.Languages) == 0 {
		o.Languages = language.Both()
	}
	if b.Figure == nil || b.Figure.Form != brief.MapForm || len(b.Figure.Nodes) == 0 || len(b.Figure.Nodes) > MaxNodes {
		return true
	}
	p := newPen(o)
	return p.argumentMap(b.ID, b.Figure) == nil && !p.over && (p.bound == 0 || p.Height <= p.bound)
}

func (p *pen) draw(b *brief.Block) error {
	f := b.Figure
	switch {
	case len(b.Events) > 0:
		return p.timeline(b.Events)
	case f == nil:
		return problem(b.ID, "图里还没有内容", "the figure has no content yet", "请先填入数据", "Fill in its data first")
	}
	switch f.Form {
	case brief.BarForm, brief.DotForm, brief.LineForm:
		if err := comparable(b.ID, f); err != nil {
			return err
		}
		if f.Form == brief.LineForm {
			return p.trend(b.ID, f)
		}
		p.rows(f)
		return nil
	case brief.MapForm:
		return p.argumentMap(b.ID, f)
	case brief.CoverageForm:
		return p.coverage(b.ID, f)
	}
	return problem(b.ID, fmt.Sprintf("不认识的图形“%s”", f.Form), fmt.Sprintf("the form %q is not known", f.Form), "请另选一种图形", "Choose another form")
}

func problem(at, zh, en, doZH, doEN string) error {
	return &language.Problem{Entry: at, What: language.Text{ZH: zh, EN: en}, Do: language.Text{ZH: doZH, EN: doEN}}
}

// comparable reports a chart without data or with values of several units.
func comparable(at string, f *brief.Figure) error {
	if len(f.Data) == 0 {
		return problem(at, "图里还没有数据", "the chart has no data yet", "请先填入数据", "Fill in its data first")
	}
	for i := range f.Data {
		d := &f.Data[i]
		if v := math.Abs(d.Value); !(v == 0 || v > 1e-12 && v < 1e18) {
			return problem(at, fmt.Sprintf("第 %d 个数值太大、太小或不是数字", i+1), fmt.Sprintf("value %d is too large, too small or no number", i+1), "请改正", "Correct it")
		}
		if d.Unit != f.Data[0].Unit {
			return problem(at,
				fmt.Sprintf("“%s”与“%s”单位不同，不能画在一张图里", f.Data[0].Label.ZH, d.Label.ZH),
				fmt.Sprintf("“%s” and “%s” have different units and cannot share a chart", f.Data[0].Label.EN, d.Label.EN),
				"请分成两张图", "Make two charts of them")
		}
	}
	return nil
}
