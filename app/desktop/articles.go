package desktop

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"celun/app"
	"celun/app/argument"
	"celun/app/article"
	"celun/app/desktop/actions"
	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/settings"

	"fyne.io/fyne/v2"
)

// An openedArticle is the text of a source that quotations are held against.
type openedArticle struct {
	path string
	text *article.Article
}

// articleCommands hold quotations against the article that they are from.
func (d *Desk) articleCommands() actions.List {
	return actions.List{
		{ID: "check article", Group: actions.Review, Break: true, Name: catalogue.CheckArticle, Enabled: d.working, Run: d.askArticle},
		{
			ID: "close article", Group: actions.Review, Name: catalogue.CloseArticle,
			Enabled: func() bool { return d.working() && len(d.doc.articles) > 0 }, Run: d.closeArticles,
		},
	}
}

// askArticle asks for the file of an article.
func (d *Desk) askArticle() {
	all := article.Extensions()
	d.choose(browse.Params{
		Extension: all[0], Also: all[1:], Empty: catalogue.NoArticlesHere,
		Title: catalogue.ChooseArticle, Confirm: catalogue.CheckIt,
		Start: d.folder(), Places: d.recentFolders(), Chosen: d.takeArticle,
	})
}

// takeArticle reads an article beside the main thread and has the quotations
// of the source that it is the text of held against it.
func (d *Desk) takeArticle(path string) {
	doc := d.doc
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	go func() {
		opened, err := article.Open(path)
		d.post(func() {
			switch {
			case err != nil:
				d.fail(err)
			case d.doc != doc || doc == nil:
			case len(doc.history.Brief().Sources) == 0:
				d.fail(&language.Problem{Where: filepath.Base(path), What: catalogue.NoSourceToQuote, Do: catalogue.AddSourceFirst})
			default:
				d.ofSource(doc, openedArticle{path, opened})
			}
		})
	}()
}

// ofSource takes an article in as the text of a source; which one it asks if
// that cannot be told.
func (d *Desk) ofSource(doc *document, a openedArticle) {
	b := doc.history.Brief()
	if id := app.SourceOf(b, a.text); id != "" {
		d.holdAgainst(doc, id, a)
		return
	}
	titles := make([]string, len(b.Sources))
	for i := range b.Sources {
		titles[i] = d.titleOf(&b.Sources[i])
	}
	which := widgets.NewDrop(titles, 0, nil)
	content := widgets.NewPile(8, widgets.NewNote(fmt.Sprintf(catalogue.WhichSource.In(d.lang), a.text.Name), theme.Muted, 0), which)
	widgets.ShowDialog(d.window, catalogue.ChooseArticle.In(d.lang), content, fyne.NewSize(560, 220),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.CheckIt.In(d.lang), Rank: widgets.Primary, Run: func() {
			if d.doc == doc {
				d.holdAgainst(doc, b.Sources[which.At()].ID, a)
			}
		}})
}

// titleOf is what a source is called in a list: its number, if it has no
// title, and so that two of one title are told apart.
func (d *Desk) titleOf(s *argument.Source) string {
	title := s.Title.In(d.lang)
	if title == "" {
		title = s.Title.In(d.lang.Other())
	}
	return strings.TrimSpace(title + " [" + s.ID + "]")
}

// holdAgainst holds the quotations of a source against its text from now on,
// and remembers for this brief where that lies.
func (d *Desk) holdAgainst(doc *document, source string, a openedArticle) {
	doc.articles = maps.Clone(doc.articles) // a review may be reading it
	if doc.articles == nil {
		doc.articles = map[string]openedArticle{}
	}
	doc.articles[source] = a
	d.notices.drop(articleNotice(source))
	d.rememberArticles(doc)
	d.review(doc.history.Brief())
	d.showTab("checks")
	b, texts := doc.history.Brief(), map[string]*article.Article{source: a.text}
	go func() {
		checked, right := app.Quoted(b, texts)
		d.post(func() {
			if checked == 0 {
				d.status.Say(fmt.Sprintf(catalogue.NothingQuoted.In(d.lang), a.text.Name))
				return
			}
			d.status.Say(fmt.Sprintf(catalogue.QuotedRight.In(d.lang), a.text.Name, checked, right))
		})
	}()
}

// closeArticles has quotations no longer held against any article.
func (d *Desk) closeArticles() {
	for id := range d.doc.articles {
		d.notices.drop(articleNotice(id))
	}
	d.doc.articles = nil
	d.rememberArticles(d.doc)
	d.review(d.doc.history.Brief())
	d.status.Say(catalogue.ArticlesClosed.In(d.lang))
	d.showMenu()
}

// texts returns the articles that are opened, by the id of their source.
func (doc *document) texts() map[string]*article.Article {
	if doc == nil || len(doc.articles) == 0 {
		return nil
	}
	texts := map[string]*article.Article{}
	for id, a := range doc.articles {
		texts[id] = a.text
	}
	return texts
}

// rememberArticles remembers where the articles of a brief lie. That is kept
// with the settings of this user and never in the brief.
func (d *Desk) rememberArticles(doc *document) {
	if doc.path == "" {
		return
	}
	d.Memory.Remember(doc.path, func(b *settings.Brief) {
		b.Articles = nil
		for id, a := range doc.articles {
			if b.Articles == nil {
				b.Articles = map[string]string{}
			}
			b.Articles[id] = a.path
		}
	})
}

// reopenArticles opens the articles of a brief again. One that is not there
// any more is told of, for until it is found its quotations go unchecked.
func (d *Desk) reopenArticles(doc *document) {
	if doc.path == "" {
		return
	}
	paths := d.Memory.Brief(doc.path).Articles
	if len(paths) == 0 {
		return
	}
	go func() {
		found, missing := map[string]openedArticle{}, map[string]error{}
		for id, path := range paths {
			if text, err := article.Open(path); err == nil {
				found[id] = openedArticle{path, text}
			} else {
				missing[id] = err
			}
		}
		d.post(func() {
			if d.doc != doc {
				return
			}
			if len(found) > 0 {
				maps.Copy(found, doc.articles) // what was opened meanwhile counts
				doc.articles = found
				d.review(doc.history.Brief())
			}
			for id, err := range missing {
				d.lostArticle(doc, id, paths[id], err)
			}
			d.showMenu()
		})
	}()
}

// lostArticle says that an article cannot be opened again.
func (d *Desk) lostArticle(doc *document, source, path string, err error) {
	key := articleNotice(source)
	d.notices.put(key, catalogue.ArticleLost.In(d.lang)+language.Tell(err, d.lang),
		widgets.Answer{Label: catalogue.ChooseAgain.In(d.lang), Rank: widgets.Plain, Run: d.askArticle},
		widgets.Answer{Label: catalogue.WithoutIt.In(d.lang), Rank: widgets.Plain, Run: func() {
			d.notices.drop(key)
			d.Memory.Remember(doc.path, func(b *settings.Brief) {
				b.Articles = maps.Clone(b.Articles)
				if b.Articles[source] == path {
					delete(b.Articles, source)
				}
			})
		}})
}

func articleNotice(source string) string { return "article " + source }
