/*
 * sii.c - slope and relative index of inequality.
 *
 * Where the limits of the program are the exact ones of the simulation in common use, the file has these as well,
 * and in the columns sim_* what a simulation gave, which scatters about them. For a straight line of rates or
 * proportions there is no closed form: the program's limits are those of the delta method, which the file has in
 * columns of their own, and the file's other limits come from a long simulation. These are compared with
 * limits of a simulation made here.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "stats/random.h"
#include "vectors/slope_draws.h"
#include "vectors/slope_groups.h"

static const struct vectors_tolerance tolerance = { .share = 1e-10, .floor = 1e-3 };

/* Draws that the columns tol_* are for; those of the long simulation; and those made here, from that seed. */
static const double draws_of_tolerance = 100000, draws_of_limits = 4e6;
enum { DRAWS = 100000, SEED = 1 };

/* A row with its line. */
struct line {
	const struct slope_group *groups;
	size_t count;
	enum slope_model model;
	double multiplier;
	enum stats_outcome fitted;
	struct slope_fit fit; /* meaningless unless fitted is STATS_OK */
};

/* Both indices at one level of confidence. */
struct indices {
	bool has_slope, has_ratio, has_ratio_limits;
	struct estimate slope, ratio;
};

static struct indices indices_of(const struct line *line, double confidence)
{
	const struct slope_fit *fit = &line->fit;
	double multiplier = line->multiplier;
	struct indices out = { 0 };

	if (line->fitted != STATS_OK)
		return out;
	out.has_slope = slope_index(fit, confidence, multiplier, &out.slope) == STATS_OK;
	out.has_ratio_limits =
		slope_relative_index(fit, confidence, multiplier, &out.ratio) == STATS_OK;
	out.has_ratio = slope_relative_index_value(fit, multiplier, &out.ratio.value) == STATS_OK;
	return out;
}

/* A limit of an interval with the name of its column, which "sim_" and "tol_" go before. */
struct limit {
	const char *column;
	bool known;
	double figure;
	/* Where the figure comes from draws: which of them, and at which place; else NULL. */
	const struct drawn_index *index;
	size_t place;
};

enum { LIMITS = 8 };

static struct limit limit_of(const char *column, bool known, double figure)
{
	return (struct limit){ .column = column, .known = known, .figure = figure };
}

static void closed_limits(const struct indices *at95, const struct indices *at998,
			  struct limit limits[static LIMITS])
{
	const struct interval *slope95 = &at95->slope.limits, *ratio95 = &at95->ratio.limits;
	const struct interval *slope998 = &at998->slope.limits, *ratio998 = &at998->ratio.limits;

	limits[0] = limit_of("sii_lower95", at95->has_slope, slope95->lower);
	limits[1] = limit_of("sii_upper95", at95->has_slope, slope95->upper);
	limits[2] = limit_of("rii_lower95", at95->has_ratio_limits, ratio95->lower);
	limits[3] = limit_of("rii_upper95", at95->has_ratio_limits, ratio95->upper);
	limits[4] = limit_of("sii_lower998", at998->has_slope, slope998->lower);
	limits[5] = limit_of("sii_upper998", at998->has_slope, slope998->upper);
	limits[6] = limit_of("rii_lower998", at998->has_ratio_limits, ratio998->lower);
	limits[7] = limit_of("rii_upper998", at998->has_ratio_limits, ratio998->upper);
}

static struct limit drawn_limit(const char *column, const struct slope_draws *draws,
				const struct drawn_index *index, size_t place)
{
	struct limit limit = { .column = column, .index = index, .place = place };

	limit.known = drawn_index_at(draws, index, place, &limit.figure);
	return limit;
}

