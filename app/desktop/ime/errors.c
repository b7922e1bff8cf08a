//go:build linux && cgo && !ci && !wayland

// Errors of the X server, once an input method has been asked for.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <X11/Xlib.h>
#include <X11/Xproto.h>

// overlook is what errors of X requests go to. Xlib's own way is to end the
// program. A killed input method leaves messages to its windows under way: a
// window that is gone is no reason to lose work.
static XErrorHandler fatal;

static int overlook(Display *d, XErrorEvent *e)
{
    switch (e->request_code) {
    case X_SendEvent: case X_GetProperty: case X_ChangeProperty: case X_DeleteProperty: case X_ChangeWindowAttributes:
        if (e->error_code == BadWindow) return 0;
    }
    return fatal(d, e);
}

// GLFW sets a handler of its own for a moment now and then, and NULL after it.
XErrorHandler XSetErrorHandler(XErrorHandler handler)
{
    static XErrorHandler (*real)(XErrorHandler);
    if (!real) real = (XErrorHandler (*)(XErrorHandler)) dlsym(RTLD_NEXT, "XSetErrorHandler");
    if (!fatal) {
        XErrorHandler before = real(NULL);
        fatal = real(before); // NULL stands for Xlib's own, which this returns
    }
    return real(handler ? handler : overlook);
}
