package locale

import "testing"

func TestALocaleThatFyneDoesNotKnowIsNamed(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"LANG": "C.UTF-8"}, "en"},
		{map[string]string{"LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"}, "en"},
		{map[string]string{"LANGUAGE": "zh:en", "LANG": "C.UTF-8"}, ""},
		{map[string]string{"LANG": "zh_CN.UTF-8"}, ""},
		{nil, ""},
	} {
		got := ""
		name(func(name string) string { return c.env[name] }, func(_, value string) { got = value })
		if got != c.want {
			t.Errorf("%v: LANGUAGE=%q, want %q", c.env, got, c.want)
		}
	}
}
