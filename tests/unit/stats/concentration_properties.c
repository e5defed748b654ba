/* What must hold of concentration indices for any groups. */

#include "stats/concentration.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/normal.h"
#include "stats/slope.h"
#include "support/slopes.h"
#include "support/vectors_random.h"

enum { MOST = 20 };

static const struct interval bounds = { 0, 1 };

static size_t random_groups(struct vectors_random *random, struct concentration_group *groups)
{
	size_t count = 5 + (size_t)vectors_random_count(random, 0, MOST - 5);

	for (size_t i = 0; i < count; i++)
		groups[i] =
			(struct concentration_group){ vectors_random_between(random, 0.05, 0.95),
						      vectors_random_between(random, 0, 0.02),
						      vectors_random_between(random, 1e3, 5e3) };
	return count;
}

static struct concentration_index index_of(const struct concentration_group *groups, size_t count,
					   enum concentration_kind kind)
{
	struct concentration_index index;
	size_t group;

	cr_assert_eq(concentration_index(groups, count, kind, &bounds, 0.95, &index, &group),
		     STATS_OK);
	cr_assert(index.estimate.limits.lower <= index.estimate.value &&
		  index.estimate.value <= index.estimate.limits.upper);
	return index;
}

/* Variance of the relative ranks. */
static double rank_variance(const struct concentration_group *groups, size_t count)
{
	double population = 0, cubes = 0;

	for (size_t i = 0; i < count; i++)
		population += groups[i].population;
	for (size_t i = 0; i < count; i++)
		cubes += pow(groups[i].population / population, 3);
	return (1 - cubes) / 12;
}

Test(concentration_properties, slope_index_is_the_absolute_index_by_twice_the_variance_of_the_ranks)
{
	struct vectors_random random = { 71 };
	struct concentration_group groups[MOST];

	for (int i = 0; i < 2000; i++) {
		size_t count = random_groups(&random, groups);
		struct concentration_index index = index_of(groups, count, CONCENTRATION_ABSOLUTE);
		double twice = 2 * rank_variance(groups, count), z = normal_deviate(0.95);
		struct slope_group lines[MOST];
		struct slope_fit fit;

		for (size_t j = 0; j < count; j++) {
			double value = groups[j].value, half = z * groups[j].error;

			lines[j] = (struct slope_group){ { value, { value - half, value + half } },
							 groups[j].population };
		}
		fit = slope_fit_of(lines, count, SLOPE_LINEAR);
		cr_assert_float_eq(fit.slope, index.estimate.value / twice, 1e-13);
		cr_assert_float_eq(sqrt(fit.slope_variance), index.error / twice, 1e-13);
	}
}

Test(concentration_properties, errors_are_those_of_small_changes_of_the_values)
{
	struct vectors_random random = { 72 };
	struct concentration_group groups[MOST], other[MOST];
	const double step = 1e-6;

	for (int i = 0; i < 400; i++) {
		enum concentration_kind kind = (enum concentration_kind)(i % 4);
		size_t count = random_groups(&random, groups);
		double error = 0;

		for (size_t j = 0; j < count; j++) {
			double up, down;

			for (size_t k = 0; k < count; k++)
				other[k] = groups[k];
			other[j].value = groups[j].value + step;
			up = index_of(other, count, kind).estimate.value;
			other[j].value = groups[j].value - step;
			down = index_of(other, count, kind).estimate.value;
			error = hypot(error, (up - down) / (2 * step) * groups[j].error);
		}
		cr_assert_float_eq(index_of(groups, count, kind).error / error, 1, 1e-6);
	}
}

Test(concentration_properties, two_halves_of_a_group_are_as_good_as_the_group)
{
	struct vectors_random random = { 73 };
	struct concentration_group groups[MOST], halves[2 * MOST];

	for (int i = 0; i < 1000; i++) {
		enum concentration_kind kind = (enum concentration_kind)(i % 4);
		size_t count = random_groups(&random, groups);

		for (size_t j = 0; j < count; j++) {
			halves[2 * j] = halves[2 * j + 1] = groups[j];
			halves[2 * j].population /= 2;
			halves[2 * j + 1].population /= 2;
		}
		cr_assert_float_eq(index_of(groups, count, kind).estimate.value,
				   index_of(halves, 2 * count, kind).estimate.value, 1e-14);
	}
}

Test(concentration_properties, a_multiplier_scales_the_absolute_index_only)
{
	struct vectors_random random = { 74 };
	struct concentration_group groups[MOST], percent[MOST];
	const struct interval hundred = { 0, 100 };

	for (int i = 0; i < 1000; i++) {
		enum concentration_kind kind = (enum concentration_kind)(i % 4);
		size_t count = random_groups(&random, groups), group;
		double scale = kind == CONCENTRATION_ABSOLUTE ? 100 : 1;
		struct concentration_index index = index_of(groups, count, kind), scaled;

		for (size_t j = 0; j < count; j++)
			percent[j] = (struct concentration_group){ 100 * groups[j].value,
								   100 * groups[j].error,
								   groups[j].population / 3 };
		cr_assert_eq(
			concentration_index(percent, count, kind, &hundred, 0.95, &scaled, &group),
			STATS_OK);
		cr_assert_float_eq(scaled.estimate.value, scale * index.estimate.value,
				   1e-13 * scale);
		cr_assert_float_eq(scaled.error, scale * index.error, 1e-13 * scale);
	}
}

