#include "vectors/slope_draws.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "stats/normal.h"

/* How many standard deviations two simulations may differ by. */
static const double deviations = 5;

/* Which transform the groups are drawn on; the line may be straight on another scale. */
enum drawn_on { AS_IT_IS, LOGARITHM, LOGIT };

static enum drawn_on scale_of(enum slope_model model)
{
	if (model == SLOPE_LINEAR)
		return AS_IT_IS;
	return model == SLOPE_LINEAR_RATE || model == SLOPE_LOG_RATE ? LOGARITHM : LOGIT;
}

/* Whether the line is straight on the scale of the values. */
static bool is_straight(enum slope_model model)
{
	return model != SLOPE_LOG_RATE && model != SLOPE_LOGIT_PROPORTION;
}

static double transformed(enum drawn_on scale, double value)
{
	if (scale == LOGARITHM)
		return log(value);
	return scale == LOGIT ? log(value / (1 - value)) : value;
}

static double back(enum drawn_on scale, double value)
{
	if (scale == LOGARITHM)
		return exp(value);
	return scale == LOGIT ? 1 / (1 + exp(-value)) : value;
}

/*
 * What the group contributes to slope and start of the line is the line through nothing but a 1 in its place:
 * both are sums over the groups, whose weights do not change with their values.
 */
static enum stats_outcome find_part(struct slope_draws *draws, struct slope_group *scratch,
				    size_t at)
{
	struct slope_fit fit;
	enum stats_outcome outcome;
	size_t group;

	for (size_t i = 0; i < draws->groups; i++) {
		double value = i == at ? 1 : 0;

		scratch[i].estimate = (struct estimate){ value, { value, value } };
	}
	outcome = slope_fit(scratch, draws->groups, SLOPE_LINEAR, &fit, &group);
	if (outcome != STATS_OK)
		return outcome;
	draws->in_slope[at] = fit.slope;
	draws->in_start[at] = fit.intercept;
	return STATS_OK;
}

static enum stats_outcome find_parts(struct arena *arena, struct slope_draws *draws,
				     const struct slope_group *groups)
{
	struct slope_group *scratch = arena_array(arena, draws->groups, sizeof(*scratch));
	enum drawn_on scale = scale_of(draws->model);
	enum stats_outcome outcome = STATS_OK;

	for (size_t i = 0; i < draws->groups; i++) {
		const struct estimate *estimate = &groups[i].estimate;

		scratch[i] = groups[i];
		draws->centres[i] = transformed(scale, estimate->value);
		draws->errors[i] = (transformed(scale, estimate->limits.upper) -
				    transformed(scale, estimate->limits.lower)) /
				   (2 * normal_deviate(0.95));
	}
	for (size_t i = 0; i < draws->groups && outcome == STATS_OK; i++)
		outcome = find_part(draws, scratch, i);
	return outcome;
}

enum stats_outcome slope_draws_begin(struct arena *arena, const struct slope_group *groups,
				     size_t count, enum slope_model model, double multiplier,
				     size_t room, struct slope_draws *out)
{
	struct slope_fit fit;
	size_t group;
	enum stats_outcome outcome = slope_fit(groups, count, model, &fit, &group);

	if (outcome != STATS_OK)
		return outcome;
	*out = (struct slope_draws){
		.model = model,
		.multiplier = multiplier,
		.middle = fit.intercept + fit.slope / 2,
		.groups = count,
		.centres = arena_array(arena, count, sizeof(double)),
		.errors = arena_array(arena, count, sizeof(double)),
		.in_slope = arena_array(arena, count, sizeof(double)),
		.in_start = arena_array(arena, count, sizeof(double)),
		/* One more, for a draw whose index is written before it is found to have none. */
		.slope.figures = arena_array(arena, room + 1, sizeof(double)),
		.ratio.figures = arena_array(arena, room + 1, sizeof(double)),
	};
	return find_parts(arena, out, groups);
}

static void add(struct drawn_index *index, enum stats_outcome outcome, double figure)
{
	index->figures[index->count] = figure;
	index->count += outcome == STATS_OK;
}

void slope_draws_add(struct slope_draws *draws, const double *deviates)
{
	bool straight = is_straight(draws->model);
	struct slope_fit fit = { .model = draws->model };
	struct estimate index = { 0 };
	enum stats_outcome outcome;
	double ratio = 0;

	for (size_t i = 0; i < draws->groups; i++) {
		double value = draws->centres[i] + draws->errors[i] * deviates[i];

		if (straight)
			value = back(scale_of(draws->model), value);
		fit.slope += draws->in_slope[i] * value;
		fit.intercept += draws->in_start[i] * value;
	}
	if (!straight)
		fit.intercept = draws->middle - fit.slope / 2;
	outcome = slope_index(&fit, 0.95, draws->multiplier, &index);
	add(&draws->slope, outcome, index.value);
	outcome = slope_relative_index_value(&fit, draws->multiplier, &ratio);
	add(&draws->ratio, outcome, ratio);
	draws->draws++;
}

static int ascending(const void *a, const void *b)
{
	const double *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

void slope_draws_order(struct slope_draws *draws)
{
	qsort(draws->slope.figures, draws->slope.count, sizeof(double), ascending);
	qsort(draws->ratio.figures, draws->ratio.count, sizeof(double), ascending);
}

struct slope_places slope_draws_places(const struct slope_draws *draws, size_t lower, size_t upper)
{
	if (is_straight(draws->model) || draws->multiplier > 0)
		return (struct slope_places){ lower, upper };
	return (struct slope_places){ draws->draws + 1 - upper, draws->draws + 1 - lower };
}

bool drawn_index_at(const struct slope_draws *draws, const struct drawn_index *index, size_t place,
		    double *out)
{
	if (index->count != draws->draws || place < 1 || place > index->count)
		return false;
	*out = index->figures[place - 1];
	return true;
}

double drawn_index_scatter(const struct drawn_index *index, size_t place, double other_draws,
			   double other)
{
	double draws = (double)index->count, share = (double)place / draws;
	double error = sqrt((double)place * (1 - share) * (1 + draws / other_draws));
	double away = ceil(deviations * error), figure = index->figures[place - 1];
	double at = (double)place + (other > figure ? away : -away);

	at = fmin(fmax(at, 1), draws);
	return fabs(index->figures[(size_t)at - 1] - figure);
}
