//go:build linux || freebsd || openbsd || netbsd

package theme

import "github.com/rymdport/portal/settings/appearance"

// SystemSaysDark reports whether the desktop asks for dark windows. It asks
// over D-Bus: call it off the main thread. Fyne takes a desktop that says
// nothing for a dark one; most office desktops say nothing and are light.
func SystemSaysDark() bool {
	scheme, err := appearance.GetColorScheme()
	return err == nil && scheme == appearance.Dark
}
