/* Slope and relative index of inequality against the published test data. */

#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/normal.h"
#include "support/answers.h"

/* Names of the columns with what a group is given by. */
struct columns {
	const char *population, *value, *lower, *upper;
};

/* Fits the rows [first, end). value_type is 0 for other, 1 for rate, 2 for proportion. */
static enum stats_outcome fit_rows(const struct answers *inputs, struct columns columns,
				   size_t first, size_t end, enum slope_model model,
				   struct slope_fit *out)
{
	struct slope_group groups[SLOPE_GROUPS_MOST];
	size_t group;

	cr_assert_leq(end - first, SLOPE_GROUPS_MOST);
	for (size_t i = first; i < end; i++)
		groups[i - first] = (struct slope_group){
			.estimate.value = answers_number_or(inputs, i, columns.value, nan("")),
			.estimate.limits.lower =
				answers_number_or(inputs, i, columns.lower, nan("")),
			.estimate.limits.upper =
				answers_number_or(inputs, i, columns.upper, nan("")),
			.population = answers_number_or(inputs, i, columns.population, nan("")),
		};
	return slope_fit(groups, end - first, model, out, &group);
}

static enum slope_model model_of(double value_type, bool transform)
{
	if (value_type == 1)
		return transform ? SLOPE_LOG_RATE : SLOPE_LINEAR_RATE;
	if (value_type == 2)
		return transform ? SLOPE_LOGIT_PROPORTION : SLOPE_LINEAR_PROPORTION;
	return SLOPE_LINEAR;
}

/* Both indices at one level of confidence, NaN where they are not calculable. */
struct indices {
	struct estimate sii, rii;
};

static struct indices indices_of(enum stats_outcome fitted, const struct slope_fit *fit,
				 double confidence, double multiplier)
{
	struct indices indices = { { nan(""), { nan(""), nan("") } },
				   { nan(""), { nan(""), nan("") } } };

	if (fitted == STATS_OK) {
		slope_index(fit, confidence, multiplier, &indices.sii);
		slope_relative_index(fit, confidence, multiplier, &indices.rii);
		slope_relative_index_value(fit, multiplier, &indices.rii.value);
	}
	return indices;
}

/* Of the fitted value at rank 0 the reference multiplies only what comes from a transform. */
static double intercept_of(enum stats_outcome fitted, const struct slope_fit *fit, bool transform,
			   double multiplier)
{
	if (fitted != STATS_OK)
		return nan("");
	return slope_fitted(fit, 0) * (transform ? fabs(multiplier) : 1);
}

struct scores {
	struct answers_score exact, simulated;
};

/* What a test of the published data asked for, as far as only its description says so. */
struct request {
	bool transform;
	double multiplier, confidence[2]; /* 0: no second level */
};

static struct request request_of(const struct answers *vectors, size_t row)
{
	const char *words = answers_text(vectors, row, "testdescription");
	const char *levels = answers_text(vectors, row, "confidence");
	struct request request = { .multiplier = 1, .confidence = { 0.95, 0 } };
	const char *times = strstr(words, "multiplier (x ");

	request.transform = strstr(words, "transform") != NULL;
	if (times != NULL)
		request.multiplier = strtod(times + strlen("multiplier (x "), NULL);
	else if (strstr(words, "negative multiplier") != NULL)
		request.multiplier = -1;
	if (strcmp(levels, "99") == 0)
		request.confidence[0] = 0.99;
	if (strcmp(levels, "c(95, 99)") == 0)
		request.confidence[1] = 0.99;
	if (strstr(words, "and 98") != NULL)
		request.confidence[1] = 0.98;
	else if (strstr(words, "98%") != NULL)
		request.confidence[0] = 0.98;
	return request;
}

/* Five standard deviations of a limit from that many draws: of the tail, and of the limit by it. */
static double simulation_tolerance(double confidence, double draws, double limit,
				   double limit_further, double step)
{
	double tail = (1 - confidence) / 2, z = normal_deviate(confidence);
	double density = exp(-z * z / 2) / sqrt(2 * M_PI);

	return 5 * sqrt(tail * (1 - tail) / draws) / density * fabs(limit_further - limit) / step;
}

static void compare_real_limit(struct answers_score *score, const struct answers *vectors,
			       size_t row, const char *column, int level, double got,
			       double tolerance_here)
{
	char name[64];
	double want;

	snprintf(name, sizeof(name), "%s_%d", column, level + 1);
	if (answers_number(vectors, row, name, &want))
		answers_compare(score, row, name, got, want, tolerance_here / fabs(want), 0);
}

static void compare_real_level(struct answers_score *score, const struct answers *vectors,
			       size_t row, const struct slope_fit *fit, struct request request,
			       int level)
{
	double confidence = request.confidence[level], step = 1e-4;
	double further = 2 * normal_distribution(normal_deviate(confidence) + step) - 1;
	double draws = answers_need(vectors, row, "repetitions");
	struct indices at = indices_of(STATS_OK, fit, confidence, request.multiplier);
	struct indices beyond = indices_of(STATS_OK, fit, further, request.multiplier);
	const char *const columns[] = { "sii_lowercl", "sii_uppercl", "rii_lowercl",
					"rii_uppercl" };
	double got[] = { at.sii.limits.lower, at.sii.limits.upper, at.rii.limits.lower,
			 at.rii.limits.upper };
	double out[] = { beyond.sii.limits.lower, beyond.sii.limits.upper, beyond.rii.limits.lower,
			 beyond.rii.limits.upper };

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		compare_real_limit(score, vectors, row, columns[i], level, got[i],
				   simulation_tolerance(confidence, draws, got[i], out[i], step));
}

static void compare_real(struct scores *scores, const struct answers *vectors, size_t row,
			 size_t end)
{
	struct columns columns = { "population", "value", "lowercl", "uppercl" };
	struct request request = request_of(vectors, row);
	double value_type = answers_need(vectors, row, "valuetype"), want;
	struct slope_fit fit;
	struct indices indices;

	cr_assert_eq(
		fit_rows(vectors, columns, row, end, model_of(value_type, request.transform), &fit),
		STATS_OK);
	indices = indices_of(STATS_OK, &fit, 0.95, request.multiplier);
	answers_compare_cell(&scores->exact, vectors, row, "sii", indices.sii.value, 1e-6, 0);
	if (answers_number(vectors, row, "rii", &want))
		answers_compare(&scores->exact, row, "rii", indices.rii.value, want, 1e-6, 0);
	if (answers_number(vectors, row, "intercept", &want))
		answers_compare(&scores->exact, row, "intercept",
				intercept_of(STATS_OK, &fit, request.transform, request.multiplier),
				want, 1e-6, 0);
	compare_real_level(&scores->simulated, vectors, row, &fit, request, 0);
	if (request.confidence[1] > 0)
		compare_real_level(&scores->simulated, vectors, row, &fit, request, 1);
}

Test(slope_published, indices_agree)
{
	struct answers *vectors = answers_open_real("sii.csv");
	struct scores scores = { 0 };

	/* A block of rows, with the results in the first, starts at each quantile 1. */
	for (size_t row = 0, end; row < answers_count(vectors); row = end) {
		double want;

		for (end = row + 1; end < answers_count(vectors); end++)
			if (answers_is(vectors, end, "quantile", "1"))
				break;
		if (answers_number(vectors, row, "sii", &want))
			compare_real(&scores, vectors, row, end);
	}
	answers_judge(&scores.exact, vectors);
	answers_judge(&scores.simulated, vectors);
	answers_close(vectors);
}
