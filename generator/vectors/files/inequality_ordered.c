/*
 * inequality_ordered.c - the measures of inequality_expected.csv that need the groups in order, and
 *                        attributable risk and fraction.
 */
#include <math.h>

#include "base/arena.h"
#include "stats/attributable.h"
#include "stats/concentration.h"
#include "stats/logistic.h"
#include "stats/normal.h"
#include "stats/relative_rank.h"
#include "stats/slope.h"
#include "vectors/files/inequality.h"

static const double confidence = 0.95;

static struct inequality_answer answer_of(const struct estimate *estimate, double error)
{
	return (struct inequality_answer){
		STATS_OK, true, true, true, estimate->value, error, estimate->limits
	};
}

static struct estimate even_limits(double value, double error)
{
	double half = normal_deviate(confidence) * error;

	return (struct estimate){ value, { value - half, value + half } };
}

static struct concentration_group *concentration_groups(const struct inequality_case *inequality)
{
	struct concentration_group *groups =
		arena_array(inequality->arena, inequality->count, sizeof(*groups));

	for (size_t i = 0; i < inequality->count; i++)
		groups[i] = (struct concentration_group){ inequality->groups[i].value,
							  inequality->groups[i].error,
							  inequality->groups[i].population };
	return groups;
}

static void concentration(const struct inequality_case *inequality, enum concentration_kind kind,
			  struct inequality_answer *out)
{
	struct interval bounds = { 0, inequality->scale };
	struct concentration_index index;
	size_t group;

	out->outcome = concentration_index(concentration_groups(inequality), inequality->count,
					   kind, &bounds, confidence, &index, &group);
	if (out->outcome == STATS_OK)
		*out = answer_of(&index.estimate, index.error);
}

static void absolute(const struct inequality_case *inequality, struct inequality_answer *out)
{
	concentration(inequality, CONCENTRATION_ABSOLUTE, out);
}

static void relative(const struct inequality_case *inequality, struct inequality_answer *out)
{
	concentration(inequality, CONCENTRATION_RELATIVE, out);
}

static void erreygers(const struct inequality_case *inequality, struct inequality_answer *out)
{
	concentration(inequality, CONCENTRATION_ERREYGERS, out);
}

static void wagstaff(const struct inequality_case *inequality, struct inequality_answer *out)
{
	concentration(inequality, CONCENTRATION_WAGSTAFF, out);
}

static enum stats_outcome fit_slope(const struct inequality_case *inequality, struct slope_fit *out)
{
	struct slope_group *groups =
		arena_array(inequality->arena, inequality->count, sizeof(*groups));
	size_t group;

	for (size_t i = 0; i < inequality->count; i++)
		groups[i] = (struct slope_group){ even_limits(inequality->groups[i].value,
							      inequality->groups[i].error),
						  inequality->groups[i].population };
	return slope_fit(groups, inequality->count, SLOPE_LINEAR, out, &group);
}

/* What one group brings to mean and variances of the line. */
static void add_group(const struct between_group *group, double share, double in_slope,
		      struct slope_fit *fit)
{
	double in_start = share - in_slope / 2, in_end = share + in_slope / 2;
	double variance = group->error * group->error;

	fit->intercept += share * group->value;
	fit->start_variance += in_start * in_start * variance;
	fit->end_variance += in_end * in_end * variance;
	fit->covariance += in_start * in_end * variance;
}

/*
 * In print a slope needs more groups than a concentration index; the file may have it for fewer. The absolute
 * index is the slope times twice the variance of the ranks.
 */
static enum stats_outcome fit_few(const struct inequality_case *inequality, struct slope_fit *out)
{
	double populations[SLOPE_GROUPS_LEAST], shares[SLOPE_GROUPS_LEAST];
	double ranks[SLOPE_GROUPS_LEAST], variance = 0;
	struct concentration_index index;
	size_t group;
	enum stats_outcome outcome =
		concentration_index(concentration_groups(inequality), inequality->count,
				    CONCENTRATION_ABSOLUTE, NULL, confidence, &index, &group);

	if (outcome != STATS_OK)
		return outcome;
	for (size_t i = 0; i < inequality->count; i++)
		populations[i] = inequality->groups[i].population;
	relative_ranks(populations, inequality->count, shares, ranks);
	for (size_t i = 0; i < inequality->count; i++)
		variance += shares[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
	*out = (struct slope_fit){ .model = SLOPE_LINEAR,
				   .slope = index.estimate.value / (2 * variance),
				   .slope_variance = pow(index.error / (2 * variance), 2) };
	for (size_t i = 0; i < inequality->count; i++)
		add_group(&inequality->groups[i], shares[i],
			  shares[i] * (ranks[i] - 0.5) / variance, out);
	out->intercept -= out->slope / 2;
	return STATS_OK;
}

static enum stats_outcome fit_line(const struct inequality_case *inequality, struct slope_fit *out)
{
	return inequality->count < SLOPE_GROUPS_LEAST ? fit_few(inequality, out)
						      : fit_slope(inequality, out);
}

static void slope_linear(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct estimate index;
	struct slope_fit fit;

	out->outcome = fit_line(inequality, &fit);
	if (out->outcome == STATS_OK)
		out->outcome = slope_index(&fit, confidence, 1, &index);
	if (out->outcome == STATS_OK)
		*out = answer_of(&index, sqrt(fit.slope_variance));
}

/* The value can stand without limits. */
static void relative_linear(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct estimate index;
	struct slope_fit fit;

	out->outcome = fit_line(inequality, &fit);
	if (out->outcome != STATS_OK)
		return;
	out->has_estimate = slope_relative_index_value(&fit, 1, &out->estimate) == STATS_OK;
	out->outcome = slope_relative_index(&fit, confidence, 1, &index);
	out->has_limits = out->outcome == STATS_OK;
	if (out->has_limits)
		out->limits = index.limits;
}

/*
 * The reference takes the scale of the logistic model from the greatest value, whatever the file says: 1,
 * 100, and tenfold from there to a million.
 */
static double guessed_scale(const struct inequality_case *inequality)
{
	double greatest = 0, scale = 100;

	for (size_t i = 0; i < inequality->count; i++)
		greatest = fmax(greatest, inequality->groups[i].value);
	if (greatest <= 1)
		return 1;
	while (scale < greatest && scale < 1e6)
		scale *= 10;
	return scale;
}

/* And it counts whole people: a share of them is rounded to a count. */
static enum stats_outcome fit_logistic(const struct inequality_case *inequality, double scale,
				       struct logistic_fit *out)
{
	struct logistic_group *groups =
		arena_array(inequality->arena, inequality->count, sizeof(*groups));
	size_t group;

