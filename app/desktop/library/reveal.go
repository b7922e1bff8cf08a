package library

// Reveal chooses an argument and scrolls to its card. What was searched or
// filtered gives way if it hides it.
func (p *Pane) Reveal(id string) {
	shown := false
	for _, e := range p.entries {
		shown = shown || e.ID == id
	}
	if !shown {
		p.stop()
		clear(p.on)
		p.query = ""
		p.build()
		p.showAll()
	}
	p.choose(id)
	p.column.Reveal(p.key(id))
}
