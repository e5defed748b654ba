/* The edition for the eyes of a body alone: it shows, it says what it is, and it stays away from the others. */

#include "run/internal.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(internal, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *build_internal(const char *folder)
{
	planted_write(folder);
	return planted_run(folder,
			   (const char *[]){ "build", "report.xml", "-o", "inside", "--formats",
					     "pdf,svg,dump", "--unsafe-internal", NULL });
}

static size_t times(const char *text, const char *what)
{
	size_t count = 0;

	for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what))
		count++;
	return count;
}

Test(internal, shows_what_is_hidden_and_is_marked_on_every_page_and_picture)
{
	const char *folder = scratch_new(arena), *pages, *pictures;

	build_internal(folder);
	pages = planted_shell(folder, "pdftotext inside/report-internal.pdf - | tr '\\n' ' '");
	cr_expect_not_null(strstr(pages, "48,731"));
	cr_expect_geq(
		times(pages, "Internal: not for publication"),
		times(planted_shell(folder, "pdfinfo inside/report-internal.pdf"), "Pages:") *
			(size_t)atoi(planted_shell(folder, "pdfinfo inside/report-internal.pdf | "
							   "sed -n 's/^Pages: *//p'")));
	cr_expect_str_eq(
		planted_shell(folder,
			      "for n in $(seq $(pdfinfo inside/report-internal.pdf | "
			      "sed -n 's/^Pages: *//p')); do pdftotext -f $n -l $n "
			      "inside/report-internal.pdf - | grep -q 'Internal: not for' || "
			      "echo page $n; done"),
		"", "pages without the mark");
	pictures = planted_shell(folder,
				 "ls inside/charts | wc -l; grep -l '<title.*Internal: not for "
				 "publication' inside/charts/*.svg | wc -l");
	cr_expect_eq(atoi(pictures), atoi(strchr(pictures, '\n')), "%s", pictures);
	cr_expect_gt(atoi(pictures), 0);
	cr_expect_not_null(
		strstr(planted_shell(folder, "cat inside/results-internal.csv"), ",48731,"));
	cr_expect_not_null(
		strstr(planted_shell(folder, "cat inside/hidden-internal.csv"), ",48731,"));
	scratch_free(folder);
}

/* Every name tells, so that none of them can take the place of a file that was published. */
Test(internal, has_names_of_its_own)
{
	const char *folder = scratch_new(arena);

	build_internal(folder);
	cr_expect_str_eq(planted_shell(folder, "find inside -type f ! -name '*-internal.*'"), "");
	planted_run(folder, (const char *[]){ "build", "report.xml", "--formats", "svg",
					      "--unsafe-internal", NULL });
	cr_expect_str_eq(planted_shell(folder, "ls output"), "report-internal\n");
	scratch_free(folder);
}

static void expect_kept_apart(bool internal_first)
{
	const char *folder = scratch_new(arena), *before;
	const char *normal[] = { "build", "report.xml", "-o", "out", "--formats", "svg", NULL };
	const char *internal[] = { "build", "report.xml",        "-o", "out", "--formats",
				   "svg",   "--unsafe-internal", NULL };
	struct program_result result;

	planted_write(folder);
	planted_run(folder, internal_first ? internal : normal);
	before = folder_digest(arena, path_join(arena, folder, "out"), NULL);
	result = program_run(arena, folder, internal_first ? normal : internal, NULL);
	cr_expect_eq(result.status, 5, "%s", result.err);
	cr_expect_not_null(strstr(result.err, "OUT03"));
	cr_expect_str_eq(folder_digest(arena, path_join(arena, folder, "out"), NULL), before);
	scratch_free(folder);
}

Test(internal, goes_to_no_folder_of_a_published_edition)
{
	expect_kept_apart(false);
}

Test(internal, lets_no_published_edition_into_its_folder)
{
	expect_kept_apart(true);
}

Test(internal, explains_what_is_hidden)
{
	const char *folder = scratch_new(arena), *said;

	planted_write(folder);
	said = planted_run(folder,
			   (const char *[]){ "explain", "local", "--spec", "report.xml", "--by",
					     "deprivation", "--unsafe-internal", NULL });
	cr_expect_eq(strncmp(said, "Internal: not for publication\n", 30), 0);
	cr_expect_not_null(strstr(said, "48731"));
	cr_expect_not_null(strstr(said, "in publication suppressed; numerator suppressed, "
					"denominator 130227"));
	scratch_free(folder);
}

/* The option is that of the commands that may show something; nowhere else does it mean anything. */
Test(internal, is_an_option_of_no_other_command)
{
	const char *folder = scratch_new(arena);
	struct program_result result;

	planted_write(folder);
	result = program_run(arena, folder,
			     (const char *[]){ "check", "report.xml", "--unsafe-internal", NULL },
			     NULL);
	cr_expect_eq(result.status, 2);
	scratch_free(folder);
}
