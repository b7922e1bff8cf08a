package desktop

import (
	"errors"
	"fmt"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"celun/app/brief"
	"celun/app/desktop/actions"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/clip"
	"celun/app/desktop/editor"
	"celun/app/desktop/icon"
	"celun/app/desktop/paste"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// textCommands are what is done with a text: found, marked, cited, folded,
// commented on.
func (d *Desk) textCommands() actions.List {
	onBlock := func() bool { return d.working() && d.editor.Selected().Block != "" }
	inText := func() bool {
		if !d.working() {
			return false
		}
		f, _ := d.editor.Field()
		return f != nil
	}
	inList := func() bool { return d.working() && d.editor.CanIndent() }
	mark := func(sign string) func() {
		return func() {
			if f, _ := d.editor.Field(); f != nil {
				f.Surround(sign, sign)
			}
		}
	}
	return actions.List{
		{ID: "find", Group: actions.Edit, Break: true, Name: language.Text{ZH: "查找…", EN: "Find…"}, Key: fyne.KeyF, Modifier: ctrl, Icon: icon.Search, Enabled: d.working, Run: func() { d.editor.Find(false) }},
		{ID: "replace", Group: actions.Edit, Name: language.Text{ZH: "替换…", EN: "Replace…"}, Key: fyne.KeyH, Modifier: ctrl, Enabled: d.working, Run: func() { d.editor.Find(true) }},
		{ID: "find next", Group: actions.Edit, Name: language.Text{ZH: "下一处", EN: "Find next"}, Key: fyne.KeyF3, Enabled: d.working, Run: func() { d.editor.FindNext(1) }},
		{ID: "find previous", Group: actions.Edit, Name: language.Text{ZH: "上一处", EN: "Find previous"}, Key: fyne.KeyF3, Modifier: shif, Enabled: d.working, Run: func() { d.editor.FindNext(-1) }},
		{ID: "next blank", Group: actions.Edit, Break: true, Name: language.Text{ZH: "下一处待填", EN: "Next blank to fill in"}, Key: fyne.KeyF2, Enabled: d.working, Run: func() { d.nextBlank(1) }},
		{ID: "previous blank", Group: actions.Edit, Name: language.Text{ZH: "上一处待填", EN: "Previous blank to fill in"}, Key: fyne.KeyF2, Modifier: shif, Enabled: d.working, Run: func() { d.nextBlank(-1) }},
		{ID: "strong", Group: actions.Edit, Break: true, Name: language.Text{ZH: "加粗", EN: "Strong"}, Key: fyne.KeyB, Modifier: ctrl, Icon: icon.Bold, Enabled: inText, Run: mark("**")},
		{ID: "emphasis", Group: actions.Edit, Name: language.Text{ZH: "强调", EN: "Emphasis"}, Key: fyne.KeyI, Modifier: ctrl, Icon: icon.Italic, Enabled: inText, Run: mark("*")},
		{ID: "underline", Group: actions.Edit, Name: language.Text{ZH: "下划线", EN: "Underline"}, Key: fyne.KeyU, Modifier: ctrl, Enabled: inText, Run: mark("__")},
		{ID: "dots", Group: actions.Edit, Name: language.Text{ZH: "着重号", EN: "Emphasis dots"}, Enabled: inText, Run: mark("..")},
		{ID: "indent", Group: actions.Edit, Name: language.Text{ZH: "列表项缩进一级", EN: "Indent the item"}, Key: fyne.KeyRightBracket, Modifier: ctrl, Enabled: inList, Run: func() { d.editor.Indent(true) }},
		{ID: "outdent", Group: actions.Edit, Name: language.Text{ZH: "列表项减少缩进", EN: "Outdent the item"}, Key: fyne.KeyLeftBracket, Modifier: ctrl, Enabled: inList, Run: func() { d.editor.Indent(false) }},
		{ID: "complete", Group: actions.Insert, Break: true, Name: language.Text{ZH: "术语、引注、图表编号…", EN: "Term, citation or reference…"}, Key: fyne.KeyJ, Modifier: ctrl, Icon: icon.Quote, Enabled: inText, Run: func() {
			if f, _ := d.editor.Field(); f != nil {
				d.completing.Open(f)
			}
		}},
		{ID: "footnote", Group: actions.Insert, Name: language.Text{ZH: "脚注", EN: "Footnote"}, Enabled: inText, Run: func() {
			if f, _ := d.editor.Field(); f != nil {
				f.Surround("^[", "]")
			}
		}},
		{ID: "picture", Group: actions.Insert, Name: language.Text{ZH: "图片文件…", EN: "Picture from a file…"}, Icon: icon.Figure, Enabled: d.working, Run: func() { d.insertPicture(d.editor.InsertionPoint()) }},
		{ID: "comment", Group: actions.Insert, Name: language.Text{ZH: "批注…", EN: "Comment…"}, Key: fyne.KeyM, Modifier: ctrl | shif, Icon: icon.Comment, Enabled: onBlock, Run: func() { d.askComment(d.editor.Selected().Block, "") }},
		{ID: "fold", Group: actions.View, Name: language.Text{ZH: "折叠或展开本节", EN: "Fold or unfold the section"}, Key: fyne.KeyPeriod, Modifier: ctrl, Icon: icon.Fold, Enabled: func() bool { return d.working() && d.editor.Section() != "" }, Run: func() { d.editor.Fold(d.editor.Section(), !d.editor.IsFolded()) }},
		{ID: "fold all", Group: actions.View, Name: language.Text{ZH: "折叠或展开各节", EN: "Fold or unfold all sections"}, Enabled: d.working, Run: func() { d.editor.FoldAll() }},
	}
}

// nextBlank goes to the next blank, or with -1 to the one before.
func (d *Desk) nextBlank(by int) {
	d.inText(func() {
		if !d.editor.NextBlank(by) {
			d.status.Say(catalogue.NoBlankLeft.In(d.lang))
		}
	})
}

// inText does something in the text, which is brought into view if the right
// pane covers it.
func (d *Desk) inText(do func()) {
	if d.wide {
		d.wide = false
		d.showPanes()
	}
	do()
}

// askComment asks for a comment on a block; says is what it may say.
func (d *Desk) askComment(block, says string) {
	if d.doc == nil || block == "" {
		return
	}
	text := widgets.NewLineEntry(says)
	text.SetPlaceHolder(catalogue.CommentWrite.In(d.lang))
	at := d.editor.Selected()
	box := widgets.ShowDialog(d.window, catalogue.AddComment.In(d.lang), widgets.NewPile(0, text), fyne.NewSize(520, 150),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.AddComment.In(d.lang), Rank: widgets.Primary, Run: func() {
			if strings.TrimSpace(text.Text) == "" {
				return
			}
			c := brief.Comment{ID: brief.NewID(), Author: author(), Date: d.now().Format("2006-01-02"), Text: strings.TrimSpace(text.Text)}
			if at.Block == block {
				c.Language = at.Language
			}
			_ = d.do(brief.AddComment{Block: block, Comment: c})
		}})
	box.FocusOn(text)
}

