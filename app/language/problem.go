package language

import "errors"

// A Problem is an error that is told to a user: what is wrong, where, and
// what to do now, in both languages. Where names the file and, if it helps,
// the line and entry; it is the same in both languages and may be empty.
type Problem struct {
	Where string // such as "brief.celun" or "pack.yaml, line 12, C1"
	What  Text   // one sentence without a final stop
	Do    Text   // one sentence without a final stop; may be empty
	Err   error  // the cause for errors.Is and logs; may be nil
}

// In returns the problem as one line in l.
func (p *Problem) In(l Language) string {
	stop, join := "。", "："
	if l == EN {
		stop, join = ". ", ": "
	}
	s := p.What.In(l)
	if p.Where != "" {
		s = p.Where + join + s
	}
	if do := p.Do.In(l); do != "" {
		s += stop + do
	}
	if l == EN {
		return s + "."
	}
	return s + "。"
}

// Error returns the problem as one English line.
func (p *Problem) Error() string { return p.In(EN) }

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Say returns what err tells a user in l: the line of the [Problem] in its
// chain, or else its own text.
func Say(err error, l Language) string {
	var p *Problem
	if errors.As(err, &p) {
		return p.In(l)
	}
	return err.Error()
}
