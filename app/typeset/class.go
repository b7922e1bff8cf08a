package typeset

import "unicode"

// A class says how a character behaves in a line: where a line may break
// beside it and which half of its width may be trimmed. The classes are those
// of CLREQ (W3C, Requirements for Chinese Text Layout), with the Latin ones
// that a Chinese line meets.
type class uint8

const (
	ideograph   class = iota // hanzi, kana and what stands in a square like them
	letter                   // Latin, Greek, Cyrillic and other letters
	digit                    // 0–9
	mark                     // half-width closing punctuation of Latin text: . , ; : ! ? ) ] } ' "
	lead                     // half-width opening punctuation: ( [ { and Latin opening quotes; $ £ €
	percent                  // % ‰ ℃ °: belongs to the number before it
	opening                  // full-width opening marks: （《“
	closing                  // full-width closing marks: ）》”
	pause                    // 、，；：
	stop                     // 。！？
	dash                     // one half of ——
	ellipsis                 // one half of ……
	interpunct               // · between hanzi
	connector                // – ～ ~ between hanzi
	dashWestern              // - in a Latin word, – between numbers
	slash                    // /
	space                    // a space that a line may break after
	fixed                    // a no-break space
	super                    // a superscript citation: belongs to what stands before it
	forced                   // a line break in the text
)

// fullWidth reports whether c is a full-width mark whose empty half can be
// trimmed.
func (c class) fullWidth() bool { return c >= opening && c <= stop }

// western reports whether c sets a quarter-em gap from a hanzi.
func (c class) western() bool { return c == letter || c == digit }

// classify returns the class of r in a text of Chinese or of another
// language. The neighbours p and n (0 at an end) decide what curly quotes,
// dashes and full stops belong to.
func classify(r, p, n rune, chinese bool) class {
	switch {
	case r >= '0' && r <= '9':
		return digit
	case r < 0x80:
		return classifyASCII(r)
	case r == 0xA0 || r == 0x202F:
		return fixed
	case r >= 0x4E00 && r <= 0x9FFF:
		return ideograph
	}
	switch r {
	case '、', '，', '；', '：':
		return pause
	case '。', '！', '？', '．':
		return stop
	case '（', '《', '〈', '「', '『', '【', '〔', '〖', '［', '｛':
		return opening
	case '）', '》', '〉', '」', '』', '】', '〕', '〗', '］', '｝':
		return closing
	case '“', '‘':
		if chinese {
			return opening
		}
		return lead
	case '”':
		if chinese {
			return closing
		}
		return mark
	case '’':
		if chinese && !(latinLetter(p) && latinLetter(n)) {
			return closing
		}
		if latinLetter(p) && latinLetter(n) {
			return letter // an apostrophe
		}
		return mark
	case '—', '―':
		if chinese {
			return dash
		}
		return dashWestern
	case '…':
		if chinese {
			return ellipsis
		}
		return mark
	case '·', '・':
		if chinese {
			return interpunct
		}
		return mark
	case '–':
		if chinese && !(latin(p) || latin(n)) {
			return connector
		}
		return dashWestern
	case '～', '－':
		return connector
	case '‐', '‑':
		return dashWestern
	case '％', '‰', '℃', '°', '′', '″':
		return percent
	case '￥', '¥', '€', '£', '№', '＄':
		return lead
	case '／':
		return slash
	case 0x2028, 0x2029:
		return forced
	}
	switch {
	case r >= 0x2000 && r <= 0x200A, r == 0x3000, r == 0x205F:
		return space
	case r >= 0x2E80 || unicode.Is(unicode.Han, r):
		return ideograph
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	if chinese {
		return ideograph
	}
	return letter
}

func classifyASCII(r rune) class {
	switch r {
	case ' ', '\t':
		return space
	case '\n', '\r', '\v', '\f':
		return forced
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"':
		return mark
	case '(', '[', '{', '$', '#':
		return lead
	case '%':
		return percent
	case '-':
		return dashWestern
	case '/', '\\':
		return slash
	case '~':
		return connector
	}
	return letter
}

func latinLetter(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xC0 && r <= 0x24F
}

func latin(r rune) bool { return latinLetter(r) || r >= '0' && r <= '9' || r == '%' }

// ignorable reports whether r draws nothing and says nothing to a reader:
// such characters are left out of the pages.
func ignorable(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t' && r != '\r' && r != '\v' && r != '\f'
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0xAD, r == 0xFEFF, r == 0x061C, r == 0x180E, r == 0x034F:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// units are the characters that stay with the number before them: 27亿,
// 2022年, 3个. Longer units begin with one of them.
const units = multipliers + "年月日号时点分秒岁世周天个件项份次人名位家国户处座条款章节页期版届批级类种倍元美欧英日镑角吨斤克公里平方立米度台部辆架艘本篇字卷枚亩例轮步成余多"

// multipliers stand between a number and its unit.
const multipliers = "十百千万亿兆"
