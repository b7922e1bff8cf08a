package words_test

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"celun/app/language/words"
)

const sentence = "数字外交与人类命运共同体，占1.5%。"

func TestWordsBeforeAndAfterTheLoad(t *testing.T) {
	w := words.New()
	if got := len(w.Dictionary().Cut("数字外交")); got != 4 {
		t.Fatalf("%d pieces before the load, want single characters", got)
	}
	hold := make(chan struct{})
	w.Load(func() (*words.Dictionary, error) { <-hold; return dictionary(t), nil })
	select {
	case <-w.Ready():
		t.Fatal("ready before the load is done")
	default:
	}
	close(hold)
	<-w.Ready()
	if got := len(w.Dictionary().Cut("数字外交")); got != 1 || w.Err() != nil {
		t.Errorf("%d pieces after the load (%v), want one", got, w.Err())
	}
}

func TestFailedLoadKeepsTheDictionary(t *testing.T) {
	broken := errors.New("broken")
	w := words.New()
	w.Load(func() (*words.Dictionary, error) { return nil, broken })
	<-w.Ready()
	if !errors.Is(w.Err(), broken) || len(w.Dictionary().Cut("数字")) != 2 {
		t.Errorf("after a failed load: %v", w.Err())
	}
	good := dictionary(t)
	load(t, w, func() (*words.Dictionary, error) { return good, nil })
	if w.Err() != nil || w.Dictionary() != good {
		t.Errorf("after a good load: %v", w.Err())
	}
	load(t, w, func() (*words.Dictionary, error) { panic("index out of range") })
	if w.Err() == nil || w.Dictionary() != good {
		t.Errorf("after a load that panics: %v", w.Err())
	}
	load(t, w, func() (*words.Dictionary, error) { return nil, nil })
	if w.Err() == nil || w.Dictionary() != good {
		t.Errorf("after a load of nothing: %v", w.Err())
	}
}

// load waits until the outcome counts.
func load(t *testing.T, w *words.Words, build func() (*words.Dictionary, error)) {
	t.Helper()
	before, errBefore := w.Dictionary(), w.Err()
	w.Load(build)
	until(t, func() bool { return w.Dictionary() != before || w.Err() != errBefore })
}

func until(t *testing.T, done func() bool) {
	t.Helper()
	for range 60_000 {
		if done() {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("the load never ended")
}

func TestTheLoadBegunLastWins(t *testing.T) {
	w := words.New()
	old, fresh := new(words.Dictionary), dictionary(t)
	release, released := make(chan struct{}), make(chan struct{})
	w.Load(func() (*words.Dictionary, error) {
		defer close(released)
		<-release
		return old, nil
	})
	w.Load(func() (*words.Dictionary, error) { return fresh, nil })
	<-w.Ready()
	close(release)
	<-released
	w.Load(func() (*words.Dictionary, error) { return nil, errors.New("broken") })
	until(t, func() bool { return w.Err() != nil })
	if w.Dictionary() != fresh {
		t.Error("a load begun earlier replaced a later one")
	}
}

// Meant for the race detector: gse keeps its model in package variables.
func TestConcurrentUseAndReload(t *testing.T) {
	base, err := os.ReadFile("../../../assets/dictionary/zh.txt")
	if err != nil {
		t.Fatal(err)
	}
	base = base[:len(base)/32]
	base = base[:strings.LastIndexByte(string(base), '\n')]
	build := func() (*words.Dictionary, error) {
		return words.Build(strings.NewReader(string(base)), terms)
	}
	w := words.New()
	start := make(chan struct{})
	var group sync.WaitGroup
	for range 8 {
		w.Load(func() (*words.Dictionary, error) { <-start; return build() })
		group.Go(func() {
			<-start
			if d, err := build(); err != nil || d.Cut(sentence)[0] != "数字外交" {
				t.Error("built beside another:", err)
			}
		})
		group.Go(func() {
			for range 200 {
				d := w.Dictionary()
				if got := strings.Join(d.Cut(sentence), ""); got != sentence {
					t.Errorf("got %q", got)
				}
				d.Breaks(sentence)
				d.Next(sentence, 3)
			}
		})
	}
	close(start)
	<-w.Ready()
	group.Wait()
	if err := w.Err(); err != nil {
		t.Error(err)
	}
}
