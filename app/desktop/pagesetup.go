package desktop

// askPage asks for everything about the page.
func (d *Desk) askPage() {}
