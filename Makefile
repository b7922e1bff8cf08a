# Celun 策论
#
#   make run      install what is missing, build, open the window on the sample
#                 (without a display: write the sample and its PDFs to out/)
#   make test     all tests; needs neither a display nor X11 headers
#
# Go's build cache is keyed by flags: every target uses the same ones.

export GOFLAGS := -buildvcs=false
GO     ?= go
# Without no_animations the blinking caret alone has the whole window drawn
# again and again: a quarter of a core where no graphics card helps.
TAGS   := migrated_fynedo,no_animations
# The tag ci swaps Fyne's OpenGL driver for its software one, so that tests
# build without X11 headers and run without a display.
TESTTAGS := ci,$(TAGS)
BIN    := out/bin
EXE    := $(shell $(GO) env GOEXE)

# Rooms whose types are used from several goroutines.
CONCURRENT := ./app ./app/language/words ./app/library ./app/pdf ./app/raster ./app/store ./app/typeset/...

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

.PHONY: run window demo celun celunctl test race fuzz bench check conformance vulnerabilities windows install uninstall registered generate clean help

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

ifneq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)),)
RUN := window
else ifeq ($(OS),Windows_NT)
RUN := window
else ifeq ($(shell uname -s),Darwin)
RUN := window
else
RUN := demo
endif

run: ## open the finished sample in the window, or without a display write its PDFs
	@$(MAKE) --no-print-directory $(RUN)

window: celun
	$(BIN)/celun$(EXE) --sample

demo: celunctl ## write the sample and its PDFs to out/
	@echo "No display: writing the finished sample instead of opening the window."
	@$(BIN)/celunctl$(EXE) demo --out out

celun: ## build the window
	@.ci/packages window
	@echo "Building the window; the first build takes some minutes."
	@mkdir -p $(BIN)
	$(GO) build -tags $(TAGS) -o $(BIN)/celun$(EXE) ./cmd/celun

celunctl: ## build the program for the terminal
	@mkdir -p $(BIN)
	CGO_ENABLED=0 $(GO) build -o $(BIN)/celunctl$(EXE) ./cmd/celunctl

test: ## all tests, without a display and without X11 headers
	@.ci/packages test
	$(GO) test -tags $(TESTTAGS) ./...

race: ## what is concurrent, under the race detector
	$(GO) test -race -tags $(TESTTAGS) $(CONCURRENT)

FUZZTIME ?= 20s
fuzz: ## every fuzz target for FUZZTIME
	@.ci/fuzz $(FUZZTIME)

bench: ## speed, memory and size; figures to compare within one run only
	$(GO) test -tags $(TESTTAGS) -run '^$$' -bench . -benchmem ./app/...

check: ## vet, formatter, staticcheck
	$(GO) vet -tags $(TESTTAGS) ./...
	@unformatted=$$($(GO) run $(GOFUMPT) -l app cmd assets templates); \
	  if [ -n "$$unformatted" ]; then echo "gofumpt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) run $(STATICCHECK) -tags $(TESTTAGS) ./...

conformance: ## PDF/UA-1 and PDF/A-2a by veraPDF; needs Java and Maven
	@.ci/conformance

vulnerabilities: ## known vulnerabilities in what we link, where the database can be reached
	$(GO) run $(GOVULNCHECK) -tags $(TESTTAGS) ./...

windows: ## celun.exe and celunctl.exe, cross-compiled with mingw
	@.ci/packages windows
	@mkdir -p $(BIN)
	x86_64-w64-mingw32-windres -c 65001 -I assets/packaging/windows -i assets/packaging/windows/celun.rc -o cmd/celun/celun_windows_amd64.syso
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 $(GO) build -o $(BIN)/celunctl.exe ./cmd/celunctl
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
	  $(GO) build -tags $(TAGS) -ldflags "-H=windowsgui" -o $(BIN)/celun.exe ./cmd/celun

# Beneath PREFIX, by default for this user alone. The menu entry names the
# program by its whole path: desktops need not have ~/.local/bin in theirs.
PREFIX ?= $(HOME)/.local
SHARE  := $(DESTDIR)$(PREFIX)/share
INSTALLED := $(DESTDIR)$(PREFIX)/bin/celun $(DESTDIR)$(PREFIX)/bin/celunctl \
  $(SHARE)/applications/org.celun.desktop.desktop $(SHARE)/mime/packages/org.celun.desktop.xml \
  $(SHARE)/icons/hicolor/scalable/apps/org.celun.desktop.svg $(SHARE)/icons/hicolor/48x48/apps/org.celun.desktop.png

install: celun celunctl ## on Linux: into the menu, and .celun files open with it; PREFIX=~/.local
	install -D -t $(DESTDIR)$(PREFIX)/bin $(BIN)/celun $(BIN)/celunctl
	install -D -m 644 assets/packaging/linux/org.celun.desktop.xml $(SHARE)/mime/packages/org.celun.desktop.xml
	install -D -m 644 assets/icon/celun.svg $(SHARE)/icons/hicolor/scalable/apps/org.celun.desktop.svg
	install -D -m 644 assets/icon/celun-48.png $(SHARE)/icons/hicolor/48x48/apps/org.celun.desktop.png
	install -D -m 644 assets/packaging/linux/org.celun.desktop.desktop $(SHARE)/applications/org.celun.desktop.desktop
	sed -i 's|^Exec=celun |Exec="$(PREFIX)/bin/celun" |' $(SHARE)/applications/org.celun.desktop.desktop
	@$(MAKE) --no-print-directory registered

uninstall: ## take away what make install has put there
	rm -f $(INSTALLED)
	@$(MAKE) --no-print-directory registered

# Desktops look these up in indexes; where there is no program for one there is
# no index either.
registered:
	@update-mime-database $(SHARE)/mime 2>/dev/null || true
	@update-desktop-database $(SHARE)/applications 2>/dev/null || true
	@gtk-update-icon-cache -q -t $(SHARE)/icons/hicolor 2>/dev/null || true

generate: ## make the made assets again (cut faces, dictionary, icon)
	$(GO) generate ./assets/...

clean:
	rm -rf out
