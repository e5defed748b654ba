#include "stats/slope.h"

#include <math.h>
#include <stdbool.h>

#include "stats/normal.h"
#include "stats/range.h"
#include "stats/relative_rank.h"

enum scale { IDENTITY, LOG, LOGIT };

/* From so many standard errors on a group is off the line. */
static const double departure_errors = 3;

/* On which scale the line is straight, and on which the limits of the groups are even. */
static const struct {
	enum scale line, limits;
} scales[] = {
	[SLOPE_LINEAR] = { IDENTITY, IDENTITY },         [SLOPE_LINEAR_RATE] = { IDENTITY, LOG },
	[SLOPE_LINEAR_PROPORTION] = { IDENTITY, LOGIT }, [SLOPE_LOG_RATE] = { LOG, LOG },
	[SLOPE_LOGIT_PROPORTION] = { LOGIT, LOGIT },
};

static double to_scale(enum scale scale, double value)
{
	if (scale == LOG)
		return log(value);
	return scale == LOGIT ? log(value / (1 - value)) : value;
}

static double from_scale(enum scale scale, double value)
{
	if (scale == LOG)
		return exp(value);
	return scale == LOGIT ? 1 / (1 + exp(-value)) : value;
}

/* Change of a value by a small change of it on the scale, which is log or logit. */
static double derivative(enum scale scale, double value)
{
	return scale == LOG ? value : value * (1 - value);
}

/* Standard error of a group on the scale of the line. */
static double standard_error(const struct slope_group *group, enum slope_model model)
{
	const struct interval *limits = &group->estimate.limits;
	enum scale scale = scales[model].limits;
	double error = (to_scale(scale, limits->upper) - to_scale(scale, limits->lower)) /
		       (2 * normal_deviate(0.95));

	/* Delta method where the line is straight on another scale than the limits are even on. */
	return scale == scales[model].line ? error
					   : error * derivative(scale, group->estimate.value);
}

static enum stats_outcome check_group(const struct slope_group *group, enum slope_model model)
{
	const struct interval *limits = &group->estimate.limits;
	enum scale scale = scales[model].limits;

	if (!range_is_estimate(&group->estimate) || !range_is_count(group->population))
		return STATS_OUT_OF_RANGE;
	if (group->population == 0)
		return STATS_ZERO_POPULATION_GROUP;
	if (scale == IDENTITY)
		return STATS_OK;
	if (limits->lower < 0 || (scale == LOGIT && limits->upper > 1))
		return STATS_OUT_OF_RANGE;
	if (limits->lower == 0)
		return STATS_ZERO_EVENTS_IN_GROUP;
	return scale == LOGIT && limits->upper == 1 ? STATS_ALL_EVENTS_IN_GROUP : STATS_OK;
}

enum stats_outcome slope_fit(const struct slope_group *groups, size_t count, enum slope_model model,
			     struct slope_fit *out, size_t *group)
{
	double populations[SLOPE_GROUPS_MOST], shares[SLOPE_GROUPS_MOST], ranks[SLOPE_GROUPS_MOST];
	struct slope_fit fit = { .model = model };
	double rank_variance = 0, mean = 0;

	if (count < SLOPE_GROUPS_LEAST)
		return STATS_TOO_FEW_GROUPS;
	if (count > SLOPE_GROUPS_MOST)
		return STATS_TOO_MANY_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_group(&groups[i], model);

		if (outcome != STATS_OK) {
			*group = i;
			return outcome;
		}
		populations[i] = groups[i].population;
	}
	if (relative_ranks(populations, count, shares, ranks) != STATS_OK) {
		*group = 0; /* more people than a number holds */
		return STATS_OUT_OF_RANGE;
	}
	for (size_t i = 0; i < count; i++) {
		rank_variance += shares[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
		mean += shares[i] * to_scale(scales[model].line, groups[i].estimate.value);
	}
	for (size_t i = 0; i < count; i++) {
		/* What the group's value contributes to the slope and to both fitted ends. */
		double in_slope = shares[i] * (ranks[i] - 0.5) / rank_variance;
		double in_start = shares[i] - in_slope / 2, in_end = shares[i] + in_slope / 2;
		double value = to_scale(scales[model].line, groups[i].estimate.value);
		double error = standard_error(&groups[i], model);

		/* The contributions add up to 0; less the mean, equal values give exactly 0. */
		fit.slope += in_slope * (value - mean);
		fit.slope_variance += in_slope * in_slope * error * error;
		fit.start_variance += in_start * in_start * error * error;
		fit.end_variance += in_end * in_end * error * error;
		fit.covariance += in_start * in_end * error * error;
	}
	fit.intercept = mean - fit.slope / 2;
	/* Values that are too large to square. */
	if (!isfinite(fit.intercept + fit.start_variance + fit.end_variance)) {
		*group = 0;
		return STATS_OUT_OF_RANGE;
	}
	*out = fit;
	return STATS_OK;
}

double slope_fitted(const struct slope_fit *fit, double relative_rank)
{
	return from_scale(scales[fit->model].line, fit->intercept + fit->slope * relative_rank);
}

struct slope_fit slope_line(enum slope_model model, double first, double last)
{
	double intercept = to_scale(scales[model].line, first);

	return (struct slope_fit){ .model = model,
				   .intercept = intercept,
				   .slope = to_scale(scales[model].line, last) - intercept };
}