static void drawn_limits(const struct slope_draws *draws, struct limit limits[static LIMITS])
{
	const struct drawn_index *slope = &draws->slope, *ratio = &draws->ratio;
	struct slope_places at95 = slope_draws_places(draws, DRAWS / 1000 * 25, DRAWS / 1000 * 975);
	struct slope_places at998 = slope_draws_places(draws, DRAWS / 1000, DRAWS / 1000 * 999);

	limits[0] = drawn_limit("sii_lower95", draws, slope, at95.lower);
	limits[1] = drawn_limit("sii_upper95", draws, slope, at95.upper);
	limits[2] = drawn_limit("rii_lower95", draws, ratio, at95.lower);
	limits[3] = drawn_limit("rii_upper95", draws, ratio, at95.upper);
	limits[4] = drawn_limit("sii_lower998", draws, slope, at998.lower);
	limits[5] = drawn_limit("sii_upper998", draws, slope, at998.upper);
	limits[6] = drawn_limit("rii_lower998", draws, ratio, at998.lower);
	limits[7] = drawn_limit("rii_upper998", draws, ratio, at998.upper);
}

/* The same on every run, and for every row. */
static void draw(struct slope_draws *draws, struct arena *arena)
{
	struct random random = random_seeded(SEED);
	double *deviates = arena_array(arena, draws->groups, sizeof(*deviates));

	for (size_t i = 0; i < DRAWS; i++) {
		for (size_t group = 0; group < draws->groups; group++)
			deviates[group] = random_normal(&random);
		slope_draws_add(draws, deviates);
	}
	slope_draws_order(draws);
}

/*
 * Against a limit that so many draws gave. The column tol_* has five standard deviations of its error; where the
 * figure is drawn as well, its own error comes to it. They are worked out as if the limit were one of an
 * even distribution; of a skewed one, as small counts have it, they are larger than that on the long side,
 * which the draws made here tell.
 */
static void compare_with_drawn(struct vectors *expected, size_t row, const struct limit *limit,
			       const char *column, double draws)
{
	double parts = draws_of_tolerance / draws, allowed = 0, want;

	vectors_number(expected, row,
		       arena_printf(vectors_arena(expected), "tol_%s", limit->column), &allowed);
	if (limit->index != NULL)
		parts += draws_of_tolerance / DRAWS;
	allowed = fmax(allowed, 0) * sqrt(parts);
	if (limit->index != NULL && limit->known && vectors_number(expected, row, column, &want)) {
		allowed =
			fmax(allowed, drawn_index_scatter(limit->index, limit->place, draws, want));
		/* Groups without errors give the same in every draw, and no scatter. */
		allowed = fmax(allowed, tolerance.share * fmax(fabs(want), tolerance.floor));
	}
	if (limit->index != NULL || allowed > 0)
		vectors_compare(expected, row, column, limit->known, limit->figure,
				(struct vectors_tolerance){ .absolute = allowed });
}

/* Of a level line, whose slope is what rounding leaves of it. */
static struct vectors_tolerance tolerance_of(const struct indices *indices)
{
	struct vectors_tolerance with = tolerance;

	if (indices->has_slope)
		with.rounding =
			vectors_noise(indices->slope.limits.upper - indices->slope.limits.lower);
	return with;
}

static void compare_limit(struct vectors *expected, size_t row, const struct limit *limit,
			  double draws)
{
	const char *simulated = arena_printf(vectors_arena(expected), "sim_%s", limit->column);
	double other_draws = draws_of_tolerance;
	bool has_other = vectors_number(expected, row, "sim_reps", &other_draws) ||
			 !vectors_missing(expected, row, simulated);

	if (draws > 0)
		compare_with_drawn(expected, row, limit, limit->column, draws);
	else
		vectors_compare(expected, row, limit->column, limit->known, limit->figure,
				tolerance);
	if (has_other && other_draws > 0)
		compare_with_drawn(expected, row, limit, simulated, other_draws);
}

/*
 * How many draws the limits of a row come from; 0 for limits in closed form. False for a kind of limits that
 * makes no sense.
 */
