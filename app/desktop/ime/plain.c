//go:build linux && cgo && !ci && !wayland

// Keys without an input method.

#include <string.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>
#include "x11.h"

int plain(XKeyPressedEvent *event, char *to, int room, KeySym *symbol)
{
    char latin[16];
    KeySym s = NoSymbol;
    XLookupString(event, latin, sizeof latin, &s, NULL);
    if (symbol) *symbol = s;
    unsigned long r = 0;
    if ((s >= 0x20 && s <= 0x7e) || (s >= 0xa0 && s <= 0xff)) r = s;             // Latin-1
    else if (s >= XK_KP_Multiply && s <= XK_KP_9) r = s - XK_KP_0 + '0';         // the number pad
    else if (s >= 0x01000100 && s <= 0x0110ffff) r = s - 0x01000000;             // Unicode
    if (!r || (event->state & (ControlMask | Mod1Mask))) return 0;
    unsigned char out[4];
    int n = 0;
    if (r < 0x80) out[n++] = r;
    else if (r < 0x800) out[n++] = 0xc0 | r >> 6;
    else if (r < 0x10000) { out[n++] = 0xe0 | r >> 12; out[n++] = 0x80 | (r >> 6 & 0x3f); }
    else { out[n++] = 0xf0 | r >> 18; out[n++] = 0x80 | (r >> 12 & 0x3f); out[n++] = 0x80 | (r >> 6 & 0x3f); }
    if (r >= 0x80) out[n++] = 0x80 | (r & 0x3f);
    if (n > room) return 0;
    memcpy(to, out, n);
    return n;
}
