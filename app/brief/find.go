package brief

// Section returns the section with the given id and its index, or nil and -1.
// It is the brief's own: change it only in a brief that no one else reads.
func (b *Brief) Section(id string) (s *Section, index int) {
	for i := range b.Sections {
		if b.Sections[i].ID == id {
			return &b.Sections[i], i
		}
	}
	return nil, -1
}

// Block returns the block with the given id with the index of its section
// and its index in it, or nil and -1, -1. It is the brief's own: change it
// only in a brief that no one else reads.
func (b *Brief) Block(id string) (blk *Block, section, index int) {
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if b.Sections[i].Blocks[j].ID == id {
				return &b.Sections[i].Blocks[j], i, j
			}
		}
	}
	return nil, -1, -1
}
