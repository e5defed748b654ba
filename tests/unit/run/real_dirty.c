/*
 * real_dirty.c - awkward files as they are found, through the whole program: a report describes
 * each, and it is read rightly or refused with a message that says what to do.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/awkward.h"
#include "support/program.h"
#include "support/real.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(real_dirty, .init = set_up, .fini = tear_down);

/* -- runs ------------------------------------------------------------------------------------- */

struct trial {
	const char *folder, *messages, *results; /* results are NULL when none were written */
	int status;
};

static struct trial describe(const char *file, const char *attributes, const char *rules,
			     const char *method)
{
	struct trial trial = { .folder = scratch_new(arena) };
	const char *found = real_file(arena, path_join(arena, "dirty", file));
	const char *dirty = absolute_path(arena, path_folder(arena, found));
	const char *arguments[] = { "build",     "report.xml", "-o",
				    "out",       "--data",     path_folder(arena, dirty),
				    "--formats", "dump",       NULL };
	const char *report = arena_printf(
		arena,
		"<report xmlns=\"urn:gradient:report:1\" version=\"1\" xml:lang=\"en-GB\">"
		"<meta><title>T</title><publisher>P</publisher></meta>\n"
		"<data low-count=\"0\" low-denominator=\"0\">\n"
		"  <source id=\"file\" href=\"dirty/%s\" rule=\"AS-PUBLISHED\" %s>\n%s\n</source>"
		"</data>\n<indicators><indicator id=\"figure\" method=\"%s\">"
		"<name>Figure</name></indicator></indicators>\n"
		"<body><section><title>T</title><p>Words.</p></section></body></report>\n",
		file, attributes, rules, method);
	struct program_result result;

	file_write(path_join(arena, trial.folder, "report.xml"), report, strlen(report));
	result = program_run(arena, trial.folder, arguments, NULL);
	trial.status = result.status;
	trial.messages = text_replace(arena, result.err, dirty, "DATA");
	trial.results = file_text(arena, path_join(arena, trial.folder, "out/results.csv"), NULL);
	return trial;
}

/* Also those that are marked as resting on small numbers. */
static size_t figures_in(const char *results)
{
	return real_count(results, ",value,shown,") + real_count(results, ",value,unreliable,");
}

Test(real_dirty, reads_awkward_files_as_they_are_described)
{
	for (size_t i = 0; i < awkward_readable_count; i++) {
		const struct awkward_file *file = &awkward_readable[i];
		struct trial trial =
			describe(file->file, file->attributes, file->rules, file->method);

		cr_assert_eq(trial.status, 0, "%s: %s", file->file, trial.messages);
		cr_expect_eq(figures_in(trial.results), file->shown, "%s: %zu figures", file->file,
			     figures_in(trial.results));
		cr_expect_eq(real_count(trial.results, ",value,not-available,"), file->missing,
			     "%s: %zu not available", file->file,
			     real_count(trial.results, ",value,not-available,"));
		for (size_t j = 0; j < AWKWARD_FIGURES && file->figures[j] != NULL; j++)
			cr_expect_not_null(strstr(trial.results, file->figures[j]), "%s: no %s",
					   file->file, file->figures[j]);
		if (file->said != NULL)
			cr_expect_not_null(strstr(trial.messages, file->said), "%s: %s", file->file,
					   trial.messages);
		scratch_free(trial.folder);
	}
}

Test(real_dirty, refuses_what_cannot_be_read_rightly_and_says_why)
{
	for (size_t i = 0; i < awkward_fault_count; i++) {
		struct trial trial = describe(awkward_faults[i].file, awkward_faults[i].attributes,
					      awkward_faults[i].rules, awkward_faults[i].method);
		/* Notes of rows that were left out come before. */
		const char *first = strstr(trial.messages, awkward_faults[i].message);

		cr_expect_eq(trial.status, 4, "%s: status %d", awkward_faults[i].file,
			     trial.status);
		cr_expect_null(trial.results, "%s: results in spite of errors",
			       awkward_faults[i].file);
		cr_expect(first != NULL && real_count(trial.messages, " error: ") ==
						   awkward_faults[i].errors,
			  "%s: %s", awkward_faults[i].file, trial.messages);
		scratch_free(trial.folder);
	}
}

static bool has_outcome(const char *file)
{
	for (size_t i = 0; i < awkward_readable_count; i++)
		if (strcmp(awkward_readable[i].file, file) == 0)
			return true;
	for (size_t i = 0; i < awkward_fault_count; i++)
		if (strcmp(awkward_faults[i].file, file) == 0)
			return true;
	return false;
}

Test(real_dirty, has_an_outcome_for_every_file_of_the_folder)
{
	GDir *listing = g_dir_open(real_file(arena, "dirty"), 0, NULL);
	const char *name;
	size_t files = 0;

	while ((name = g_dir_read_name(listing)) != NULL) {
		if (strcmp(name, "README.md") == 0)
			continue;
		cr_expect(has_outcome(name), "%s", name);
		files++;
	}
	cr_expect_gt(files, 0);
	g_dir_close(listing);
}
