/* What must hold of variation between any groups. */

#include "stats/between_group.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/random.h"
#include "support/between.h"
#include "support/vectors_random.h"

/* The estimates of groups that have them. */
static struct between_estimate variance_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;

	cr_assert_eq(between_group_variance(&groups, 0.95, &out), STATS_OK);
	return out;
}

static struct between_estimate deviation_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;

	cr_assert_eq(between_group_standard_deviation(&groups, 0.95, &out), STATS_OK);
	return out;
}

static struct between_estimate coefficient_of(const struct between_group *list, size_t count)
{
	struct between_groups groups = between_groups_of(list, count);
	struct between_estimate out;

	cr_assert_eq(between_group_coefficient_of_variation(&groups, 0.95, &out), STATS_OK);
	return out;
}

static void expect_same(struct between_estimate one, struct between_estimate other, double scale)
{
	cr_assert_float_eq(scale * one.value, other.value, 1e-10 * fabs(other.value));
	cr_assert_float_eq(scale * one.error, other.error, 1e-10 * fabs(other.error));
}

Test(between_group_properties, the_order_of_groups_changes_nothing)
{
	struct vectors_random random = { 71 };

	for (int i = 0; i < 2000; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], turned[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 10, groups);

		for (size_t j = 0; j < count; j++)
			turned[j] = groups[count - 1 - j];
		expect_same(variance_of(groups, count), variance_of(turned, count), 1);
		expect_same(deviation_of(groups, count), deviation_of(turned, count), 1);
		expect_same(coefficient_of(groups, count), coefficient_of(turned, count), 1);
	}
}

Test(between_group_properties, larger_values_scale_all_but_the_coefficient)
{
	struct vectors_random random = { 72 };

	for (int i = 0; i < 2000; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], scaled[BETWEEN_GROUPS_MOST];
		double scale = vectors_random_between(&random, 0.01, 1000);
		size_t count = between_random(&random, 10, groups);

		for (size_t j = 0; j < count; j++)
			scaled[j] = (struct between_group){ scale * groups[j].value,
							    scale * groups[j].error,
							    groups[j].population };
		expect_same(variance_of(groups, count), variance_of(scaled, count), scale * scale);
		expect_same(deviation_of(groups, count), deviation_of(scaled, count), scale);
		expect_same(coefficient_of(groups, count), coefficient_of(scaled, count), 1);
	}
}

/* The values; what is known of them is another matter when there are two groups for one. */
Test(between_group_properties, a_group_in_two_halves_changes_no_value)
{
	struct vectors_random random = { 73 };

	for (int i = 0; i < 2000; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST], halves[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 10, groups);

		for (size_t j = 0; j < count; j++)
			halves[j] = groups[j];
		halves[1].population /= 2;
		halves[count] = halves[1];
		cr_assert_float_eq(variance_of(groups, count).value,
				   variance_of(halves, count + 1).value, 1e-9);
		cr_assert_float_eq(coefficient_of(groups, count).value,
				   coefficient_of(halves, count + 1).value, 1e-9);
	}
}

/* Shares of a quarter, a half and a quarter; mean 22.5. */
static const struct between_group three[] = { { 10, 1, 100 }, { 20, 2, 200 }, { 40, 2, 100 } };

/* The error of the variance is exact for normal values: it is how the variance comes out again and again. */
Test(between_group_properties, the_error_is_how_the_variance_varies)
{
	enum { DRAWS = 100000 };
	struct random random = random_seeded(74);
	struct between_estimate estimate = variance_of(three, 3);
	double sum = 0, squares = 0, mean;

	for (int i = 0; i < DRAWS; i++) {
		struct between_group drawn[3];
		double value;

		for (size_t j = 0; j < 3; j++) {
			drawn[j] = three[j];
			drawn[j].value += drawn[j].error * random_normal(&random);
		}
		value = variance_of(drawn, 3).value - estimate.value;
		sum += value;
		squares += value * value;
	}
	mean = sum / DRAWS;
	/* Five standard deviations of a standard deviation from so many draws. */
	cr_assert_float_eq(sqrt(squares / DRAWS - mean * mean), estimate.error,
			   5 * estimate.error / sqrt(2.0 * DRAWS));
}

/* The delta method: the change by each value times its error, by small steps. */
Test(between_group_properties, the_error_of_the_coefficient_is_that_of_small_changes)
{
	struct vectors_random random = { 75 };

	for (int i = 0; i < 500; i++) {
		struct between_group groups[BETWEEN_GROUPS_MOST];
		size_t count = between_random(&random, 10, groups);
		struct between_estimate estimate = coefficient_of(groups, count);
		double sum = 0;

		for (size_t j = 0; j < count; j++) {
			double value = groups[j].value, step = 1e-4, up, down, change;

			groups[j].value = value + step;
			up = coefficient_of(groups, count).value;
			groups[j].value = value - step;
			down = coefficient_of(groups, count).value;
			groups[j].value = value;
			change = (up - down) / (2 * step) * groups[j].error;
			sum += change * change;
		}
		cr_assert_float_eq(sqrt(sum), estimate.error, 1e-5 * estimate.error);
	}
}
