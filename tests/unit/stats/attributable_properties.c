/* What must hold of attributable risk and fraction for any groups. */

#include "stats/attributable.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { MOST = 20 };

static size_t random_groups(struct vectors_random *random, struct attributable_group *groups)
{
	size_t count = 3 + (size_t)vectors_random_count(random, 0, MOST - 3);

	for (size_t i = 0; i < count; i++)
		groups[i] = (struct attributable_group){ vectors_random_between(random, 0.01, 0.99),
							 vectors_random_between(random, 1e3, 5e3) };
	return count;
}

static size_t highest(const struct attributable_group *groups, size_t count)
{
	size_t best = 0;

	for (size_t i = 1; i < count; i++)
		if (groups[i].value > groups[best].value)
			best = i;
	return best;
}

static struct attributable found_of(const struct attributable_group *groups, size_t count,
				    size_t reference, enum favourable favourable)
{
	struct attributable found;
	size_t group;

	cr_assert_eq(attributable(groups, count, reference, favourable, &found, &group), STATS_OK);
	return found;
}

/*
 * People fall at random into reference and others, with and without the event. The fraction is
 * (c / (c + d)) / ((a + c) / N) - 1 of their counts; its error by the delta method from the changes
 * of the logarithm of that with each count.
 */
static double multinomial_error(const struct attributable_group *groups, size_t count,
				size_t reference)
{
	double a = 0, b = 0, c = 0, d = 0, total, sum = 0, mean = 0;
	double counts[4], changes[4];

	for (size_t i = 0; i < count; i++) {
		double with = groups[i].value * groups[i].population;

		*(i == reference ? &c : &a) += with;
		*(i == reference ? &d : &b) += groups[i].population - with;
	}
	total = a + b + c + d;
	counts[0] = a, changes[0] = -1 / (a + c);
	counts[1] = b, changes[1] = 0;
	counts[2] = c, changes[2] = 1 / c - 1 / (c + d) - 1 / (a + c);
	counts[3] = d, changes[3] = -1 / (c + d);
	for (size_t i = 0; i < 4; i++) {
		sum += counts[i] * changes[i] * changes[i];
		mean += counts[i] * changes[i];
	}
	return c / (c + d) * total / (a + c) * sqrt(sum - mean * mean / total);
}

Test(attributable_properties, error_is_that_of_the_delta_method)
{
	struct vectors_random random = { 81 };
	struct attributable_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), best = highest(groups, count);
		struct attributable found = found_of(groups, count, best, FAVOURABLE_HIGH);

		cr_assert_float_eq(found.fraction_error / multinomial_error(groups, count, best), 1,
				   1e-11);
		cr_assert_float_eq(found.risk_error, found.mean * found.fraction_error, 1e-15);
	}
}

Test(attributable_properties, limits_hold_the_value)
{
	struct vectors_random random = { 82 };
	struct attributable_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups);
		struct attributable found =
			found_of(groups, count, highest(groups, count), FAVOURABLE_HIGH);
		double confidence = vectors_random_between(&random, 0.5, 0.999);
		struct estimate out;

		cr_assert_geq(found.risk, 0);
		cr_assert_eq(attributable_risk(&found, confidence, &out), STATS_OK);
		cr_assert(out.limits.lower < out.value && out.value < out.limits.upper);
		cr_assert_eq(attributable_fraction(&found, confidence, &out), STATS_OK);
		cr_assert(out.limits.lower < out.value && out.value < out.limits.upper);
	}
}

/* What is gained with the event is lost without it. */
Test(attributable_properties, risk_of_those_without_has_the_other_sign)
{
	struct vectors_random random = { 83 };
	struct attributable_group groups[MOST], without[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), best = highest(groups, count);
		struct attributable found, mirrored;

		for (size_t j = 0; j < count; j++)
			without[j] = (struct attributable_group){ 1 - groups[j].value,
								  groups[j].population };
		found = found_of(groups, count, best, FAVOURABLE_HIGH);
		mirrored = found_of(without, count, best, FAVOURABLE_LOW);
		cr_assert_float_eq(found.risk, -mirrored.risk, 1e-14);
		cr_assert_float_eq(found.mean, 1 - mirrored.mean, 1e-14);
	}
}

Test(attributable_properties, order_of_the_groups_changes_nothing)
{
	struct vectors_random random = { 84 };
	struct attributable_group groups[MOST], turned[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), best = highest(groups, count);
		struct attributable found, other;

		for (size_t j = 0; j < count; j++)
			turned[j] = groups[count - 1 - j];
		found = found_of(groups, count, best, FAVOURABLE_HIGH);
		other = found_of(turned, count, count - 1 - best, FAVOURABLE_HIGH);
		cr_assert_float_eq(found.risk, other.risk, 1e-15);
		cr_assert_float_eq(found.fraction_error / other.fraction_error, 1, 1e-12);
	}
}

/* Halves of the reference make it smaller, and so less certain; halves of others change nothing. */
Test(attributable_properties, two_halves_of_a_group_are_as_good_as_the_group)
{
	struct vectors_random random = { 85 };
	struct attributable_group groups[MOST + 1];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), best = highest(groups, count);
		size_t split = (size_t)i % count;
		struct attributable found = found_of(groups, count, best, FAVOURABLE_HIGH), halves;

		groups[split].population /= 2;
		groups[count] = groups[split];
		halves = found_of(groups, count + 1, best, FAVOURABLE_HIGH);
		cr_assert_float_eq(found.risk, halves.risk, 1e-15);
		cr_assert_float_eq(found.fraction, halves.fraction, 1e-14);
		if (split != best)
			cr_assert_float_eq(found.fraction_error / halves.fraction_error, 1, 1e-12);
		else
			cr_assert_gt(halves.fraction_error, found.fraction_error);
	}
}

Test(attributable_properties, error_shrinks_with_the_root_of_the_population)
{
	struct vectors_random random = { 86 };
	struct attributable_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), best = highest(groups, count);
		struct attributable found = found_of(groups, count, best, FAVOURABLE_HIGH), larger;

		for (size_t j = 0; j < count; j++)
			groups[j].population *= 100;
		larger = found_of(groups, count, best, FAVOURABLE_HIGH);
		cr_assert_float_eq(found.fraction, larger.fraction, 1e-14);
		cr_assert_float_eq(found.fraction_error / larger.fraction_error, 10, 1e-11);
	}
}
