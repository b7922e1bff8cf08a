package export

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A rig is a window with the dialog of an export, and what came of it.
type rig struct {
	t       *testing.T
	window  fyne.Window
	queue   chan func()
	asked   app.ExportOptions // what Run was called with
	done    bool
	failed  error
	ctx     context.Context
	said    string
	asksFor func(path string) bool // there is a file
	outcome func(context.Context) (app.Exported, error)
}

func newRig(t *testing.T, replaces bool) *rig {
	t.Helper()
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look)
	r := &rig{t: t, window: test.NewTempWindow(t, widgets.NewPile(0)), queue: make(chan func(), 100)}
	r.window.Resize(fyne.NewSize(900, 700))
	Ask(r.window, Params{
		Language: language.EN,
		Post:     func(f func()) { r.queue <- f },
		Options:  app.ExportOptions{Out: "/briefs/gap.pdf", Edition: app.All, Page: typeset.Options{Layout: brief.Stacked, Paper: typeset.A3}},
		Replaces: func(path string) bool {
			if r.asksFor != nil {
				return r.asksFor(path)
			}
			return replaces
		},
		Say: func(s string) { r.said = s },
		Run: func(ctx context.Context, o app.ExportOptions) (app.Exported, error) {
			r.asked, r.ctx = o, ctx
			return r.outcome(ctx)
		},
		Failed: func(err error) { r.failed = err },
		Done:   func(app.ExportOptions) { r.done = true },
	})
	return r
}

// answer types a path into the dialog and confirms it.
func (r *rig) answer(path string) {
	r.t.Helper()
	e, ok := r.window.Canvas().Focused().(*widgets.LineEntry)
	if !ok {
		r.t.Fatalf("the path has not got the focus but %T", r.window.Canvas().Focused())
	}
	e.SetText(path)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// happen lets what was posted happen once.
func (r *rig) happen() {
	r.t.Helper()
	select {
	case f := <-r.queue:
		f()
	case <-time.After(time.Minute):
		r.t.Fatal("nothing happens")
	}
}

func TestTheExportIsWhatWasChosen(t *testing.T) {
	r := newRig(t, false)
	r.outcome = func(context.Context) (app.Exported, error) {
		return app.Exported{Files: []app.File{{Path: "/briefs/new.pdf", Pages: 6}}}, nil
	}
	r.answer("/briefs/new")
	r.happen()
	want := filepath.FromSlash("/briefs/new.pdf")
	if r.asked.Out != want || r.asked.Edition != app.All || r.asked.Page.Layout != brief.Stacked || r.asked.Page.Paper != typeset.A3 {
		t.Errorf("exported with %+v", r.asked)
	}
	if !r.done || r.failed != nil {
		t.Errorf("done: %v, failed: %v", r.done, r.failed)
	}
	if r.window.Canvas().Overlays().Top() == nil {
		t.Error("nothing says what was made")
	}
}

func TestAFileIsReplacedOnlyAfterAQuestion(t *testing.T) {
	r := newRig(t, true)
	r.outcome = func(context.Context) (app.Exported, error) { return app.Exported{}, errors.New("ran") }
	r.answer("/briefs/gap.pdf")
	b, ok := r.window.Canvas().Focused().(*widgets.Button)
	if !ok || r.asked.Out != "" {
		t.Fatalf("no question: %T has the focus, exported to %q", r.window.Canvas().Focused(), r.asked.Out)
	}
	test.Tap(b)
	r.happen()
	if r.asked.Out != "/briefs/gap.pdf" {
		t.Errorf("exported to %q", r.asked.Out)
	}
}

func TestAnErrorIsTold(t *testing.T) {
	r := newRig(t, false)
	wrong := errors.New("the disk is full")
	r.outcome = func(context.Context) (app.Exported, error) { return app.Exported{}, wrong }
	r.answer("/briefs/gap.pdf")
	r.happen()
	if r.failed != wrong || r.done {
		t.Errorf("failed: %v, done: %v", r.failed, r.done)
	}
}

func TestCancellingIsNoError(t *testing.T) {
	r := newRig(t, false)
	r.outcome = func(ctx context.Context) (app.Exported, error) {
		<-ctx.Done()
		return app.Exported{}, ctx.Err()
	}
	r.answer("/briefs/gap.pdf")
	b, ok := r.window.Canvas().Focused().(*widgets.Button)
	if !ok {
		t.Fatal("nothing to cancel with")
	}
	test.Tap(b)
	r.happen()
	if r.failed != nil || r.done {
		t.Errorf("failed: %v, done: %v", r.failed, r.done)
	}
	if r.said != catalogue.ExportCancelled.EN {
		t.Errorf("said: %q", r.said)
	}
}

func TestCancelledTooLateIsSaidInPassing(t *testing.T) {
	r := newRig(t, false)
	r.outcome = func(ctx context.Context) (app.Exported, error) {
		<-ctx.Done()
		return app.Exported{Files: []app.File{{Path: "/briefs/gap.pdf", Pages: 6}}}, nil
	}
	r.answer("/briefs/gap.pdf")
	test.Tap(r.window.Canvas().Focused().(*widgets.Button))
	r.happen()
	if r.window.Canvas().Overlays().Top() != nil {
		t.Error("a dialog after the export was cancelled")
	}
	if !strings.Contains(r.said, "/briefs/gap.pdf") || !r.done {
		t.Errorf("said: %q, done: %v", r.said, r.done)
	}
}

func TestAQuestionCoversEveryFile(t *testing.T) {
	r := newRig(t, false)
	r.asksFor = func(path string) bool { return strings.HasSuffix(path, ".en.pdf") }
	r.outcome = func(context.Context) (app.Exported, error) { return app.Exported{}, errors.New("ran") }
	r.answer("/briefs/gap.pdf")
	if r.asked.Out != "" {
		t.Fatal("gap.en.pdf is replaced without a question")
	}
	test.Tap(r.window.Canvas().Focused().(*widgets.Button))
	r.happen()
	if r.asked.Out != "/briefs/gap.pdf" {
		t.Errorf("exported to %q", r.asked.Out)
	}
}

func TestAGaugeDoesNotFillTheQueue(t *testing.T) {
	var queue []func()
	var shown []int
	g := gauge{post: func(f func()) { queue = append(queue, f) }, show: func(percent int) { shown = append(shown, percent) }}
	for i := range 5000 {
		g.progress(i, 10000)
	}
	if len(queue) != 1 {
		t.Fatalf("%d calls are waiting", len(queue))
	}
	queue[0]()
	if len(shown) != 1 || shown[0] != 49 {
		t.Errorf("shown: %v", shown)
	}
	g.next = time.Time{}
	g.progress(4999, 10000)
	g.progress(6000, 10000)
	if len(queue) != 2 {
		t.Errorf("%d calls were posted", len(queue))
	}
}
