/* What must hold of the indices of inequality for any groups. */

#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "stats/normal.h"
#include "support/slopes.h"
#include "support/vectors_random.h"

enum { DRAWS = 20000 };

static size_t random_groups(struct vectors_random *random, struct slope_group *groups)
{
	size_t count = 5 + (size_t)vectors_random_count(random, 0, 15);

	for (size_t i = 0; i < count; i++) {
		double value = vectors_random_between(random, 0.4, 0.6);
		double half = vectors_random_between(random, 0.001, 0.05);

		groups[i] = (struct slope_group){ { value, { value - half, value + half } },
						  vectors_random_between(random, 1e3, 5e3) };
	}
	return count;
}

Test(slope_properties, limits_hold_the_indices)
{
	struct vectors_random random = { 21 };
	struct slope_group groups[SLOPE_GROUPS_MOST];

	for (int i = 0; i < 1000; i++) {
		enum slope_model model = (enum slope_model)(i % 5);
		double confidence = vectors_random_between(&random, 0.5, 0.999);
		struct slope_fit fit = slope_fit_of(groups, random_groups(&random, groups), model);
		struct estimate out;

		cr_assert_eq(slope_index(&fit, confidence, 100, &out), STATS_OK);
		cr_assert(out.limits.lower < out.value && out.value < out.limits.upper);
		cr_assert_eq(slope_relative_index(&fit, confidence, 100, &out), STATS_OK);
		cr_assert(out.limits.lower < out.value && out.value < out.limits.upper);
	}
}

Test(slope_properties, groups_in_the_opposite_order_change_the_sign_and_invert_the_ratio)
{
	struct vectors_random random = { 22 };
	struct slope_group groups[SLOPE_GROUPS_MOST];

	for (int i = 0; i < 1000; i++) {
		enum slope_model model = (enum slope_model)(i % 5);
		size_t count = random_groups(&random, groups);
		struct slope_group turned[SLOPE_GROUPS_MOST];
		struct slope_fit fit = slope_fit_of(groups, count, model), back;
		struct estimate index, other;

		for (size_t j = 0; j < count; j++)
			turned[j] = groups[count - 1 - j];
		back = slope_fit_of(turned, count, model);
		slope_index(&fit, 0.95, 1, &index);
		slope_index(&back, 0.95, 1, &other);
		cr_assert_float_eq(index.value, -other.value, 1e-11);
		cr_assert_float_eq(index.limits.lower, -other.limits.upper, 1e-11);
		/* Just what a multiplier of -1 does. */
		slope_relative_index(&fit, 0.95, -1, &index);
		slope_relative_index(&back, 0.95, 1, &other);
		cr_assert_float_eq(index.value / other.value, 1, 1e-10);
		cr_assert_float_eq(index.limits.lower / other.limits.lower, 1, 1e-10);
		cr_assert_float_eq(index.limits.upper / other.limits.upper, 1, 1e-10);
	}
}

Test(slope_properties, multiplier_scales_the_slope_index_only)
{
	struct vectors_random random = { 23 };
	struct slope_group groups[SLOPE_GROUPS_MOST];

	for (int i = 0; i < 1000; i++) {
		enum slope_model model = (enum slope_model)(i % 5);
		struct slope_fit fit = slope_fit_of(groups, random_groups(&random, groups), model);
		struct estimate once, scaled;

		slope_index(&fit, 0.95, 1, &once);
		slope_index(&fit, 0.95, 0.1, &scaled);
		cr_assert_float_eq(scaled.value, once.value / 10, 1e-15);
		cr_assert_float_eq(scaled.limits.lower, once.limits.lower / 10, 1e-15);
		slope_relative_index(&fit, 0.95, 1, &once);
		slope_relative_index(&fit, 0.95, 0.1, &scaled);
		cr_assert_eq(scaled.value, once.value);
		cr_assert_eq(scaled.limits.upper, once.limits.upper);
	}
}

