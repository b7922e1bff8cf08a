//go:build ignore

// Terms writes packs/NAME.terms.txt for each pack: the Chinese terms that are
// not to be avoided, one a line in the order of the pack. An export needs no
// more of a pack, and reading the whole takes as long as setting the pages of
// a short brief.
//
// Run it in assets/:
//
//	go run generate/terms.go
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"celun/app/argument"
)

func main() {
	log.SetFlags(0)
	packs, err := filepath.Glob("packs/*.yaml")
	if err != nil {
		log.Fatal("terms: ", err)
	}
	for _, name := range packs {
		data, err := os.ReadFile(name)
		if err != nil {
			log.Fatal("terms: ", err)
		}
		p, err := argument.ReadPublished(name, data)
		if err != nil {
			log.Fatal("terms: ", err)
		}
		target := strings.TrimSuffix(name, ".yaml") + ".terms.txt"
		terms := p.UserTerms()
		fmt.Printf("%s: %d terms\n", target, len(terms))
		if err := os.WriteFile(target, []byte(strings.Join(terms, "\n")+"\n"), 0o644); err != nil {
			log.Fatal("terms: ", err)
		}
	}
}
