/* Limits of measures of disparity from a bootstrap. */

#include "stats/disparity.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/between.h"
#include "support/vectors_random.h"

/* Shares of a quarter, a half and a quarter; mean 22.5. */
static const struct between_group three[] = { { 10, 1, 100 }, { 20, 2, 200 }, { 40, 2, 100 } };

static const struct disparity_settings usual = { FAVOURABLE_HIGH, 1, 0 };

static enum stats_outcome limits_of(const struct between_group *list, size_t count,
				    struct disparity_settings settings, double most,
				    const enum disparity *measures, size_t wanted,
				    struct interval *out)
{
	struct between_groups groups = between_groups_of(list, count);
	struct bootstrap bootstrap = bootstrap_usual();
	struct disparity_scratch scratch;
	enum stats_outcome outcome;

	bootstrap.most = most;
	scratch.groups = calloc(count, sizeof(*scratch.groups));
	scratch.numbers = calloc(disparity_scratch_numbers(&bootstrap, count, wanted),
				 sizeof(*scratch.numbers));
	outcome = disparity_limits(&groups, &settings, &bootstrap, measures, wanted, &scratch, out);
	free(scratch.groups);
	free(scratch.numbers);
	return outcome;
}

/* What small changes of each value, as large as its error, come to together. */
static double error_by_steps(const struct between_group *list, size_t count,
			     struct disparity_settings settings, enum disparity measure)
{
	struct between_group groups[BETWEEN_GROUPS_MOST];
	double sum = 0;

	memcpy(groups, list, count * sizeof(*groups));
	for (size_t j = 0; j < count; j++) {
		double up, down;

		groups[j].value = list[j].value + list[j].error;
		up = disparity_of(groups, count, settings, measure);
		groups[j].value = list[j].value - list[j].error;
		down = disparity_of(groups, count, settings, measure);
		groups[j].value = list[j].value;
		sum += (up - down) * (up - down) / 4;
	}
	return sqrt(sum);
}

/* Where errors are small and nothing is near a bound the limits are those of the delta method. */
Test(disparity_limits, limits_are_those_of_small_changes_when_errors_are_small)
{
	static const struct between_group groups[] = { { 10, 0.002, 100 },
						       { 61, 0.003, 900 },
						       { 20, 0.004, 700 },
						       { 35, 0.002, 100 },
						       { 50, 0.001, 400 } };
	struct disparity_settings settings = { FAVOURABLE_LOW, 3, 0 };
	struct interval limits[DISPARITY_MEASURES];

	for (int average = 0; average < 2; average++) {
		settings.setting_average = average == 0 ? 0 : 42;
		cr_assert_eq(limits_of(groups, 5, settings, 100, every_disparity,
				       DISPARITY_MEASURES, limits),
			     STATS_OK);
		for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++) {
			double value = disparity_of(groups, 5, settings, measure);
			double error = error_by_steps(groups, 5, settings, measure);

			/* Five standard deviations from 10,000 draws. */
			cr_assert_float_eq(limits[measure].lower, value - 1.96 * error,
					   5 * 0.0267 * error);
			cr_assert_float_eq(limits[measure].upper, value + 1.96 * error,
					   5 * 0.0267 * error);
		}
	}
}

/* Not one digit, whichever way round the groups are and whichever measures are asked for. */
Test(disparity_limits, limits_do_not_depend_on_the_order_of_groups_or_measures)
{
	struct vectors_random random = { 92 };

	for (int i = 0; i < 20; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], other[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 10, groups), turn;
		struct disparity_settings settings = { FAVOURABLE_HIGH, 1, 0 }, turned = settings;
		struct interval limits[DISPARITY_MEASURES], again[DISPARITY_MEASURES];

		/* Groups alike in all but the error, and in all but the population. */
		groups[2].value = groups[1].value;
		groups[2].population = groups[1].population;
		groups[0] = groups[1];
		groups[0].population += 1;
		turn = 1 + (size_t)i % (count - 1);
		for (size_t j = 0; j < count; j++)
			other[(j + turn) % count] = groups[j];
		turned.reference = (1 + turn) % count;
		cr_assert_eq(limits_of(groups, count, settings, 100, every_disparity,
				       DISPARITY_MEASURES, limits),
			     STATS_OK);
		for (size_t j = 0; j < DISPARITY_MEASURES; j += 3) {
			cr_assert_eq(
				limits_of(other, count, turned, 100, &every_disparity[j], 1, again),
				STATS_OK);
			cr_assert_eq(memcmp(&again[0], &limits[j], sizeof(limits[j])), 0);
		}
	}
}

