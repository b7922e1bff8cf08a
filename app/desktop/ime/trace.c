//go:build linux && cgo && !ci && !wayland && watchdog

// A record of key presses, for the run that types Chinese (.ci/ime): it tells a
// key that the display lost from one that was typed and came to nothing. The
// file that CELUN_KEYS names gets one line for each press as it first arrives
// ("came"), and one for each that the program was given ("given"): an input
// method keeps the others. Which keys they were is not written.

#include <stdio.h>
#include <stdlib.h>
#include "x11.h"

static FILE *record(void)
{
    static FILE *file;
    static int asked;
    if (!asked++ && getenv("CELUN_KEYS")) file = fopen(getenv("CELUN_KEYS"), "a");
    return file;
}

// A press may come by again: what the input method gives back has the time and
// the key of what it was given.
void trace_key(XKeyEvent *press)
{
    enum { REMEMBERED = 64 };
    static struct { Time time; unsigned key; } seen[REMEMBERED];
    static int next;
    if (!press->keycode || !record()) return; // a text, not a key
    for (int i = 0; i < REMEMBERED; i++)
        if (seen[i].time == press->time && seen[i].key == press->keycode) return;
    seen[next].time = press->time;
    seen[next].key = press->keycode;
    next = (next + 1) % REMEMBERED;
    fputs("came\n", record());
    fflush(record());
}

void trace_given(XKeyEvent *press)
{
    if (!press->keycode || !record()) return;
    fputs("given\n", record());
    fflush(record());
}
