/* What must hold of the logistic slope and relative index for any groups. */

#include "stats/logistic.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { MOST = 20 };

static size_t random_groups(struct vectors_random *random, struct logistic_group *groups)
{
	size_t count = 3 + (size_t)vectors_random_count(random, 0, MOST - 3);
	/* From rare to common, and now and then steep. */
	double level = vectors_random_between(random, -9, 3);
	double slope = vectors_random_between(random, -8, 8);

	for (size_t i = 0; i < count; i++) {
		double people = vectors_random_count(random, 50, 1e6);
		double logit = level + slope * (double)i / (double)count +
			       vectors_random_between(random, -0.5, 0.5);

		groups[i] = (struct logistic_group){ people / (1 + exp(-logit)), people };
	}
	return count;
}

static struct logistic_fit fit_of(const struct logistic_group *groups, size_t count)
{
	struct logistic_fit fit;
	size_t group;

	cr_assert_eq(logistic_fit(groups, count, &fit, &group), STATS_OK);
	return fit;
}

static void make_ranks(const struct logistic_group *groups, size_t count, double *ranks)
{
	double total = 0, before = 0;

	for (size_t i = 0; i < count; i++)
		total += groups[i].population;
	for (size_t i = 0; i < count; i++) {
		ranks[i] = (before + groups[i].population / 2) / total;
		before += groups[i].population;
	}
}

/* At the best fit events differ from what is fitted neither in number nor in their mean rank. */
Test(logistic_properties, fitted_events_have_the_number_and_mean_rank_of_the_events)
{
	struct vectors_random random = { 91 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 2000; i++) {
		size_t count = random_groups(&random, groups);
		struct logistic_fit fit = fit_of(groups, count);
		double ranks[MOST], number = 0, moment = 0, events = 0;

		make_ranks(groups, count, ranks);
		for (size_t j = 0; j < count; j++) {
			double off = groups[j].events -
				     groups[j].population * logistic_fitted(&fit, ranks[j]);

			number += off;
			moment += off * ranks[j];
			events += groups[j].events;
		}
		cr_assert_float_eq(number / events, 0, 1e-11);
		cr_assert_float_eq(moment / events, 0, 1e-11);
	}
}

/* Sandwich of level at rank 0 and slope, by inverting a 2 x 2 matrix. */
struct sandwich {
	double level, slope, both;
};

static struct sandwich sandwich_of(const struct logistic_group *groups, size_t count,
				   const struct logistic_fit *fit)
{
	long double bread[3] = { 0 }, meat[3] = { 0 }, inverse[3], determinant;
	long double few = (long double)count / (long double)(count - 2);
	double ranks[MOST];

	make_ranks(groups, count, ranks);
	for (size_t i = 0; i < count; i++) {
		long double fitted = logistic_fitted(fit, ranks[i]), rank = ranks[i];
		long double weight = groups[i].population * fitted * (1 - fitted);
		long double off = groups[i].events - groups[i].population * fitted;

		for (size_t power = 0; power < 3; power++) {
			bread[power] += weight * powl(rank, (long double)power);
			meat[power] += off * off * powl(rank, (long double)power);
		}
	}
	determinant = bread[0] * bread[2] - bread[1] * bread[1];
	inverse[0] = bread[2] / determinant;
	inverse[1] = -bread[1] / determinant;
	inverse[2] = bread[0] / determinant;
	return (struct sandwich){
		(double)(few * (inverse[0] * inverse[0] * meat[0] +
				2 * inverse[0] * inverse[1] * meat[1] +
				inverse[1] * inverse[1] * meat[2])),
		(double)(few * (inverse[1] * inverse[1] * meat[0] +
				2 * inverse[1] * inverse[2] * meat[1] +
				inverse[2] * inverse[2] * meat[2])),
		(double)(few * (inverse[0] * inverse[1] * meat[0] +
				(inverse[0] * inverse[2] + inverse[1] * inverse[1]) * meat[1] +
				inverse[1] * inverse[2] * meat[2])),
	};
}

