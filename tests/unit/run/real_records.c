/*
 * real_records.c - 137,991 published rows of general practices counted as records: practices looked up in the list
 * of their boards, and in fifths of need that the test works out of a third file. Every sum is worked out again here.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
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

TestSuite(real_records, .init = set_up, .fini = tear_down);

static const char report[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>\n"
	"<meta><title>Practices</title><publisher>P</publisher></meta>\n"
	"<data>\n"
	"<lookup id='boards' href='practice-level/practice_geographies_2021.csv.gz' "
	"key='PRACTICE_CODE' value='STP_ODS_CODE'/>\n"
	"<lookup id='fifths' href='fifths.csv' key='practice' value='fifth'/>\n"
	"<source id='qof' kind='records' href='practice-level/qof_prevalence_2020-21.csv.gz' "
	"rule='AS-PUBLISHED'>\n"
	"<derive name='board' as='lookup' from='PRACTICE_CODE' in='boards'/>\n"
	"<derive name='fifth' as='lookup' from='PRACTICE_CODE' in='fifths'/>\n"
	"<set as='period' to='2020/21'/>\n"
	"<map column='board' as='organisation'/>\n"
	"<by column='fifth' dimension='deprivation'/>\n"
	"<where column='GROUP_CODE' is='CHD|DM'/>\n"
	"<count indicator='CHD' sum='REGISTER'><where column='GROUP_CODE' is='CHD'/></count>\n"
	"<count indicator='CHD' as='denominator' sum='PRACTICE_LIST_SIZE'>"
	"<where column='GROUP_CODE' is='CHD'/></count>\n"
	"<count indicator='DM' sum='REGISTER'><where column='PATIENT_LIST_TYPE' "
	"starts-with='17'/></count>\n"
	"<count indicator='DM' as='denominator' sum='PRACTICE_LIST_SIZE'>"
	"<where column='GROUP_CODE' is='DM'/></count>\n"
	"<count indicator='P' people='PRACTICE_CODE'/>\n"
	"</source>\n"
	"</data>\n"
	"<indicators>"
	"<indicator id='CHD' method='proportion' per='100'><name>Coronary heart disease</name>"
	"</indicator>\n"
	"<indicator id='DM' method='proportion' per='100'><name>Diabetes</name></indicator>\n"
	"<indicator id='P' method='count'><name>Practices</name></indicator></indicators>\n"
	"<body organisation='QHM' indicator='CHD'><p><value/></p></body></report>\n";

/* -- fifths of need --------------------------------------------------------------------------- */

struct practice {
	char *code;
	double need;
};

static int most_need_first(const void *a, const void *b)
{
	const struct practice *left = a, *right = b;

	if (left->need != right->need)
		return left->need < right->need ? 1 : -1;
	return strcmp(left->code, right->code);
}

/* Practices by the health inequalities weight of a head of their population. */
static GHashTable *fifths_of_need(const char *folder)
{
	const struct sheet *sheet = sheet_read(
		arena, real_file(arena, "practice-level/icb_allocation_practices_2025-26.csv.gz"));
	size_t count = sheet_rows(sheet);
	struct practice *practices = arena_array(arena, count, sizeof(*practices));
	GHashTable *fifths = g_hash_table_new(g_str_hash, g_str_equal);
	struct buffer list;

	for (size_t i = 0; i < count; i++)
		practices[i] = (struct practice){
			arena_strdup(arena, sheet_text(sheet, i, "Practice_Code")),
			sheet_number(sheet, i, "Health Ineq WP") /
				sheet_number(sheet, i, "Population"),
		};
	qsort(practices, count, sizeof(*practices), most_need_first);
	buffer_init(&list);
	buffer_add_text(&list, "practice,fifth\n");
	for (size_t i = 0; i < count; i++) {
		char *fifth = arena_printf(arena, "%zu", 5 * i / count + 1);

		buffer_printf(&list, "%s,%s\n", practices[i].code, fifth);
		g_hash_table_insert(fifths, practices[i].code, fifth);
	}
	file_write(path_join(arena, folder, "fifths.csv"), buffer_text(&list), list.length);
	buffer_clear(&list);
	return fifths;
}

/* -- what must come out ----------------------------------------------------------------------- */

struct sums {
	double register_, list;
};

static struct sums *sums_of(GHashTable *all, const char *indicator, const char *board,
			    const char *fifth)
{
	char *key = arena_printf(arena, "%s %s %s", indicator, board, fifth);
	struct sums *sums = g_hash_table_lookup(all, key);

	if (sums == NULL) {
		sums = arena_alloc(arena, sizeof(*sums));
		g_hash_table_insert(all, key, sums);
	}
	return sums;
}

