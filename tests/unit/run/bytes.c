/*
 * bytes.c - what the program leaves on the disk: the same bytes wherever and whenever it runs, nothing
 * outside the folder of outputs, and no half of a file when it cannot write.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "run/edition.h"
#include "support/every_edition.h"
#include "support/program.h"
#include "support/report_folder.h"
#include "support/small_report.h"

TestSuite(bytes, .init = report_folder_set_up, .fini = report_folder_tear_down);

static const char *digest_of(const char *name)
{
	return folder_digest(report_arena, report_file(name), NULL);
}

/* Runs a line of the shell in the folder; in it $gradient is the program under test, $all every edition. */
static struct program_result shell(const char *line)
{
	const char *command[] = { "env",
				  arena_printf(report_arena, "gradient=%s",
					       program_path(report_arena)),
				  arena_printf(report_arena, "all=%s", every_edition(report_arena)),
				  "sh",
				  "-c",
				  line,
				  NULL };

	return command_run(report_arena, report_folder, command);
}

static void build_by(const char *threads, const char *output, const char *const *environment)
{
	const char *arguments[] = { "build",     "report.xml", "-o",
				    output,      "--formats",  every_edition(report_arena),
				    "--threads", threads,      NULL };
	struct program_result result =
		program_run(report_arena, report_folder, arguments, environment);

	cr_assert_eq(result.status, 0, "%s", result.err);
}

static void build_all(const char *output, const char *const *environment)
{
	build_by("2", output, environment);
}

/* -- the same bytes --------------------------------------------------------------------------- */

Test(bytes, has_every_kind_of_output_to_compare)
{
	const char *digest;

	build_all("first", NULL);
	digest = digest_of("first");
	cr_assert_not_null(strstr(digest, "report.pdf "));
	cr_assert_not_null(strstr(digest, "report.scene "));
	cr_assert_not_null(strstr(digest, "results.csv "));
	cr_assert_not_null(strstr(digest, "charts/bars.svg "));
	cr_assert_not_null(strstr(digest, "charts/figure-7.svg "));
	cr_assert_not_null(strstr(digest, "report.html "));
	cr_assert_not_null(strstr(digest, "report.ods "));
	cr_assert_not_null(strstr(digest, "run.json "));
}

Test(bytes, are_the_same_a_second_later)
{
	build_all("first", NULL);
	g_usleep(1100000);
	build_all("second", NULL);
	cr_assert_str_eq(digest_of("first"), digest_of("second"));
}

Test(bytes, are_the_same_whatever_the_number_of_threads)
{
	build_by("1", "alone", NULL);
	cr_assert_not_null(strstr(digest_of("alone"), "charts/bars.png "));
	build_by("2", "two", NULL);
	build_by("7", "many", NULL);
	cr_assert_str_eq(digest_of("alone"), digest_of("two"));
	cr_assert_str_eq(digest_of("alone"), digest_of("many"));
}

/* A language that writes decimal commas counts only where the machine has it; the others always do. */
Test(bytes, are_the_same_in_another_language_time_zone_and_home)
{
	static const char *const here[] = { "LC_ALL=C", "TZ=UTC", NULL };
	static const char *const there[] = { "LC_ALL=de_DE.UTF-8",
					     "LANG=de_DE.UTF-8",
					     "LANGUAGE=de",
					     "TZ=Pacific/Kiritimati",
					     "HOME=/nowhere",
					     "XDG_CONFIG_HOME=/nowhere",
					     "XDG_DATA_DIRS=/nowhere",
					     "FONTCONFIG_PATH=/nowhere",
					     "PANGO_LANGUAGE=ar",
					     "USER=somebody",
					     "COLUMNS=20",
					     NULL };

	build_all("first", here);
	build_all("second", there);
	cr_assert_str_eq(digest_of("first"), digest_of("second"));
}

Test(bytes, are_the_same_from_another_folder)
{
	const char *elsewhere = scratch_new(report_arena);
	const char *arguments[] = { "build",     report_file("report.xml"),
				    "-o",        report_file("second"),
				    "--formats", every_edition(report_arena),
				    NULL };

	build_all("first", NULL);
	cr_assert_eq(program_run(report_arena, elsewhere, arguments, NULL).status, 0);
	cr_assert_str_eq(digest_of("first"), digest_of("second"));
	cr_assert_str_empty(folder_digest(report_arena, elsewhere, NULL));
	scratch_free(elsewhere);
}

