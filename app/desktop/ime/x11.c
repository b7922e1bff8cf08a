//go:build linux && cgo && !ci && !wayland

// GLFW 3.3 calls the functions of libX11 that this file defines. What an
// executable defines wins over its shared libraries, so GLFW gets these; each
// does its bit and calls the library's own. libX11 calls some of them too, with
// objects of its own: what is not ours is passed on untouched.
//
// GLFW holds one input method (XIM) and, for each window, one input context
// (XIC) for as long as it runs, but real ones end with the input method's
// process, and a call with a dead one crashes. So GLFW is given stand-ins; the
// real ones behind them come and go.
//
// Everything here runs on the one thread that polls events.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/Xresource.h>
#include "x11.h"
#include "_cgo_export.h"

enum { WINDOWS = 64, TEXTS = 64 };

// A context stands in for an XIC.
struct context {
    bool used, focused;
    Window window;
    XIC real;    // NULL while there is no input method
    XPoint spot; // where candidates are listed, in pixels inside the window
    // Texts of the input method that GLFW has not asked for yet, in the order
    // in which they came; see XPutBackEvent.
    char *texts[TEXTS];
    int count;
};

static struct context contexts[WINDOWS];

// The one input method that GLFW opens; its address stands in for the XIM.
static struct {
    bool used, awaited;
    Display *display;
    XrmDatabase database;
    char *name, *class;
    XIM real; // NULL while there is none
} method;

static struct context *ours(XIC c)
{
    for (int i = 0; i < WINDOWS; i++)
        if (c == (XIC) &contexts[i]) return &contexts[i];
    return NULL;
}

// How many calls deep Xlib is talking to the input method.
static int talking;

static Bool note_end(Display *d, XEvent *event, XPointer found)
{
    if (event->type != DestroyNotify) return False;
    for (int i = 0; i < WINDOWS; i++)
        if (contexts[i].used && contexts[i].window == event->xdestroywindow.window) return False;
    *(bool *) found = true;
    return False; // left to Xlib, which clears up when it comes by it
}

// take_text takes the text that the input method has given to a context last.
static bool take_text(struct context *c)
{
    REAL(int, Xutf8LookupString, XIC, XKeyPressedEvent *, char *, int, KeySym *, Status *);
    XKeyPressedEvent press = {.type = KeyPress, .window = c->window, .display = method.display};
    char small[256], *text = small;
    Status status = XLookupNone;
    int n = real(c->real, &press, small, sizeof small - 1, NULL, &status);
    if (status == XBufferOverflow) {
        text = malloc(n + 1);
        if (!text) return false;
        n = real(c->real, &press, text, n, NULL, &status);
    }
    bool taken = status == XLookupChars || status == XLookupBoth;
    if (taken) c->texts[c->count++] = strndup(text, n);
    if (text != small) free(text);
    return taken;
}

// For a text of the input method libX11 puts a key press without a key at the
// head of the queue, by this function, and the text itself on a stack: of two
// that come while it waits for an answer, as on a busy machine, it would give
// the later one first. So each is taken at once, and kept in its order.
int XPutBackEvent(Display *d, XEvent *event)
{
    REAL(int, XPutBackEvent, Display *, XEvent *);
    if (event->type == KeyPress && !event->xkey.keycode)
        for (int i = 0; i < WINDOWS; i++) {
            struct context *c = &contexts[i];
            if (c->used && c->real && c->window == event->xkey.window && c->count < TEXTS) {
                take_text(c);
                break;
            }
        }
    return real(d, event);
}

static void drop_texts(struct context *c)
{
    for (int i = 0; i < c->count; i++) free(c->texts[i]);
    c->count = 0;
}

// By XIfEvent libX11 waits for an answer, for ever if the input method is
// killed meanwhile: that its window is gone is not what it waits for. Then it
// is given an empty message, from which it makes that the call failed. (A
// libX11 linked with -Bsymbolic-functions keeps to its own.)
int XIfEvent(Display *d, XEvent *event, Bool (*wanted)(Display *, XEvent *, XPointer), XPointer argument)
{
    REAL(int, XIfEvent, Display *, XEvent *, Bool (*)(Display *, XEvent *, XPointer), XPointer);
    if (!talking) return real(d, event, wanted, argument);
    while (!XCheckIfEvent(d, event, wanted, argument)) {
        bool gone = false;
        XEvent none;
        XCheckIfEvent(d, &none, note_end, (XPointer) &gone);
        if (gone) {
            memset(event, 0, sizeof *event);
            return 0;
        }
        struct pollfd connection = {.fd = ConnectionNumber(d), .events = POLLIN};
        poll(&connection, 1, -1);
    }
    return 0;
}

