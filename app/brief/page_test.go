package brief

import "testing"

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		in   Size
		want float64
	}{{"", 0}, {"初号", 42}, {"小四", 12}, {"五号", 10.5}, {"六号", 7.5}, {"10.5", 10.5}, {" 11 pt ", 11}, {"42pt", 42}} {
		if got, err := c.in.Points(); err != nil || got != c.want {
			t.Errorf("%q is %g pt, %v", c.in, got, err)
		}
	}
	for _, bad := range []Size{"7", "43", "八号", "big", "NaN", "-10", "1e9", "pt"} {
		if got, err := bad.Points(); err == nil {
			t.Errorf("%q is %g pt", bad, got)
		}
	}
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		in         Measure
		mm         float64
		characters int
	}{{"", 0, 0}, {"156mm", 156, 0}, {"156.5 mm", 156.5, 0}, {"28字", 0, 28}, {"28 em", 0, 28}} {
		mm, n, err := c.in.Width()
		if err != nil || mm != c.mm || n != c.characters {
			t.Errorf("%q is %g mm, %d characters, %v", c.in, mm, n, err)
		}
	}
	for _, bad := range []Measure{"28", "mm", "3mm", "4000mm", "2字", "28.5字", "NaNmm", "1e3字"} {
		if _, _, err := bad.Width(); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// What cannot be set is refused when it is entered, and the brief stays as it
// was.
func TestPagesThatCannotBeSetAreRefused(t *testing.T) {
	for _, p := range []Page{
		{Paper: "A9"}, {Body: "3pt"}, {Measure: "wide"}, {Leading: 1}, {Leading: 4}, {Lines: 2}, {Lines: 1000},
	} {
		b := small()
		h := NewHistory(b)
		m := b.Meta
		m.Page = p
		if err := h.Do(SetMeta{Meta: m}); err == nil {
			t.Errorf("%+v is taken", p)
		}
		if h.Brief().Meta.Page != (Page{}) {
			t.Errorf("%+v was kept", p)
		}
	}
	h := NewHistory(small())
	m := h.Brief().Meta
	m.Page = Page{Paper: A3, Body: "小四", Measure: "28字", Leading: 1.75, Grid: true, Lines: 22}
	if err := h.Do(SetMeta{Meta: m}); err != nil || h.Brief().Meta.Page != m.Page {
		t.Fatal(err)
	}
	h.Undo()
	if h.Brief().Meta.Page != (Page{}) {
		t.Error("the settings stay after they were taken back")
	}
}
