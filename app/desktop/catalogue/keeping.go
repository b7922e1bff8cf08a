package catalogue

import "celun/app/language"

// What keeps work from being lost.
var (
	AutoSavedAt   = language.Text{ZH: "已自动保存 %s", EN: "Saved by itself %s"}
	NotSavedYet   = language.Text{ZH: "草稿已留底，尚未存为文件", EN: "Draft kept; not saved to a file yet"}
	SaveItAs      = language.Text{ZH: "存为文件…", EN: "Save to a file…"}
	TryAgain      = language.Text{ZH: "重试", EN: "Try again"}
	AutoSaveFails = language.Text{ZH: "没能自动保存。%s", EN: "It could not be saved. %s"}
	JournalFails  = language.Text{ZH: "改动没能留底，请尽快保存。%s", EN: "Changes cannot be kept on the side; save soon. %s"}

	ReadOnlyHeld = language.Text{
		ZH: "只读：另一个窗口正在编辑这份文件%s。可以阅读、导出或另存副本。",
		EN: "Read-only: another window is editing this file%s. You can read it, export it or save a copy.",
	}
	ReadOnlySays = language.Text{ZH: "这份文件以只读方式打开，不能改动。", EN: "This file is open read-only and cannot be changed."}
	HeldBy       = language.Text{ZH: "（%s）", EN: " (%s)"}
	BriefsLike   = language.Text{ZH: "简报（%s）", EN: "Briefs (%s)"}
	FilesLike    = language.Text{ZH: "文件（%s）", EN: "Files (%s)"}
	ChooseThere  = language.Text{ZH: "请在系统的对话框里选择。", EN: "Please choose in the dialog of your desktop."}
	SaveCopy     = language.Text{ZH: "另存副本…", EN: "Save a copy…"}
	EditNow      = language.Text{ZH: "改为可编辑", EN: "Edit it now"}

	ChangedOutside = language.Text{
		ZH: "文件在别处被改动过。你这里的内容没有丢，请选择保留哪一份。",
		EN: "Another program has changed the file. Nothing of yours is lost: choose which one to keep.",
	}
	ChangedWhileRead = language.Text{ZH: "那边又存下了新内容。", EN: "The other window has saved something new."}
	ShowNew          = language.Text{ZH: "显示新内容", EN: "Show it"}

	ChangedTitle  = language.Text{ZH: "文件在别处被改动过", EN: "The file was changed elsewhere"}
	ChangedDetail = language.Text{
		ZH: "自上次读写以来，另一个程序写过“%s”。保存会盖掉那边的改动；被盖掉的内容会先存为快照。",
		EN: "Since it was last read or saved here, another program has written ‘%s’. Saving would replace what it wrote; that is kept as a snapshot first.",
	}
	LoadTheirs    = language.Text{ZH: "载入文件里的", EN: "Load the file"}
	ReplaceByMine = language.Text{ZH: "用我的覆盖", EN: "Replace it by mine"}
	MineAsCopy    = language.Text{ZH: "我的另存副本…", EN: "Save mine as a copy…"}

	RecoverTitle = language.Text{ZH: "找回未保存的内容", EN: "Bring back unsaved work"}
	RecoverText  = language.Text{
		ZH: "程序上次没有正常结束。下面的内容当时还没有存进文件：",
		EN: "The program did not end properly last time. This was not yet in a file:",
	}
	RecoverEdits  = language.Text{ZH: "%s · 最后改动 %s", EN: "%s · last changed %s"}
	NeverSaved    = language.Text{ZH: "没有存过文件", EN: "never saved to a file"}
	Recover       = language.Text{ZH: "找回", EN: "Bring back"}
	DiscardIt     = language.Text{ZH: "不要了", EN: "Discard"}
	DecideLater   = language.Text{ZH: "以后再说", EN: "Later"}
	CannotRecover = language.Text{ZH: "这份记录已损坏，不能读出", EN: "this record is damaged and cannot be read"}
	Recovered     = language.Text{ZH: "已找回", EN: "Brought back"}

	SnapshotsTitle   = language.Text{ZH: "快照", EN: "Snapshots"}
	SnapshotName     = language.Text{ZH: "快照名称，例如：送审稿", EN: "Name, such as: for review"}
	TakeSnapshot     = language.Text{ZH: "存快照", EN: "Take a snapshot"}
	SnapshotTaken    = language.Text{ZH: "已存快照“%s”", EN: "Snapshot ‘%s’ taken"}
	SnapshotBack     = language.Text{ZH: "已恢复到快照，可以撤销", EN: "Back at the snapshot; this can be undone"}
	SnapshotAuto     = language.Text{ZH: "自动留存", EN: "kept by the program"}
	NoSnapshots      = language.Text{ZH: "还没有快照。保存文件时程序也会自动留存。", EN: "No snapshots yet. The program also keeps some by itself when the file is saved."}
	CompareWith      = language.Text{ZH: "比较", EN: "Compare"}
	GoBackTo         = language.Text{ZH: "恢复到此", EN: "Go back to it"}
	CompareSnapshots = language.Text{ZH: "与快照比较…", EN: "Compare with a snapshot…"}
	CompareSnapshot  = language.Text{ZH: "与快照“%s”比较", EN: "Compared with the snapshot ‘%s’"}
	CompareAsPDF     = language.Text{ZH: "对照存为 PDF…", EN: "Save as PDF…"}
	NoDifference     = language.Text{ZH: "内容相同。", EN: "There is no difference."}
	DiffAdded        = language.Text{ZH: "新增", EN: "added"}
	DiffRemoved      = language.Text{ZH: "删去", EN: "removed"}
	DiffChanged      = language.Text{ZH: "改动", EN: "changed"}
	DiffMoved        = language.Text{ZH: "移动", EN: "moved"}
)
