package language_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"celun/app/language"
)

func TestText(t *testing.T) {
	text := language.Text{ZH: "数字外交", EN: "digital diplomacy"}
	if text.In(language.ZH) != "数字外交" || text.In(language.EN) != "digital diplomacy" {
		t.Errorf("In gives %q and %q", text.In(language.ZH), text.In(language.EN))
	}
	half := text.With(language.EN, "")
	if half.EN != "" || half.ZH != text.ZH || text.EN == "" {
		t.Errorf("With gives %v and leaves %v", half, text)
	}
	if half.IsEmpty() || !half.With(language.ZH, "").IsEmpty() {
		t.Error("a text is empty when both sides are, and only then")
	}
	if got := half.Missing(); !slices.Equal(got, []language.Language{language.EN}) {
		t.Errorf("missing %v, want en", got)
	}
	if got := (language.Text{}).Missing(); !slices.Equal(got, language.Both()) {
		t.Errorf("missing %v, want both in reading order", got)
	}
}

func TestLanguage(t *testing.T) {
	if language.ZH.Tag() != "zh-CN" || language.EN.Tag() != "en-GB" {
		t.Errorf("tags %s and %s", language.ZH.Tag(), language.EN.Tag())
	}
	for _, l := range language.Both() {
		if l.Other() == l || l.Other().Other() != l {
			t.Errorf("the twin of %s is %s", l, l.Other())
		}
	}
}

func TestProblemIsOneLineInEachLanguage(t *testing.T) {
	cause := errors.New("unexpected end")
	p := &language.Problem{
		Where: "pack.yaml, line 12, C1",
		What:  language.Text{ZH: "缺少英文标题", EN: "The English title is missing"},
		Do:    language.Text{ZH: "请补写后再载入", EN: "Write one and load the pack again"},
		Err:   cause,
	}
	bare := &language.Problem{What: p.What}
	for _, c := range []struct{ got, want string }{
		{p.In(language.ZH), "pack.yaml, line 12, C1：缺少英文标题。请补写后再载入。"},
		{p.In(language.EN), "pack.yaml, line 12, C1: The English title is missing. Write one and load the pack again."},
		{p.Error(), p.In(language.EN)},
		{bare.In(language.ZH), "缺少英文标题。"},
		{bare.In(language.EN), "The English title is missing."},
		{language.Say(fmt.Errorf("open: %w", p), language.ZH), p.In(language.ZH)},
		{language.Say(cause, language.ZH), "unexpected end"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if !errors.Is(p, cause) {
		t.Error("the cause is lost")
	}
}

// What the window tells is made of whole sentences, wherever it comes from.
func TestWhatTheWindowTellsIsSentences(t *testing.T) {
	p := &language.Problem{
		Where: "gap.celun", Line: 3,
		What: language.Text{ZH: "文件已损坏", EN: "the file is damaged"},
		Do:   language.Text{ZH: "请用备份", EN: "use an earlier copy"},
	}
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{p, "文件已损坏（gap.celun 第3行）。请用备份。", "The file is damaged (gap.celun, line 3). Use an earlier copy."},
		{fmt.Errorf("open: %w", &language.Problem{What: p.What}), "文件已损坏。", "The file is damaged."},
		{&language.Problem{What: language.Text{ZH: "磁盘已满。", EN: "the disk is full."}}, "磁盘已满。", "The disk is full."},
		{errors.New("read: permission denied"), "read: permission denied。", "Read: permission denied."},
		{errors.New("gap.celun: permission denied"), "gap.celun: permission denied。", "gap.celun: permission denied."},
		{errors.New(""), "", ""},
	} {
		if got := language.Tell(c.err, language.ZH); got != c.zh {
			t.Errorf("%v: %q, want %q", c.err, got, c.zh)
		}
		if got := language.Tell(c.err, language.EN); got != c.en {
			t.Errorf("%v: %q, want %q", c.err, got, c.en)
		}
	}
}