Test(bytes, are_the_same_from_a_copy_of_the_report)
{
	const char *copy = scratch_new(report_arena);
	const char *arguments[] = { "build",  "report.xml", "-o",
				    "second", "--formats",  every_edition(report_arena),
				    NULL };

	build_all("first", NULL);
	small_report_write(report_arena, copy, "annual-report-a4");
	cr_assert_eq(program_run(report_arena, copy, arguments, NULL).status, 0);
	cr_assert_str_eq(
		digest_of("first"),
		folder_digest(report_arena, path_join(report_arena, copy, "second"), NULL));
	scratch_free(copy);
}

static unsigned mode_of(const char *name)
{
	struct stat status;

	cr_assert_eq(stat(report_file(name), &status), 0);
	return status.st_mode & 0777;
}

Test(bytes, are_the_same_and_only_for_those_whom_the_umask_admits)
{
	static const char line[] =
		"umask 022 && \"$gradient\" build report.xml -o first --formats $all -q && "
		"umask 077 && \"$gradient\" build report.xml -o second --formats $all -q";

	cr_assert_eq(shell(line).status, 0);
	cr_assert_str_eq(digest_of("first"), digest_of("second"));
	cr_assert_eq(mode_of("first/report.pdf"), 0644);
	cr_assert_eq(mode_of("first/charts"), 0755);
	cr_assert_eq(mode_of("second/report.pdf"), 0600);
	cr_assert_eq(mode_of("second/charts/bars.svg"), 0600);
	cr_assert_eq(mode_of("second/charts"), 0700);
}

/* Outputs of one format must not depend on what else was asked for; the record alone tells that. */
Test(bytes, are_the_same_whatever_else_is_written)
{
	build_all("first", NULL);
	for (const struct edition_entry *at = editions(); at->edition != NULL; at++) {
		const char *line = arena_printf(
			report_arena,
			"rm -rf alone && \"$gradient\" build report.xml -o alone --formats %s -q && "
			"cd alone && find . -type f ! -name run.json | "
			"while read file; do cmp $file ../first/$file || exit 1; done",
			at->name);
		struct program_result result = shell(line);

		cr_expect_eq(result.status, 0, "%s: %s%s", at->name, result.out, result.err);
	}
}

/* The time of inputs and of the run, and whose it is, are nowhere; under a fixed date not even in the record. */
Test(bytes, are_the_same_to_the_last_under_a_fixed_date)
{
	static const char line[] =
		"export SOURCE_DATE_EPOCH=1700000000; "
		"TZ=UTC \"$gradient\" build report.xml -o first --formats $all --pdfa -q && "
		"touch -d 2001-02-03 report.xml data.csv && sleep 1.1 && "
		"TZ=Pacific/Kiritimati USER=somebody \"$gradient\" build report.xml -o second "
		"--formats $all --pdfa -q && diff -r first second";
	struct program_result result = shell(line);

	cr_expect_eq(result.status, 0, "%s%s", result.out, result.err);
}

/* -- nothing elsewhere ------------------------------------------------------------------------ */

Test(bytes, lie_in_the_folder_of_outputs_alone)
{
	const char *environment[] = {
		arena_printf(report_arena, "HOME=%s", report_file("home")),
		arena_printf(report_arena, "TMPDIR=%s", report_file("home")),
		arena_printf(report_arena, "XDG_CACHE_HOME=%s", report_file("home/cache")),
		arena_printf(report_arena, "XDG_RUNTIME_DIR=%s", report_file("home")), NULL
	};
	const char *before;

	cr_assert_eq(mkdir(report_file("home"), 0755), 0);
	before = folder_digest(report_arena, report_folder, "first");
	build_all("first", environment);
	cr_assert_str_eq(folder_digest(report_arena, report_folder, "first"), before);
}

