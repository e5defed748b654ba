#include "stats/logistic.h"

#include <math.h>
#include <stdbool.h>

#include "stats/normal.h"
#include "stats/range.h"

/*
 * Once steps are short, each is about the square of the one before. A line without end goes on by one
 * and the same step.
 */
enum { STEPS_MOST = 100 };

static const double step_least = 1e-8;

static double inverse_logit(double logit)
{
	return 1 / (1 + exp(-logit));
}

static enum stats_outcome check_group(const struct logistic_group *group)
{
	if (!range_is_count(group->events) || !range_is_count(group->population))
		return STATS_OUT_OF_RANGE;
	if (group->population == 0)
		return STATS_ZERO_POPULATION_GROUP;
	return group->events > group->population ? STATS_NUMERATOR_EXCEEDS_DENOMINATOR : STATS_OK;
}

static enum stats_outcome check_groups(const struct logistic_group *groups, size_t count,
				       double *population, size_t *group)
{
	*population = 0;
	if (count < LOGISTIC_GROUPS_LEAST)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_group(&groups[i]);

		*population += groups[i].population;
		if (outcome == STATS_OK && !isfinite(*population))
			outcome = STATS_OUT_OF_RANGE;
		if (outcome != STATS_OK) {
			*group = i;
			return outcome;
		}
	}
	return STATS_OK;
}

/* What a group tells at the fit so far, by its share of all people. */
struct view {
	double rank;
	double score;  /* share of all people with events less the one fitted */
	double weight; /* change of the fitted share by a change of its logit */
};

static struct view view_of(const struct logistic_group *group, double before, double population,
			   const struct logistic_fit *fit)
{
	double rank = (before + group->population / 2) / population;
	double logit = fit->level + fit->slope * (rank - fit->centre);
	double with = inverse_logit(logit), without = inverse_logit(-logit);

	/* The score by its two parts, of which neither loses digits where all or none have events. */
	return (struct view){
		.rank = rank,
		.score = group->events / population * without -
			 (group->population - group->events) / population * with,
		.weight = group->population / population * with * without,
	};
}

/* Of all groups: with ranks counted from their centre, level and slope are independent. */
struct information {
	double weight, spread;                      /* of the level and of the slope */
	double level_score, slope_score;            /* which are 0 at the best fit */
	double level_square, slope_square, product; /* of what each group adds to level and slope */
};

/* Moves the centre of the fit, which stays the same line, to that of the weights. */
static void move_centre(const struct logistic_group *groups, size_t count, double population,
			struct logistic_fit *fit)
{
	double weight = 0, moment = 0, before = 0, centre;

	for (size_t i = 0; i < count; i++) {
		struct view view = view_of(&groups[i], before, population, fit);

		weight += view.weight;
		moment += view.weight * view.rank;
		before += groups[i].population;
	}
	centre = moment / weight;
	fit->level += fit->slope * (centre - fit->centre);
	fit->centre = centre;
}

static struct information information_at(const struct logistic_group *groups, size_t count,
					 double population, const struct logistic_fit *fit)
{
	struct information found = { 0 };
	double before = 0;

	for (size_t i = 0; i < count; i++) {
		struct view view = view_of(&groups[i], before, population, fit);
		double rank = view.rank - fit->centre, slope_score = view.score * rank;

		found.weight += view.weight;
		found.spread += view.weight * rank * rank;
		found.level_score += view.score;
		found.slope_score += slope_score;
		found.level_square += view.score * view.score;
		found.slope_square += slope_score * slope_score;
		found.product += view.score * slope_score;
		before += groups[i].population;
	}
	return found;
}

/*
 * Newton's method with steps of a length that never overshoots. False when the line keeps growing
 * steeper, or higher or lower.
 */
static bool climb(const struct logistic_group *groups, size_t count, double population,
		  struct logistic_fit *fit)
{
	for (int step = 0; step < STEPS_MOST; step++) {
		struct information at;
		double level, slope, longest, length;

		move_centre(groups, count, population, fit);
		at = information_at(groups, count, population, fit);
		level = at.level_score / at.weight;
		slope = at.slope_score / at.spread;
		/* The most that a logit anywhere changes by. */
		longest = fabs(level) + fabs(slope);
		length = longest < step_least ? 1 : log1p(longest) / longest;
		fit->level += length * level;
		fit->slope += length * slope;
		if (longest < step_least)
			return true;
	}
	return false;
}

enum stats_outcome logistic_fit(const struct logistic_group *groups, size_t count,
				struct logistic_fit *out, size_t *group)
{
	struct logistic_fit fit = { .centre = 0.5 };
	struct information at;
	double population, few;
	enum stats_outcome outcome = check_groups(groups, count, &population, group);

	if (outcome != STATS_OK)
		return outcome;
	if (!climb(groups, count, population, &fit))
		return STATS_SEPARATED;
	move_centre(groups, count, population, &fit);
	at = information_at(groups, count, population, &fit);
	few = (double)count / (double)(count - 2);
	fit.level_variance = few * at.level_square / at.weight / at.weight;
	fit.slope_variance = few * at.slope_square / at.spread / at.spread;
	fit.covariance = few * at.product / at.weight / at.spread;
	*out = fit;
	return STATS_OK;
}

double logistic_fitted(const struct logistic_fit *fit, double relative_rank)
{
	return inverse_logit(fit->level + fit->slope * (relative_rank - fit->centre));
}

/* Standard error of a figure that changes so much with level and slope. */
static double error_of(const struct logistic_fit *fit, double by_level, double by_slope)
{
	double variance = by_level * by_level * fit->level_variance +
			  2 * by_level * by_slope * fit->covariance +
			  by_slope * by_slope * fit->slope_variance;

	/* Rounding may take a variance of nothing below it. */
	return sqrt(fmax(variance, 0));
}

enum stats_outcome logistic_difference(const struct logistic_fit *fit, double confidence,
				       struct logistic_index *out)
{
	double start = logistic_fitted(fit, 0), end = logistic_fitted(fit, 1);
	double start_change = start * (1 - start), end_change = end * (1 - end);
	double error = error_of(fit, end_change - start_change,
				end_change * (1 - fit->centre) + start_change * fit->centre);
	double half;

	if (!range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	half = normal_deviate(confidence) * error;
	*out = (struct logistic_index){ { end - start, { end - start - half, end - start + half } },
					error };
	return STATS_OK;
}

enum stats_outcome logistic_ratio(const struct logistic_fit *fit, double confidence,
				  struct logistic_index *out)
{
	double start = logistic_fitted(fit, 0), end = logistic_fitted(fit, 1);
	double error = error_of(fit, start - end,
				(1 - end) * (1 - fit->centre) + (1 - start) * fit->centre);
	double ratio = end / start, factor;

	if (!range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	factor = exp(normal_deviate(confidence) * error);
	if (!isfinite(ratio * factor))
		return STATS_UNBOUNDED;
	*out = (struct logistic_index){ { ratio, { ratio / factor, ratio * factor } }, error };
	return STATS_OK;
}