/* Doubling is exact: so are the limits. */
Test(disparity_limits, limits_grow_with_the_values)
{
	struct vectors_random random = { 93 };

	for (int i = 0; i < 10; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], twice[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 10, groups);
		struct interval limits[DISPARITY_MEASURES], more[DISPARITY_MEASURES];

		for (size_t j = 0; j < count; j++)
			twice[j] = (struct between_group){ 2 * groups[j].value, 2 * groups[j].error,
							   groups[j].population };
		limits_of(groups, count, usual, 100, every_disparity, DISPARITY_MEASURES, limits);
		limits_of(twice, count, usual, 200, every_disparity, DISPARITY_MEASURES, more);
		for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++) {
			double scale = disparity_is_relative(measure) ? 1 : 2;

			cr_assert_eq(more[measure].lower, scale * limits[measure].lower);
			cr_assert_eq(more[measure].upper, scale * limits[measure].upper);
			cr_assert(0 <= limits[measure].lower &&
				  limits[measure].lower < limits[measure].upper);
		}
	}
}

Test(disparity_limits, limits_of_equal_groups_are_above_zero)
{
	static const struct between_group equal[] = {
		{ 30, 1, 1000 }, { 30, 1, 1000 }, { 30, 1, 1000 }, { 30, 1, 1000 }
	};
	struct interval limits[DISPARITY_MEASURES];

	cr_assert_eq(limits_of(equal, 4, usual, 100, every_disparity, DISPARITY_MEASURES, limits),
		     STATS_OK);
	for (size_t i = 0; i < DISPARITY_MEASURES; i++)
		cr_assert(0 < limits[i].lower && limits[i].lower < limits[i].upper);
	/* The variance of four is a quarter of chi-squared with three degrees of freedom. */
	cr_assert_float_eq(limits[0].lower, sqrt(0.2157953 / 4), 5 * 0.0057);
	cr_assert_float_eq(limits[0].upper, sqrt(9.3484036 / 4), 5 * 0.0132);
}

/* The same draws make a reference of one group and of another alike. */
Test(disparity_limits, limits_from_a_reference_are_from_that_group)
{
	static const struct between_group groups[] = { { 90, 0, 10 },
						       { 20, 0, 20 },
						       { 50, 0, 10 } };
	static const enum disparity measure = DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE;
	struct disparity_settings settings = { FAVOURABLE_NEITHER, 0, 0 };
	struct interval limits;

	for (size_t i = 0; i < 3; i++) {
		settings.reference = i;
		cr_assert_eq(limits_of(groups, 3, settings, HUGE_VAL, &measure, 1, &limits),
			     STATS_OK);
		cr_assert_eq(limits.lower, limits.upper);
		cr_assert_float_eq(limits.lower, disparity_of(groups, 3, settings, measure), 1e-13);
	}
}

Test(disparity_limits, has_no_limits_where_it_has_no_value)
{
	static const enum disparity measures[] = { DISPARITY_INDEX,
						   DISPARITY_MEAN_DIFFERENCE_FROM_BEST };
	struct disparity_settings neither = { FAVOURABLE_NEITHER, DISPARITY_NO_REFERENCE, 0 };
	struct interval limits[2] = { { -7, -7 }, { -7, -7 } };

	cr_assert_eq(limits_of(three, 3, neither, 100, measures, 2, limits), STATS_OUT_OF_RANGE);
	/* Nor where a value is above what it can be. */
	cr_assert_eq(limits_of(three, 3, usual, 39, measures, 2, limits), STATS_OUT_OF_RANGE);
	cr_assert(limits[0].lower == -7 && limits[1].upper == -7);
	cr_assert_eq(limits_of(three, 3, neither, 100, measures, 1, limits), STATS_OK);
}
