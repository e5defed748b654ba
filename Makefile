# Gradient: statements on health inequalities, from data and a report spec.
#
#   make statement     build the program and make the example statement (installs what is missing)
#   make test          build and run all tests (installs what is missing)
#   make               build the program: output/gradient
#   make examples      the three examples: integrated care board, trust, research appendix
#   make gallery       every kind of chart in every situation, also in grey and as colour-blind people see it
#   make install       PREFIX=/usr/local DESTDIR=; make uninstall takes it away
#   make check-editions what readers, screen readers and spreadsheet programs find in the editions (CASE=heard accepts
#                      what is heard)
#   make lint          floors, warnings, format, manuals, messages
#   make sanitize      all tests under the address and undefined-behaviour sanitizers
#   make coverage      line and branch coverage of the tests
#   make fuzz          a short run of every fuzz target (SECONDS=20 each)
#   make bench         speed and memory against the same drawing done raw; speed of the statistics; counting of records
#                      (make bench-records ROWS=10000000) beside DuckDB, Polars and data.table
#   make bench-records-sizes  the same for 0.1 to 50 million rows; writes tests/bench/records-sizes
#   make bench-batch   statements of all boards and trusts of England (ICBS=42 TRUSTS=200) as a batch
#   make accept CASE=x rewrite the expected files of one golden case and show the difference
#   make format        put the sources in the project's format
#   make manual        rewrite the generated parts of the manual and the schemas
#   make sample        make the pictures of README.md again
#   make example-data  make the synthetic data of the examples again
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
RUNS       ?= 11
JOBS       ?= $(shell nproc 2>/dev/null || echo 1)
SUBMAKE    := $(MAKE) --no-print-directory -j$(JOBS)
SHARED_INPUTS := inputs/catalogue inputs/reference inputs/schemas inputs/strings inputs/templates inputs/templates/common \
	inputs/templates/parts inputs/templates/appendix
V          ?=
Q          := $(if $(V),,@)
ifeq ($(origin CC),default)
CC         := gcc
endif

# Databases are asked where unixODBC is installed; "make ODBC=" builds without. It is asked for unless one says so.
ODBC       ?= $(shell pkg-config --exists odbc 2>/dev/null && echo odbc)
ODBC_WANTED := $(if $(filter file,$(origin ODBC)),odbc,$(ODBC))
PKGS       := libxml-2.0 cairo pango pangocairo pangoft2 fontconfig glib-2.0 zlib libpng libzstd nettle libdeflate clp jansson harfbuzz-subset xlsxwriter libzip libmicrohttpd $(ODBC)
TEST_PKGS  := criterion

# Libraries that few runs need are loaded by those runs, by the name (soname) of the library that would be linked. With
# "make LATE=", and where one of them has no such name, all are linked.
LATE       ?= yes
soname      = $(shell LC_ALL=C readelf -d "$$($(CC) -print-file-name=lib$(1).so)" 2>/dev/null | sed -n 's/.*(SONAME).*\[\(.*\)\].*/\1/p')
XLSXWRITER := $(if $(LATE),$(call soname,xlsxwriter))
ZIP        := $(if $(LATE),$(call soname,zip))
MICROHTTPD := $(if $(LATE),$(call soname,microhttpd))
ifneq ($(and $(XLSXWRITER),$(ZIP),$(MICROHTTPD)),)
LATE_PKGS  := xlsxwriter libzip libmicrohttpd
LATE_FLAGS := -DLATE_LIBRARIES -DSONAME_XLSXWRITER='"$(XLSXWRITER)"' -DSONAME_ZIP='"$(ZIP)"' -DSONAME_MICROHTTPD='"$(MICROHTTPD)"'
else
LATE_PKGS  :=
LATE_FLAGS := -DSONAME_XLSXWRITER=NULL -DSONAME_ZIP=NULL -DSONAME_MICROHTTPD=NULL
endif
DEBIAN     := gcc libc6-dev pkg-config libxml2-dev libcairo2-dev libpango1.0-dev zlib1g-dev libpng-dev libzstd-dev nettle-dev libdeflate-dev coinor-libclp-dev libjansson-dev libharfbuzz-dev libxlsxwriter-dev libzip-dev libmicrohttpd-dev unixodbc-dev
DEBIAN_TEST := $(DEBIAN) libcriterion-dev poppler-utils qpdf diffutils librsvg2-bin \
              sqlite3 libsqliteodbc postgresql odbc-postgresql