static void add(GHashTable *all, const char *indicator, const char *board, const char *fifth,
		struct sums part)
{
	const char *const fifths[] = { "all", fifth };

	for (size_t i = 0; i < 2; i++) {
		struct sums *sums = sums_of(all, indicator, board, fifths[i]);

		sums->register_ += part.register_;
		sums->list += part.list;
	}
}

static GHashTable *boards_of_practices(void)
{
	const struct sheet *sheet = sheet_read(
		arena, real_file(arena, "practice-level/practice_geographies_2021.csv.gz"));
	GHashTable *boards = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < sheet_rows(sheet); i++)
		g_hash_table_insert(boards,
				    arena_strdup(arena, sheet_text(sheet, i, "PRACTICE_CODE")),
				    arena_strdup(arena, sheet_text(sheet, i, "STP_ODS_CODE")));
	return boards;
}

static GHashTable *wanted_sums(GHashTable *fifths)
{
	const struct sheet *sheet =
		sheet_read(arena, real_file(arena, "practice-level/qof_prevalence_2020-21.csv.gz"));
	GHashTable *boards = boards_of_practices();
	GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < sheet_rows(sheet); i++) {
		const char *practice = sheet_text(sheet, i, "PRACTICE_CODE");
		const char *group = sheet_text(sheet, i, "GROUP_CODE");
		const char *board = g_hash_table_lookup(boards, practice);
		const char *fifth = g_hash_table_lookup(fifths, practice);
		struct sums part = { sheet_number(sheet, i, "REGISTER"),
				     sheet_number(sheet, i, "PRACTICE_LIST_SIZE") };

		if (board == NULL || (strcmp(group, "CHD") != 0 && strcmp(group, "DM") != 0))
			continue;
		add(all, group, board, fifth == NULL ? "unknown" : fifth, part);
		if (strcmp(group, "CHD") == 0)
			add(all, "P", board, fifth == NULL ? "unknown" : fifth,
			    (struct sums){ 1, 0 });
	}
	g_hash_table_destroy(boards);
	return all;
}

/* -- the test --------------------------------------------------------------------------------- */

/* "1 most deprived" is 1. */
static const char *fifth_of(const char *group)
{
	if (strcmp(group, "all") == 0)
		return "all";
	return group[0] >= '1' && group[0] <= '5' ? arena_strndup(arena, group, 1) : "unknown";
}

static size_t compare(const struct sheet *results, GHashTable *wanted)
{
	size_t compared = 0;

	for (size_t row = 0; row < sheet_rows(results); row++) {
		const char *indicator = sheet_text(results, row, "indicator");
		const char *board = sheet_text(results, row, "organisation");
		const char *fifth = fifth_of(sheet_text(results, row, "group"));
		struct sums *sums;

		if (!sheet_is(results, row, "measure", "value"))
			continue;
		sums = g_hash_table_lookup(
			wanted, arena_printf(arena, "%s %s %s", indicator, board, fifth));
		cr_assert_not_null(sums, "%s %s %s", indicator, board, fifth);
		cr_expect_eq(sheet_number(results, row, "numerator"), sums->register_, "%s %s %s",
			     indicator, board, fifth);
		if (strcmp(indicator, "P") != 0)
			cr_expect_eq(sheet_number(results, row, "denominator"), sums->list,
				     "%s %s %s", indicator, board, fifth);
		compared++;
	}
	return compared;
}

Test(real_records, counts_practices_by_board_and_fifth_as_a_second_count_does)
{
	const char *spec, *folder;
	GHashTable *fifths, *wanted;
	struct real_run run;

	real_file(arena, "practice-level/qof_prevalence_2020-21.csv.gz");
	folder = scratch_new(arena);
	spec = path_join(arena, folder, "report.xml");
	file_write(spec, report, strlen(report));
	fifths = fifths_of_need(folder);
	wanted = wanted_sums(fifths);
	run = real_build(arena, spec, NULL, "dump");
	cr_assert_eq(run.result.status, 0, "%s", run.result.err);
	cr_assert_not_null(run.results);
	cr_expect_eq(compare(run.results, wanted), g_hash_table_size(wanted));
	cr_expect_gt(g_hash_table_size(wanted), 500);
	real_run_free(&run);
	scratch_free(folder);
	g_hash_table_destroy(fifths);
	g_hash_table_destroy(wanted);
}
