package object

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
)

// plain puts a file together as gofpdf does: objects 1 and up, the last one
// the catalog.
func plain(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, off := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, len(objects), table)
	return b.Bytes()
}

func write(t testing.TB, f *File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, WriteOptions{Version: "1.7"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestValuesAreReadAndWritten(t *testing.T) {
	for _, c := range []struct {
		text  string
		value Value
		again string // as we write it
	}{
		{"null", nil, "null"},
		{"true", true, "true"},
		{"-12", -12, "-12"},
		{"007", 7, "7"},
		{"12.5", 12.5, "12.5"},
		{"-.5", -0.5, "-0.5"},
		{"841.8900", 841.89, "841.89"},
		{"12 0 R", Ref(12), "12 0 R"},
		{"/Name", Name("Name"), "/Name"},
		{"/A#20B#23", Name("A B#"), "/A#20B#23"},
		{"/ABC#", Name("ABC#"), "/ABC#23"},
		{`(a (nested) \(one\\ \r\n\101\8)`, String("a (nested) (one\\ \r\nA8"), "(a \\(nested\\) \\(one\\\\ \\r\nA8)"},
		{"(two\\\nlines)", String("twolines"), "(twolines)"},
		{"<48 65 6C6>", String("Hel`"), "(Hel`)"},
		{"<>", String(""), "()"},
		{"[1 2 0 R/A(b)]", Array{1, Ref(2), Name("A"), String("b")}, "[1 2 0 R /A (b)]"},
		{"[1 0 2]", Array{1, 0, 2}, "[1 0 2]"},
		{"[]", Array{}, "[]"},
		{"<</B 1/A<</C[ ]>>>>", Dict{"B": 1, "A": Dict{"C": Array{}}}, "<</A <</C []>>/B 1>>"},
		{"% a remark\n 5", 5, "5"},
	} {
		p := &parser{b: []byte(c.text + " ")}
		got, err := p.value(0)
		if err != nil || !reflect.DeepEqual(got, c.value) {
			t.Errorf("%s: %#v, %v", c.text, got, err)
			continue
		}
		again, err := appendValue(nil, got)
		if err != nil || string(again) != c.again {
			t.Errorf("%s is written %s, %v", c.text, again, err)
		}
	}
}

func TestWhatIsNoValueIsAnError(t *testing.T) {
	for _, s := range []string{
		"", " ", "(", "(a\\", "<", "<4G>", "[", "[1", "<<", "<</A", "<</A 1", "<<1 2>>", "]", "abc", "1e999", "NaN", ">>",
		strings.Repeat("[", 1000), strings.Repeat("<</A", 1000),
	} {
		p := &parser{b: []byte(s)}
		if v, err := p.value(0); err == nil {
			t.Errorf("%.20q is %v", s, v)
		}
	}
	if _, err := appendValue(nil, Array{struct{}{}}); err == nil {
		t.Error("a value of another kind is written")
	}
}

func TestFileComesBackAsItWas(t *testing.T) {
	f, err := Read(plain(
		"<</Type /Pages /Kids [2 0 R ] /Count 1>>",
		"<</Type /Page /Contents 3 0 R>>",
		"<</Length 12>>\nstream\nq 1 0 0 rg Q\nendstream",
		"[(a text) 12]",
		"<</Type /Catalog /Pages 1 0 R>>",
	))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || pages[0] != 2 {
		t.Fatal(pages, err)
	}
	s, ok := f.Get(Ref(3)).(*Stream)
	if !ok || string(s.Data) != "q 1 0 0 rg Q" {
		t.Fatalf("%#v", f.Get(Ref(3)))
	}
	f.Free(4)
	added := f.Add(&Stream{Data: []byte("as it is"), Plain: true})
	f.Set(Ref(3), &Stream{Data: bytes.Repeat([]byte("0 "), 500)})
	file := write(t, f)
	if !bytes.HasPrefix(file, []byte("%PDF-1.7\n%")) || file[10] < 0x80 {
		t.Errorf("begins %q", file[:16])
	}
	if !bytes.Contains(file, []byte("stream\nas it is\nendstream")) {
		t.Error("a plain stream is compressed")
	}
	again, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Objects) != int(added)+1 || again.Objects[4] != nil || !reflect.DeepEqual(again.Objects[5], f.Objects[5]) {
		t.Errorf("%v", again.Objects)
	}
	packed := again.Objects[3].(*Stream)
	r, err := zlib.NewReader(bytes.NewReader(packed.Data))
	if err != nil || packed.Dict["Filter"] != Name("FlateDecode") || len(packed.Data) > 100 {
		t.Fatal(err, packed.Dict, len(packed.Data))
	}
	if data, _ := io.ReadAll(r); len(data) != 1000 {
		t.Errorf("%d bytes", len(data))
	}
	if !bytes.Equal(write(t, again), write(t, again)) {
		t.Error("one file is written in two ways")
	}
	f.Objects[5].(Dict)["Lang"] = String("zh-CN")
	other, _ := Read(write(t, f))
	if reflect.DeepEqual(other.Trailer["ID"], again.Trailer["ID"]) {
		t.Error("another content has the same identifier")
	}
}

func TestFreeObjectsStayFree(t *testing.T) {
	f := &File{Trailer: Dict{"Root": Ref(1)}}
	for i := range 5 {
		f.Add(Dict{"N": i})
	}
	f.Free(2)
	f.Free(4)
	f.Free(99)
	again, err := Read(write(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if want := []Value{nil, Dict{"N": 0}, nil, Dict{"N": 2}, nil, Dict{"N": 4}}; !reflect.DeepEqual(again.Objects, want) {
		t.Errorf("%v", again.Objects)
	}
}

// More objects than one bundle holds, and among them streams.
func TestManyObjectsComeBack(t *testing.T) {
	f := &File{Trailer: Dict{"Root": Ref(1)}}
	for i := range 2*perBundle + 17 {
		if i%50 == 7 {
			f.Add(&Stream{Data: []byte{byte(i)}, Dict: Dict{"Filter": Name("Of"), "N": i}})
			continue
		}
		f.Add(Array{i, String("(\r\\"), Raw("<</A 1>>")})
	}
	again, err := Read(write(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Objects) != len(f.Objects) {
		t.Fatalf("%d objects, not %d", len(again.Objects), len(f.Objects))
	}
	for n, v := range f.Objects {
		if a, ok := v.(Array); ok {
			a[2] = Dict{"A": 1}
		}
		if !reflect.DeepEqual(again.Objects[n], v) {
			t.Fatalf("object %d is %v, not %v", n, again.Objects[n], v)
		}
	}
}

func TestDamageToBundledFilesIsAnError(t *testing.T) {
	f := &File{Trailer: Dict{"Root": Ref(1)}}
	f.Add(Dict{"Type": Name("Catalog")})
	f.Add(&Stream{Data: []byte("abc")})
	whole := write(t, f)
	if _, err := Read(whole); err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) - 10 {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("cut off at %d: no error", n)
		}
	}
	for name, b := range map[string][]byte{
		"no bundle":      bytes.Replace(whole, []byte("/ObjStm"), []byte("/ObjStn"), 1),
		"bundle shorter": bytes.Replace(whole, []byte("/N 1/"), []byte("/N 0/"), 1),
		"bundle longer":  bytes.Replace(whole, []byte("/N 1/"), []byte("/N 9/"), 1),
		"no table":       bytes.Replace(whole, []byte("/XRef"), []byte("/XRff"), 1),
		"another size":   bytes.Replace(whole, []byte("/Size 5"), []byte("/Size 4"), 1),
		"encrypted":      bytes.Replace(whole, []byte("/Root 1 0 R"), []byte("/Encrypt 1 "), 1),
	} {
		if bytes.Equal(b, whole) {
			t.Fatalf("%s: nothing was changed", name)
		}
		if f, err := Read(b); err == nil {
			t.Errorf("%s: %v", name, f.Objects)
		}
	}
}

func TestReferencesThatLeadNowhereAreNull(t *testing.T) {
	f := &File{Objects: []Value{nil, Ref(2), Ref(1), Dict{"A": 1}}}
	for _, v := range []Value{Ref(-1), Ref(0), Ref(4), Ref(1 << 30), Ref(1)} {
		if got := f.Get(v); got != nil {
			t.Errorf("%v leads to %v", v, got)
		}
	}
	if d, err := f.Dict(Ref(3)); err != nil || d["A"] != 1 {
		t.Error(d, err)
	}
	if _, err := f.Dict(Ref(1)); err == nil {
		t.Error("nothing is a dictionary")
	}
}

func TestTextStrings(t *testing.T) {
	for s, want := range map[string]String{
		"Celun": "Celun", "": "", "策": "\xFE\xFF\x7B\x56", "𠮷": "\xFE\xFF\xD8\x42\xDF\xB7", "a\n": "\xFE\xFF\x00a\x00\n",
	} {
		if got := Text(s); got != want {
			t.Errorf("%q is %q", s, got)
		}
	}
}

func TestDamagedFilesAreErrors(t *testing.T) {
	whole := plain("<</Length 3>>\nstream\nabc\nendstream", "<</Type /Catalog>>")
	for name, b := range map[string][]byte{
		"nothing":            nil,
		"a text":             []byte("This is no PDF."),
		"no table":           []byte("%PDF-1.3\n"),
		"table far away":     []byte("%PDF-1.3\nstartxref\n99999\n"),
		"table before it":    []byte("%PDF-1.3\nstartxref\n-5\n"),
		"table too long":     []byte("%PDF-1.3\nxref\n0 8000000\nstartxref\n9\n"),
		"length too long":    bytes.Replace(whole, []byte("Length 3"), []byte("Length 9"), 1),
		"length below zero":  bytes.Replace(whole, []byte("Length 3"), []byte("Length-3"), 1),
		"object of another":  bytes.Replace(whole, []byte("2 0 obj"), []byte("7 0 obj"), 1),
		"stream without end": bytes.Replace(whole, []byte("endstream"), []byte("endxtream"), 1),
	} {
		if f, err := Read(b); err == nil {
			t.Errorf("%s: %v", name, f.Objects)
		}
	}
	for n := range len(whole) - 10 {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("cut off at %d: no error", n)
		}
	}
}

func TestStepMayStopTheWriting(t *testing.T) {
	f := &File{Trailer: Dict{}}
	f.Add(Dict{})
	stop := errors.New("stop")
	err := f.Write(io.Discard, WriteOptions{Version: "1.7", Step: func(done, total int) error {
		if done != 1 || total != 2 {
			t.Errorf("%d of %d", done, total)
		}
		return stop
	}})
	if !errors.Is(err, stop) {
		t.Error(err)
	}
}

func TestNumbers(t *testing.T) {
	for x, want := range map[float64]string{0: "0", -0.0001: "0", 1: "1", 1.5: "1.5", 100: "100", 0.1239: "0.124", -2.25: "-2.25"} {
		if got := string(AppendNumber(nil, x)); got != want {
			t.Errorf("%v is %s", x, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(plain("<</Length 3>>\nstream\nabc\nendstream", "[(a\\(b) <41> /N#20 1.5 -3 true null 1 0 R]", "<</Type /Catalog /Pages 1 0 R>>"))
	f.Add([]byte("%PDF-1.3\nxref\n0 1\n0 0 f\ntrailer<<>>startxref 9"))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Read(b)
		if err != nil {
			return
		}
		once := write(t, file)
		again, err := Read(once)
		if err != nil {
			t.Fatalf("what we wrote cannot be read: %v\n%q", err, once)
		}
		if !bytes.Equal(write(t, again), once) {
			t.Fatal("a second time it is another file")
		}
	})
}
