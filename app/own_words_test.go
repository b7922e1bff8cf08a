package app_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"celun/app/language"
)

// sharedRun is how many Chinese characters in a row may not be the article's.
const sharedRun = 13

// officialNames are names that are what they are: whoever speaks of these
// events, bodies and initiatives writes them so. A run within one, or across
// its edge, is not the article's wording.
var officialNames = []string{
	"联合国宽带促进可持续发展委员会",    // body: Broadband Commission for Sustainable Development
	"中华人民共和国国务院新闻办公室",    // body: State Council Information Office
	"国务院新闻办公室",           // the same, short
	"二十国集团领导人应对新冠肺炎特别峰会", // event: March 2020
	"二十国集团领导人特别峰会",       // the same, short
	"联合国大会一般性辩论",         // event: the General Debate
	"网络空间与数字政策局",         // body: a bureau of the US State Department
	"全球人工智能治理倡议",         // initiative
	"全球发展倡议",             // initiative
	"全球安全倡议",             // initiative
	"全球文明倡议",             // initiative
	"全球数据安全倡议",           // initiative
}

// quoted are passages that are someone's words or a title, and say so.
var quoted = regexp.MustCompile(`《[^《》]*》|“[^“”]*”`)

// TestOwnWords compares all that we wrote with the article, which is not ours
// and of which the project holds no sentence.
func TestOwnWords(t *testing.T) {
	folder := os.Getenv("CELUN_ARTICLE")
	if folder == "" {
		t.Skip("CELUN_ARTICLE does not name the folder of the article")
	}
	article, err := os.ReadFile(filepath.Join(folder, "digital-diplomacy.txt"))
	if err != nil {
		t.Skip("the article is not there:", err)
	}
	runs := runsOf(string(article))
	if len(runs) < 5000 {
		t.Fatalf("the article has only %d runs of %d characters", len(runs), sharedRun)
	}
	counts := map[string]int{}
	for _, room := range []string{"../assets/packs", "../assets/sample", "../templates", "."} {
		for name, texts := range textsUnder(t, room) {
			for _, text := range texts {
				counts[room]++
				if run := shared(text, runs); run != "" {
					t.Errorf("%s: %q is the article's wording", name, run)
				}
			}
		}
		if counts[room] < 10 {
			t.Errorf("%s: only %d texts were found", room, counts[room])
		}
	}
	t.Logf("%v texts compared", counts)
}

func TestSharedRun(t *testing.T) {
	runs := runsOf("数字技术带来机遇,\n\n也带来不少风险与挑战,二十国集团领导人特别峰会上有人提及 。")
	for _, c := range []struct{ text, want string }{
		{"数字技术带来机遇，也带来不少风险与挑战", "数字技术带来机遇也带来不少风险与挑战"},
		{"他说：技术带来机遇——也带来不少风险", "技术带来机遇也带来不少风险"},
		{"字技术带来机遇也带来不少", ""},
		{"他说，“数字技术带来机遇，也带来不少风险”", ""},
		{"《数字技术带来机遇也带来不少风险》", ""},
		{"二十国集团领导人特别峰会上有人提及", ""},
		{"二十国集团领导人会议上有人提及", ""},
	} {
		if got := shared(c.text, runs); got != c.want {
			t.Errorf("shared(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// runsOf returns every run of characters in s, whatever stands between them.
func runsOf(s string) map[string]bool {
	runs := map[string]bool{}
	han := hanOf(s)
	for i := 0; i+sharedRun <= len(han); i++ {
		runs[string(han[i:i+sharedRun])] = true
	}
	return runs
}

// shared returns the first stretch of text, at its full length, that is made
// of such runs.
func shared(text string, runs map[string]bool) string {
	const apart = "\x00"
	text = quoted.ReplaceAllString(text, apart)
	for _, name := range officialNames {
		text = strings.ReplaceAll(text, name, apart)
	}
	for part := range strings.SplitSeq(text, apart) {
		han := hanOf(part)
		for i := 0; i+sharedRun <= len(han); i++ {
			end := i + sharedRun
			if !runs[string(han[i:end])] {
				continue
			}
			for end < len(han) && runs[string(han[end+1-sharedRun:end+1])] {
				end++
			}
			return string(han[i:end])
		}
	}
	return ""
}

func hanOf(s string) []rune {
	var han []rune
	for _, r := range s {
		if language.IsHan(r) {
			han = append(han, r)
		}
	}
	return han
}

// textsUnder returns the texts with Chinese in them of all files in a folder,
// by file name: the scalars of YAML, the strings of JSON, the literals of Go.
func textsUnder(t *testing.T, folder string) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		add := func(s string) {
			if len(hanOf(s)) > 0 {
				texts[path] = append(texts[path], s)
			}
		}
		switch filepath.Ext(path) {
		case ".yaml", ".yml":
			var root yaml.Node
			if err := yaml.Unmarshal(data, &root); err != nil {
				return err
			}
			eachScalar(&root, add)
		case ".json":
			var root any
			if err := json.Unmarshal(data, &root); err != nil {
				return err
			}
			eachString(root, add)
		case ".go":
			eachLiteral(data, add)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func eachScalar(n *yaml.Node, add func(string)) {
	if n.Kind == yaml.ScalarNode {
		add(n.Value)
	}
	for _, child := range n.Content {
		eachScalar(child, add)
	}
}

func eachString(v any, add func(string)) {
	switch v := v.(type) {
	case string:
		add(v)
	case []any:
		for _, x := range v {
			eachString(x, add)
		}
	case map[string]any:
		for _, x := range v {
			eachString(x, add)
		}
	}
}

// eachLiteral passes on the literals of a Go file, as far as it can be read.
// A text that is put together from several literals is several texts here.
func eachLiteral(data []byte, add func(string)) {
	file, _ := parser.ParseFile(token.NewFileSet(), "", data, parser.SkipObjectResolution)
	if file == nil {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				add(s)
			}
		}
		return true
	})
}
