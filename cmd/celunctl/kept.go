package main

import (
	"context"
	"fmt"
	"time"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/settings"
	"celun/app/store"
)

// jsonSnapshot is a snapshot as snapshots prints it.
type jsonSnapshot struct {
	File string `json:"file"`
	Name string `json:"name"`
	Time string `json:"time"` // RFC 3339
}

// jsonLost is a brief that was not saved when the window ended, as recover
// prints it.
type jsonLost struct {
	Journal string        `json:"journal"`
	File    string        `json:"file"` // empty: never saved
	Title   language.Text `json:"title"`
	Time    string        `json:"time"` // RFC 3339
	Edits   int           `json:"edits"`
}

func snapshotsCommand() command {
	return command{
		name: "snapshots", usage: "F.celun [--out F2.celun --number N]", least: 1, most: 1,
		does: language.Text{ZH: "列出一份简报的快照，或取出其中一份", EN: "Lists the snapshots of a brief, or takes one out"},
		flags: []flag{
			{name: "--number", value: "N", does: language.Text{ZH: "取第几份，从 1 起，最新的在前", EN: "which one to take out, from 1, the latest first"}},
			{name: "--out", value: "FILE", does: language.Text{ZH: "取出后写入的文件", EN: "the file to write it to"}},
		},
		run: runSnapshots,
	}
}

func runSnapshots(p *program, _ context.Context, a arguments) (int, error) {
	b, err := brief.Open(a.positional[0])
	if err != nil {
		return couldNotRun, err
	}
	all, err := store.Snapshots(brief.SnapshotFolder(settings.DataDir(), b))
	if err != nil {
		return couldNotRun, err
	}
	if a.has("--out") {
		return p.takeSnapshot(a, all)
	}
	list := []jsonSnapshot{}
	for _, s := range all {
		list = append(list, jsonSnapshot{s.Path, s.Name, s.At.Format(time.RFC3339)})
	}
	if p.json {
		return done, p.encode(list)
	}
	for i, s := range all {
		fmt.Fprintf(p.out, "%3d  %s  %s\n", i+1, s.At.Local().Format("2006-01-02 15:04"), s.Name)
	}
	return done, nil
}

// takeSnapshot writes a snapshot to a file.
func (p *program) takeSnapshot(a arguments, all []store.Snapshot) (int, error) {
	n, err := a.number("--number", 1, 1, 1_000_000)
	if err != nil {
		return couldNotRun, err
	}
	if n > len(all) {
		return couldNotRun, &language.Problem{
			Where: "--number",
			What:  language.Text{ZH: fmt.Sprintf("没有第 %d 份快照", n), EN: fmt.Sprintf("there is no snapshot %d", n)},
			Do:    language.Text{ZH: fmt.Sprintf("这份简报有 %d 份快照", len(all)), EN: fmt.Sprintf("The brief has %d snapshots", len(all))},
		}
	}
	if err := refuseInput([]string{a.get("--out")}, a.positional[0]); err != nil {
		return couldNotRun, err
	}
	data, err := store.Read(all[n-1].Path, brief.MaxFile)
	if err == nil {
		err = store.Write(a.get("--out"), data)
	}
	if err != nil {
		return couldNotRun, err
	}
	return done, p.tookOut(a.get("--out"))
}

// tookOut says which file was written.
func (p *program) tookOut(file string) error {
	if p.json {
		return p.encode(map[string][]string{"files": {file}})
	}
	p.say(language.Text{ZH: "已写入 " + file, EN: "Wrote " + file})
	return nil
}

func recoverCommand() command {
	return command{
		name: "recover", usage: "[--out F.celun [--number N]]",
		does: language.Text{ZH: "列出窗口异常结束时还没保存的简报，或取出其中一份", EN: "Lists the briefs that were not saved when the window was killed, or takes one out"},
		flags: []flag{
			{name: "--number", value: "N", does: language.Text{ZH: "取第几份，从 1 起，最近的在前", EN: "which one to take out, from 1, the latest first"}},
			{name: "--out", value: "FILE", does: language.Text{ZH: "取出后写入的文件", EN: "the file to write it to"}},
		},
		run: runRecover,
	}
}

func runRecover(p *program, _ context.Context, a arguments) (int, error) {
	found, err := brief.FindLost(brief.JournalFolder(settings.DataDir()))
	if err != nil {
		return couldNotRun, err
	}
	if a.has("--out") {
		n, err := a.number("--number", 1, 1, 1_000_000)
		if err != nil {
			return couldNotRun, err
		}
		if n > len(found) || found[n-1].Brief == nil {
			return couldNotRun, &language.Problem{
				Where: "--number",
				What:  language.Text{ZH: fmt.Sprintf("没有能取出的第 %d 份", n), EN: fmt.Sprintf("there is no number %d that can be taken out", n)},
				Do:    language.Text{ZH: "请先不带 --out 列出它们", EN: "List them first, without --out"},
			}
		}
		if err := brief.Save(a.get("--out"), found[n-1].Brief, nil); err != nil {
			return couldNotRun, err
		}
		return done, p.tookOut(a.get("--out")) // the journal stays until the window has offered it
	}
	list := []jsonLost{}
	for _, l := range found {
		list = append(list, jsonLost{l.Journal, l.File, l.Title, l.Last.UTC().Format(time.RFC3339), l.Edits})
	}
	if p.json {
		return done, p.encode(list)
	}
	for i, l := range list {
		fmt.Fprintf(p.out, "%3d  %s  %s  %s\n", i+1, found[i].Last.Local().Format("2006-01-02 15:04"), p.either(l.Title), l.File)
	}
	return done, nil
}