DEBIAN_LINT := $(DEBIAN_TEST) binutils clang-format cppcheck mandoc
DEBIAN_MORE := $(DEBIAN_LINT) clang gcovr
# Node.js from elsewhere brings npm with it and does not stand beside Debian's.
NODE_HERE  := $(shell command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && echo yes)
DEBIAN_EDITIONS := $(DEBIAN_TEST) python3-minimal libxml2-utils chromium fonts-liberation libreoffice-calc-nogui $(if $(NODE_HERE),,nodejs npm)

GCC_ONLY   := $(if $(findstring clang,$(CC)),,-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wcast-align=strict)
WARN       := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wformat=2 \
              -Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wvla -Wundef -Wswitch-enum \
              -Wnull-dereference -Wimplicit-fallthrough $(GCC_ONLY)
CFLAGS     ?= -O2 -g
ifdef DEVELOPER
override CFLAGS += -Werror
endif
# No fused multiply-add: the same figures, to the last digit, on every machine.
override CFLAGS += -std=gnu17 -ffp-contract=off $(WARN) -MMD -MP
# Asked for once, not for every file that is compiled.
HEADERS    := $(shell pkg-config --cflags $(PKGS) 2>/dev/null | sed 's/-I/-isystem /g')
override CPPFLAGS += -Igenerator -D_GNU_SOURCE -DGRADIENT_VERSION='"$(VERSION)"' -DGRADIENT_PREFIX='"$(PREFIX)"' $(LATE_FLAGS) $(HEADERS)
# Of the linear programming library the one with the C interface; the rest comes with it.
LDLIBS     := $(shell pkg-config --libs $(filter-out clp $(LATE_PKGS),$(PKGS)) 2>/dev/null) -lClp -lm -ldl
# The tests unpack archives with it in any case.
TEST_LIBS  := -lcriterion $(shell pkg-config --libs libzip 2>/dev/null)

# What knows ODBC, and what stands in for it.
ODBC_SRC   := generator/odbc/ask.c generator/odbc/driver.c generator/odbc/driver_limit.c
SRC        := $(filter-out $(if $(ODBC),generator/odbc/ask_none.c,$(ODBC_SRC)),$(shell find generator -name '*.c' | sort))
OBJ        := $(SRC:%.c=$(BUILD)/%.o)
LIB_OBJ    := $(filter-out %/main.o,$(OBJ))
TEST_SRC   := $(shell find tests/unit tests/support -name '*.c' | sort)
TEST_OBJ   := $(TEST_SRC:%.c=$(BUILD)/%.o)
TESTS      := $(BUILD)/unit-tests

.DELETE_ON_ERROR:
.PHONY: FORCE all bench-batch statement examples gallery sample test unit accept lint format manual example-data sanitize coverage \
        fuzz bench bench-records bench-records-sizes records-peers install uninstall clean help needs needs-test needs-lint needs-more needs-editions editions-ready check-editions

all: $(PROGRAM)

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

# -- what is missing -------------------------------------------------------------------------------------------

# $(call install_missing,PACKAGES,TEST): when TEST fails, runs the package manager if it may, otherwise prints the
# line to run and stops.
define install_missing
	@if $(2); then :; elif command -v apt-get >/dev/null 2>&1; then \
		line="apt-get install -y --no-install-recommends $(1)"; \
		if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as="sudo -n"; \
		else echo "Some packages are missing. Run this, then try again:"; echo "    sudo $$line"; exit 1; fi; \
		echo "Installing what is missing of: $(1)"; \
		$$as apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$as $$line >/dev/null; \
	else echo "Please install these packages (Debian's names), then try again:"; echo "    $(1)"; exit 1; fi
