// Package templates holds the templates that come with Celun, one YAML file
// each. A template is data: package celun/app/template reads it and says
// what is wrong with it.
//
//	list, err := template.ReadAll(templates.Files)
package templates

import "embed"

// Files holds the built-in templates, one .yaml file each, at its root.
//
//go:embed *.yaml
var Files embed.FS