Test(slope_properties, does_not_depend_on_how_large_the_population_is)
{
	struct vectors_random random = { 24 };
	struct slope_group groups[SLOPE_GROUPS_MOST];

	for (int i = 0; i < 1000; i++) {
		enum slope_model model = (enum slope_model)(i % 5);
		size_t count = random_groups(&random, groups);
		struct slope_fit fit = slope_fit_of(groups, count, model), other;

		for (size_t j = 0; j < count; j++)
			groups[j].population *= 7.3;
		other = slope_fit_of(groups, count, model);
		cr_assert_float_eq(fit.slope, other.slope, 1e-11);
		cr_assert_float_eq(fit.slope_variance / other.slope_variance, 1, 1e-11);
	}
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* A draw of the group's value, by chance even on the scale that the model has its limits on. */
static double drawn(struct vectors_random *random, const struct slope_group *group,
		    enum slope_model model)
{
	const struct estimate *estimate = &group->estimate;
	double z = normal_quantile(vectors_random_between(random, 1e-9, 1 - 1e-9)) /
		   (2 * normal_deviate(0.95));
	double lower = estimate->limits.lower, upper = estimate->limits.upper;
	double odds = estimate->value / (1 - estimate->value);

	if (model == SLOPE_LINEAR)
		return estimate->value + z * (upper - lower);
	if (model == SLOPE_LINEAR_RATE || model == SLOPE_LOG_RATE)
		return estimate->value * exp(z * log(upper / lower));
	odds *= exp(z * log(upper / (1 - upper) / (lower / (1 - lower))));
	return odds / (1 + odds);
}

/* Limits within 5% of the half width of what 20,000 draws give; more than chance alone would do. */
static void expect_limits(double *draws, const struct estimate *index)
{
	double allowed = 0.05 * (index->limits.upper - index->limits.lower);

	qsort(draws, DRAWS, sizeof(*draws), compare);
	cr_expect_float_eq(index->limits.lower, draws[DRAWS / 40 - 1], allowed);
	cr_expect_float_eq(index->limits.upper, draws[DRAWS - DRAWS / 40 - 1], allowed);
}

Test(slope_properties, limits_are_those_of_a_simulation)
{
	static const struct slope_group groups[] = {
		{ { 0.20, { 0.18, 0.22 } }, 1000 }, { { 0.17, { 0.15, 0.19 } }, 1200 },
		{ { 0.15, { 0.13, 0.17 } }, 900 },  { { 0.12, { 0.10, 0.14 } }, 1100 },
		{ { 0.09, { 0.07, 0.11 } }, 1300 },
	};
	static double sii[DRAWS], rii[DRAWS];

	for (enum slope_model model = SLOPE_LINEAR; model <= SLOPE_LOGIT_PROPORTION; model++) {
		struct vectors_random random = { 25 };
		struct slope_fit fit = slope_fit_of(groups, 5, model), other;
		struct estimate index, relative;

		for (size_t i = 0; i < DRAWS; i++) {
			struct slope_group others[5];

			for (size_t j = 0; j < 5; j++) {
				double value = drawn(&random, &groups[j], model);

				others[j] = (struct slope_group){ { value, { value, value } },
								  groups[j].population };
			}
			other = slope_fit_of(others, 5, model);
			/*
			 * On a curved scale the middle is held and only the slope is left to
			 * chance.
			 */
			if (model == SLOPE_LOG_RATE || model == SLOPE_LOGIT_PROPORTION)
				other.intercept = fit.intercept + (fit.slope - other.slope) / 2;
			slope_index(&other, 0.95, 1, &index);
			sii[i] = index.value;
			slope_relative_index_value(&other, 1, &rii[i]);
		}
		slope_index(&fit, 0.95, 1, &index);
		slope_relative_index(&fit, 0.95, 1, &relative);
		expect_limits(sii, &index);
		expect_limits(rii, &relative);
	}
}
