package language

import (
	"fmt"
	"time"
)

// Date writes an ISO 8601 date as each language does: 2026年11月22日 and
// 22 November 2026. A year or a month alone is written as far as it goes,
// and what is no date is shown as it stands.
func Date(s string) Text {
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return Text{ZH: fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day()), EN: t.Format("2 January 2006")}
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return Text{ZH: fmt.Sprintf("%d年%d月", t.Year(), t.Month()), EN: t.Format("January 2006")}
	}
	if t, err := time.Parse("2006", s); err == nil {
		return Text{ZH: fmt.Sprintf("%d年", t.Year()), EN: t.Format("2006")}
	}
	return Text{ZH: s, EN: s}
}
