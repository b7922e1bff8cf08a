package typeset

import (
	"errors"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset/face"
)

// officialFaces are the names under which the faces of an official document
// are installed, those of GB/T 9704-2012 as Windows and the font makers call
// them, the most usual first.
var officialFaces = [faceSlots][]string{
	ownFangSong: {"仿宋", "仿宋_GB2312", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋"},
	ownHei:      {"黑体", "方正黑体_GBK", "方正黑体简体", "华文黑体"},
	ownKai:      {"楷体", "楷体_GB2312", "方正楷体_GBK", "方正楷体简体", "华文楷体"},
	ownTitle:    {"方正小标宋_GBK", "方正小标宋简体", "华文中宋"},
}

// standIns say which of our faces stands for one that is not installed.
var standIns = [faceSlots]language.Text{
	ownSong:     {ZH: "思源宋体", EN: "Noto Serif SC"},
	ownHei:      {ZH: "思源黑体", EN: "Noto Sans SC"},
	ownKai:      {ZH: "霞鹜文楷", EN: "LXGW WenKai"},
	ownFangSong: {ZH: "思源宋体", EN: "Noto Serif SC"},
	ownTitle:    {ZH: "思源宋体的粗体", EN: "bold Noto Serif SC"},
}

// ownFaces finds the installed faces that the page settings name, and those of
// an official document, and says what stands for one that is not there.
func (c *composer) ownFaces(official bool) {
	named := [faceSlots]string{}
	f := c.brief.Meta.Page.Faces
	named[ownSong], named[ownHei], named[ownKai], named[ownFangSong], named[ownTitle] = f.Song, f.Hei, f.Kai, f.FangSong, f.Title
	var own [faceSlots]face.ID
	set := c.setter.shaper.faces.set
	for i := ownSong; i < faceSlots; i++ {
		name := strings.TrimSpace(named[i])
		if name != "" {
			id, err := set.Find(name)
			if err == nil {
				own[i] = id
				continue
			}
			c.fellBack(name, i, err)
		}
		if !official {
			continue
		}
		for _, usual := range officialFaces[i] {
			if id, err := set.Find(usual); err == nil {
				own[i] = id
				break
			}
		}
	}
	if official && named[ownFangSong] == "" && own[ownFangSong] == "" {
		c.fellBack("仿宋（FangSong）", ownFangSong, face.ErrNotInstalled)
	}
	if official && named[ownTitle] == "" && own[ownTitle] == "" {
		c.fellBack("小标宋（small-title Song）", ownTitle, face.ErrNotInstalled)
	}
	c.setter.use(own)
}

// fellBack says which face stands for one that cannot be used, and why.
func (c *composer) fellBack(name string, slot int, err error) {
	why := language.Text{ZH: "没有安装可用的", EN: "is not installed as a TrueType file"}
	switch {
	case errors.Is(err, face.ErrNoEmbedding):
		why = language.Text{ZH: "的许可不准嵌入文件：", EN: "may not be embedded in a file by its licence"}
	case !errors.Is(err, face.ErrNotInstalled):
		why = language.Text{ZH: "的字体文件读不了：", EN: "cannot be read"}
	}
	zh := why.ZH + name
	if !errors.Is(err, face.ErrNotInstalled) {
		zh = name + strings.TrimSuffix(why.ZH, "：")
	}
	c.warn("face-fallback", brief.Address{}, language.Text{
		ZH: zh + "，改用" + standIns[slot].ZH,
		EN: name + " " + why.EN + "; " + standIns[slot].EN + " stands for it",
	})
}

// use takes installed faces into use. What was set in others is forgotten.
func (s *Setter) use(own [faceSlots]face.ID) {
	f := s.shaper.faces
	if f.own == own {
		return
	}
	f.own = own
	for i := ownSong; i < faceSlots; i++ {
		f.open[i] = nil
	}
	s.kept, s.sections, s.pages = map[string]*keptLines{}, map[sectionKey]*keptSection{}, keptPages{}
}