Test(concentration_properties, groups_in_the_opposite_order_change_the_sign)
{
	struct vectors_random random = { 75 };
	struct concentration_group groups[MOST], turned[MOST];

	for (int i = 0; i < 1000; i++) {
		enum concentration_kind kind = (enum concentration_kind)(i % 4);
		size_t count = random_groups(&random, groups);
		struct concentration_index index = index_of(groups, count, kind), back;

		for (size_t j = 0; j < count; j++)
			turned[j] = groups[count - 1 - j];
		back = index_of(turned, count, kind);
		cr_assert_float_eq(index.estimate.value, -back.estimate.value, 1e-14);
		cr_assert_float_eq(index.error, back.error, 1e-14);
	}
}

/* All but the relative index, for which those with and without are not each other's mirror image. */
Test(concentration_properties, those_without_give_the_same_index_with_the_other_sign)
{
	struct vectors_random random = { 76 };
	struct concentration_group groups[MOST], without[MOST];

	for (int i = 0; i < 1000; i++) {
		static const enum concentration_kind kinds[] = { CONCENTRATION_ABSOLUTE,
								 CONCENTRATION_ERREYGERS,
								 CONCENTRATION_WAGSTAFF };
		enum concentration_kind kind = kinds[i % 3];
		size_t count = random_groups(&random, groups);
		struct concentration_index index = index_of(groups, count, kind), mirrored;

		for (size_t j = 0; j < count; j++) {
			without[j] = groups[j];
			without[j].value = 1 - groups[j].value;
		}
		mirrored = index_of(without, count, kind);
		cr_assert_float_eq(index.estimate.value, -mirrored.estimate.value, 1e-13);
		cr_assert_float_eq(index.error, mirrored.error, 1e-13);
	}
}

Test(concentration_properties, indices_without_unit_lie_between_minus_one_and_one)
{
	struct vectors_random random = { 77 };
	struct concentration_group groups[MOST];

	for (int i = 0; i < 2000; i++) {
		enum concentration_kind kind = (enum concentration_kind)(1 + i % 3);
		size_t count = random_groups(&random, groups);

		/* As far apart as can be: nobody, then everybody. */
		for (size_t j = 0; i % 2 == 0 && j < count; j++)
			groups[j].value = j < count / 2 ? 0 : 1;
		cr_assert_leq(fabs(index_of(groups, count, kind).estimate.value), 1 + 1e-13);
		/* Wagstaff's is as large as it can be then, whatever the mean. */
		if (i % 2 == 0 && kind == CONCENTRATION_WAGSTAFF)
			cr_assert_float_eq(index_of(groups, count, kind).estimate.value, 1, 1e-13);
	}
}

Test(concentration_properties, relative_index_is_twice_the_area_between_curve_and_diagonal)
{
	struct vectors_random random = { 78 };
	struct concentration_group groups[MOST];

	for (int i = 0; i < 1000; i++) {
		size_t count = random_groups(&random, groups), group;
		struct concentration_point points[MOST + 1];
		double under = 0;

		cr_assert_eq(concentration_curve(groups, count, points, &group), STATS_OK);
		for (size_t j = 0; j < count; j++) {
			cr_assert_lt(points[j].population, points[j + 1].population);
			cr_assert_leq(points[j].variable, points[j + 1].variable);
			under += (points[j + 1].population - points[j].population) *
				 (points[j + 1].variable + points[j].variable) / 2;
		}
		cr_assert_float_eq(index_of(groups, count, CONCENTRATION_RELATIVE).estimate.value,
				   1 - 2 * under, 1e-13);
	}
}

Test(concentration_properties, bounded_indices_stay_the_same_when_values_and_bounds_move)
{
	struct vectors_random random = { 79 };
	struct concentration_group groups[MOST];
	const struct interval moved = { 3, 4 };

	for (int i = 0; i < 1000; i++) {
		enum concentration_kind kind =
			i % 2 == 0 ? CONCENTRATION_ERREYGERS : CONCENTRATION_WAGSTAFF;
		size_t count = random_groups(&random, groups), group;
		struct concentration_index index = index_of(groups, count, kind), other;

		for (size_t j = 0; j < count; j++)
			groups[j].value += 3;
		cr_assert_eq(concentration_index(groups, count, kind, &moved, 0.95, &other, &group),
			     STATS_OK);
		cr_assert_float_eq(index.estimate.value, other.estimate.value, 1e-13);
		cr_assert_float_eq(index.error, other.error, 1e-13);
	}
}
