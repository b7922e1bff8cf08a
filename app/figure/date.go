package figure

import "time"

// A moment is a date as far as it is known: a day, a month or a year.
type moment struct {
	from  time.Time // its beginning
	known bool
}

// when reads a date such as 2010, 2010-06 or 2010-06-08.
func when(s string) moment {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return moment{t, true}
		}
	}
	return moment{}
}

// IsDate reports a date that can stand on a line of time: a day, a month or a
// year.
func IsDate(s string) bool { return when(s).known }

// at returns the beginning of the moment in years and parts of years.
func (m moment) at() float64 {
	t := m.from
	begin := time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	days := begin.AddDate(1, 0, 0).Sub(begin).Hours()
	return float64(t.Year()) + t.Sub(begin).Hours()/days
}

// yearStep returns how many years lie between the marks of a scale of time
// that is so long and has room for so many of them.
func yearStep(years, marks float64) float64 {
	for size := 1.0; ; size *= 10 {
		for _, n := range []float64{1, 2, 5} {
			if n*size*marks >= years {
				return n * size
			}
		}
	}
}
