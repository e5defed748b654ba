/*
 * real_large.c - a published file of more than 100,000 rows: every row is used and comes out right,
 * in little time and memory.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "support/real.h"
#include "support/sheet.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(real_large, .init = set_up, .fini = tear_down);

/* Sanitizers need several times of both. */
#ifdef __SANITIZE_ADDRESS__
enum { SECONDS_MOST = 120, MEGABYTES_MOST = 4096 };
#else
enum { SECONDS_MOST = 10, MEGABYTES_MOST = 256 };
#endif

/* This has more people with learning disabilities on its register than on its list. */
static const char left_out[] = "Y05750";

static char *key_of(const char *indicator, const char *practice)
{
	return arena_printf(arena, "%s %s", indicator, practice);
}

/* Rows of results by indicator and practice; 0 is the first row, so that they are kept with 1 added. */
static GHashTable *index_of(const struct sheet *results)
{
	GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t row = 0; row < sheet_rows(results); row++) {
		char *key = key_of(sheet_text(results, row, "indicator"),
				   sheet_text(results, row, "organisation"));

		cr_assert(sheet_is(results, row, "measure", "value"));
		cr_assert(g_hash_table_insert(index, key, GSIZE_TO_POINTER(row + 1)),
			  "%s stands twice", key);
	}
	return index;
}

/* Wilson's limits of a share, in per cent. */
static double wilson(double count, double people, int side)
{
	double z = 1.959963984540054, share = count / people;
	double middle = share + z * z / (2 * people);
	double half = z * sqrt(share * (1 - share) / people + z * z / (4 * people * people));

	return 100 * (middle + side * half) / (1 + z * z / people);
}

static bool is_right(const struct sheet *results, size_t row, double count, double people)
{
	/* A limit of 0 or 100 may be missed by a rounding error. */
	return real_close(sheet_number(results, row, "value"), 100 * count / people, 1e-12) &&
	       real_near(sheet_number(results, row, "lower"), wilson(count, people, -1), 1e-9) &&
	       real_near(sheet_number(results, row, "upper"), wilson(count, people, 1), 1e-9);
}

static void expect_every_row(const struct sheet *file, const struct sheet *results)
{
	GHashTable *index = index_of(results);
	size_t used = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		const char *practice = sheet_text(file, i, "PRACTICE_CODE");
		const char *key = key_of(sheet_text(file, i, "GROUP_CODE"), practice);
		size_t row = GPOINTER_TO_SIZE(g_hash_table_lookup(index, key));

		if (strcmp(practice, left_out) == 0) {
			cr_assert_eq(row, 0, "%s is there", key);
			continue;
		}
		cr_assert_neq(row, 0, "%s is not there", key);
		cr_assert(is_right(results, row - 1, sheet_number(file, i, "REGISTER"),
				   sheet_number(file, i, "PRACTICE_LIST_SIZE")),
			  "%s", key);
		used++;
	}
	cr_expect_eq(used, 137970, "%zu rows", used);
	cr_expect_eq(sheet_rows(results), used, "%zu results", sheet_rows(results));
	g_hash_table_destroy(index);
}

Test(real_large, reads_every_row_of_a_file_of_137991)
{
	const struct sheet *file =
		sheet_read(arena, real_file(arena, "practice-level/qof_prevalence_2020-21.csv.gz"));
	struct real_run run = real_build(arena, "tests/real/recipes/practices.xml", NULL, "pdf");
	struct rusage usage;

	/* The program is the only child that has ended. */
	getrusage(RUSAGE_CHILDREN, &usage);
	real_succeeded(&run, "practices.xml");
	cr_expect_leq(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec, SECONDS_MOST, "%ld s",
		      (long)usage.ru_utime.tv_sec);
	cr_expect_leq(usage.ru_maxrss / 1024, MEGABYTES_MOST, "%ld MB",
		      (long)usage.ru_maxrss / 1024);
	cr_expect_not_null(strstr(run.result.err, "137970 of 137991 rows used; 21 filtered out"));
	cr_expect_not_null(strstr(real_text(arena, &run, "practices.pdf"),
				  "Atrial fibrillation 95 4,098 2.3% (1.9% to 2.8%)"));
	expect_every_row(file, run.results);
	real_run_free(&run);
}

/* One row of them is wrong, and with it the whole file, until the report leaves the practice out. */
Test(real_large, finds_the_one_wrong_row_of_a_file_of_137991)
{
	const char *folder = scratch_new(arena);
	const char *spec = arena_printf(arena, "%s/report.xml", folder);
	const char *text = file_text(arena, "tests/real/recipes/practices.xml", NULL);
	struct real_run run;

	text = text_replace(arena, text, left_out, "none");
	file_write(spec, text, strlen(text));
	run = real_build(arena, spec, NULL, "pdf");
	cr_expect_eq(run.result.status, 4, "status %d", run.result.status);
	cr_expect_not_null(strstr(run.result.err, ".csv.gz:137711: error: numerator exceeds "
						  "denominator: 137 of 132 for LD [DAT30]"),
			   "%s", run.result.err);
	cr_expect_null(run.results);
	real_run_free(&run);
	scratch_free(folder);
}