size_t slope_departures(const struct slope_fit *fit, const struct slope_group *groups, size_t count,
			size_t *furthest)
{
	double populations[SLOPE_GROUPS_MOST] = { 0 }, shares[SLOPE_GROUPS_MOST];
	double ranks[SLOPE_GROUPS_MOST];
	double most = 0;
	size_t departures = 0;

	for (size_t i = 0; i < count; i++)
		populations[i] = groups[i].population;
	relative_ranks(populations, count, shares, ranks);
	for (size_t i = 1; i + 1 < count; i++) {
		double value = to_scale(scales[fit->model].line, groups[i].estimate.value);
		double error = standard_error(&groups[i], fit->model);
		double off = fabs(value - (fit->intercept + fit->slope * ranks[i]));

		if (error == 0 || off <= departure_errors * error)
			continue;
		departures++;
		if (off / error > most) {
			most = off / error;
			*furthest = i;
		}
	}
	return departures;
}

/* A negative multiplier compares the other way round: the line as seen from its other end. */
static struct slope_fit seen_by(double multiplier, const struct slope_fit *fit)
{
	struct slope_fit other = *fit;

	if (multiplier < 0) {
		other.intercept = fit->intercept + fit->slope;
		other.slope = -fit->slope;
		other.start_variance = fit->end_variance;
		other.end_variance = fit->start_variance;
	}
	return other;
}

/* The line turned about its middle until it has another slope. */
static struct slope_fit turned(const struct slope_fit *fit, double slope)
{
	struct slope_fit other = *fit;

	other.intercept += (fit->slope - slope) / 2;
	other.slope = slope;
	return other;
}

static double rise(const struct slope_fit *fit)
{
	return slope_fitted(fit, 1) - slope_fitted(fit, 0);
}

static double quotient(const struct slope_fit *fit)
{
	return slope_fitted(fit, 1) / slope_fitted(fit, 0);
}

static bool is_multiplier(double multiplier)
{
	return isfinite(multiplier) && multiplier != 0;
}

enum stats_outcome slope_index(const struct slope_fit *fit, double confidence, double multiplier,
			       struct estimate *out)
{
	struct slope_fit seen = seen_by(multiplier, fit), least, most;
	double half;

	if (!range_is_confidence(confidence) || !is_multiplier(multiplier))
		return STATS_OUT_OF_RANGE;
	half = normal_deviate(confidence) * sqrt(fit->slope_variance);
	least = turned(&seen, seen.slope - half);
	most = turned(&seen, seen.slope + half);
	if (!isfinite(rise(&most) - rise(&least)))
		return STATS_UNBOUNDED;
	*out = (struct estimate){
		.value = fabs(multiplier) * rise(&seen),
		.limits = { fabs(multiplier) * rise(&least), fabs(multiplier) * rise(&most) },
	};
	return STATS_OK;
}

/*
 * Limits of the ratio of the fitted ends of a straight line: the ratios r for which end - r start
 * is within z standard errors of 0, between the roots of a quadratic.
 */
static enum stats_outcome fieller(const struct slope_fit *fit, double z, struct interval *out)
{
	double start = fit->intercept, end = fit->intercept + fit->slope;
	double square = start * start - z * z * fit->start_variance;
	double middle = start * end - z * z * fit->covariance;
	/* Written without the terms that cancel, so that exact values give exact limits. */
	double determinant =
		fit->start_variance * fit->end_variance - fit->covariance * fit->covariance;
	double spread = start * start * fit->end_variance - 2 * start * end * fit->covariance +
			end * end * fit->start_variance - z * z * determinant;
	double half = z * sqrt(fmax(spread, 0));

	if (square <= 0)
		return STATS_UNBOUNDED;
	*out = (struct interval){ (middle - half) / square, (middle + half) / square };
	return STATS_OK;
}

enum stats_outcome slope_relative_index(const struct slope_fit *fit, double confidence,
					double multiplier, struct estimate *out)
{
	struct slope_fit seen = seen_by(multiplier, fit), least, most;
	enum stats_outcome outcome = STATS_OK;
	struct interval limits;
	double z, half;

	if (!range_is_confidence(confidence) || !is_multiplier(multiplier))
		return STATS_OUT_OF_RANGE;
	z = normal_deviate(confidence);
	half = z * sqrt(fit->slope_variance);
	least = turned(&seen, seen.slope - half);
	most = turned(&seen, seen.slope + half);
	if (scales[fit->model].line == IDENTITY)
		outcome = fieller(&seen, z, &limits);
	else
		limits = (struct interval){ quotient(&least), quotient(&most) };
	if (outcome == STATS_OK && !isfinite(limits.upper - limits.lower))
		outcome = STATS_UNBOUNDED;
	if (outcome == STATS_OK)
		*out = (struct estimate){ quotient(&seen), limits };
	return outcome;
}

enum stats_outcome slope_relative_index_value(const struct slope_fit *fit, double multiplier,
					      double *out)
{
	struct slope_fit seen = seen_by(multiplier, fit);

	if (!is_multiplier(multiplier))
		return STATS_OUT_OF_RANGE;
	if (slope_fitted(&seen, 0) == 0)
		return STATS_ZERO_COMPARATOR;
	if (!isfinite(quotient(&seen)))
		return STATS_UNBOUNDED;
	*out = quotient(&seen);
	return STATS_OK;
}
