#include "disclosure/stretch.h"

#include <criterion/criterion.h>

static long days_of(const char *code)
{
	struct period period = period_parse(code);
	struct stretch stretch;

	return stretch_of(&period, &stretch) ? stretch.end - stretch.begin : 0;
}

static long begin_of(const char *code)
{
	struct period period = period_parse(code);
	struct stretch stretch;

	cr_assert(stretch_of(&period, &stretch), "%s", code);
	return stretch.begin;
}

/* April to June 91 days, July to December 92 each, January to March 90, of a leap year 91. */
Test(stretch, knows_quarters_however_they_are_written)
{
	cr_expect_eq(days_of("2024/25 Q1"), 91);
	cr_expect_eq(days_of("2024/25-Q2"), 92);
	cr_expect_eq(days_of("Q3 2024/25"), 92);
	cr_expect_eq(days_of("2024/25 Q4"), 90);
	cr_expect_eq(days_of("2024 Q1"), 91);
	cr_expect_eq(begin_of("2024/25 Q4"), begin_of("2025-01"));
	cr_expect_eq(begin_of("2024 Q4"), begin_of("2024-10"));
}

Test(stretch, is_as_long_as_the_period)
{
	cr_expect_eq(days_of("2024"), 366);
	cr_expect_eq(days_of("2024/25"), 365);
	cr_expect_eq(days_of("2025-02"), 28);
}

Test(stretch, of_a_day_or_of_other_words_is_none)
{
	cr_expect_eq(days_of("2025-03-31"), 0);
	cr_expect_eq(days_of("spring"), 0);
	cr_expect_eq(days_of("2024/25 Q5"), 0);
	cr_expect_eq(days_of("spring Q1"), 0);
	cr_expect_eq(days_of("2024/25 Q12"), 0);
}
