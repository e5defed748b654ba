#include "stats/disparity.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/between.h"
#include "support/vectors_random.h"

/* Shares of a quarter, a half and a quarter; mean 22.5. */
static const struct between_group three[] = { { 10, 1, 100 }, { 20, 2, 200 }, { 40, 2, 100 } };

static const struct disparity_settings usual = { FAVOURABLE_HIGH, 1, 0 };

static double of_three(struct disparity_settings settings, enum disparity measure)
{
	return disparity_of(three, 3, settings, measure);
}

/* Distances from 22.5: 12.5, 2.5, 17.5; from 40: 30, 20, 0; from 10: 0, 10, 30; from 20: 10, 0, 20. */
Test(disparity, works_out_three_groups)
{
	struct disparity_settings low = usual;

	low.favourable = FAVOURABLE_LOW;
	cr_assert_float_eq(of_three(usual, DISPARITY_STANDARD_DEVIATION), sqrt(118.75), 1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_COEFFICIENT_OF_VARIATION),
			   100 * sqrt(118.75) / 22.5, 1e-12);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN), 32.5 / 3, 1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED), 8.75,
			   1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_BEST), 50.0 / 3, 1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED), 17.5,
			   1e-13);
	cr_assert_float_eq(of_three(low, DISPARITY_MEAN_DIFFERENCE_FROM_BEST), 40.0 / 3, 1e-13);
	cr_assert_float_eq(of_three(low, DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED), 12.5,
			   1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE), 10, 1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED), 7.5,
			   1e-13);
	cr_assert_float_eq(of_three(usual, DISPARITY_INDEX), 100 * 32.5 / 3 / 22.5, 1e-12);
	cr_assert_float_eq(of_three(usual, DISPARITY_INDEX_WEIGHTED), 100 * 8.75 / 22.5, 1e-12);
}

/* From 25: 15, 5, 15. The spread about the groups' own mean is as it was. */
Test(disparity, goes_by_a_setting_average_where_there_is_one)
{
	struct disparity_settings settings = usual;

	settings.setting_average = 25;
	cr_assert_float_eq(of_three(settings, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN), 35.0 / 3,
			   1e-13);
	cr_assert_float_eq(of_three(settings, DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED), 10,
			   1e-13);
	cr_assert_float_eq(of_three(settings, DISPARITY_INDEX), 140.0 / 3, 1e-12);
	cr_assert_float_eq(of_three(settings, DISPARITY_INDEX_WEIGHTED), 40, 1e-13);
	for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++)
		if (measure != DISPARITY_MEAN_DIFFERENCE_FROM_MEAN &&
		    measure != DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED &&
		    measure < DISPARITY_INDEX)
			cr_assert_eq(of_three(settings, measure), of_three(usual, measure));
}

static enum stats_outcome outcome_of(const struct between_group *list,
				     struct disparity_settings settings, enum disparity measure)
{
	struct between_groups groups = between_groups_of(list, 3);
	double out = -7;
	enum stats_outcome outcome = disparity_value(&groups, &settings, measure, &out);

	cr_assert((outcome == STATS_OK) == (out != -7));
	return outcome;
}

Test(disparity, needs_a_best_group_and_a_reference_where_it_goes_by_them)
{
	struct disparity_settings neither = { FAVOURABLE_NEITHER, DISPARITY_NO_REFERENCE, 0 };
	struct disparity_settings beyond = { FAVOURABLE_HIGH, 3, 0 };

	for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++) {
		bool best = measure == DISPARITY_MEAN_DIFFERENCE_FROM_BEST ||
			    measure == DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED;
		bool reference = measure == DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE ||
				 measure == DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED;

		cr_assert_eq(outcome_of(three, neither, measure),
			     best || reference ? STATS_OUT_OF_RANGE : STATS_OK);
		cr_assert_eq(outcome_of(three, beyond, measure),
			     reference ? STATS_OUT_OF_RANGE : STATS_OK);
	}
}

