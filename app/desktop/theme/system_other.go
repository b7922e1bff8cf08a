//go:build !(linux || freebsd || openbsd || netbsd)

package theme

// SystemSaysDark reports that what Fyne says of the system's look counts.
func SystemSaysDark() bool { return true }
