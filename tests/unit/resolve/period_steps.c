#include "resolve/period_steps.h"

#include <criterion/criterion.h>

#include "base/arena.h"

enum { PERIODS_MOST = 8, STEPS_MOST = 20 };

/* "2020 [2021] 2022": those left out in brackets, a stroke where something may be missing. */
static const char *steps_of(struct arena *arena, const char *const *codes, size_t count)
{
	struct period periods[PERIODS_MOST];
	struct dataset dataset = { .periods = periods, .period_count = count };
	struct period_step *steps;
	int listed[PERIODS_MOST];
	const char *text = "";
	size_t found;

	for (size_t i = 0; i < count; i++) {
		periods[i] = period_parse(codes[i]);
		listed[i] = (int)i;
	}
	found = period_steps(arena, &dataset, listed, count, STEPS_MOST, &steps);
	for (size_t i = 0; i < found; i++) {
		const struct period *period = &steps[i].period;

		text = steps[i].number < 0
			       ? arena_printf(arena, "%s%s[%d-%02d]", text, i == 0 ? "" : " ",
					      period->last.year, period->last.month)
			       : arena_printf(arena, "%s%s%s%d-%02d", text, i == 0 ? "" : " ",
					      steps[i].after_gap ? "/ " : "", period->last.year,
					      period->last.month);
	}
	return text;
}

static void expect_steps(const char *const *codes, size_t count, const char *expected)
{
	struct arena *arena = arena_new();
	const char *text = steps_of(arena, codes, count);

	cr_expect_str_eq(text, expected, "%s: %s", codes[0], text);
	arena_free(arena);
}

#define EXPECT_STEPS(expected, ...)                                                                \
	expect_steps((const char *[]){ __VA_ARGS__ },                                              \
		     sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *), expected)

Test(period_steps, fill_the_years_that_are_left_out)
{
	EXPECT_STEPS("2019-12 2020-12 [2021-12] [2022-12] 2023-12", "2019", "2020", "2023");
	EXPECT_STEPS("2021-03 [2022-03] 2023-03 2024-03", "2020/21", "2022/23", "2023/24");
	EXPECT_STEPS("2021-03 [2022-03] 2023-03 2024-03", "2021-03-31", "2023-03-31", "2024-03-31");
}

Test(period_steps, are_as_long_as_the_shortest_between_two)
{
	EXPECT_STEPS("2018-12 2020-12 2022-12", "2018", "2020", "2022");
	EXPECT_STEPS("2024-03 2024-06 [2024-09] 2024-12", "2024-03", "2024-06", "2024-12");
	EXPECT_STEPS("2023-03 2023-06 2023-09", "To March 2023", "To June 2023",
		     "To September 2023");
}

Test(period_steps, of_pooled_years_overlap_and_are_joined)
{
	EXPECT_STEPS("2017-12 2018-12 [2019-12] 2020-12", "2015-17", "2016-18", "2018-20");
}

Test(period_steps, of_one_or_no_period)
{
	struct arena *arena = arena_new();

	EXPECT_STEPS("2024-12", "2024");
	cr_expect_str_eq(steps_of(arena, NULL, 0), "");
	arena_free(arena);
}

Test(period_steps, of_weeks_are_joined_as_long_as_none_is_missing)
{
	EXPECT_STEPS("2024-03 2024-03 2024-03", "2024-03-03", "2024-03-10", "2024-03-17");
	EXPECT_STEPS("2024-03 2024-03 / 2024-03", "2024-03-03", "2024-03-10", "2024-03-24");
}

Test(period_steps, never_become_more_than_asked_for)
{
	EXPECT_STEPS("1950-12 1951-12 / 2020-12", "1950", "1951", "2020");
}
