#include "stats/least_squares.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/slope.h"
#include "support/slopes.h"
#include "support/vectors_random.h"

enum { NO_POINT = 777, MOST = 60 };

static const struct least_squares_point points[] = {
	{ 0, 1, 1 },
	{ 1, 2, 1 },
	{ 2, 2, 2 },
	{ 3, 5, 1 },
};

static struct least_squares_line line_of(const struct least_squares_point *some, size_t count)
{
	struct least_squares_line line;
	size_t point;

	cr_assert_eq(least_squares(some, count, &line, &point), STATS_OK);
	return line;
}

/* Outcome for the points above with the third of them replaced. */
static enum stats_outcome outcome_with(struct least_squares_point other)
{
	struct least_squares_point some[4];
	struct least_squares_line line = { -7, -7, -7 };
	size_t point = NO_POINT;
	enum stats_outcome outcome;

	for (size_t i = 0; i < 4; i++)
		some[i] = i == 2 ? other : points[i];
	outcome = least_squares(some, 4, &line, &point);
	cr_assert(outcome == STATS_OK || (point == 2 && line.slope == -7));
	return outcome;
}

/*
 * By hand: weights 1, 1, 2, 1 put the middle at rank 1.6 and value 2.4. Sum of squares of the ranks
 * 2.56 + 0.36 + 2 * 0.16 + 1.96 = 5.2, of products 2.24 + 0.24 - 2 * 0.16 + 3.64 = 5.8.
 */
Test(least_squares, finds_the_line_worked_out_by_hand)
{
	struct least_squares_line line = line_of(points, 4);
	double slope = 5.8 / 5.2, start = 2.4 - 1.6 * slope, left_over = 0;
	struct estimate index;

	for (size_t i = 0; i < 4; i++)
		left_over +=
			points[i].weight * pow(points[i].value - start - slope * points[i].rank, 2);
	cr_assert_float_eq(line.slope, slope, 1e-15);
	cr_assert_float_eq(line.intercept, start, 1e-15);
	cr_assert_float_eq(line.slope_error, sqrt(left_over / 2 / 5.2), 1e-15);
	cr_assert_eq(least_squares_slope(&line, 1.96, &index), STATS_OK);
	cr_assert_eq(index.value, line.slope);
	cr_assert_float_eq(index.limits.lower, slope - 1.96 * line.slope_error, 1e-15);
	cr_assert_float_eq(index.limits.upper, slope + 1.96 * line.slope_error, 1e-15);
}

Test(least_squares, needs_three_points)
{
	struct least_squares_line line = { -7, -7, -7 };
	size_t point = NO_POINT;

	cr_assert_eq(least_squares(points, 2, &line, &point), STATS_TOO_FEW_GROUPS);
	cr_assert_eq(least_squares(points, 0, &line, &point), STATS_TOO_FEW_GROUPS);
	cr_assert(point == NO_POINT && line.slope == -7);
	cr_assert_eq(least_squares(points, 3, &line, &point), STATS_OK);
}

Test(least_squares, names_the_point_that_is_none)
{
	cr_assert_eq(outcome_with((struct least_squares_point){ 2, 2, 0 }),
		     STATS_ZERO_POPULATION_GROUP);
	cr_assert_eq(outcome_with((struct least_squares_point){ 2, 2, -1 }), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct least_squares_point){ 2, nan(""), 1 }),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct least_squares_point){ HUGE_VAL, 2, 1 }),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_with((struct least_squares_point){ 2, 2, 1e-9 }), STATS_OK);
}

Test(least_squares, has_no_line_through_points_at_one_rank)
{
	const struct least_squares_point one_rank[] = { { 0.3, 1, 1 },
							{ 0.3, 2, 7 },
							{ 0.3, 5, 3 } };
	struct least_squares_line line = { -7, -7, -7 };
	size_t point = NO_POINT;

	cr_assert_eq(least_squares(one_rank, 3, &line, &point), STATS_OUT_OF_RANGE);
	cr_assert(point == 0 && line.slope == -7);
}

Test(least_squares, refuses_what_is_too_large_to_square)
{
	const struct least_squares_point far[] = { { 0, 0, 1 }, { 1, 1e200, 1 }, { 2, -1e200, 1 } };
	const struct least_squares_point heavy[] = { { 0, 0, 1e308 },
						     { 1, 1, 1e308 },
						     { 2, 2, 1e308 } };
	struct least_squares_line line = { -7, -7, -7 };
	size_t point = NO_POINT;

	cr_assert_eq(least_squares(far, 3, &line, &point), STATS_OUT_OF_RANGE);
	cr_assert_eq(point, 0);
	cr_assert_eq(least_squares(heavy, 3, &line, &point), STATS_OUT_OF_RANGE);
	cr_assert(line.slope == -7 && line.intercept == -7);
}

