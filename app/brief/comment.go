package brief

import (
	"slices"

	"celun/app/language"
)

// A Comment is a remark on a block, on one of its languages if it says which.
// It stays with the block and is never printed.
type Comment struct {
	ID       string            `json:"id"` // unique within the block; see [NewID]
	Author   string            `json:"author,omitempty"`
	Date     string            `json:"date,omitempty"` // ISO 8601
	Language language.Language `json:"language,omitempty"`
	Text     string            `json:"text"`
	Done     bool              `json:"done,omitempty"` // what it asks for has been seen to
}

// AddComment puts a comment on a block: after those it has, or at Index if
// there is one.
type AddComment struct {
	Block   string  `json:"block"`
	Comment Comment `json:"comment"`
	Index   *int    `json:"index,omitempty"`
}

// ResolveComment says whether what a comment asks for has been seen to.
type ResolveComment struct {
	Block string `json:"block"`
	ID    string `json:"id"`
	Done  bool   `json:"done"`
}

// RemoveComment takes a comment away.
type RemoveComment struct {
	Block string `json:"block"`
	ID    string `json:"id"`
}

// Apply adds the comment.
func (e AddComment) Apply(b *Brief) (Edit, error) {
	blk, i, j := b.Block(e.Block)
	if blk == nil {
		return nil, nowhere(Address{Block: e.Block})
	}
	at := len(blk.Comments)
	if e.Index != nil {
		at = *e.Index
	}
	if at < 0 || at > len(blk.Comments) {
		return nil, outside(at, len(blk.Comments))
	}
	added := slices.Insert(slices.Clone(blk.Comments), at, e.Comment)
	if err := validateComments(e.Block, added); err != nil {
		return nil, err
	}
	b.ownBlock(i, j).Comments = added
	return RemoveComment{Block: e.Block, ID: e.Comment.ID}, nil
}

// Apply sets the mark.
func (e ResolveComment) Apply(b *Brief) (Edit, error) {
	i, j, k, err := b.comment(e.Block, e.ID)
	if err != nil {
		return nil, err
	}
	c := &b.ownBlock(i, j).Comments[k]
	inverse := ResolveComment{Block: e.Block, ID: e.ID, Done: c.Done}
	c.Done = e.Done
	return inverse, nil
}

// Apply takes the comment away.
func (e RemoveComment) Apply(b *Brief) (Edit, error) {
	i, j, k, err := b.comment(e.Block, e.ID)
	if err != nil {
		return nil, err
	}
	blk := b.ownBlock(i, j)
	inverse := AddComment{Block: e.Block, Comment: blk.Comments[k], Index: &k}
	if blk.Comments = slices.Delete(blk.Comments, k, k+1); len(blk.Comments) == 0 {
		blk.Comments = nil
	}
	return inverse, nil
}

// Where is the block, in the comment's language if it has one.
func (e AddComment) Where() Address { return Address{Block: e.Block, Language: e.Comment.Language} }

// Where is the block.
func (e ResolveComment) Where() Address { return Address{Block: e.Block} }

// Where is the block.
func (e RemoveComment) Where() Address { return Address{Block: e.Block} }

// comment finds a comment: the indexes of its section, its block and its own.
func (b *Brief) comment(block, id string) (section, index, k int, err error) {
	blk, section, index := b.Block(block)
	if blk == nil {
		return 0, 0, 0, nowhere(Address{Block: block})
	}
	k = slices.IndexFunc(blk.Comments, func(c Comment) bool { return c.ID == id })
	if k < 0 {
		return 0, 0, 0, refused("这一块没有批注 "+id, "the block has no comment "+id)
	}
	return section, index, k, nil
}

func validateComments(block string, comments []Comment) error {
	seen := map[string]bool{}
	for _, c := range comments {
		wrong := func(zh, en string) error {
			return &language.Problem{Where: block, What: language.Text{ZH: zh, EN: en}}
		}
		switch {
		case c.ID == "" || seen[c.ID]:
			return wrong("批注没有编号，或编号重复", "a comment has no id, or one that another has")
		case c.Language != "" && c.Language != language.ZH && c.Language != language.EN:
			return wrong("批注的语言不是 zh 或 en", "the language of a comment is neither zh nor en")
		}
		seen[c.ID] = true
	}
	return nil
}
