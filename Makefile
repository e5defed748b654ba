# Gradient: statements on health inequalities, from data and a report spec.
#
#   make statement     build the program and make the example statement (installs what is missing)
#   make test          build and run all tests (installs what is missing)
#   make               build the program: output/gradient
#   make examples      the three examples: integrated care board, trust, research appendix
#   make install       PREFIX=/usr/local DESTDIR=
#   make lint          floors, warnings, format, manuals, messages
#   make sanitize      all tests under the address and undefined-behaviour sanitizers
#   make coverage      line and branch coverage of the tests
#   make fuzz          a short run of every fuzz target (SECONDS=20 each)
#   make bench         speed and memory against the same drawing done raw
#   make accept CASE=x rewrite the expected files of one golden case and show the difference
#   make format        put the sources in the project's format
#   make clean         remove what was built and generated
#   make help          this text

VERSION    := 0.1.0
PREFIX     ?= /usr/local
DESTDIR    ?=
OUT        ?= output
BUILD      ?= $(OUT)/build/release
PROGRAM    ?= $(OUT)/gradient
CASE       ?=
SECONDS    ?= 20
V          ?=
Q          := $(if $(V),,@)
ifeq ($(origin CC),default)
CC         := gcc
endif

PKGS       := libxml-2.0 cairo pango pangocairo pangoft2 fontconfig glib-2.0 zlib
TEST_PKGS  := criterion
DEBIAN     := gcc libc6-dev pkg-config libxml2-dev libcairo2-dev libpango1.0-dev zlib1g-dev
DEBIAN_TEST := $(DEBIAN) libcriterion-dev poppler-utils qpdf libxml2-utils mandoc clang-format

GCC_ONLY   := $(if $(findstring clang,$(CC)),,-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wcast-align=strict)
WARN       := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wformat=2 \
              -Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wvla -Wundef -Wswitch-enum \
              -Wnull-dereference -Wimplicit-fallthrough $(GCC_ONLY)
CFLAGS     ?= -O2 -g
ifdef DEVELOPER
override CFLAGS += -Werror
endif
override CFLAGS += -std=gnu17 $(WARN) -MMD -MP
override CPPFLAGS += -Igenerator -D_GNU_SOURCE -DGRADIENT_VERSION='"$(VERSION)"' -DGRADIENT_PREFIX='"$(PREFIX)"' \
              $(shell pkg-config --cflags $(PKGS) 2>/dev/null | sed 's/-I/-isystem /g')
LDLIBS     := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lm

SRC        := $(shell find generator -name '*.c' | sort)
OBJ        := $(SRC:%.c=$(BUILD)/%.o)
LIB_OBJ    := $(filter-out %/main.o,$(OBJ))
TEST_SRC   := $(shell find tests/unit tests/support -name '*.c' | sort)
TEST_OBJ   := $(TEST_SRC:%.c=$(BUILD)/%.o)
TESTS      := $(BUILD)/unit-tests

.DELETE_ON_ERROR:
.PHONY: all statement test check unit examples install uninstall lint sanitize coverage fuzz bench accept format clean help needs needs-test

all: $(PROGRAM)

help:
	@sed -n 's/^# \{0,1\}//p;/^$$/q' Makefile

# -- what is missing -------------------------------------------------------------------------------------------

# Runs the package manager when it may, otherwise prints the line to run and stops.
define install_missing
	if command -v apt-get >/dev/null 2>&1; then \
		line="apt-get install -y --no-install-recommends $(1)"; \
		if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as="sudo -n"; \
		else echo "Some packages are missing. Run this, then try again:"; echo "    sudo $$line"; exit 1; fi; \
		echo "Installing what is missing: $(1)"; \
		$$as apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$as $$line >/dev/null; \
	else echo "Please install these packages (Debian's names), then try again:"; echo "    $(1)"; exit 1; fi
endef

needs:
	@if command -v $(CC) >/dev/null 2>&1 && pkg-config --exists $(PKGS) 2>/dev/null; then :; else $(call install_missing,$(DEBIAN)); fi

needs-test:
	@if command -v $(CC) >/dev/null 2>&1 && pkg-config --exists $(PKGS) 2>/dev/null && \
		[ -e /usr/include/criterion/criterion.h ] && command -v pdftotext >/dev/null && command -v qpdf >/dev/null && \
		command -v xmllint >/dev/null && command -v mandoc >/dev/null && command -v clang-format >/dev/null; \
	then :; else $(call install_missing,$(DEBIAN_TEST)); fi

# -- program ---------------------------------------------------------------------------------------------------

$(PROGRAM): $(BUILD)/gradient
	@mkdir -p $(@D)
	@cp $< $@

$(BUILD)/gradient: $(OBJ)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $<")
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

statement: needs
	@$(MAKE) --no-print-directory $(PROGRAM)
	$(PROGRAM) build inputs/example-icb/statement.xml -o $(OUT)/example-icb

examples: needs
	@$(MAKE) --no-print-directory $(PROGRAM)
	$(PROGRAM) build inputs/example-icb/statement.xml -o $(OUT)/example-icb
	$(PROGRAM) build inputs/example-trust/statement.xml -o $(OUT)/example-trust
	$(PROGRAM) build inputs/example-appendix/appendix.xml -o $(OUT)/example-appendix

# -- tests -----------------------------------------------------------------------------------------------------

test: needs-test
	@$(MAKE) --no-print-directory check

check: unit

unit: $(TESTS) $(BUILD)/gradient
	GRADIENT_PROGRAM=$(BUILD)/gradient $(TESTS) -j2

# A new case: make the folder with its report.xml, an empty expect.diag and, for every output that is to be
# compared, an empty expect.<name>; then accept it.
accept: $(TESTS) $(BUILD)/gradient
	@test -n "$(CASE)" || { echo "Write make accept CASE=<folder of tests/golden>, or CASE=all"; exit 2; }
	GRADIENT_ACCEPT=$(CASE) GRADIENT_PROGRAM=$(BUILD)/gradient $(TESTS) -j1 --filter 'golden/*'

$(TESTS): $(TEST_OBJ) $(LIB_OBJ)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcriterion $(LDLIBS)

$(BUILD)/tests/%.o: CPPFLAGS += -Itests

-include $(OBJ:.o=.d) $(TEST_OBJ:.o=.d)

clean:
	rm -rf $(OUT)/build $(OUT)/gradient
