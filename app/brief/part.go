package brief

// A part is a part of a .celun file that this version keeps as it is, such
// as a picture under media/.
type part struct {
	name string
	data []byte
}
