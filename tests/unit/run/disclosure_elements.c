/*
 * disclosure_elements.c - what is hidden leaves no trace in any kind of chart, table or sentence: the proof of
 * disclosure_traces.c for those of hidden_elements.h.
 *
 * Under rules that round, the exact numbers leave none either: whatever is drawn stands where a reader of the
 * rounded ones would draw it.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/every_edition.h"
#include "support/fixture.h"
#include "support/hidden_elements.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(disclosure_elements, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *everything_of(const char *folder)
{
	const char *said = planted_run(folder, (const char *[]){ "build", "report.xml", "-o", "out",
								 "--formats", every_edition(arena),
								 "--pdfa", NULL });

	return arena_printf(
		arena, "%s\n%s\n%s\n%s",
		folder_digest(arena, path_join(arena, folder, "out"), NULL), said,
		planted_run(folder, (const char *[]){ "check", "report.xml", "--json", NULL }),
		planted_run(folder, (const char *[]){ "explain", "--key-findings", "--spec",
						      "report.xml", NULL }));
}

/* The first lines that differ. */
static const char *difference(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return arena_printf(arena, "%.400s\n--- but ---\n%.400s", a, b);
}

Test(disclosure_elements, tell_no_two_hidden_numbers_apart)
{
	const char *folders[] = { scratch_new(arena), scratch_new(arena) };
	const char *all[2];

	hidden_elements_write(folders[0], 2, 1);
	hidden_elements_write(folders[1], 3, 20240401U);
	for (int i = 0; i < 2; i++)
		all[i] = everything_of(folders[i]);
	cr_assert_not_null(strstr(all[0], "results.csv"));
	cr_assert_not_null(strstr(all[0], ".png"));
	cr_expect_str_eq(all[0], all[1], "%s", difference(all[0], all[1]));
	for (int i = 0; i < 2; i++)
		scratch_free(folders[i]);
}

/* Rows of results.csv that are hidden, by the indicator they begin with. */
static size_t hidden_of(const char *results, const char *indicator)
{
	size_t count = 0;

	for (const char *line = results; line != NULL; line = strchr(line + 1, '\n'))
		count +=
			strncmp(line + 1, indicator, strlen(indicator)) == 0 &&
			memmem(line + 1, strcspn(line + 1, "\n"), ",value,suppressed,", 18) != NULL;
	return count;
}

/* Without this the test above could be passed over data of which nothing is hidden, or everything. */
Test(disclosure_elements, are_made_of_data_with_hidden_cells)
{
	static const char *const with[] = { "l-ends,",        "l-months,",       "l-places,",
					    "l-bodies,",      "l-peers,",        "l-answer-0,",
					    "l-wait-39,",     "l-list,",         "h-ends,",
					    "h-months,",      "h-places,",       "h-bodies,",
					    "h-peers,",       "h-answer-0,",     "h-wait-39,",
					    "h-list,",        "l-median-ends,",  "l-median-middle,",
					    "h-median-ends,", "h-median-middle," };
	const char *folder = scratch_new(arena), *results;

	hidden_elements_write(folder, 3, 1);
	planted_run(folder, (const char *[]){ "build", "report.xml", "-o", "out", NULL });
	results = file_text(arena, path_join(arena, folder, "out/results.csv"), NULL);
	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++)
		cr_expect_gt(hidden_of(results, with[i]), 0U, "%s", with[i]);
	cr_expect_eq(hidden_of(results, "l-plain,"), 0U);
	cr_expect_eq(hidden_of(results, "h-plain,"), 0U);
	scratch_free(folder);
}