// author is who writes comments: the user as the system knows them.
func author() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if name := strings.TrimSpace(strings.Split(u.Name, ",")[0]); name != "" {
		return name
	}
	return u.Username
}

// maxPicture bounds the file of a picture (bytes).
const maxPicture = 30 << 20

// insertPicture asks for a picture and puts it into a section.
func (d *Desk) insertPicture(section string, index int) {
	if section == "" {
		return
	}
	d.choose(browse.Params{
		Extension: ".png", Also: []string{".jpg", ".jpeg"}, Empty: catalogue.NoPicturesHere,
		Title: catalogue.ChoosePicture, Confirm: catalogue.Insert,
		Start: d.folder(), Places: d.recentFolders(), Chosen: func(path string) { d.takePicture(path, section, index) },
	})
}

// takePicture reads a picture beside the main thread and puts it in. What is
// no picture is refused with what to do.
func (d *Desk) takePicture(path, section string, index int) {
	doc := d.doc
	go func() {
		data, err := store.Read(path, maxPicture)
		if err == nil {
			_, err = brief.CheckPicture(filepath.Base(path), data)
		}
		name := brief.MediaName(data) // reads it all
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			if d.doc != doc {
				return
			}
			b := brief.Block{
				ID: d.doc.history.NewBlockID(), Kind: brief.FigureKind, State: brief.States{ZH: brief.Empty, EN: brief.Empty},
				Figure: &brief.Figure{Form: brief.PictureForm, Media: name},
			}
			err := d.do(brief.Batch{Edits: []brief.Edit{
				brief.SetMedia{Name: name, Data: data},
				brief.InsertBlock{Section: section, Index: index, Block: b},
			}})
			if err == nil {
				d.editor.Reveal(brief.Address{Block: b.ID, Slot: brief.CaptionSlot, Language: d.lang}, true)
			}
		})
	}()
}

// pasteTime is how long the owner of the clipboard may take to answer.
const pasteTime = 2 * time.Second

// paste puts what is on the clipboard into a text: paragraphs, lists and
// tables as blocks. It is read beside the main thread, one paste at a time.
func (d *Desk) paste(at brief.Address, c fyne.Clipboard) bool {
	if d.pasting == nil {
		d.pasting = make(chan func(), 16)
		go func() {
			for f := range d.pasting {
				f()
			}
		}()
	}
	into := d.editor
	d.pasting <- func() {
		got, err := clip.Read(pasteTime, paste.Most)
		d.post(func() {
			var large *clip.TooLarge
			switch {
			case d.editor != into: // what was asked for is of another brief
			case errors.As(err, &large):
				d.failPaste()
			case err != nil: // what the toolkit has of it
				d.pasteText(at, "", c.Content())
			default:
				d.pasteText(at, got.HTML, got.Text)
			}
		})
	}
	return true
}

// failPaste says that there is too much to paste.
func (d *Desk) failPaste() {
	d.fail(&language.Problem{
		What: language.Text{
			ZH: fmt.Sprintf("要粘贴的内容超过 %d MB", paste.Most>>20),
			EN: fmt.Sprintf("what is to be pasted is more than %d MB", paste.Most>>20),
		},
		Do: language.Text{ZH: "请分几次粘贴需要的段落；文稿没有改动", EN: "Paste the paragraphs you need in parts; the brief was not changed"},
	})
}

// pasteText puts a text into the field for which it was asked, or what it is
// made of into the brief.
func (d *Desk) pasteText(at brief.Address, page, text string) {
	if d.doc == nil || d.editor == nil {
		return
	}
	if max(len(page), len(text)) > paste.Most {
		d.failPaste()
		return
	}
	f := d.editor.FieldOf(at) // the caret may have gone on meanwhile
	if f == nil {
		return
	}
	var pieces []paste.Piece
	if strings.Contains(page, "<") { // some owners of the clipboard call everything HTML
		pieces = paste.HTML(page)
	}
	if len(pieces) == 0 {
		pieces = paste.Text(text)
	}
	d.editor.Paste(f, at, pieces)
}

// editorParams adds to what the editor needs from the window.
func (d *Desk) editorParams(p editor.Params) editor.Params {
	p.Post, p.PasteFrom, p.Lengths = d.post, d.paste, d.doc.lengths
	p.AddPicture, p.Comment = d.insertPicture, func(block string) { d.askComment(block, "") }
	return p
}
