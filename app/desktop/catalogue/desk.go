package catalogue

import "celun/app/language"

// The window.
var (
	Untitled         = language.Text{ZH: "未命名", EN: "Untitled"}
	Brief            = language.Text{ZH: "简报", EN: "Brief"}
	OtherLanguage    = language.Text{ZH: "EN", EN: "中文"}
	CommandsShort    = language.Text{ZH: "命令", EN: "Commands"}
	ChecksShort      = language.Text{ZH: "检查", EN: "Checks"}
	FindCommand      = language.Text{ZH: "输入命令名称、拼音或英文…", EN: "Type a command, in English, Chinese or pinyin…"}
	NoCommand        = language.Text{ZH: "没有相符的命令，或现在不能使用。", EN: "No command matches, or it cannot be used now."}
	ChineseLength    = language.Text{ZH: "中文 %s 字", EN: "Chinese %s characters"}
	PagesNow         = language.Text{ZH: "约 %d 页", EN: "About %d pages"}
	OnePageNow       = language.Text{ZH: "约 1 页", EN: "About 1 page"}
	PagesPromised    = language.Text{ZH: "（模板 %s 页）", EN: " (template: %s)"}
	EnglishLength    = language.Text{ZH: "英文 %s 词", EN: "English %s words"}
	Open             = language.Text{ZH: "打开", EN: "Open"}
	Save             = language.Text{ZH: "保存", EN: "Save"}
	SaveAs           = language.Text{ZH: "另存为", EN: "Save as"}
	Saving           = language.Text{ZH: "正在保存…", EN: "Saving…"}
	SavedAt          = language.Text{ZH: "已保存 %s", EN: "Saved %s"}
	DontSave         = language.Text{ZH: "不保存", EN: "Don’t save"}
	UnsavedChanges   = language.Text{ZH: "尚未保存", EN: "Unsaved changes"}
	UnsavedQuestion  = language.Text{ZH: "“%s”有改动尚未保存。要先保存吗？", EN: "‘%s’ has changes that are not saved. Save them first?"}
	FileAndFolder    = language.Text{ZH: "文件夹和文件名", EN: "Folder and file name"}
	WhichFolder      = language.Text{ZH: "选择文件夹", EN: "Choose a folder"}
	ChooseFolder     = language.Text{ZH: "选择此文件夹", EN: "Choose this folder"}
	OpenBrief        = language.Text{ZH: "打开简报", EN: "Open a brief"}
	HomeFolder       = language.Text{ZH: "主文件夹", EN: "Home"}
	FolderEmpty      = language.Text{ZH: "这里没有简报文件。", EN: "There are no briefs here."}
	FolderUnreadable = language.Text{ZH: "不能读取这个文件夹，请换一个。", EN: "This folder cannot be read. Choose another."}
	ThatFailed       = language.Text{ZH: "没有成功", EN: "That did not work"}
	CannotDrop       = language.Text{ZH: "这种文件不能在这里打开", EN: "a file of this kind cannot be opened here"}
	WhatToDrop       = language.Text{ZH: "可以拖入 .celun 简报、.yaml 论据包；打开简报时，还可以拖入 .bib、.ris 参考文献，或用来核对引文的文章（.txt、.md、.docx、.html）", EN: "Drop a .celun brief, a .yaml pack of arguments, or for an open brief references (.bib, .ris) or an article to check quotations against (.txt, .md, .docx, .html)"}
	CrashedTitle     = language.Text{ZH: "上次意外退出", EN: "The program ended by accident"}
	Crashed          = language.Text{ZH: "策论上次运行时意外退出。写下的内容都有记录；出错时的情况记在这个文件里，可以把它交给维护人员：\n%s", EN: "Celun ended by accident the last time. What you wrote was kept. What happened is noted in this file, which you can hand to whoever looks after the program:\n%s"}
	NoScreen         = language.Text{ZH: "没有可以打开窗口的屏幕", EN: "there is no screen to open a window on"}
	NoScreenDo       = language.Text{ZH: "请在桌面环境里启动策论；没有桌面时请用命令行程序 celunctl", EN: "Start Celun on a desktop; without one use celunctl in a terminal"}
	ShowReport       = language.Text{ZH: "打开记录", EN: "Show the report"}
	LogFolder        = language.Text{ZH: "打开日志所在文件夹", EN: "Show the log in its folder"}
	CannotOpen       = language.Text{ZH: "系统里没有能打开它的程序", EN: "this system has no program to open it with"}
	CannotOpenDo     = language.Text{ZH: "请安装一个能打开这类文件的程序，或在文件夹里换一个程序打开", EN: "Install one for this kind of file, or open it from its folder with another"}
	Shortcuts        = language.Text{ZH: "快捷键", EN: "Keyboard shortcuts"}
	ByWords          = language.Text{ZH: "按词移动光标", EN: "Move the caret by words"}
	NextText         = language.Text{ZH: "到下一处文字", EN: "Go to the next text"}
	AboutCelun       = language.Text{ZH: "关于策论", EN: "About Celun"}
	DevelVersion     = language.Text{ZH: "开发版", EN: "Development build"}
	Version          = language.Text{ZH: "版本 %s", EN: "Version %s"}
	About            = language.Text{
		ZH: "离线的桌面程序：从文章的论证出发，按模板写成中英双语政策简报，导出双语 PDF。您写的内容不离开这台电脑。\n程序以 Apache-2.0 许可发布；字体为思源黑体、思源宋体、霞鹜文楷与 Source Serif 4，均用 SIL OFL 许可。",
		EN: "An offline desktop program that turns the arguments of an article into bilingual policy briefs by templates, and exports them as bilingual PDFs. What you write does not leave this computer.\nReleased under Apache-2.0. The faces are Noto Sans SC, Noto Serif SC, LXGW WenKai and Source Serif 4, all under the SIL Open Font License.",
	}
)

// Fyne returns the words that Fyne says itself, in its dialogs and menus, by
// its own names for them.
func Fyne() map[string]language.Text {
	return map[string]language.Text{
		"Advanced":          {ZH: "高级", EN: "Advanced"},
		"Cancel":            {ZH: "取消", EN: "Cancel"},
		"Confirm":           {ZH: "确定", EN: "Confirm"},
		"Copy":              {ZH: "复制", EN: "Copy"},
		"Create Folder":     {ZH: "新建文件夹", EN: "Create folder"},
		"Cut":               {ZH: "剪切", EN: "Cut"},
		"Enter filename":    {ZH: "输入文件名", EN: "Enter a file name"},
		"Error":             {ZH: "错误", EN: "Error"},
		"Favourites":        {ZH: "常用位置", EN: "Favourites"},
		"File":              {ZH: "文件", EN: "File"},
		"Folder":            {ZH: "文件夹", EN: "Folder"},
		"New Folder":        {ZH: "新文件夹", EN: "New folder"},
		"No":                {ZH: "否", EN: "No"},
		"OK":                {ZH: "好", EN: "OK"},
		"Open":              {ZH: "打开", EN: "Open"},
		"Paste":             {ZH: "粘贴", EN: "Paste"},
		"Quit":              {ZH: "退出", EN: "Quit"},
		"Redo":              {ZH: "重做", EN: "Redo"},
		"Save":              {ZH: "保存", EN: "Save"},
		"Select all":        {ZH: "全选", EN: "Select all"},
		"Show Hidden Files": {ZH: "显示隐藏文件", EN: "Show hidden files"},
		"Undo":              {ZH: "撤销", EN: "Undo"},
		"Yes":               {ZH: "是", EN: "Yes"},
	}
}
