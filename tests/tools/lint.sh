#!/bin/sh
# Checks that no compiler makes: lint.sh PROGRAM BUILD. One line a check; exit status 1 when one fails.
# Called by "make lint", which builds the program first.

program=$1
build=$2
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Runs a check; its output is shown when it fails.
check() {
	name=$1
	shift
	if "$@" >"$scratch/said" 2>&1; then
		printf '  ok      %s\n' "$name"
	else
		printf '  FAILED  %s\n' "$name"
		sed 's/^/          /' "$scratch/said"
		failed=1
	fi
}

sources() {
	find generator tests -name '*.[ch]' | sort
}

floors() {
	awk -f tests/tools/floors.awk generator/floors $(find generator -name '*.[ch]' | sort)
}

# Runs a command on the files that are named to it, some at a time on every core.
on_every_core() {
	xargs -P "$(nproc)" -n 40 "$@"
}

format() {
	sources | on_every_core clang-format --dry-run -Werror
}

headers_alone() {
	find generator -name '*.h' | sort | on_every_core ${CC:-gcc} -std=gnu17 -Wall -Wextra -Werror -fsyntax-only -Igenerator \
		$(pkg-config --cflags cairo pango glib-2.0 | sed 's/-I/-isystem /g') -x c
}

# Data that can change while the program runs lies in .data or .bss; constant tables do not.
mutable_globals() {
	found=0
	for object in $(find "$build/generator" -name '*.o'); do
		if objdump -t "$object" | awk '$NF !~ /^\./ && / (\.data|\.bss|\.tbss|\.tdata)[ \t.]/ && !/\.data\.rel\.ro/ { print; bad = 1 } END { exit !bad }'; then
			echo "  in $object"
			found=1
		fi
	done
	[ $found = 0 ]
}

static_analysis() {
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr -j2 -Igenerator -D_GNU_SOURCE \
		--suppress=missingIncludeSystem --suppress=internalAstError --suppress=nullPointerRedundantCheck \
		--error-exitcode=1 generator
}

manuals() {
	mandoc -Tlint -W warning generator/man/gradient.1 generator/man/gradient-report.5
}

# What is generated must be what the program would generate now.
generated() {
	for page in gradient.1 gradient-report.5; do
		awk -v program="$program" -f generator/man/manual.awk "generator/man/$page" >"$scratch/$page" || return 1
		diff -u "generator/man/$page" "$scratch/$page" || return 1
	done
	for language in report layout theme strings; do
		for kind in rng xsd; do
			"$program" schema $kind $language | diff -u "inputs/schemas/$language.$kind" - || return 1
		done
	done
	"$program" schema csvw catalogue | diff -u inputs/schemas/catalogue.csvw.json - || return 1
	"$program" check -q inputs/catalogue
}

# Ids that no input can bring about on a sound machine; those from OUT51 on are brought about by tests/unit/run/batch*.c, OUT74 by
# late_libraries.c.
unprovoked="DAT204 DAT205 OUT02 OUT15 OUT16 OUT25 OUT26 OUT27 OUT28 OUT29 OUT30 OUT31 OUT51 OUT52 OUT53 OUT57 OUT58 OUT59 OUT60 OUT70 OUT71 OUT74"
# Ids that need a database, or a build without ODBC; tests/unit/odbc brings them about.
databases="DAT252 DAT253 DAT254 DAT255 DAT256 DAT257 DAT259 DAT262"

messages() {
	missing=0
	for id in $("$program" list messages | cut -d' ' -f1); do
		if ! grep -q "It Sy $id " generator/man/gradient.1; then
			echo "$id is not in gradient(1)"
			missing=1
		fi
		case " $unprovoked $databases " in *" $id "*) continue ;; esac
		if ! cat tests/golden/*/expect.* | grep -aq "\[$id\]\|\"id\":\"$id\""; then
			echo "$id is in no golden case"
			missing=1
		fi
	done
	[ $missing = 0 ]
}

chart_kinds_and_methods() {
	missing=0
	for kind in $("$program" list charts | cut -d' ' -f1); do
		grep -lq "kind=\"$kind\"" tests/golden/*/report.xml || { echo "chart $kind is in no golden case"; missing=1; }
	done
	for method in $("$program" list methods | cut -d' ' -f1); do
		grep -lq "method=\"$method\"" tests/golden/*/report.xml || { echo "method $method is in no golden case"; missing=1; }
	done
	[ $missing = 0 ]
}

# A kind of chart is known by its line in the list alone: it can be added, or taken away, without touching another.
kinds_alone() {
	tied=0
	for file in generator/chart/kinds/*.c; do
		kind=$(basename "$file" .c)
		if grep -n '#include "chart/kinds/' "$file"; then
			echo "$file includes another kind"
			tied=1
		fi
		if ! grep -q "^CHART_KIND($kind, " generator/model/chart_kinds.def; then
			echo "$file is not in chart_kinds.def"
			tied=1
		fi
		if grep -rnw "chart_$kind" generator --include='*.[ch]' | grep -v "^$file:"; then
			echo "chart_$kind is named outside $file"
			tied=1
		fi
	done
	[ $tied = 0 ]
}

long_files() {
	long=0
	for file in $(sources); do
		lines=$(wc -l <"$file")
		if [ "$lines" -gt 500 ] && ! head -8 "$file" | grep -q 'Longer than'; then
			echo "$file has $lines lines and no reason in its head"
			long=1
		fi
	done
	[ $long = 0 ]
}

# Criterion drops one of two limits of time that are set at once, so that a leak is reported; alarm() does the same.
limits_of_time() {
	! grep -rn '\.timeout *=' tests --include='*.[ch]'
}

check "floors include only those below" floors
check "headers compile alone" headers_alone
check "no mutable globals" mutable_globals
check "format" format
check "static analysis" static_analysis
check "manual pages" manuals
check "generated manuals and schemas" generated
check "every message has a manual entry and a case" messages
check "every chart kind and method has a case" chart_kinds_and_methods
check "kinds of charts know nothing of each other" kinds_alone
check "no long files" long_files
check "limits of time are alarms" limits_of_time
exit $failed
