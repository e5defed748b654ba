/*
 * late_libraries.c - which runs load the libraries of workbooks and of the server, and what is said when these are missing.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"
#include "support/report_folder.h"

TestSuite(late_libraries, .init = report_folder_set_up, .fini = report_folder_tear_down);

static struct program_result gradient(const char *line, const char *variable)
{
	const char *const environment[] = { variable, NULL };
	gchar **words = g_strsplit(line, " ", 0);
	struct program_result result =
		program_run(report_arena, report_folder, (const char *const *)words,
			    variable == NULL ? NULL : environment);

	g_strfreev(words);
	return result;
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static const char *record_of(const char *formats)
{
	struct program_result result = gradient(
		arena_printf(report_arena, "build -q report.xml -o made --formats %s", formats),
		NULL);

	cr_assert_eq(result.status, 0, "%s", result.err);
	return file_text(report_arena, report_file("made/run.json"), NULL);
}

Test(late_libraries, are_in_the_record_of_runs_that_need_them)
{
	const char *pages = record_of("pdf,html,csv"), *ods = record_of("pdf,ods"),
		   *xlsx = record_of("xlsx"), *both = record_of("ods,xlsx");

	cr_expect(has(pages, "\"cairo\": \"") && !has(pages, "\"libzip\"") &&
		  !has(pages, "\"libxlsxwriter\""));
	cr_expect(has(ods, "\"libzip\": \"") && !has(ods, "\"libxlsxwriter\""));
	cr_expect(has(xlsx, "\"libxlsxwriter\": \"") && !has(xlsx, "\"libzip\""));
	cr_expect(has(both, "\"libzip\": \"") && has(both, "\"libxlsxwriter\": \""));
	cr_expect(has(gradient("verify made", NULL).out, "\nverified: "));
}

#ifdef LATE_LIBRARIES

/* With what only they bring along. */
static const char *const names[] = { "libmicrohttpd", "libxlsxwriter", "libzip", "libgnutls",
				     "libcrypto" };

/* What the loader of the system says that it loaded in a run. */
static const char *loaded_by(const char *line)
{
	const char *log = arena_printf(report_arena, "%s/loaded", scratch_new(report_arena));
	const char *folder = path_folder(report_arena, log), *text = "";
	struct program_result result;
	const char *name;
	GDir *files;

	cr_assert(g_setenv("LD_DEBUG_OUTPUT", log, TRUE));
	result = gradient(line, "LD_DEBUG=files");
	g_unsetenv("LD_DEBUG_OUTPUT");
	cr_assert_eq(result.status, 0, "%s", result.err);
	files = g_dir_open(folder, 0, NULL);
	while ((name = g_dir_read_name(files)) != NULL)
		text = arena_printf(
			report_arena, "%s%s", text,
			file_text(report_arena, path_join(report_arena, folder, name), NULL));
	g_dir_close(files);
	scratch_free(folder);
	cr_assert(has(text, "libcairo"), "%s", text);
	return text;
}

Test(late_libraries, are_not_linked)
{
	struct program_result result = gradient("--version", "LD_TRACE_LOADED_OBJECTS=1");

	cr_assert(has(result.out, "libcairo"), "%s", result.out);
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		cr_expect_not(has(result.out, names[i]), "%s is linked", names[i]);
}

Test(late_libraries, are_loaded_by_those_who_need_them_alone)
{
	const char *pages = loaded_by(
		"build -q report.xml -o made --formats pdf,svg,svg-text,png,html,csv,charts");
	const char *workbook = loaded_by("build -q report.xml -o made --formats ods");

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		cr_expect_not(has(pages, names[i]), "%s is loaded", names[i]);
	cr_expect(has(workbook, SONAME_ZIP));
	cr_expect_not(has(workbook, SONAME_XLSXWRITER));
	cr_expect_not(has(workbook, SONAME_MICROHTTPD));
}

/* The variable of a run that finds a library of this name, and cannot load it. */
static const char *without(const char *soname)
{
	file_write(report_file(soname), "", 0);
	return arena_printf(report_arena, "LD_LIBRARY_PATH=%s",
			    absolute_path(report_arena, report_folder));
}

static void expect_missing(const char *line, const char *soname)
{
	struct program_result result = gradient(line, without(soname));

	cr_expect_eq(result.status, 5, "%s: %d", line, result.status);
	cr_expect(has(result.err, "[OUT74]") && has(result.err, soname), "%s", result.err);
	cr_expect_str_empty(result.out);
	cr_expect_not(path_exists(report_file("made")));
}

Test(late_libraries, stop_a_run_that_lacks_them_before_anything_is_written)
{
	expect_missing("build report.xml -o made --formats pdf,ods", SONAME_ZIP);
	expect_missing("build report.xml -o made --formats pdf,xlsx", SONAME_XLSXWRITER);
	expect_missing("watch report.xml --port 0", SONAME_MICROHTTPD);
}

Test(late_libraries, are_not_missed_by_those_who_do_not_need_them)
{
	const char *variable;

	without(SONAME_XLSXWRITER);
	without(SONAME_MICROHTTPD);
	variable = without(SONAME_ZIP);
	cr_expect_eq(gradient("build -q report.xml -o made --formats pdf,html", variable).status,
		     0);
	cr_expect(has(gradient("--version", variable).out,
		      "\nlibxlsxwriter not installed\nlibzip not installed\n"
		      "libmicrohttpd not installed\n"));
}

#endif
