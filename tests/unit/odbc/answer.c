#include "odbc/answer.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/fixture.h"

TestSuite(odbc_answer, .init = fixture_set_up, .fini = fixture_tear_down);

/* A sum and a spread of a number in millionths, by a text. */
static const struct count_value values[] = {
	{ .kind = VALUE_COLUMN, .name = "text", .from = VALUE_NONE, .until = VALUE_NONE },
	{ .kind = VALUE_NUMBER, .name = "number", .from = 0, .until = VALUE_NONE },
};
static const struct count_measure measures[] = {
	{ .kind = COUNT_SUM, .value = 1, .condition = CONDITION_NONE },
	{ .kind = COUNT_SPREAD, .value = 1, .condition = CONDITION_NONE },
};
static const int by[] = { 0 };
static const struct count_grouping groupings[] = { { by, 1 } };
static const struct count_query query = { .values = values,
					  .value_count = 2,
					  .taken = CONDITION_NONE,
					  .measures = measures,
					  .measure_count = 2,
					  .groupings = groupings,
					  .grouping_count = 1 };
static const struct sql_rows parts[] = { { .kind = SQL_ROWS_ALL },
					 { .kind = SQL_ROWS_CELLS },
					 { .kind = SQL_ROWS_PAIRS, .measure = 1 },
					 { .kind = SQL_ROWS_LACKS } };
static const struct sql_lack lacks[] = { { 0, LACK_EMPTY, false }, { 1, LACK_UNREADABLE, false } };
static const int roots[] = { VALUE_NONE, VALUE_NONE };
static const struct sql_statement statement = { .parts = parts,
						.part_count = 4,
						.lacks = lacks,
						.lack_count = 2,
						.texts = 2,
						.numbers = 3,
						.roots = roots };

static enum answer_state add(struct answer *answer, const char *part, const char *first,
			     const char *const numbers[3])
{
	const char *const texts[] = { first, "x" };

	return answer_add(answer, part, texts, numbers);
}

#define NUMBERS(a, b, c) ((const char *const[]){ a, b, c })

Test(odbc_answer, puts_cells_and_pairs_in_order)
{
	struct answer *answer = answer_new(arena, &query, &statement);
	struct count_result result;
	const struct count_cells *cells;

	cr_assert_eq(add(answer, "2", "b", NUMBERS("2500000", "2", "0")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "1", NULL, NUMBERS("1", "0", "0")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "2", "b", NUMBERS("-1000000", "1", "0")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "1", "b", NUMBERS("4", "4000000.000", "3")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "1", "a", NUMBERS("2", "-1", "0")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "0", NULL, NUMBERS("9", "7", "0")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "3", "-", NUMBERS("1", "5", "6")), ANSWER_TAKEN);
	answer_finish(answer, &result);
	cells = &result.groupings[0];
	cr_assert_eq(result.rows, 9);
	cr_assert_eq(result.rows_taken, 7);
	cr_assert_eq(cells->count, 3);
	cr_assert_str_eq(cells->items[0].texts[0], "a");
	cr_assert_float_eq(cells->items[0].figures[0].number, -0.000001, 1e-15);
	cr_assert_eq(cells->items[0].figures[1].pair_count, 0);
	cr_assert_str_eq(cells->items[1].texts[0], "b");
	cr_assert_eq(cells->items[1].figures[0].number, 4);
	cr_assert_eq(cells->items[1].figures[1].number, 3);
	cr_assert_eq(cells->items[1].figures[1].pair_count, 2);
	cr_assert_eq(cells->items[1].figures[1].pairs[0].number, -1);
	cr_assert_eq(cells->items[1].figures[1].pairs[1].number, 2.5);
	cr_assert_eq(cells->items[1].figures[1].pairs[1].count, 2);
	cr_assert_null(cells->items[2].texts[0]);
	cr_assert_eq(result.taken[0].rows[LACK_EMPTY], 5);
	cr_assert_str_eq(result.taken[0].text[LACK_EMPTY], "-");
	cr_assert_eq(result.taken[1].rows[LACK_UNREADABLE], 6);
	cr_assert_eq(result.left_out[0].rows[LACK_EMPTY], 0);
}

Test(odbc_answer, refuses_what_is_no_answer)
{
	struct answer *answer = answer_new(arena, &query, &statement);

	cr_assert_eq(add(answer, "4", "a", NUMBERS("1", "1", "1")), ANSWER_STRANGE);
	cr_assert_eq(add(answer, NULL, "a", NUMBERS("1", "1", "1")), ANSWER_STRANGE);
	cr_assert_eq(add(answer, "1", "a", NUMBERS("1", "x", "1")), ANSWER_STRANGE);
	cr_assert_eq(add(answer, "1", "a", NUMBERS("1", NULL, "1")), ANSWER_STRANGE);
	cr_assert_eq(add(answer, "1", "a", NUMBERS("1", "1.5", "1")), ANSWER_STRANGE);
	cr_assert_eq(add(answer, "1", "a", NUMBERS("", "1", "1")), ANSWER_STRANGE);
}

Test(odbc_answer, stops_at_too_many_rows)
{
	struct answer *answer = answer_new(arena, &query, &statement);

	for (int i = 0; i < ANSWER_CELLS_MOST; i++)
		cr_assert_eq(add(answer, "0", NULL, NUMBERS("1", "1", "1")), ANSWER_TAKEN);
	cr_assert_eq(add(answer, "0", NULL, NUMBERS("1", "1", "1")), ANSWER_LARGE);
}