endef

# $(call have,PROGRAMS): true when all of them are there ("command -v" itself looks at the first alone).
have        = [ -z "$$(for one in $(1); do command -v $$one >/dev/null 2>&1 || echo $$one; done)" ]
HAS         = $(call have,$(CC) pkg-config) && pkg-config --exists $(PKGS) $(ODBC_WANTED) 2>/dev/null
HAS_DATABASES = ls /usr/lib/*/odbc/psqlodbcw.so /usr/lib/*/odbc/libsqlite3odbc.so /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
HAS_TEST    = $(HAS) && [ -e /usr/include/criterion/criterion.h ] && $(HAS_DATABASES) && $(call have,pdftotext qpdf diff rsvg-convert)
HAS_LINT    = $(HAS_TEST) && $(call have,objdump clang-format cppcheck mandoc)
HAS_MORE    = $(HAS_LINT) && $(call have,clang gcovr)
HAS_EDITIONS = $(HAS_TEST) && $(call have,python3 xmllint chromium soffice node npm) && fc-list | grep -q 'Liberation Sans'

needs:
	$(call install_missing,$(DEBIAN),$(HAS))

needs-test:
	$(call install_missing,$(DEBIAN_TEST),$(HAS_TEST))

needs-lint:
	$(call install_missing,$(DEBIAN_LINT),$(HAS_LINT))

needs-more:
	$(call install_missing,$(DEBIAN_MORE),$(HAS_MORE))

needs-editions:
	$(call install_missing,$(DEBIAN_EDITIONS),$(HAS_EDITIONS))

# -- program ---------------------------------------------------------------------------------------------------

$(PROGRAM): $(BUILD)/gradient
	@mkdir -p $(@D)
	@cp $< $@

