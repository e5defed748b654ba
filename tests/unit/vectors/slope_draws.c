#include "vectors/slope_draws.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "stats/random.h"

/*
 * Five equal groups with the ranks 0.1, 0.3, 0.5, 0.7 and 0.9 put (-1, -0.5, 0, 0.5, 1) of their values into the
 * slope and (0.7, 0.45, 0.2, -0.05, -0.3) into the start of a straight line.
 */
enum { GROUPS = 5 };

#define SEEN_95 1.959963984540054

/* All of value 1 and with the same error on the logarithmic scale. */
static void even_rates(struct slope_group groups[static GROUPS], double error)
{
	for (size_t i = 0; i < GROUPS; i++)
		groups[i] = (struct slope_group){
			{ 1, { exp(-SEEN_95 * error), exp(SEEN_95 * error) } }, 1000
		};
}

static struct slope_draws begin(struct arena *arena, const struct slope_group *groups,
				enum slope_model model, double multiplier, size_t room)
{
	struct slope_draws draws;

	cr_assert_eq(slope_draws_begin(arena, groups, GROUPS, model, multiplier, room, &draws),
		     STATS_OK);
	return draws;
}

static struct drawn_index one_draw(enum slope_model model, double multiplier, bool want_ratio)
{
	struct arena *arena = arena_new();
	struct slope_group groups[GROUPS];
	struct slope_draws draws;
	struct drawn_index index;
	static double figure;

	even_rates(groups, 1);
	draws = begin(arena, groups, model, multiplier, 1);
	slope_draws_add(&draws, (const double[]){ 1, 0, 0, 0, 0 });
	index = want_ratio ? draws.ratio : draws.slope;
	cr_assert(drawn_index_at(&draws, &index, 1, &figure));
	index.figures = &figure;
	arena_free(arena);
	return index;
}

static double slope_of(enum slope_model model, double multiplier)
{
	return one_draw(model, multiplier, false).figures[0];
}

static double ratio_of(enum slope_model model, double multiplier)
{
	return one_draw(model, multiplier, true).figures[0];
}

/* The first group is drawn to e, the others stay at 1. */
Test(slope_draws, fits_a_straight_line_to_what_was_drawn)
{
	double start = 0.7 * M_E + 0.3, slope = 1 - M_E;

	cr_expect_float_eq(slope_of(SLOPE_LINEAR_RATE, 10), 10 * slope, 1e-12);
	cr_expect_float_eq(ratio_of(SLOPE_LINEAR_RATE, 10), (start + slope) / start, 1e-12);
	cr_expect_float_eq(slope_of(SLOPE_LINEAR_RATE, -10), -10 * slope, 1e-12);
	cr_expect_float_eq(ratio_of(SLOPE_LINEAR_RATE, -10), start / (start + slope), 1e-12);
}

/* On the logarithmic scale the first group is drawn to 1: the slope is -1 about a middle of 0. */
Test(slope_draws, turns_another_line_about_the_middle_it_had)
{
	cr_expect_float_eq(slope_of(SLOPE_LOG_RATE, 10), 10 * (exp(-0.5) - exp(0.5)), 1e-12);
	cr_expect_float_eq(ratio_of(SLOPE_LOG_RATE, 10), exp(-1), 1e-12);
	cr_expect_float_eq(ratio_of(SLOPE_LOG_RATE, -10), exp(1), 1e-12);
}

/* A half with limits of the same logit error: drawn to 1 / (1 + 1/e). */
Test(slope_draws, draws_proportions_on_the_logit_scale)
{
	struct arena *arena = arena_new();
	double upper = 1 / (1 + exp(-SEEN_95)), drawn = 1 / (1 + exp(-1)), start, slope;
	struct slope_group groups[GROUPS];
	struct slope_draws draws;

	for (size_t i = 0; i < GROUPS; i++)
		groups[i] = (struct slope_group){ { 0.5, { 1 - upper, upper } }, 1000 };
	draws = begin(arena, groups, SLOPE_LINEAR_PROPORTION, 1, 1);
	slope_draws_add(&draws, (const double[]){ 0, 0, 0, 0, 1 });
	start = 0.65 - 0.3 * drawn;
	slope = drawn - 0.5;
	cr_expect_float_eq(draws.slope.figures[0], slope, 1e-12);
	cr_expect_float_eq(draws.ratio.figures[0], (start + slope) / start, 1e-12);
	draws = begin(arena, groups, SLOPE_LOGIT_PROPORTION, 1, 1);
	slope_draws_add(&draws, (const double[]){ 0, 0, 0, 0, 1 });
	cr_expect_float_eq(draws.slope.figures[0], tanh(0.25), 1e-12);
	arena_free(arena);
}

Test(slope_draws, gives_the_indices_themselves_where_nothing_moves)
{
	static const struct slope_group groups[GROUPS] = {
		{ { 0.2, { 0.1, 0.35 } }, 900 },  { { 0.3, { 0.2, 0.4 } }, 5000 },
		{ { 0.25, { 0.2, 0.3 } }, 1200 }, { { 0.4, { 0.3, 0.6 } }, 300 },
		{ { 0.5, { 0.45, 0.6 } }, 2500 },
	};
	struct arena *arena = arena_new();

	for (enum slope_model model = SLOPE_LINEAR; model <= SLOPE_LOGIT_PROPORTION; model++) {
		struct slope_draws draws = begin(arena, groups, model, -3, 1);
		struct estimate slope, ratio;
		struct slope_fit fit;
		size_t group;

		slope_draws_add(&draws, (const double[GROUPS]){ 0 });
		cr_assert_eq(slope_fit(groups, GROUPS, model, &fit, &group), STATS_OK);
		cr_assert_eq(slope_index(&fit, 0.95, -3, &slope), STATS_OK);
		cr_assert_eq(slope_relative_index(&fit, 0.95, -3, &ratio), STATS_OK);
		cr_expect_float_eq(draws.slope.figures[0], slope.value, 1e-12);
		cr_expect_float_eq(draws.ratio.figures[0], ratio.value, 1e-12);
	}
	arena_free(arena);
}