static void tell_spot(struct context *c)
{
    if (!c->real) return;
    XVaNestedList list = XVaCreateNestedList(0, XNSpotLocation, &c->spot, NULL);
    if (!list) return;
    talking++;
    XSetICValues(c->real, XNPreeditAttributes, list, NULL);
    talking--;
    XFree(list);
}

static void revive(struct context *c)
{
    REAL(XIC, XCreateIC, XIM, ...);
    static void (*focus)(XIC);
    if (!focus) focus = (void (*)(XIC)) dlsym(RTLD_NEXT, "XSetICFocus");
    if (!method.real) return;
    talking++;
    c->real = real(method.real, XNInputStyle, XIMPreeditNothing | XIMStatusNothing,
                   XNClientWindow, c->window, XNFocusWindow, c->window, NULL);
    if (c->real && c->focused) focus(c->real);
    talking--;
    tell_spot(c);
}

static void appeared(Display *, XPointer, XPointer);

static void await(void)
{
    if (method.awaited) return;
    method.awaited = true;
    XRegisterIMInstantiateCallback(method.display, method.database, method.name, method.class, appeared, NULL);
}

// libX11 has freed the contexts, and the method with them, when it calls this.
static void ended(XIM m, XPointer a, XPointer b)
{
    method.real = NULL;
    for (int i = 0; i < WINDOWS; i++) contexts[i].real = NULL;
    await();
}

static void connect_method(void)
{
    REAL(XIM, XOpenIM, Display *, XrmDatabase, char *, char *);
    method.real = real(method.display, method.database, method.name, method.class);
    if (!method.real) return;
    XIMCallback end = {NULL, (XIMProc) ended};
    XSetIMValues(method.real, XNDestroyCallback, &end, NULL);
}

static void appeared(Display *d, XPointer a, XPointer b)
{
    if (method.real || !method.used) return;
    connect_method();
    if (!method.real) return; // not ready yet: libX11 calls again
    XUnregisterIMInstantiateCallback(method.display, method.database, method.name, method.class, appeared, NULL);
    method.awaited = false;
    for (int i = 0; i < WINDOWS; i++)
        if (contexts[i].used) revive(&contexts[i]);
}

XIM XOpenIM(Display *d, XrmDatabase database, char *name, char *class)
{
    if (method.used) {
        REAL(XIM, XOpenIM, Display *, XrmDatabase, char *, char *);
        return real(d, database, name, class);
    }
    XSetErrorHandler(NULL); // from now on that of errors.c
    method.used = true;
    method.display = d;
    method.database = database;
    method.name = name;
    method.class = class;
    connect_method();
    if (!method.real) await();
    return (XIM) &method;
}

Status XCloseIM(XIM m)
{
    REAL(Status, XCloseIM, XIM);
    if (m != (XIM) &method) return real(m);
    if (method.awaited)
        XUnregisterIMInstantiateCallback(method.display, method.database, method.name, method.class, appeared, NULL);
    XIM gone = method.real;
    memset(&method, 0, sizeof method);
    return gone ? real(gone) : True;
}

char *XGetIMValues(XIM m, ...)
{
    REAL(char *, XGetIMValues, XIM, ...);
    va_list arguments;
    va_start(arguments, m);
    struct pairs p = gather(arguments);
    va_end(arguments);
    if (m != (XIM) &method) return real(m, SPREAD(p));
    if (method.real) return real(method.real, SPREAD(p));
    // No input method yet. GLFW asks for the styles, and gives up input methods
    // for good unless it finds the one it wants; it frees the answer by XFree.
    if (!p.name[0] || strcmp(p.name[0], XNQueryInputStyle)) return p.name[0];
    struct { XIMStyles list; XIMStyle style; } *answer = calloc(1, sizeof *answer);
    if (!answer) return p.name[0];
    answer->style = XIMPreeditNothing | XIMStatusNothing;
    answer->list.count_styles = 1;
    answer->list.supported_styles = &answer->style;
    *(XIMStyles **) p.value[0] = &answer->list;
    return NULL;
}

XIC XCreateIC(XIM m, ...)
{
    REAL(XIC, XCreateIC, XIM, ...);
    va_list arguments;
    va_start(arguments, m);
    struct pairs p = gather(arguments);
    va_end(arguments);
    if (m != (XIM) &method) return real(m, SPREAD(p));
    for (int i = 0; i < WINDOWS; i++) {
        struct context *c = &contexts[i];
        if (c->used) continue;
        *c = (struct context){.used = true};
        for (int j = 0; p.name[j]; j++)
            if (!strcmp(p.name[j], XNClientWindow)) c->window = (Window) p.value[j];
        revive(c);
        return (XIC) c;
    }
    return NULL;
}

