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
	return append(actions.List{
		command("next finding", catalogue.NextFinding, fyne.KeyF8, 0, found, func() { d.checks.pane.Step(1) }),
		command("previous finding", catalogue.LastFinding, fyne.KeyF8, shif, found, func() { d.checks.pane.Step(-1) }),
		command("mend finding", catalogue.MendFinding, fyne.KeyReturn, alt, chosen(func(f review.Finding) bool { return f.Edit != nil && f.Waiver == nil }), func() {
			if f, ok := d.atHand(); ok {
				d.mend(f)
			}
		}),
		command("waive finding", catalogue.WaiveFinding, "", 0, chosen(func(f review.Finding) bool { return f.Waiver == nil }), func() {
			if f, ok := d.atHand(); ok {
				d.waive(f)
			}
		}),
		command("language pass", catalogue.LanguagePass, fyne.KeyF8, alt, found, func() {
			d.showTab("checks")
			d.checks.pane.Pass('B')
			d.checks.pane.Step(1)
		}),
		command("first sentences", catalogue.ChecksOutline, "", 0, d.working, func() {
			d.showTab("checks")
			d.checks.pane.SetMode(checkspane.Outline)
		}),
		command("citations", catalogue.ChecksCitations, "", 0, d.working, func() {
			d.showTab("checks")
			d.checks.pane.SetMode(checkspane.Citations)
		}),
		command("export final", catalogue.ExportFinal, "", 0, func() bool { return d.working() && d.checks.brief != nil && review.Ready(d.checks.findings) }, d.exportFinal),
	}, d.articleCommands()...)
}
