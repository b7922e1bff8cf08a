package theme

// ink is an opaque colour of text. Fyne 2.7 draws the shortcuts in menus in the
// colour of text at nineteen twentieths of its alpha, but keeps only the low
// byte of that: a fifth of what it means, which nobody can read. Of this alpha,
// which is as good as opaque, the low byte is three quarters.
type ink struct{ R, G, B uint8 }

const inkAlpha = 0xff87

// RGBA returns the colour as [color.Color] has it.
func (c ink) RGBA() (r, g, b, a uint32) {
	return spread(c.R), spread(c.G), spread(c.B), inkAlpha
}

// spread returns a value of which both the low byte, which menus take, and the
// high byte once alpha is taken out again, which all else takes, are v, or one
// off it.
func spread(v uint8) uint32 {
	s := uint32(v)<<8 | uint32(v)
	if s*0xffff/inkAlpha>>8 > uint32(v) {
		s -= 0x100
	}
	return s
}