Test(disparity, has_no_share_of_a_mean_of_zero)
{
	static const struct between_group zeros[] = { { 0, 1, 7 }, { 0, 1, 11 }, { 0, 1, 3 } };
	struct disparity_settings settings = usual;

	cr_assert_eq(outcome_of(zeros, usual, DISPARITY_INDEX), STATS_ZERO_COMPARATOR);
	cr_assert_eq(outcome_of(zeros, usual, DISPARITY_INDEX_WEIGHTED), STATS_ZERO_COMPARATOR);
	cr_assert_eq(outcome_of(zeros, usual, DISPARITY_COEFFICIENT_OF_VARIATION),
		     STATS_ZERO_COMPARATOR);
	cr_assert_eq(disparity_of(zeros, 3, usual, DISPARITY_STANDARD_DEVIATION), 0);
	/* There is a share of an average that is known otherwise. */
	settings.setting_average = 5;
	cr_assert_eq(disparity_of(zeros, 3, settings, DISPARITY_INDEX), 100);
	cr_assert_eq(outcome_of(zeros, settings, DISPARITY_COEFFICIENT_OF_VARIATION),
		     STATS_ZERO_COMPARATOR);
}

Test(disparity, refuses_values_below_zero_and_averages_that_are_none)
{
	static const struct between_group below[] = { { 5, 1, 7 }, { -1, 1, 11 }, { 3, 1, 3 } };
	static const struct between_group large[] = { { 1e200, 1, 7 }, { 0, 1, 11 }, { 3, 1, 3 } };
	struct disparity_settings settings = usual;

	cr_assert_eq(outcome_of(below, usual, DISPARITY_INDEX), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(large, usual, DISPARITY_STANDARD_DEVIATION), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(large, usual, DISPARITY_INDEX), STATS_OK);
	settings.setting_average = -1;
	cr_assert_eq(outcome_of(three, settings, DISPARITY_INDEX), STATS_OUT_OF_RANGE);
	settings.setting_average = nan("");
	cr_assert_eq(outcome_of(three, settings, DISPARITY_INDEX), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(three, usual, (enum disparity)DISPARITY_MEASURES),
		     STATS_OUT_OF_RANGE);
}

/* -- properties of the values -------------------------------------------------------------------- */

static bool is_weighted(enum disparity measure)
{
	return measure < DISPARITY_MEAN_DIFFERENCE_FROM_MEAN || measure % 2 == 1;
}

Test(disparity, order_scale_and_halves_change_what_they_should)
{
	struct vectors_random random = { 91 };

	for (int i = 0; i < 2000; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], turned[BETWEEN_GROUPS_MOST],
			scaled[BETWEEN_GROUPS_MOST];
		double scale = vectors_random_between(&random, 0.01, 1000);
		size_t count = between_random(&random, 10, groups);
		struct disparity_settings settings = { FAVOURABLE_LOW, 0, 0 }, back = settings;

		back.reference = count - 1;
		for (size_t j = 0; j < count; j++) {
			turned[j] = groups[count - 1 - j];
			scaled[j] = groups[j];
			scaled[j].value *= scale;
		}
		for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++) {
			double value = disparity_of(groups, count, settings, measure);

			cr_assert_float_eq(disparity_of(turned, count, back, measure), value,
					   1e-10);
			cr_assert_float_eq(disparity_of(scaled, count, settings, measure) /
						   (disparity_is_relative(measure) ? 1 : scale),
					   value, 1e-10);
			cr_assert_geq(value, 0);
		}
		groups[1].population /= 2;
		groups[count] = groups[1];
		for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++)
			if (is_weighted(measure))
				cr_assert_float_eq(
					disparity_of(groups, count + 1, settings, measure),
					disparity_of(turned, count, back, measure), 1e-9);
	}
}

Test(disparity, equal_values_are_exactly_zero)
{
	static const struct between_group equal[] = { { 29.1, 1, 700 },
						      { 29.1, 2, 1100 },
						      { 29.1, 3, 301 } };

	for (enum disparity measure = 0; measure <= DISPARITY_INDEX_WEIGHTED; measure++)
		cr_assert_eq(disparity_of(equal, 3, usual, measure), 0);
}