$(BUILD)/gradient: $(OBJ)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# How libraries come to the program; written when that is another way, and then everything is compiled again.
$(BUILD)/late: FORCE
	@mkdir -p $(@D)
	@echo "$(subst ",,$(LATE_FLAGS))" | cmp -s - $@ || echo "$(subst ",,$(LATE_FLAGS))" >$@

$(BUILD)/%.o: %.c Makefile $(BUILD)/late
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $<")
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

statement: needs
	@$(SUBMAKE) $(PROGRAM)
	$(PROGRAM) build inputs/example-icb/statement.xml -o $(OUT)/example-icb

examples: needs
	@$(SUBMAKE) $(PROGRAM)
	$(PROGRAM) build inputs/example-icb/statement.xml -o $(OUT)/example-icb
	$(PROGRAM) build inputs/example-trust/statement.xml -o $(OUT)/example-trust
	$(PROGRAM) build inputs/example-appendix/appendix.xml --data inputs/example-icb -o $(OUT)/example-appendix

# Every kind of chart in every situation, as a report and as pictures in four views: OUT/gallery/index.html.
gallery: needs-test
	@$(SUBMAKE) $(PROGRAM) $(BUILD)/vision
	$(PROGRAM) build -q --formats pdf,svg,dump inputs/gallery/gallery.xml -o $(OUT)/gallery
	@tests/tools/gallery.sh $(BUILD)/vision inputs/gallery $(OUT)/gallery
	@echo "$(OUT)/gallery/index.html"

$(BUILD)/vision: tests/tools/vision.c $(BUILD)/generator/model/colour_distance.o
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -o $@ $^ $(LDLIBS)

# The pictures that README.md shows. PAGE is one about an indicator, CHART the file of a chart.
PAGE       := 32
CHART      := fig-ue01
sample: needs-test statement
	@mkdir -p $(OUT)/sample
	pdftoppm -png -r 75 -f 1 -l 1 -singlefile $(OUT)/example-icb/statement.pdf $(OUT)/sample/cover
	pdftoppm -png -r 75 -f $(PAGE) -l $(PAGE) -singlefile $(OUT)/example-icb/statement.pdf $(OUT)/sample/indicator
	cp $(OUT)/example-icb/charts/$(CHART).svg $(OUT)/sample/chart.svg

# -- tests -----------------------------------------------------------------------------------------------------

test: needs-test
	@$(SUBMAKE) unit

# Tests make thousands of folders of outputs, and the program sees to it that each file is on the disk: in memory nobody
# waits for that. They take 0.2 GB at most; where less than 1 GB is to spare, as in some containers, it is the disk.
SCRATCH     = $(or $(TMPDIR),$(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 1e6 { print "/dev/shm" }'),/tmp)
unit: $(TESTS) $(BUILD)/gradient
	TMPDIR=$(SCRATCH) GRADIENT_PROGRAM=$(BUILD)/gradient $(TESTS) -j$(JOBS)

# A new case: make the folder with its report.xml, an empty expect.diag and, for every output that is to be
# compared, an empty expect.<name>; then accept it.
accept: $(TESTS) $(BUILD)/gradient
	@test -n "$(CASE)" || { echo "Write make accept CASE=<folder of tests/golden>, or CASE=all"; exit 2; }
	GRADIENT_ACCEPT=$(CASE) GRADIENT_PROGRAM=$(BUILD)/gradient $(TESTS) -j1 --filter 'golden/*'

# The editions of the examples, read by pdf.js, Chromium, LibreOffice and others. What they need from npm goes into
# the build folder.
EDITIONS   := $(OUT)/build/editions
editions-ready: needs-editions
	@$(SUBMAKE) $(EDITIONS)/node_modules/.package-lock.json

check-editions: editions-ready
	@$(SUBMAKE) $(PROGRAM)
	GRADIENT_PACKAGES=$(EDITIONS)/node_modules node tests/editions/check.mjs $(PROGRAM) $(OUT)/editions \
		$(if $(filter heard all,$(CASE)),--accept)

$(EDITIONS)/node_modules/.package-lock.json: tests/editions/package.json tests/editions/package-lock.json
	@mkdir -p $(EDITIONS)
	@cp $^ $(EDITIONS)
	@npm ci --prefix $(EDITIONS) --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Every test is a new process: at a fixed address it touches a tenth fewer pages before it begins.
$(TESTS): $(TEST_OBJ) $(LIB_OBJ)
	$(Q)$(CC) $(LDFLAGS) -no-pie -o $@ $^ $(TEST_LIBS) $(LDLIBS)

$(BUILD)/tests/%.o: CPPFLAGS += -Itests

# Criterion calls a test passed that leaks: the sanitizer writes to files, and a file is a fault. Places are looked up in
# them afterwards: the sanitizer itself would read all debug information in every process, as each has leaks of
# fontconfig and others that are let pass by the name of the library.
SANITIZE   := -O1 -g1 -fno-omit-frame-pointer -fno-pie -fsanitize=address,undefined -fno-sanitize-recover=all
SANITIZED  := $(OUT)/build/sanitize-log
sanitize: needs-test
	@rm -rf $(SANITIZED) && mkdir -p $(SANITIZED)
	ASAN_OPTIONS=symbolize=0:quarantine_size_mb=64:log_path=$(CURDIR)/$(SANITIZED)/fault \
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/tools/lsan.supp:print_suppressions=0 \
		$(SUBMAKE) BUILD=$(OUT)/build/sanitize PROGRAM=$(OUT)/build/sanitize/gradient-copy \
		CFLAGS='$(SANITIZE)' LDFLAGS='$(SANITIZE) -no-pie' unit; status=$$?; \
	if ls $(SANITIZED)/* >/dev/null 2>&1; then awk -f tests/tools/places.awk $(SANITIZED)/*; exit 1; fi; exit $$status

COVER      := -O0 -g --coverage
coverage: needs-more
	@[ ! -d $(OUT)/build/coverage ] || find $(OUT)/build/coverage -name '*.gcda' -delete
	@$(SUBMAKE) BUILD=$(OUT)/build/coverage PROGRAM=$(OUT)/build/coverage/gradient-copy \
		CFLAGS='$(COVER)' LDFLAGS=--coverage unit
	gcovr --root . --filter generator --object-directory $(OUT)/build/coverage --sort-uncovered
	gcovr --root . --filter generator/stats --object-directory $(OUT)/build/coverage \
		--fail-under-line 100 --fail-under-branch 100 >/dev/null

# Every file of tests/fuzz with the floors it needs; a crash is kept beside the program that found it.
FUZZ       := -g -O1 -std=gnu17 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
FUZZ_SRC   := $(wildcard generator/base/*.c generator/data/csv*.c generator/data/geojson.c generator/records/*.c generator/spec/*.c generator/spec/vocabularies/*.c \
              generator/model/*.c $(addprefix generator/pdf/,content*.c cross_reference.c file*.c filter.c indirect.c \
              inline_image.c lexeme.c object_stream.c value.c writer*.c))
fuzz: needs-more
	@rm -rf $(OUT)/build/fuzz && mkdir -p $(OUT)/build/fuzz/seed-spec $(OUT)/build/fuzz/seed-csv $(OUT)/build/fuzz/seed-number \
		$(OUT)/build/fuzz/seed-geojson $(OUT)/build/fuzz/seed-pdf $(OUT)/build/fuzz/seed-records
	@for file in $$(find tests/golden -type f -name 'report.xml'); do \
		cp $$file $(OUT)/build/fuzz/seed-spec/$$(basename $$(dirname $$file)); done
	@for file in $$(find tests/golden -type f -name '*.csv' ! -name 'expect.*'); do \
		{ printf 'A'; cat $$file; } >$(OUT)/build/fuzz/seed-csv/$$(basename $$(dirname $$file)); \
		{ printf 'A@'; cat $$file; } >$(OUT)/build/fuzz/seed-records/$$(basename $$(dirname $$file)); done
	@for file in $$(find tests/golden -type f -name '*.csv.gz' -size -8k); do \
		{ printf 'A@'; cat $$file; } >$(OUT)/build/fuzz/seed-records/$$(basename $$(dirname $$file))-packed; done
	@for file in $$(find tests/golden -type f -name '*.geojson'); do \
		cp $$file $(OUT)/build/fuzz/seed-geojson/$$(basename $$(dirname $$file)); done
	@tests/tools/pdf_seeds.sh $(OUT)/build/fuzz/seed-pdf
	@for target in $(basename $(notdir $(wildcard tests/fuzz/*.c))); do \
		echo "== $$target"; \
		clang $(FUZZ) $(CPPFLAGS) tests/fuzz/$$target.c $(FUZZ_SRC) -o $(OUT)/build/fuzz/$$target $(LDLIBS) && \
		$(OUT)/build/fuzz/$$target -max_total_time=$(SECONDS) -max_len=$$([ $$target = pdf ] && echo 20480 || echo 8192) -close_fd_mask=3 \
			-artifact_prefix=$(OUT)/build/fuzz/$$target- $(OUT)/build/fuzz/seed-$$target || exit 1; \
	done

# -- checks and upkeep -----------------------------------------------------------------------------------------

# With DEVELOPER the objects of the program are those that it needs, with every warning an error.
LINT_BUILD := $(if $(DEVELOPER),$(BUILD),$(OUT)/build/lint)
lint: needs-lint
	@$(SUBMAKE) DEVELOPER=1 BUILD=$(LINT_BUILD) PROGRAM=$(LINT_BUILD)/gradient-copy all
	@CC=$(CC) tests/tools/lint.sh $(LINT_BUILD)/gradient $(LINT_BUILD)

format:
	clang-format -i $$(find generator tests inputs -name '*.[ch]')

# The generated parts of the manual and the schemas for editors.
manual: $(PROGRAM)
	@for page in gradient.1 gradient-report.5; do \
		awk -v program=$(PROGRAM) -f generator/man/manual.awk generator/man/$$page >$(BUILD)/$$page && \
		cp $(BUILD)/$$page generator/man/$$page; \
	done
	@for language in report layout theme strings; do for kind in rng xsd; do \
		$(PROGRAM) schema $$kind $$language >inputs/schemas/$$language.$$kind; done; done
	@$(PROGRAM) schema csvw catalogue >inputs/schemas/catalogue.csvw.json

# The synthetic data of the examples, from their seed.
example-data:
	$(CC) -std=gnu17 -O2 -Wall -Wextra -Iinputs/example-data inputs/example-data/make_data.c -o $(BUILD)/make-data -lm
	$(BUILD)/make-data inputs
	$(CC) -std=gnu17 -O2 -Wall -Wextra inputs/example-data/make_records.c -o $(BUILD)/make-records
	$(BUILD)/make-records inputs

# The whole example, and 120 charts, against the same drawing with nothing else to do; the statistics beside what R
# took.
bench: needs
	@$(SUBMAKE) $(PROGRAM) $(BUILD)/bench-raw $(BUILD)/bench-compare $(BUILD)/bench-statistics $(BUILD)/bench-charts $(BUILD)/bench-watch
	@mkdir -p $(OUT)/bench
	@$(PROGRAM) build -q --formats dump inputs/example-icb/statement.xml -o $(OUT)/bench
	@$(BUILD)/bench-compare $(RUNS) $(BUILD)/bench-raw $(OUT)/bench/statement.scene fonts $(OUT)/bench -- \
		$(PROGRAM) build -q inputs/example-icb/statement.xml -o $(OUT)/bench/statement
	@echo "the tagged PDF and every chart as SVG with live text; at most 1.5 times the raw drawing:"
	@$(BUILD)/bench-compare $(RUNS) $(BUILD)/bench-raw $(OUT)/bench/statement.scene fonts $(OUT)/bench -- \
		$(PROGRAM) build -q --formats pdf,svg-text inputs/example-icb/statement.xml -o $(OUT)/bench/text
	@rm -rf $(OUT)/bench/shorter && cp -r inputs/example-icb $(OUT)/bench/shorter
	@cd $(OUT)/bench/shorter && sed -i '/sections\/tables.xml/d' statement.xml && \
		sed -i 's/"gaps"/"glance"/; s/"tables-time"/"glance"/' sections/*.xml
	@echo "the same without its appendix of tables, 111 pages, beside the whole; at most 48 MiB:"
	@$(BUILD)/bench-compare -p $(RUNS) $(PROGRAM) build -q --formats pdf,svg-text $(OUT)/bench/shorter/statement.xml \
		-o $(OUT)/bench/shorter/output -- $(PROGRAM) build -q --formats pdf,svg-text inputs/example-icb/statement.xml -o $(OUT)/bench/text
	@echo "the PDF alone, and all editions in one run; at most 3 times:"
	@$(BUILD)/bench-compare -p $(RUNS) $(PROGRAM) build -q --formats pdf inputs/example-icb/statement.xml -o $(OUT)/bench/pdf -- \
		$(PROGRAM) build -q --formats pdf,html,html-pages,svg,svg-text,png,ods,xlsx,csv inputs/example-icb/statement.xml \
		-o $(OUT)/bench/all
	@cd $(OUT)/bench/all && wc -c statement.*
	@echo
	@$(BUILD)/bench-charts $(RUNS)
	@echo
	@$(BUILD)/bench-statistics $(RUNS)
	@echo
	@$(MAKE) --no-print-directory bench-records
	@echo
	@rm -rf $(OUT)/bench/watched && cp -r inputs/example-icb $(OUT)/bench/watched
	@echo "gradient watch, at most 150 ms on a quiet machine:"
	@$(BUILD)/bench-watch $(RUNS) $(PROGRAM) $(OUT)/bench/watched/statement.xml $(OUT)/bench/watched/sections/elective.xml \
		'looks at the gap before it looks at the total'

# Counting of records beside DuckDB, Polars and data.table, where they are installed: ROWS=10000000 rows, 0.7 GB.
ROWS       := 10000000
PEERS      ?= $(CURDIR)/$(OUT)/build/records-peers
# Statements of the integrated care boards and trusts of England, with invented figures; ICBS and TRUSTS: how many.
ICBS       ?= 42
TRUSTS     ?= 200
bench-batch: needs
	@$(SUBMAKE) $(PROGRAM)
	@tests/bench/batch.sh $(PROGRAM) $(OUT)/bench/batch $(ICBS) $(TRUSTS)

records-peers: needs
	@$(SUBMAKE) $(BUILD)/bench-records $(BUILD)/bench-records_data
	@mkdir -p $(OUT)/bench $(PEERS)
	@cp tests/bench/records-peers/package.json $(PEERS)
	@[ -d $(PEERS)/node_modules ] || ! $(call have,node npm) || \
		npm install --prefix $(PEERS) --force --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error || true

bench-records: records-peers
	@tests/bench/records.sh $(BUILD) "$(ROWS)" 5 $(OUT)/bench $(PEERS)

# The same by size, with the page and the chart of tests/bench/records-sizes, which these are measured for: 3.5 GB.
SIZES      := 100000 300000 1000000 3000000 10000000 30000000 50000000
SIZES_IN   := tests/bench/records-sizes
bench-records-sizes: records-peers
	@$(SUBMAKE) $(PROGRAM)
	@tests/bench/records.sh $(BUILD) "$(SIZES)" 5 $(OUT)/bench $(PEERS) $(SIZES_IN)/measured.csv
	@awk -f tests/bench/records_sizes.awk -v chart=$(SIZES_IN)/chart.csv $(SIZES_IN)/measured.csv >$(SIZES_IN)/README.md
	@$(PROGRAM) build -q --formats svg $(SIZES_IN)/report.xml -o $(OUT)/bench/records-sizes
	@cp $(OUT)/bench/records-sizes/charts/time-by-rows.svg $(SIZES_IN)
	@echo "$(SIZES_IN)/README.md"

$(BUILD)/bench-%: tests/bench/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -O2 -std=gnu17 -Wall -Wextra -o $@ $^ $(LDLIBS)

$(BUILD)/bench-statistics: $(filter $(BUILD)/generator/stats/%,$(OBJ))
$(BUILD)/bench-charts: $(LIB_OBJ)
$(BUILD)/bench-records: $(filter $(BUILD)/generator/records/% $(BUILD)/generator/base/% $(BUILD)/generator/data/csv%,$(OBJ))
$(BUILD)/bench-watch: CPPFLAGS += -Itests
$(BUILD)/bench-watch: $(BUILD)/tests/support/loopback.o $(filter $(BUILD)/generator/base/%,$(OBJ))

install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/gradient
	install -m 644 generator/man/gradient.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 generator/man/gradient-report.5 $(DESTDIR)$(PREFIX)/share/man/man5
	for folder in layouts fonts $(SHARED_INPUTS); do \
		install -d $(DESTDIR)$(PREFIX)/share/gradient/$$folder && \
		install -m 644 $$(find $$folder -maxdepth 1 -type f) $(DESTDIR)$(PREFIX)/share/gradient/$$folder || exit 1; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/gradient $(DESTDIR)$(PREFIX)/share/man/man1/gradient.1 \
		$(DESTDIR)$(PREFIX)/share/man/man5/gradient-report.5
	rm -rf $(DESTDIR)$(PREFIX)/share/gradient

clean:
	find $(OUT) -mindepth 1 -maxdepth 1 ! -name README.md ! -name sample -exec rm -rf {} +

-include $(OBJ:.o=.d) $(TEST_OBJ:.o=.d)
