#include "stats/sample_quantile.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/vectors_random.h"

static double quantile_of(const double *values, size_t count, double probability)
{
	double copy[64], out = -7;

	memcpy(copy, values, count * sizeof(*copy));
	cr_assert_eq(sample_quantile(copy, count, probability, &out), STATS_OK);
	return out;
}

Test(sample_quantile, moves_in_a_straight_line_between_numbers)
{
	static const double values[] = { 40, 10, 50, 20, 30 };

	cr_assert_eq(quantile_of(values, 5, 0), 10);
	cr_assert_eq(quantile_of(values, 5, 0.25), 20);
	cr_assert_float_eq(quantile_of(values, 5, 0.1), 14, 1e-13);
	cr_assert_float_eq(quantile_of(values, 5, 0.9), 46, 1e-13);
	cr_assert_eq(quantile_of(values, 5, 0.5), 30);
	cr_assert_eq(quantile_of(values, 5, 1), 50);
}

Test(sample_quantile, of_two_numbers_is_between_them)
{
	static const double rising[] = { 1, 2 }, falling[] = { 2, 1 };

	cr_assert_eq(quantile_of(rising, 2, 0.25), 1.25);
	cr_assert_eq(quantile_of(falling, 2, 0.25), 1.25);
}

Test(sample_quantile, of_one_number_is_that_number)
{
	static const double values[] = { 3.5 };

	cr_assert_eq(quantile_of(values, 1, 0), 3.5);
	cr_assert_eq(quantile_of(values, 1, 0.3), 3.5);
	cr_assert_eq(quantile_of(values, 1, 1), 3.5);
}

Test(sample_quantile, needs_numbers_and_a_probability)
{
	double values[] = { 1, 2, 3 }, out = -7;

	cr_assert_eq(sample_quantile(values, 0, 0.5, &out), STATS_TOO_FEW_POINTS);
	cr_assert_eq(sample_quantile(values, 3, -0.01, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(sample_quantile(values, 3, 1.01, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(sample_quantile(values, 3, HUGE_VAL, &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(sample_quantile(values, 3, nan(""), &out), STATS_OUT_OF_RANGE);
	cr_assert_eq(out, -7);
}

static int ascending(const void *one, const void *other)
{
	double a = *(const double *)one, b = *(const double *)other;

	return (a > b) - (a < b);
}

/* Numbers in any order, of few different values or many, sorted, sorted backwards, all the same. */
static void fill(struct vectors_random *random, int kind, double *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		values[i] = vectors_random_between(random, -5, 5);
		if (kind == 1)
			values[i] = floor(values[i]);
		else if (kind == 2)
			values[i] = (double)i;
		else if (kind == 3)
			values[i] = -(double)i;
		else if (kind == 4)
			values[i] = 2.5;
	}
}

Test(sample_quantile, is_what_sorting_gives)
{
	struct vectors_random random = { 61 };

	for (int i = 0; i < 20000; i++) {
		double values[64], sorted[64], out;
		size_t count = 1 + (size_t)vectors_random_between(&random, 0, 64), below;
		double probability = vectors_random_between(&random, 0, 1), place;

		fill(&random, i % 5, values, count);
		memcpy(sorted, values, sizeof(sorted));
		qsort(sorted, count, sizeof(*sorted), ascending);
		place = (double)(count - 1) * probability;
		below = (size_t)place;
		cr_assert_eq(sample_quantile(values, count, probability, &out), STATS_OK);
		if (count == 1)
			cr_assert_eq(out, sorted[0]);
		else
			cr_assert_float_eq(out,
					   sorted[below] +
						   (place - (double)below) *
							   (sorted[below + 1] - sorted[below]),
					   1e-13);
		/* What is left is the same numbers. */
		qsort(values, count, sizeof(*values), ascending);
		cr_assert_eq(memcmp(values, sorted, count * sizeof(*values)), 0);
	}
}
