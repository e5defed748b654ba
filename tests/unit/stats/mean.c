#include "stats/mean.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/answers_agree.h"
#include "support/vectors_random.h"

static struct mean_summary summary_of(const double *values, size_t count)
{
	struct mean_summary summary;

	cr_assert_eq(mean_summarise(values, count, &summary), STATS_OK);
	return summary;
}

Test(mean, of_a_worked_example)
{
	/* Squares about 5 add up to 32: deviation sqrt(32/7), error sqrt(4/7); t of 7 is 2.3646. */
	const double values[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
	struct mean_summary summary = summary_of(values, 8);
	struct estimate mean;

	cr_assert_eq(summary.count, 8);
	cr_assert_float_eq(summary.mean, 5, 1e-15);
	cr_assert_float_eq(summary.deviation, sqrt(32.0 / 7), 1e-15);
	cr_assert_eq(mean_limits(&summary, 0.95, &mean), STATS_OK);
	cr_assert_float_eq(mean.value, 5, 1e-15);
	cr_assert_float_eq(mean.limits.lower, 5 - 2.364624 * sqrt(4.0 / 7), 1e-6);
	cr_assert_float_eq(mean.limits.upper, 5 + 2.364624 * sqrt(4.0 / 7), 1e-6);
}

Test(mean, of_two_values_has_the_limits_of_one_degree_of_freedom)
{
	const double values[] = { 3, 7 };
	struct mean_summary summary = summary_of(values, 2);
	struct estimate mean;

	/* Student's t is Cauchy's distribution then: the tangent of the angle. */
	cr_assert_eq(mean_limits(&summary, 0.95, &mean), STATS_OK);
	cr_assert_float_eq(mean.limits.upper, 5 + 2 * tan(M_PI * 0.475), 1e-11);
	cr_assert_float_eq(mean.limits.lower, 5 - 2 * tan(M_PI * 0.475), 1e-11);
}

Test(mean, of_one_value_has_no_limits)
{
	const double value = 4.2;
	struct mean_summary summary = summary_of(&value, 1);
	struct estimate mean = { .value = -7 };

	cr_assert_eq(summary.mean, 4.2);
	cr_assert_eq(summary.deviation, 0);
	cr_assert_eq(mean_limits(&summary, 0.95, &mean), STATS_SINGLE_VALUE);
	cr_assert_eq(mean.value, -7);
}

Test(mean, of_equal_values_has_limits_that_coincide_with_it)
{
	const double values[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 };
	struct mean_summary summary = summary_of(values, 7);
	struct estimate mean;

	cr_assert_eq(mean_limits(&summary, 0.998, &mean), STATS_OK);
	cr_assert_eq(mean.value, 0.1);
	cr_assert_eq(mean.limits.lower, 0.1);
	cr_assert_eq(mean.limits.upper, 0.1);
}

Test(mean, of_no_values_is_not_calculable)
{
	struct mean_summary summary = { .mean = -7 };
	struct estimate mean = { .value = -7 };

	cr_assert_eq(mean_summarise(NULL, 0, &summary), STATS_NO_DENOMINATOR);
	cr_assert_eq(summary.mean, -7);
	summary = (struct mean_summary){ 0, 1, 1 };
	cr_assert_eq(mean_limits(&summary, 0.95, &mean), STATS_NO_DENOMINATOR);
	cr_assert_eq(mean.value, -7);
}

Test(mean, refuses_values_without_a_finite_mean_or_deviation)
{
	const double not_a_number[] = { 1, nan("") }, infinite[] = { 1, INFINITY },
		     far_apart[] = { 1e200, -1e200 };
	struct mean_summary summary = { .mean = -7 };

	cr_assert_eq(mean_summarise(not_a_number, 2, &summary), STATS_OUT_OF_RANGE);
	cr_assert_eq(mean_summarise(infinite, 2, &summary), STATS_OUT_OF_RANGE);
	cr_assert_eq(mean_summarise(far_apart, 2, &summary), STATS_OUT_OF_RANGE);
	cr_assert_eq(summary.mean, -7);
}

Test(mean, refuses_summaries_out_of_range)
{
	const struct mean_summary wrong[] = {
		{ -1, 5, 1 }, { 2e9, 5, 1 }, { nan(""), 5, 1 }, { 10, INFINITY, 1 }, { 10, 5, -1 },
	};
	const struct mean_summary right = { 10, 5, 1 };
	struct estimate mean = { .value = -7 };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		cr_assert_eq(mean_limits(&wrong[i], 0.95, &mean), STATS_OUT_OF_RANGE);
	cr_assert_eq(mean_limits(&right, 0, &mean), STATS_OUT_OF_RANGE);
	cr_assert_eq(mean.value, -7);
	cr_assert_eq(mean_limits(&right, 0.95, &mean), STATS_OK);
}

Test(mean, keeps_its_digits_far_from_zero)
{
	/* Tenths about a million: deviation of 1 to 5 tenths, sqrt(0.025). */
	const double values[] = { 1000000.1, 1000000.2, 1000000.3, 1000000.4, 1000000.5 };
	struct mean_summary summary = summary_of(values, 5);

	cr_assert_float_eq(summary.mean, 1000000.3, 1e-9);
	cr_assert_float_eq(summary.deviation, sqrt(0.025), 1e-9);
}

Test(mean, limits_hold_it_and_follow_a_change_of_unit)
{
	struct vectors_random random = { 41 };

	for (int i = 0; i < 2000; i++) {
		double values[50], changed[50];
		size_t count = (size_t)vectors_random_count(&random, 2, 50);
		struct mean_summary summary;
		struct estimate mean, wider, other;

		for (size_t j = 0; j < count; j++) {
			values[j] = vectors_random_between(&random, -20, 80);
			changed[j] = 32 + 1.8 * values[j];
		}
		summary = summary_of(values, count);
		cr_assert_eq(mean_limits(&summary, 0.95, &mean), STATS_OK);
		cr_assert_eq(mean_limits(&summary, 0.998, &wider), STATS_OK);
		cr_assert_lt(mean.limits.lower, mean.value);
		cr_assert_lt(mean.value, mean.limits.upper);
		cr_assert_lt(wider.limits.lower, mean.limits.lower);
		cr_assert_lt(mean.limits.upper, wider.limits.upper);
		summary = summary_of(changed, count);
		mean_limits(&summary, 0.95, &other);
		cr_assert_float_eq(other.value, 32 + 1.8 * mean.value, 1e-11);
		cr_assert_float_eq(other.limits.lower, 32 + 1.8 * mean.limits.lower, 1e-9);
		cr_assert_float_eq(other.limits.upper, 32 + 1.8 * mean.limits.upper, 1e-9);
	}
}

static void compare_published(struct answers_score *score, const struct answers *inputs,
			      const struct answers *vectors, size_t row)
{
	bool whole = answers_is(vectors, row, "area", "No grouping");
	size_t first = whole ? 0 : answers_find(inputs, "area", answers_text(vectors, row, "area"));
	size_t count =
		(whole ? answers_count(inputs) : answers_block_end(inputs, first, "area")) - first;
	struct mean_summary summary;
	struct estimate at95, at998;
	double values[1000];

	cr_assert_leq(count, 1000);
	for (size_t i = 0; i < count; i++)
		values[i] = answers_need(inputs, first + i, "values");
	summary = summary_of(values, count);
	cr_assert_eq(mean_limits(&summary, 0.95, &at95), STATS_OK);
	cr_assert_eq(mean_limits(&summary, 0.998, &at998), STATS_OK);
	answers_compare_cell(score, vectors, row, "value_count", summary.count, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "stdev", summary.deviation, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "value", summary.mean, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "lower95_0cl", at95.limits.lower, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "upper95_0cl", at95.limits.upper, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "lower99_8cl", at998.limits.lower, 1e-6, 1e-9);
	answers_compare_cell(score, vectors, row, "upper99_8cl", at998.limits.upper, 1e-6, 1e-9);
}

Test(mean, agrees_with_published_figures)
{
	answers_agree_with_inputs(answers_open_real("mean_inputs.csv"),
				  answers_open_real("mean_expected.csv"), compare_published);
}