Test(logistic_properties, errors_are_those_of_the_sandwich)
{
	struct vectors_random random = { 92 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 2000; i++) {
		size_t count = random_groups(&random, groups);
		struct logistic_fit fit = fit_of(groups, count);
		struct sandwich sandwich = sandwich_of(groups, count, &fit);
		double start = logistic_fitted(&fit, 0), end = logistic_fitted(&fit, 1);
		/* Changes of the difference and of the log ratio with level and slope. */
		double level = end * (1 - end) - start * (1 - start), slope = end * (1 - end);
		double log_level = start - end, log_slope = 1 - end;
		struct logistic_index index;

		logistic_difference(&fit, 0.95, &index);
		cr_assert_float_eq(index.error / sqrt(level * level * sandwich.level +
						      2 * level * slope * sandwich.both +
						      slope * slope * sandwich.slope),
				   1, 1e-6);
		cr_assert_eq(logistic_ratio(&fit, 0.95, &index), STATS_OK);
		cr_assert_float_eq(index.error / sqrt(log_level * log_level * sandwich.level +
						      2 * log_level * log_slope * sandwich.both +
						      log_slope * log_slope * sandwich.slope),
				   1, 1e-6);
	}
}

Test(logistic_properties, limits_hold_the_indices)
{
	struct vectors_random random = { 93 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		struct logistic_fit fit = fit_of(groups, random_groups(&random, groups));
		double confidence = vectors_random_between(&random, 0.5, 0.999);
		struct logistic_index index;

		cr_assert_eq(logistic_difference(&fit, confidence, &index), STATS_OK);
		cr_assert_lt(index.estimate.limits.lower, index.estimate.value);
		cr_assert_gt(index.estimate.limits.upper, index.estimate.value);
		cr_assert_eq(logistic_ratio(&fit, confidence, &index), STATS_OK);
		cr_assert_lt(index.estimate.limits.lower, index.estimate.value);
		cr_assert_gt(index.estimate.limits.upper, index.estimate.value);
	}
}

Test(logistic_properties, those_without_have_the_same_difference_with_the_other_sign)
{
	struct vectors_random random = { 94 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups);
		struct logistic_fit fit = fit_of(groups, count), without;
		struct logistic_index index, mirrored;

		for (size_t j = 0; j < count; j++)
			groups[j].events = groups[j].population - groups[j].events;
		without = fit_of(groups, count);
		logistic_difference(&fit, 0.95, &index);
		logistic_difference(&without, 0.95, &mirrored);
		cr_assert_float_eq(index.estimate.value, -mirrored.estimate.value, 1e-10);
		cr_assert_float_eq(index.error, mirrored.error, 1e-10);
	}
}

Test(logistic_properties, groups_in_the_opposite_order_change_the_sign_and_invert_the_ratio)
{
	struct vectors_random random = { 95 };
	struct logistic_group groups[MOST], turned[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups);
		struct logistic_fit fit = fit_of(groups, count), back;
		struct logistic_index index, other;

		for (size_t j = 0; j < count; j++)
			turned[j] = groups[count - 1 - j];
		back = fit_of(turned, count);
		logistic_difference(&fit, 0.95, &index);
		logistic_difference(&back, 0.95, &other);
		cr_assert_float_eq(index.estimate.value, -other.estimate.value, 1e-11);
		logistic_ratio(&fit, 0.95, &index);
		logistic_ratio(&back, 0.95, &other);
		cr_assert_float_eq(index.estimate.value * other.estimate.value, 1, 1e-10);
		cr_assert_float_eq(index.error / other.error, 1, 1e-8);
	}
}

Test(logistic_properties, does_not_depend_on_how_large_the_population_is)
{
	struct vectors_random random = { 96 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups);
		struct logistic_fit fit = fit_of(groups, count), other;

		for (size_t j = 0; j < count; j++) {
			groups[j].events *= 7.3;
			groups[j].population *= 7.3;
		}
		other = fit_of(groups, count);
		cr_assert_float_eq(fit.slope, other.slope, 1e-10);
		cr_assert_float_eq(fit.slope_variance / other.slope_variance, 1, 1e-8);
	}
}

/* Wherever a rank parts those with events from those without, in either order, with or without a mixed group. */
Test(logistic_properties, has_no_slope_when_a_rank_parts_events_from_people_without)
{
	struct vectors_random random = { 97 };
	struct logistic_group groups[MOST];

	for (int i = 0; i < 2000; i++) {
		size_t count = random_groups(&random, groups);
		size_t parted = (size_t)vectors_random_count(&random, 1, (double)count) - 1;
		struct logistic_fit fit;
		size_t group;

		for (size_t j = 0; j < count; j++)
			if (j != parted || i % 3 == 0)
				groups[j].events =
					(j < parted) == (i % 2 == 0) ? groups[j].population : 0;
		cr_assert_eq(logistic_fit(groups, count, &fit, &group), STATS_SEPARATED);
	}
}
