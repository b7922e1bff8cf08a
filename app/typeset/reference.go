package typeset

import (
	"celun/app/argument"
	"celun/app/language"
)

// reference writes a source as an entry of the list in l.
func reference(s *argument.Source, l language.Language) string {
	return s.Title.In(l) + ", " + s.Container.In(l) + ", " + s.Year + ". " + s.URL
}
