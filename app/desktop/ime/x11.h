//go:build linux && cgo && !ci && !wayland

// What the C files of this package share.

#ifndef CELUN_IME_X11_H
#define CELUN_IME_X11_H

#include <stdarg.h>
#include <X11/Xlib.h>

// REAL declares `real`, the library's own function of that name.
#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, #name)

// A list of names and values, as Xlib's variadic functions take them.
enum { PAIRS = 8 };

struct pairs { char *name[PAIRS + 1]; void *value[PAIRS]; };

static inline struct pairs gather(va_list from)
{
    struct pairs p = {0};
    for (int i = 0; i < PAIRS && (p.name[i] = va_arg(from, char *)); i++)
        p.value[i] = va_arg(from, void *);
    p.name[PAIRS] = NULL;
    return p;
}

// SPREAD hands a list on; Xlib stops at the first name that is NULL.
#define SPREAD(p) \
    p.name[0], p.value[0], p.name[1], p.value[1], p.name[2], p.value[2], p.name[3], p.value[3], \
    p.name[4], p.value[4], p.name[5], p.value[5], p.name[6], p.value[6], p.name[7], p.value[7], NULL

// plain writes what a key types without an input method, as UTF-8.
int plain(XKeyPressedEvent *event, char *to, int room, KeySym *symbol);

// Which key presses have come, and which of them the program was given; only a
// build with the tag watchdog keeps a record, see trace.c.
#ifdef IME_TRACE
void trace_key(XKeyEvent *press);
void trace_given(XKeyEvent *press);
#else
#define trace_key(press) ((void) 0)
#define trace_given(press) ((void) 0)
#endif

#endif
