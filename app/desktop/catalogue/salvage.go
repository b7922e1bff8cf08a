package catalogue

import "celun/app/language"

// A damaged file.
var (
	OpenTheRest    = language.Text{ZH: "打开还能读的部分", EN: "Open what can be read"}
	UseEarlierCopy = language.Text{ZH: "请改用早先的副本，或打开还能读的部分；这个文件未作任何改动", EN: "Use an earlier copy, or open what can be read; the file was not changed"}
	RestOpened     = language.Text{ZH: "已打开还能读的部分", EN: "What can be read is open"}
)

// RestOf says what becomes of the rest of a damaged file.
func RestOf(name string) language.Text {
	return language.Text{
		ZH: "原文件“" + name + "”未作改动。请核对下面这些地方，再另存为新文件：",
		EN: "The file ‘" + name + "’ was not changed. Check these places, then save the brief under another name:",
	}
}