static bool read_draws(const struct vectors *expected, size_t row, double *out)
{
	const char *kind = vectors_text(expected, row, "limit_kind");
	size_t length = strspn(kind, "0123456789.");

	*out = 0;
	if (vectors_missing(expected, row, "limit_kind") || strcmp(kind, "closed form") == 0)
		return true;
	if (strstr(kind, "simulation") == NULL)
		return false;
	if (!number_parse(kind, length, out) || *out <= 0)
		*out = draws_of_limits;
	else if (strncmp(kind + length, " million", strlen(" million")) == 0)
		*out *= 1e6;
	return true;
}

static void compare_limits(struct vectors *expected, size_t row, const struct line *line,
			   const struct indices *at95, const struct indices *at998)
{
	struct arena *arena = vectors_arena(expected);
	struct slope_draws drawn = { 0 };
	struct limit limits[LIMITS];
	double draws;

	if (!read_draws(expected, row, &draws)) {
		vectors_fault(expected, row, "limit_kind", "no such kind of limits: %s",
			      vectors_text(expected, row, "limit_kind"));
		return;
	}
	if (draws == 0) {
		closed_limits(at95, at998, limits);
	} else {
		if (slope_draws_begin(arena, line->groups, line->count, line->model,
				      line->multiplier, DRAWS, &drawn) == STATS_OK)
			draw(&drawn, arena);
		drawn_limits(&drawn, limits);
	}
	for (size_t i = 0; i < LIMITS; i++)
		compare_limit(expected, row, &limits[i], draws);
	vectors_compare_estimate(
		expected, row,
		(const char *const[]){ NULL, "delta_sii_lower95", "delta_sii_upper95" },
		at95->has_slope, &at95->slope, 1, tolerance);
}

static void compare_row(struct vectors *expected, size_t row, const struct line *line)
{
	struct indices at95 = indices_of(line, 0.95), at998 = indices_of(line, 0.998);
	/* Of the fitted value at rank 0 the reference multiplies only what comes from a transform. */
	bool transform = vectors_number_or(expected, row, "transform", 0) != 0;
	bool known = line->fitted == STATS_OK;

	vectors_compare(expected, row, "sii", at95.has_slope, at95.slope.value,
			tolerance_of(&at95));
	vectors_compare(expected, row, "rii", at95.has_ratio, at95.ratio.value, tolerance);
	vectors_compare(
		expected, row, "intercept", known,
		known ? slope_fitted(&line->fit, 0) * (transform ? fabs(line->multiplier) : 1) : 0,
		tolerance);
	compare_limits(expected, row, line, &at95, &at998);
	vectors_compare_kind(expected, row, vectors_kind(line->fitted));
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		const size_t *rows;
		size_t group;
		struct line line = {
			.count = vectors_case(expected, row, "case", inputs, &rows),
			.model = slope_model_of(expected, row),
			.multiplier = vectors_number_or(expected, row, "multiplier", 1),
		};

		if (line.count == 0)
			continue;
		line.groups = slope_groups(inputs, rows, line.count);
		line.fitted = slope_fit(line.groups, line.count, line.model, &line.fit, &group);
		compare_row(expected, row, &line);
	}
}

const struct vector_file vectors_sii = {
	.columns = { .texts = (const char *const[]){ "case", "limit_kind", "status", NULL },
		     .numbers = (const char *const[]){ "value_type", "transform", "multiplier",
						       "sii", "rii", "sii_lower95", "sii_upper95",
						       "rii_lower95", "rii_upper95", NULL },
		     .optional =
			     (const char *const[]){
				     "intercept",         "sii_lower998",     "sii_upper998",
				     "rii_lower998",      "rii_upper998",     "delta_sii_lower95",
				     "delta_sii_upper95", "sim_sii_lower95",  "sim_sii_upper95",
				     "sim_rii_lower95",   "sim_rii_upper95",  "sim_sii_lower998",
				     "sim_sii_upper998",  "sim_reps",         "tol_sii_lower95",
				     "tol_sii_upper95",   "tol_rii_lower95",  "tol_rii_upper95",
				     "tol_sii_lower998",  "tol_sii_upper998", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers = (const char *const[]){ "quantile", "pop", "value", "lower", "upper",
						      NULL } },
	.compare = compare,
};
