package find_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// A generator writes arguments that mean nothing but have the shape of real
// ones: about 250 hanzi and 150 English words, words as frequent as they are
// in Chinese and, by Zipf's law, in English. One seed gives one library.
type generator struct {
	random  *rand.Rand
	chinese []string
	upTo    []float64 // running total of their frequencies
	english []string
	zipf    *rand.Zipf
}

func newGenerator(tb testing.TB, seed uint64) *generator {
	tb.Helper()
	f, err := os.Open("../../../assets/dictionary/zh.txt")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	g := &generator{random: rand.New(rand.NewPCG(seed, 1))}
	total := 0.0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		if n, err := strconv.ParseFloat(fields[1], 64); err == nil {
			total += n
			g.chinese = append(g.chinese, fields[0])
			g.upTo = append(g.upTo, total)
		}
	}
	if len(g.chinese) < 10000 {
		tb.Fatalf("%d words in the dictionary", len(g.chinese))
	}
	g.english = englishWords(25000)
	g.zipf = rand.NewZipf(g.random, 1.07, 2.7, uint64(len(g.english)-1))
	return g
}

// englishWords makes words of syllables, each stem with a few endings.
func englishWords(n int) []string {
	random := rand.New(rand.NewPCG(7, 7)) // the same words for every seed
	parts := strings.Fields("ba con de di for gra in lo mar na o per pol pre qua re se sta tech tra u ver vi wor y")
	ends := strings.Fields("l n r t st nd ck m ge ve")
	suffixes := []string{"", "", "s", "ed", "ing", "ation", "al", "ly", "ment"}
	seen := map[string]bool{}
	var words []string
	for len(words) < n {
		stem := ""
		for range 1 + random.IntN(3) {
			stem += parts[random.IntN(len(parts))]
		}
		stem += ends[random.IntN(len(ends))]
		for range 1 + random.IntN(3) {
			w := stem + suffixes[random.IntN(len(suffixes))]
			if !seen[w] && len(words) < n {
				seen[w] = true
				words = append(words, w)
			}
		}
	}
	return words
}

func (g *generator) zh() string {
	x := g.random.Float64() * g.upTo[len(g.upTo)-1]
	return g.chinese[sort.SearchFloat64s(g.upTo, x)]
}

func (g *generator) en() string { return g.english[g.zipf.Uint64()] }

// text writes about so many hanzi and English words.
func (g *generator) text(hanzi, words int) language.Text {
	var zh strings.Builder
	for n, clause := 0, 0; n < hanzi; {
		w := g.zh()
		zh.WriteString(w)
		n += len(w) / 3
		if clause += len(w) / 3; clause > 12 && n < hanzi {
			zh.WriteString("，")
			clause = 0
		}
	}
	en := make([]string, words)
	for i := range en {
		en[i] = g.en()
	}
	en[0] = strings.ToUpper(en[0][:1]) + en[0][1:]
	return language.Text{ZH: zh.String() + "。", EN: strings.Join(en, " ") + "."}
}

func (g *generator) library(n int) *library.Library {
	kinds := argument.Kinds()
	p := &argument.Pack{ID: "synthetic", Arguments: make([]argument.Argument, n)}
	for i := range p.Arguments {
		p.Arguments[i] = argument.Argument{
			ID: fmt.Sprintf("A%d", i+1), Kind: kinds[i%len(kinds)], Version: 1,
			Title: g.text(12, 8), Line: g.text(38, 24), Statement: g.text(200, 118),
			Tags: []string{g.english[i%50]},
		}
	}
	return library.New(p)
}

// queries makes queries of one to four words, half of them in each language,
// of words from one argument each, so that there is something to be found.
func (g *generator) queries(l *library.Library, n int) []string {
	all := l.All()
	var queries []string
	for i := range n {
		e := all[g.random.IntN(len(all))]
		s := e.Statement
		if g.random.IntN(3) == 0 {
			s = e.Line
		}
		var words []string
		for range 1 + i/2%4 {
			if i%2 == 0 {
				r := []rune(strings.Trim(s.ZH, "。"))
				at, length := g.random.IntN(len(r)), 2+g.random.IntN(3)
				if i%40 == 0 {
					length = 1
				}
				words = append(words, strings.Trim(string(r[at:min(at+length, len(r))]), "，"))
			} else {
				w := strings.Fields(strings.Trim(s.EN, "."))
				words = append(words, w[g.random.IntN(len(w))])
			}
		}
		words = slices.DeleteFunc(words, func(s string) bool { return s == "" })
		if len(words) == 0 {
			words = []string{"的"}
		}
		queries = append(queries, strings.Join(words, " "))
	}
	return queries
}