Test(bytes, lie_in_output_under_the_name_of_the_report_unless_told)
{
	const char *before = folder_digest(report_arena, report_folder, "output");

	cr_assert_eq(shell("\"$gradient\" build report.xml --formats dump").status, 0);
	cr_assert_str_eq(folder_digest(report_arena, report_folder, "output"), before);
	cr_assert_not_null(strstr(digest_of("output"), "report/report.scene "));
}

Test(bytes, are_not_made_by_commands_that_only_tell)
{
	static const char line[] = "\"$gradient\" check report.xml && "
				   "\"$gradient\" explain T1 --spec report.xml && "
				   "\"$gradient\" list charts && \"$gradient\" schema rng";
	const char *before = folder_digest(report_arena, report_folder, NULL);

	cr_assert_eq(shell(line).status, 0);
	cr_assert_str_eq(folder_digest(report_arena, report_folder, NULL), before);
}

/* Older outputs stay, others of the user stay, and no temporary file is left beside them. */
Test(bytes, of_an_earlier_run_are_replaced_and_others_stay)
{
	const char *once;

	build_all("first", NULL);
	once = digest_of("first");
	file_write(report_file("first/report.pdf"), "old", 3);
	file_write(report_file("first/notes.txt"), "mine", 4);
	build_all("first", NULL);
	cr_assert_str_eq(folder_digest(report_arena, report_file("first"), "notes.txt"), once);
	cr_assert_str_eq(file_text(report_arena, report_file("first/notes.txt"), NULL), "mine");
}

/* -- no half of a file ------------------------------------------------------------------------ */

/* A limit on the size of files stands in for a disk that is full: some fit, one does not. */
Test(bytes, stay_as_they_were_when_the_disk_is_full)
{
	static const char line[] = "trap '' XFSZ; ulimit -f 20; "
				   "exec \"$gradient\" build report.xml -o first --formats "
				   "svg,pdf,dump";
	struct program_result result;
	const char *before;

	build_all("first", NULL);
	file_write(report_file("first/results.csv"), "old", 3);
	before = digest_of("first");
	result = shell(line);
	cr_assert_eq(result.status, 5, "%s", result.err);
	cr_assert_not_null(strstr(result.err, "File too large [OUT01]\n"), "%s", result.err);
	cr_assert_str_empty(result.out);
	cr_assert_str_eq(digest_of("first"), before);
}

Test(bytes, are_none_when_the_disk_is_full_from_the_start)
{
	static const char line[] = "trap '' XFSZ; ulimit -f 0; "
				   "exec \"$gradient\" build report.xml -o new";
	struct program_result result = shell(line);

	/* Standard error is a pipe, to which the limit does not apply. */
	cr_assert_eq(result.status, 5, "%s", result.err);
	cr_assert_null(strstr(digest_of("new"), " "), "%s", digest_of("new"));
}

Test(bytes, are_none_where_no_folder_can_be_made)
{
	struct program_result result =
		shell("\"$gradient\" build report.xml -o /dev/full --formats dump");

	cr_assert_eq(result.status, 5);
	cr_assert_str_eq(result.err, "gradient: error: cannot write the output: "
				     "/dev/full/report.scene: Not a directory [OUT01]\n");
	cr_assert_str_empty(result.out);
}

Test(bytes, that_standard_output_cannot_take_are_a_fault_of_output)
{
	static const char *const lines[] = { "\"$gradient\" list charts >/dev/full",
					     "\"$gradient\" schema rng >/dev/full",
					     "\"$gradient\" check report.xml >/dev/full",
					     "\"$gradient\" list charts >&-" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct program_result result = shell(lines[i]);

		cr_expect_eq(result.status, 5, "%s: %d", lines[i], result.status);
		cr_expect_str_eq(
			result.err,
			"gradient: error: cannot write the output: standard output [OUT01]\n",
			"%s: %s", lines[i], result.err);
	}
}

/* The first file opened gets the number of a stream that is closed: nothing printed may end up in it. */
Test(bytes, are_the_same_when_streams_are_closed)
{
	static const char line[] =
		"\"$gradient\" build report.xml -o second --formats $all <&- >&- 2>&-";

	build_all("first", NULL);
	cr_assert_eq(shell(line).status, 5);
	cr_assert_str_eq(digest_of("first"), digest_of("second"));
}