Test(slope_draws, come_to_the_limits_that_have_a_closed_form)
{
	enum { DRAWS = 20000, LOWER = DRAWS / 40 };
	struct arena *arena = arena_new();
	struct random random = random_seeded(5);
	struct slope_group groups[GROUPS];
	struct slope_draws draws;
	struct estimate slope;
	struct slope_fit fit;
	size_t group;
	double limit, away;

	even_rates(groups, 0.5);
	draws = begin(arena, groups, SLOPE_LOG_RATE, 1, DRAWS);
	for (size_t i = 0; i < DRAWS; i++) {
		double deviates[GROUPS];

		for (size_t j = 0; j < GROUPS; j++)
			deviates[j] = random_normal(&random);
		slope_draws_add(&draws, deviates);
	}
	slope_draws_order(&draws);
	cr_assert_eq(slope_fit(groups, GROUPS, SLOPE_LOG_RATE, &fit, &group), STATS_OK);
	cr_assert_eq(slope_index(&fit, 0.95, 1, &slope), STATS_OK);
	cr_assert(drawn_index_at(&draws, &draws.slope, LOWER, &limit));
	away = drawn_index_scatter(&draws.slope, LOWER, 1e12, slope.limits.lower);
	cr_expect_float_eq(limit, slope.limits.lower, away);
	/* Which is little beside the interval. */
	cr_expect_lt(away, 0.1 * (slope.value - slope.limits.lower));
	arena_free(arena);
}

Test(slope_draws, exchanges_limits_of_a_line_that_is_not_straight_after_they_were_taken)
{
	struct slope_draws draws = { .model = SLOPE_LOG_RATE, .multiplier = -1, .draws = 1000 };

	cr_expect_eq(slope_draws_places(&draws, 25, 975).lower, 26);
	cr_expect_eq(slope_draws_places(&draws, 25, 975).upper, 976);
	draws.multiplier = 1;
	cr_expect_eq(slope_draws_places(&draws, 25, 975).lower, 25);
	draws.multiplier = -1;
	draws.model = SLOPE_LINEAR_RATE;
	cr_expect_eq(slope_draws_places(&draws, 25, 975).lower, 25);
	cr_expect_eq(slope_draws_places(&draws, 25, 975).upper, 975);
}

Test(slope_draws, have_no_figure_where_a_draw_had_none)
{
	struct arena *arena = arena_new();
	struct slope_group groups[GROUPS];
	struct slope_draws draws;
	double figure = 7;

	even_rates(groups, 1);
	draws = begin(arena, groups, SLOPE_LINEAR_RATE, 1, 2);
	slope_draws_add(&draws, (const double[GROUPS]){ 0 });
	cr_expect_not(drawn_index_at(&draws, &draws.slope, 0, &figure));
	cr_expect_not(drawn_index_at(&draws, &draws.slope, 2, &figure));
	cr_expect_eq(figure, 7);
	cr_expect(drawn_index_at(&draws, &draws.slope, 1, &figure));
	slope_draws_add(&draws, (const double[GROUPS]){ 0, NAN });
	cr_expect_not(drawn_index_at(&draws, &draws.slope, 1, &figure));
	cr_expect_not(drawn_index_at(&draws, &draws.ratio, 1, &figure));
	arena_free(arena);
}

/* Of figures 1, 2, 3, ... 1000 the one at place 100 moves by 5 sqrt(100 0.9 (1 + 1000 / draws)), rounded up. */
Test(slope_draws, scatter_as_far_as_five_deviations_of_the_place)
{
	double figures[1000];
	struct drawn_index index = { figures, 1000 };

	for (size_t i = 0; i < 1000; i++)
		figures[i] = (double)(i + 1);
	cr_expect_eq(drawn_index_scatter(&index, 100, 1e12, 101), 48);
	cr_expect_eq(drawn_index_scatter(&index, 100, 1000, 101), 68);
	cr_expect_eq(drawn_index_scatter(&index, 100, 1000, 99), 68);
	/* Place 25 goes down no further than to the first. */
	cr_expect_eq(drawn_index_scatter(&index, 25, 1000, 99), 35);
	cr_expect_eq(drawn_index_scatter(&index, 25, 1000, 1), 24);
	cr_expect_eq(drawn_index_scatter(&index, 975, 1000, 999), 25);
	/* The long side of a skewed distribution allows more. */
	figures[167] = 1e6;
	cr_expect_gt(drawn_index_scatter(&index, 100, 1000, 101),
		     drawn_index_scatter(&index, 100, 1000, 99));
}

Test(slope_draws, begin_with_no_fewer_groups_than_a_line_takes)
{
	struct arena *arena = arena_new();
	struct slope_group groups[GROUPS];
	struct slope_draws draws;

	even_rates(groups, 1);
	cr_expect_eq(slope_draws_begin(arena, groups, 4, SLOPE_LINEAR, 1, 1, &draws),
		     STATS_TOO_FEW_GROUPS);
	groups[2].population = 0;
	cr_expect_eq(slope_draws_begin(arena, groups, 5, SLOPE_LINEAR, 1, 1, &draws),
		     STATS_ZERO_POPULATION_GROUP);
	arena_free(arena);
}
