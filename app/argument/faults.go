package argument

// Faults returns everything that is wrong with a pack that was made or changed
// by the program, in the order of its entries; none means that [Write] and
// [Read] take it. The lines of the faults count for nothing.
func (p *Pack) Faults() []Fault {
	r := &reader{lines: map[string]int{}, bad: map[string]bool{}}
	if p.Format != Format {
		r.unknown("format", p.Format, Format)
	}
	p.validate(r)
	return r.faults
}