Test(least_squares, limits_need_a_number_of_errors)
{
	struct least_squares_line line = line_of(points, 4);
	struct estimate index = { .value = -7 };

	cr_assert_eq(least_squares_slope(&line, -1, &index), STATS_OUT_OF_RANGE);
	cr_assert_eq(least_squares_slope(&line, nan(""), &index), STATS_OUT_OF_RANGE);
	cr_assert_eq(index.value, -7);
}

static void make_random(struct vectors_random *random, struct least_squares_point *some)
{
	for (size_t i = 0; i < MOST; i++)
		some[i] = (struct least_squares_point){ vectors_random_between(random, 0, 1),
							vectors_random_between(random, 40, 60),
							vectors_random_between(random, 1e3, 5e3) };
}

Test(least_squares, equal_values_have_a_slope_of_exactly_zero)
{
	struct vectors_random random = { 63 };

	for (int i = 0; i < 200; i++) {
		struct least_squares_point some[MOST];
		struct least_squares_line line;

		make_random(&random, some);
		for (size_t j = 1; j < MOST; j++)
			some[j].value = some[0].value;
		line = line_of(some, MOST);
		cr_assert(line.slope == 0 && line.slope_error == 0);
		cr_assert_eq(line.intercept, some[0].value);
	}
}

Test(least_squares, order_and_halves_change_nothing_but_the_number_of_points)
{
	struct vectors_random random = { 64 };

	for (int i = 0; i < 500; i++) {
		struct least_squares_point some[MOST], halves[2 * MOST];
		struct least_squares_line line, other;

		make_random(&random, some);
		for (size_t j = 0; j < MOST; j++) {
			halves[2 * MOST - 1 - j] = halves[j] = some[j];
			halves[j].weight /= 2;
			halves[2 * MOST - 1 - j].weight /= 2;
		}
		line = line_of(some, MOST);
		other = line_of(halves, 2 * (size_t)MOST);
		cr_assert_float_eq(line.slope, other.slope, 1e-11);
		cr_assert_float_eq(line.intercept, other.intercept, 1e-11);
		/* The same is left over, divided by 2 MOST - 2 instead of MOST - 2. */
		cr_assert_float_eq(other.slope_error * sqrt((2 * MOST - 2.0) / (MOST - 2)),
				   line.slope_error, 1e-11);
	}
}

Test(least_squares, is_the_slope_index_of_groups_by_relative_rank)
{
	struct vectors_random random = { 65 };

	for (int i = 0; i < 500; i++) {
		struct least_squares_point some[MOST];
		struct slope_group groups[MOST];
		struct least_squares_line line;
		struct slope_fit fit;
		double total = 0, before = 0;

		make_random(&random, some);
		for (size_t j = 0; j < MOST; j++) {
			double value = some[j].value;

			total += some[j].weight;
			groups[j] =
				(struct slope_group){ { value, { value, value } }, some[j].weight };
		}
		for (size_t j = 0; j < MOST; j++) {
			some[j].rank = (before + some[j].weight / 2) / total;
			before += some[j].weight;
		}
		line = line_of(some, MOST);
		fit = slope_fit_of(groups, MOST, SLOPE_LINEAR);
		cr_assert_float_eq(line.slope, fit.slope, 1e-11);
		cr_assert_float_eq(line.intercept, fit.intercept, 1e-11);
	}
}

Test(least_squares, keeps_its_accuracy_far_from_zero)
{
	struct vectors_random random = { 66 };
	struct least_squares_point some[MOST];
	struct least_squares_line near, far;

	make_random(&random, some);
	/* Numbers of which the large ones keep every digit. */
	for (size_t i = 0; i < MOST; i++)
		some[i].value = round(some[i].value * 1024) / 1024;
	near = line_of(some, MOST);
	for (size_t i = 0; i < MOST; i++)
		some[i].value += 0x1p40;
	far = line_of(some, MOST);
	cr_assert_float_eq(far.slope / near.slope, 1, 1e-10);
	cr_assert_float_eq(far.slope_error / near.slope_error, 1, 1e-10);
}
