//go:build linux && cgo && !ci && !wayland

// What is settled before GLFW starts: the locale, and which input method runs.

#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>

// imeLocale sets the character type, and only that, to a UTF-8 locale: the
// user's, or one that this system has. GLFW leaves it alone then.
void imeLocale(void)
{
    static const char *const others[] = {"C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"};
    if (setlocale(LC_CTYPE, "") && !strcmp(nl_langinfo(CODESET), "UTF-8")) return;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (setlocale(LC_CTYPE, others[i])) return;
}

// imeServer returns the name of an input method that is running, to be freed,
// or NULL. Input methods list themselves on the root window, and own a
// selection for as long as they live.
char *imeServer(void)
{
    static const char prefix[] = "@server=";
    Display *d = XOpenDisplay(NULL);
    if (!d) return NULL;
    char *found = NULL;
    Atom type;
    int format;
    unsigned long count = 0, rest;
    unsigned char *data = NULL;
    if (XGetWindowProperty(d, DefaultRootWindow(d), XInternAtom(d, "XIM_SERVERS", False), 0, 64, False, XA_ATOM,
                           &type, &format, &count, &rest, &data) == Success && data && format == 32)
        for (unsigned long i = 0; i < count && !found; i++) {
            Atom server = ((Atom *) data)[i];
            char *name = XGetAtomName(d, server);
            if (name && !strncmp(name, prefix, sizeof prefix - 1) && XGetSelectionOwner(d, server) != None)
                found = strdup(name + sizeof prefix - 1);
            if (name) XFree(name);
        }
    if (data) XFree(data);
    XCloseDisplay(d);
    return found;
}