void XDestroyIC(XIC x)
{
    REAL(void, XDestroyIC, XIC);
    struct context *c = ours(x);
    if (!c) { real(x); return; }
    if (c->real) real(c->real);
    drop_texts(c);
    memset(c, 0, sizeof *c);
}

void XSetICFocus(XIC x)
{
    REAL(void, XSetICFocus, XIC);
    struct context *c = ours(x);
    if (!c) { real(x); return; }
    c->focused = true;
    if (!c->real) return;
    talking++;
    real(c->real);
    talking--;
    tell_spot(c);
}

void XUnsetICFocus(XIC x)
{
    REAL(void, XUnsetICFocus, XIC);
    struct context *c = ours(x);
    if (!c) { real(x); return; }
    c->focused = false;
    talking++;
    if (c->real) real(c->real);
    talking--;
}

char *XGetICValues(XIC x, ...)
{
    REAL(char *, XGetICValues, XIC, ...);
    va_list arguments;
    va_start(arguments, x);
    struct pairs p = gather(arguments);
    va_end(arguments);
    struct context *c = ours(x);
    if (!c) return real(x, SPREAD(p));
    return c->real ? real(c->real, SPREAD(p)) : p.name[0]; // the name that could not be told
}

int Xutf8LookupString(XIC x, XKeyPressedEvent *event, char *to, int room, KeySym *symbol, Status *status)
{
    REAL(int, Xutf8LookupString, XIC, XKeyPressedEvent *, char *, int, KeySym *, Status *);
    struct context *c = ours(x);
    if (!c) return real(x, event, to, room, symbol, status);
    if (!event->keycode && c->count) {
        int n = strlen(c->texts[0]);
        if (n > room) { *status = XBufferOverflow; return n; }
        memcpy(to, c->texts[0], n);
        free(c->texts[0]);
        memmove(c->texts, c->texts + 1, --c->count * sizeof *c->texts);
        if (symbol) *symbol = NoSymbol;
        *status = XLookupChars;
        return n;
    }
    if (c->real) return real(c->real, event, to, room, symbol, status);
    int n = plain(event, to, room, symbol);
    *status = n ? XLookupChars : XLookupNone;
    return n;
}

static Bool note_message(Display *d, XEvent *event, XPointer found)
{
    if (event->type == ClientMessage) *(bool *) found = true;
    return False; // look at the next; take none
}

// spoken reports whether the input method has said something not yet heard.
static bool spoken(Display *d)
{
    bool found = false;
    XEvent none;
    XCheckIfEvent(d, &none, note_message, (XPointer) &found);
    return found;
}

// place tells the input method where the caret is, if it has moved, before it
// is handed a key press. It answers true if the press is to come by again.
//
// Xlib waits for the answer, and what the input method says meanwhile, such as
// the text of a key before this one, it puts at the head of the queue, one at a
// time, the latest first. So the press is put back before, to stay behind what
// comes; and nothing is told while typing is so quick that two texts may be on
// their way. The candidates follow at the next press after PAUSE.
static bool place(XKeyEvent *press)
{
    enum { PAUSE = 150 }; // ms
    static Time last;
    if (!press->keycode || press->time == last) return false; // text, or seen before
    bool quick = ((press->time - last) & 0xffffffff) < PAUSE;
    last = press->time;
    if (quick) return false;
    for (int i = 0; i < WINDOWS; i++) {
        struct context *c = &contexts[i];
        if (!c->used || c->window != press->window || !c->real) continue;
        int x, y;
        if (!imeCaret(c->window, &x, &y) || (c->spot.x == x && c->spot.y == y) || spoken(press->display)) return false;
        c->spot = (XPoint){(short) x, (short) y};
        XPutBackEvent(press->display, (XEvent *) press);
        tell_spot(c);
        return true;
    }
    return false;
}

Bool XFilterEvent(XEvent *event, Window w)
{
    REAL(Bool, XFilterEvent, XEvent *, Window);
    bool press = event->type == KeyPress;
    if (press) trace_key(&event->xkey);
    talking++;
    Bool taken = (press && place(&event->xkey)) || real(event, w);
    talking--;
    // GLFW reports a key press even if the input method has taken it. Of a type
    // that does not exist it makes nothing. A key that the method has no use
    // for is put back into the queue, and comes by again.
    if (taken && press) event->type = LASTEvent;
    else if (press) trace_given(&event->xkey);
    return taken;
}