	for (size_t i = 0; i < inequality->count; i++) {
		double people = ceil(inequality->groups[i].population);
		double share = inequality->groups[i].value / scale;

		groups[i] = (struct logistic_group){ nearbyint(share * people), people };
	}
	return logistic_fit(groups, inequality->count, out, &group);
}

static void slope_logistic(const struct inequality_case *inequality, struct inequality_answer *out)
{
	struct logistic_index index;
	double scale = guessed_scale(inequality);
	struct logistic_fit fit;
	struct estimate scaled;

	out->outcome = fit_logistic(inequality, scale, &fit);
	if (out->outcome == STATS_OK)
		out->outcome = logistic_difference(&fit, confidence, &index);
	if (out->outcome != STATS_OK)
		return;
	scaled = even_limits(scale * index.estimate.value, scale * index.error);
	*out = answer_of(&scaled, scale * index.error);
}

static void relative_logistic(const struct inequality_case *inequality,
			      struct inequality_answer *out)
{
	struct logistic_index index;
	struct logistic_fit fit;

	out->outcome = fit_logistic(inequality, guessed_scale(inequality), &fit);
	if (out->outcome == STATS_OK)
		out->outcome = logistic_ratio(&fit, confidence, &index);
	if (out->outcome == STATS_OK)
		*out = answer_of(&index.estimate, index.error);
}

/*
 * The least deprived of ordered groups, the best of others; of several equally good ones the largest,
 * as the reference has it.
 */
static size_t reference_of(const struct inequality_case *inequality)
{
	const struct between_group *groups = inequality->groups;
	double sign = inequality->favourable == FAVOURABLE_HIGH ? 1 : -1;
	size_t best = 0;

	if (inequality->ordered)
		return inequality->count - 1;
	for (size_t i = 1; i < inequality->count; i++) {
		double gain = sign * (groups[i].value - groups[best].value);

		if (gain > 0 || (gain == 0 && groups[i].population > groups[best].population))
			best = i;
	}
	return best;
}

static enum stats_outcome attribute(const struct inequality_case *inequality,
				    struct attributable *out)
{
	struct attributable_group *groups =
		arena_array(inequality->arena, inequality->count, sizeof(*groups));
	size_t group;

	for (size_t i = 0; i < inequality->count; i++)
		groups[i] = (struct attributable_group){ inequality->groups[i].value /
								 inequality->scale,
							 inequality->groups[i].population };
	return attributable(groups, inequality->count, reference_of(inequality),
			    inequality->favourable, out, &group);
}

/* The file has limits also where the program shows none, such as about a value that was set to 0. */
static void attributable_risk_of(const struct inequality_case *inequality,
				 struct inequality_answer *out)
{
	struct attributable found;
	struct estimate scaled;

	out->outcome = attribute(inequality, &found);
	if (out->outcome != STATS_OK)
		return;
	scaled = even_limits(inequality->scale * found.risk, inequality->scale * found.risk_error);
	*out = answer_of(&scaled, inequality->scale * found.risk_error);
}

static void attributable_fraction_of(const struct inequality_case *inequality,
				     struct inequality_answer *out)
{
	struct attributable found;
	struct estimate scaled;

	out->outcome = attribute(inequality, &found);
	if (out->outcome != STATS_OK)
		return;
	scaled = even_limits(100 * found.fraction, 100 * found.fraction_error);
	*out = answer_of(&scaled, 100 * found.fraction_error);
}

const struct inequality_measure inequality_ordered[] = {
	{ "aci", absolute, CONCENTRATION_GROUPS_LEAST, 0 },
	{ "rci", relative, CONCENTRATION_GROUPS_LEAST, 0 },
	{ "rci_erreygers", erreygers, CONCENTRATION_GROUPS_LEAST, 0 },
	{ "rci_wagstaff", wagstaff, CONCENTRATION_GROUPS_LEAST, 0 },
	{ "sii_linear", slope_linear, 0, 0 },
	{ "rii_linear", relative_linear, 0, 0 },
	{ "sii_logit", slope_logistic, LOGISTIC_GROUPS_LEAST, 1e-6 },
	{ "rii_logit", relative_logistic, LOGISTIC_GROUPS_LEAST, 1e-6 },
	{ "par", attributable_risk_of, 3, 0 },
	{ "paf", attributable_fraction_of, 3, 0 },
	{ .name = NULL },
};
