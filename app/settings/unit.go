package settings

import (
	"path/filepath"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"
)

// logo is the file of the unit's logo, in the folder of the settings: a PNG or
// a JPEG picture, whatever its name says.
const logo = "logo.png"

// LoadUnit returns the unit that is kept in the folder dir, with its logo. A
// logo that is damaged is left out.
func LoadUnit(dir string) template.Unit {
	s, err := Load(dir)
	if err != nil {
		return template.Unit{}
	}
	u := s.Unit
	if data, found, err := store.ReadIfExists(filepath.Join(dir, logo), brief.MaxFile); err == nil && found {
		if _, err := brief.CheckPicture(logo, data); err == nil {
			u.Logo = data
		}
	}
	return u
}

// SaveLogo keeps the unit's logo in the folder dir; no bytes remove it. What
// is no picture is refused, and the logo there is stays.
func SaveLogo(dir string, data []byte) error {
	path := filepath.Join(dir, logo)
	if len(data) == 0 {
		if _, found, err := store.ReadIfExists(path, brief.MaxFile); err != nil || !found {
			return err
		}
		return store.Remove(path)
	}
	if _, err := brief.CheckPicture(logo, data); err != nil {
		return err
	}
	if err := store.CreateDir(dir); err != nil {
		return err
	}
	return store.Write(path, data)
}

// validUnit returns u with what is not known left out.
func validUnit(u template.Unit) template.Unit {
	if u.Prevailing != language.ZH && u.Prevailing != language.EN {
		u.Prevailing = ""
	}
	return u
}
