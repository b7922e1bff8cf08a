package catalogue

import "celun/app/language"

// A trainer's set.
var (
	ClassTitle    = language.Text{ZH: "生成一套培训材料", EN: "Make a trainer’s set"}
	ClassFolder   = language.Text{ZH: "写入的文件夹", EN: "Folder"}
	ClassVariants = language.Text{ZH: "工作单份数", EN: "Worksheets"}
	ClassSeed     = language.Text{ZH: "种子（同数同题）", EN: "Seed (the same draws the same)"}
	ClassSingle   = language.Text{ZH: "全部工作单放在一个文件里", EN: "All worksheets in one file"}
	ClassIntro    = language.Text{
		ZH: "学员讲义、分组工作单、教员手册、论证图和术语表。学员文件里若有教员才看的内容，就不写出任何文件。",
		EN: "Handout, worksheets, trainer’s guide, map and glossary. If anything for the trainer stands in a participants’ file, no file is written.",
	}
	ClassMake  = language.Text{ZH: "生成", EN: "Make"}
	ClassMade  = language.Text{ZH: "已写出 %d 个文件：%s。学员文件里没有发现答案。", EN: "%d files were written to %s. No answer was found in the participants’ files."}
	ClassLeaks = language.Text{ZH: "学员文件里有 %s 处教员才看的内容，没有写出任何文件：", EN: "Participants could read what is for the trainer in %s, so no file was written:"}
)
