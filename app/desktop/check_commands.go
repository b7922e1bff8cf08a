package desktop

import (
	"celun/app/desktop/actions"
	"celun/app/desktop/catalogue"
	checkspane "celun/app/desktop/review"
	"celun/app/language"
	"celun/app/review"

	"fyne.io/fyne/v2"
)

// checkCommands are what can be done about what was found.
func (d *Desk) checkCommands() actions.List {
	onBlock := func() bool { return d.working() && d.editor.Selected().Block != "" }
	found := func() bool { return d.working() && len(d.checks.findings) > 0 }
	chosen := func(with func(review.Finding) bool) func() bool {
		return func() bool {
			if !d.working() || d.checks.pane == nil {
				return false
			}
			f, ok := d.atHand()
			return ok && with(f)
		}
	}
	command := func(id string, name language.Text, key fyne.KeyName, modifier fyne.KeyModifier, enabled func() bool, run func()) *actions.Action {
		return &actions.Action{ID: id, Group: actions.Review, Name: name, Key: key, Modifier: modifier, Enabled: enabled, Run: run}
	}
	list := append(actions.List{
		command("next finding", catalogue.NextFinding, fyne.KeyF8, 0, found, func() { d.checks.pane.Step(1) }),
		command("previous finding", catalogue.LastFinding, fyne.KeyF8, shif, found, func() { d.checks.pane.Step(-1) }),
		command("mend finding", catalogue.MendFinding, fyne.KeyReturn, alt, chosen(func(f review.Finding) bool { return f.Edit != nil && f.Waiver == nil }), func() {
			if f, ok := d.atHand(); ok {
				d.mend(f)
			}
		}),
		command("waive finding", catalogue.WaiveFinding, fyne.KeyW, alt, chosen(func(f review.Finding) bool { return f.Waiver == nil }), func() {
			if f, ok := d.atHand(); ok {
				d.waive(f)
			}
		}),
		command("request change", catalogue.RequestChange, fyne.KeyC, alt, onBlock, d.requestChange),
		command("first sentences", catalogue.ShowOutline, "", 0, d.working, func() { d.readBy(checkspane.Outline) }),
		command("no claim", catalogue.MarkNoClaim, fyne.KeyN, alt, d.readsOutline, d.readNoClaim),
		command("citations", catalogue.ShowCitations, "", 0, d.working, func() { d.readBy(checkspane.Citations) }),
		command("language pass", catalogue.LanguagePass, fyne.KeyF8, alt, found, func() {
			d.side.Show("checks")
			d.checks.pane.Pass('B')
			d.showTab("checks")
		}),
		command("recommendations", catalogue.ShowAdvice, "", 0, d.working, func() { d.readBy(checkspane.Advice) }),
		command("export final", catalogue.ExportFinal, "", 0, func() bool { return d.working() && d.checks.brief != nil && review.Ready(d.checks.findings) }, d.exportFinal),
		command("compare", catalogue.CompareSnapshots, "", 0, func() bool { return d.working() && d.Kept != "" }, d.showSnapshots),
	}, d.articleCommands()...)
	for _, id := range []string{"first sentences", "export final"} {
		list.Find(id).Break = true
	}
	return list
}
