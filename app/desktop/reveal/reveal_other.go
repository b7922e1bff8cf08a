//go:build !(linux || freebsd || openbsd || netbsd || windows || darwin)

package reveal

func file(string) bool { return false }
