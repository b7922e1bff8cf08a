package reveal

import "os/exec"

// file has the Finder choose the file.
func file(path string) bool { return exec.Command("open", "-R", path).Run() == nil }

func open(path string) error { return exec.Command("open", path).Run() }
